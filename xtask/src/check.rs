use std::process::ExitCode;

use anyhow::Result;
use chrono::NaiveDate;
use oas::lint::{Category, Lint, RULES};
use oas::report::{Format, Report};
use oas::{Document, Severity};

use crate::output::print;
use crate::review::State;
use crate::workspace::{self, DOCUMENT};
use crate::{clock, reference};

/// The page of the rules.
const RULES_PAGE: &str = "crates/oas/rules.md";

/// What mends everything that is stale.
const GENERATE: &str = "run `cargo xtask generate`";

/// Exits with 1 when something is wrong or stale.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The date to judge by, YYYY-MM-DD [default: today, in UTC]. What depends on it warns, and fails nothing
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

/// Holds the document and everything derived from it to what they should be.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let document = Document::from_bytes(DOCUMENT, workspace::read(DOCUMENT)?)?;
    let published = workspace::published()?;
    let lint = Lint {
        published: Some(&published),
        today: Some(arguments.today.unwrap_or_else(clock::today)),
        ..Lint::new(&document)
    };
    let found = lint.run();
    let sources = lint.sources();
    let report = Report {
        sources: &sources,
        diagnostics: &found,
        rules: &[],
    };
    let errors = |is_example: bool| {
        let errors = found.iter().filter(|one| one.severity == Severity::Error);
        errors
            .filter(|one| is_about_examples(&one.id) == is_example)
            .count()
    };
    let stale = State::of_tree()?.stale();
    let rules_page = String::from_utf8_lossy(&workspace::read(RULES_PAGE)?) == oas::lint::page();
    let rows = [
        Row::of_rules(
            DOCUMENT,
            errors(false),
            format!("lint, {} rules", RULES.len()),
        ),
        Row::of_rules(
            "examples",
            errors(true),
            format!("{} published files", published.len()),
        ),
        Row::of_file("generated code", stale.is_empty()),
        Row::of_file("rules page", rules_page),
        Row::of_file("reference page", reference::is_fresh()?),
    ];
    print(&report.render(Format::Human, true))?;
    if !found.is_empty() {
        print("\n")?;
    }
    for Row { name, state, note } in &rows {
        print(&format!("{name:<20} {state:<8} {note}\n"))?;
    }
    let is_clean = rows.iter().all(|row| row.state == "Fresh");
    Ok(ExitCode::from(u8::from(!is_clean)))
}

fn is_about_examples(id: &str) -> bool {
    let rule = RULES.iter().find(|rule| rule.id == id);
    rule.is_some_and(|rule| matches!(rule.category, Category::Examples | Category::Published))
}

/// A line of the table: what was looked at, how it is, and what mends it.
struct Row {
    name: &'static str,
    state: &'static str,
    note: String,
}

impl Row {
    fn of_rules(name: &'static str, errors: usize, note: String) -> Self {
        match errors {
            0 => Self {
                name,
                state: "Fresh",
                note,
            },
            1 => Self {
                name,
                state: "Failure",
                note: "1 error, shown above".to_owned(),
            },
            _ => Self {
                name,
                state: "Failure",
                note: format!("{errors} errors, shown above"),
            },
        }
    }

    fn of_file(name: &'static str, is_fresh: bool) -> Self {
        let (state, note) = if is_fresh {
            ("Fresh", "")
        } else {
            ("Stale", GENERATE)
        };
        Self {
            name,
            state,
            note: note.to_owned(),
        }
    }
}
