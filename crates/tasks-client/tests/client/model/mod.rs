//! Thousands of calls against random faults, many at a time, tokens expiring in between; then the
//! server's ledger against the client's verdicts.

use std::sync::LazyLock;

use judge::Judgement;
use rows::Row;
use run::Records;
use tasks_client::{Effect, RetryPolicy};

mod judge;
mod rows;
mod run;

const SEED: u64 = 20_260_212;
const CALLS: usize = 3_000;

/// One run serves the tests of one process.
static RECORDS: LazyLock<Records> = LazyLock::new(|| run::run(SEED, CALLS, RetryPolicy::default()));

#[test]
fn creates_no_duplicates_and_reports_true_effects() {
    let judgement = Judgement::of(&RECORDS, Row::effect);
    println!("{judgement}");
    let violations = &judgement.violations;
    let some = &violations[..violations.len().min(5)];
    assert!(
        violations.is_empty(),
        "{} violations: {some:#?}",
        violations.len()
    );
    let rejected = judgement.counts[&Row::Unauthorized];
    assert!(
        judgement.unrefreshed * 4 < rejected,
        "{} of {rejected} calls gave up where they should get a new token",
        judgement.unrefreshed
    );
    for row in Row::ALL {
        let count = judgement.counts.get(&row).copied().unwrap_or(0);
        assert!(count >= 50, "{row:?} occurred {count} times: {judgement}");
    }
}

/// A control of the model: it notices each row of the table that is changed.
#[test]
fn model_notices_a_changed_row() {
    for turned in Row::ALL {
        let judgement = Judgement::of(&RECORDS, |row| match row.effect() {
            Effect::NotApplied if row == turned => Effect::Unknown,
            Effect::Unknown | Effect::Applied if row == turned => Effect::NotApplied,
            effect => effect,
        });
        let violations = judgement.violations.len();
        assert!(violations > 0, "nobody notices {turned:?}");
    }
}

/// The ledger detects duplicates: it shows two tasks for a client that retries an unknown outcome.
#[test]
fn model_notices_duplicates() {
    // The shared retry budget leaves few retries to a call, and tokens take most of them: it needs
    // this many calls.
    let records = run::run(SEED, CALLS / 2, RetryPolicy::at_least_once());
    let judgement = Judgement::of(&records, Row::effect);
    let twice = |violation: &&String| violation.contains("created 2 times");
    assert!(
        judgement
            .violations
            .iter()
            .any(|violation| twice(&violation))
    );
}
