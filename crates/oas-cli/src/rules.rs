//! `oas rules`.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use oas::lint::{Category, LEFT_OUT, RULES, Rule, Selection};

use crate::diff::{CHANGES, explained};
use crate::output::print;

/// Arguments of `oas rules`.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Rule or kind of change to explain, or category to list; `changes` lists the kinds of
    /// change. Names of Spectral and Redocly rules are also accepted
    id: Option<String>,
}

/// Lists the rules or the kinds of change, or explains one. `program` is the name of the program in
/// messages.
///
/// # Errors
/// When there is no such rule or kind of change.
pub fn run(arguments: &Arguments, program: &str) -> Result<ExitCode> {
    let id = arguments.id.as_slice();
    let selection = match (Selection::new(id, &[]), &arguments.id) {
        (Ok(selection), _) => selection,
        (Err(unknown), Some(name)) => {
            let text = equivalents(name).or_else(|| explained(name));
            print(&text.ok_or(unknown).context("find the rule")?)?;
            return Ok(ExitCode::SUCCESS);
        }
        (Err(unknown), None) => return Err(unknown.into()),
    };
    let selection = if id.is_empty() {
        Selection::all()
    } else {
        selection
    };
    let selected = RULES.iter().filter(|rule| selection.contains(rule));
    let is_category = |id: &String| Category::ALL.iter().any(|one| one.as_str() == id);
    let text = if id.iter().all(is_category) {
        list(&selected.copied().collect::<Vec<_>>())
    } else {
        selected.map(|rule| explain(rule)).collect()
    };
    print(&text)?;
    if id.is_empty() {
        print(&format!(
            "\nRun `{program} rules {CHANGES}` to list the kinds of change of `{program} diff`.\n"
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns the equivalents of another linter's rule; `None` for an unknown name.
fn equivalents(name: &str) -> Option<String> {
    let mut text = String::new();
    for rule in RULES {
        for equivalent in rule.equivalents.iter().filter(|one| one.rule == name) {
            let (tool, id, summary) = (equivalent.tool, rule.id, rule.summary);
            let _ = writeln!(text, "{tool} `{name}` is equivalent to `{id}`: {summary}");
        }
    }
    for (equivalent, why) in LEFT_OUT.iter().filter(|(one, _)| one.rule == name) {
        let _ = writeln!(
            text,
            "{} `{name}` has no equivalent: {why}",
            equivalent.tool
        );
    }
    (!text.is_empty()).then_some(text)
}

fn list(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut category = None;
    for rule in rules {
        if category.replace(rule.category) != Some(rule.category) {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", rule.category);
        }
        let (id, severity, summary) = (rule.id, rule.severity, rule.summary);
        let _ = writeln!(text, "  {id:width$}  {severity:7}  {summary}");
    }
    text
}

fn explain(rule: &Rule) -> String {
    let (id, severity, category) = (rule.id, rule.severity, rule.category);
    let mut text = format!(
        "{id} ({severity}, {category})\n{}\n{}",
        rule.summary, rule.documentation
    );
    if !rule.equivalents.is_empty() {
        text.push_str("\nEquivalent rules:\n");
        for equivalent in rule.equivalents {
            let _ = writeln!(text, "  {} `{}`", equivalent.tool, equivalent.rule);
        }
    }
    text
}
