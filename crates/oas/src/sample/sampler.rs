use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::branch::{Group, Kind, beyond, inherited};
use super::merged::Merged;
use super::{number, string};
use crate::model::Node;
use crate::vocabulary::extension::EXTENSIBLE_ENUM;
use crate::{Direction, Document, Pointer};

/// Maximum number of values of one sample: required properties can multiply without end.
const MAX_VALUES: usize = 10_000;
/// Maximum number of values of a complete sample. Beyond it, the sample is made again with less
/// depth.
const MAX_COMPLETE: usize = 600;
/// Maximum number of branches of a `oneOf` or `anyOf` that are tried.
const MAX_BRANCHES: usize = 32;
/// Number of random numbers, where no bound limits them.
const RANDOM_NUMBERS: u64 = 10_000;
/// Number of random strings of one kind.
const RANDOM_STRINGS: u64 = 100;

/// A source of random numbers: returns a number below its argument.
pub type Draw<'r> = &'r mut dyn FnMut(u64) -> u64;

/// Makes one value of a schema, unchecked.
pub(super) struct Sampler<'s, 'd> {
    document: &'d Document,
    direction: Direction,
    extent: Extent<'s>,
    /// Whether examples are used; they may be invalid.
    examples: bool,
    /// The pointers in the value at which examples are invalid.
    distrusted: Option<&'s HashSet<Pointer>>,
    draw: Option<Draw<'s>>,
    /// The branch of each `oneOf` and `anyOf` that a minimal sample takes.
    choice: usize,
    /// Number of the value to generate, so that values differ where they must.
    variant: u64,
    /// The schemas that are being sampled.
    open: Vec<Pointer>,
    /// The pointer of the value in the sample.
    at: Pointer,
    depth: usize,
    values: usize,
    most: usize,
}

/// Extent of a sample.
pub(super) enum Extent<'s> {
    /// Required parts only.
    Minimal,
    /// All properties.
    Complete(Complete<'s>),
}

pub(super) struct Complete<'s> {
    depth: usize,
    is_last: bool,
    /// Whether the schema at a pointer accepts a value.
    accepts: &'s dyn Fn(&Pointer, &Value) -> bool,
}

impl<'s> Extent<'s> {
    pub(super) fn complete(
        depth: usize,
        is_last: bool,
        accepts: &'s dyn Fn(&Pointer, &Value) -> bool,
    ) -> Self {
        Self::Complete(Complete {
            depth,
            is_last,
            accepts,
        })
    }
}

/// Discriminator of a branch: its property and value.
#[derive(Clone, Copy, PartialEq)]
enum Distinction {
    /// All of its properties.
    Whole,
    /// No optional properties that another branch also has.
    Own,
    /// No optional properties.
    Required,
    /// A property that another branch rejects.
    Foreign,
}

impl<'s, 'd> Sampler<'s, 'd> {
    pub(super) fn minimal(
        document: &'d Document,
        direction: Direction,
        examples: bool,
        choice: usize,
    ) -> Self {
        Self {
            document,
            direction,
            extent: Extent::Minimal,
            examples,
            distrusted: None,
            draw: None,
            choice,
            variant: 0,
            open: Vec::new(),
            at: Pointer::root(),
            depth: 0,
            values: 0,
            most: MAX_VALUES,
        }
    }

    pub(super) fn complete(
        document: &'d Document,
        direction: Direction,
        extent: Extent<'s>,
        distrusted: Option<&'s HashSet<Pointer>>,
        draw: Option<Draw<'s>>,
    ) -> Self {
        let is_last = matches!(&extent, Extent::Complete(complete) if complete.is_last);
        Self {
            extent,
            distrusted,
            draw,
            most: if is_last { MAX_VALUES } else { MAX_COMPLETE },
            ..Self::minimal(document, direction, distrusted.is_some(), 0)
        }
    }

    pub(super) fn sample(&mut self, node: &Node<'d>) -> Option<Value> {
        self.value(std::slice::from_ref(node), false)
    }

