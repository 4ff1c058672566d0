use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::{at, child, members, operations, reference, resolve, unescaped};

/// Pointers of all schemas of the document.
pub(crate) fn all(document: &Value) -> BTreeSet<String> {
    let starts = sites(document).into_iter();
    let starts = starts.filter(|(kind, _)| *kind == Site::Schema);
    reach(document, starts.map(|(_, pointer)| pointer).collect())
}

/// Pointers of every schema that a response can contain.
pub(crate) fn in_responses(document: &Value) -> BTreeSet<String> {
    let mut starts = Vec::new();
    for operation in operations(document) {
        for (_, pointer, _) in members(document, &child(&operation.pointer, "responses")) {
            let response = resolve(document, &pointer);
            for (_, media_type, _) in members(document, &child(&response, "content")) {
                starts.push(child(&media_type, "schema"));
            }
        }
    }
    reach(document, starts)
}

/// The kinds of objects that can be a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// A schema that is not inside of another one.
    Schema,
    Parameter,
    Body,
    Response,
    Header,
}

/// Every object of these kinds, with its pointer, whether it is a reference or not. Examples and
/// extensions are skipped, and the kind of a component does not depend on its name.
pub(crate) fn sites(document: &Value) -> Vec<(Site, String)> {
    let mut sites = Vec::new();
    for (kind, pointer, _) in members(document, "#/components") {
        let site = match kind {
            "schemas" => Site::Schema,
            "parameters" => Site::Parameter,
            "requestBodies" => Site::Body,
            "responses" => Site::Response,
            "headers" => Site::Header,
            _ => continue,
        };
        for (_, pointer, _) in members(document, &pointer) {
            add_site(document, site, pointer, &mut sites);
        }
    }
    for (_, pointer, _) in members(document, "#/paths") {
        for pointer in items(document, &child(&pointer, "parameters")) {
            add_site(document, Site::Parameter, pointer, &mut sites);
        }
    }
    for operation in operations(document) {
        for pointer in items(document, &child(&operation.pointer, "parameters")) {
            add_site(document, Site::Parameter, pointer, &mut sites);
        }
        let body = child(&operation.pointer, "requestBody");
        if at(document, &body).is_some() {
            add_site(document, Site::Body, body, &mut sites);
        }
        for (_, pointer, _) in members(document, &child(&operation.pointer, "responses")) {
            add_site(document, Site::Response, pointer, &mut sites);
        }
    }
    sites
}

fn add_site(document: &Value, site: Site, pointer: String, sites: &mut Vec<(Site, String)>) {
    let contents = members(document, &child(&pointer, "content"));
    let mut schemas: Vec<_> = contents
        .into_iter()
        .map(|(_, pointer, _)| child(&pointer, "schema"))
        .collect();
    match site {
        Site::Schema | Site::Body => {}
        Site::Parameter | Site::Header => schemas.push(child(&pointer, "schema")),
        Site::Response => {
            for (_, pointer, _) in members(document, &child(&pointer, "headers")) {
                add_site(document, Site::Header, pointer, sites);
            }
        }
    }
    sites.push((site, pointer));
    if site != Site::Schema {
        schemas.retain(|pointer| at(document, pointer).is_some());
        sites.extend(schemas.into_iter().map(|pointer| (Site::Schema, pointer)));
    }
}

/// Pointers of the items of the array at `pointer`.
pub(crate) fn items(document: &Value, pointer: &str) -> Vec<String> {
    let count = at(document, pointer)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    (0..count)
        .map(|index| child(pointer, &index.to_string()))
        .collect()
}

/// Schemas that all apply to one value, and the lists of alternatives among them.
#[derive(Default)]
pub(crate) struct Flat {
    pub(crate) members: Vec<String>,
    pub(crate) choices: Vec<Vec<String>>,
}

/// The schemas that apply to a value of the schema at `pointer`: itself, and through `allOf` and
/// references all others.
pub(crate) fn flat(document: &Value, pointer: &str) -> Flat {
    flat_all(document, &[pointer.to_owned()])
}

/// The schemas that apply to a value of all of `schemas`.
pub(crate) fn flat_all(document: &Value, schemas: &[String]) -> Flat {
    let mut flat = Flat::default();
    let mut seen = BTreeSet::new();
    for schema in schemas {
        flatten(document, schema, &mut flat, &mut seen);
    }
    flat
}

