//! Recursion through `allOf`. The generator merges the members of an `allOf` into a new type, and
//! follows the references in them where a property is constrained more than once. A cycle on that
//! way would exhaust its stack, which aborts the process.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{plan::Plan, references::made_component};
use crate::{
    document::{at, at_mut, child, members, reference, resolve},
    note::Note,
    schema,
};

/// The schemas that the generator merges into one type, by pointer, and whether each applies more
/// than once.
type State = BTreeMap<String, bool>;

/// Rewrites every schema whose conversion would not end. Call it on the document that the generator
/// gets.
pub(crate) fn lower(document: &mut Value, plan: &mut Plan, notes: &mut Vec<Note>) {
    let mut merged = BTreeSet::new();
    while let Some(path) = endless(document) {
        let Some(inline) = path.last().filter(|last| !is_component(last)) else {
            break_off(document, &path, &mut merged, notes);
            continue;
        };
        hoist(document, inline, plan);
    }
}

/// Finds a cycle. Returns the pointers of the schemas on the way that are not merged with others;
/// the last one is part of the cycle, or leads into it.
fn endless(document: &Value) -> Option<Vec<String>> {
    let mut search = Search {
        document,
        ends: BTreeSet::new(),
        path: Vec::new(),
    };
    // Inside of components first, where a cycle is shortest.
    let components = members(document, "#/components/schemas").into_iter();
    let starts = components
        .map(|(_, pointer, _)| pointer)
        .chain(schema::all(document));
    for start in starts {
        if !search.ends(&single(&start)) {
            return Some(search.cycle());
        }
    }
    None
}

struct Search<'d> {
    document: &'d Value,
    /// States that were found to end.
    ends: BTreeSet<State>,
    path: Vec<State>,
}

impl Search<'_> {
    /// Whether the conversion of a state ends. If not, the path is left as it is.
    fn ends(&mut self, state: &State) -> bool {
        if self.ends.contains(state) {
            return true;
        }
        let is_open = self.path.contains(state);
        self.path.push(state.clone());
        if is_open {
            return false;
        }
        for step in self.steps(state) {
            if !self.ends(&step) {
                return false;
            }
        }
        self.path.pop();
        self.ends.insert(state.clone());
        true
    }

    /// The schemas of the path up to the last one of the cycle that stands alone, or the last one
    /// before it.
    fn cycle(&self) -> Vec<String> {
        let alone = |state: &State| match state.iter().next() {
            Some((pointer, false)) if state.len() == 1 => Some(pointer.clone()),
            _ => None,
        };
        self.path.iter().filter_map(alone).collect()
    }

    /// The states that a conversion leads to. A reference that stands alone is not followed.
    fn steps(&self, state: &State) -> Vec<State> {
        let document = self.document;
        let mut targets = state
            .keys()
            .map(|pointer| at(document, pointer).and_then(reference));
        if let Some(Some(first)) = targets.next()
            && targets.all(|target| target == Some(first))
        {
            return Vec::new();
        }
        if let (1, Some((pointer, false))) = (state.len(), state.iter().next()) {
            let schema = at(document, pointer);
            let has = |keyword| schema.is_some_and(|schema| schema.get(keyword).is_some());
            let parts = schema::items(document, &child(pointer, "allOf"));
            let has_choices = has("anyOf") || has("oneOf");
            let has_own = has("properties") || has("additionalProperties") || has("items");
            match parts.len() {
                0 if !(has_choices && has_own) => {
                    let children = schema::children(document, pointer);
                    return children.iter().map(|pointer| single(pointer)).collect();
                }
                1 if !has_choices && !has_own => return vec![single(&parts[0])],
                _ => {}
            }
        }
        self.merged(state)
    }

    /// The steps from schemas that are merged.
    fn merged(&self, state: &State) -> Vec<State> {
        let mut all = State::new();
        for (pointer, is_repeated) in state {
            self.flatten(pointer, *is_repeated, &mut all);
        }
        let mut steps = self.below(&all);
        for member in all.keys() {
            for keyword in ["anyOf", "oneOf"] {
                for alternative in schema::items(self.document, &child(member, keyword)) {
                    let mut all = all.clone();
                    self.flatten(&alternative, false, &mut all);
                    steps.extend(self.below(&all));
                }
            }
        }
        steps
    }

    fn flatten(&self, pointer: &str, is_repeated: bool, all: &mut State) {
        let pointer = resolve(self.document, pointer);
        let is_known = match all.get(&pointer) {
            Some(true) => return,
            Some(false) => true,
            None => false,
        };
        let is_repeated = is_repeated || is_known;
        all.insert(pointer.clone(), is_repeated);
        for part in schema::items(self.document, &child(&pointer, "allOf")) {
            self.flatten(&part, is_repeated, all);
        }
    }

    /// The properties, items and other values of an object that all of the schemas apply to.
    fn below(&self, all: &State) -> Vec<State> {
        let document = self.document;
        let is_present = |pointer: &String| at(document, pointer).is_some();
        let is_schema = |pointer: &String| at(document, pointer).is_some_and(Value::is_object);
        let names: BTreeSet<&str> = all
            .keys()
            .flat_map(|member| members(document, &child(member, "properties")))
            .map(|(name, ..)| name)
            .collect();
        let mut steps = Vec::new();
        for name in names {
            let declared = all.iter().filter_map(|(member, is_repeated)| {
                let own = child(&child(member, "properties"), name);
                let additional = || Some(child(member, "additionalProperties")).filter(is_schema);
                let pointer = Some(own).filter(is_present).or_else(additional)?;
                Some((pointer, *is_repeated))
            });
            steps.push(declared.collect());
        }
        let additional = all
            .iter()
            .map(|(member, is_repeated)| (child(member, "additionalProperties"), *is_repeated))
            .filter(|(pointer, _)| is_schema(pointer));
        steps.push(additional.collect());
        let items = all
            .iter()
            .map(|(member, is_repeated)| (child(member, "items"), *is_repeated));
        steps.push(items.filter(|(pointer, _)| is_present(pointer)).collect());
        steps.retain(|step: &State| !step.is_empty());
        steps
    }
}

