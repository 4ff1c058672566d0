//! Each rule's documentation is its test: the `yaml,bad` block has the defect, the `yaml,good`
//! block does not.

use std::fmt::Write as _;

use chrono::NaiveDate;
use oas::Diagnostic;
use oas::lint::{Lint, RULES, Selection};
use oas::report::{Format, Report};

use crate::blocks::{Block, blocks};

/// The reference date for the blocks.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).expect("a date")
}

fn lint(block: &Block) -> Lint<'_> {
    Lint {
        published: (!block.published.is_empty()).then_some(&block.published),
        today: Some(today()),
        selection: Selection::all(),
        compare: Some(oas::breaking_changes),
        ..Lint::new(&block.document)
    }
}

fn found(block: &Block) -> Vec<Diagnostic> {
    lint(block).run()
}

#[test]
fn reports_every_bad_example() {
    for rule in RULES {
        let blocks = blocks(rule, "bad");
        assert!(!blocks.is_empty(), "{} has no `yaml,bad` block", rule.id);
        for block in &blocks {
            assert!(
                found(block).iter().any(|one| one.id == rule.id),
                "{} does not find its own defect in:\n{}",
                rule.id,
                block.document.text()
            );
        }
    }
}

#[test]
fn accepts_every_good_example() {
    for rule in RULES {
        let blocks = blocks(rule, "good");
        assert!(!blocks.is_empty(), "{} has no `yaml,good` block", rule.id);
        for block in &blocks {
            let found = found(block);
            let own = found.iter().find(|one| one.id == rule.id);
            assert_eq!(own, None, "in:\n{}", block.document.text());
        }
    }
}

/// All diagnostics of a bad block, of any rule, so that overlaps are visible.
#[test]
fn bad_examples_have_exactly_these_diagnostics() {
    for rule in RULES {
        let mut shown = String::new();
        for block in blocks(rule, "bad") {
            let lint = lint(&block);
            let sources = lint.sources();
            let report = Report {
                sources: &sources,
                diagnostics: &lint.run(),
                rules: &[],
            };
            let _ = writeln!(shown, "{}", report.render(Format::Human, false));
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../rules", omit_expression => true }, {
            insta::assert_snapshot!(rule.id, shown);
        });
    }
}

#[test]
fn ids_are_unique_kebab_case_and_in_order() {
    let mut before = None;
    for rule in RULES {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(rule.id.chars().all(kebab), "{}", rule.id);
        let key = (rule.category, rule.id);
        assert!(before < Some(key), "{} is not in its place", rule.id);
        before = Some(key);
    }
}

/// The stem of each file of `src/lint/rules`, in order.
fn rule_files() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/rules");
    let entries = std::fs::read_dir(folder).expect("readable");
    let paths = entries.map(|entry| entry.expect("readable").path());
    let mut stems = paths
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect::<Vec<_>>();
    stems.sort();
    stems
}

#[test]
fn every_rule_file_registers_the_rule_of_its_name() {
    let mut registered = RULES
        .iter()
        .map(|rule| rule.id.replace('-', "_"))
        .collect::<Vec<_>>();
    registered.sort();
    assert_eq!(rule_files(), registered);
}

/// rustfmt formats only the modules that a plain `mod` line declares, not those that a macro
/// expands to.
#[test]
fn rustfmt_reaches_every_rule() {
    let list = include_str!("../../src/lint/rules.rs");
    for stem in rule_files() {
        let declaration = format!("mod {stem};");
        assert!(
            list.lines().any(|line| line == declaration),
            "declare `{declaration}` in lint/rules.rs"
        );
    }
}

#[test]
fn every_snapshot_is_of_a_rule() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let id = name.trim_end_matches(".new").trim_end_matches(".snap");
        assert!(RULES.iter().any(|rule| rule.id == id), "delete {name}");
    }
}

#[test]
fn every_rule_is_documented_under_the_same_headings() {
    for rule in RULES {
        let lines = rule.documentation.lines();
        let headings = lines.filter_map(|line| line.strip_prefix("## "));
        assert_eq!(
            headings.collect::<Vec<_>>(),
            ["What it does", "Why is this bad?", "Example", "Use instead"],
            "{}",
            rule.id
        );
        let begin = rule.documentation.trim_start();
        assert!(
            begin.starts_with("## What it does\n\nReports "),
            "{}",
            rule.id
        );
    }
}
