//! Thousands of calls against random faults, many at a time, tokens expiring in between; then the
//! server's ledger against the results of the client.

use std::sync::LazyLock;

use comparison::Comparison;
use rows::Row;
use run::Records;
use tasks_client::{Effect, RetryPolicy};

mod comparison;
mod rows;
mod run;

const SEED: u64 = 20_260_212;
const CALLS: usize = 3_000;

/// One run serves the tests of one process.
static RECORDS: LazyLock<Records> = LazyLock::new(|| run::run(SEED, CALLS, RetryPolicy::default()));

#[test]
fn creates_no_duplicates_and_reports_true_effects() {
    let comparison = Comparison::of(&RECORDS, Row::effect);
    println!("{comparison}");
    let violations = &comparison.violations;
    let some = &violations[..violations.len().min(5)];
    assert!(
        violations.is_empty(),
        "{} violations: {some:#?}",
        violations.len()
    );
    let rejected = comparison.counts[&Row::Unauthorized];
    assert!(
        comparison.unrefreshed * 4 < rejected,
        "{} of {rejected} calls failed instead of fetching a new token",
        comparison.unrefreshed
    );
    for row in Row::ALL {
        let count = comparison.counts.get(&row).copied().unwrap_or(0);
        assert!(count >= 50, "{row:?} occurred {count} times: {comparison}");
    }
}

/// A control of the model: it detects each changed row of the table.
#[test]
fn model_detects_a_changed_row() {
    for changed in Row::ALL {
        let comparison = Comparison::of(&RECORDS, |row| match row.effect() {
            Effect::NotApplied if row == changed => Effect::Unknown,
            Effect::Unknown | Effect::Applied if row == changed => Effect::NotApplied,
            effect => effect,
        });
        let violations = comparison.violations.len();
        assert!(violations > 0, "the model accepts a changed {changed:?}");
    }
}

/// The ledger detects duplicates: it shows two tasks for a client that retries an unknown outcome.
#[test]
fn model_detects_duplicates() {
    // The shared retry budget leaves few retries to a call, and tokens take most of them: it needs
    // this many calls.
    let records = run::run(SEED, CALLS / 2, RetryPolicy::at_least_once());
    let comparison = Comparison::of(&records, Row::effect);
    let twice = |violation: &&String| violation.contains("created 2 times");
    assert!(
        comparison
            .violations
            .iter()
            .any(|violation| twice(&violation))
    );
}
