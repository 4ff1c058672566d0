use oas::Diagnostic;
use oas::lint::Lint;

use crate::{Input, Side};

/// The findings of the rules that the base does not have: those that the change brought in.
///
/// A finding is the same one wherever its lines moved to; what tells it from others is its rule, its pointer, and its message.
pub(crate) fn introduced(input: &Input<'_>) -> Vec<Diagnostic> {
    let mut before = found(input, input.base);
    let mut after = found(input, input.revision);
    after.retain(|finding| {
        let known = before.iter().position(|known| is_same(known, finding));
        // One that the base has once accounts for one here, not for two.
        known.map(|index| before.swap_remove(index)).is_none()
    });
    after
}

fn found(input: &Input<'_>, side: Side<'_>) -> Vec<Diagnostic> {
    Lint {
        published: side.published,
        today: Some(input.today),
        ..Lint::new(side.document)
    }
    .run()
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.id == other.id
        && one.message == other.message
        && one.primary.pointer() == other.primary.pointer()
}
