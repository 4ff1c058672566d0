mod number;
mod pattern;
mod string;

use serde_json::{Map, Value, json};

use crate::{Direction, Document, Node, Pointer, Validators};

/// A small value that the schema at `schema` accepts: what is required, and nothing else.
///
/// Examples, defaults and enums of the schemas are preferred to made-up values. The value is checked before it is returned:
/// `None` when nothing was found that holds, as for a schema that no finite value satisfies, or for a pattern that looks around.
pub fn sample(document: &Document, schema: &Pointer, direction: Direction) -> Option<Value> {
    let validator = Validators::new(document).compile(schema, direction).ok()?;
    let node = document.node(schema)?;
    let attempts = [(true, 0), (false, 0), (false, 1), (false, 2), (false, 3)];
    attempts.into_iter().find_map(|(examples, choice)| {
        Sampler::new(document, direction, examples, choice)
            .value(&node)
            .filter(|value| validator.is_valid(&value.into()))
    })
}

/// What [`sample`] tries first, unchecked.
pub(crate) fn draft(document: &Document, schema: &Pointer, direction: Direction) -> Option<Value> {
    let node = document.node(schema)?;
    Sampler::new(document, direction, true, 0).value(&node)
}

/// How many values one sample may have: required properties can multiply without end.
const MAX_VALUES: usize = 10_000;

struct Sampler<'d> {
    document: &'d Document,
    direction: Direction,
    /// Whether the examples of schemas are taken; they may be wrong.
    examples: bool,
    /// Which member of each `oneOf` and `anyOf` is taken.
    choice: usize,
    /// Which of the values that a schema has is made: others than the first where they must differ.
    variant: u64,
    /// The schemas that are being sampled.
    open: Vec<Pointer>,
    values: usize,
}

impl<'d> Sampler<'d> {
    fn new(document: &'d Document, direction: Direction, examples: bool, choice: usize) -> Self {
        Self {
            document,
            direction,
            examples,
            choice,
            variant: 0,
            open: Vec::new(),
            values: 0,
        }
    }

    fn value(&mut self, node: &Node<'d>) -> Option<Value> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return None;
        }
        let parts = self
            .document
            .all_of(node.clone())
            .filter(|part| part.reference().is_none());
        let mut schema = Merged {
            parts: parts.collect(),
        };
        let (open, variant) = (self.open.len(), self.variant);
        let value = self
            .enter(&schema.parts)
            .and_then(|()| self.merged(&mut schema));
        self.open.truncate(open);
        self.variant = variant;
        // What recurses ends with null, where null is allowed.
        value.or_else(|| node.is_true("nullable").then_some(Value::Null))
    }

    /// Notes that these schemas are being sampled; `None` when one of them is already, or there are none.
    fn enter(&mut self, parts: &[Node<'d>]) -> Option<()> {
        if parts.is_empty() {
            return None;
        }
        for part in parts {
            if self.open.contains(&part.pointer) {
                return None;
            }
            self.open.push(part.pointer.clone());
        }
        Some(())
    }

    fn merged(&mut self, schema: &mut Merged<'d>) -> Option<Value> {
        let preferred = schema.get("example").or_else(|| schema.get("default"));
        if let Some(value) = preferred.filter(|_| self.examples && self.variant == 0) {
            return Some(value.clone());
        }
        for keyword in ["oneOf", "anyOf"] {
            let members: Vec<_> = schema
                .parts
                .iter()
                .flat_map(|part| part.items_of(keyword))
                .collect();
            if !members.is_empty() {
                let member = members[self.choice % members.len()].clone();
                let member: Vec<_> = self
                    .document
                    .all_of(member)
                    .filter(|part| part.reference().is_none())
                    .collect();
                self.enter(&member)?;
                schema.parts.extend(member);
            }
        }
        if let Some(values) = schema
            .get("enum")
            .and_then(Value::as_array)
            .filter(|values| !values.is_empty())
        {
            let number = self.variant % values.len() as u64;
            return usize::try_from(number)
                .ok()
                .and_then(|number| values.get(number).cloned());
        }
        match schema.kind() {
            "null" => Some(Value::Null),
            "boolean" => Some(json!(self.variant.is_multiple_of(2))),
            "integer" => number::integer(schema, self.variant),
            "number" => number::number(schema, self.variant),
            "string" => string::string(schema, self.variant),
            "array" => self.array(schema),
            _ => self.object(schema),
        }
    }

    fn array(&mut self, schema: &Merged<'d>) -> Option<Value> {
        let count = |keyword| schema.get(keyword).and_then(Value::as_u64);
        let mut least = count("minItems").unwrap_or(0);
        if least == 0 && self.variant > 0 && count("maxItems") != Some(0) {
            least = 1;
        }
        if least > MAX_VALUES as u64 {
            return None;
        }
        let items = schema.parts.iter().find_map(|part| part.get("items"));
        let distinct = schema.get("uniqueItems") == Some(&json!(true));
        let mut values = Vec::new();
        while (values.len() as u64) < least {
            let value = match &items {
                Some(items) => self.value(items)?,
                None => json!({ "item": self.variant }),
            };
            if distinct {
                self.variant += 1;
            }
            if !distinct || !values.contains(&value) {
                values.push(value);
            }
        }
        Some(Value::Array(values))
    }

    fn object(&mut self, schema: &Merged<'d>) -> Option<Value> {
        let (document, direction) = (self.document, self.direction);
        let properties = schema
            .parts
            .iter()
            .flat_map(|part| part.members_of("properties"));
        let properties: Vec<_> = properties
            .filter(|(_, property)| !direction.bars(document, property))
            .collect();
        let barred = |name: &str| {
            let written = schema
                .parts
                .iter()
                .flat_map(|part| part.members_of("properties"));
            written
                .filter(|(key, _)| *key == name)
                .any(|(_, property)| direction.bars(document, &property))
        };
        let mut object = Map::new();
        for name in schema
            .parts
            .iter()
            .flat_map(|part| part.items_of("required"))
        {
            let Some(name) = name.value.as_str().filter(|name| !barred(name)) else {
                continue;
            };
            let value = match properties.iter().find(|(key, _)| *key == name) {
                Some((_, property)) => self.value(property)?,
                None => json!({}),
            };
            object.insert(name.to_owned(), value);
        }
        let least = schema
            .get("minProperties")
            .and_then(Value::as_u64)
            .unwrap_or(0)
            .max(self.variant.min(1));
        for (name, property) in &properties {
            if object.len() as u64 >= least {
                break;
            }
            if !object.contains_key(*name) {
                object.extend(
                    self.value(property)
                        .map(|value| ((*name).to_owned(), value)),
                );
            }
        }
        Some(Value::Object(object))
    }
}

/// Schemas that hold together: a schema and the members of its `allOf`.
pub(crate) struct Merged<'d> {
    parts: Vec<Node<'d>>,
}

impl<'d> Merged<'d> {
    /// The value of a keyword, from the first schema that has it.
    pub(crate) fn get(&self, keyword: &str) -> Option<&'d Value> {
        self.parts.iter().find_map(|part| part.value.get(keyword))
    }

    fn kind(&self) -> &'d str {
        let named = self.get("type").and_then(Value::as_str);
        let has = |keyword| self.get(keyword).is_some();
        named.unwrap_or_else(|| match () {
            () if has("properties") || has("required") || has("minProperties") => "object",
            () if has("items") || has("minItems") => "array",
            () if has("pattern") || has("minLength") || has("maxLength") || has("format") => {
                "string"
            }
            () if has("minimum") || has("maximum") || has("multipleOf") => "number",
            () => "object",
        })
    }
}
