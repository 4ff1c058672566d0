//! The examples of every kind of change, and the catalogue.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use oas::diff::{
    Change, OperationPair, Options, ROWS, Witness, diff, diff_operations, kind_of, page,
};
use oas::{Document, Severity};

use crate::examples::{Example, examples};
use crate::mirrored::assert_mirrored;
use crate::pairs;

/// Two operations that differ in path and method.
const THING: &str = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {
    /a: {get: {operationId: getThing, responses: {'204': {description: d}}}},
    /b: {put: {operationId: putThing, responses: {'204': {description: d}}}}}}";

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(examples);

fn changes(base: &Document, revision: &Document) -> Vec<Change> {
    let options = Options::new(NaiveDate::default()).without_witnesses();
    diff(base, revision, &options).changes
}

fn most_severe(changes: &[Change]) -> Option<Severity> {
    changes.iter().map(|change| change.severity).max()
}

fn listed(changes: &[Change]) -> String {
    changes
        .iter()
        .map(|f| format!("  {} {}: {}\n", f.severity, f.id, f.message))
        .collect()
}

#[test]
fn examples_have_their_severity_in_both_directions() {
    let mut wrong = String::new();
    for example in &*EXAMPLES {
        for (way, base, revision, expected) in [
            ("there", &example.base, &example.revision, example.there),
            ("back", &example.revision, &example.base, example.back),
        ] {
            let changes = diff(base, revision, &Options::new(NaiveDate::default())).changes;
            if most_severe(&changes) != Some(expected) {
                let name = &example.name;
                wrong += &format!("{name}, {way}: not {expected}\n{}", listed(&changes));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn equal_documents_have_no_changes() {
    for example in &*EXAMPLES {
        for document in [&example.base, &example.revision] {
            let changes = changes(document, document);
            assert!(
                changes.is_empty(),
                "{}:\n{}",
                example.name,
                listed(&changes)
            );
        }
    }
}

#[test]
fn changes_from_revision_to_base_mirror_those_from_base_to_revision() {
    for example in &*EXAMPLES {
        let (base, revision) = (&example.base, &example.revision);
        assert_mirrored(&example.name, base, revision);
    }
}

#[test]
fn only_unknown_members_are_unclassified() {
    for example in &*EXAMPLES {
        let changes = changes(&example.base, &example.revision);
        let unclassified = changes
            .iter()
            .any(|change| change.id == "unclassified-change");
        assert_eq!(
            unclassified,
            example.is_unclassified,
            "{}:\n{}",
            example.name,
            listed(&changes)
        );
    }
}

#[test]
fn extension_with_a_kind_of_its_own_is_reported_once() {
    for example in &*EXAMPLES {
        let changes = changes(&example.base, &example.revision);
        let at = |change: &Change| {
            let difference = &change.difference;
            (difference.base.clone(), difference.revision.clone())
        };
        let extensions = changes
            .iter()
            .filter(|change| change.id == "extension-changed");
        for extension in extensions {
            let mut others = changes.iter().filter(|change| change.id != extension.id);
            let twice = others.any(|other| at(other) == at(extension));
            assert!(!twice, "{}:\n{}", example.name, listed(&changes));
        }
    }
}

/// Every id that was ever published stays, so that files of levels remain valid.
#[test]
fn published_ids_are_in_the_catalogue() {
    let published = include_str!("../diff_examples/ids.txt");
    let unknown: Vec<&str> = published
        .lines()
        .filter(|id| kind_of(id).is_none())
        .collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn ids_are_unique() {
    let mut known = BTreeMap::new();
    for row in ROWS {
        for id in row.ids() {
            let other = known.insert(id.clone(), row.kind);
            assert_eq!(other, None, "`{id}` is in two rows");
        }
    }
}

#[test]
fn reported_ids_are_in_the_catalogue() {
    for example in &*EXAMPLES {
        let (base, revision) = (&example.base, &example.revision);
        let there = changes(base, revision);
        for change in there.iter().chain(&changes(revision, base)) {
            let kind = kind_of(&change.id);
            assert!(kind.is_some(), "{}: `{}`", example.name, change.id);
        }
    }
}

#[test]
fn every_kind_has_an_example() {
    let of_examples = EXAMPLES
        .iter()
        .map(|example| [example.base.clone(), example.revision.clone()]);
    let of_fixtures = pairs::fixtures();
    let of_fixtures = of_fixtures.iter().map(|path| pairs::pair(path));
    let mut reported = BTreeSet::new();
    for [base, revision] in of_examples.chain(of_fixtures) {
        reported.extend(changes(&base, &revision).iter().map(|change| change.kind));
        reported.extend(changes(&revision, &base).iter().map(|change| change.kind));
    }
    let operations = OperationPair {
        base: "getThing",
        revision: "putThing",
    };
    let [base, revision] = [THING, THING].map(|text| Document::parse("thing", text).expect("YAML"));
    let options = Options::new(NaiveDate::default());
    let found = diff_operations(&base, &revision, operations, &options).expect("both exist");
    reported.extend(found.changes.iter().map(|change| change.kind));
    let missing: Vec<&str> = ROWS
        .iter()
        .filter(|row| !reported.contains(&row.kind))
        .map(|row| row.id)
        .collect();
    assert!(
        missing.is_empty(),
        "add an example to tests/diff_examples: {missing:#?}"
    );
}

#[test]
fn changes_page_is_current() {
    let file = include_str!("../../changes.md");
    assert!(file == page(), "run `cargo xtask generate`");
}

/// Every id with its range of severities, so that a change of the vocabulary is visible.
#[test]
fn vocabulary() {
    let mut lines = Vec::new();
    for row in ROWS {
        let (most, least) = row.severities();
        lines.extend(
            row.ids()
                .into_iter()
                .map(|id| format!("{id} {least} {most}\n")),
        );
    }
    lines.sort_unstable();
    assert_snapshot!(lines.concat());
}

/// A value is found for nearly every change of accepted values; the others state why not.
#[test]
fn witnesses_show_the_breaking_value() {
    let (mut shown, mut not_found) = (0, 0);
    let mut missing: BTreeSet<(String, String)> = BTreeSet::new();
    let of_examples = EXAMPLES
        .iter()
        .map(|example| [example.base.clone(), example.revision.clone()]);
    let of_fixtures = pairs::fixtures();
    let of_fixtures = of_fixtures.iter().map(|path| pairs::pair(path));
    let options = Options::new(NaiveDate::default());
    for [base, revision] in of_examples.chain(of_fixtures) {
        let there = diff(&base, &revision, &options).changes;
        let back = diff(&revision, &base, &options).changes;
        for change in there.into_iter().chain(back) {
            let reason = match change.witness {
                Some(Witness::Value(_)) => {
                    shown += 1;
                    continue;
                }
                Some(Witness::None(reason)) => reason.to_owned(),
                Some(Witness::NotFound) => {
                    not_found += 1;
                    "not found".to_owned()
                }
                None => continue,
            };
            missing.insert((change.id, reason));
        }
    }
    let lines = missing
        .into_iter()
        .map(|(id, reason)| format!("{id}: {reason}\n"));
    assert_snapshot!(lines.collect::<String>());
    assert!(
        shown > not_found * 15,
        "{shown} shown, {not_found} not found"
    );
}
