use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::keyword::{DIRECTION, DISCRIMINATOR, INTEGER};
use super::limit::limit;
use super::options::pattern_of;
use crate::vocabulary::Kind;
use crate::{Discriminator, Document, Node, Pointer};

/// Direction in which a value is sent, which decides the meaning of `readOnly` and `writeOnly`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From the client to the server: properties that are `readOnly` must not be sent, and are not
    /// required.
    Request,
    /// From the server to the client: properties that are `writeOnly` must not be sent, and are not
    /// required.
    Response,
}

impl Direction {
    /// The keyword whose properties are not sent in this direction.
    pub(crate) fn barred(self) -> &'static str {
        match self {
            Self::Request => "readOnly",
            Self::Response => "writeOnly",
        }
    }

    /// Whether a property is not sent in this direction: by itself, its target, or a member of its
    /// `allOf`.
    pub(crate) fn bars(self, document: &Document, property: &Node<'_>) -> bool {
        document
            .all_of(property.clone())
            .any(|node| node.is_true(self.barred()))
    }
}

/// Schemas of OpenAPI 3.0 as JSON Schema (draft 7): each schema that is asked for or referred to
/// under its number.
///
/// Only keywords that 3.0 knows, with values of the right type, are translated, so that a defect
/// elsewhere in a schema does not prevent the rest from being checked; a rule reports it.
pub(crate) struct Translation<'d> {
    document: &'d Document,
    /// `None` for a value that may travel either way: every property is permitted, and one that is
    /// sent in one direction only is optional.
    direction: Option<Direction>,
    /// Whether a `readOnly` property in a request may have any value.
    accepts_read_only: bool,
    /// The targets of references from anywhere in the document, except for whole components.
    targets: &'d HashSet<Pointer>,
    patterns: HashMap<String, bool>,
    pub(crate) numbers: HashMap<Pointer, usize>,
    /// The numbers of schemas that are read without some discriminators.
    plain_numbers: HashMap<(Pointer, Plain), usize>,
    /// The pointer of each numbered schema.
    pub(crate) pointers: Vec<Pointer>,
    /// For each numbered schema, the schemas whose discriminators it is read without.
    plain: Vec<Plain>,
}

/// Schemas whose discriminators have selected the current schema, and are not applied again: a
/// selected schema often inherits from the one with the discriminator.
type Plain = BTreeSet<Pointer>;

