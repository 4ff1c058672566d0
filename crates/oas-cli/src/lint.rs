//! `oas lint`.

mod input;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use oas::lint::{
    Deny, Generator, Lint, RULES, SUNSET_NEAR_DAYS, Selection, UNREADABLE, load_published,
    unreadable,
};
use oas::report::{Format, Limits, Report};
use oas::{Document, Sources};

use crate::source::{Access, Loaded};
use crate::{clock, print};

/// The most groups of errors of one rule that a long report shows with their lines.
const MAX_PER_RULE: usize = 5;

/// Exits with 1 if a diagnostic is denied, with 2 if a file cannot be read.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Documents in YAML or JSON, `REV:PATH` from git, folders with such files, or `-` for the standard input
    pub files: Vec<String>,
    /// Folder of the document's published examples: `<operationId>.request.json`, `<operationId>.<status>.json`
    #[arg(long, value_name = "FOLDER", requires = "files")]
    examples: Option<PathBuf>,
    /// Output format: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// Diagnostics to deny besides errors: warning, info, a rule, a category. Diagnostics that depend on the date are denied only
    /// by their rule
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
    /// Show all diagnostics: by default repeated ones are grouped, and a long report has the first errors and a table
    #[arg(long)]
    all: bool,
    /// Do not run these rules
    #[arg(long, value_name = "RULE|CATEGORY", value_delimiter = ',')]
    skip: Vec<String>,
    /// Code generator that the documents are meant for: also run the rules about it [possible value: progenitor]
    #[arg(long, value_name = "GENERATOR")]
    generator: Option<Generator>,
    /// Reference date, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// Number of days before its sunset from which an operation is near it
    #[arg(long, value_name = "DAYS", default_value_t = SUNSET_NEAR_DAYS)]
    sunset_near_days: u32,
    #[command(flatten)]
    access: Access,
}

impl Arguments {
    /// The rules to run.
    ///
    /// # Errors
    /// When an argument names neither a rule nor a category.
    pub fn selection(&self) -> Result<Selection> {
        let selection = Selection::new(&self.rule, &self.skip).context("select the rules")?;
        Ok(match self.generator {
            Some(generator) => selection.with_generator(generator),
            None => selection,
        })
    }
}

/// Lints the documents that the arguments name. `program` is the command that lints, for messages.
///
/// # Errors
/// When an argument is wrong or a document cannot be read.
pub fn run(arguments: &Arguments, program: &str) -> Result<ExitCode> {
    if arguments.files.is_empty() {
        bail!("find a document: name a file, a folder, or `-` for the standard input");
    }
    let published = arguments.examples.as_deref().map(load_published);
    let loaded = input::load_all(&arguments.files, &arguments.access)?;
    if arguments.examples.is_some() && loaded.len() > 1 {
        bail!(
            "find the document of --examples among {}: name one",
            loaded.len()
        );
    }
    let selection = arguments.selection()?;
    run_on(
        &loaded,
        published.transpose()?.as_deref(),
        selection,
        arguments,
        program,
    )
}

/// Lints documents that are already loaded.
///
/// # Errors
/// When an argument is wrong.
pub fn run_on(
    loaded: &[Loaded],
    published: Option<&[Document]>,
    selection: Selection,
    arguments: &Arguments,
    program: &str,
) -> Result<ExitCode> {
    let deny = Deny::new(&arguments.deny).context("deny diagnostics")?;
    let mut sources = Sources::default();
    let mut found = Vec::new();
    for (document, error) in loaded {
        let lint = Lint {
            published,
            today: Some(arguments.today.unwrap_or_else(clock::today)),
            sunset_near_days: arguments.sunset_near_days,
            selection: selection.clone(),
            ..Lint::new(document)
        };
        let mut here = match error {
            Some(error) => unreadable(error).into_iter().collect(),
            None => lint.run(),
        };
        sources.append(lint.sources(), &mut here);
        found.append(&mut here);
    }

    let rules = RULES.iter().map(|rule| rule.info());
    let report = Report {
        sources: &sources,
        diagnostics: &found,
        rules: &rules.chain([UNREADABLE]).collect::<Vec<_>>(),
    };
    let is_complete = arguments.all || !arguments.rule.is_empty();
    let command = format!("{program} lint --rule");
    let limits = Limits {
        per_rule: MAX_PER_RULE,
        command: &command,
    };
    print(&match is_complete {
        true => report.render(arguments.format, true),
        false => report.render_limited(arguments.format, true, limits),
    })?;
    if found.is_empty() && arguments.format == Format::Human {
        print("no findings\n")?;
    }
    let fails = found.iter().any(|finding| deny.fails(finding));
    Ok(ExitCode::from(u8::from(fails)))
}
