use client_codegen::surface::{Change, Origins};
use oas::Pointer;
use oas::diff::Finding;

use crate::Side;

/// Finds which change of the document a change of the generated client comes from.
pub(crate) struct Causes {
    base: Origins,
    revision: Origins,
}

impl Causes {
    /// A document that the generator cannot read explains nothing.
    pub(crate) fn new(base: Side<'_>, revision: Side<'_>) -> Self {
        let read = |side: Side<'_>| Origins::read(side.document.text()).unwrap_or_default();
        Self {
            base: read(base),
            revision: read(revision),
        }
    }

    /// The finding at the place that the item comes from, above it or below it: the nearest one, of equals the gravest.
    pub(crate) fn of(&self, change: &Change, findings: &[Finding]) -> Option<usize> {
        let place = |origins: &Origins| {
            let pointer = origins.pointer(&change.path)?;
            Pointer::parse(pointer).ok()
        };
        let (base, revision) = (place(&self.base), place(&self.revision));
        let distances = findings.iter().map(|finding| {
            let finding = &finding.change;
            let base = base.as_ref().and_then(|own| distance(own, &finding.base));
            let revision = revision
                .as_ref()
                .and_then(|own| distance(own, &finding.revision));
            base.into_iter().chain(revision).min()
        });
        let near = distances
            .enumerate()
            .filter_map(|(index, distance)| Some((distance?, index)));
        // The findings come with the gravest first.
        near.min().map(|(_, index)| index)
    }
}

/// How many steps are between two places of which one is above the other; `None` when neither is.
fn distance(one: &Pointer, other: &Pointer) -> Option<usize> {
    let related = one.starts_with(other) || other.starts_with(one);
    related.then(|| one.tokens().count().abs_diff(other.tokens().count()))
}
