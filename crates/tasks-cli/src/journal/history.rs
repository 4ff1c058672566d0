use std::{
    collections::{BTreeSet, HashMap},
    io::Read,
};

use super::{
    destination::Destination,
    error::JournalError,
    read::{Position, Records},
    record::{ContentHash, Record, RowKey, RowOutcome, VERSION},
};

/// State of each row of a journal. Strings are not loaded, so that 100,000 rows fit into memory.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct History {
    pub(crate) destination: Option<Destination>,
    rows: HashMap<RowKey, RowState>,
    /// Number of equal rows in the inputs of earlier runs.
    seen: HashMap<ContentHash, u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowState {
    /// Outcome of the calls that ended.
    ended: RowOutcome,
    /// Whether a call has an intent without an outcome.
    is_pending: bool,
    /// Position among the rows of its input, from 1.
    pub(crate) number: u32,
    /// Line in its input.
    pub(crate) line: u32,
    /// Offset of the latest intent.
    pub(super) intent_at: u64,
    /// Offset of the latest outcome.
    pub(super) outcome_at: Option<u64>,
}

impl RowState {
    pub(crate) fn outcome(&self) -> RowOutcome {
        match self.is_pending {
            true => self.ended.max(RowOutcome::Unknown),
            false => self.ended,
        }
    }
}

impl History {
    /// Replays a journal, and returns the position of the next record. An empty journal has no
    /// destination.
    pub(super) fn read(reader: impl Read) -> Result<(Self, Position), JournalError> {
        let mut records = Records::new(reader);
        let mut history = Self::default();
        while let Some((offset, record)) = records.next()? {
            let damaged = || JournalError::Damaged { offset };
            match record {
                Record::Journal {
                    version,
                    destination,
                    ..
                } if offset == 0 => {
                    if version != VERSION {
                        return Err(JournalError::Version(version));
                    }
                    history.destination = Some(destination);
                }
                _ if offset == 0 => return Err(damaged()),
                Record::Journal { .. } => return Err(damaged()),
                Record::Run { .. } => {}
                Record::Seen { rows } => history.see(&rows).ok_or_else(damaged)?,
                Record::Intent {
                    row, number, line, ..
                } => history.begin(row, number, line, offset),
                Record::Outcome { row, outcome, .. } => {
                    let state = history.rows.get_mut(&row).ok_or_else(damaged)?;
                    // A later rejection does not clear an earlier unknown outcome.
                    state.ended = state.ended.max(outcome);
                    state.is_pending = false;
                    state.outcome_at = Some(offset);
                }
            }
        }
        Ok((history, records.position()))
    }

    fn see(&mut self, rows: &str) -> Option<()> {
        let digits = rows.as_bytes().chunks(ContentHash::DIGITS);
        for digits in digits {
            let hash = std::str::from_utf8(digits).ok()?.parse().ok()?;
            *self.seen.entry(hash).or_default() += 1;
        }
        Some(())
    }

    fn begin(&mut self, row: RowKey, number: u64, line: u64, offset: u64) {
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let fresh = RowState {
            ended: RowOutcome::NotCreated,
            is_pending: false,
            number: small(number),
            line: small(line),
            intent_at: offset,
            outcome_at: None,
        };
        let before = self.rows.get(&row).copied();
        let before = before.map_or(RowOutcome::NotCreated, |state| state.outcome());
        let state = self.rows.entry(row).or_insert(fresh);
        *state = RowState {
            ended: before,
            is_pending: true,
            outcome_at: state.outcome_at,
            ..fresh
        };
    }

    pub(crate) fn row(&self, row: &RowKey) -> Option<&RowState> {
        self.rows.get(row)
    }

    /// Whether the input of an earlier run contained the row.
    pub(crate) fn has_seen(&self, row: &RowKey) -> bool {
        let count = self.seen.get(&row.content).copied().unwrap_or_default();
        row.occurrence < count || self.rows.contains_key(row)
    }

    /// The rows that exist or may exist and are not in `input`, in the order of their input.
    pub(crate) fn missing_from(&self, input: &BTreeSet<RowKey>) -> Vec<(RowKey, RowState)> {
        let rows = self.rows.iter().filter(|(row, state)| {
            state.outcome() != RowOutcome::NotCreated && !input.contains(row)
        });
        let mut rows: Vec<_> = rows.map(|(row, state)| (*row, *state)).collect();
        rows.sort_by_key(|(row, state)| (state.number, *row));
        rows
    }

    /// All rows for which a request was sent, in the order of their input.
    pub(crate) fn rows(&self) -> Vec<(RowKey, RowState)> {
        let mut rows: Vec<_> = self
            .rows
            .iter()
            .map(|(row, state)| (*row, *state))
            .collect();
        rows.sort_by_key(|(row, state)| (state.number, *row));
        rows
    }
}
