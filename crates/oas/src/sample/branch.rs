//! The alternatives of a schema: the members of `oneOf` and `anyOf`, and the schemas that inherit
//! from one with a discriminator.

use serde_json::Value;

use super::merged::Merged;
use crate::document::Document;
use crate::model::{DiscriminatorForm, Node};
use crate::pointer::Pointer;

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
    name: Option<&'d str>,
}

impl<'d> Group<'d> {
    /// The `oneOf` and the `anyOf` of a schema.
    pub(super) fn of(document: &'d Document, part: &Node<'d>) -> Vec<Self> {
        let discriminator = document.discriminator(part);
        let name = |node: &Node<'d>| {
            let schema = document.resolve(node.clone())?;
            let mut values = discriminator.as_ref()?.values_of(&schema.pointer);
            values.next()
        };
        let groups = [("oneOf", Kind::OneOf), ("anyOf", Kind::AnyOf)];
        let groups = groups.into_iter().map(|(keyword, kind)| {
            let members = part.items_of(keyword).map(|node| Member {
                name: name(&node),
                node,
            });
            Self {
                kind,
                property: discriminator.as_ref().map(|own| own.property),
                members: members.collect(),
            }
        });
        groups.filter(|group| !group.members.is_empty()).collect()
    }

    /// The schemas that inherit from one with a discriminator.
    pub(super) fn of_heirs(document: &'d Document, parent: &Node<'d>) -> Option<Self> {
        let discriminator = document.discriminator(parent)?;
        if discriminator.form != DiscriminatorForm::Inheritance {
            return None;
        }
        let members = discriminator.variants.into_iter().filter_map(|variant| {
            let node = variant.schema?;
            (node.pointer != parent.pointer).then_some(Member {
                node,
                name: Some(variant.value),
            })
        });
        let members: Vec<_> = members.collect();
        (!members.is_empty()).then_some(Self {
            kind: Kind::Inheritance,
            property: Some(discriminator.property),
            members,
        })
    }

    /// The member that a discriminator's value fixes, for the branch with this number.
    pub(super) fn fixed(&self, number: usize) -> Option<(String, Value)> {
        let name = self.members.get(number)?.name?;
        Some((self.property?.to_owned(), name.into()))
    }

    pub(super) fn has_discriminator(&self) -> bool {
        self.property.is_some()
    }
}

/// The members that the discriminators of this schema and of those above it fix. Where other
/// schemas inherit from this one, they determine the value of its own discriminator.
pub(super) fn inherited(
    document: &Document,
    own: &Node<'_>,
    parts: &[Node<'_>],
) -> Vec<(String, Value)> {
    let has_heirs = Group::of_heirs(document, own).is_some();
    let deciding = parts
        .iter()
        .filter(|part| part.pointer != own.pointer || !has_heirs);
    let fixed = deciding.filter_map(|parent| {
        let discriminator = document.discriminator(parent)?;
        let name = discriminator.values_of(&own.pointer).next()?;
        Some((discriminator.property.to_owned(), name.into()))
    });
    fixed.collect()
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
