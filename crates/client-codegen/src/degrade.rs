//! Weakens or removes the parts of a document that the generator cannot handle, so that the rest is
//! generated.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    document::{self, at, at_mut, remove},
    error,
    error::Error,
    isolate::{self, Attempt, Culprit},
    note::Note,
    note::NoteKind,
};

/// Culprits beyond this number are reported by their component or operation, without a search for
/// the innermost schema.
const MAX_EXACT: usize = 20;

/// Maximum number of operations that are removed because they fail only together with others.
const MAX_ROUNDS: usize = 10;

/// Weakens the components of a document that fails as a whole, so that they can be generated. Every
/// change is noted. Returns the number of culprits.
pub(crate) fn components(
    document: &mut Value,
    attempt: &Attempt<'_>,
    notes: &mut Vec<Note>,
) -> Result<usize, Error> {
    if let Some(reason) = isolate::frame(document, attempt) {
        return Err(Error::part("#", error::reason(&reason)));
    }
    for culprit in isolate::malformed(document, attempt) {
        remove(document, &culprit.pointer);
        notes.push(Note::left_out(
            culprit.pointer,
            error::reason(&culprit.reason),
        ));
    }
    let mut exact = 0;
    let mut converted = BTreeSet::new();
    while let Some(culprit) = isolate::component(document, &mut converted, attempt) {
        let component = culprit.pointer.clone();
        let culprit = match exact < MAX_EXACT {
            true => isolate::innermost(document, culprit, attempt),
            false => culprit,
        };
        exact += 1;
        weaken(document, culprit, attempt, notes);
        weaken_rest(document, &component, &mut exact, attempt, notes);
    }
    Ok(exact)
}

/// Removes the operations that fail although their components do not, and those that fail together.
/// `exact` is the number of culprits so far.
pub(crate) fn operations(
    document: &mut Value,
    mut exact: usize,
    attempt: &Attempt<'_>,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    for culprit in isolate::failing_operations(document, attempt) {
        let operation = culprit.pointer.clone();
        let culprit = match exact < MAX_EXACT {
            true => isolate::in_operation(document, culprit, attempt),
            false => culprit,
        };
        exact += 1;
        remove(document, &operation);
        notes.push(Note::left_out(
            culprit.pointer,
            error::reason(&culprit.reason),
        ));
    }
    for _ in 0..MAX_ROUNDS {
        let Some(culprit) = isolate::together(document, attempt) else {
            break;
        };
        remove(document, &culprit.pointer);
        notes.push(Note::left_out(
            culprit.pointer,
            error::reason(&culprit.reason),
        ));
    }
    match document::operations(document).is_empty() {
        true => {
            notes.retain(|note| note.kind == NoteKind::LeftOut);
            Err(Error::parts(std::mem::take(notes)))
        }
        false => Ok(()),
    }
}

/// Weakens the other schemas that make a component fail, and the component itself if there are too
/// many.
fn weaken_rest(
    document: &mut Value,
    component: &str,
    exact: &mut usize,
    attempt: &Attempt<'_>,
    notes: &mut Vec<Note>,
) {
    while let Some(reason) = isolate::alone(document, component, attempt) {
        let pointer = component.to_owned();
        let culprit = Culprit { pointer, reason };
        let culprit = match *exact < MAX_EXACT {
            true => isolate::innermost(document, culprit, attempt),
            false => culprit,
        };
        *exact += 1;
        if culprit.pointer == component {
            weaken(document, culprit, attempt, notes);
            return;
        }
        weaken(document, culprit, attempt, notes);
    }
}

/// Removes the cause of a failing schema: a pattern that the generator's engine does not know, enum
/// values that make one name, or everything.
fn weaken(document: &mut Value, culprit: Culprit, attempt: &Attempt<'_>, notes: &mut Vec<Note>) {
    const WEAKER: [(&str, &str); 2] = [
        ("pattern", "generated without its `pattern`"),
        ("enum", "generated without its `enum`"),
    ];
    let reason = error::reason(&culprit.reason);
    let original = at(document, &culprit.pointer).cloned().unwrap_or_default();
    for (keyword, consequence) in WEAKER {
        let mut weaker = original.clone();
        let removed = weaker
            .as_object_mut()
            .and_then(|schema: &mut Map<_, _>| schema.remove(keyword));
        if removed.is_none() {
            continue;
        }
        replace(document, &culprit.pointer, weaker);
        if isolate::alone(document, &culprit.pointer, attempt).is_none() {
            notes.push(Note::lowered(
                culprit.pointer,
                format!("{consequence}: {reason}"),
            ));
            return;
        }
    }
    replace(document, &culprit.pointer, json!({}));
    notes.push(Note::lowered(
        culprit.pointer,
        format!("generated as any JSON value: {reason}"),
    ));
}

fn replace(document: &mut Value, pointer: &str, value: Value) {
    if let Some(schema) = at_mut(document, pointer) {
        *schema = value;
    }
}