    /// Whether the value would have been too large.
    pub(super) fn is_exhausted(&self) -> bool {
        self.values > self.most
    }

    fn is_complete(&self) -> bool {
        matches!(self.extent, Extent::Complete(_))
    }

    /// A value that these schemas accept together.
    fn value(&mut self, nodes: &[Node<'d>], is_optional: bool) -> Option<Value> {
        self.values += 1;
        if self.is_exhausted() {
            return None;
        }
        let mut schema = Merged::of(self.document, nodes);
        schema.is_optional = is_optional;
        let (open, variant) = (self.open.len(), self.variant);
        let value = match schema.parts.is_empty() {
            // A reference that does not resolve accepts any value.
            true => self.is_complete().then(|| json!({})),
            false => self.enter(&schema.parts).and_then(|()| self.merged(schema)),
        };
        self.open.truncate(open);
        self.variant = variant;
        // Recursion ends with null, where null is allowed and the value cannot be left out.
        let is_nullable = |node: &Node<'d>| {
            let target = self.document.resolve(node.clone());
            node.is_true("nullable") || target.is_some_and(|target| target.is_true("nullable"))
        };
        let may_end = !(is_optional && self.is_complete());
        value.or_else(|| (may_end && nodes.iter().all(is_nullable)).then_some(Value::Null))
    }

