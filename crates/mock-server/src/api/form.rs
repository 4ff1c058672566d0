use std::borrow::Cow;
use std::collections::HashMap;

use bytes::Bytes;
use oas::{MediaRange, MediaType};
use serde_json::{Map, Value};

use super::multipart::{self, Part};
use super::style::{Coding, Style, Unreadable, path_of};
use super::typing::Typing;
use super::violation::{SYNTAX, Violation};

/// Encoding of the fields of a form as properties of an object.
pub(crate) struct Form {
    encodings: HashMap<String, Encoding>,
}

struct Encoding {
    /// `None` for the default: repeated names are an array, and objects are JSON.
    style: Option<Style>,
    /// Media types of the part of a multipart form; any if it is empty.
    content_types: Vec<MediaRange>,
}

impl Form {
    pub(crate) fn new(media_type: &MediaType<'_>) -> Self {
        let encodings = media_type.node.members_of("encoding").map(|(name, node)| {
            let has_style = node.get("style").is_some() || node.get("explode").is_some();
            let encoding = Encoding {
                // Properties of forms are written like query parameters.
                style: has_style.then(|| Style::from(node.style_in("query"))),
                content_types: node
                    .str("contentType")
                    .unwrap_or_default()
                    .split(',')
                    .filter_map(|name| MediaRange::parse(name.trim()))
                    .collect(),
            };
            (name.to_owned(), encoding)
        });
        Self {
            encodings: encodings.collect(),
        }
    }

