//! Reads a text as YAML or JSON: the tree, and the span of each key and value.

mod builder;
mod error;
mod events;
mod offsets;
mod scalar;
mod strict;
mod surrogates;

pub use builder::DuplicateKey;
pub(crate) use builder::{Built, MAX_DEPTH, MAX_NODES, MAX_PATH};
pub use error::LoadError;

use std::path::Path;

use builder::{Failure, build};

use crate::Span;
use crate::lines::Lines;

/// Bytes as text in UTF-8.
pub(crate) fn decode(name: &str, bytes: Vec<u8>) -> Result<String, LoadError> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        LoadError::Encoding {
            name: name.to_owned(),
            location: Lines::of(&text).location(&text, empty_at(valid)),
        }
    })
}

/// Reads a text as YAML or JSON, with at most `max_nodes` values.
pub(crate) fn parse(name: &str, text: &str, max_nodes: usize) -> Result<Built, LoadError> {
    let name = || name.to_owned();
    if u32::try_from(text.len()).is_err() {
        return Err(LoadError::Limit {
            name: name(),
            location: Lines::of("").location("", empty_at(0)),
            limit: "the document is larger than 4 GiB",
        });
    }
    let locate = |at| Lines::of(text).location(text, empty_at(at));
    // The parser takes a NUL for the end of the text, and would silently drop the rest.
    if let Some(at) = text.find('\0') {
        return Err(LoadError::Syntax {
            name: name(),
            location: locate(at),
            reason: "a NUL character is not allowed in YAML or JSON".to_owned(),
        });
    }
    let is_json = Path::new(&name())
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    if is_json && let Some((at, reason)) = strict::defect(text) {
        return Err(LoadError::Syntax {
            name: name(),
            location: locate(at),
            reason,
        });
    }
    build(text, max_nodes).map_err(|failure| match failure {
        Failure::Syntax(stop) => LoadError::Syntax {
            name: name(),
            location: locate(stop.at),
            reason: stop.reason,
        },
        Failure::Limit { at, limit } => LoadError::Limit {
            name: name(),
            location: locate(at),
            limit,
        },
    })
}

fn empty_at(at: usize) -> Span {
    Span { start: at, end: at }
}
