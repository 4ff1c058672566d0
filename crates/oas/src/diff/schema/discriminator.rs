//! `discriminator`: the schemas that it selects, paired by the value on the wire.

use super::comparer::Comparer;
use super::shape::{Schema, Shape};
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::Step;
use crate::diff::tree::Tree;
use crate::model::{Discriminator, DiscriminatorForm, Variant};

pub(super) fn discriminator(cx: &mut Comparer<'_, '_, '_>) {
    let keyword = "discriminator";
    let is_variant = cx.schemas.base.is_variant || cx.schemas.revision.is_variant;
    if is_variant {
        return;
    }
    let found = cx.trees.zip(cx.shapes.as_ref());
    let found = found.map(|(tree, shape)| applied(tree, shape));
    let edit = Edit::between(found.base.is_some(), found.revision.is_some());
    match (found.both(), edit) {
        (Some(pair), _) => {
            let before = cx.found.differences.len();
            compare(cx, &pair);
            if cx.found.differences.len() == before && cx.edit_of(keyword).is_some() {
                cx.normalise(Normalisation::DiscriminatorWritten, keyword);
            }
        }
        (None, Some(edit)) => {
            let kind = edit.pick(
                Kind::DiscriminatorAdded,
                Kind::DiscriminatorRemoved,
                Kind::DiscriminatorChanged,
            );
            cx.keyword(kind, edit, Relation::UNKNOWN, keyword);
        }
        // It does not apply here, or selects nothing.
        (None, None) => {
            if let Some(edit) = cx.edit_of(keyword) {
                cx.keyword(Kind::DiscriminatorChanged, edit, Relation::UNKNOWN, keyword);
            }
        }
    }
}

/// Compares the discriminators of schemas that are not compared keyword by keyword, if both have
/// one.
pub(super) fn of_both(cx: &mut Comparer<'_, '_, '_>) {
    let found = cx.trees.zip(cx.shapes.as_ref());
    let found = found.map(|(tree, shape)| applied(tree, shape));
    if let Some(pair) = found.both() {
        compare(cx, &pair);
    }
}

/// The discriminator that applies to values of a schema: not that of a schema from which another
/// part inherits, which is selected already.
pub(in crate::diff) fn applied<'d>(
    tree: &Tree<'d>,
    shape: &Shape<'d>,
) -> Option<Discriminator<'d>> {
    let document = tree.document();
    let mut found = shape
        .parts
        .iter()
        .filter_map(|part| document.discriminator(part));
    found.find(|found| {
        let mut heirs = document.polymorphism().heirs(&found.schema.pointer);
        !heirs.any(|(_, heir)| shape.parts.iter().any(|part| part.pointer == *heir))
    })
}

fn compare<'d>(cx: &mut Comparer<'_, '_, 'd>, pair: &Pair<Discriminator<'d>>) {
    let names = pair.as_ref().map(|found| found.property);
    let nodes = pair.as_ref().map(|found| found.schema.get("discriminator"));
    let containers = cx.located(&nodes);
    if names.differs() {
        let at = nodes
            .as_ref()
            .map(|node| node.as_ref().and_then(|node| node.get("propertyName")));
        let at = at.zip(containers.as_ref());
        let at =
            at.map(|(node, container)| node.map_or_else(|| container.clone(), |node| node.pointer));
        let text = names.map(|name| Some(name.to_owned()));
        let how = (Edit::Changed, Relation::INCOMPARABLE);
        cx.report(Kind::DiscriminatorPropertyNameChanged, how, at, text);
    }
    let selectable = pair.as_ref().map(|found| selectable(found));
    for base in &selectable.base {
        let other = selectable
            .revision
            .iter()
            .find(|other| other.value == base.value);
        match other {
            Some(revision) => variant(cx, pair, &Pair::new(base, revision), &containers),
            None if is_reported(cx, base) => {}
            None => {
                let at = Pair::new(
                    location(base, &containers.base),
                    containers.revision.clone(),
                );
                let fact = (Kind::DiscriminatorMappingDeleted, base.value);
                cx.report(
                    fact,
                    (Edit::Removed, Relation::NARROWED),
                    at,
                    Pair::default(),
                );
            }
        }
    }
    for revision in &selectable.revision {
        let is_known = selectable
            .base
            .iter()
            .any(|other| other.value == revision.value);
        if !is_known && !is_reported(cx, revision) {
            let at = Pair::new(
                containers.base.clone(),
                location(revision, &containers.revision),
            );
            let fact = (Kind::DiscriminatorMappingAdded, revision.value);
            cx.report(fact, (Edit::Added, Relation::WIDENED), at, Pair::default());
        }
    }
}

