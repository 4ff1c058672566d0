//! `oneOf` and `anyOf`.

use std::collections::HashSet;

use super::comparer::Comparer;
use super::graph::Trees;
use super::shape::{Choice, ChoiceKeyword, Schema, Shape};
use super::types::Types;
use crate::Node;
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::site::Step;
use crate::diff::tree::{Tree, address};

/// Maximum number of pairs of alternatives that are compared to match them.
const MAX_PAIRS: usize = 2_500;

/// More alternatives than there are types overlap.
const MAX_ALTERNATIVES: usize = 7;

/// Compares the choices of both sides, and those that only one side has beside others.
pub(super) fn choices(cx: &mut Comparer<'_, '_, '_>) {
    let mut revision = cx.shapes.revision.choices.clone();
    let mut rest = Vec::new();
    for base in cx.shapes.base.choices.clone() {
        let same = revision
            .iter()
            .position(|choice| choice.keyword == base.keyword);
        match same {
            Some(index) => alternatives(cx, &Pair::new(base, revision.remove(index))),
            None => rest.push(base),
        }
    }
    let mut revision = revision.into_iter();
    let mut rest = rest.into_iter();
    loop {
        match (rest.next(), revision.next()) {
            (Some(base), Some(revision)) => keyword_changed(cx, &Pair::new(base, revision)),
            (Some(base), None) => {
                let at = Pair::new(base.node.pointer.clone(), cx.shapes.revision.container());
                let kind = match base.keyword {
                    ChoiceKeyword::OneOf => Kind::OneOfChoiceRemoved,
                    ChoiceKeyword::AnyOf => Kind::AnyOfChoiceRemoved,
                };
                cx.report(
                    kind,
                    (Edit::Removed, Relation::WIDENED),
                    at,
                    Pair::default(),
                );
            }
            (None, Some(revision)) => {
                let at = Pair::new(cx.shapes.base.container(), revision.node.pointer.clone());
                let kind = match revision.keyword {
                    ChoiceKeyword::OneOf => Kind::OneOfChoiceAdded,
                    ChoiceKeyword::AnyOf => Kind::AnyOfChoiceAdded,
                };
                cx.report(kind, (Edit::Added, Relation::NARROWED), at, Pair::default());
            }
            (None, None) => break,
        }
    }
}

/// `oneOf` rejects what two alternatives accept; whether there is such a value, a witness decides.
fn keyword_changed<'d>(cx: &mut Comparer<'_, '_, 'd>, choices: &Pair<Choice<'d>>) {
    let relation = match choices.revision.keyword {
        _ if !cx.plain && are_disjoint(cx.trees, choices) => Relation::EQUAL,
        ChoiceKeyword::OneOf => Relation::NARROWED,
        ChoiceKeyword::AnyOf => Relation::WIDENED,
    };
    let at = choices.as_ref().map(|choice| choice.node.pointer.clone());
    let text = choices
        .as_ref()
        .map(|choice| Some(choice.keyword.name().to_owned()));
    cx.report(
        Kind::ChoiceKeywordChanged,
        (Edit::Changed, relation),
        at,
        text,
    );
    alternatives(cx, choices);
}

/// Whether the types of the alternatives exclude that two of one side accept the same value.
fn are_disjoint<'d>(trees: Trees<'_, 'd>, choices: &Pair<Choice<'d>>) -> bool {
    let are_disjoint = trees.zip(choices.as_ref()).map(|(tree, choice)| {
        let alternatives = choice.alternatives.iter().take(MAX_ALTERNATIVES);
        let shapes = alternatives.map(|node| Shape::of(tree, &Schema::from(node.clone())));
        let shapes: Vec<_> = shapes
            .map(|shape| (Types::of(&shape), shape.is_nullable()))
            .collect();
        let exclude = |one: &(Types<'_>, bool), other: &(Types<'_>, bool)| {
            one.0.is_disjoint_from(&other.0) && !(one.1 && other.1)
        };
        let mut pairs = (shapes.iter().enumerate())
            .flat_map(|(index, one)| shapes[..index].iter().map(move |other| (one, other)));
        choice.alternatives.len() <= MAX_ALTERNATIVES
            && pairs.all(|(one, other)| exclude(one, other))
    });
    are_disjoint.base && are_disjoint.revision
}

