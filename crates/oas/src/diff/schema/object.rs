//! `properties`, `required` and `additionalProperties`.

use std::collections::HashSet;

use serde_json::Value;

use super::annotations::lifecycle_of;
use super::comparer::Comparer;
use super::shape::{Additional, Schema, Shape};
use crate::diff::difference::{Fact, Property};
use crate::diff::kinds::Kind;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::site::Step;
use crate::diff::tree::Tree;
use crate::{Node, Pointer};

pub(super) fn object(cx: &mut Comparer<'_, '_, '_>) {
    let objects = cx.shapes.as_ref().map(Object::of);
    let new = objects.revision.names.iter();
    let new = new.filter(|name| !objects.base.has.contains(*name));
    for name in objects.base.names.iter().chain(new).copied() {
        match (
            objects.base.has.contains(name),
            objects.revision.has.contains(name),
        ) {
            (true, true) => property(cx, name, &objects),
            (true, false) => lone_property(cx, name, Edit::Removed, &objects),
            _ => lone_property(cx, name, Edit::Added, &objects),
        }
    }
    undeclared(cx, &objects);
    additional(cx);
}

fn property<'d>(cx: &mut Comparer<'_, '_, 'd>, name: &'d str, objects: &Pair<Object<'d>>) {
    let nodes = cx.shapes.as_ref().map(|shape| shape.property(name));
    let required = objects
        .as_ref()
        .map(|object| object.required.contains(name));
    let edit = match (required.base, required.revision) {
        (false, true) => Some((Edit::Added, Relation::NARROWED)),
        (true, false) => Some((Edit::Removed, Relation::WIDENED)),
        _ => None,
    };
    if let Some((edit, relation)) = edit {
        let details = cx.trees.zip(nodes.as_ref());
        let details = details.map(|(tree, nodes)| Details::of(tree, nodes));
        let own = edit.pick(&details.revision, &details.base, &details.revision);
        let fact = Fact::Required(own.property(name, true, false));
        let at = cx.shapes.as_ref().zip(nodes.as_ref());
        let at = at.map(|(shape, nodes)| {
            let listed = required_location(shape, name);
            listed.unwrap_or_else(|| first_location(nodes, shape))
        });
        cx.report(fact, (edit, relation), at, Pair::default());
    }
    let step = Step::Property(name.to_owned());
    cx.descend(step, nodes, (required.base, required.revision));
}

fn lone_property<'d>(
    cx: &mut Comparer<'_, '_, 'd>,
    name: &'d str,
    edit: Edit,
    objects: &Pair<Object<'d>>,
) {
    let added = edit == Edit::Added;
    let (own, other) = if added {
        (&objects.revision, &objects.base)
    } else {
        (&objects.base, &objects.revision)
    };
    let (shape, tree) = if added {
        (&cx.shapes.revision, cx.trees.revision)
    } else {
        (&cx.shapes.base, cx.trees.base)
    };
    let nodes = shape.property(name);
    let details = Details::of(tree, &nodes);
    // A name that the other side requires without declaring it is not a new requirement.
    let required = own.required.contains(name) && !other.required.contains(name);
    let closed = matches!(other.additional, Additional::Closed);
    // As seen from the side without the property.
    let relation = Relation {
        loses: match (&other.additional, required) {
            (Additional::Closed, false) => Certainty::No,
            _ => Certainty::Yes,
        },
        gains: if closed {
            Certainty::Yes
        } else {
            Certainty::No
        },
    };
    let location = nodes.first().map(|node| node.pointer.clone());
    let location = location.unwrap_or_default();
    let container = |shape: &Shape<'d>| {
        let properties = shape.first("properties");
        properties.map_or_else(|| shape.container(), |node| node.pointer)
    };
    let fact = Fact::Property(details.property(name, required, closed));
    if added {
        let at = Pair::new(container(&cx.shapes.base), location);
        cx.report(fact, (edit, relation), at, Pair::default());
    } else {
        let at = Pair::new(location, container(&cx.shapes.revision));
        cx.report(fact, (edit, relation.mirrored()), at, Pair::default());
    }
}

