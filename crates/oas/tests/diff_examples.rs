//! The examples of every kind of change, held against the comparison.

mod common;
#[path = "common/pairs.rs"]
mod pairs;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use oas::diff::{Example, Finding, Options, Witness, diff, examples, explanations};
use oas::{Document, Severity};

static EXAMPLES: LazyLock<Vec<Example>> = LazyLock::new(examples);

fn findings(base: &Document, revision: &Document) -> Vec<Finding> {
    diff(
        base,
        revision,
        &Options::new(NaiveDate::default()).without_witnesses(),
    )
}

fn gravest(findings: &[Finding]) -> Option<Severity> {
    findings.iter().map(|finding| finding.severity).max()
}

fn told(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(|f| format!("  {} {}: {}\n", f.severity, f.id, f.message))
        .collect()
}

#[test]
fn every_example_means_what_it_says_there_and_back() {
    let mut wrong = String::new();
    for example in &*EXAMPLES {
        for (way, base, revision, expected) in [
            ("there", &example.base, &example.revision, example.there),
            ("back", &example.revision, &example.base, example.back),
        ] {
            let findings = findings(base, revision);
            if gravest(&findings) != Some(expected) {
                let name = &example.name;
                wrong += &format!("{name}, {way}: not {expected}\n{}", told(&findings));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_change_is_no_finding() {
    for example in &*EXAMPLES {
        for document in [&example.base, &example.revision] {
            let findings = findings(document, document);
            assert!(
                findings.is_empty(),
                "{}:\n{}",
                example.name,
                told(&findings)
            );
        }
    }
}

#[test]
fn the_way_back_is_the_mirror_of_the_way_there() {
    for example in &*EXAMPLES {
        let (base, revision) = (&example.base, &example.revision);
        common::assert_mirrored(&example.name, base, revision);
    }
}

#[test]
fn nothing_of_an_example_is_overlooked_but_what_has_no_meaning() {
    for example in &*EXAMPLES {
        let findings = findings(&example.base, &example.revision);
        let overlooked = findings
            .iter()
            .any(|finding| finding.id == "unclassified-change");
        assert_eq!(
            overlooked,
            example.why.contains("knows no meaning"),
            "{}",
            example.name
        );
    }
}

/// The whole vocabulary, so that a kind of change that comes, goes or is judged otherwise is seen.
#[test]
fn the_vocabulary() {
    let lines = explanations()
        .into_iter()
        .map(|one| format!("{:7} {}\n", one.severity, one.id));
    insta::assert_snapshot!(lines.collect::<String>());
}

/// At least nine of ten breaking changes of schemas are shown by a value; of the others the reason is told.
#[test]
fn a_value_shows_what_breaks() {
    let mut shown = 0;
    let mut missing: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let of_examples = EXAMPLES
        .iter()
        .map(|example| [example.base.clone(), example.revision.clone()]);
    let of_fixtures = pairs::fixtures();
    let of_fixtures = of_fixtures.iter().map(|path| pairs::pair(path));
    let options = Options::new(NaiveDate::default());
    for [base, revision] in of_examples.chain(of_fixtures) {
        let there = diff(&base, &revision, &options);
        for finding in there.into_iter().chain(diff(&revision, &base, &options)) {
            match finding.witness {
                Some(Witness::Value(_)) => shown += 1,
                Some(Witness::None(reason)) => {
                    *missing.entry((finding.id, reason)).or_default() += 1
                }
                None => {}
            }
        }
    }
    let total: usize = missing.values().sum::<usize>() + shown;
    assert!(shown * 10 >= total * 9, "{shown} of {total}: {missing:#?}");
    let lines = missing
        .into_keys()
        .map(|(id, reason)| format!("{id}: {reason}\n"));
    insta::assert_snapshot!(lines.collect::<String>());
}