fn single(pointer: &str) -> State {
    State::from([(pointer.to_owned(), false)])
}

fn is_component(pointer: &str) -> bool {
    schema::component_name(pointer).is_some()
}

/// Makes an inline schema a component, whose type refers to itself by its name.
fn hoist(document: &mut Value, pointer: &str, plan: &mut Plan) {
    let nullable = at_mut(document, pointer)
        .and_then(Value::as_object_mut)
        .and_then(|schema| schema.remove("nullable"));
    let component = made_component(document, pointer);
    if let Some(nullable) = nullable
        && let Some(place) = at_mut(document, pointer)
    {
        *place = json!({ "allOf": [place.take()], "nullable": nullable });
    }
    let origin = plan.origin(pointer);
    plan.origins.insert(component, origin);
}

/// Replaces the last schema of the path by one without `allOf`: an object with all properties, or
/// else any value.
fn break_off(
    document: &mut Value,
    path: &[String],
    merged: &mut BTreeSet<String>,
    notes: &mut Vec<Note>,
) {
    let Some(pointer) = path.last() else { return };
    let object = merged
        .insert(pointer.clone())
        .then(|| object(document, pointer))
        .flatten();
    let schema = object.unwrap_or_else(|| {
        let message =
            "generated as any JSON value: its `allOf` merges recursive schemas without end";
        notes.push(Note::lowered(pointer, message));
        json!({})
    });
    if let Some(place) = at_mut(document, pointer) {
        *place = schema;
    }
}

/// The schema as one object; nothing if it is none, or if a property is declared in different ways.
fn object(document: &Value, pointer: &str) -> Option<Value> {
    let flat = schema::flat(document, pointer);
    let mut object = at(document, pointer)?.as_object()?.clone();
    object.remove("allOf")?;
    let mut properties = Map::new();
    let mut required = BTreeSet::new();
    for member in &flat.members {
        let schema = at(document, member)?.as_object()?;
        let is_object = schema.get("type").is_none_or(|ty| ty == "object");
        if !is_object || !flat.choices.is_empty() || schema.contains_key("enum") {
            return None;
        }
        for (name, _, property) in members(document, &child(member, "properties")) {
            let known = properties.insert(name.to_owned(), property.clone());
            if known.is_some_and(|known| known != *property) {
                return None;
            }
        }
        let names = schema.get("required").and_then(Value::as_array);
        required.extend(names.into_iter().flatten().filter_map(Value::as_str));
        if let Some(additional) = schema.get("additionalProperties") {
            let known = object.get("additionalProperties");
            // Any schema is stricter than `{}`.
            if known.is_none_or(|known| !known.is_object() || *known == json!({})) {
                object.insert("additionalProperties".to_owned(), additional.clone());
            }
        }
    }
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.remove("required");
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    Some(Value::Object(object))
}
