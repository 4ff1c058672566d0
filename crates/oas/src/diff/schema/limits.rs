//! Keywords that limit values by themselves.

use super::bound::{self, Bound, Limit};
use super::comparer::Comparer;
use super::shape::Shape;
use super::types::Types;
use crate::diff::kinds::Kind;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::site::Step;

pub(super) fn types(cx: &mut Comparer<'_, '_, '_>) {
    let types = cx.shapes.as_ref().map(Types::of);
    let relation = types.base.relation(&types.revision, cx.plain);
    if relation.is_equal() {
        return;
    }
    let format_only = types.base.differs_in_format_only(&types.revision);
    let keyword = if format_only { "format" } else { "type" };
    let nodes = cx.shapes.as_ref().map(|shape| shape.first(keyword));
    let at = cx.located(&nodes);
    let text = types.as_ref().map(|types| Some(types.to_string()));
    let kind = turn(
        relation,
        Kind::TypeGeneralized,
        Kind::TypeSpecialized,
        Kind::TypeChanged,
    );
    cx.report(kind, (Edit::Changed, relation), at, text);
}

/// Selects by whether values were only gained or only lost.
fn turn(relation: Relation, generalized: Kind, specialized: Kind, changed: Kind) -> Kind {
    match (relation.loses, relation.gains) {
        (Certainty::No, Certainty::No) => changed,
        (_, Certainty::No) => specialized,
        (Certainty::No, _) => generalized,
        _ => changed,
    }
}

pub(super) fn nullable(cx: &mut Comparer<'_, '_, '_>) {
    let nullable = cx.shapes.as_ref().map(Shape::is_nullable);
    let Some(edit) = Edit::between(nullable.base, nullable.revision).filter(|_| nullable.differs())
    else {
        return;
    };
    // Plain text cannot carry `null`.
    let relation = match edit {
        _ if cx.plain => Relation::EQUAL,
        Edit::Added => Relation::WIDENED,
        _ => Relation::NARROWED,
    };
    let kind = edit.pick(
        Kind::BecameNullable,
        Kind::BecameNotNullable,
        Kind::BecameNullable,
    );
    cx.keyword(kind, edit, relation, "nullable");
}

pub(super) fn bounds(cx: &mut Comparer<'_, '_, '_>) {
    let integers = cx
        .shapes
        .as_ref()
        .map(|shape| Types::of(shape).is_integer_only());
    let integers = integers.base && integers.revision;
    for bound in Bound::ALL {
        let limits = cx
            .shapes
            .as_ref()
            .map(|shape| Limit::of(bound, shape, integers));
        let relation = bound::relation(bound, limits.base.as_ref(), limits.revision.as_ref());
        let edit = Edit::between(limits.base.is_some(), limits.revision.is_some());
        let Some(edit) = edit.filter(|_| !relation.is_equal()) else {
            continue;
        };
        let exclusion = match (&limits.base, &limits.revision) {
            (Some(base), Some(revision)) => base.differs_in_exclusion_only(revision),
            _ => false,
        };
        let at = limits.as_ref().zip(cx.shapes.as_ref());
        let at = at.map(|(limit, shape)| match limit {
            Some(limit) => limit.pointer.clone(),
            None => shape.container(),
        });
        let text = limits
            .as_ref()
            .map(|limit| limit.as_ref().map(ToString::to_string));
        let kind = bound.kind(edit, relation, exclusion);
        cx.report(kind, (edit, relation), at, text);
    }
}

pub(super) fn multiples(cx: &mut Comparer<'_, '_, '_>) {
    let numbers = cx.shapes.as_ref().map(|shape| {
        let integers = Types::of(shape).is_integer_only();
        let numbers = shape
            .all("multipleOf")
            .filter_map(|node| node.value.as_f64());
        // Every integer is a multiple of 1, of 1/2, and so on.
        let says_nothing = |of: &f64| integers && *of > 0.0 && (1.0 / of).fract() == 0.0;
        numbers.filter(|of| !says_nothing(of)).collect::<Vec<_>>()
    });
    let relation = bound::multiple_of(&numbers.base, &numbers.revision);
    let edit = Edit::between(!numbers.base.is_empty(), !numbers.revision.is_empty());
    if let Some(edit) = edit.filter(|_| !relation.is_equal()) {
        let changed = turn(
            relation,
            Kind::MultipleOfGeneralized,
            Kind::MultipleOfSpecialized,
            Kind::MultipleOfChanged,
        );
        let kind = edit.pick(Kind::MultipleOfSet, Kind::MultipleOfUnset, changed);
        cx.keyword(kind, edit, relation, "multipleOf");
    }
}