fn flatten(document: &Value, pointer: &str, flat: &mut Flat, seen: &mut BTreeSet<String>) {
    let pointer = resolve(document, pointer);
    let Some(schema) = at(document, &pointer).filter(|_| seen.insert(pointer.clone())) else {
        return;
    };
    if reference(schema).is_some() {
        return;
    }
    flat.members.push(pointer.clone());
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let parts = items(document, &child(&pointer, keyword));
        if keyword == "allOf" || parts.len() == 1 {
            parts
                .iter()
                .for_each(|part| flatten(document, part, flat, seen));
        } else if parts.len() > 1 {
            flat.choices.push(parts);
        }
    }
}

/// Pointers of every schema that a request body can hold.
pub(crate) fn in_requests(document: &Value) -> BTreeSet<String> {
    let mut starts = Vec::new();
    for operation in operations(document) {
        let body = resolve(document, &child(&operation.pointer, "requestBody"));
        for (_, media_type, _) in members(document, &child(&body, "content")) {
            starts.push(child(&media_type, "schema"));
        }
    }
    reach(document, starts)
}

/// Whether the schema at `pointer` accepts `null`: by its own `nullable`, or because all schemas
/// that it refers to do, or an alternative does. Call it on a document without [`endless`] schemas.
pub(crate) fn is_nullable(document: &Value, pointer: &str) -> bool {
    let Some(schema) = at(document, pointer) else {
        return false;
    };
    if let Some(target) = reference(schema) {
        return is_nullable(document, target);
    }
    if let Some(nullable) = schema.get("nullable") {
        return *nullable == Value::Bool(true);
    }
    let parts = |keyword| items(document, &child(pointer, keyword));
    let is_nullable = |pointer: &String| is_nullable(document, pointer);
    let alternatives = [parts("anyOf"), parts("oneOf")];
    let mut alternatives = alternatives.iter().filter(|list| !list.is_empty());
    let all = parts("allOf");
    schema.get("type").is_none()
        && schema.get("enum").is_none()
        && (!all.is_empty() || alternatives.clone().next().is_some())
        && all.iter().all(is_nullable)
        && alternatives.all(|list| list.iter().any(is_nullable))
}

/// A schema that refers to itself without a step into the instance, if there is one. No value can
/// be validated against it in finite time (JSON Schema Core 2019-09, section 8.2.4.1), and the
/// generator would exhaust its stack, which cannot be caught.
pub(crate) fn endless(document: &Value) -> Option<String> {
    let mut ends = BTreeSet::new();
    all(document)
        .into_iter()
        .find(|pointer| !has_end(document, pointer, &mut Vec::new(), &mut ends))
}

fn has_end(
    document: &Value,
    pointer: &str,
    path: &mut Vec<String>,
    ends: &mut BTreeSet<String>,
) -> bool {
    if ends.contains(pointer) {
        return true;
    }
    if path.iter().any(|above| above == pointer) {
        return false;
    }
    path.push(pointer.to_owned());
    let target = at(document, pointer).and_then(reference).map(str::to_owned);
    let same_place = |below: &String| {
        let keyword = below
            .strip_prefix(pointer)
            .and_then(|rest| rest.split('/').nth(1));
        matches!(keyword, Some("allOf" | "anyOf" | "oneOf"))
    };
    let steps: Vec<_> = match target {
        Some(target) => vec![target],
        None => children(document, pointer)
            .into_iter()
            .filter(same_place)
            .collect(),
    };
    let has_end = steps.iter().all(|step| has_end(document, step, path, ends));
    path.pop();
    if has_end {
        ends.insert(pointer.to_owned());
    }
    has_end
}

fn reach(document: &Value, mut open: Vec<String>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    while let Some(pointer) = open.pop() {
        let Some(schema) = at(document, &pointer).filter(|value| value.is_object()) else {
            continue;
        };
        if !seen.insert(pointer.clone()) {
            continue;
        }
        match reference(schema) {
            Some(target) => open.push(target.to_owned()),
            None => open.extend(children(document, &pointer)),
        }
    }
    seen
}

/// The schemas directly inside the schema at `pointer`, except `not`.
pub(crate) fn children(document: &Value, pointer: &str) -> Vec<String> {
    let mut children = vec![
        child(pointer, "items"),
        child(pointer, "additionalProperties"),
    ];
    children.extend(
        members(document, &child(pointer, "properties"))
            .into_iter()
            .map(|(_, pointer, _)| pointer),
    );
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let list = child(pointer, keyword);
        let count = at(document, &list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        children.extend((0..count).map(|index| child(&list, &index.to_string())));
    }
    children.retain(|pointer| at(document, pointer).is_some_and(Value::is_object));
    children
}

