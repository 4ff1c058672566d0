use std::collections::HashMap;

use oas::{Document, Node, Pointer};
use serde_json::{Map, Number, Value};

/// How text becomes a value of a schema: parameters and forms carry text only.
#[derive(Debug)]
pub(crate) enum Typing {
    Scalar { number: bool, boolean: bool },
    Array(Box<Typing>),
    Object { properties: HashMap<String, Typing> },
}

/// Parameters nest no deeper than an array of scalars within an object.
const DEPTH: usize = 3;

impl Typing {
    pub(crate) fn of(document: &Document, schema: Option<&Node<'_>>) -> Self {
        schema.map_or_else(Self::text, |schema| Self::at(document, schema, DEPTH))
    }

    pub(crate) fn text() -> Self {
        Self::Scalar {
            number: false,
            boolean: false,
        }
    }

    fn at(document: &Document, schema: &Node<'_>, depth: usize) -> Self {
        let mut seen = Vec::new();
        let parts = alternatives(document, schema, &mut seen);
        let has = |kind: &str| parts.iter().any(|part| part.str("type") == Some(kind));
        if depth > 0 && (has("array") || parts.iter().any(|part| part.get("items").is_some())) {
            let items = parts.iter().find_map(|part| part.get("items"));
            return Self::Array(Box::new(
                items.map_or_else(Self::text, |items| Self::at(document, &items, depth - 1)),
            ));
        }
        if depth > 0 && (has("object") || parts.iter().any(|part| part.get("properties").is_some()))
        {
            let properties = parts.iter().flat_map(|part| part.members_of("properties"));
            let properties = properties
                .map(|(name, node)| (name.to_owned(), Self::at(document, &node, depth - 1)));
            return Self::Object {
                properties: properties.collect(),
            };
        }
        Self::Scalar {
            number: has("number") || has("integer"),
            boolean: has("boolean"),
        }
    }

    /// A value of one text. What is no number or boolean stays text, for the schema to refuse.
    pub(crate) fn value(&self, text: &str) -> Value {
        match self {
            Self::Scalar { boolean: true, .. } if text == "true" || text == "false" => {
                (text == "true").into()
            }
            Self::Scalar { number: true, .. } => match serde_json::from_str::<Number>(text) {
                Ok(number) => number.into(),
                Err(_) => text.into(),
            },
            Self::Array(items) => Value::Array(vec![items.value(text)]),
            Self::Scalar { .. } | Self::Object { .. } => text.into(),
        }
    }

    /// A value of several texts: the items of an array.
    pub(crate) fn values<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Value {
        match self {
            Self::Array(items) => texts.map(|text| items.value(text)).collect(),
            other => texts.map(|text| other.value(text)).collect(),
        }
    }

    /// An object of pairs; names that come again become an array.
    pub(crate) fn object<'t>(&self, pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Value {
        let mut numbers = HashMap::new();
        let mut texts: Vec<(&str, Vec<&str>)> = Vec::new();
        for (name, text) in pairs {
            let number = *numbers.entry(name).or_insert(texts.len());
            match texts.get_mut(number) {
                Some((_, values)) => values.push(text),
                None => texts.push((name, vec![text])),
            }
        }
        let member = |(name, texts): (&str, Vec<&str>)| {
            let typing = self.property(name);
            let value = match (typing, texts.as_slice()) {
                (Some(typing), [text]) => typing.value(text),
                (Some(typing), texts) => typing.values(texts.iter().copied()),
                (None, [text]) => (*text).into(),
                (None, texts) => texts.iter().map(|text| Value::from(*text)).collect(),
            };
            (name.to_owned(), value)
        };
        Value::Object(texts.into_iter().map(member).collect::<Map<_, _>>())
    }

    /// How a property of an object is read.
    pub(crate) fn property(&self, name: &str) -> Option<&Typing> {
        match self {
            Self::Object { properties } => properties.get(name),
            _ => None,
        }
    }

    /// Whether an object of this schema knows a property of this name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.property(name).is_some()
    }
}

/// A schema with all that it combines, alternatives included: for the question which types a value may have.
fn alternatives<'d>(
    document: &'d Document,
    schema: &Node<'d>,
    seen: &mut Vec<Pointer>,
) -> Vec<Node<'d>> {
    if seen.contains(&schema.pointer) {
        return Vec::new();
    }
    seen.push(schema.pointer.clone());
    let mut found = Vec::new();
    for part in document.all_of(schema.clone()) {
        for keyword in ["oneOf", "anyOf"] {
            for member in part.items_of(keyword) {
                found.extend(alternatives(document, &member, seen));
            }
        }
        found.push(part);
    }
    found
}
