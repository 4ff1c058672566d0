//! `oas lint`.

mod config;
mod input;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use oas::lint::{
    CONFIG_INVALID, CONFIG_UNUSED, Deny, Generator, Lint, RULES, SUNSET_NEAR_DAYS, Selection,
    UNREADABLE, load_published, unreadable,
};
use oas::report::{Format, Limits, Report};
use oas::{Diagnostic, Document, Sources};

use self::config::Settings;
use crate::links::check_links_in;
use crate::output::MAX_PER_ID;
use crate::source::{Access, Loaded};
use crate::{clock, print};

/// Exits with 1 if a diagnostic is denied, with 2 if a file cannot be read.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Documents in YAML or JSON, `REV:PATH` from git, folders with such files, or `-` for the
    /// standard input
    pub files: Vec<String>,
    /// Folder of the document's published examples: `<operationId>.request.json`,
    /// `<operationId>.<status>.json`
    #[arg(long, value_name = "FOLDER", requires = "files")]
    examples: Option<PathBuf>,
    /// Output format: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// Diagnostics to deny besides errors: warning, info, a rule or a category. Date-dependent
    /// diagnostics are denied only by rule
    #[arg(long, value_name = "SEVERITY|RULE", value_delimiter = ',')]
    deny: Vec<String>,
    /// Run only these rules, and show all their diagnostics
    #[arg(
        long,
        alias = "only",
        value_name = "RULE|CATEGORY",
        value_delimiter = ','
    )]
    rule: Vec<String>,
    /// Show all diagnostics; by default, repeated ones are grouped, and a long report has the
    /// first errors and a table
    #[arg(long)]
    all: bool,
    /// Do not run these rules
    #[arg(long, value_name = "RULE|CATEGORY", value_delimiter = ',')]
    skip: Vec<String>,
    /// Code generator of the documents: also run the rules for it [possible value: progenitor]
    #[arg(long, value_name = "GENERATOR")]
    generator: Option<Generator>,
    /// Configuration of the rules [default: the nearest `oas.yaml` from the document's folder up
    /// to the root]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Record the current diagnostics as allows in the configuration
    #[arg(long)]
    write_allows: bool,
    /// Reference date, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE", value_parser = crate::clock::date)]
    today: Option<NaiveDate>,
    /// Number of days before a sunset from which it is reported as near
    #[arg(long, value_name = "DAYS", default_value_t = SUNSET_NEAR_DAYS)]
    sunset_near_days: u32,
    #[command(flatten)]
    access: Access,
}

impl Arguments {
    /// The rules to run.
    fn selection(&self) -> Result<Selection> {
        let selection = Selection::new(&self.rule, &self.skip).context("select the rules")?;
        Ok(match self.generator {
            Some(generator) => selection.with_generator(generator),
            None => selection,
        })
    }
}

/// Lints the documents that the arguments name. `program` is the name of the program in messages.
///
/// # Errors
/// When an argument is invalid, or a document cannot be read.
pub fn run(arguments: &Arguments, program: &str) -> Result<ExitCode> {
    if arguments.files.is_empty() {
        bail!("find a document: specify a file, a folder, or `-` for the standard input");
    }
    let examples = arguments.examples.as_deref();
    if let Some(folder) = examples {
        check_links_in(folder, arguments.access.tracked)?;
    }
    let published = examples.map(load_published);
    let loaded = input::load_all(&arguments.files, &arguments.access)?;
    if arguments.examples.is_some() && loaded.len() > 1 {
        bail!(
            "find the document of --examples among {} documents: specify one",
            loaded.len()
        );
    }
    run_on(
        &loaded,
        published.transpose()?.as_deref(),
        arguments,
        program,
    )
}

