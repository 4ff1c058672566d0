//! Pairs of documents that taught something: what is found, the way back, and that nothing is overlooked.

mod common;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use oas::Document;
use oas::diff::{Options, Witness, diff};

#[test]
fn every_fixture_is_told_in_full() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("diff");
    settings.set_prepend_module_to_snapshot(false);
    for path in fixtures() {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let [base, revision] = pair(&path);
        settings.bind(|| insta::assert_snapshot!(&*name, listed(&base, &revision)));
    }
}

#[test]
fn the_way_back_from_every_fixture_is_the_mirror() {
    for path in fixtures() {
        let [base, revision] = pair(&path);
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

fn fixtures() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff");
    let entries = directory.read_dir().expect("the fixtures are there");
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
    });
    paths.sort();
    paths
}

/// A fixture is one file with both sides, so that they are read beside each other.
fn pair(path: &Path) -> [Document; 2] {
    let both = Document::load(path).expect("a fixture is readable");
    ["base", "revision"].map(|side| {
        let text = both
            .root()
            .get(side)
            .map(ToString::to_string)
            .unwrap_or_default();
        Document::parse(side, text).expect("what was read once is read again")
    })
}
