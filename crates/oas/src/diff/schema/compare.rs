//! The comparison of two schemas, keyword by keyword.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use super::comparer::Comparer;
use super::graph::{Comparison, Schemas, Trees};
use super::shape::{Schema, Shape};
use super::types::Types;
use super::{annotations, choice, discriminator, limits, object, values};
use crate::diff::coverage::Compared;
use crate::diff::difference::Difference;
use crate::diff::form::is_well_formed;
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::tree::address;
use crate::text::excerpt;
use crate::vocabulary::extension::{
    DEPRECATED_ON, EXTENSIBLE_ENUM, STABILITY_LEVEL, SUCCESSOR, SUNSET,
};

/// Keywords that are compared together, and the normalisation by which they are equal if they
/// differ in writing and no change is reported.
struct Group {
    keywords: &'static [&'static str],
    equal_by: Normalisation,
    compare: fn(&mut Comparer<'_, '_, '_>),
    /// Whether the keywords contain schemas, which are compared on their own.
    is_structural: bool,
}

const fn scalar(
    keywords: &'static [&'static str],
    equal_by: Normalisation,
    compare: fn(&mut Comparer<'_, '_, '_>),
) -> Group {
    Group {
        keywords,
        equal_by,
        compare,
        is_structural: false,
    }
}

const fn structural(
    keywords: &'static [&'static str],
    equal_by: Normalisation,
    compare: fn(&mut Comparer<'_, '_, '_>),
) -> Group {
    Group {
        keywords,
        equal_by,
        compare,
        is_structural: true,
    }
}

/// Keywords that do not limit values: compared whatever the schemas are.
const ANNOTATIONS: &[Group] = &[
    scalar(
        &annotations::DOCUMENTATION,
        Normalisation::ConjunctsFlattened,
        annotations::documentation,
    ),
    scalar(
        &[
            "deprecated",
            SUNSET,
            STABILITY_LEVEL,
            DEPRECATED_ON,
            SUCCESSOR,
        ],
        Normalisation::AnnouncementsWritten,
        annotations::lifecycle,
    ),
    scalar(
        &["default"],
        Normalisation::ConjunctsFlattened,
        annotations::default_value,
    ),
    scalar(
        &["xml"],
        Normalisation::ConjunctsFlattened,
        annotations::xml,
    ),
    scalar(
        &[EXTENSIBLE_ENUM],
        Normalisation::ValuesWritten,
        annotations::extensible_values,
    ),
    scalar(
        &["readOnly", "writeOnly"],
        Normalisation::AnnouncementsWritten,
        annotations::mutability,
    ),
];

/// Keywords that limit values: compared if the schemas have a type in common.
const LIMITS: &[Group] = &[
    scalar(
        &["enum", "const"],
        Normalisation::ValuesWritten,
        values::values,
    ),
    scalar(
        &[
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxProperties",
            "minProperties",
        ],
        Normalisation::LimitsEqual,
        limits::bounds,
    ),
    scalar(
        &["multipleOf"],
        Normalisation::LimitsEqual,
        limits::multiples,
    ),
    scalar(&["pattern"], Normalisation::PatternsEqual, limits::patterns),
    scalar(
        &["uniqueItems"],
        Normalisation::DefaultWritten,
        limits::unique_items,
    ),
    structural(&["items"], Normalisation::ItemsWritten, limits::items),
    structural(
        &["properties", "required", "additionalProperties"],
        Normalisation::PropertiesOrder,
        object::object,
    ),
    structural(
        &["allOf", "oneOf", "anyOf"],
        Normalisation::ConjunctsFlattened,
        choice::choices,
    ),
    structural(&["not"], Normalisation::NegationDoubled, limits::negation),
    // After the choices, whose alternatives it selects.
    structural(
        &["discriminator"],
        Normalisation::DiscriminatorWritten,
        discriminator::discriminator,
    ),
];

const TYPE: Group = scalar(
    &["type", "format"],
    Normalisation::TypeWritten,
    limits::types,
);
const NULLABLE: Group = scalar(&["nullable"], Normalisation::NullWritten, limits::nullable);

/// The pairs of schemas of two documents.
pub(in crate::diff) fn schemas<'d>() -> Schemas<'d> {
    Schemas::new(compare)
}

