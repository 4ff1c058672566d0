mod input;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use oas::Sources;
use oas::lint::{
    Deny, Generator, Lint, RULES, SUNSET_NEAR_DAYS, Selection, UNREADABLE, load_published,
    unreadable,
};
use oas::report::{Format, Report};

use crate::clock;
use crate::output::print;
use crate::workspace::{self, DOCUMENT};

/// Exits with 1 when it finds something that is denied, with 2 when a file cannot be read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Documents in YAML or JSON, folders with such, or `-` for the standard input [default: openapi/tasks.yaml, with its
    /// published examples]
    files: Vec<PathBuf>,
    /// The folder of the document's published examples: `<operationId>.request.json`, `<operationId>.<status>.json`
    #[arg(long, value_name = "FOLDER", requires = "files")]
    examples: Option<PathBuf>,
    /// How to show the findings: human, json, sarif, github or markdown
    #[arg(long, default_value = "human")]
    format: Format,
    /// What to deny besides errors: warning, info, a rule, a category. What depends on the date is denied only by its rule
    #[arg(long, value_name = "SEVERITY|RULE", value_delimiter = ',')]
    deny: Vec<String>,
    /// Run only these rules
    #[arg(long, value_name = "RULE|CATEGORY", value_delimiter = ',')]
    only: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE|CATEGORY", value_delimiter = ',')]
    skip: Vec<String>,
    /// Code generator that the documents are meant for: also run the rules about it [possible value: progenitor]
    #[arg(long, value_name = "GENERATOR")]
    generator: Option<Generator>,
    /// The date to judge by, YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// How many days before its sunset an operation is near it
    #[arg(long, value_name = "DAYS", default_value_t = SUNSET_NEAR_DAYS)]
    sunset_near_days: u32,
}

/// Lints, and shows what is found.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut selection =
        Selection::new(&arguments.only, &arguments.skip).context("select the rules")?;
    if let Some(generator) = arguments.generator {
        selection = selection.with_generator(generator);
    }
    let deny = Deny::new(&arguments.deny).context("deny findings")?;
    let (loaded, published) = match arguments.files.as_slice() {
        [] => {
            let ours = input::load(DOCUMENT.to_owned(), workspace::read(DOCUMENT)?);
            selection = workspace::rules(selection)?;
            (vec![ours], Some(workspace::published()?))
        }
        files => {
            let published = arguments.examples.as_deref().map(load_published);
            (input::load_all(files)?, published.transpose()?)
        }
    };
    if arguments.examples.is_some() && loaded.len() > 1 {
        bail!(
            "tell which of {} documents --examples is for: give one",
            loaded.len()
        );
    }

    let mut sources = Sources::default();
    let mut found = Vec::new();
    for (document, error) in &loaded {
        let lint = Lint {
            published: published.as_deref(),
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
    print(&report.render(arguments.format, true))?;
    if found.is_empty() && arguments.format == Format::Human {
        print("no findings\n")?;
    }
    let fails = found.iter().any(|finding| deny.fails(finding));
    Ok(ExitCode::from(u8::from(fails)))
}
