use std::fmt::Write as _;

use client_codegen::surface::{self, Level};
use oas::Direction;
use oas::diff::{Change, Witness};
use oas::report::markdown_text as text;

use super::escape::{block, code};
use super::remedy::remedy;
use super::snippet::snippets;
use super::view::View;
use crate::cause::Cause;
use crate::outcome::{Outcome, RustChange};

/// Maximum length of a witness that is not folded.
const MAX_OPEN_CHARS: usize = 600;
const MAX_OPEN_LINES: usize = 20;

/// Maximum number of Rust changes that are listed with their cause.
const MAX_LISTED: usize = 20;

/// Changes that break clients on the wire, each with both sides, a witness, and the action for Rust
/// callers.
pub(super) fn wire(view: &View<'_, '_>) -> Vec<String> {
    let outcome = view.outcome;
    let found = outcome.changes.iter().enumerate();
    let found = found.filter(|(_, one)| one.is_breaking());
    found
        .map(|(index, change)| {
            let mut out = format!("\n#### {}\n\n", text(&change.message));
            out.push_str(&code(&change.id));
            out.push_str(&users(change));
            out.push_str(&snippets(view, &change.difference));
            out.push_str(&witness(change));
            let caused = outcome.caused(Cause::Change(index));
            if caused.iter().any(|one| one.change.level == Level::Major) {
                callers(&caused, &mut out);
            }
            approve(outcome, change, &mut out);
            out
        })
        .collect()
}

/// Changes that break Rust callers but no client on the wire, by cause.
pub(super) fn rust(view: &View<'_, '_>) -> Vec<String> {
    let outcome = view.outcome;
    let causes = outcome.changes.iter().enumerate();
    let causes = causes
        .filter(|(_, one)| !one.is_breaking())
        .map(|(index, change)| (Cause::Change(index), text(&change.message)));
    let others = [Cause::Generator, Cause::Unknown];
    let others = others.map(|cause| (cause, text(&capitalized(cause.note().unwrap_or_default()))));
    causes
        .chain(others)
        .filter_map(|(cause, title)| {
            let caused = outcome.caused(cause);
            let breaks = caused.iter().any(|one| one.change.level == Level::Major);
            let mut out = format!("\n#### {title}\n");
            breaks.then(|| {
                if let Cause::Change(index) = cause
                    && let Some(change) = outcome.changes.get(index)
                {
                    out.push_str(&snippets(view, &change.difference));
                }
                callers(&caused, &mut out);
                out
            })
        })
        .collect()
}

fn capitalized(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

/// The number of affected operations, if there are several: the message names only one.
fn users(change: &Change) -> String {
    match change.operations.len() {
        0 | 1 => "\n".to_owned(),
        all => format!(", in {all} operations\n"),
    }
}

fn witness(change: &Change) -> String {
    match &change.witness {
        Some(Witness::Value(value)) => {
            let heading = match change.site.direction {
                Some(Direction::Response) => "Allowed by the revision, rejected by the base",
                _ => "Accepted by the base, rejected by the revision",
            };
            let shown = serde_json::to_string_pretty(value).unwrap_or_default();
            let length = shown.chars().count();
            let is_long = length > MAX_OPEN_CHARS || shown.lines().count() > MAX_OPEN_LINES;
            let shown = block("json", &shown);
            match is_long {
                false => format!("\n{heading}:\n\n{shown}"),
                true => format!(
                    "\n<details><summary>{heading} ({length} characters)</summary>\n\n{shown}\n</details>\n"
                ),
            }
        }
        Some(Witness::None(why)) => format!("\nNo witness: {}.\n", text(why)),
        Some(Witness::NotFound) => "\nNo witness was found.\n".to_owned(),
        None => String::new(),
    }
}

/// Adds the changes for Rust callers, and the action that each requires.
fn callers(caused: &[&RustChange], out: &mut String) {
    out.push_str("\nFor Rust callers:\n\n");
    let shown = caused.iter().filter(|one| one.change.level != Level::Patch);
    let shown: Vec<_> = shown
        .filter(|one| field_of(one, caused).is_none())
        .collect();
    for one in shown.iter().take(MAX_LISTED) {
        let _ = write!(out, "- {}", text(&one.change.to_string()));
        if caused
            .iter()
            .any(|setter| field_of(setter, caused) == Some(one))
        {
            out.push_str(", with its setter");
        }
        match remedy(&one.change, caused) {
            Some(remedy) => {
                let _ = writeln!(out, ". {}", text(&remedy));
            }
            None => out.push('\n'),
        }
    }
    if shown.len() > MAX_LISTED {
        let _ = writeln!(out, "- … and {} more", shown.len() - MAX_LISTED);
    }
}

/// Returns the field of a builder's setter if both changed alike, so that one entry reports both.
fn field_of<'r, 'c>(
    setter: &RustChange,
    caused: &'c [&'r RustChange],
) -> Option<&'c &'r RustChange> {
    let (builder, name) = setter.change.path.split_once("::builder::")?;
    let path = format!("{builder}::{name}");
    let alike = |one: &surface::Change| {
        let setter = &setter.change;
        (one.base.is_some(), one.revision.is_some(), one.level)
            == (
                setter.base.is_some(),
                setter.revision.is_some(),
                setter.level,
            )
    };
    caused
        .iter()
        .find(|one| one.change.path == path && alike(&one.change))
}

/// Adds the entry that approves the change.
fn approve(outcome: &Outcome<'_>, change: &Change, out: &mut String) {
    let approval = format!(
        "- fingerprint: {}\n  reason: why no client breaks, or who approved it",
        change.fingerprint()
    );
    let _ = writeln!(
        out,
        "\n<details><summary>To approve this change, add to {}:</summary>\n\n{}\n</details>",
        code(outcome.input.approvals),
        block("yaml", &approval)
    );
}
