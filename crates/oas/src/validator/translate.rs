use std::collections::{BTreeSet, HashMap, HashSet};

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::compiled::pattern_of;
use super::keyword::{DIRECTION, INTEGER};
use super::limit::limit;
use crate::{Document, Node, Pointer};

/// The language that schemas are translated to. It has all that 3.0 needs; the meta-schemas of later drafts cost a process 4 ms and
/// 2 MiB more.
pub(crate) const DRAFT: Draft = Draft::Draft7;

/// Which way a value travels: it decides what `readOnly` and `writeOnly` mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From the client to the server: properties that are `readOnly` must not be sent, and are not required.
    Request,
    /// From the server to the client: properties that are `writeOnly` must not be sent, and are not required.
    Response,
}

impl Direction {
    /// The keyword whose properties do not travel this way.
    pub(crate) fn barred(self) -> &'static str {
        match self {
            Self::Request => "readOnly",
            Self::Response => "writeOnly",
        }
    }

    /// Whether a property does not travel this way: by itself, by what it refers to, or by a member of its `allOf`.
    pub(crate) fn bars(self, document: &Document, property: &Node<'_>) -> bool {
        document
            .all_of(property.clone())
            .any(|node| node.is_true(self.barred()))
    }
}

/// Schemas of OpenAPI 3.0 as JSON Schema (draft 7): each schema that is asked for or referred to under its number.
///
/// Only keywords that 3.0 knows, with values of the right type, come over, so that a defect elsewhere in a schema never keeps
/// the rest from being checked; that defect is for a rule to tell.
pub(crate) struct Translation<'d> {
    document: &'d Document,
    /// `None` for a value that may travel either way: every property may be there, and none that travels one way has to.
    direction: Option<Direction>,
    /// The places that references lead to from anywhere in the document, except for whole components.
    targets: &'d HashSet<Pointer>,
    patterns: HashMap<String, bool>,
    pub(crate) numbers: HashMap<Pointer, usize>,
    /// The pointer of each numbered schema.
    pub(crate) pointers: Vec<Pointer>,
}

impl<'d> Translation<'d> {
    pub(crate) fn new(
        document: &'d Document,
        targets: &'d HashSet<Pointer>,
        direction: Option<Direction>,
    ) -> Self {
        let (patterns, numbers) = (HashMap::new(), HashMap::new());
        Self {
            document,
            direction,
            targets,
            patterns,
            numbers,
            pointers: Vec::new(),
        }
    }

    /// The number of a schema.
    pub(crate) fn number(&mut self, pointer: &Pointer) -> usize {
        if let Some(number) = self.numbers.get(pointer) {
            return *number;
        }
        let number = self.pointers.len();
        self.pointers.push(pointer.clone());
        self.numbers.insert(pointer.clone(), number);
        number
    }

    /// Translates every schema that has a number, and those that they refer to in turn.
    pub(crate) fn schemas(&mut self) -> Map<String, Value> {
        let mut schemas = Map::new();
        while let Some(pointer) = self.pointers.get(schemas.len()).cloned() {
            let node = self.document.node(&pointer);
            let schema = node.map_or(Value::Bool(true), |node| {
                self.written(&node, &BTreeSet::new())
            });
            schemas.insert(schemas.len().to_string(), schema);
        }
        limit(&mut schemas);
        schemas
    }

    /// A schema below another one. One that references lead to stands apart, so that everything is translated once.
    fn below(&mut self, node: &Node<'d>, barred: &BTreeSet<&'d str>) -> Value {
        if self.targets.contains(&node.pointer) {
            return reference(self.number(&node.pointer));
        }
        self.written(node, barred)
    }

    fn written(&mut self, node: &Node<'d>, inherited: &BTreeSet<&'d str>) -> Value {
        let Some(keywords) = node.value.as_object() else {
            return Value::Bool(true);
        };
        let nullable = node.is_true("nullable");
        if let Some(text) = node.reference() {
            // Of the siblings, which 3.0 ignores, `nullable` is the one that authors rely on.
            let target = Pointer::from_reference(text)
                .filter(|target| self.document.get(target).is_some_and(Value::is_object));
            let Some(target) = target else {
                return Value::Bool(true);
            };
            let schema = reference(self.number(&target));
            return if nullable { or_null(schema) } else { schema };
        }
        let mut barred = inherited.clone();
        if keywords.contains_key("required") || keywords.contains_key("allOf") {
            self.collect_barred(node, &mut barred);
        }
        let mut schema = Map::new();
        for (keyword, value) in keywords {
            if let Some(value) = self.keyword(node, keyword, value, &barred) {
                schema.insert(keyword.clone(), value);
            }
        }
        exclusive(&mut schema, keywords, "minimum", "exclusiveMinimum");
        exclusive(&mut schema, keywords, "maximum", "exclusiveMaximum");
        if let Some(format @ ("int32" | "int64")) = node.str("format") {
            schema.insert(INTEGER.to_owned(), format.into());
        }
        if !nullable {
            return Value::Object(schema);
        }
        if let Some(Value::Array(values)) = schema.get_mut("enum") {
            values.push(Value::Null);
        }
        if ["allOf", "anyOf", "oneOf", "not"]
            .iter()
            .any(|keyword| schema.contains_key(*keyword))
        {
            return or_null(Value::Object(schema));
        }
        if let Some(kind) = schema.get_mut("type") {
            *kind = json!([kind, "null"]);
        }
        Value::Object(schema)
    }

