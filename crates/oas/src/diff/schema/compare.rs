use std::collections::HashSet;

use serde_json::Value;

use super::bound::{self, Bound, Limit};
use super::graph::{Below, Comparison, Schemas, Step, Trees};
use super::shape::{Schema, Shape};
use super::types::Types;
use crate::diff::change::{Change, Edit, Kind, SchemaKind};
use crate::diff::relation::Relation;
use crate::diff::tree::address;
use crate::{Node, Pointer};

/// Compares two schemas keyword by keyword, without what lies below them.
pub(super) fn compare<'d>(
    trees: Trees<'_, 'd>,
    schemas: &mut Schemas<'d>,
    base: &Schema<'d>,
    revision: &Schema<'d>,
    plain: bool,
) -> Comparison<'d> {
    let mut comparer = Comparer {
        base: Shape::of(trees.base, base),
        revision: Shape::of(trees.revision, revision),
        base_schema: base,
        revision_schema: revision,
        trees,
        schemas,
        plain,
        found: Comparison::default(),
        descended: HashSet::new(),
    };
    comparer.all();
    comparer.found
}

/// Two schemas, and what is known of their differences so far.
pub(super) struct Comparer<'c, 't, 'd> {
    pub(super) base: Shape<'d>,
    pub(super) revision: Shape<'d>,
    pub(super) base_schema: &'c Schema<'d>,
    pub(super) revision_schema: &'c Schema<'d>,
    pub(super) trees: Trees<'t, 'd>,
    pub(super) schemas: &'c mut Schemas<'d>,
    pub(super) plain: bool,
    pub(super) found: Comparison<'d>,
    /// The schemas that are compared on their own, by address.
    pub(super) descended: HashSet<usize>,
}

impl<'d> Comparer<'_, '_, 'd> {
    fn all(&mut self) {
        let names = self.base.names.iter().zip(&self.revision.names);
        if self.base.names.len() == self.revision.names.len() {
            let renamed = names.filter(|(old, new)| old != new);
            self.found.renamed = renamed
                .map(|(old, new)| (old.clone(), new.clone()))
                .collect();
        }
        self.notes();
        self.references();
        if self.wrapped() {
            self.saw_everything();
            return;
        }
        let (base, revision) = (Types::of(&self.base), Types::of(&self.revision));
        self.types(&base, &revision);
        self.nullable();
        if base.is_disjoint_from(&revision) {
            // Nothing else of the two can be compared.
            self.saw_everything();
            return;
        }
        self.values();
        self.bounds(base.is_integer_only() && revision.is_integer_only());
        self.multiples();
        self.patterns();
        self.unique_items();
        self.items();
        self.object();
        self.choices();
        self.negation();
        self.other_keywords();
        self.saw_keywords();
    }

    /// Notes a fact about a keyword that both sides may have.
    pub(super) fn fact(&mut self, kind: SchemaKind, edit: Edit, relation: Relation, keyword: &str) {
        let base = self.base.first(keyword);
        let revision = self.revision.first(keyword);
        let shown = |node: &Option<Node<'d>>| node.as_ref().map(|node| shown(node.value));
        let (before, after) = (shown(&base), shown(&revision));
        let place = |node: Option<Node<'d>>, shape: &Shape<'d>| {
            node.map_or_else(|| shape.home(), |node| node.pointer)
        };
        let base = place(base, &self.base);
        let revision = place(revision, &self.revision);
        self.fact_at(kind, edit, relation, (base, revision), (before, after));
    }

    pub(super) fn fact_at(
        &mut self,
        kind: SchemaKind,
        edit: Edit,
        relation: Relation,
        (base, revision): (Pointer, Pointer),
        (before, after): (Option<String>, Option<String>),
    ) {
        let kind = Kind::Schema(kind);
        self.found.facts.push(Change {
            kind,
            edit,
            relation,
            base,
            revision,
            before,
            after,
        });
    }

    pub(super) fn below(&mut self, step: Step, base: Vec<Node<'d>>, revision: Vec<Node<'d>>) {
        self.below_required(step, base, revision, false);
    }

    pub(super) fn below_required(
        &mut self,
        step: Step,
        base: Vec<Node<'d>>,
        revision: Vec<Node<'d>>,
        required: bool,
    ) {
        self.descended
            .extend(base.iter().chain(&revision).map(|node| address(node.value)));
        let pair = self.schemas.pair(base, revision, self.plain);
        self.found.below.push(Below {
            pair,
            step,
            required,
        });
    }

