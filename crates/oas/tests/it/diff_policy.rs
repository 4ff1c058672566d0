//! Custom severities, and approved breaking changes.

use chrono::NaiveDate;
use oas::diff::{Approvals, Change, Levels, Options, Summary, diff};
use oas::{Diagnostic, Document, Sources};

const BASE: &str = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {'204': {description: d}}}}}}";
const REVISION: &str = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {}}";

fn parse(name: &str, text: &str) -> Document {
    Document::parse(name, text).expect("the text is YAML")
}

fn removal() -> Vec<Change> {
    let options = Options::new(NaiveDate::default());
    diff(&parse("base", BASE), &parse("revision", REVISION), &options).changes
}

fn approve(changes: &mut [Change], now: &str, before: &str) -> Vec<Diagnostic> {
    let (now, before) = (parse("approvals", now), parse("approvals", before));
    let source = Sources::default().add(&now, None);
    let (approvals, mut reported) = Approvals::read(&now, source);
    reported.extend(approvals.apply(changes, &Approvals::read(&before, source).0, source));
    reported
}

fn ids(reported: &[Diagnostic]) -> Vec<String> {
    reported
        .iter()
        .map(|one| format!("{} {}", one.severity, one.id))
        .collect()
}

#[test]
fn approved_change_is_not_breaking() {
    let mut changes = removal();
    assert_eq!(Summary::of(&changes).to_string(), "1 breaking");
    let approvals = format!(
        "[{{fingerprint: {}, reason: no client calls it}}]",
        changes[0].fingerprint()
    );
    let reported = approve(&mut changes, &approvals, "[]");
    assert_eq!(ids(&reported), [""; 0]);
    assert_eq!(Summary::of(&changes).to_string(), "1 approved");
    assert_eq!(changes[0].approval.as_deref(), Some("no client calls it"));
}

#[test]
fn unmatched_new_approval_is_an_error() {
    let unmatched = "[{fingerprint: c00000000000000, reason: once}]";
    assert_eq!(
        ids(&approve(&mut removal(), unmatched, "[]")),
        ["error approval-unmatched"]
    );
    assert_eq!(
        ids(&approve(&mut removal(), unmatched, unmatched)),
        ["info approval-unused"]
    );
}

#[test]
fn rejects_approvals_without_fingerprint_or_reason() {
    let reported = approve(
        &mut removal(),
        "[{reason: why not}, {fingerprint: abc, reason: ' '}]",
        "[]",
    );
    assert_eq!(
        ids(&reported),
        ["error approval-invalid", "error approval-invalid"]
    );
}

#[test]
fn fingerprint_is_independent_of_other_changes() {
    let changed = REVISION.replace("version: '1'", "version: '2'");
    let options = Options::new(NaiveDate::default());
    let more = diff(&parse("base", BASE), &parse("revision", &changed), &options).changes;
    assert_eq!(more.len(), 2);
    assert_eq!(more[0].fingerprint(), removal()[0].fingerprint());
}

#[test]
fn overrides_the_severity_of_a_kind_of_change() {
    let file = parse(
        "levels",
        "{api-path-removed-without-deprecation: warning, no-such-change: info, endpoint-added: grave}",
    );
    let (levels, reported) = Levels::read(&file, Sources::default().add(&file, None));
    assert_eq!(
        ids(&reported),
        ["error level-invalid", "error level-invalid"]
    );
    let mut changes = removal();
    levels.apply(&mut changes);
    assert_eq!(Summary::of(&changes).to_string(), "1 potentially breaking");
}
