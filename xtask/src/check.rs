//! `cargo xtask check`: the document, its examples and the generated files.

mod row;

use std::process::ExitCode;

use anyhow::{Result, bail};
use chrono::NaiveDate;
use oas::lint::{
    CONFIG_INVALID, CONFIG_UNUSED, Category, Config, Lint, RULES, Selection, UNREADABLE, Uses,
    unreadable,
};
use oas::report::{Format, Report};
use oas::{Diagnostic, Document, Severity, Sources};
use oas_cli::{clock, print};

use self::row::Row;
use crate::generated;
use crate::review::State;
use crate::workspace::{self, CONFIG, DOCUMENT};

/// Exits with 1 if there is an error or a stale file.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Reference date for date-dependent checks, which only warn, YYYY-MM-DD [default: today, in
    /// UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

/// Checks the document, its examples and the generated files.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let bytes = workspace::read(DOCUMENT)?;
    let document = match Document::from_bytes(DOCUMENT, bytes.clone()) {
        Ok(document) => document,
        Err(error) => {
            let document = Document::of_text(DOCUMENT, &bytes);
            let found = unreadable(&error).into_iter().collect::<Vec<_>>();
            let note = "cannot be read, see above; nothing else was checked";
            let rows = [Row::failure(DOCUMENT, note)];
            return show(&Sources::of(&document), &found, &rows);
        }
    };
    let published = match workspace::published() {
        Ok(published) => published,
        Err(error) => {
            let note = format!("failed to {error:#}; nothing else was checked");
            return show(
                &Sources::of(&document),
                &[],
                &[Row::failure("examples", note)],
            );
        }
    };
    let config_file = match workspace::root().join(CONFIG).exists() {
        true => Document::from_bytes(CONFIG, workspace::read(CONFIG)?)?,
        false => Document::of_text(CONFIG, b""),
    };
    let mut sources = Sources::default();
    let source = sources.add(&config_file, None);
    let (config, mut of_config) = Config::read(&config_file, source);
    let lint = Lint {
        published: Some(&published),
        today: Some(arguments.today.unwrap_or_else(clock::today)),
        selection: config.select(Selection::default()),
        compare: Some(oas::breaking_changes),
        ..Lint::new(&document)
    };
    let mut found = lint.run();
    let mut uses = Uses::default();
    config.apply(&mut found, &document, document_in_config(), &mut uses);
    let Ok(state) = State::of_tree()? else {
        bail!("read the document a second time");
    };
    let mut rows = vec![of_rules(&found), of_examples(&lint, &found)];
    let mut groups = match state.source() {
        Ok(source) => {
            rows.push(Row::fresh("generated code", ""));
            generated::of_document(&document, source)?
        }
        // Without a client, stale files cannot be determined.
        Err(reason) => {
            rows.push(Row::failure(
                "generated code",
                format!("failed to {reason}"),
            ));
            Vec::new()
        }
    };
    groups.extend(generated::of_tools()?);
    for group in &groups {
        rows.push(Row::of_stale(group.name, group.outdated()?.len()));
    }
    let exists = |path: &str| workspace::root().join("openapi").join(path).exists();
    of_config.extend(config.unused(&uses, &lint.selection, source, exists));
    if of_config.iter().any(|one| one.severity == Severity::Error) {
        rows.push(Row::failure(CONFIG, "invalid, see above"));
    }
    let mut all = lint.sources();
    all.append(sources, &mut of_config);
    found.extend(of_config);
    show(&all, &found, &rows)
}

/// The path of the document, relative to the folder of the configuration.
fn document_in_config() -> &'static str {
    DOCUMENT.rsplit('/').next().unwrap_or(DOCUMENT)
}

fn show(sources: &Sources<'_>, found: &[Diagnostic], rows: &[Row]) -> Result<ExitCode> {
    let rules = [UNREADABLE, CONFIG_INVALID, CONFIG_UNUSED];
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
        1 => Row::failure(DOCUMENT, "1 error, see above"),
        errors => Row::failure(DOCUMENT, format!("{errors} errors, see above")),
    }
}

fn of_examples(lint: &Lint<'_>, found: &[Diagnostic]) -> Row {
    let count = lint.examples(found);
    match (errors(found, true), count.failed) {
        (0, _) => Row::fresh("examples", format!("{} examples", count.total)),
        // Missing examples are not part of the total.
        (errors, 0) => Row::failure("examples", format!("{errors} missing, see above")),
        (_, failed) => Row::failure("examples", format!("{failed} of {} invalid", count.total)),
    }
}

/// Returns the number of errors about examples, or of all other errors.
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
