//! Rewrites a document into one that the generator can handle, without a loss of values where
//! possible. Every rewrite is applied to the generator's copy alone, and noted if a caller can see
//! it.

mod alternatives;
mod bodies;
mod inheritance;
mod keywords;
mod names;
mod parameters;
mod plan;
mod private;
mod recursion;
mod references;
mod responses;

use serde_json::Value;

use crate::note::Note;

pub(crate) use self::names::rename_components;
pub(crate) use self::plan::{BodyKind, Plan, Success, origin};
pub(crate) use self::private::Marks;
pub(crate) use self::recursion::lower as end_recursion;
pub(crate) use self::references::path_items;

/// Rewrites the document.
pub(crate) fn lower(document: &mut Value, marks: Marks, notes: &mut Vec<Note>) -> Plan {
    let mut plan = Plan::new(marks);
    keywords::lower(document, notes);
    references::lower(document, notes);
    bodies::lower(document, &mut plan, notes);
    responses::lower(document, &mut plan, notes);
    inheritance::lower(document);
    alternatives::lower(document, notes);
    parameters::lower(document, &mut plan, notes);
    keywords::note_required_read_only(document, notes);
    keywords::without_write_only(document, notes);
    keywords::without_limits_of_responses(document);
    names::lower(document, &mut plan, notes);
    plan
}
