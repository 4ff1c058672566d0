use std::collections::HashSet;

use super::compare::Comparer;
use super::graph::{Step, Trees};
use super::shape::{Choice, ChoiceKeyword, Schema, Shape};
use crate::Node;
use crate::diff::change::{Edit, SchemaKind};
use crate::diff::relation::{Certainty, Relation};
use crate::diff::tree::{Tree, address};

/// How many pairs of alternatives are compared to find out which is which.
const MOST_PAIRS: usize = 2_500;

impl<'d> Comparer<'_, '_, 'd> {
    /// The choices that both sides offer, and those that only one has besides others.
    pub(super) fn choices(&mut self) {
        let mut revision = self.revision.choices.clone();
        let mut rest = Vec::new();
        for base in self.base.choices.clone() {
            let same = revision
                .iter()
                .position(|choice| choice.keyword == base.keyword);
            match same {
                Some(index) => self.alternatives(&base, &revision.remove(index)),
                None => rest.push(base),
            }
        }
        let mut revision = revision.into_iter();
        let mut rest = rest.into_iter();
        loop {
            match (rest.next(), revision.next()) {
                (Some(base), Some(revision)) => {
                    let places = (base.node.pointer.clone(), revision.node.pointer.clone());
                    let name = |choice: &Choice<'d>| Some(choice.keyword.name().to_owned());
                    let texts = (name(&base), name(&revision));
                    let (kind, relation) = (SchemaKind::ChoiceKeyword, Relation::UNKNOWN);
                    self.fact_at(kind, Edit::Changed, relation, places, texts);
                    self.alternatives(&base, &revision);
                }
                (Some(base), None) => {
                    let places = (base.node.pointer.clone(), self.revision.home());
                    let kind = SchemaKind::Choice(base.keyword);
                    self.fact_at(kind, Edit::Removed, Relation::WIDENED, places, (None, None));
                }
                (None, Some(revision)) => {
                    let places = (self.base.home(), revision.node.pointer.clone());
                    let kind = SchemaKind::Choice(revision.keyword);
                    self.fact_at(kind, Edit::Added, Relation::NARROWED, places, (None, None));
                }
                (None, None) => break,
            }
        }
    }

    fn alternatives(&mut self, base: &Choice<'d>, revision: &Choice<'d>) {
        let matched = self.matched(&base.alternatives, &revision.alternatives);
        for &(old, new) in &matched {
            let (old, new) = (
                base.alternatives[old].clone(),
                revision.alternatives[new].clone(),
            );
            let step = Step::Alternative(label(self.trees.base, &old));
            self.below(step, vec![old], vec![new]);
        }
        let lost =
            (0..base.alternatives.len()).filter(|old| !matched.iter().any(|pair| pair.0 == *old));
        for old in lost {
            let node = &base.alternatives[old];
            let kind = SchemaKind::Alternative(base.keyword, label(self.trees.base, node));
            let places = (node.pointer.clone(), revision.node.pointer.clone());
            self.fact_at(
                kind,
                Edit::Removed,
                Relation::NARROWED,
                places,
                (None, None),
            );
        }
        let gained = (0..revision.alternatives.len())
            .filter(|new| !matched.iter().any(|pair| pair.1 == *new));
        for new in gained {
            let node = &revision.alternatives[new];
            let kind = SchemaKind::Alternative(revision.keyword, label(self.trees.revision, node));
            let places = (base.node.pointer.clone(), node.pointer.clone());
            self.fact_at(kind, Edit::Added, Relation::WIDENED, places, (None, None));
        }
    }

    /// Which alternative of the base is which of the revision: the same component, else the same
    /// meaning, else what looks most alike.
    fn matched(&mut self, base: &[Node<'d>], revision: &[Node<'d>]) -> Vec<(usize, usize)> {
        let mut matched = Vec::new();
        let mut old: Vec<usize> = (0..base.len()).collect();
        let mut new: Vec<usize> = (0..revision.len()).collect();
        let mut keep = |old: &mut Vec<usize>,
                        new: &mut Vec<usize>,
                        same: &mut dyn FnMut(usize, usize) -> bool| {
            old.retain(
                |&one| match new.iter().position(|&other| same(one, other)) {
                    Some(index) => {
                        matched.push((one, new.remove(index)));
                        false
                    }
                    None => true,
                },
            );
        };
        keep(&mut old, &mut new, &mut |one, other| {
            base[one].reference().is_some() && base[one].reference() == revision[other].reference()
        });
        keep(&mut old, &mut new, &mut |one, other| {
            base[one].value == revision[other].value
        });
        // Every old one against every new one: with more than this, only what is the same by name or
        // by text is taken for the same.
        if old.len() * new.len() > MOST_PAIRS {
            matched.sort_unstable();
            return matched;
        }
        let (trees, plain) = (self.trees, self.plain);
        let schemas = &mut *self.schemas;
        keep(&mut old, &mut new, &mut |one, other| {
            if !may_be_renamed(trees, &base[one], &revision[other]) {
                return false;
            }
            let pair = schemas.pair(base[one].clone(), revision[other].clone(), plain);
            schemas.relation(trees, pair) == Some(Relation::EQUAL)
        });
        let mut alike: Vec<(u32, usize, usize, usize, usize)> = Vec::new();
        for &one in &old {
            for &other in &new {
                if !may_be_renamed(trees, &base[one], &revision[other]) {
                    continue;
                }
                let likeness = self.likeness(&base[one], &revision[other]);
                let inline =
                    base[one].reference().is_none() && revision[other].reference().is_none();
                let last = old.len() == 1 && new.len() == 1 && inline;
                if likeness >= 50 || last {
                    // The order must not depend on which side is the base.
                    let (low, high) = (one.min(other), one.max(other));
                    alike.push((100 - likeness.min(100), low, high, one, other));
                }
            }
        }
        alike.sort_unstable();
        let (mut used, mut taken) = (HashSet::new(), HashSet::new());
        for (.., one, other) in alike {
            if !used.contains(&one) && !taken.contains(&other) {
                used.insert(one);
                taken.insert(other);
                matched.push((one, other));
            }
        }
        matched.sort_unstable();
        matched
    }

