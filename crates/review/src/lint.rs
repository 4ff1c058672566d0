use oas::Diagnostic;
use oas::lint::{Generator, Lint, Selection};

use crate::{Input, Side};

/// Returns the diagnostics of the revision that the base does not have; all of them if there is no base to compare with.
///
/// A diagnostic is identified by its rule, pointer and message, not by its line.
pub(crate) fn introduced(input: &Input<'_>) -> Vec<Diagnostic> {
    let base = input.base.map(|base| found(input, base));
    let mut base = base.unwrap_or_default();
    let mut revision = found(input, input.revision);
    revision.retain(|diagnostic| {
        let known = base.iter().position(|known| is_same(known, diagnostic));
        // One diagnostic of the base accounts for one of the revision, not for two.
        known.map(|index| base.swap_remove(index)).is_none()
    });
    revision
}

fn found(input: &Input<'_>, side: Side<'_>) -> Vec<Diagnostic> {
    Lint {
        published: side.published,
        today: Some(input.today),
        selection: Selection::default().with_generator(Generator::Progenitor),
        ..Lint::new(side.document)
    }
    .run()
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.id == other.id
        && one.message == other.message
        && one.primary.pointer() == other.primary.pointer()
}
