use super::context::Context;
use crate::vocabulary::extension::LINT_ALLOW;
use crate::{Diagnostic, Pointer, SourceId};

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

    pub(super) fn covers(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.id == self.id
            && diagnostic.primary.source == SourceId::default()
            && (diagnostic.primary.pointer()).is_some_and(|place| place.starts_with(&self.object))
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