    fn references(&mut self) {
        let names = |shape: &Shape<'d>| {
            shape
                .opaque
                .iter()
                .map(|node| node.value)
                .collect::<Vec<_>>()
        };
        let (base, revision) = (names(&self.base), names(&self.revision));
        if base == revision {
            return;
        }
        let Some(edit) = Edit::between(!base.is_empty(), !revision.is_empty()) else {
            return;
        };
        let place = |shape: &Shape<'d>| {
            shape
                .opaque
                .first()
                .map_or_else(|| shape.home(), |node| node.pointer.clone())
        };
        let places = (place(&self.base), place(&self.revision));
        let texts = (
            base.first().map(|value| shown(value)),
            revision.first().map(|value| shown(value)),
        );
        self.fact_at(
            SchemaKind::Reference,
            edit,
            Relation::UNKNOWN,
            places,
            texts,
        );
    }

    fn types(&mut self, base: &Types<'d>, revision: &Types<'d>) {
        let relation = base.relation(revision, self.plain);
        if relation.is_equal() {
            return;
        }
        let keyword = if base.differs_in_format_only(revision) {
            "format"
        } else {
            "type"
        };
        let place = |shape: &Shape<'d>| {
            shape
                .first(keyword)
                .map_or_else(|| shape.home(), |node| node.pointer)
        };
        let places = (place(&self.base), place(&self.revision));
        let texts = (Some(base.to_string()), Some(revision.to_string()));
        self.fact_at(SchemaKind::Type, Edit::Changed, relation, places, texts);
    }

    fn nullable(&mut self) {
        let relation = match (self.base.is_nullable(), self.revision.is_nullable()) {
            (false, true) => Relation::WIDENED,
            (true, false) => Relation::NARROWED,
            _ => return,
        };
        let edit = if relation == Relation::WIDENED {
            Edit::Added
        } else {
            Edit::Removed
        };
        self.fact(SchemaKind::Nullable, edit, relation, "nullable");
    }

    fn bounds(&mut self, integers: bool) {
        for bound in Bound::ALL {
            let base = Limit::of(bound, &self.base, integers);
            let revision = Limit::of(bound, &self.revision, integers);
            let relation = bound::relation(bound, base.as_ref(), revision.as_ref());
            if relation.is_equal() {
                continue;
            }
            let Some(edit) = Edit::between(base.is_some(), revision.is_some()) else {
                continue;
            };
            let exclusion = match (&base, &revision) {
                (Some(base), Some(revision)) => base.differs_in_exclusion_only(revision),
                _ => false,
            };
            let kind = if exclusion {
                SchemaKind::Exclusive(bound)
            } else {
                SchemaKind::Bound(bound)
            };
            let place = |limit: &Option<Limit<'d>>, shape: &Shape<'d>| {
                limit
                    .as_ref()
                    .map_or_else(|| shape.home(), |limit| limit.pointer.clone())
            };
            let places = (place(&base, &self.base), place(&revision, &self.revision));
            let text = |limit: &Option<Limit<'d>>| limit.as_ref().map(ToString::to_string);
            self.fact_at(kind, edit, relation, places, (text(&base), text(&revision)));
        }
    }

    fn multiples(&mut self) {
        let numbers = |shape: &Shape<'d>| {
            let nodes = shape.all("multipleOf");
            nodes
                .filter_map(|node| node.value.as_f64())
                .collect::<Vec<_>>()
        };
        let (base, revision) = (numbers(&self.base), numbers(&self.revision));
        let relation = bound::multiple_of(&base, &revision);
        if !relation.is_equal()
            && let Some(edit) = Edit::between(!base.is_empty(), !revision.is_empty())
        {
            self.fact(SchemaKind::MultipleOf, edit, relation, "multipleOf");
        }
    }

    fn patterns(&mut self) {
        let patterns = |shape: &Shape<'d>| {
            let mut texts: Vec<&str> = shape
                .all("pattern")
                .filter_map(|node| node.value.as_str())
                .collect();
            texts.retain(|text| !matches_everything(text));
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        let (base, revision) = (patterns(&self.base), patterns(&self.revision));
        let kept = |from: &[&str], into: &[&str]| from.iter().all(|pattern| into.contains(pattern));
        let relation = match (kept(&base, &revision), kept(&revision, &base)) {
            (true, true) => return,
            (true, false) => Relation::NARROWED,
            (false, true) => Relation::WIDENED,
            // Whether one regular expression contains another is not worth deciding here.
            (false, false) => Relation::UNKNOWN,
        };
        let between = Edit::between(!base.is_empty(), !revision.is_empty());
        self.fact(
            SchemaKind::Pattern,
            between.unwrap_or(Edit::Changed),
            relation,
            "pattern",
        );
    }

    fn unique_items(&mut self) {
        let set = |shape: &Shape<'d>| shape.any_true("uniqueItems");
        let (edit, relation) = match (set(&self.base), set(&self.revision)) {
            (false, true) => (Edit::Added, Relation::NARROWED),
            (true, false) => (Edit::Removed, Relation::WIDENED),
            _ => return,
        };
        self.fact(SchemaKind::UniqueItems, edit, relation, "uniqueItems");
    }

    fn items(&mut self) {
        let (base, revision) = (self.base.items(), self.revision.items());
        match Edit::between(!base.is_empty(), !revision.is_empty()) {
            Some(Edit::Changed) => self.below(Step::Items, base, revision),
            Some(Edit::Added) => {
                self.fact(SchemaKind::Items, Edit::Added, Relation::NARROWED, "items");
            }
            Some(Edit::Removed) => {
                self.fact(SchemaKind::Items, Edit::Removed, Relation::WIDENED, "items");
            }
            None => {}
        }
    }

    fn negation(&mut self) {
        let base: Vec<_> = self.base.all("not").collect();
        let revision: Vec<_> = self.revision.all("not").collect();
        match Edit::between(!base.is_empty(), !revision.is_empty()) {
            // What several `not`s refuse together is a choice; one each is the case that is met.
            Some(Edit::Changed) if base.len() == 1 && revision.len() == 1 => {
                self.below(Step::Not, base, revision);
            }
            Some(Edit::Changed) => {
                let same = base
                    .iter()
                    .map(|node| node.value)
                    .eq(revision.iter().map(|node| node.value));
                if !same {
                    self.fact(SchemaKind::Not, Edit::Changed, Relation::UNKNOWN, "not");
                }
            }
            Some(Edit::Added) => self.fact(SchemaKind::Not, Edit::Added, Relation::NARROWED, "not"),
            Some(Edit::Removed) => {
                self.fact(SchemaKind::Not, Edit::Removed, Relation::WIDENED, "not");
            }
            None => {}
        }
    }
}

/// A value as a person would write it, without the middle of a long one.
pub(in crate::diff) fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}

/// A value's text without the quotes of a string.
pub(super) fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn matches_everything(pattern: &str) -> bool {
    matches!(pattern, "" | ".*" | "^.*$" | "^.*" | ".*$" | "^" | "$")
}