pub(super) fn patterns(cx: &mut Comparer<'_, '_, '_>) {
    let patterns = cx.shapes.as_ref().map(|shape| {
        let texts = shape.all("pattern").filter_map(|node| node.value.as_str());
        let mut texts: Vec<&str> = texts.filter(|text| !matches_everything(text)).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    });
    let kept = |from: &[&str], into: &[&str]| from.iter().all(|pattern| into.contains(pattern));
    let (base, revision) = (&patterns.base, &patterns.revision);
    let relation = match (kept(base, revision), kept(revision, base)) {
        (true, true) => return,
        (true, false) => Relation::NARROWED,
        (false, true) => Relation::WIDENED,
        // Whether one regular expression includes another is not decided.
        (false, false) => Relation::UNKNOWN,
    };
    let edit = Edit::between(!base.is_empty(), !revision.is_empty()).unwrap_or(Edit::Changed);
    let changed = turn(
        relation,
        Kind::PatternGeneralized,
        Kind::PatternSpecialized,
        Kind::PatternChanged,
    );
    let kind = edit.pick(Kind::PatternAdded, Kind::PatternRemoved, changed);
    cx.keyword(kind, edit, relation, "pattern");
}

fn matches_everything(pattern: &str) -> bool {
    matches!(pattern, "" | ".*" | "^.*$" | "^.*" | ".*$" | "^" | "$")
}

pub(super) fn unique_items(cx: &mut Comparer<'_, '_, '_>) {
    let set = cx
        .shapes
        .as_ref()
        .map(|shape| shape.any_true("uniqueItems"));
    let (kind, edit, relation) = match (set.base, set.revision) {
        (false, true) => (Kind::UniqueItemsSet, Edit::Added, Relation::NARROWED),
        (true, false) => (Kind::UniqueItemsUnset, Edit::Removed, Relation::WIDENED),
        _ => return,
    };
    cx.keyword(kind, edit, relation, "uniqueItems");
}

pub(super) fn items(cx: &mut Comparer<'_, '_, '_>) {
    let items = cx.shapes.as_ref().map(Shape::items);
    match Edit::between(!items.base.is_empty(), !items.revision.is_empty()) {
        Some(Edit::Changed) => cx.descend(Step::Items, items, (false, false)),
        Some(Edit::Added) => cx.keyword(Kind::ItemsAdded, Edit::Added, Relation::NARROWED, "items"),
        Some(Edit::Removed) => {
            cx.keyword(
                Kind::ItemsRemoved,
                Edit::Removed,
                Relation::WIDENED,
                "items",
            );
        }
        None => {}
    }
}

pub(super) fn negation(cx: &mut Comparer<'_, '_, '_>) {
    let negated = cx.shapes.as_ref().map(Shape::negated);
    match Edit::between(!negated.base.is_empty(), !negated.revision.is_empty()) {
        // Several of them reject a choice of schemas; one on each side is the usual case.
        Some(Edit::Changed) if negated.base.len() == 1 && negated.revision.len() == 1 => {
            cx.descend(Step::Not, negated, (false, false));
        }
        Some(Edit::Changed) => {
            let values =
                negated.map(|nodes| nodes.iter().map(|node| node.value).collect::<Vec<_>>());
            if values.differs() {
                cx.keyword(Kind::NotChanged, Edit::Changed, Relation::UNKNOWN, "not");
            }
        }
        Some(Edit::Added) => cx.keyword(Kind::NotAdded, Edit::Added, Relation::NARROWED, "not"),
        Some(Edit::Removed) => {
            cx.keyword(Kind::NotRemoved, Edit::Removed, Relation::WIDENED, "not")
        }
        None => {}
    }
}