/// The components that no finite value satisfies, since each value contains another one.
pub(crate) fn infinite(document: &Value) -> Vec<String> {
    let mut open: Vec<_> = all(document).into_iter().collect();
    let mut finite = BTreeSet::new();
    loop {
        let (found, rest): (Vec<_>, Vec<_>) = open
            .into_iter()
            .partition(|pointer| is_finite(document, pointer, &finite));
        if found.is_empty() {
            return rest
                .into_iter()
                .filter(|pointer| component_name(pointer).is_some())
                .collect();
        }
        finite.extend(found);
        open = rest;
    }
}

/// Whether a value can be built of values of the schemas in `finite`.
fn is_finite(document: &Value, pointer: &str, finite: &BTreeSet<String>) -> bool {
    let Some(schema) = at(document, pointer) else {
        return true;
    };
    let is_known = |pointer: &String| at(document, pointer).is_none() || finite.contains(pointer);
    if let Some(target) = reference(schema) {
        return is_known(&target.to_owned());
    }
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        return true;
    }
    let required = schema.get("required").and_then(Value::as_array);
    let mut required = required.into_iter().flatten().filter_map(Value::as_str);
    let properties = child(pointer, "properties");
    let needs_items = schema.get("minItems").and_then(Value::as_u64) > Some(0);
    let any = |keyword: &str| {
        let alternatives = items(document, &child(pointer, keyword));
        alternatives.is_empty() || alternatives.iter().any(is_known)
    };
    required.all(|name| is_known(&child(&properties, name)))
        && (!needs_items || is_known(&child(pointer, "items")))
        && items(document, &child(pointer, "allOf"))
            .iter()
            .all(is_known)
        && any("anyOf")
        && any("oneOf")
}

/// Calls `found` with the target of every reference in `value`.
pub(crate) fn references(value: &Value, found: &mut dyn FnMut(&str)) {
    if let Some(target) = reference(value) {
        found(target);
    }
    match value {
        Value::Object(object) => object.values().for_each(|value| references(value, found)),
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// The component that contains the target of a reference: `#/components/schemas/Order` of
/// `#/components/schemas/Order/properties/id`.
pub(crate) fn component(target: &str) -> String {
    target.splitn(5, '/').take(4).collect::<Vec<_>>().join("/")
}

/// The name of the schema component at `pointer`.
pub(crate) fn component_name(pointer: &str) -> Option<String> {
    let token = pointer.strip_prefix("#/components/schemas/")?;
    (!token.contains('/')).then(|| unescaped(token))
}

/// The schema components in the order of their references: a component is preceded by those it
/// refers to. Components that refer to each other are one group (Tarjan's strongly connected
/// components).
pub(crate) fn dependencies(document: &Value) -> Vec<Vec<String>> {
    let mut search = Search {
        document,
        indices: BTreeMap::new(),
        stack: Vec::new(),
        groups: Vec::new(),
    };
    for (_, pointer, _) in members(document, "#/components/schemas") {
        if !search.indices.contains_key(&pointer) {
            search.visit(&pointer);
        }
    }
    search.groups
}

struct Search<'a> {
    document: &'a Value,
    /// The order of discovery; the highest number for a component of a group.
    indices: BTreeMap<String, usize>,
    stack: Vec<String>,
    groups: Vec<Vec<String>>,
}

impl Search<'_> {
    /// Returns the lowest index that can be reached.
    fn visit(&mut self, pointer: &str) -> usize {
        let index = self.indices.len();
        let mut lowest = index;
        self.indices.insert(pointer.to_owned(), index);
        self.stack.push(pointer.to_owned());
        let mut targets = BTreeSet::new();
        if let Some(schema) = at(self.document, pointer) {
            references(schema, &mut |target| {
                targets.insert(component(target));
            });
        }
        targets.retain(|target| {
            component_name(target).is_some() && at(self.document, target).is_some()
        });
        for target in targets {
            let found = match self.indices.get(&target) {
                Some(found) => *found,
                None => self.visit(&target),
            };
            lowest = lowest.min(found);
        }
        if lowest == index {
            let start = self
                .stack
                .iter()
                .position(|open| open == pointer)
                .unwrap_or_default();
            let group = self.stack.split_off(start);
            for member in &group {
                self.indices.insert(member.clone(), usize::MAX);
            }
            self.groups.push(group);
        }
        lowest
    }
}