/// Compares two schemas without what is below them.
fn compare<'d>(
    trees: Trees<'_, 'd>,
    graph: &mut Schemas<'d>,
    schemas: Pair<&Schema<'d>>,
    plain: bool,
) -> Comparison<'d> {
    let shapes = trees.zip(schemas);
    let mut cx = Comparer {
        shapes: shapes.map(|(tree, schema)| Shape::of(tree, schema)),
        schemas,
        trees,
        graph,
        plain,
        found: Comparison::default(),
        descended: HashSet::new(),
        followed: Pair::default(),
    };
    names(&mut cx);
    for group in ANNOTATIONS {
        run(&mut cx, group);
    }
    annotations::overridden(&mut cx, is_compared);
    annotations::ignored(&mut cx);
    let unknown = references(&mut cx);
    if cx
        .shapes
        .as_ref()
        .each()
        .iter()
        .any(|shape| shape.parts.is_empty())
    {
        // A schema whose reference does not resolve cannot be compared.
        return finished(cx, true);
    }
    if choice::wrapped(&mut cx) {
        discriminator::of_both(&mut cx);
        limit(&mut cx.found.differences, &unknown);
        return finished(cx, true);
    }
    run(&mut cx, &TYPE);
    run(&mut cx, &NULLABLE);
    let types = cx.shapes.as_ref().map(Types::of);
    if types.base.is_disjoint_from(&types.revision) {
        // No other keyword of the two can be compared.
        limit(&mut cx.found.differences, &unknown);
        return finished(cx, true);
    }
    for group in LIMITS {
        run(&mut cx, group);
    }
    annotations::other_keywords(&mut cx, is_compared);
    limit(&mut cx.found.differences, &unknown);
    finished(cx, false)
}

/// Takes back what is not certain where one side has a conjunct that could not be read: it may have
/// what only the other side seems to have.
fn limit(differences: &mut Vec<Difference>, unknown: &Pair<bool>) {
    differences.retain(|difference| match difference.edit {
        _ if difference.is(Kind::ReferenceChanged) => true,
        Edit::Added => !unknown.base,
        Edit::Removed => !unknown.revision,
        Edit::Changed => true,
    });
    for difference in differences {
        let relation = &mut difference.relation;
        if unknown.base {
            relation.loses = relation.loses.min(Certainty::Maybe);
        }
        if unknown.revision {
            relation.gains = relation.gains.min(Certainty::Maybe);
        }
    }
}

/// Compares the keywords of a group. If they differ in writing and no change is reported, they are
/// equal by the normalisation of the group.
fn run(cx: &mut Comparer<'_, '_, '_>, group: &Group) {
    let before = cx.found.differences.len();
    (group.compare)(cx);
    if cx.found.differences.len() > before {
        return;
    }
    for keyword in group.keywords {
        let values = cx.shapes.as_ref().map(|shape| {
            let values = shape.all(keyword).map(|node| match group.is_structural {
                true => own(keyword, node.value),
                false => Cow::Borrowed(node.value),
            });
            values.collect::<Vec<_>>()
        });
        if values.differs() {
            let equal_by = match *keyword {
                "required" => Normalisation::RequiredOrder,
                "additionalProperties" => Normalisation::AdditionalWritten,
                _ => group.equal_by,
            };
            cx.normalise(equal_by, keyword);
        }
    }
}

/// The value of a keyword without the schemas in it, which are compared on their own.
fn own<'d>(keyword: &str, value: &'d Value) -> Cow<'d, Value> {
    match (keyword, value) {
        ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => Cow::Owned(schemas.len().into()),
        // A discriminator records itself what it is equal by.
        ("discriminator", _) => Cow::Owned(Value::Null),
        ("required", _) => Cow::Borrowed(value),
        (_, Value::Object(members)) => Cow::Owned(members.is_empty().into()),
        _ => Cow::Borrowed(value),
    }
}

/// Records how the schemas are referred to: by another name, or inline.
fn names(cx: &mut Comparer<'_, '_, '_>) {
    let names = cx.shapes.as_ref().map(|shape| &shape.names);
    if names.base.len() == names.revision.len() {
        let renamed = names.base.iter().zip(names.revision);
        let renamed = renamed.filter(|(old, new)| old != new);
        cx.found.renamed = renamed
            .map(|(old, new)| (old.clone(), new.clone()))
            .collect();
        if !cx.found.renamed.is_empty() {
            let at = cx.shapes.as_ref().map(Shape::container);
            cx.normalise_at(Normalisation::ReferenceWritten, at);
        }
    } else if cx
        .shapes
        .as_ref()
        .each()
        .iter()
        .all(|shape| shape.opaque.is_empty())
    {
        let at = cx.shapes.as_ref().map(Shape::container);
        cx.normalise_at(Normalisation::ReferenceWritten, at);
    }
    let negations = cx.shapes.as_ref().map(|shape| shape.negations);
    if negations.differs() {
        let at = cx.shapes.as_ref().map(Shape::container);
        cx.normalise_at(Normalisation::NegationDoubled, at);
    }
}

