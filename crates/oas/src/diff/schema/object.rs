use std::collections::HashSet;

use serde_json::Value;

use super::compare::Comparer;
use super::graph::Step;
use super::shape::{Additional, Schema, Shape};
use crate::diff::change::{Edit, Lifecycle, Property, SchemaKind};
use crate::diff::relation::{Certainty, Relation};
use crate::diff::tree::Tree;
use crate::{Node, Pointer};

impl<'d> Comparer<'_, '_, 'd> {
    /// `properties`, `required` and `additionalProperties`.
    pub(super) fn object(&mut self) {
        let base = Object::of(&self.base);
        let revision = Object::of(&self.revision);
        let new = revision
            .names
            .iter()
            .filter(|name| !base.has.contains(*name));
        for name in base.names.iter().chain(new).copied().collect::<Vec<_>>() {
            match (base.has.contains(name), revision.has.contains(name)) {
                (true, true) => self.property(name, &base, &revision),
                (true, false) => self.lone_property(name, Edit::Removed, &base, &revision),
                _ => self.lone_property(name, Edit::Added, &base, &revision),
            }
        }
        self.undeclared(&base, &revision);
        self.additional();
    }

    fn property(&mut self, name: &'d str, base: &Object<'d>, revision: &Object<'d>) {
        let step = Step::Property(name.to_owned());
        let (old, new) = (self.base.property(name), self.revision.property(name));
        let edit = match (
            base.required.contains(name),
            revision.required.contains(name),
        ) {
            (false, true) => Some((Edit::Added, Relation::NARROWED)),
            (true, false) => Some((Edit::Removed, Relation::WIDENED)),
            _ => None,
        };
        if let Some((edit, relation)) = edit {
            let before = Details::of(self.trees.base, &old);
            let after = Details::of(self.trees.revision, &new);
            let own = if edit == Edit::Removed { before } else { after };
            let property = Property {
                name: name.to_owned(),
                required: true,
                has_default: own.has_default,
                read_only: own.read_only,
                write_only: own.write_only,
                closed: false,
                lifecycle: own.lifecycle,
            };
            let places = (
                required_place(&self.base, name).unwrap_or_else(|| first_place(&old, &self.base)),
                required_place(&self.revision, name)
                    .unwrap_or_else(|| first_place(&new, &self.revision)),
            );
            self.fact_at(
                SchemaKind::Required(property),
                edit,
                relation,
                places,
                (None, None),
            );
        }
        let required = base.required.contains(name) || revision.required.contains(name);
        self.below_required(step, old, new, required);
    }

    fn lone_property(
        &mut self,
        name: &'d str,
        edit: Edit,
        base: &Object<'d>,
        revision: &Object<'d>,
    ) {
        let added = edit == Edit::Added;
        let (owner, tree) = if added {
            (&self.revision, self.trees.revision)
        } else {
            (&self.base, self.trees.base)
        };
        let (own, other) = if added {
            (revision, base)
        } else {
            (base, revision)
        };
        let nodes = owner.property(name);
        let details = Details::of(tree, &nodes);
        // A name that the other side demands already, without describing it, is no new demand.
        let required = own.required.contains(name) && !other.required.contains(name);
        let closed = matches!(other.additional, Additional::Closed);
        // As seen from the side that lacks the property.
        let gained = if closed {
            Certainty::Yes
        } else {
            Certainty::No
        };
        let lost = match (&other.additional, required) {
            (_, true) | (Additional::Open, false) => Certainty::Yes,
            (Additional::Closed, false) => Certainty::No,
            (Additional::Schema(_), false) => Certainty::Maybe,
        };
        let relation = Relation {
            loses: lost,
            gains: gained,
        };
        let place = nodes
            .first()
            .map(|node| node.pointer.clone())
            .unwrap_or_default();
        let home = |shape: &Shape<'d>| {
            shape
                .first("properties")
                .map_or_else(|| shape.home(), |node| node.pointer)
        };
        let (relation, places) = if added {
            (relation, (home(&self.base), place))
        } else {
            (relation.mirrored(), (place, home(&self.revision)))
        };
        let property = Property {
            name: name.to_owned(),
            required,
            has_default: details.has_default,
            read_only: details.read_only,
            write_only: details.write_only,
            closed,
            lifecycle: details.lifecycle,
        };
        self.fact_at(
            SchemaKind::Property(property),
            edit,
            relation,
            places,
            (None, None),
        );
    }

    /// Names that are required on one side and described on neither.
    fn undeclared(&mut self, base: &Object<'d>, revision: &Object<'d>) {
        let described = |name: &&str| base.has.contains(*name) || revision.has.contains(*name);
        let lost = base.required.difference(&revision.required);
        let gained = revision.required.difference(&base.required);
        let lost = lost.map(|name| (*name, Edit::Removed, Relation::WIDENED));
        let gained = gained.map(|name| (*name, Edit::Added, Relation::NARROWED));
        let mut all: Vec<_> = lost
            .chain(gained)
            .filter(|(name, ..)| !described(name))
            .collect();
        all.sort_unstable_by_key(|(name, edit, _)| (*name, *edit));
        for (name, edit, relation) in all {
            let place =
                |shape: &Shape<'d>| required_place(shape, name).unwrap_or_else(|| shape.home());
            let places = (place(&self.base), place(&self.revision));
            let kind = SchemaKind::RequiredUndeclared(name.to_owned());
            self.fact_at(kind, edit, relation, places, (None, None));
        }
    }

    fn additional(&mut self) {
        let kind = SchemaKind::AdditionalProperties;
        let keyword = "additionalProperties";
        match (self.base.additional(), self.revision.additional()) {
            (Additional::Open, Additional::Open) | (Additional::Closed, Additional::Closed) => {}
            (Additional::Schema(base), Additional::Schema(revision)) => {
                self.below(Step::AdditionalProperties, base, revision);
            }
            (Additional::Open, _) => self.fact(kind, Edit::Added, Relation::NARROWED, keyword),
            (_, Additional::Open) => self.fact(kind, Edit::Removed, Relation::WIDENED, keyword),
            (_, Additional::Closed) => self.fact(kind, Edit::Changed, Relation::NARROWED, keyword),
            (Additional::Closed, _) => self.fact(kind, Edit::Changed, Relation::WIDENED, keyword),
        }
    }
}

/// What the parts of a schema say about objects.
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

/// What has to be known about a property to judge what happens to it.
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
            lifecycle: lifecycle(&shape),
        }
    }
}

/// What a schema announces about itself.
pub(super) fn lifecycle(shape: &Shape<'_>) -> Lifecycle {
    let text = |keyword: &str| {
        shape
            .first(keyword)
            .map(|node| super::compare::bare(node.value))
    };
    Lifecycle {
        deprecated: shape.any_true("deprecated"),
        sunset: text("x-sunset"),
        stability: text("x-stability-level"),
    }
}

fn first_place<'d>(nodes: &[Node<'d>], shape: &Shape<'d>) -> Pointer {
    nodes
        .first()
        .map_or_else(|| shape.home(), |node| node.pointer.clone())
}

/// Where a name stands in `required`.
fn required_place(shape: &Shape<'_>, name: &str) -> Option<Pointer> {
    let mut items = shape
        .all("required")
        .flat_map(|node| node.items().collect::<Vec<_>>());
    items
        .find(|item| item.value == &Value::from(name))
        .map(|item| item.pointer)
}
