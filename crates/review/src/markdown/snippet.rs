use oas::diff::{Difference, Edit};
use oas::{Document, Label, Pointer, Span};

use super::escape::block;
use super::view::View;

/// Maximum number of lines of a snippet.
const MAX_LINES: usize = 24;

/// Number of lines around a difference.
const CONTEXT_LINES: usize = 2;

/// Maximum number of lines of one side that are compared.
const MAX_COMPARED: usize = 500;

/// Maximum number of characters of a line. A whole document may consist of one line.
const MAX_WIDTH: usize = 160;

/// The changed lines of both sides as a diff, with their locations.
pub(super) fn snippets(view: &View<'_, '_>, difference: &Difference) -> String {
    let input = &view.outcome.input;
    let Some(base) = input.base else {
        return String::new();
    };
    let sides = view.outcome.sides();
    let (old, new) = edited((base.document, input.revision.document), difference);
    let mut shown = hunks(&edits(&old, &new));
    if shown.len() > MAX_LINES {
        shown.truncate(MAX_LINES);
        shown.push("  …".to_owned());
    }
    let locations = [
        (&difference.base, sides.base),
        (&difference.revision, sides.revision),
    ];
    let [base, revision] = locations
        .map(|(pointer, source)| view.location(&Label::key(pointer.clone()).in_source(source)));
    format!(
        "\n{base} in the base, {revision} in the revision:\n\n{}",
        block("diff", &shown.join("\n"))
    )
}

/// The lines of both sides that are compared.
fn edited(
    (base, revision): (&Document, &Document),
    difference: &Difference,
) -> (Vec<String>, Vec<String>) {
    let (old, new) = match difference.edit {
        Edit::Changed => (
            own(base, &difference.base),
            own(revision, &difference.revision),
        ),
        Edit::Removed => {
            let holders = holders((base, &difference.base), (revision, &difference.revision));
            let (old, new) = holders.unwrap_or_else(|| (lines(base, &difference.base), Vec::new()));
            (old, new)
        }
        Edit::Added => {
            let holders = holders((revision, &difference.revision), (base, &difference.base));
            let (new, old) =
                holders.unwrap_or_else(|| (lines(revision, &difference.revision), Vec::new()));
            (old, new)
        }
    };
    (dedented(&old), dedented(&new))
}

/// The lines of a node's container on the side that has the node, and on the other side: those at
/// the same pointer, or at the reported pointer if its last token is the same.
fn holders<'d>(
    (document, thing): (&'d Document, &Pointer),
    (other, noted): (&'d Document, &Pointer),
) -> Option<(Vec<&'d str>, Vec<&'d str>)> {
    let holder = thing.parent()?;
    // Both sides have a node at the pointer: only a part of it was added or removed, such as a
    // scope of a requirement.
    if noted.parent() == Some(holder.clone()) && noted == thing && other.get(noted).is_some() {
        return Some((lines(document, thing), lines(other, noted)));
    }
    let there = if other.get(&holder).is_some() {
        &holder
    } else if holder.last() == noted.last() {
        noted
    } else {
        return None;
    };
    let (own, others) = (lines(document, &holder), lines(other, there));
    (own.len().max(others.len()) <= MAX_COMPARED).then_some((own, others))
}

/// The lines of a node, or of its container if the node has one line and the container is short.
fn own<'d>(document: &'d Document, pointer: &Pointer) -> Vec<&'d str> {
    let own = lines(document, pointer);
    let holder = pointer.parent().map(|holder| lines(document, &holder));
    match holder {
        Some(holder) if own.len() <= 1 && holder.len() <= MAX_LINES / 2 => holder,
        _ => own.into_iter().take(MAX_COMPARED).collect(),
    }
}

/// The whole lines of a member, from its key to the end of its value.
fn lines<'d>(document: &'d Document, pointer: &Pointer) -> Vec<&'d str> {
    let map = document.source_map();
    let (key, value) = (map.key(pointer), map.value(pointer));
    let Some(Span { start, .. }) = key.or(value) else {
        return Vec::new();
    };
    let text = document.text();
    let end = value.or(key).map_or(start, |span| span.end);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    // The span of a block value extends to the next key.
    let covered = text[from..end].trim_end();
    let rest = &text[from + covered.len()..];
    let to = from + covered.len() + rest.find('\n').unwrap_or(rest.len());
    text[from..to].lines().collect()
}

fn dedented(lines: &[&str]) -> Vec<String> {
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let indent = filled
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or_default();
    let cut = |line: &&str| {
        let line = line.get(indent..).unwrap_or_default();
        match line.char_indices().nth(MAX_WIDTH) {
            Some((at, _)) => format!("{}…", &line[..at]),
            None => line.to_owned(),
        }
    };
    lines.iter().map(cut).collect()
}

/// A line with the sign of a diff.
type Line<'l> = (char, &'l str);

/// Merges the lines of both sides along their longest common subsequence.
fn edits<'l>(old: &'l [String], new: &'l [String]) -> Vec<Line<'l>> {
    // Length of the longest common subsequence of `old[i..]` and `new[j..]`.
    let mut same = vec![vec![0; new.len() + 1]; old.len() + 1];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            same[i][j] = if one == other {
                same[i + 1][j + 1] + 1
            } else {
                same[i + 1][j].max(same[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    loop {
        match (old.get(i), new.get(j)) {
            (Some(one), Some(other)) if one == other => {
                lines.push((' ', one.as_str()));
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || same[i + 1][j] >= same[i][j + 1] => {
                lines.push(('-', one));
                i += 1;
            }
            (_, Some(other)) => {
                lines.push(('+', other));
                j += 1;
            }
            (_, None) => return lines,
        }
    }
}

/// The lines that differ, with some lines around them.
fn hunks(lines: &[Line<'_>]) -> Vec<String> {
    let mut shown = Vec::new();
    let mut last = 0;
    for (index, (mark, line)) in lines.iter().enumerate() {
        let near =
            index.saturating_sub(CONTEXT_LINES)..(index + CONTEXT_LINES + 1).min(lines.len());
        if lines[near].iter().all(|(mark, _)| *mark == ' ') {
            continue;
        }
        if !shown.is_empty() && index > last + 1 {
            shown.push("  …".to_owned());
        }
        shown.push(format!("{mark} {line}"));
        last = index;
    }
    // The difference is in a part that is not shown, such as the middle of a long line.
    if shown.is_empty() {
        let all = lines.iter().take(MAX_LINES);
        shown = all.map(|(_, line)| format!("  {line}")).collect();
    }
    shown
}