fn alternatives<'d>(cx: &mut Comparer<'_, '_, 'd>, choices: &Pair<Choice<'d>>) {
    let all = choices
        .as_ref()
        .map(|choice| choice.alternatives.as_slice());
    let effect = cx.effect(choices.as_ref().map(|choice| choice.keyword));
    let matched = matched(cx, all, choices.revision.keyword);
    if matched.iter().any(|(old, new)| old != new) {
        let at = choices.as_ref().map(|choice| choice.node.pointer.clone());
        cx.normalise_at(Normalisation::AlternativesOrder, at);
    }
    for &(old, new) in &matched {
        let nodes = Pair::new(all.base[old].clone(), all.revision[new].clone());
        let step = Step::Alternative(label(cx.trees.base, &nodes.base));
        cx.descend(step, nodes.map(|node| vec![node]), (false, false));
    }
    let base = (0..all.base.len()).filter(|old| !matched.iter().any(|pair| pair.0 == *old));
    for old in base {
        let node = &all.base[old];
        let at = Pair::new(node.pointer.clone(), choices.revision.node.pointer.clone());
        let including = including_base(cx, node, all.revision);
        let relation = Relation {
            loses: outside(including, effect.revision),
            gains: Certainty::No,
        };
        let kind = match choices.base.keyword {
            ChoiceKeyword::OneOf => Kind::OneOfRemoved,
            ChoiceKeyword::AnyOf => Kind::AnyOfRemoved,
        };
        let fact = (kind, label(cx.trees.base, node));
        cx.report(fact, (Edit::Removed, relation), at, Pair::default());
    }
    let revision = (0..all.revision.len()).filter(|new| !matched.iter().any(|pair| pair.1 == *new));
    for new in revision {
        let node = &all.revision[new];
        let at = Pair::new(choices.base.node.pointer.clone(), node.pointer.clone());
        let including = including_revision(cx, node, all.base);
        let relation = Relation {
            loses: Certainty::No,
            gains: outside(including, effect.base),
        };
        let kind = match choices.revision.keyword {
            ChoiceKeyword::OneOf => Kind::OneOfAdded,
            ChoiceKeyword::AnyOf => Kind::AnyOfAdded,
        };
        let fact = (kind, label(cx.trees.revision, node));
        cx.report(fact, (Edit::Added, relation), at, Pair::default());
    }
}

/// Whether a value is lost or gained with an alternative that only one side has: not if the other
/// side has an alternative that includes it.
fn outside(containing: usize, keyword: ChoiceKeyword) -> Certainty {
    match (containing, keyword) {
        (0, _) => Certainty::Yes,
        (1, _) | (_, ChoiceKeyword::AnyOf) => Certainty::No,
        // `oneOf` rejects what two alternatives accept.
        (_, ChoiceKeyword::OneOf) => Certainty::Yes,
    }
}

/// The number of alternatives of the revision that include one of the base.
fn including_base<'d>(cx: &mut Comparer<'_, '_, 'd>, node: &Node<'d>, all: &[Node<'d>]) -> usize {
    let mut count = 0;
    for other in all.iter().take(MAX_PAIRS) {
        let pair = cx
            .graph
            .pair(Pair::new(node.clone(), other.clone()), cx.plain);
        let relation = cx.graph.relation(cx.trees, pair);
        count += usize::from(relation.is_some_and(|relation| relation.loses == Certainty::No));
    }
    count
}

/// The number of alternatives of the base that include one of the revision.
fn including_revision<'d>(
    cx: &mut Comparer<'_, '_, 'd>,
    node: &Node<'d>,
    all: &[Node<'d>],
) -> usize {
    let mut count = 0;
    for other in all.iter().take(MAX_PAIRS) {
        let pair = cx
            .graph
            .pair(Pair::new(other.clone(), node.clone()), cx.plain);
        let relation = cx.graph.relation(cx.trees, pair);
        count += usize::from(relation.is_some_and(|relation| relation.gains == Certainty::No));
    }
    count
}

