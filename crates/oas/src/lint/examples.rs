use std::collections::BTreeSet;

use serde_json::Value;

use crate::objects::Object;
use crate::vocabulary::Kind;
use crate::{Direction, Document, Label, MediaType, Node, Pointer, Validators, Violation};

/// An example or a default, and the schema that it is for.
#[derive(Debug, Clone)]
pub(crate) struct Example<'d> {
    pub(crate) value: Node<'d>,
    pub(crate) schema: Pointer,
    /// Its direction; `None` for one among the components, which may be used in both.
    pub(crate) direction: Option<Direction>,
    /// Whether it is the `default` of a schema.
    pub(crate) is_default: bool,
}

/// An example with its violations.
pub(crate) struct Checked<'d> {
    pub(crate) example: Example<'d>,
    pub(crate) violations: Vec<Violation>,
}

/// Every example and default of a document, by the objects that hold them, in the order of the
/// text.
pub(crate) fn examples<'d>(document: &'d Document, objects: &[Object<'d>]) -> Vec<Example<'d>> {
    let mut found = Vec::new();
    for object in objects.iter().filter(|object| !object.is_reference()) {
        let node = &object.node;
        let mut add = |value: Node<'d>, schema: &Pointer, is_default| {
            let (schema, direction) = (schema.clone(), object.direction);
            found.push(Example {
                value,
                schema,
                direction,
                is_default,
            });
        };
        match object.kind {
            Kind::Schema => {
                for (key, is_default) in [("example", false), ("default", true)] {
                    if let Some(value) = node.get(key) {
                        add(value, &node.pointer, is_default);
                    }
                }
            }
            Kind::MediaType | Kind::Parameter | Kind::Header => {
                let Some(schema) = node.get("schema").filter(|schema| schema.value.is_object())
                else {
                    continue;
                };
                for example in crate::model::examples(document, node) {
                    if object.kind != Kind::MediaType
                        || !is_serialised(document, node, &schema, example.value.value)
                    {
                        add(example.value, &schema.pointer, false);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// Checks every example by its schema. Schemas that share parts are compiled together, so that the
/// effort is linear.
pub(crate) fn check<'d>(document: &'d Document, examples: Vec<Example<'d>>) -> Vec<Checked<'d>> {
    let validators = Validators::new(document);
    let of = |direction: Option<Direction>| {
        let used = examples
            .iter()
            .filter(|example| example.direction == direction);
        let schemas: BTreeSet<Pointer> = used.map(|example| example.schema.clone()).collect();
        validators.compile_all(schemas, direction)
    };
    let directions = [None, Some(Direction::Request), Some(Direction::Response)];
    let sets = directions.map(|direction| (direction, of(direction)));
    let check = |example: Example<'d>| {
        let set = sets
            .iter()
            .find(|(direction, _)| *direction == example.direction);
        let violations = match set {
            Some((_, Ok(set))) => set.violations(&example.schema, &example.value.value.into()),
            // If the schemas do not compile together, each is compiled by itself.
            _ => match validators.compile(&example.schema, example.direction) {
                Ok(validator) => validator.violations(&example.value.value.into()),
                Err(error) => vec![rejected(&example.schema, error.to_string())],
            },
        };
        Checked {
            example,
            violations,
        }
    };
    examples.into_iter().map(check).collect()
}

fn rejected(schema: &Pointer, reason: String) -> Violation {
    Violation {
        instance: Pointer::root(),
        schema: schema.clone(),
        keyword: String::new(),
        message: format!("the schema cannot be used: {reason}"),
    }
}

/// Whether an example of a media type that is not JSON is given in that media type's own form, as
/// text.
fn is_serialised(document: &Document, node: &Node<'_>, schema: &Node<'_>, value: &Value) -> bool {
    let name = node.pointer.last().unwrap_or_default();
    let is_json = MediaType {
        name: &name,
        node: node.clone(),
        schema: None,
        examples: Vec::new(),
    }
    .is_json();
    let takes_text = document
        .all_of(schema.clone())
        .any(|part| part.str("type") == Some("string"));
    !is_json && value.is_string() && !takes_text
}

impl Violation {
    /// Whether the value of a discriminator is unknown: a schema does not exclude it, so another
    /// rule warns.
    pub(crate) fn is_unknown_variant(&self) -> bool {
        self.keyword == "discriminator"
    }

    /// Whether the property should not be sent in this direction.
    pub(crate) fn is_of_direction(&self) -> bool {
        matches!(&*self.keyword, "readOnly" | "writeOnly")
    }

    /// Location in an example: the key of an object that lacks a property or must not be there,
    /// else the value.
    pub(crate) fn label(&self, example: &Node<'_>) -> Label {
        let place = example.pointer.concat(&self.instance);
        let value = example.value.pointer(self.instance.as_str());
        let at_key = value.is_none_or(|value| value.is_object() || value.is_array())
            || self.is_of_direction()
            || self.keyword == "additionalProperties";
        if at_key {
            Label::key(place)
        } else {
            Label::value(place)
        }
    }

    /// Location in the schema: for a missing property, its name in `required`.
    pub(crate) fn schema_label(&self, document: &Document) -> Label {
        let name = self.message.split('`').nth(1).unwrap_or_default();
        let required = document.get(&self.schema).and_then(Value::as_array);
        let index = required.and_then(|names| names.iter().position(|required| required == name));
        let label = match index {
            Some(index) if self.keyword == "required" => Label::value(self.schema.index(index)),
            _ => Label::key(self.schema.clone()),
        };
        label.with_message("required by the schema")
    }
}
