//! The examples of every kind of change, held against the comparison.

mod common;

use chrono::NaiveDate;
use oas::diff::{Finding, Options, diff, examples, explanations};
use oas::{Document, Severity};

fn findings(base: &Document, revision: &Document) -> Vec<Finding> {
    diff(
        base,
        revision,
        &Options {
            today: NaiveDate::default(),
        },
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
    for example in examples() {
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
    for example in examples() {
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
    for example in examples() {
        let (base, revision) = (&example.base, &example.revision);
        common::assert_mirrored(&example.name, base, revision);
    }
}

#[test]
fn nothing_of_an_example_is_overlooked_but_what_has_no_meaning() {
    for example in examples() {
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
