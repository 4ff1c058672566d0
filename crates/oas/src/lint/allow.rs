use super::context::Shared;
use super::{Context, Lint, RULES};
use crate::vocabulary::extension::LINT_ALLOW;
use crate::{Diagnostic, Label, Pointer, SourceId};

/// One entry of an `x-lint-allow`.
pub(super) struct Allowance {
    /// The object that has the extension; diagnostics below it are allowed.
    pub(super) object: Pointer,
    pub(super) id: String,
    pub(super) reason: String,
}

impl Allowance {
    pub(super) fn pointer(&self) -> Pointer {
        self.object.join(LINT_ALLOW).join(&self.id)
    }

    fn covers(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.id == self.id
            && diagnostic.primary.source == SourceId::default()
            && (diagnostic.primary.pointer()).is_some_and(|place| place.starts_with(&self.object))
    }
}

/// Removes the diagnostics that the document allows, and adds those of its allows.
pub(super) fn apply<'a>(lint: &'a Lint<'a>, shared: &'a Shared<'a>, found: &mut Vec<Diagnostic>) {
    let unused = &super::rules::ALLOW_UNUSED;
    let context = Context::new(lint, unused, shared);
    let allowances = allowances(&context);
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
    if !lint.selection.contains(unused) {
        return;
    }
    for (allowance, used) in allowances.iter().zip(used) {
        let rule = RULES.iter().find(|rule| rule.id == allowance.id);
        // A rule that did not run has no diagnostics.
        if used || !rule.is_none_or(|rule| lint.runs(rule)) {
            continue;
        }
        let at = Label::key(allowance.pointer());
        let id = &allowance.id;
        found.push(match rule {
            Some(_) => context
                .diagnostic(
                    at,
                    format!("`{id}` is allowed here, but matches no diagnostic"),
                )
                .help("delete the entry"),
            None => {
                let diagnostic = context.diagnostic(at, format!("`{id}` is not a rule"));
                match crate::suggest::closest(id, RULES.iter().map(|rule| rule.id)) {
                    Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
                    None => diagnostic,
                }
            }
        });
    }
}

/// Every allow of the document's objects, in the order of the text. In an example, the extension is
/// data.
pub(super) fn allowances(cx: &Context<'_>) -> Vec<Allowance> {
    let extended = cx
        .objects()
        .iter()
        .filter(|object| object.kind.has_extensions());
    let allowed = extended
        .filter_map(|object| Some((object, object.node.value.get(LINT_ALLOW)?.as_object()?)));
    let read = allowed.flat_map(|(object, allowed)| {
        allowed.iter().map(|(id, reason)| Allowance {
            object: object.node.pointer.clone(),
            id: id.clone(),
            reason: reason.as_str().unwrap_or_default().to_owned(),
        })
    });
    read.collect()
}
