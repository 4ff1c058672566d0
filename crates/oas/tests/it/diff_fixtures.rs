//! Pairs of documents: the changes from base to revision, and back.

use std::fmt::Write as _;

use chrono::NaiveDate;
use oas::Document;
use oas::diff::{Options, Witness, diff};

use crate::mirrored::assert_mirrored;
use crate::pairs;

#[test]
fn fixtures_have_their_changes() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../diff");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_omit_expression(true);
    for path in pairs::fixtures() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let [base, revision] = pairs::pair(&path);
        let there = listed(&base, &revision);
        let back = listed(&revision, &base);
        let both = format!("{there}\n# from revision to base\n{back}");
        settings.bind(|| insta::assert_snapshot!(&*name, both));
    }
}

#[test]
fn changes_of_fixtures_are_mirrored() {
    for path in pairs::fixtures() {
        let [base, revision] = pairs::pair(&path);
        assert_mirrored(&path.display().to_string(), &base, &revision);
        for document in [&base, &revision] {
            let found = diff(document, document, &Options::new(NaiveDate::default()));
            assert!(found.changes.is_empty(), "{}", path.display());
            assert!(found.normalised.is_empty(), "{}", path.display());
        }
    }
}

fn listed(base: &Document, revision: &Document) -> String {
    let options = Options::new(NaiveDate::default());
    let found = diff(base, revision, &options);
    let unreadable = found.unreadable.iter().map(|one| {
        let pointer = one.pointer().map(ToString::to_string).unwrap_or_default();
        let fixed = if one.is_fixed { " (fixed)" } else { "" };
        format!("unreadable {pointer}: {}{fixed}\n", one.diagnostic.message)
    });
    let unreadable: String = unreadable.collect();
    let normalised = found.normalised.iter();
    let normalised =
        normalised.map(|one| format!("equal {}: {} | {}\n", one.by, one.base, one.revision));
    let normalised: String = normalised.collect();
    let changes = found
        .changes
        .iter()
        .fold(String::new(), |mut list, change| {
            let users: Vec<String> = change.operations.iter().map(ToString::to_string).collect();
            let _ = writeln!(
                list,
                "{} {}: {}",
                change.severity, change.id, change.message
            );
            let _ = writeln!(
                list,
                "    {} | {} | {}",
                change.difference.base,
                change.difference.revision,
                users.join(", ")
            );
            match &change.witness {
                Some(Witness::Value(value)) => drop(writeln!(list, "    shown by {value}")),
                Some(Witness::None(reason)) => drop(writeln!(list, "    not shown: {reason}")),
                Some(Witness::NotFound) => drop(writeln!(list, "    no value found")),
                None => {}
            }
            list
        });
    unreadable + &changes + &normalised
}