/// Lints documents that are already loaded. `program` is the name of the program in messages.
///
/// # Errors
/// When an argument is invalid, or a configuration cannot be read or written.
pub fn run_on(
    loaded: &[Loaded],
    published: Option<&[Document]>,
    arguments: &Arguments,
    program: &str,
) -> Result<ExitCode> {
    let selection = arguments.selection()?;
    let deny = Deny::new(&arguments.deny).context("deny diagnostics")?;
    let mut all_settings: Vec<Settings> = Vec::new();
    let mut linted = Vec::new();
    for (document, error) in loaded {
        let path = match &arguments.config {
            Some(path) => Some(path.clone()),
            None => Settings::find(document.name(), &arguments.access),
        };
        let known = path.as_ref().map(|path| {
            let mut known = all_settings.iter();
            known.position(|settings| settings.path == *path)
        });
        let settings = match (path, known) {
            (Some(path), Some(None)) => {
                if arguments.config.is_some() && !path.exists() && !arguments.write_allows {
                    bail!("read {}: no such file", path.display());
                }
                all_settings.push(Settings::read(&path, &arguments.access)?);
                Some(all_settings.len() - 1)
            }
            (_, Some(known)) => known,
            _ => None,
        };
        let mut settings = settings.and_then(|index| all_settings.get_mut(index));
        let selection = match &settings {
            Some(settings) => settings.select(selection.clone()),
            None => selection.clone(),
        };
        let lint = Lint {
            published,
            today: Some(arguments.today.unwrap_or_else(clock::today)),
            sunset_near_days: arguments.sunset_near_days,
            selection,
            compare: Some(oas::breaking_changes),
            ..Lint::new(document)
        };
        let mut here = match error {
            Some(error) => unreadable(error).into_iter().collect(),
            None => lint.run(),
        };
        if let Some(settings) = &mut settings {
            settings.apply(&mut here, document);
        }
        linted.push((document, lint.sources(), here));
    }
    if arguments.write_allows {
        return write_allows(arguments, all_settings, linted);
    }

    let mut sources = Sources::default();
    let mut found = Vec::new();
    for (_, of_document, mut here) in linted {
        sources.append(of_document, &mut here);
        found.append(&mut here);
    }
    for settings in &all_settings {
        let mut here = settings.diagnostics(&settings.select(selection.clone()));
        sources.append(Sources::of(&settings.document), &mut here);
        found.append(&mut here);
    }
    show(arguments, &sources, &found, program)?;
    let fails = found.iter().any(|one| deny.fails(one));
    Ok(ExitCode::from(u8::from(fails)))
}

fn show(
    arguments: &Arguments,
    sources: &Sources<'_>,
    found: &[Diagnostic],
    program: &str,
) -> Result<()> {
    let rules = RULES.iter().map(|rule| rule.info());
    let others = [UNREADABLE, CONFIG_INVALID, CONFIG_UNUSED];
    let report = Report {
        sources,
        diagnostics: found,
        rules: &rules.chain(others).collect::<Vec<_>>(),
    };
    let is_complete = arguments.all || !arguments.rule.is_empty();
    let command = format!("{program} lint --rule ID");
    let limits = Limits {
        per_rule: MAX_PER_ID,
        command: &command,
    };
    print(&match is_complete {
        true => report.render(arguments.format, true),
        false => report.render_limited(arguments.format, true, limits),
    })?;
    if found.is_empty() && arguments.format == Format::Human {
        print("no diagnostics\n")?;
    }
    Ok(())
}

/// Records the diagnostics in the configuration, except those without a pointer, such as a
/// duplicate key.
fn write_allows(
    arguments: &Arguments,
    mut all_settings: Vec<Settings>,
    linted: Vec<(&Document, Sources<'_>, Vec<Diagnostic>)>,
) -> Result<ExitCode> {
    if all_settings.is_empty() {
        let name = arguments.files.first().map_or(".", String::as_str);
        let path = Path::new(name);
        let folder = match path.is_dir() {
            true => Some(path),
            false => path.parent(),
        };
        let path = folder.unwrap_or(Path::new("")).join(config::NAME);
        all_settings.push(Settings::read(&path, &arguments.access)?);
    }
    let [settings] = all_settings.as_slice() else {
        bail!(
            "select one of {} configurations: specify one with --config",
            all_settings.len()
        );
    };
    let found: Vec<_> = linted
        .into_iter()
        .map(|(document, _, found)| (document, found))
        .collect();
    let count = settings.write_allows(&found)?;
    let path = settings.path.display();
    let noun = if count == 1 { "allow" } else { "allows" };
    print(&format!("wrote {count} {noun} to {path}\n"))?;
    Ok(ExitCode::SUCCESS)
}
