//! Values as bytes of a media type.

use oas::{Document, Json, MediaRange, Pointer};
use url::form_urlencoded;

use super::scalar::scalar;
use super::xml;

/// Syntax of a media type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Encoding {
    Json,
    /// One JSON value per line.
    JsonLines,
    /// One JSON value per record (RFC 7464).
    JsonSequence,
    Xml,
    Csv,
    EventStream,
    Form,
    /// Plain text, or a structure as JSON.
    Text,
    /// Strings only: images, documents, pages, …
    Opaque,
}

impl Encoding {
    pub(crate) fn of(media: &MediaRange) -> Self {
        let (kind, subtype) = (media.kind(), media.subtype());
        let is_vendor = subtype.starts_with("vnd.") && !subtype.contains('+');
        match (kind, subtype) {
            (_, "x-ndjson" | "ndjson" | "jsonl" | "x-jsonlines" | "jsonlines" | "stream+json") => {
                Self::JsonLines
            }
            (_, "json-seq") => Self::JsonSequence,
            (_, subtype) if subtype.ends_with("+json-seq") => Self::JsonSequence,
            ("text", "csv") | (_, "csv") => Self::Csv,
            ("text", "event-stream") => Self::EventStream,
            (_, "xml") => Self::Xml,
            (_, subtype) if subtype.ends_with("+xml") && subtype != "svg+xml" => Self::Xml,
            ("application", "x-www-form-urlencoded") => Self::Form,
            ("text", "plain") => Self::Text,
            // YAML is a superset of JSON, and a vendor's type can have any syntax.
            (_, subtype) if subtype.contains("json") || subtype.contains("yaml") || is_vendor => {
                Self::Json
            }
            _ => Self::Opaque,
        }
    }

    /// Whether a string is written unchanged.
    pub(crate) fn is_raw(self, text: &str) -> bool {
        match self {
            Self::Json => false,
            Self::Xml => text.trim_start().starts_with('<'),
            Self::EventStream => text.starts_with("data:") || text.starts_with("event:"),
            Self::JsonLines | Self::JsonSequence => text.contains('\n'),
            Self::Csv | Self::Form | Self::Text | Self::Opaque => true,
        }
    }

    /// Whether the value can be written.
    pub(crate) fn can_write(self, value: &Json<'_>) -> bool {
        !matches!(
            (self, value),
            (Self::Opaque, Json::Object(_) | Json::Array(_)) | (Self::Form, Json::Array(_))
        )
    }

    /// The bytes of a value of the schema at a pointer.
    pub(crate) fn write(
        self,
        document: &Document,
        schema: Option<&Pointer>,
        value: &Json<'_>,
    ) -> Vec<u8> {
        if let Json::String(text) = value
            && self.is_raw(text)
        {
            return text.as_bytes().to_vec();
        }
        match self {
            Self::Json | Self::Text | Self::Opaque => json(value),
            Self::JsonLines => framed(value, "", "\n"),
            Self::JsonSequence => framed(value, "\u{1e}", "\n"),
            Self::EventStream => event_stream(value),
            Self::Csv => csv(value),
            Self::Form => form(value),
            Self::Xml => {
                let schema = schema.and_then(|schema| document.node(schema));
                xml::write(document, schema.as_ref(), value)
            }
        }
    }
}

/// Usual maximum size of a response, in bytes.
const USUAL_SIZE: usize = 1024;

fn json(value: &Json<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(USUAL_SIZE);
    value.write(&mut bytes);
    bytes
}

/// Each item of an array, or the value itself, between two strings.
fn framed(value: &Json<'_>, before: &str, after: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for item in items(value) {
        bytes.extend_from_slice(before.as_bytes());
        item.write(&mut bytes);
        bytes.extend_from_slice(after.as_bytes());
    }
    bytes
}

/// One event for each item of an array, or for the value itself: a string line by line, anything
/// else as JSON.
fn event_stream(value: &Json<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let text = |value: &Json<'_>| match value {
        Json::String(text) => text.lines().map(|line| format!("data: {line}\n")).collect(),
        other => format!("data: {other}\n"),
    };
    for item in items(value) {
        let event: String = text(item);
        bytes.extend_from_slice(event.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

/// The items of an array, or the value itself.
fn items<'v, 'j>(value: &'v Json<'j>) -> &'v [Json<'j>] {
    match value {
        Json::Array(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    }
}

/// Objects as rows below a row of names (RFC 4180); anything else as one row for each item.
fn csv(value: &Json<'_>) -> Vec<u8> {
    let rows = items(value);
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        if let Json::Object(members) = row {
            for (name, _) in members.iter() {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
    }
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    // Writing to memory does not fail.
    if !names.is_empty() {
        let _ = writer.write_record(&names);
    }
    for row in rows {
        let fields: Vec<String> = match row {
            Json::Object(members) => names
                .iter()
                .map(|name| members.get(name).map(scalar).unwrap_or_default())
                .collect(),
            Json::Array(items) => items.iter().map(scalar).collect(),
            other => vec![scalar(other)],
        };
        let _ = writer.write_record(&fields);
    }
    writer.into_inner().unwrap_or_default()
}

fn form(value: &Json<'_>) -> Vec<u8> {
    let mut serializer = form_urlencoded::Serializer::new(String::new());
    if let Json::Object(members) = value {
        for (name, value) in members.iter() {
            match value {
                Json::Array(items) => {
                    for item in items {
                        serializer.append_pair(name, &scalar(item));
                    }
                }
                other => _ = serializer.append_pair(name, &scalar(other)),
            }
        }
        return serializer.finish().into_bytes();
    }
    scalar(value).into_bytes()
}
