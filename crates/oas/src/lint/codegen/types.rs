use serde_json::{Map, Value};

use super::names::type_name;
use crate::{Document, Node};

/// A generated Rust type, to compare those of two schemas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lint) enum Rust {
    /// The type of a component.
    Component(String),
    /// The type of an inline schema, named after its title or its location.
    Inline(Option<String>),
    /// A string, a number or another built-in type.
    Scalar(&'static str),
    List(Box<Rust>),
    Map(Box<Rust>),
    Nullable(Box<Rust>),
    Any,
}

impl Rust {
    pub(super) fn described(&self) -> String {
        match self {
            Self::Component(reference) => match reference.rsplit('/').next() {
                Some(name) => format!("`{name}`"),
                None => "a component".to_owned(),
            },
            Self::Inline(_) => "an inline schema".to_owned(),
            Self::Scalar(name) => format!("a {name}"),
            Self::List(items) => format!("a list of {}", items.described()),
            Self::Map(values) => format!("a map of {}", values.described()),
            Self::Nullable(inner) => format!("{} or null", inner.described()),
            Self::Any => "any JSON".to_owned(),
        }
    }
}

/// The type that the generator creates for a schema.
pub(super) fn rust_type(schema: &Node<'_>) -> Rust {
    if let Some(reference) = schema.reference() {
        return Rust::Component(reference.to_owned());
    }
    let below = |key: &str| schema.get(key).filter(|node| node.value.is_object());
    let inner = match schema.str("type") {
        _ if is_wrapper(schema) => match schema.items_of("allOf").next() {
            Some(only) => rust_type(&only),
            None => Rust::Any,
        },
        _ if has_name(schema) => Rust::Inline(schema.str("title").map(type_name)),
        Some("array") => Rust::List(Box::new(
            below("items").map_or(Rust::Any, |items| rust_type(&items)),
        )),
        Some("object") => {
            let values =
                below("additionalProperties").map_or(Rust::Any, |values| rust_type(&values));
            Rust::Map(Box::new(values))
        }
        Some("string") => Rust::Scalar(match schema.str("format") {
            Some("date") => "date",
            Some("date-time") => "date and time",
            Some("uuid") => "UUID",
            Some("ip" | "ipv4" | "ipv6") => "IP address",
            _ => "text",
        }),
        Some("integer") => Rust::Scalar(match schema.str("format") {
            Some("int32") => "32-bit integer",
            _ => "64-bit integer",
        }),
        Some("number") => Rust::Scalar(match schema.str("format") {
            Some("float") => "32-bit number",
            _ => "64-bit number",
        }),
        Some("boolean") => Rust::Scalar("boolean"),
        _ => Rust::Any,
    };
    match schema.is_true("nullable") {
        true => Rust::Nullable(Box::new(inner)),
        false => inner,
    }
}

/// Whether a schema is only an `allOf` with one member: the idiom of 3.0 for describing a
/// reference.
fn is_wrapper(schema: &Node<'_>) -> bool {
    let keywords = ["type", "properties", "anyOf", "oneOf", "not", "enum"];
    schema.items_of("allOf").count() == 1
        && keywords
            .iter()
            .all(|keyword| schema.value.get(keyword).is_none())
}

/// Whether the type of an inline schema has a name: an object with properties, an enumeration, a
/// text with limits, a choice.
pub(super) fn has_name(schema: &Node<'_>) -> bool {
    let has = |keyword: &str| schema.value.get(keyword).is_some();
    let is_text = schema.str("type") == Some("string") && schema.str("format").is_none();
    let is_limited = has("minLength") || has("maxLength") || has("pattern");
    schema.members_of("properties").next().is_some()
        || (has("enum") && schema.str("type") != Some("boolean"))
        || (is_text && is_limited)
        || has("allOf")
        || has("anyOf")
        || has("oneOf")
}

/// Meaning of a schema after resolving its references and merging its `allOf`.
pub(in crate::lint) struct Effective<'d> {
    /// The `type`.
    pub(in crate::lint) kind: Option<&'d str>,
    pub(in crate::lint) is_nullable: bool,
    /// The parts.
    pub(in crate::lint) parts: Vec<Node<'d>>,
}

/// Merges a schema with the members of its `allOf`.
pub(in crate::lint) fn effective<'d>(document: &'d Document, schema: Node<'d>) -> Effective<'d> {
    let parts = document
        .all_of(schema)
        .filter(|part| part.reference().is_none())
        .collect::<Vec<_>>();
    let kind = parts.iter().find_map(|part| part.str("type"));
    let has_properties = || {
        parts
            .iter()
            .any(|part| part.value.get("properties").is_some())
    };
    Effective {
        kind: kind.or_else(|| has_properties().then_some("object")),
        is_nullable: parts.iter().any(|part| part.is_true("nullable")),
        parts,
    }
}

impl<'d> Effective<'d> {
    /// The properties that any part declares.
    pub(in crate::lint) fn properties(&self) -> impl Iterator<Item = (&'d str, Node<'d>)> {
        self.parts
            .iter()
            .flat_map(|part| part.members_of("properties"))
    }
}

/// A schema without the keywords that do not affect its type.
pub(in crate::lint) fn without_annotations(schema: &Value) -> Value {
    const ANNOTATIONS: [&str; 10] = [
        "title",
        "description",
        "example",
        "default",
        "deprecated",
        "externalDocs",
        "readOnly",
        "writeOnly",
        "xml",
        "maxItems",
    ];
    match schema {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, value)| {
                let is_annotation = ANNOTATIONS.contains(&key.as_str()) || key.starts_with("x-");
                // A property may be called `title`; then its value is a schema.
                !is_annotation || (value.is_object() && *key != "example" && *key != "default")
            });
            let kept = kept.map(|(key, value)| (key.clone(), without_annotations(value)));
            Value::Object(kept.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(without_annotations).collect(),
        other => other.clone(),
    }
}
