//! Pairs of documents that taught something: what is found, the way back, and that nothing is overlooked.

mod common;
#[path = "common/pairs.rs"]
mod pairs;

use std::fmt::Write as _;

use chrono::NaiveDate;
use oas::Document;
use oas::diff::{Options, Witness, diff};

#[test]
fn every_fixture_is_told_in_full() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("diff");
    settings.set_prepend_module_to_snapshot(false);
    for path in pairs::fixtures() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let [base, revision] = pairs::pair(&path);
        settings.bind(|| insta::assert_snapshot!(&*name, listed(&base, &revision)));
    }
}

#[test]
fn the_way_back_from_every_fixture_is_the_mirror() {
    for path in pairs::fixtures() {
        let [base, revision] = pairs::pair(&path);
        common::assert_mirrored(&path.display().to_string(), &base, &revision);
        for document in [&base, &revision] {
            assert_eq!(listed(document, document), "", "{}", path.display());
        }
    }
}

fn listed(base: &Document, revision: &Document) -> String {
    let options = Options::new(NaiveDate::default());
    diff(base, revision, &options)
        .iter()
        .fold(String::new(), |mut list, finding| {
            let users: Vec<String> = finding.operations.iter().map(ToString::to_string).collect();
            let _ = writeln!(
                list,
                "{} {}: {}",
                finding.severity, finding.id, finding.message
            );
            let _ = writeln!(
                list,
                "    {} | {} | {}",
                finding.change.base,
                finding.change.revision,
                users.join(", ")
            );
            match &finding.witness {
                Some(Witness::Value(value)) => drop(writeln!(list, "    shown by {value}")),
                Some(Witness::None(reason)) => drop(writeln!(list, "    not shown: {reason}")),
                None => {}
            }
            list
        })
}