/// Context that a schema inherits from the enclosing one, for the same value.
#[derive(Clone, Default)]
struct Around<'d> {
    /// The names of properties that are not sent in this direction.
    barred: BTreeSet<&'d str>,
    plain: Plain,
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
            accepts_read_only: false,
            targets,
            patterns,
            numbers,
            plain_numbers: HashMap::new(),
            pointers: Vec::new(),
            plain: Vec::new(),
        }
    }

    pub(crate) fn accepting_read_only(mut self) -> Self {
        self.accepts_read_only = true;
        self
    }

    /// The number of a schema.
    pub(crate) fn number(&mut self, pointer: &Pointer) -> usize {
        if let Some(number) = self.numbers.get(pointer) {
            return *number;
        }
        let number = self.add(pointer, Plain::new());
        self.numbers.insert(pointer.clone(), number);
        number
    }

    /// The number of a schema that is read without the discriminators of some of the schemas that
    /// it inherits from.
    fn plain_number(&mut self, pointer: &Pointer, plain: &Plain) -> usize {
        let inherited = self.inherited(pointer, plain);
        if inherited.is_empty() {
            return self.number(pointer);
        }
        let key = (pointer.clone(), inherited);
        if let Some(number) = self.plain_numbers.get(&key) {
            return *number;
        }
        let number = self.add(pointer, key.1.clone());
        self.plain_numbers.insert(key, number);
        number
    }

    /// Those of some schemas that the schema at a pointer inherits from, or is.
    fn inherited(&self, pointer: &Pointer, plain: &Plain) -> Plain {
        if plain.is_empty() {
            return Plain::new();
        }
        let node = self.document.node(pointer).into_iter();
        let parts = node.flat_map(|node| self.document.all_of(node));
        parts
            .map(|part| part.pointer)
            .filter(|part| plain.contains(part))
            .collect()
    }

    fn add(&mut self, pointer: &Pointer, plain: Plain) -> usize {
        self.pointers.push(pointer.clone());
        self.plain.push(plain);
        self.pointers.len() - 1
    }

    /// Translates every schema that has a number, and those that they refer to in turn.
    pub(crate) fn schemas(&mut self) -> Map<String, Value> {
        let mut schemas = Map::new();
        while let Some(pointer) = self.pointers.get(schemas.len()).cloned() {
            let node = self.document.node(&pointer);
            let around = Around {
                plain: self.plain[schemas.len()].clone(),
                ..Around::default()
            };
            let schema = node.map_or(Value::Bool(true), |node| self.written(&node, &around));
            schemas.insert(schemas.len().to_string(), schema);
        }
        limit(&mut schemas);
        schemas
    }

    /// A schema below another one. The target of a reference is translated separately, so that each
    /// is translated once.
    fn below(&mut self, node: &Node<'d>, around: &Around<'d>) -> Value {
        if self.targets.contains(&node.pointer) {
            return reference(self.plain_number(&node.pointer, &around.plain));
        }
        self.written(node, around)
    }

    fn written(&mut self, node: &Node<'d>, around: &Around<'d>) -> Value {
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
            let schema = reference(self.plain_number(&target, &around.plain));
            return if nullable { or_null(schema) } else { schema };
        }
        let mut around = around.clone();
        if keywords.contains_key("required") || keywords.contains_key("allOf") {
            self.collect_barred(node, &mut around.barred);
        }
        let discriminator = self.document.discriminator(node);
        let is_plain = around.plain.contains(&node.pointer);
        let mut schema = Map::new();
        for (keyword, value) in keywords {
            // The members of a choice that is made already need not be tried.
            let is_choice = matches!(keyword.as_str(), "oneOf" | "anyOf");
            if is_choice && is_plain && discriminator.is_some() {
                continue;
            }
            if let Some(value) = self.keyword(node, keyword, value, &around) {
                schema.insert(keyword.clone(), value);
            }
        }
        if let Some(discriminator) = discriminator.filter(|_| !is_plain) {
            self.select(&discriminator, &around.plain, &mut schema);
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
        if ["allOf", "anyOf", "oneOf", "not", "else"]
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

    /// Adds the effect of a discriminator: the value of its property selects a schema, and must be
    /// a known one.
    ///
    /// `{if: {…}, then: {allOf: […]}}`; for a choice, its members are tried in an `else`, for
    /// values without the property.
    fn select(
        &mut self,
        discriminator: &Discriminator<'d>,
        plain: &Plain,
        schema: &mut Map<String, Value>,
    ) {
        let property = discriminator.property;
        let mut selected: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for variant in &discriminator.variants {
            let Some(target) = &variant.schema else {
                continue;
            };
            if target.pointer == discriminator.schema.pointer {
                continue;
            }
            let mut plain = plain.clone();
            plain.insert(discriminator.schema.pointer.clone());
            // The mapping may name a schema otherwise than the discriminator of that schema itself
            // does.
            let own = self.document.discriminator(target);
            let asks_again = own.filter(|own| own.property == property);
            if asks_again.is_some_and(|own| own.variant(variant.value).is_none()) {
                plain.insert(target.pointer.clone());
            }
            let number = self.plain_number(&target.pointer, &plain);
            selected.entry(number).or_default().push(variant.value);
        }
        let values = discriminator.values().collect::<Vec<_>>();
        let has = |condition: Value| json!({ "type": "object", "required": [property], "properties": { property: condition } });
        let branches = selected.into_iter().map(|(number, values)| {
            json!({ "if": has(json!({ "enum": values })), "then": reference(number) })
        });
        let mut then = Map::new();
        then.extend(some_of(branches.collect()).map(|branches| ("allOf".to_owned(), branches)));
        let condition = if discriminator.has_unnamed_members {
            json!({ "enum": values })
        } else {
            then.insert(
                "properties".to_owned(),
                json!({ property: { DISCRIMINATOR: values } }),
            );
            json!({ "type": "string" })
        };
        let members = ["oneOf", "anyOf"].into_iter();
        let members = members
            .filter_map(|keyword| schema.remove_entry(keyword))
            .collect::<Map<_, _>>();
        if !members.is_empty() {
            schema.insert("else".to_owned(), Value::Object(members));
        }
        schema.insert("if".to_owned(), has(condition));
        schema.insert("then".to_owned(), Value::Object(then));
    }

    fn keyword(
        &mut self,
        node: &Node<'d>,
        keyword: &str,
        value: &'d Value,
        around: &Around<'d>,
    ) -> Option<Value> {
        let pointer = node.pointer.join(keyword);
        let child = Node { pointer, value };
        match keyword {
            "enum" => value
                .as_array()
                .filter(|values| !values.is_empty())
                .map(|_| value.clone()),
            "required" => {
                let names = value.as_array()?.iter().filter_map(Value::as_str);
                Some(names.filter(|name| !around.barred.contains(name)).collect())
            }
            "type" | "minimum" | "maximum" | "minLength" | "maxLength" | "minItems"
            | "maxItems" | "minProperties" | "maxProperties" | "uniqueItems" | "format" => {
                let shape = Kind::Schema.shape(keyword)?;
                shape.accepts(value).then(|| value.clone())
            }
            "multipleOf" => value
                .as_f64()
                .filter(|number| *number > 0.0)
                .map(|_| value.clone()),
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
            "items" | "additionalProperties" => value
                .is_object()
                .then(|| self.below(&child, &Around::default())),
            "not" => {
                let around = besides(around);
                value.is_object().then(|| self.below(&child, &around))
            }
            "allOf" => Some(
                child
                    .items()
                    .map(|member| self.below(&member, around))
                    .collect::<Vec<_>>(),
            )
            .and_then(some_of),
            "anyOf" | "oneOf" => {
                let around = besides(around);
                let members = child.items().map(|member| self.below(&member, &around));
                some_of(members.collect())
            }
            _ => None,
        }
    }

    fn property(&mut self, node: &Node<'d>) -> Value {
        match self.direction {
            Some(Direction::Request)
                if self.accepts_read_only && Direction::Request.bars(self.document, node) =>
            {
                Value::Bool(true)
            }
            Some(direction) if direction.bars(self.document, node) => {
                json!({ DIRECTION: direction.barred() })
            }
            _ => self.below(node, &Around::default()),
        }
    }

    /// The names of the properties, here or in the members of `allOf`, that are optional because
    /// they are not sent in this direction.
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

/// The targets of references in a document, without whole components, which are separate anyway.
pub(crate) fn inner_targets(document: &Document) -> HashSet<Pointer> {
    let mut targets = HashSet::new();
    let mut open = document.trees().collect::<Vec<_>>();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let target = members
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(Pointer::from_reference);
                targets.extend(target.filter(|target| !is_component(target)));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    targets
}

/// Returns the context of an alternative: that of the value, without its properties.
fn besides<'d>(around: &Around<'d>) -> Around<'d> {
    Around {
        plain: around.plain.clone(),
        ..Around::default()
    }
}

fn is_component(target: &Pointer) -> bool {
    let mut tokens = target.tokens();
    tokens.next().is_some_and(|first| first == "components") && tokens.count() == 2
}

fn reference(number: usize) -> Value {
    json!({ "$ref": format!("#/schemas/{number}") })
}

/// Accepts null, and what the schema accepts; the errors are those of the schema, unlike those of
/// an `anyOf`.
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