/// The variants that a value on the wire selects. Not the schema itself, and not the name of a
/// component that the mapping gives another value.
fn selectable<'f, 'd>(found: &'f Discriminator<'d>) -> Vec<&'f Variant<'d>> {
    let is_mapped = |variant: &Variant<'d>| {
        let schema = variant.schema.as_ref().map(|schema| &schema.pointer);
        let mut mapped = found.variants.iter().filter(|one| one.mapping.is_some());
        mapped.any(|one| one.schema.as_ref().map(|schema| &schema.pointer) == schema)
    };
    let is_own = |variant: &Variant<'d>| {
        let schema = variant.schema.as_ref();
        schema.is_some_and(|schema| schema.pointer == found.schema.pointer)
    };
    let all = found.variants.iter();
    all.filter(|one| one.mapping.is_some() || !(is_own(one) || is_mapped(one)))
        .collect()
}

/// Compares what one value selects on both sides.
fn variant<'d>(
    cx: &mut Comparer<'_, '_, 'd>,
    pair: &Pair<Discriminator<'d>>,
    variants: &Pair<&Variant<'d>>,
    containers: &Pair<crate::Pointer>,
) {
    let value = variants.base.value;
    let schemas = variants.map(|variant| variant.schema.clone());
    let Some(schemas) = schemas.both() else {
        return;
    };
    let selected = schemas.clone().map(|node| Schema {
        is_variant: true,
        ..Schema::from(node)
    });
    if schemas.base.pointer != schemas.revision.pointer {
        cx.found.renamed.push((
            schemas.base.pointer.clone(),
            schemas.revision.pointer.clone(),
        ));
        let id = cx.graph.pair(selected.clone(), cx.plain);
        let relation = cx.graph.relation(cx.trees, id).unwrap_or(Relation::UNKNOWN);
        let is_kept = cx
            .trees
            .revision
            .document()
            .get(&schemas.base.pointer)
            .is_some();
        // The base's schema still exists, so that the value selects another one.
        if is_kept && !relation.is_equal() {
            let at = variants.zip(containers.as_ref());
            let at = at.map(|(variant, container)| location(variant, container));
            let text = schemas.map(|node| node.pointer.last().map(|name| format!("`{name}`")));
            let fact = (Kind::DiscriminatorMappingChanged, value);
            cx.report(fact, (Edit::Changed, relation), at, text);
            return;
        }
    }
    // The alternatives of a choice are compared as such.
    let forms = pair.as_ref().map(|found| found.form);
    if forms.base == DiscriminatorForm::Choice && forms.revision == DiscriminatorForm::Choice {
        return;
    }
    let step = Step::Variant(value.to_owned());
    cx.descend(step, selected, (false, false));
}

fn location(variant: &Variant<'_>, container: &crate::Pointer) -> crate::Pointer {
    variant.mapping.clone().unwrap_or_else(|| container.clone())
}

/// Whether the alternative that a value selects was reported as added or removed.
fn is_reported(cx: &Comparer<'_, '_, '_>, variant: &Variant<'_>) -> bool {
    let Some(schema) = &variant.schema else {
        return false;
    };
    let is_of = |tree: &Tree<'_>, pointer: &crate::Pointer| {
        let node = tree.document().node(pointer);
        let node: Option<Node<'_>> = node.and_then(|node| tree.document().resolve(node));
        node.is_some_and(|node| node.pointer == schema.pointer)
    };
    cx.found
        .differences
        .iter()
        .any(|difference| match &difference.fact {
            Fact::Plain(Kind::OneOfRemoved | Kind::AnyOfRemoved, _) => {
                is_of(cx.trees.base, &difference.base)
            }
            Fact::Plain(Kind::OneOfAdded | Kind::AnyOfAdded, _) => {
                is_of(cx.trees.revision, &difference.revision)
            }
            _ => false,
        })
}
