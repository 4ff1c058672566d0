use std::sync::Arc;

use jsonschema::{Draft, Retrieve, ValidationOptions};
use serde_json::json;

use super::node::Borrowed;

/// Options by which schemas are compiled.
pub(super) type Options<'i> = ValidationOptions<'i, Arc<dyn Retrieve>, Borrowed>;

/// The options of every schema: the draft that schemas are translated to, and no access to the
/// network.
///
/// Draft 7 has all that 3.0 needs; the meta-schemas of later drafts cost a process 4 ms and 2 MiB
/// more.
pub(super) fn options<'i>() -> Options<'i> {
    jsonschema::options_for()
        .with_draft(Draft::Draft7)
        .offline()
}

/// A compiled pattern; `None` when it is invalid or too large.
pub(crate) fn pattern_of(pattern: &str) -> Option<jsonschema::Validator<Borrowed>> {
    options().build(&json!({ "pattern": pattern })).ok()
}
