use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::examples::Example;
use crate::vocabulary::COMPOSITION;
use crate::{Discriminator, DiscriminatorForm, Document, Node, Pointer};

/// Finds the properties of examples that no schema describes.
///
/// It works on values and asks for a pointer only where there is a diagnostic, because almost every
/// property is described.
pub(crate) struct Describer<'d> {
    document: &'d Document,
    targets: HashMap<&'d str, Option<&'d Value>>,
    /// The discriminators, by the schema objects that have them.
    discriminators: HashMap<*const Map<String, Value>, Discriminator<'d>>,
}

/// The schemas that take part in describing a value.
struct Parts<'d> {
    parts: Vec<&'d Map<String, Value>>,
    /// Whether the list is complete.
    is_complete: bool,
}

/// A property that no schema describes.
pub(crate) struct Undescribed<'d> {
    pub(crate) pointer: Pointer,
    pub(crate) name: &'d str,
    /// The properties that the schemas describe there.
    pub(crate) candidates: Vec<&'d str>,
}

impl<'d> Describer<'d> {
    /// Prepares for a document with the given schemas.
    pub(crate) fn new(document: &'d Document, schemas: impl Iterator<Item = &'d Node<'d>>) -> Self {
        let read = |schema: &Node<'d>| {
            let keywords = schema.value.as_object()?;
            Some((
                std::ptr::from_ref(keywords),
                document.discriminator(schema)?,
            ))
        };
        Self {
            document,
            targets: HashMap::new(),
            discriminators: schemas.filter_map(read).collect(),
        }
    }

    /// The properties of an example that no schema describes, in the order of the text.
    pub(crate) fn undescribed(&mut self, example: &Example<'d>) -> Vec<Undescribed<'d>> {
        let mut found = Vec::new();
        if let Some(schema) = self.document.get(&example.schema) {
            let mut path = example.value.pointer.clone();
            self.look(example.value.value, &[schema], &mut path, &mut found);
        }
        found
    }

    /// Recurses as deep as the example, which is as deep as a document may be.
    fn look(
        &mut self,
        value: &'d Value,
        schemas: &[&'d Value],
        path: &mut Pointer,
        found: &mut Vec<Undescribed<'d>>,
    ) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                let Parts { parts, is_complete } = self.parts(schemas, Some(members));
                for (name, member) in members {
                    let described = parts
                        .iter()
                        .flat_map(|part| describing(part, name))
                        .collect::<Vec<_>>();
                    path.push(name);
                    if !described.is_empty() {
                        self.look(member, &described, path, found);
                    } else if is_complete
                        && !parts.is_empty()
                        && !parts.iter().any(|part| leaves_open(part, parts.len()))
                    {
                        let properties = parts
                            .iter()
                            .filter_map(|part| part.get("properties")?.as_object());
                        let candidates =
                            properties.flat_map(Map::keys).map(String::as_str).collect();
                        found.push(Undescribed {
                            pointer: path.clone(),
                            name,
                            candidates,
                        });
                    }
                    path.pop();
                }
            }
            Value::Array(items) if !items.is_empty() => {
                let Parts { parts, .. } = self.parts(schemas, None);
                let of_items = parts
                    .iter()
                    .filter_map(|part| part.get("items"))
                    .collect::<Vec<_>>();
                for (index, item) in items.iter().enumerate() {
                    path.push(&index.to_string());
                    self.look(item, &of_items, path, found);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    /// The schemas that take part, without those that only combine others. Of an object, its
    /// discriminators select some.
    fn parts(
        &mut self,
        schemas: &[&'d Value],
        members: Option<&'d Map<String, Value>>,
    ) -> Parts<'d> {
        let mut open = schemas.to_vec();
        let mut is_complete = true;
        let mut seen = HashSet::new();
        let mut selecting = HashSet::new();
        let mut parts = Vec::new();
        while let Some(schema) = open.pop() {
            let Some(keywords) = schema.as_object() else {
                continue;
            };
            if let Some(reference) = keywords.get("$ref").and_then(Value::as_str) {
                if seen.insert(reference) {
                    open.extend(self.target(reference));
                }
                continue;
            }
            let before = open.len();
            let selected = self.selected(keywords, members);
            is_complete &= self.is_decided(keywords, members);
            if selected.is_some() && selecting.insert(std::ptr::from_ref(keywords)) {
                open.extend(selected);
            }
            // The alternatives that were not selected do not take part.
            let combining = COMPOSITION
                .iter()
                .filter(|keyword| **keyword == "allOf" || selected.is_none());
            for list in combining.filter_map(|keyword| keywords.get(*keyword)?.as_array()) {
                open.extend(list);
            }
            if open.len() == before
                || keywords.contains_key("properties")
                || keywords.contains_key("additionalProperties")
            {
                parts.push(keywords);
            }
        }
        Parts { parts, is_complete }
    }

    /// Whether an object selects one of the schemas that inherit from a schema. Where it does not,
    /// that is the diagnostic, and its other properties are unknown.
    fn is_decided(
        &self,
        keywords: &'d Map<String, Value>,
        members: Option<&'d Map<String, Value>>,
    ) -> bool {
        let discriminator = self.discriminators.get(&std::ptr::from_ref(keywords));
        let Some((discriminator, members)) = discriminator.zip(members) else {
            return true;
        };
        let value = members.get(discriminator.property).and_then(Value::as_str);
        discriminator.form == DiscriminatorForm::Choice
            || value.is_some_and(|value| discriminator.variant(value).is_some())
    }

    /// The schema that the discriminator of a schema selects for an object; `None` when that is the
    /// schema itself.
    fn selected(
        &self,
        keywords: &'d Map<String, Value>,
        members: Option<&'d Map<String, Value>>,
    ) -> Option<&'d Value> {
        let discriminator = self.discriminators.get(&std::ptr::from_ref(keywords))?;
        let value = members?.get(discriminator.property)?.as_str()?;
        let schema = discriminator.variant(value)?.schema.as_ref()?;
        let is_itself = schema.pointer == discriminator.schema.pointer;
        (!is_itself).then_some(schema.value)
    }

    fn target(&mut self, reference: &'d str) -> Option<&'d Value> {
        let document = self.document;
        let find = || document.get(&Pointer::from_reference(reference)?);
        *self.targets.entry(reference).or_insert_with(find)
    }
}

/// The schemas by which a part describes a property.
fn describing<'d>(part: &'d Map<String, Value>, name: &str) -> Option<&'d Value> {
    let property = part
        .get("properties")
        .and_then(|properties| properties.get(name));
    // A map describes its values; `additionalProperties: {}` only allows them.
    let mapped = || {
        part.get("additionalProperties")
            .filter(|schema| schema.as_object().is_some_and(|schema| !schema.is_empty()))
    };
    property.or_else(mapped)
}

/// Whether undescribed properties are not reported: any property is allowed, or they are an error
/// already.
fn leaves_open(part: &Map<String, Value>, parts: usize) -> bool {
    if part.get("additionalProperties") == Some(&Value::Bool(false)) {
        return true;
    }
    let is_object = part.get("type").is_none_or(|kind| kind == "object");
    // Beside others, a part without keywords about properties only adds a description or names what
    // is required.
    let says_so =
        parts == 1 || part.contains_key("additionalProperties") || part.contains_key("type");
    is_object && says_so && !part.contains_key("properties")
}