/// Compares references that do not resolve. Returns the sides of which something is unknown that
/// the other side may have.
fn references(cx: &mut Comparer<'_, '_, '_>) -> Pair<bool> {
    let opaque = cx
        .shapes
        .as_ref()
        .map(|shape| shape.opaque.first().cloned());
    let values = cx.shapes.as_ref().map(|shape| {
        let references = shape.opaque.iter();
        references.map(|node| node.value).collect::<Vec<_>>()
    });
    let edit = Edit::between(opaque.base.is_some(), opaque.revision.is_some());
    if let Some(edit) = edit.filter(|_| values.differs()) {
        let at = cx.located(&opaque);
        let text = opaque.map(|node| node.map(|node| excerpt(node.value)));
        cx.report(Kind::ReferenceChanged, (edit, Relation::UNKNOWN), at, text);
    }
    let is_changed = values.differs();
    values.map(|values| is_changed && !values.is_empty())
}

/// Whether a keyword has a comparison of its own.
fn is_compared(keyword: &str) -> bool {
    let groups = ANNOTATIONS.iter().chain(LIMITS).chain([&TYPE, &NULLABLE]);
    let mut keywords = groups.flat_map(|group| group.keywords);
    keyword == "$ref" || keywords.any(|known| *known == keyword)
}

/// Ends the comparison: records what was compared, which is everything but the schemas that are
/// compared on their own and the values that are not of the form that their keyword requires.
fn finished<'d>(mut cx: Comparer<'_, '_, 'd>, completely: bool) -> Comparison<'d> {
    if completely {
        cx.found.below.clear();
        let whole = |shape: &Shape<'d>| {
            let parts = shape.parts.iter().map(|part| part.value);
            Compared {
                whole: parts.chain(shape.read.iter().copied()).collect(),
                opened: Vec::new(),
            }
        };
        cx.found.compared = cx.shapes.as_ref().map(whole);
    } else {
        let compared = |shape: &Shape<'d>| compared(shape, &cx.descended);
        cx.found.compared = cx.shapes.as_ref().map(compared);
        let followed = cx.found.compared.as_mut().zip(cx.followed);
        for (compared, followed) in followed.each() {
            compared.whole.extend(followed);
        }
    }
    cx.found
}

fn compared<'d>(shape: &Shape<'d>, descended: &HashSet<usize>) -> Compared<'d> {
    let mut compared = Compared {
        whole: shape.read.clone(),
        opened: Vec::new(),
    };
    let parts: HashSet<usize> = shape.parts.iter().map(|part| address(part.value)).collect();
    let below = |value: &'d Value, compared: &mut Compared<'d>| {
        if !descended.contains(&address(value)) && !parts.contains(&address(value)) {
            compared.whole.push(value);
        }
    };
    for part in &shape.parts {
        compared.opened.push(part.value);
        for (key, node) in part.members() {
            match (key, node.value) {
                ("properties", Value::Object(members)) => {
                    compared.opened.push(node.value);
                    members
                        .values()
                        .for_each(|value| below(value, &mut compared));
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(items)) => {
                    compared.opened.push(node.value);
                    items.iter().for_each(|value| below(value, &mut compared));
                }
                ("items" | "not" | "additionalProperties", Value::Object(_) | Value::Bool(_)) => {
                    below(node.value, &mut compared);
                }
                ("items" | "not" | "additionalProperties", _) => {}
                ("discriminator", Value::Object(members)) => {
                    compared.opened.push(node.value);
                    for key in ["propertyName", "mapping"] {
                        let value = members.get(key);
                        let value = value.filter(|value| is_well_formed(key, value));
                        compared.whole.extend(value);
                    }
                }
                (key, value) if is_well_formed(key, value) => compared.whole.push(value),
                _ => {}
            }
        }
    }
    compared
}
