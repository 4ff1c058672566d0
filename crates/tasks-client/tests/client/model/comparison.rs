use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

use tasks_client::{Effect, Error, ErrorKind};

use super::{
    rows::Row,
    run::{Outcome, Record, Records},
};

/// Comparison of the outcomes with the ledger and the table.
#[derive(Default)]
pub(super) struct Comparison {
    pub(super) violations: Vec<String>,
    pub(super) counts: BTreeMap<Row, usize>,
    outcomes: BTreeMap<String, usize>,
    dropped: usize,
    /// Calls that returned their first 401: a new token had just been rejected as well.
    pub(super) unrefreshed: usize,
    created: u64,
}

impl Comparison {
    /// Compares the records with a table.
    pub(super) fn of(records: &Records, effect: impl Fn(Row) -> Effect) -> Self {
        let mut created: HashMap<String, usize> = HashMap::new();
        for entry in &records.ledger.entries {
            let request = entry.request.json().unwrap();
            *created
                .entry(request["title"].as_str().unwrap().to_owned())
                .or_default() += 1;
        }
        let mut comparison = Self {
            created: records.ledger.created,
            ..Self::default()
        };
        for record in &records.calls {
            let times = created.get(&record.title).copied().unwrap_or(0);
            comparison.call(record, times, &effect);
        }
        comparison
    }

    fn call(&mut self, record: &Record, times: usize, effect: &impl Fn(Row) -> Effect) {
        let rows = &record.rows;
        if times > 1 {
            self.violation(record, &format!("created {times} times"));
        }
        if record.misdirected > 0 {
            self.violation(record, "a request to the other endpoint");
        }
        for row in rows {
            *self.counts.entry(*row).or_default() += 1;
        }
        if let Some((_, before)) = rows.split_last()
            && let Some(row) = before.iter().find(|row| !row.may_be_followed())
        {
            self.violation(record, &format!("a request after {row:?}"));
        }
        let outcome = match &record.result {
            Outcome::Dropped => {
                self.dropped += 1;
                return;
            }
            Outcome::Created(created) => {
                let expected = rows.last() == Some(&Row::Created) && !created.may_be_duplicate();
                if !expected || times != 1 || effect(Row::Created) != Effect::Applied {
                    self.violation(record, &format!("Ok, and created {times} times"));
                }
                "Ok".to_owned()
            }
            Outcome::Failed(error) => {
                self.error(record, error, times, effect);
                format!("{:?}", error.effect())
            }
        };
        *self.outcomes.entry(outcome).or_default() += 1;
    }

    fn error(
        &mut self,
        record: &Record,
        error: &Error,
        times: usize,
        effect: &impl Fn(Row) -> Effect,
    ) {
        let rows = &record.rows;
        // Rows that the server cannot record.
        let unseen = match error.kind() {
            ErrorKind::Connect => Some(Row::NoConnection),
            ErrorKind::Token => Some(Row::NoToken),
            ErrorKind::Invalid => Some(Row::NotSent),
            // A timeout that was over before the server had read the request.
            ErrorKind::NoResponse if rows.is_empty() => Some(Row::Silence),
            _ => None,
        };
        if let Some(row) = unseen {
            *self.counts.entry(row).or_default() += 1;
        }
        let all = rows.iter().copied().chain(unseen);
        let expected = all.map(effect).max();
        if expected != Some(error.effect()) {
            self.violation(
                record,
                &format!("{:?}, expected {expected:?}", error.effect()),
            );
        }
        let is_true = match error.effect() {
            Effect::NotApplied => times == 0,
            Effect::Unknown => times <= 1,
            Effect::Applied => times == 1,
        };
        if !is_true {
            self.violation(
                record,
                &format!("{:?}, and created {times} times", error.effect()),
            );
        }
        let ends = rows
            .last()
            .is_some_and(|row| matches!(row, Row::TooManyRequests | Row::UnavailableUntil));
        if ends && unseen.is_none() {
            self.violation(record, "failed instead of waiting");
        }
        let rejected = rows.iter().filter(|row| **row == Row::Unauthorized).count();
        if rejected == 1 && rows.last() == Some(&Row::Unauthorized) && unseen.is_none() {
            self.unrefreshed += 1;
        }
    }

    fn violation(&mut self, record: &Record, message: &str) {
        self.violations.push(format!(
            "{} with {:?}: {message}",
            record.title, record.rows
        ));
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = self.outcomes.values().sum::<usize>() + self.dropped;
        writeln!(f, "{calls} calls, {} tasks created", self.created)?;
        for (row, count) in &self.counts {
            writeln!(f, "  {count:5} × {row:?}")?;
        }
        for (outcome, count) in &self.outcomes {
            writeln!(f, "  {count:5} calls ended as {outcome}")?;
        }
        write!(f, "  {:5} calls were dropped", self.dropped)
    }
}