    fn keyword(
        &mut self,
        node: &Node<'d>,
        keyword: &str,
        value: &'d Value,
        barred: &BTreeSet<&'d str>,
    ) -> Option<Value> {
        let pointer = node.pointer.join(keyword);
        let child = Node { pointer, value };
        let none = BTreeSet::new();
        match keyword {
            "type" => {
                let known = ["string", "number", "integer", "boolean", "array", "object"];
                known.contains(&value.as_str()?).then(|| value.clone())
            }
            "enum" => value
                .as_array()
                .filter(|values| !values.is_empty())
                .map(|_| value.clone()),
            "required" => {
                let names = value.as_array()?.iter().filter_map(Value::as_str);
                Some(names.filter(|name| !barred.contains(name)).collect())
            }
            "minimum" | "maximum" => value.is_number().then(|| value.clone()),
            "multipleOf" => value
                .as_f64()
                .filter(|number| *number > 0.0)
                .map(|_| value.clone()),
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" => value.is_u64().then(|| value.clone()),
            "uniqueItems" => value.is_boolean().then(|| value.clone()),
            "format" => value.is_string().then(|| value.clone()),
            "pattern" => value
                .as_str()
                .filter(|pattern| self.compiles(pattern))
                .map(Value::from),
            "properties" => {
                value.as_object()?;
                let properties = child
                    .members()
                    .map(|(name, property)| (name.to_owned(), self.property(&property)));
                Some(Value::Object(properties.collect()))
            }
            "additionalProperties" if value.is_boolean() => Some(value.clone()),
            "items" | "not" | "additionalProperties" => {
                value.is_object().then(|| self.below(&child, &none))
            }
            "allOf" => Some(
                child
                    .items()
                    .map(|member| self.below(&member, barred))
                    .collect::<Vec<_>>(),
            )
            .and_then(some_of),
            "anyOf" | "oneOf" => Some(
                child
                    .items()
                    .map(|member| self.below(&member, &none))
                    .collect::<Vec<_>>(),
            )
            .and_then(some_of),
            _ => None,
        }
    }

    fn property(&mut self, node: &Node<'d>) -> Value {
        match self.direction {
            Some(direction) if direction.bars(self.document, node) => {
                json!({ DIRECTION: direction.barred() })
            }
            _ => self.below(node, &BTreeSet::new()),
        }
    }

    /// The names of the properties, here or in the members of `allOf`, that need not be there because they do not travel this way.
    fn collect_barred(&self, schema: &Node<'d>, barred: &mut BTreeSet<&'d str>) {
        let directions = match &self.direction {
            Some(direction) => std::slice::from_ref(direction),
            None => &[Direction::Request, Direction::Response],
        };
        for node in self.document.all_of(schema.clone()) {
            let properties = node.members_of("properties").filter(|(_, property)| {
                let mut directions = directions.iter();
                directions.any(|direction| direction.bars(self.document, property))
            });
            barred.extend(properties.map(|(name, _)| name));
        }
    }

    fn compiles(&mut self, pattern: &str) -> bool {
        if let Some(compiles) = self.patterns.get(pattern) {
            return *compiles;
        }
        let compiles = pattern_of(pattern).is_some();
        self.patterns.insert(pattern.to_owned(), compiles);
        compiles
    }
}

/// The places that references in a document lead to, without whole components, which stand apart anyway.
pub(crate) fn inner_targets(document: &Document) -> HashSet<Pointer> {
    let mut targets = HashSet::new();
    let mut open = vec![document.root()];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let target = members
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(Pointer::from_reference);
                targets.extend(target.filter(|target| target.tokens().count() != 3));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    targets
}

fn reference(number: usize) -> Value {
    json!({ "$ref": format!("#/schemas/{number}") })
}

/// Accepts null, and what the schema accepts; the errors are those of the schema, unlike those of an `anyOf`.
fn or_null(schema: Value) -> Value {
    json!({ "if": { "type": "null" }, "else": schema })
}

fn some_of(members: Vec<Value>) -> Option<Value> {
    (!members.is_empty()).then_some(Value::Array(members))
}

/// In 3.0 `exclusiveMinimum` is a boolean beside `minimum`; later drafts made it the bound itself.
fn exclusive(
    schema: &mut Map<String, Value>,
    keywords: &Map<String, Value>,
    bound: &str,
    exclusive: &str,
) {
    if keywords.get(exclusive) == Some(&Value::Bool(true))
        && let Some(limit) = schema.remove(bound)
    {
        schema.insert(exclusive.to_owned(), limit);
    }
}
