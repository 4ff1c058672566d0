use std::path::Path;

use serde_json::Value;

use super::context::Context;
use crate::{Direction, Document, LoadError, MediaType, Operation, Pointer, SourceId};

/// A published example, with the message that its name refers to.
pub(crate) struct File<'d> {
    pub(crate) document: &'d Document,
    pub(crate) source: SourceId,
    /// The `operationId` in the name; empty if there is none.
    pub(crate) operation: &'d str,
    /// `request`, or a status.
    pub(crate) part: &'d str,
    pub(crate) direction: Direction,
    pub(crate) described: Option<Operation<'d>>,
    media_type: Option<MediaType<'d>>,
}

impl<'d> File<'d> {
    /// The media type of the document that the file is an example of.
    pub(crate) fn media_type(&self) -> Option<&MediaType<'d>> {
        self.media_type.as_ref()
    }
}

/// The published examples, each with the message that it is an example of.
pub(crate) fn files<'d>(cx: &Context<'d>) -> Vec<File<'d>> {
    let published = cx.published().into_iter().flatten();
    let file = |(source, document): (SourceId, &'d Document)| {
        let (operation, part) = meaning(document.name());
        let described = cx
            .document()
            .operations()
            .find(|described| described.id() == Some(operation));
        let media_types = described.as_ref().and_then(|described| match part {
            "request" => Some(described.request_body()?.media_types()),
            status => Some(
                described
                    .responses()
                    .find(|response| response.status == status)?
                    .media_types(),
            ),
        });
        let media_type = media_types.into_iter().flatten().find(MediaType::is_json);
        let direction = if part == "request" {
            Direction::Request
        } else {
            Direction::Response
        };
        File {
            document,
            source,
            operation,
            part,
            direction,
            described,
            media_type,
        }
    };
    published.map(file).collect()
}

/// The operation and the part in the name of a file: `createPet` and `201` for
/// `examples/createPet.201.json`.
fn meaning(name: &str) -> (&str, &str) {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.strip_suffix(".json").unwrap_or(file);
    stem.rsplit_once('.').unwrap_or_default()
}

/// Returns the pointers at which two values differ, nearest to the leaves.
pub(crate) fn difference(left: &Value, right: &Value) -> Vec<Pointer> {
    let mut found = Vec::new();
    collect(left, right, &mut Pointer::root(), &mut found);
    found
}

fn collect(left: &Value, right: &Value, path: &mut Pointer, found: &mut Vec<Pointer>) {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let only_right = right.keys().filter(|key| !left.contains_key(*key));
            for key in left.keys().chain(only_right) {
                path.push(key);
                match (left.get(key), right.get(key)) {
                    (Some(left), Some(right)) => collect(left, right, path, found),
                    _ => found.push(path.clone()),
                }
                path.pop();
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (left, right)) in left.iter().zip(right).enumerate() {
                path.push(&index.to_string());
                collect(left, right, path, found);
                path.pop();
            }
        }
        (left, right) if left != right => found.push(path.clone()),
        _ => {}
    }
}

/// Reads the published examples of a folder: its files that end in `.json`, by name.
///
/// # Errors
/// When the folder or one of the files cannot be read.
pub fn load_published(folder: &Path) -> Result<Vec<Document>, LoadError> {
    let unread = |source| LoadError::Read {
        name: folder.display().to_string(),
        source,
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        paths.push(entry.map_err(unread)?.path());
    }
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    paths.sort();
    paths.iter().map(|path| Document::load(path)).collect()
}
