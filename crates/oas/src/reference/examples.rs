use serde_json::Value;

use super::markdown::{code, fenced, text};
use super::prose;
use crate::vocabulary::MediaRange;
use crate::{Direction, Document, Example, MediaType, Node, sample};

/// The examples of a media type: those that the document has, or else one from its schema.
pub(super) fn blocks(
    document: &Document,
    media_type: &MediaType<'_>,
    direction: Direction,
) -> Vec<String> {
    let documented = media_type.examples.iter();
    let documented = documented.flat_map(|example| {
        [
            title(document, example),
            shown(media_type, example.value.value),
        ]
    });
    let blocks = documented.collect::<Vec<_>>();
    if !blocks.is_empty() {
        return blocks;
    }
    let made = made(document, media_type, direction);
    made.map(|value| vec!["Example:".to_owned(), shown(media_type, &value)])
        .unwrap_or_default()
}

/// The value to send or to expect: the first example.
pub(super) fn value(
    document: &Document,
    media_type: &MediaType<'_>,
    direction: Direction,
) -> Option<Value> {
    let documented = media_type
        .examples
        .first()
        .map(|example| example.value.value.clone());
    documented.or_else(|| made(document, media_type, direction))
}

/// The example that a schema has, or a value that it accepts.
pub(super) fn of_schema(
    document: &Document,
    schema: &Node<'_>,
    direction: Direction,
) -> Option<Value> {
    let mut parts = document.all_of(schema.clone());
    let documented = parts.find_map(|part| {
        part.value
            .get("example")
            .or(part.value.get("default"))
            .cloned()
    });
    documented.or_else(|| sample(document, &schema.pointer, direction))
}

/// Only JSON and forms define how a value is written, so no other example is generated, unless it
/// is a string.
fn made(document: &Document, media_type: &MediaType<'_>, direction: Direction) -> Option<Value> {
    let value = of_schema(document, media_type.schema.as_ref()?, direction)?;
    let name = media_type.essence();
    let is_text = name.starts_with("text/") && value.is_string();
    (media_type.is_json() || is_form(&name) || is_text).then_some(value)
}

/// Whether it is sent as the fields of a form.
pub(super) fn is_form(essence: &str) -> bool {
    MediaRange::of(essence).is_form()
}

fn title(document: &Document, example: &Example<'_>) -> String {
    let object = example
        .value
        .pointer
        .parent()
        .and_then(|parent| document.node(&parent));
    let object = object.filter(|_| example.name.is_some());
    let summary = object
        .as_ref()
        .and_then(|object| object.str("summary"))
        .map(text);
    let description = object
        .as_ref()
        .and_then(|object| object.str("description"))
        .map(prose::line);
    let words = [summary.or(example.name.map(code)), description]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    format!("Example: {}", words.join(". "))
        .trim_end()
        .to_owned()
}

fn shown(media_type: &MediaType<'_>, value: &Value) -> String {
    let is_xml = media_type.essence().ends_with("xml");
    match value {
        Value::String(written) if !media_type.is_json() => {
            fenced(if is_xml { "xml" } else { "" }, written)
        }
        value => fenced("json", &pretty(value)),
    }
}

/// JSON over several lines.
pub(super) fn pretty(value: &Value) -> String {
    // A tree of JSON values can always be written.
    serde_json::to_string_pretty(value).unwrap_or_default()
}