/// Names that are required on one side and declared on neither.
fn undeclared<'d>(cx: &mut Comparer<'_, '_, 'd>, objects: &Pair<Object<'d>>) {
    let Pair { base, revision } = objects;
    let lost = base.required.difference(&revision.required);
    let gained = revision.required.difference(&base.required);
    let lost = lost.map(|name| (*name, Edit::Removed));
    let gained = gained.map(|name| (*name, Edit::Added));
    let is_declared = |name: &str| base.has.contains(name) || revision.has.contains(name);
    let all = lost.chain(gained).filter(|(name, _)| !is_declared(name));
    let mut all: Vec<(&str, Edit)> = all.collect();
    all.sort_unstable();
    for (name, edit) in all {
        let at = cx.shapes.as_ref();
        let at =
            at.map(|shape| required_location(shape, name).unwrap_or_else(|| shape.container()));
        let (kind, relation) = match edit {
            Edit::Removed => (Kind::UndeclaredBecameOptional, Relation::WIDENED),
            _ => (Kind::UndeclaredBecameRequired, Relation::NARROWED),
        };
        cx.report((kind, name), (edit, relation), at, Pair::default());
    }
}

fn additional(cx: &mut Comparer<'_, '_, '_>) {
    use Additional::{Closed, Open, Schema};
    let additional = cx.shapes.as_ref().map(Shape::additional);
    let (edit, relation) = match (additional.base, additional.revision) {
        (Open, Open) | (Closed, Closed) => return,
        (Schema(base), Schema(revision)) => {
            let nodes = Pair::new(base, revision);
            return cx.descend(Step::AdditionalProperties, nodes, (false, false));
        }
        (Open, _) => (Edit::Added, Relation::NARROWED),
        (_, Open) => (Edit::Removed, Relation::WIDENED),
        (_, Closed) => (Edit::Changed, Relation::NARROWED),
        (Closed, _) => (Edit::Changed, Relation::WIDENED),
    };
    let kind = if relation == Relation::NARROWED {
        Kind::AdditionalPropertiesRestricted
    } else {
        Kind::AdditionalPropertiesRelaxed
    };
    cx.keyword(kind, edit, relation, "additionalProperties");
}

/// The keywords of objects in the parts of a schema.
struct Object<'d> {
    names: Vec<&'d str>,
    has: HashSet<&'d str>,
    required: HashSet<&'d str>,
    additional: Additional<'d>,
}

impl<'d> Object<'d> {
    fn of(shape: &Shape<'d>) -> Self {
        let names = shape.property_names();
        let has = names.iter().copied().collect();
        let required = shape.required().into_iter().collect();
        Self {
            names,
            has,
            required,
            additional: shape.additional(),
        }
    }
}

/// A property, as far as adding or removing it depends on it.
struct Details {
    has_default: bool,
    read_only: bool,
    write_only: bool,
    lifecycle: Lifecycle,
}

impl Details {
    fn of<'d>(tree: &Tree<'d>, nodes: &[Node<'d>]) -> Self {
        let shape = Shape::of(tree, &Schema::from(nodes.to_vec()));
        Self {
            has_default: shape.first("default").is_some(),
            read_only: shape.any_true("readOnly"),
            write_only: shape.any_true("writeOnly"),
            lifecycle: lifecycle_of(&shape),
        }
    }

    fn property(&self, name: &str, required: bool, closed: bool) -> Property {
        Property {
            name: name.to_owned(),
            required,
            has_default: self.has_default,
            read_only: self.read_only,
            write_only: self.write_only,
            closed,
            lifecycle: self.lifecycle.clone(),
        }
    }
}

fn first_location<'d>(nodes: &[Node<'d>], shape: &Shape<'d>) -> Pointer {
    let first = nodes.first();
    first.map_or_else(|| shape.container(), |node| node.pointer.clone())
}

/// The location of a name in `required`.
fn required_location(shape: &Shape<'_>, name: &str) -> Option<Pointer> {
    let lists = shape.all("required");
    let mut items = lists.flat_map(|node| node.items().collect::<Vec<_>>());
    let item = items.find(|item| item.value == &Value::from(name));
    item.map(|item| item.pointer)
}