    /// Parses `name=value&name=value`.
    pub(crate) fn urlencoded(&self, body: &[u8], typing: &Typing) -> Result<Value, Violation> {
        let text = std::str::from_utf8(body).map_err(|_| syntax("", "the form is not UTF-8"))?;
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let pairs: Vec<_> = pairs
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .collect();
        let styled: Vec<_> = self
            .encodings
            .iter()
            .filter_map(|(name, encoding)| {
                Some((name.as_str(), encoding.style?, typing.property(name)?))
            })
            .collect();
        let mut object = Map::new();
        for (name, style, typing) in &styled {
            let is_other = |key: &str| key != *name;
            let value = style.pairs(name, &pairs, typing, Coding::Form, &is_other);
            if let Some(value) = value.map_err(|Unreadable(reason)| syntax(name, reason))? {
                object.insert((*name).to_owned(), value);
            }
        }
        let mut fields = Fields::new();
        let mut members: Vec<(String, Vec<String>, Cow<'_, str>)> = Vec::new();
        for (name, text) in pairs {
            let decode = |text| Coding::Form.decode(text);
            let name = decode(name).map_err(|Unreadable(reason)| syntax("", reason))?;
            let is_styled = styled
                .iter()
                .any(|(own, style, typing)| style.takes(own, &name, typing));
            if is_styled {
                continue;
            }
            let text = decode(text).map_err(|Unreadable(reason)| syntax(&name, reason))?;
            match member(&name, typing) {
                Some((name, path)) => members.push((name, path, text)),
                None => fields.add(name, text),
            }
        }
        object.extend(fields.object(typing)?);
        object.extend(nested(&members, typing));
        Ok(Value::Object(object))
    }

    /// Parses a multipart form (RFC 7578).
    pub(crate) fn multipart(
        &self,
        body: &Bytes,
        media: &MediaRange,
        typing: &Typing,
    ) -> Result<Value, Violation> {
        let boundary = media
            .parameter("boundary")
            .filter(|boundary| !boundary.is_empty())
            .ok_or_else(|| syntax("", "missing boundary in the media type of the form"))?;
        let parts = multipart::parts(body, boundary).map_err(|reason| syntax("", reason))?;
        let mut fields = Fields::new();
        let mut members = Vec::new();
        for Part {
            name,
            content_type,
            bytes,
        } in parts
        {
            let known = self.encodings.get(&name);
            if let (Some(Encoding { content_types, .. }), Some(given)) = (known, &content_type)
                && !content_types.is_empty()
                && !content_types
                    .iter()
                    .any(|known| known.covers(given).is_some())
            {
                let reason = format!("unexpected media type `{}` of the part", given.essence());
                return Err(violation(&name, "contentType", reason));
            }
            let is_json = content_type.as_ref().is_some_and(MediaRange::is_json);
            if is_json {
                let value = serde_json::from_slice(&bytes)
                    .map_err(|error| syntax(&name, format!("not JSON: {error}")))?;
                fields.add_value(name, value);
            } else {
                // Other bytes are a file, which its schema does not describe.
                let text = Cow::from(String::from_utf8_lossy(&bytes).into_owned());
                match member(&name, typing) {
                    Some((name, path)) => members.push((name, path, text)),
                    None => fields.add(name.into(), text),
                }
            }
        }
        let mut object = fields.object(typing)?;
        object.extend(nested(&members, typing));
        Ok(Value::Object(object))
    }
}

/// A part of an object or array that is written as `name[a][b]`, although the document describes no
/// such style.
fn member(name: &str, typing: &Typing) -> Option<(String, Vec<String>)> {
    let own = &name[..name.find('[')?];
    let property = typing.property(own);
    let is_structure = matches!(property, Some(Typing::Object { .. } | Typing::Array(_)));
    if !is_structure || typing.has_property(name) {
        return None;
    }
    Some((own.to_owned(), path_of(name, own)?))
}

fn nested(members: &[(String, Vec<String>, Cow<'_, str>)], typing: &Typing) -> Map<String, Value> {
    let mut objects = Map::new();
    for (name, _, _) in members {
        if objects.contains_key(name) {
            continue;
        }
        let own = members.iter().filter(|(other, _, _)| other == name);
        let entries = own.map(|(_, path, text)| (path.as_slice(), &**text));
        let text = Typing::text();
        let typing = typing.property(name).unwrap_or(&text);
        objects.insert(name.clone(), typing.nested(entries.collect()));
    }
    objects
}

/// The fields of a form in their order, grouped by name.
struct Fields<'f> {
    numbers: HashMap<Cow<'f, str>, usize>,
    fields: Vec<Vec<Field<'f>>>,
}

enum Field<'f> {
    Text(Cow<'f, str>),
    Value(Value),
}

impl<'f> Fields<'f> {
    fn new() -> Self {
        Self {
            numbers: HashMap::new(),
            fields: Vec::new(),
        }
    }

    fn add(&mut self, name: Cow<'f, str>, text: Cow<'f, str>) {
        self.push(name, Field::Text(text));
    }

    fn add_value(&mut self, name: String, value: Value) {
        self.push(name.into(), Field::Value(value));
    }

    fn push(&mut self, name: Cow<'f, str>, field: Field<'f>) {
        let next = self.fields.len();
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.fields.push(Vec::new());
        }
        self.fields[number].push(field);
    }

    fn object(self, typing: &Typing) -> Result<Map<String, Value>, Violation> {
        let mut names: Vec<_> = self.numbers.into_iter().collect();
        names.sort_by_key(|(_, number)| *number);
        let members = names.into_iter().zip(self.fields);
        members
            .map(|((name, _), fields)| {
                let value = match typing.property(&name) {
                    Some(Typing::Array(items)) => match <[Field<'_>; 1]>::try_from(fields) {
                        Ok([Field::Value(Value::Array(values))]) => Value::Array(values),
                        Ok([field]) => Value::Array(vec![field.value(items, &name)?]),
                        Err(fields) => fields
                            .into_iter()
                            .map(|field| field.value(items, &name))
                            .collect::<Result<_, _>>()?,
                    },
                    other => {
                        let text = Typing::text();
                        let typing = other.unwrap_or(&text);
                        let mut values = fields
                            .into_iter()
                            .map(|field| field.value(typing, &name))
                            .collect::<Result<Vec<_>, _>>()?;
                        match values.len() {
                            1 => values.remove(0),
                            _ => Value::Array(values),
                        }
                    }
                };
                Ok((name.into_owned(), value))
            })
            .collect()
    }
}

impl Field<'_> {
    fn value(self, typing: &Typing, name: &str) -> Result<Value, Violation> {
        match self {
            Self::Value(value) => Ok(value),
            // Objects are JSON (OpenAPI 3.0, "Encoding Object").
            Self::Text(text) if matches!(typing, Typing::Object { .. }) => {
                serde_json::from_str(&text)
                    .map_err(|error| syntax(name, format!("not JSON: {error}")))
            }
            Self::Text(text) => Ok(typing.value(&text)),
        }
    }
}

fn syntax(name: &str, reason: impl Into<String>) -> Violation {
    violation(name, SYNTAX, reason)
}

fn violation(name: &str, code: &str, reason: impl Into<String>) -> Violation {
    let mut violation = Violation::about("body", code, reason);
    if !name.is_empty() {
        violation.pointer = oas::Pointer::root().join(name).to_string();
    }
    violation
}
