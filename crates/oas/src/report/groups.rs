use std::collections::HashMap;

use super::input::Report;
use crate::{Diagnostic, Severity};

/// Diagnostics of the same rule and cause: the same message, notes and help.
pub(super) struct Group<'a> {
    pub(super) first: &'a Diagnostic,
    pub(super) others: Vec<&'a Diagnostic>,
}

/// Maximum number of positions that are named beside the first one.
const MAX_NAMED: usize = 5;

impl Group<'_> {
    /// The number of diagnostics.
    pub(super) fn len(&self) -> usize {
        1 + self.others.len()
    }

    /// The positions of the other diagnostics: `also at a.yaml:3:5, a.yaml:9:5 and 12 more`.
    pub(super) fn others(&self, report: &Report<'_>) -> Option<String> {
        let located = self.others.iter().take(MAX_NAMED);
        let located = located.filter_map(|one| report.sources.locate(&one.primary));
        let named: Vec<_> = located
            .map(|at| format!("{}:{}", at.name(), at.location))
            .collect();
        if named.is_empty() {
            return None;
        }
        let more = match self.others.len() - named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Some(format!("also at {}{more}", named.join(", ")))
    }
}

/// The groups, in the order of their first diagnostics.
pub(super) fn groups<'a>(diagnostics: &'a [Diagnostic]) -> Vec<Group<'a>> {
    type Cause<'a> = (&'a str, Severity, &'a str, &'a [String], Option<&'a str>);
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut known: HashMap<Cause<'a>, usize> = HashMap::new();
    for one in diagnostics {
        let cause = (
            one.id.as_ref(),
            one.severity,
            one.message.as_str(),
            one.notes.as_slice(),
            one.help.as_deref(),
        );
        let index = *known.entry(cause).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.others.push(one),
            None => groups.push(Group {
                first: one,
                others: Vec::new(),
            }),
        }
    }
    groups
}

/// Number of diagnostics of one rule and severity.
pub(super) struct Count<'a> {
    pub(super) id: &'a str,
    pub(super) severity: Severity,
    pub(super) count: usize,
    pub(super) first: &'a Diagnostic,
}

/// The counts by rule: errors first, then the most frequent.
pub(super) fn counts<'a>(diagnostics: &'a [Diagnostic]) -> Vec<Count<'a>> {
    let mut counts: Vec<Count<'a>> = Vec::new();
    let mut known: HashMap<(&'a str, Severity), usize> = HashMap::new();
    for one in diagnostics {
        let key = (one.id.as_ref(), one.severity);
        let index = *known.entry(key).or_insert(counts.len());
        match counts.get_mut(index) {
            Some(count) => count.count += 1,
            None => counts.push(Count {
                id: key.0,
                severity: key.1,
                count: 1,
                first: one,
            }),
        }
    }
    counts.sort_by(|one, other| {
        let order = |count: &Count<'_>| {
            (
                std::cmp::Reverse(count.severity),
                std::cmp::Reverse(count.count),
            )
        };
        order(one).cmp(&order(other)).then(one.id.cmp(other.id))
    });
    counts
}