/// Matches alternatives: the same component, else the same meaning, else the most similar.
fn matched<'d>(
    cx: &mut Comparer<'_, '_, 'd>,
    all: Pair<&[Node<'d>]>,
    keyword: ChoiceKeyword,
) -> Vec<(usize, usize)> {
    let Pair { base, revision } = all;
    let mut matched = Vec::new();
    let mut old: Vec<usize> = (0..base.len()).collect();
    let mut new: Vec<usize> = (0..revision.len()).collect();
    let mut keep =
        |old: &mut Vec<usize>, new: &mut Vec<usize>, same: &mut dyn FnMut(usize, usize) -> bool| {
            old.retain(|&one| {
                let index = new.iter().position(|&other| same(one, other));
                if let Some(index) = index {
                    matched.push((one, new.remove(index)));
                }
                index.is_none()
            });
        };
    keep(&mut old, &mut new, &mut |one, other| {
        let reference = base[one].reference();
        reference.is_some() && reference == revision[other].reference()
    });
    keep(&mut old, &mut new, &mut |one, other| {
        base[one].value == revision[other].value
    });
    // With more pairs than this, only equal names and equal texts match.
    if old.len() * new.len() > MAX_PAIRS {
        matched.sort_unstable();
        return matched;
    }
    let (trees, plain) = (cx.trees, cx.plain);
    let graph = &mut *cx.graph;
    keep(&mut old, &mut new, &mut |one, other| {
        if !may_be_renamed(trees, &base[one], &revision[other]) {
            return false;
        }
        let nodes = Pair::new(base[one].clone(), revision[other].clone());
        let pair = graph.pair(nodes, plain);
        graph.relation(trees, pair) == Some(Relation::EQUAL)
    });
    let mut similar: Vec<(u32, usize, usize, usize, usize)> = Vec::new();
    for &one in &old {
        for &other in &new {
            let nodes = Pair::new(&base[one], &revision[other]);
            if !may_be_renamed(trees, nodes.base, nodes.revision) {
                continue;
            }
            let likeness = likeness(trees, nodes);
            let inline = nodes.base.reference().is_none() && nodes.revision.reference().is_none();
            let last = old.len() == 1 && new.len() == 1 && inline;
            // An alternative that another one includes was not changed into this one.
            let last = last
                && keyword == ChoiceKeyword::AnyOf
                && including_base(cx, nodes.base, revision) == 0
                && including_revision(cx, nodes.revision, base) == 0
                || last && keyword == ChoiceKeyword::OneOf;
            if likeness >= 50 || last {
                // The order must not depend on which side is the base.
                let (low, high) = (one.min(other), one.max(other));
                similar.push((100 - likeness.min(100), low, high, one, other));
            }
        }
    }
    similar.sort_unstable();
    let (mut used, mut taken) = (HashSet::new(), HashSet::new());
    for (.., one, other) in similar {
        if !used.contains(&one) && !taken.contains(&other) {
            used.insert(one);
            taken.insert(other);
            matched.push((one, other));
        }
    }
    matched.sort_unstable();
    matched
}

/// Similarity of two alternatives in per cent: by their type and the names of their properties.
fn likeness<'d>(trees: Trees<'_, 'd>, nodes: Pair<&Node<'d>>) -> u32 {
    let shapes = trees.zip(nodes);
    let shapes = shapes.map(|(tree, node)| Shape::of(tree, &Schema::from(node.clone())));
    let types = shapes
        .as_ref()
        .map(|shape| shape.first("type").map(|node| node.value));
    if types.differs() {
        return 0;
    }
    let names = shapes.map(|shape| shape.property_names().into_iter().collect::<HashSet<_>>());
    let all = names.base.union(&names.revision).count();
    // Without properties there is nothing but the type.
    if all == 0 {
        return if types.base.is_some() { 50 } else { 0 };
    }
    let common = names.base.intersection(&names.revision).count();
    u32::try_from((common * 100).checked_div(all).unwrap_or(0)).unwrap_or(0)
}

