use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::model::MAX_CHAIN;
use crate::vocabulary::COMPOSITION;
use crate::{Document, Node, Pointer};

/// Combination of the schemas that apply to one value.
///
/// These are the schemas joined by `allOf`, `anyOf`, `oneOf`, `not` and references; those that
/// compose them with others; and for a property or item, the schemas of that property or item in
/// all schemas that apply to the value around it.
#[derive(Debug, Default)]
pub(crate) struct Composite<'d> {
    /// The schemas of the properties that any of them declares, by name.
    pub(crate) properties: IndexMap<&'d str, Vec<&'d Value>>,
    /// The schemas of items.
    items: Vec<&'d Value>,
    /// Whether one of them describes properties by any name.
    pub(crate) is_map: bool,
    /// Whether one of them has a `type`.
    pub(crate) is_typed: bool,
    /// Whether one of them has `items`.
    pub(crate) has_items: bool,
}

/// The composites of a document, each computed once for all its members.
pub(crate) struct Composites<'d> {
    document: &'d Document,
    known: HashMap<Pointer, Rc<Composite<'d>>>,
    /// The references that are members of `allOf`, `anyOf` and `oneOf`, or a `not`, by their
    /// targets.
    composing: HashMap<Pointer, Vec<Pointer>>,
    /// The composites that are being computed: schemas can be recursive.
    open: HashSet<Pointer>,
}

/// Maximum nesting of composites, which bounds the stack.
const MAX_NESTING: usize = 128;

impl<'d> Composites<'d> {
    /// Prepares for a document with the given schema objects, references included.
    pub(crate) fn new(document: &'d Document, schemas: impl Iterator<Item = &'d Node<'d>>) -> Self {
        let mut composing: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
        for schema in schemas {
            let target = schema.reference().and_then(Pointer::from_reference);
            if let (Some(target), Some(_)) = (target, above(&schema.pointer)) {
                let references = composing.entry(target).or_default();
                references.push(schema.pointer.clone());
            }
        }
        Self {
            document,
            known: HashMap::new(),
            composing,
            open: HashSet::new(),
        }
    }

    /// The composite that a schema belongs to.
    pub(crate) fn of(&mut self, schema: &Node<'d>) -> Rc<Composite<'d>> {
        let whole = whole(&schema.pointer);
        if let Some(known) = self.known.get(&whole) {
            return known.clone();
        }
        if self.open.len() == MAX_NESTING || !self.open.insert(whole.clone()) {
            return Rc::default();
        }
        let composite = Rc::new(self.composite(&whole));
        self.open.remove(&whole);
        self.known.insert(whole, composite.clone());
        composite
    }

    fn composite(&mut self, whole: &Pointer) -> Composite<'d> {
        let document = self.document;
        let wholes = self.wholes(whole);
        let mut schemas = Vec::new();
        for whole in &wholes {
            schemas.extend(document.get(whole));
            let (Some(name), Some(list)) = (whole.last(), whole.parent()) else {
                continue;
            };
            // The schema around it, and the schemas there that describe this one.
            let around = |around: Option<Pointer>| document.node(&around?);
            if list.last().as_deref() == Some("properties") {
                if let Some(around) = around(list.parent()) {
                    let around = self.of(&around);
                    schemas.extend(around.properties.get(&*name).into_iter().flatten());
                }
            } else if name == "items"
                && let Some(around) = around(Some(list))
            {
                schemas.extend(&self.of(&around).items);
            }
        }
        let mut found = Composite::default();
        collect(document, schemas, &mut found);
        found
    }

    /// The schemas that compose a schema with others, and those that compose these, itself
    /// included.
    fn wholes(&self, schema: &Pointer) -> IndexSet<Pointer> {
        let mut wholes = IndexSet::from([schema.clone()]);
        let mut next = 0;
        while let Some(at) = wholes.get_index(next) {
            let references = self.composing.get(at).into_iter().flatten();
            let further = references.map(whole).collect::<Vec<_>>();
            wholes.extend(further);
            next += 1;
        }
        wholes
    }
}

/// Whether a schema is a `not` or below one.
pub(crate) fn is_negated(schema: &Pointer) -> bool {
    let tokens = schema.tokens().collect::<Vec<_>>();
    let is_name = |above: &str| matches!(above, "properties" | "schemas");
    (1..tokens.len()).any(|index| tokens[index] == "not" && !is_name(&tokens[index - 1]))
}

/// The outermost schema that a schema is a part of, for the same value.
fn whole(schema: &Pointer) -> Pointer {
    let mut whole = schema.clone();
    while let Some(above) = above(&whole) {
        whole = above;
    }
    whole
}

/// The schema that a schema is a member of `allOf`, `anyOf` or `oneOf` of, or the `not`.
fn above(member: &Pointer) -> Option<Pointer> {
    let list = member.parent()?;
    let last = member.last()?;
    if last == "not" && list.last()? != "properties" {
        return Some(list);
    }
    let is_index = last.bytes().all(|byte| byte.is_ascii_digit());
    let is_list = COMPOSITION.contains(&&*list.last()?);
    (is_index && is_list).then(|| list.parent())?
}

/// Adds the statements of schemas and of those that they compose.
fn collect<'d>(document: &'d Document, schemas: Vec<&'d Value>, found: &mut Composite<'d>) {
    let mut open = schemas
        .into_iter()
        .map(|schema| (schema, 0))
        .collect::<Vec<_>>();
    let mut seen: HashSet<*const Value> = HashSet::new();
    while let Some((value, depth)) = open.pop() {
        if !seen.insert(std::ptr::from_ref(value)) {
            continue;
        }
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            if depth < MAX_CHAIN {
                let target = Pointer::from_reference(reference);
                let target = target.and_then(|target| document.get(&target));
                open.extend(target.map(|target| (target, depth + 1)));
            }
            continue;
        }
        let members = COMPOSITION
            .into_iter()
            .filter_map(|keyword| value.get(keyword)?.as_array());
        open.extend(members.flatten().map(|member| (member, depth)));
        let properties = value.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            found.properties.entry(name).or_default().push(property);
        }
        let additional = value.get("additionalProperties").and_then(Value::as_object);
        found.is_map |= additional.is_some_and(|schema| !schema.is_empty());
        found.is_typed |= value.get("type").is_some() || value.get("enum").is_some();
        found.has_items |= value.get("items").is_some();
        found.items.extend(value.get("items"));
    }
}

/// The schemas reachable from the given ones, themselves included, each once: by references and
/// keywords.
pub(crate) fn reachable<'d>(
    document: &'d Document,
    schemas: impl Iterator<Item = Node<'d>>,
) -> Vec<Node<'d>> {
    let mut open = schemas.collect::<Vec<_>>();
    open.reverse();
    let mut seen: HashSet<*const Value> = HashSet::new();
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        if !seen.insert(std::ptr::from_ref(node.value)) {
            continue;
        }
        if let Some(target) = node.reference().and_then(Pointer::from_reference) {
            open.extend(document.node(&target));
            continue;
        }
        let listed = COMPOSITION
            .into_iter()
            .flat_map(|keyword| node.items_of(keyword));
        let single = ["items", "additionalProperties", "not"]
            .into_iter()
            .filter_map(|keyword| node.get(keyword));
        let properties = node.members_of("properties").map(|(_, property)| property);
        let below = listed
            .chain(single)
            .chain(properties)
            .filter(|below| below.value.is_object());
        open.extend(below.collect::<Vec<_>>().into_iter().rev());
        found.push(node);
    }
    found
}
