use super::allowances::allowances;
use super::context::Context;
use super::rule::Rule;
use super::rules::{ALLOW_UNUSED, RULES};
use crate::suggest::closest;
use crate::{Diagnostic, Label};

/// Removes the diagnostics that the document allows, and adds those of its allows. `unused` is the
/// context of the rule about them; `runs` returns whether a rule was run.
pub(super) fn apply(
    unused: &Context<'_>,
    runs: impl Fn(&Rule) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    let allowances = allowances(unused);
    let mut used = vec![false; allowances.len()];
    found.retain(|diagnostic| {
        let covering = allowances.iter().enumerate();
        // The nearest allow is the used one.
        let nearest = covering
            .filter(|(_, allowance)| allowance.covers(diagnostic))
            .max_by_key(|(_, allowance)| allowance.object.as_str().len());
        match nearest {
            Some((index, allowance)) => {
                used[index] = true;
                allowance.reason.trim().is_empty()
            }
            None => true,
        }
    });
    if !runs(&ALLOW_UNUSED) {
        return;
    }
    for (allowance, used) in allowances.iter().zip(used) {
        let rule = RULES.iter().find(|rule| rule.id == allowance.id);
        // A rule that did not run has no diagnostics.
        if used || !rule.is_none_or(|rule| runs(rule)) {
            continue;
        }
        let at = Label::key(allowance.pointer());
        let id = &allowance.id;
        found.push(match rule {
            Some(_) => unused
                .diagnostic(
                    at,
                    format!("`{id}` is allowed here, but matches no diagnostic"),
                )
                .help("delete the entry"),
            None => {
                let diagnostic = unused.diagnostic(at, format!("`{id}` is not a rule"));
                match closest(id, RULES.iter().map(|rule| rule.id)) {
                    Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                    None => diagnostic,
                }
            }
        });
    }
}