    /// How alike two alternatives are, in per cent: by their type and the names of their properties.
    fn likeness(&self, base: &Node<'d>, revision: &Node<'d>) -> u32 {
        let base = Shape::of(self.trees.base, &Schema::from(base.clone()));
        let revision = Shape::of(self.trees.revision, &Schema::from(revision.clone()));
        let kind = |shape: &Shape<'d>| shape.first("type").map(|node| node.value);
        if kind(&base) != kind(&revision) {
            return 0;
        }
        let names = |shape: &Shape<'d>| shape.property_names().into_iter().collect::<HashSet<_>>();
        let (base, revision) = (names(&base), names(&revision));
        let all = base.union(&revision).count();
        let common = base.intersection(&revision).count();
        u32::try_from((common * 100).checked_div(all).unwrap_or(0)).unwrap_or(0)
    }

    /// Whether only one side offers a choice. The other side is then held against each alternative.
    pub(super) fn wrapped(&mut self) -> bool {
        let (choice, added) = match (self.base.choices.first(), self.revision.choices.first()) {
            (None, Some(choice)) => (choice.clone(), true),
            (Some(choice), None) => (choice.clone(), false),
            _ => return false,
        };
        let mut relations = Vec::new();
        for index in 0..choice.alternatives.len() {
            let picked = |schema: &Schema<'d>| {
                let mut schema = schema.clone();
                schema.picks.push((address(choice.node.value), index));
                schema
            };
            let pair = if added {
                self.schemas.pair(
                    self.base_schema.clone(),
                    picked(self.revision_schema),
                    self.plain,
                )
            } else {
                self.schemas.pair(
                    picked(self.base_schema),
                    self.revision_schema.clone(),
                    self.plain,
                )
            };
            let relation = self
                .schemas
                .relation(self.trees, pair)
                .unwrap_or(Relation::UNKNOWN);
            relations.push(if added { relation } else { relation.mirrored() });
        }
        let relation = contained(&relations, choice.keyword);
        if !relation.is_equal() {
            let (edit, relation, places) = if added {
                (
                    Edit::Added,
                    relation,
                    (self.base.home(), choice.node.pointer),
                )
            } else {
                (
                    Edit::Removed,
                    relation.mirrored(),
                    (choice.node.pointer, self.revision.home()),
                )
            };
            let kind = SchemaKind::Wrapped(choice.keyword);
            self.fact_at(kind, edit, relation, places, (None, None));
        }
        true
    }
}

/// Whether two alternatives may be one under two names. Two components that a document tells apart are
/// two, however alike they are: a discriminator or a reader may tell them apart as well.
fn may_be_renamed<'d>(trees: Trees<'_, 'd>, base: &Node<'d>, revision: &Node<'d>) -> bool {
    match (base.reference(), revision.reference()) {
        (Some(old), Some(new)) => {
            trees.revision.target(old).is_none() && trees.base.target(new).is_none()
        }
        _ => true,
    }
}

/// What became of a schema that is now a choice, given what became of it in each alternative.
fn contained(relations: &[Relation], keyword: ChoiceKeyword) -> Relation {
    let gains = relations
        .iter()
        .map(|relation| relation.gains)
        .max()
        .unwrap_or(Certainty::No);
    let homes = relations
        .iter()
        .filter(|relation| relation.loses == Certainty::No)
        .count();
    let loses = match (homes, keyword) {
        (0, _) => relations
            .iter()
            .map(|relation| relation.loses)
            .min()
            .unwrap_or(Certainty::Yes),
        (1, _) | (_, ChoiceKeyword::AnyOf) => Certainty::No,
        // What two alternatives accept, `oneOf` refuses.
        (_, ChoiceKeyword::OneOf) => Certainty::Yes,
    };
    Relation { loses, gains }
}

/// The name by which people know an alternative.
fn label<'d>(tree: &Tree<'d>, node: &Node<'d>) -> String {
    if let Some(reference) = node.reference() {
        return reference.rsplit('/').next().unwrap_or(reference).to_owned();
    }
    let title = tree.resolve(node).and_then(|node| node.str("title"));
    let number = || {
        node.pointer
            .last()
            .map(|index| format!("#{}", index))
            .unwrap_or_default()
    };
    title.map_or_else(number, str::to_owned)
}