/// Compares a schema with each alternative of a choice that only the other side has. Returns
/// whether there is such a choice.
pub(super) fn wrapped(cx: &mut Comparer<'_, '_, '_>) -> bool {
    let (choice, edit) = match (
        cx.shapes.base.choices.first(),
        cx.shapes.revision.choices.first(),
    ) {
        (None, Some(choice)) => (choice.clone(), Edit::Added),
        (Some(choice), None) => (choice.clone(), Edit::Removed),
        _ => return false,
    };
    let added = edit == Edit::Added;
    let mut relations = Vec::new();
    for index in 0..choice.alternatives.len() {
        let mut schemas = cx.schemas.map(Clone::clone);
        let picked = if added {
            &mut schemas.revision
        } else {
            &mut schemas.base
        };
        picked.picks.push((address(choice.node.value), index));
        let pair = cx.graph.pair(schemas, cx.plain);
        let relation = cx.graph.relation(cx.trees, pair);
        let relation = relation.unwrap_or(Relation::UNKNOWN);
        relations.push(if added { relation } else { relation.mirrored() });
    }
    let effect = cx.effect(Pair::new(choice.keyword, choice.keyword));
    let effect = if added { effect.revision } else { effect.base };
    let relation = contained(&relations, effect);
    let (relation, at) = if added {
        let at = Pair::new(cx.shapes.base.container(), choice.node.pointer);
        (relation, at)
    } else {
        let at = Pair::new(choice.node.pointer, cx.shapes.revision.container());
        (relation.mirrored(), at)
    };
    // The alternatives differ as JSON, though not as plain text.
    if relation.is_equal() && !cx.plain {
        cx.normalise_at(Normalisation::AlternativeContained, at);
        return true;
    }
    let kind = match (choice.keyword, added) {
        (ChoiceKeyword::OneOf, true) => Kind::WrappedInOneOf,
        (ChoiceKeyword::OneOf, false) => Kind::UnwrappedFromOneOf,
        (ChoiceKeyword::AnyOf, true) => Kind::WrappedInAnyOf,
        (ChoiceKeyword::AnyOf, false) => Kind::UnwrappedFromAnyOf,
    };
    cx.report(kind, (edit, relation), at, Pair::default());
    true
}

/// The relation of a schema and a choice, given its relations with the alternatives.
fn contained(relations: &[Relation], keyword: ChoiceKeyword) -> Relation {
    let gains = relations.iter().map(|relation| relation.gains).max();
    let including = relations
        .iter()
        .filter(|relation| relation.loses == Certainty::No);
    let loses = match (including.count(), keyword) {
        (0, _) => {
            let loses = relations.iter().map(|relation| relation.loses).min();
            loses.unwrap_or(Certainty::Yes)
        }
        (_, ChoiceKeyword::AnyOf) => Certainty::No,
        // `oneOf` rejects what two alternatives accept: all of one that the schema includes.
        (1, ChoiceKeyword::OneOf) => {
            let mut others = relations
                .iter()
                .filter(|relation| relation.loses != Certainty::No);
            match others.any(|relation| relation.gains == Certainty::No) {
                true => Certainty::Yes,
                false => Certainty::No,
            }
        }
        (_, ChoiceKeyword::OneOf) => Certainty::Yes,
    };
    Relation {
        loses,
        gains: gains.unwrap_or(Certainty::No),
    }
}

/// Whether two alternatives may be one under two names. Two components that a document
/// distinguishes are two, however similar: a discriminator or a reader may distinguish them too.
fn may_be_renamed<'d>(trees: Trees<'_, 'd>, base: &Node<'d>, revision: &Node<'d>) -> bool {
    match (base.reference(), revision.reference()) {
        (Some(old), Some(new)) => {
            trees.revision.target(old).is_none() && trees.base.target(new).is_none()
        }
        _ => true,
    }
}

/// The name of an alternative: of its component, its title, or its number.
fn label<'d>(tree: &Tree<'d>, node: &Node<'d>) -> String {
    if let Some(reference) = node.reference() {
        return reference.rsplit('/').next().unwrap_or(reference).to_owned();
    }
    let title = tree.resolve(node).and_then(|node| node.str("title"));
    let number = || {
        let index = node.pointer.last();
        index.map(|index| format!("#{index}")).unwrap_or_default()
    };
    title.map_or_else(number, str::to_owned)
}
