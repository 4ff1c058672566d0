use std::collections::{BTreeSet, HashMap};

use crate::{
    input::{InputError, Row, RowSource, undocumented},
    journal::{
        ContentHash, Details, History, JournalError, JournalReader, RowKey, RowKeys, RowOutcome,
        RowState, shortened,
    },
};

/// Result of the first pass over an input. The tasks are read again when they are sent.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) rows: Vec<PlannedRow>,
    pub(super) warnings: Vec<String>,
    /// The first input errors, and their number.
    pub(super) errors: Vec<InputError>,
    pub(super) error_count: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedRow {
    pub(super) key: RowKey,
    pub(super) line: u32,
    pub(super) state: State,
}

/// State of a row of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Unsent,
    /// Rejected by the service, in this run.
    Rejected,
    Unknown,
    CreatedEarlier,
    Created,
    CreatedUnread,
}

impl PlannedRow {
    /// Whether this run sends the row.
    pub(super) fn is_to_send(&self, resend_unknown: bool) -> bool {
        match self.state {
            State::Unsent => true,
            State::Unknown => resend_unknown,
            _ => false,
        }
    }
}

impl Plan {
    /// Reads and validates all rows.
    pub(super) fn read(source: &RowSource, max_errors: usize) -> anyhow::Result<Self> {
        const MAX_WARNINGS: usize = 20;
        let mut plan = Self::default();
        let mut keys = RowKeys::default();
        let (mut repeated, mut first_repeated) = (0, None);
        for row in source.rows()? {
            let row = match row {
                Ok(row) => row,
                Err(errors) => {
                    plan.error_count += errors.len();
                    let room = max_errors.saturating_sub(plan.errors.len());
                    plan.errors.extend(errors.into_iter().take(room));
                    continue;
                }
            };
            for warning in undocumented(&row.task) {
                if plan.warnings.len() < MAX_WARNINGS && !plan.warnings.contains(&warning) {
                    plan.warnings.push(warning);
                }
            }
            let line = u32::try_from(row.location.line).unwrap_or(u32::MAX);
            let key = keys.next(row.content);
            if key.occurrence > 0 {
                repeated += 1;
                if first_repeated.is_none() {
                    let earlier = plan.rows.iter().find(|row| row.key.content == key.content);
                    first_repeated = earlier.map(|earlier| (row.location.clone(), earlier.line));
                }
            }
            plan.rows.push(PlannedRow {
                key,
                line,
                state: State::Unsent,
            });
        }
        if let Some((location, earlier)) = first_repeated {
            plan.warnings.push(match repeated {
                1 => format!("{location}: equal to line {earlier}; each is sent as a separate task"),
                count => format!(
                    "{count} rows equal earlier ones, the first at {location} equals line {earlier}; each is sent as a separate task"
                ),
            });
        }
        Ok(plan)
    }

    pub(super) fn apply(&mut self, history: &History) {
        for row in &mut self.rows {
            row.state = match history.row(&row.key).map(RowState::outcome) {
                Some(RowOutcome::Created | RowOutcome::CreatedUnread) => State::CreatedEarlier,
                Some(RowOutcome::Unknown) => State::Unknown,
                Some(RowOutcome::NotCreated) | None => State::Unsent,
            };
        }
    }

    pub(super) fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    pub(super) fn keys(&self) -> BTreeSet<RowKey> {
        self.rows.iter().map(|row| row.key).collect()
    }

    /// Content of the rows that no earlier run has seen, with duplicates.
    pub(super) fn unseen(&self, history: &History) -> Vec<ContentHash> {
        let rows = self.rows.iter().filter(|row| !history.has_seen(&row.key));
        rows.map(|row| row.key.content).collect()
    }
}

/// A new row that seems to be an edited version of a row that exists or may exist.
#[derive(Debug)]
pub(super) struct Conflict {
    pub(super) earlier: RowState,
    pub(super) details: Details,
    pub(super) row: Row,
    pub(super) has_title: bool,
}

/// Finds the new rows with the title or the position of a removed row.
pub(super) fn conflicts(
    source: &RowSource,
    plan: &Plan,
    history: &History,
    journal: &mut JournalReader,
    as_new: &[usize],
) -> anyhow::Result<Result<Vec<Conflict>, JournalError>> {
    let missing = history.missing_from(&plan.keys());
    if missing.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let mut titles: HashMap<String, RowState> = HashMap::new();
    let mut numbers: HashMap<u64, RowState> = HashMap::new();
    for (_, state) in &missing {
        match journal.details(state) {
            Ok(details) => titles.insert(details.title, *state),
            Err(error) => return Ok(Err(error)),
        };
        numbers.insert(state.number.into(), *state);
    }
    let mut conflicts = Vec::new();
    for (row, planned) in source.rows()?.zip(&plan.rows) {
        let Ok(row) = row else { continue };
        if history.has_seen(&planned.key) || as_new.contains(&row.location.line) {
            continue;
        }
        let by_title = titles.get(&shortened(&row.task.title));
        let Some(earlier) = by_title.or_else(|| numbers.get(&row.number)) else {
            continue;
        };
        match journal.details(earlier) {
            Ok(details) => conflicts.push(Conflict {
                earlier: *earlier,
                details,
                has_title: by_title.is_some(),
                row,
            }),
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(conflicts))
}
