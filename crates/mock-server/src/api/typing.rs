use std::collections::HashMap;
use std::sync::OnceLock;

use oas::{Document, Node, Pointer};
use serde_json::{Map, Number, Value};

use super::properties::parts;
use super::source::Source;

/// The alternative typings of a schema, determined on first use.
pub(crate) struct Typings {
    schema: Option<Pointer>,
    list: OnceLock<Vec<Typing>>,
}

impl Typings {
    pub(crate) fn of(schema: Option<&Node<'_>>) -> Self {
        Self {
            schema: schema.map(|schema| schema.pointer.clone()),
            list: OnceLock::new(),
        }
    }

    /// At least one; the first whose value the schema accepts applies.
    pub(crate) fn get(&self, source: &Source) -> &[Typing] {
        self.list.get_or_init(|| {
            let document = source.document();
            let schema = self.schema.as_ref();
            let schema = schema.and_then(|schema| document.node(schema));
            Typing::alternatives(document, schema.as_ref())
        })
    }
}

/// Conversion of the strings of parameters and forms to values of a schema.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Typing {
    Scalar {
        number: bool,
        boolean: bool,
        /// Whether an empty string or `null` is null.
        null: bool,
    },
    Array(Box<Typing>),
    Object {
        properties: HashMap<String, Typing>,
        /// Typing of undescribed members; `None` if they are not allowed.
        additional: Option<Box<Typing>>,
    },
}

/// Number of kinds of values: arrays, objects, numbers, strings.
const CHOICES: usize = 4;
/// Maximum depth of nested objects and arrays in a parameter.
const MAX_DEPTH: usize = 4;

impl Typing {
    /// The typings of a schema, at least one: a string of digits can be a number or a string.
    pub(crate) fn alternatives(document: &Document, schema: Option<&Node<'_>>) -> Vec<Self> {
        let Some(schema) = schema else {
            return vec![Self::text()];
        };
        let mut found = Vec::new();
        let mut add = |typing| {
            if !found.contains(&typing) {
                found.push(typing);
            }
        };
        for choice in 0..=CHOICES {
            let typings = Self::typings(document, schema, MAX_DEPTH, choice);
            typings.into_iter().for_each(&mut add);
        }
        let parts = parts(document, schema);
        if is_nullable(&parts) {
            add(Self::Scalar {
                number: false,
                boolean: false,
                null: true,
            });
        }
        // Without a type, a repeated name is an array.
        if !parts.iter().any(|part| part.get("type").is_some()) {
            add(Self::Array(Box::new(Self::text())));
        }
        found
    }

    pub(crate) fn text() -> Self {
        Self::Scalar {
            number: false,
            boolean: false,
            null: false,
        }
    }

    pub(crate) fn number() -> Self {
        Self::Scalar {
            number: true,
            boolean: false,
            null: false,
        }
    }

    fn typings(document: &Document, schema: &Node<'_>, depth: usize, choice: usize) -> Vec<Self> {
        let parts = parts(document, schema);
        let has = |kind: &str| parts.iter().any(|part| part.str("type") == Some(kind));
        let has_keyword = |keyword: &str| parts.iter().any(|part| part.get(keyword).is_some());
        let mut typings = Vec::new();
        if depth > 0 && (has("array") || has_keyword("items")) {
            let items = parts.iter().filter_map(|part| part.get("items"));
            let items = items.map(|items| Self::at(document, &items, depth - 1, choice));
            typings.push(Self::Array(Box::new(
                items.reduce(merged).unwrap_or_else(Self::text),
            )));
        }
        if depth > 0 && (has("object") || has_keyword("properties")) {
            typings.push(Self::object_of(document, &parts, depth - 1, choice));
        }
        if has("number") || has("integer") || has("boolean") {
            typings.push(Self::Scalar {
                number: has("number") || has("integer"),
                boolean: has("boolean"),
                null: is_nullable(&parts),
            });
        }
        // An `enum` without a type can list strings and numbers.
        if has("string") || typings.is_empty() || (!has_keyword("type") && has_keyword("enum")) {
            if !has("string") && has_keyword("enum") {
                typings.push(Self::Scalar {
                    number: true,
                    boolean: true,
                    null: false,
                });
            }
            typings.push(Self::text());
        }
        typings
    }

