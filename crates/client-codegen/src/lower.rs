//! Rewrites a document into one that the generator can handle, without a loss of values where possible. Every rewrite is applied
//! to the generator's copy alone, and noted if a caller can see it.

mod alternatives;
mod bodies;
mod inheritance;
mod keywords;
mod names;
mod parameters;
mod private;
mod references;
mod responses;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::Note;

pub(crate) use self::names::rename_components;
pub(crate) use self::private::{find, strip};
pub(crate) use self::responses::{Kind, Success};

/// Additions to the source generated from the lowered document, by the pointer of the operation.
#[derive(Default)]
pub(crate) struct Plan {
    /// The media type of the body, if it is not the generated one.
    pub(crate) media_types: BTreeMap<String, String>,
    /// The media types of JSON successes, if they are not `application/json`.
    pub(crate) accepts: BTreeMap<String, String>,
    /// Operations whose body can be left out.
    pub(crate) optional_bodies: BTreeSet<String>,
    /// Error statuses whose responses are not decoded, although the generated range covers them.
    pub(crate) raw_statuses: BTreeMap<String, Vec<u16>>,
    /// Successes of several kinds.
    pub(crate) successes: BTreeMap<String, Vec<Success>>,
    /// Pointers into the lowered document, and the pointers in the source that they stand for.
    pub(crate) origins: BTreeMap<String, String>,
}

impl Plan {
    /// The pointer in the source of a pointer into the lowered document.
    pub(crate) fn origin(&self, pointer: &str) -> String {
        let mut prefix = pointer;
        loop {
            if let Some(origin) = self.origins.get(prefix) {
                return format!("{origin}{}", &pointer[prefix.len()..]);
            }
            match prefix.rfind('/') {
                Some(end) => prefix = &prefix[..end],
                None => return pointer.to_owned(),
            }
        }
    }
}

/// Rewrites the document.
pub(crate) fn lower(document: &mut Value, notes: &mut Vec<Note>) -> Plan {
    let mut plan = Plan::default();
    keywords::lower(document, notes);
    references::lower(document, notes);
    bodies::lower(document, &mut plan, notes);
    responses::lower(document, &mut plan, notes);
    inheritance::lower(document);
    alternatives::lower(document, notes);
    parameters::lower(document, &mut plan, notes);
    keywords::without_write_only(document, notes);
    keywords::without_limits_of_responses(document);
    names::lower(document, &mut plan, notes);
    plan
}