    /// Notes that these schemas are being sampled; `None` if one of them is already.
    fn enter(&mut self, parts: &[Node<'d>]) -> Option<()> {
        for part in parts {
            if self.open.contains(&part.pointer) {
                return None;
            }
            self.open.push(part.pointer.clone());
        }
        Some(())
    }

    /// The same for the schemas of a branch: one that adds nothing is the same schema again.
    fn enter_branch(&mut self, added: &[Node<'d>]) -> Option<()> {
        self.enter(added).filter(|()| !added.is_empty())
    }

    fn merged(&mut self, mut schema: Merged<'d>) -> Option<Value> {
        let uses_examples = self.uses_examples();
        let documented = if self.is_complete() {
            schema.documented()
        } else {
            schema.get("example").or_else(|| schema.get("default"))
        };
        if let Some(value) = documented.filter(|_| uses_examples) {
            return Some(value.clone());
        }
        let document = self.document;
        let groups = schema.parts.iter();
        let mut groups: Vec<_> = groups.flat_map(|part| Group::of(document, part)).collect();
        if let Some(own) = schema.parts.first() {
            groups.extend(Group::of_heirs(document, own));
            schema.fixed = inherited(document, own, &schema.parts);
        }
        self.decided(&schema, &groups)
    }

    /// Whether an example is used at this pointer.
    fn uses_examples(&self) -> bool {
        let distrusts =
            |places: &HashSet<Pointer>| places.iter().any(|place| place.starts_with(&self.at));
        self.examples && self.variant == 0 && !self.distrusted.is_some_and(distrusts)
    }

    /// A value that is one of each group's alternatives.
    fn decided(&mut self, schema: &Merged<'d>, groups: &[Group<'d>]) -> Option<Value> {
        let Some((group, rest)) = groups.split_first() else {
            return self.typed(schema);
        };
        if !self.is_complete() {
            let number = self.choice % group.members.len();
            let mut schema = schema.clone();
            let added = schema.added(self.document, &group.members[number].node);
            self.enter_branch(&added)?;
            schema.parts.extend(added);
            schema.fixed.extend(group.fixed(number));
            return self.decided(&schema, rest);
        }
        let size = group.members.len();
        let start = self.draw.as_mut().map_or(0, |draw| draw(size as u64));
        let start = usize::try_from(start).unwrap_or(0);
        let mut second_best = None;
        for distinction in [
            Distinction::Whole,
            Distinction::Own,
            Distinction::Required,
            Distinction::Foreign,
        ] {
            for offset in 0..size.min(MAX_BRANCHES) {
                let number = (start + offset) % size;
                let Some(value) = self.branch(schema, group, number, rest, distinction) else {
                    continue;
                };
                match self.judge(group, number, &value) {
                    Verdict::Good => return Some(value),
                    // The discriminator decides, whatever else the other branches accept.
                    Verdict::Overlapping if group.has_discriminator() => {
                        return Some(value);
                    }
                    Verdict::Overlapping | Verdict::Bad => {
                        second_best = second_best.or(Some(value));
                    }
                }
            }
        }
        self.apart(group).or(second_best)
    }

    /// A value of one branch.
    fn branch(
        &mut self,
        schema: &Merged<'d>,
        group: &Group<'d>,
        number: usize,
        rest: &[Group<'d>],
        distinction: Distinction,
    ) -> Option<Value> {
        let member = &group.members[number];
        let mut schema = schema.clone();
        let added = schema.added(self.document, &member.node);
        let open = self.open.len();
        if self.enter_branch(&added).is_none() {
            self.open.truncate(open);
            return None;
        }
        let document = self.document;
        let groups = added.iter();
        let mut groups: Vec<_> = groups.flat_map(|part| Group::of(document, part)).collect();
        groups.extend_from_slice(rest);
        schema.parts.extend(added);
        schema.fixed.extend(group.fixed(number));
        let others = || {
            let others = group.members.iter().enumerate();
            let others = others.filter(|(other, _)| *other != number);
            others.map(|(_, other)| Merged::of(self.document, std::slice::from_ref(&other.node)))
        };
        match distinction {
            Distinction::Whole => {}
            Distinction::Own => {
                let shared = others().flat_map(|other| other.properties());
                schema.omitted.extend(shared.map(|(name, _)| name));
            }
            Distinction::Required => {
                let all = schema.properties();
                schema.omitted.extend(all.into_iter().map(|(name, _)| name));
            }
            Distinction::Foreign => {
                let own: HashSet<_> = schema
                    .properties()
                    .into_iter()
                    .map(|(name, _)| name)
                    .collect();
                for other in others().take(MAX_BRANCHES) {
                    let foreign = other.properties().into_iter();
                    let foreign = foreign.filter(|(name, _)| !own.contains(name));
                    schema.fixed.extend(foreign.filter_map(|(name, nodes)| {
                        Some((name.to_owned(), mistyped(self.document, &nodes)?))
                    }));
                }
            }
        }
        let value = self.decided(&schema, &groups);
        self.open.truncate(open);
        value
    }

    fn judge(&self, group: &Group<'d>, number: usize, value: &Value) -> Verdict {
        let Extent::Complete(complete) = &self.extent else {
            return Verdict::Good;
        };
        if group.kind == Kind::Inheritance {
            return Verdict::Good;
        }
        let accepts =
            |number: usize| (complete.accepts)(&group.members[number].node.pointer, value);
        if !accepts(number) {
            return Verdict::Bad;
        }
        let mut others = (0..group.members.len()).filter(|other| *other != number);
        match group.kind {
            Kind::OneOf if others.any(accepts) => Verdict::Overlapping,
            _ => Verdict::Good,
        }
    }

    /// A scalar that exactly one branch accepts.
    fn apart(&self, group: &Group<'d>) -> Option<Value> {
        let members = group.members.iter().take(MAX_BRANCHES);
        let schemas =
            members.map(|member| Merged::of(self.document, std::slice::from_ref(&member.node)));
        let mut values = schemas.flat_map(|schema| beyond(&schema));
        let is_good = |value: &Value| {
            (0..group.members.len()).any(|number| self.judge(group, number, value) == Verdict::Good)
        };
        values.find(is_good)
    }

    fn typed(&mut self, schema: &Merged<'d>) -> Option<Value> {
        if let Some(draw) = self.draw.as_mut() {
            let variants = match schema.kind() {
                "integer" | "number" => number::variants(schema).unwrap_or(RANDOM_NUMBERS),
                _ => RANDOM_STRINGS,
            };
            self.variant = draw(variants.clamp(1, RANDOM_NUMBERS));
        }
        if let Some(values) = schema.listed() {
            return self.listed(&values);
        }
        match schema.kind() {
            "null" => Some(Value::Null),
            "boolean" => Some(json!(self.variant.is_multiple_of(2))),
            "integer" => number::integer(schema, self.variant),
            "number" => number::number(schema, self.variant),
            "string" => {
                let open = schema.get(EXTENSIBLE_ENUM).and_then(Value::as_array);
                match open.filter(|values| !values.is_empty() && self.is_complete()) {
                    Some(values) => self.listed(&values.iter().collect::<Vec<_>>()),
                    None => string::string(schema, self.variant),
                }
            }
            "array" => self.nested(schema, Self::array),
            _ => self.nested(schema, Self::object),
        }
    }

    /// One of the values of an `enum`: null is the last choice of a complete sample.
    fn listed(&self, values: &[&'d Value]) -> Option<Value> {
        let number = self.variant.checked_rem(values.len() as u64)?;
        let value = values.get(usize::try_from(number).ok()?)?;
        let is_avoided = value.is_null() && self.is_complete();
        let other = values.iter().find(|value| is_avoided && !value.is_null());
        Some((*other.unwrap_or(value)).clone())
    }

    /// An array or object, which is left out where it is optional and the sample is deep enough.
    fn nested(
        &mut self,
        schema: &Merged<'d>,
        make: fn(&mut Self, &Merged<'d>) -> Option<Value>,
    ) -> Option<Value> {
        if let Extent::Complete(complete) = &self.extent
            && schema.is_optional
            && self.depth >= complete.depth
        {
            return None;
        }
        self.depth += 1;
        let value = make(self, schema);
        self.depth -= 1;
        value
    }

    fn array(&mut self, schema: &Merged<'d>) -> Option<Value> {
        let minimum = schema.at_least("minItems");
        let most = schema.at_most("maxItems");
        let mut count = minimum;
        if self.is_complete() || self.variant > 0 {
            count = count.max(1);
        }
        if let Some(draw) = self.draw.as_mut() {
            count += draw(3);
        }
        count = count.min(most.unwrap_or(u64::MAX)).max(minimum);
        if count > MAX_VALUES as u64 {
            return None;
        }
        let items: Vec<_> = schema
            .parts
            .iter()
            .filter_map(|part| part.get("items"))
            .collect();
        let is_unique = schema.is_unique();
        let mut values = Vec::new();
        let mut tries = 0;
        while (values.len() as u64) < count {
            self.at.push(&values.len().to_string());
            let value = match items.is_empty() {
                false => self.value(&items, false),
                true => Some(json!({ "item": self.variant })),
            };
            self.at.pop();
            tries += 1;
            let enough = values.len() as u64 >= minimum;
            let value = match value {
                Some(value) => value,
                None if enough && self.is_complete() && !schema.is_optional => break,
                None => return None,
            };
            if is_unique {
                self.variant += 1;
            }
            if !is_unique || !values.contains(&value) {
                values.push(value);
            } else if enough && tries > 16 {
                break;
            } else {
                // Values that cannot differ never become enough.
                self.values += 1;
                if self.is_exhausted() {
                    return None;
                }
            }
        }
        Some(Value::Array(values))
    }

    fn object(&mut self, schema: &Merged<'d>) -> Option<Value> {
        let properties = schema.travelling(self.document, self.direction);
        let written = schema.properties();
        let mut required = schema.required();
        required.retain(|name| {
            let is_written = written.iter().any(|(known, _)| known == name);
            !is_written || properties.iter().any(|(known, _)| known == name)
        });
        let minimum = schema.at_least("minProperties");
        let mut object = Map::new();
        if self.is_complete() {
            let most = schema.at_most("maxProperties").unwrap_or(u64::MAX);
            let mut room = most.saturating_sub(required.len() as u64);
            for (name, nodes) in &properties {
                let is_required = required.contains(name);
                let is_left_out = schema.omitted.contains(name) || room == 0;
                if !is_required && is_left_out {
                    continue;
                }
                match self.member(schema, name, nodes, !is_required) {
                    Some(value) => {
                        room = room.saturating_sub(u64::from(!is_required));
                        object.insert((*name).to_owned(), value);
                    }
                    None if is_required => return None,
                    None => {}
                }
            }
        }
        for name in &required {
            if object.contains_key(*name) {
                continue;
            }
            let own = properties.iter().find(|(known, _)| known == name);
            let additional = schema.additional().unwrap_or_default();
            let value = match own {
                Some((_, nodes)) => self.member(schema, name, nodes, false)?,
                None if additional.is_empty() => {
                    let fixed = schema.fixed.iter().find(|(fixed, _)| fixed == name);
                    match fixed {
                        Some((_, value)) => value.clone(),
                        None if self.is_complete() => json!("string"),
                        None => json!({}),
                    }
                }
                None => self.member(schema, name, &additional, false)?,
            };
            object.insert((*name).to_owned(), value);
        }
        let least = minimum.max(self.variant.min(1));
        for (name, nodes) in &properties {
            if object.len() as u64 >= least {
                break;
            }
            if !object.contains_key(*name) {
                let value = self.member(schema, name, nodes, false);
                object.extend(value.map(|value| ((*name).to_owned(), value)));
            }
        }
        self.add_members(schema, &mut object, properties.is_empty(), minimum);
        if self.is_complete() {
            for (name, value) in &schema.fixed {
                if !written.iter().any(|(known, _)| known == name) {
                    object.insert(name.clone(), value.clone());
                }
            }
            if self.uses_examples() {
                for (name, value) in schema.example_members() {
                    if object.contains_key(name) {
                        object.insert(name.clone(), value.clone());
                    }
                }
            }
            // An object without any of its properties is left out.
            if object.is_empty() && schema.is_optional && !properties.is_empty() {
                return None;
            }
        }
        Some(Value::Object(object))
    }

    fn member(
        &mut self,
        schema: &Merged<'d>,
        name: &str,
        nodes: &[Node<'d>],
        is_optional: bool,
    ) -> Option<Value> {
        let fixed = schema.fixed.iter().find(|(fixed, _)| fixed == name);
        if let Some((_, value)) = fixed {
            let merged = Merged::of(self.document, nodes);
            let is_listed = merged.listed().is_none_or(|values| values.contains(&value));
            if is_listed {
                return Some(value.clone());
            }
        }
        self.at.push(name);
        let value = self.value(nodes, is_optional);
        self.at.pop();
        value
    }

    /// Adds the members of a map: one of a complete sample, or as many as `minProperties` requires.
    fn add_members(
        &mut self,
        schema: &Merged<'d>,
        object: &mut Map<String, Value>,
        is_map: bool,
        minimum: u64,
    ) {
        let Some(additional) = schema.additional() else {
            return;
        };
        let is_shown = is_map && self.is_complete() && !additional.is_empty();
        let most = schema.at_most("maxProperties").unwrap_or(u64::MAX);
        let wanted = minimum.max(u64::from(is_shown)).min(most);
        let mut number = 0;
        while (object.len() as u64) < wanted && number < MAX_COMPLETE {
            number += 1;
            let name = match number {
                1 => "key".to_owned(),
                number => format!("key{number}"),
            };
            let value = match additional.is_empty() {
                true => Some(json!("string")),
                false => {
                    self.at.push(&name);
                    let value = self.value(&additional, minimum == 0);
                    self.at.pop();
                    value
                }
            };
            let Some(value) = value else { return };
            object.entry(name).or_insert(value);
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Good,
    /// Another branch accepts the value too.
    Overlapping,
    Bad,
}

/// A value of another type than these schemas have.
fn mistyped(document: &Document, nodes: &[Node<'_>]) -> Option<Value> {
    let schema = Merged::of(document, nodes);
    schema.get("type")?;
    Some(match schema.kind() {
        "string" => json!(0),
        _ => json!("string"),
    })
}