    /// One typing of a nested value. The first choice converts each string that looks like a number
    /// or boolean.
    fn at(document: &Document, schema: &Node<'_>, depth: usize, choice: usize) -> Self {
        let mut typings = Self::typings(document, schema, depth, choice);
        let last = typings.len().saturating_sub(1);
        match choice.checked_sub(1) {
            Some(number) => typings.swap_remove(number.min(last)),
            None => typings
                .into_iter()
                .reduce(merged)
                .unwrap_or_else(Self::text),
        }
    }

    fn object_of(document: &Document, parts: &[Node<'_>], depth: usize, choice: usize) -> Self {
        let mut properties: HashMap<String, Self> = HashMap::new();
        for (name, node) in parts.iter().flat_map(|part| part.members_of("properties")) {
            let typing = Self::at(document, &node, depth, choice);
            let typing = match properties.remove(name) {
                Some(known) => merged(known, typing),
                None => typing,
            };
            properties.insert(name.to_owned(), typing);
        }
        let additional = parts
            .iter()
            .filter_map(|part| part.get("additionalProperties"));
        let additional: Vec<_> = additional.collect();
        let is_closed = additional.iter().any(|node| node.value == false);
        let schema = additional.iter().find(|node| node.value.is_object());
        let typing = schema.map_or_else(Self::text, |node| Self::at(document, node, depth, choice));
        Self::Object {
            properties,
            additional: (!is_closed).then(|| Box::new(typing)),
        }
    }

    /// The value of one string. One that is not a number or boolean remains a string, which the
    /// schema rejects.
    pub(crate) fn value(&self, text: &str) -> Value {
        match self {
            Self::Scalar { null: true, .. } if text.is_empty() || text == "null" => Value::Null,
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

    /// The value of several strings: the items of an array.
    pub(crate) fn values<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Value {
        match self {
            Self::Array(items) => texts.map(|text| items.value(text)).collect(),
            other => texts.map(|text| other.value(text)).collect(),
        }
    }

    /// An object of pairs; repeated names become an array.
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

    /// The value of members that are written as `name[a][b]`: each with its path and its string.
    pub(crate) fn nested(&self, entries: Entries<'_>) -> Value {
        let is_leaf = entries.iter().all(|(path, _)| path.is_empty());
        if is_leaf {
            let texts: Vec<&str> = entries.iter().map(|(_, text)| *text).collect();
            return match texts.as_slice() {
                [text] => self.value(text),
                texts => self.values(texts.iter().copied()),
            };
        }
        let mut groups: Vec<(&str, Entries<'_>)> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for (path, text) in entries {
            let Some((first, rest)) = path.split_first() else {
                continue;
            };
            let is_appended = first.is_empty() && rest.is_empty();
            let next = groups.len();
            let number = match is_appended {
                // `tags[]=a&tags[]=b`: each is an item.
                true => next,
                false => *numbers.entry(first).or_insert(next),
            };
            if number == next {
                groups.push((first, Vec::new()));
            }
            groups[number].1.push((rest, text));
        }
        if let Self::Array(items) = self {
            return groups
                .into_iter()
                .map(|(_, entries)| items.nested(entries))
                .collect();
        }
        let text = Self::text();
        let members = groups.into_iter().map(|(name, entries)| {
            let typing = self.property(name).unwrap_or(&text);
            (name.to_owned(), typing.nested(entries))
        });
        Value::Object(members.collect())
    }

    /// Typing of a member of an object.
    pub(crate) fn property(&self, name: &str) -> Option<&Typing> {
        match self {
            Self::Object {
                properties,
                additional,
            } => properties.get(name).or(additional.as_deref()),
            _ => None,
        }
    }

    /// Whether the schema of an object describes a property of this name.
    pub(crate) fn has_property(&self, name: &str) -> bool {
        matches!(self, Self::Object { properties, .. } if properties.contains_key(name))
    }

    /// Whether an object may have members that its schema does not describe by name.
    pub(crate) fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Object {
                additional: Some(_),
                ..
            }
        )
    }
}

/// The paths and the strings of members.
type Entries<'t> = Vec<(&'t [String], &'t str)>;

fn is_nullable(parts: &[Node<'_>]) -> bool {
    parts.iter().any(|part| part.is_true("nullable"))
}

/// Typing for values of both: a string that is not a number remains a string.
fn merged(one: Typing, other: Typing) -> Typing {
    match (one, other) {
        (
            Typing::Scalar {
                number,
                boolean,
                null,
            },
            Typing::Scalar {
                number: also_number,
                boolean: also_boolean,
                null: also_null,
            },
        ) => Typing::Scalar {
            number: number || also_number,
            boolean: boolean || also_boolean,
            null: null || also_null,
        },
        (structure, _) => structure,
    }
}
