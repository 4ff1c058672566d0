//! The alternatives of a schema: the members of `oneOf` and `anyOf`, and the schemas that inherit from one with a discriminator.

use std::collections::HashMap;

use serde_json::Value;

use super::merged::Merged;
use crate::model::Node;
use crate::{Document, Pointer};

/// Alternatives of which a value is one.
#[derive(Clone)]
pub(super) struct Group<'d> {
    pub(super) kind: Kind,
    /// The property of a discriminator.
    property: Option<&'d str>,
    pub(super) members: Vec<Member<'d>>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    OneOf,
    AnyOf,
    Inheritance,
}

#[derive(Clone)]
pub(super) struct Member<'d> {
    pub(super) node: Node<'d>,
    /// The value of the discriminator.
    name: Option<String>,
}

impl<'d> Group<'d> {
    /// The `oneOf` and the `anyOf` of a schema.
    pub(super) fn of(part: &Node<'d>) -> Vec<Self> {
        let discriminator = part.get("discriminator");
        let property = discriminator
            .as_ref()
            .and_then(|node| node.str("propertyName"));
        let groups = [("oneOf", Kind::OneOf), ("anyOf", Kind::AnyOf)];
        let groups = groups.into_iter().map(|(keyword, kind)| {
            let members = part.items_of(keyword).map(|node| Member {
                name: property.and_then(|_| wire_name(discriminator.as_ref(), &node)),
                node,
            });
            Self {
                kind,
                property,
                members: members.collect(),
            }
        });
        groups.filter(|group| !group.members.is_empty()).collect()
    }

    /// The member that a discriminator's value fixes, for the branch with this number.
    pub(super) fn fixed(&self, number: usize) -> Option<(String, Value)> {
        let name = self.members.get(number)?.name.clone()?;
        Some((self.property?.to_owned(), Value::String(name)))
    }

    pub(super) fn has_discriminator(&self) -> bool {
        self.property.is_some()
    }
}

/// Which schemas of a document inherit, by `allOf`, from a schema with a discriminator.
#[derive(Debug)]
pub(super) struct Families {
    children: HashMap<Pointer, Vec<Pointer>>,
}

impl Families {
    pub(super) fn of(document: &Document) -> Self {
        let mut children: HashMap<Pointer, Vec<Pointer>> = HashMap::new();
        for (_, schema) in document.schemas() {
            for member in schema.items_of("allOf") {
                let parent = member.reference().and_then(Pointer::from_reference);
                let parent = parent.and_then(|parent| document.node(&parent));
                if let Some(parent) = parent.filter(|parent| parent.get("discriminator").is_some())
                {
                    let children = children.entry(parent.pointer).or_default();
                    children.push(schema.pointer.clone());
                }
            }
        }
        Self { children }
    }

    /// The schemas that inherit from this one.
    pub(super) fn group<'d>(&self, document: &'d Document, parent: &Node<'d>) -> Option<Group<'d>> {
        let has_choice = ["oneOf", "anyOf"]
            .iter()
            .any(|keyword| parent.get(keyword).is_some());
        let discriminator = parent.get("discriminator")?;
        let children = self.children.get(&parent.pointer).filter(|_| !has_choice)?;
        let members = children.iter().filter_map(|child| {
            let reference = document.node(child)?;
            Some(Member {
                name: name_of(Some(&discriminator), child),
                node: reference,
            })
        });
        Some(Group {
            kind: Kind::Inheritance,
            property: discriminator.str("propertyName"),
            members: members.collect(),
        })
    }

    /// The member that the discriminators of the schemas above this one fix.
    pub(super) fn fixed(&self, own: &Node<'_>, parts: &[Node<'_>]) -> Vec<(String, Value)> {
        let parents = parts.iter().filter(|part| {
            let children = self.children.get(&part.pointer);
            children.is_some_and(|children| children.contains(&own.pointer))
        });
        let fixed = parents.filter_map(|parent| {
            let discriminator = parent.get("discriminator")?;
            let name = name_of(Some(&discriminator), &own.pointer)?;
            Some((
                discriminator.str("propertyName")?.to_owned(),
                Value::String(name),
            ))
        });
        fixed.collect()
    }
}

/// The value of a discriminator that selects the schema which a branch refers to.
fn wire_name(discriminator: Option<&Node<'_>>, branch: &Node<'_>) -> Option<String> {
    let target = Pointer::from_reference(branch.reference()?)?;
    name_of(discriminator, &target)
}

fn name_of(discriminator: Option<&Node<'_>>, target: &Pointer) -> Option<String> {
    let own = target.last()?.into_owned();
    let mut mapping = discriminator?.members_of("mapping");
    let mapped = mapping.find_map(|(value, node)| {
        let written = node.value.as_str()?;
        let is_target = written == own || Pointer::from_reference(written).as_ref() == Some(target);
        is_target.then(|| value.to_owned())
    });
    Some(mapped.unwrap_or(own))
}

/// The pointers of all members of `oneOf` and `anyOf` in a document.
pub(super) fn branches(document: &Document) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut open = vec![(Pointer::root(), document.root())];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    // Values are not schemas, whatever they contain.
                    if ["example", "examples", "default", "enum"].contains(&key.as_str()) {
                        continue;
                    }
                    let below = pointer.join(key);
                    if let ("oneOf" | "anyOf", Value::Array(items)) = (key.as_str(), value) {
                        found.extend((0..items.len()).map(|index| below.index(index)));
                    }
                    if value.is_object() || value.is_array() {
                        open.push((below, value));
                    }
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    if value.is_object() || value.is_array() {
                        open.push((pointer.index(index), value));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// Scalars beyond the limits of a schema: another schema may accept them alone.
pub(super) fn beyond(schema: &Merged<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    for (keyword, step) in [("minimum", -1.0), ("maximum", 1.0)] {
        for limit in schema.all(keyword) {
            match (limit.as_i64(), limit.as_f64()) {
                (Some(limit), _) => values.push((limit.saturating_add(step as i64)).into()),
                (None, Some(limit)) => values.push((limit + step).into()),
                (None, None) => {}
            }
        }
    }
    let lengths = [
        schema
            .at_most("maxLength")
            .map(|most| most.saturating_add(1)),
        schema.at_least("minLength").checked_sub(1),
    ];
    let lengths = lengths
        .into_iter()
        .flatten()
        .filter(|length| *length <= 1000);
    values.extend(
        lengths.filter_map(|length| Some("a".repeat(usize::try_from(length).ok()?).into())),
    );
    values.push(1.5.into());
    values
}
