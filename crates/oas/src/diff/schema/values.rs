//! The values that a schema is limited to, however that is written.

use serde_json::Value;

use super::comparer::Comparer;
use super::shape::Shape;
use crate::Pointer;
use crate::diff::kinds::Kind;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::value::bare;
use crate::text::excerpt;

pub(super) fn values(cx: &mut Comparer<'_, '_, '_>) {
    let plain = cx.plain;
    let at = cx.shapes.as_ref().map(location);
    let limits = cx.shapes.as_ref().map(Shape::limited_to);
    match (limits.base, limits.revision) {
        (Some(base), Some(revision)) => {
            for value in base
                .iter()
                .filter(|value| !contains(&revision, value, plain))
            {
                report(cx, value, Edit::Removed, Relation::NARROWED);
            }
            for value in revision
                .iter()
                .filter(|value| !contains(&base, value, plain))
            {
                report(cx, value, Edit::Added, Relation::WIDENED);
            }
        }
        (None, Some(values)) => {
            let text = Pair::new(None, Some(list(&values)));
            let how = (Edit::Added, Relation::NARROWED);
            cx.report(Kind::BecameEnum, how, at, text);
        }
        (Some(values), None) => {
            let text = Pair::new(Some(list(&values)), None);
            let how = (Edit::Removed, Relation::WIDENED);
            cx.report(Kind::BecameNotEnum, how, at, text);
        }
        (None, None) => {}
    }
    documentation(cx);
}

fn report(cx: &mut Comparer<'_, '_, '_>, value: &Value, edit: Edit, relation: Relation) {
    let nullable = cx.shapes.as_ref().map(Shape::is_nullable);
    let relation = match value {
        // That null is accepted is a change of its own; here it is only listed.
        Value::Null if nullable.differs() => return,
        // Readers of 3.0 disagree on whether `nullable` applies to an enum that does not list null.
        Value::Null if nullable.base && !cx.plain => Relation {
            loses: relation.loses.min(Certainty::Maybe),
            gains: relation.gains.min(Certainty::Maybe),
        },
        Value::Null => Relation::EQUAL,
        _ => relation,
    };
    let text = Some(excerpt(value));
    let own = |shape: &Shape<'_>| value_location(shape, value);
    let (at, text) = if edit == Edit::Removed {
        let at = Pair::new(own(&cx.shapes.base), location(&cx.shapes.revision));
        (at, Pair::new(text, None))
    } else {
        let at = Pair::new(location(&cx.shapes.base), own(&cx.shapes.revision));
        (at, Pair::new(None, text))
    };
    let kind = edit.pick(
        Kind::EnumValueAdded,
        Kind::EnumValueRemoved,
        Kind::EnumValueAdded,
    );
    cx.report((kind, bare(value)), (edit, relation), at, text);
}

/// Compares the titles and descriptions of values that are written as alternatives of a choice.
fn documentation(cx: &mut Comparer<'_, '_, '_>) {
    let words = cx.shapes.as_ref().map(|shape| {
        let alternatives = shape.values.iter();
        let words = alternatives.flat_map(|alternative| {
            ["title", "description"].map(|word| alternative.value.get(word))
        });
        let mut words: Vec<String> = words.flatten().map(Value::to_string).collect();
        words.sort_unstable();
        words
    });
    let edit = Edit::between(!words.base.is_empty(), !words.revision.is_empty());
    if let Some(edit) = edit.filter(|_| words.differs()) {
        let at = cx.shapes.as_ref().map(location);
        let fact = (Kind::DocumentationChanged, "values");
        cx.report(fact, (edit, Relation::EQUAL), at, Pair::default());
    }
}

/// The location of the list of values.
fn location(shape: &Shape<'_>) -> Pointer {
    let written = shape.first("enum").or_else(|| shape.first("const"));
    let choice = || shape.constants.first().map(|(node, _)| node.clone());
    written
        .or_else(choice)
        .map_or_else(|| shape.container(), |node| node.pointer)
}

/// The location of a value in its list.
fn value_location(shape: &Shape<'_>, value: &Value) -> Pointer {
    let lists = shape
        .all("enum")
        .flat_map(|node| node.items().collect::<Vec<_>>());
    let constants = shape.all("const").chain(shape.values.iter().cloned());
    let holds = |node: &crate::Node<'_>| {
        let listed = node.value.get("enum").and_then(Value::as_array);
        node.value.get("const") == Some(value) || listed.is_some_and(|list| list.contains(value))
    };
    let mut all = lists.filter(|node| node.value == value);
    let found = all.next();
    let found = found.or_else(|| {
        let mut constants = constants.filter(|node| node.value == value || holds(node));
        constants.next()
    });
    found.map_or_else(|| location(shape), |node| node.pointer)
}

fn list(values: &[&Value]) -> String {
    excerpt(
        values
            .iter()
            .map(|value| (*value).clone())
            .collect::<Value>(),
    )
}

fn contains(values: &[&Value], value: &Value, plain: bool) -> bool {
    values.iter().any(|known| {
        let numbers = known.as_f64().is_some() && known.as_f64() == value.as_f64();
        *known == value || numbers || (plain && bare(known) == bare(value))
    })
}
