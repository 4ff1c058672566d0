mod row;

use std::process::ExitCode;

use anyhow::Result;
use chrono::NaiveDate;
use client_codegen::Settings;
use oas::lint::{Category, Lint, RULES, UNREADABLE, unreadable};
use oas::report::{Format, Report};
use oas::{Diagnostic, Document, Severity, Sources};

use self::row::Row;
use crate::output::print;
use crate::review::State;
use crate::workspace::{self, DOCUMENT};
use crate::{clock, reference};

/// The page of the rules.
const RULES_PAGE: &str = "crates/oas/rules.md";

/// A document and the client of it that tests compile.
const COMPILED: [&str; 2] = [
    "crates/client-codegen/tests/orders/orders.yaml",
    "crates/client-codegen/tests/orders/client.rs",
];

/// Exits with 1 when something is wrong or stale.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The date to judge by, YYYY-MM-DD [default: today, in UTC]. What depends on it warns, and fails nothing
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

/// Holds the document and everything derived from it to what they should be.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let bytes = workspace::read(DOCUMENT)?;
    let document = match Document::from_bytes(DOCUMENT, bytes.clone()) {
        Ok(document) => document,
        Err(error) => {
            let document = Document::of_text(DOCUMENT, &bytes);
            let found = unreadable(&error).into_iter().collect::<Vec<_>>();
            let note = "not readable, shown above; nothing else was looked at";
            let rows = [Row::failure(DOCUMENT, note)];
            return show(&Sources::of(&document), &found, &rows);
        }
    };
    let published = match workspace::published() {
        Ok(published) => published,
        Err(error) => {
            let note = format!("failed to {error:#}; nothing else was looked at");
            return show(
                &Sources::of(&document),
                &[],
                &[Row::failure("examples", note)],
            );
        }
    };
    let lint = Lint {
        published: Some(&published),
        today: Some(arguments.today.unwrap_or_else(clock::today)),
        ..Lint::new(&document)
    };
    let found = lint.run();
    let state = State::of_tree()?;
    let rules_page = String::from_utf8_lossy(&workspace::read(RULES_PAGE)?) == oas::lint::page();
    let rows = [
        of_rules(&found),
        of_examples(&lint, &found),
        match state.failure() {
            Some(reason) => Row::failure("generated code", format!("failed to {reason}")),
            None => Row::fresh("generated code", ""),
        },
        Row::of_stale("snapshots", state.stale().len() + stale_compiled()?),
        Row::of_stale("rules page", usize::from(!rules_page)),
        Row::of_stale("reference page", usize::from(!reference::is_fresh()?)),
    ];
    show(&lint.sources(), &found, &rows)
}

fn show(sources: &Sources<'_>, found: &[Diagnostic], rows: &[Row]) -> Result<ExitCode> {
    let rules = [UNREADABLE];
    let report = Report {
        sources,
        diagnostics: found,
        rules: &rules,
    };
    print(&report.render(Format::Human, true))?;
    if !found.is_empty() {
        print("\n")?;
    }
    for row in rows {
        print(&row.to_string())?;
    }
    let is_clean = rows.iter().all(Row::is_fresh);
    Ok(ExitCode::from(u8::from(!is_clean)))
}

fn of_rules(found: &[Diagnostic]) -> Row {
    match errors(found, false) {
        0 => Row::fresh(DOCUMENT, format!("lint, {} rules", RULES.len())),
        1 => Row::failure(DOCUMENT, "1 error, shown above"),
        errors => Row::failure(DOCUMENT, format!("{errors} errors, shown above")),
    }
}

fn of_examples(lint: &Lint<'_>, found: &[Diagnostic]) -> Row {
    let count = lint.examples(found);
    match (errors(found, true), count.failed) {
        (0, _) => Row::fresh("examples", format!("{} examples", count.total)),
        // What is missing is in none of those that are there.
        (errors, 0) => Row::failure("examples", format!("{errors} missing, shown above")),
        (_, failed) => Row::failure("examples", format!("{failed} of {}", count.total)),
    }
}

/// How many errors there are, about examples or about everything else.
fn errors(found: &[Diagnostic], about_examples: bool) -> usize {
    let is_about_examples = |id: &str| {
        let rule = RULES.iter().find(|rule| rule.id == id);
        rule.is_some_and(|rule| matches!(rule.category, Category::Examples | Category::Published))
    };
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    errors
        .filter(|one| is_about_examples(&one.id) == about_examples)
        .count()
}

/// How many of the clients that tests compile are not those that are generated.
fn stale_compiled() -> Result<usize> {
    let [document, client] = COMPILED.map(workspace::read);
    let document = String::from_utf8_lossy(&document?).into_owned();
    let generated = client_codegen::generate(&document, &Settings::new("crate::client"));
    let is_stale = generated.is_ok_and(|source| source.as_bytes() != client.unwrap_or_default());
    Ok(usize::from(is_stale))
}
