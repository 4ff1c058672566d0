//! Keywords that do not limit values, and keywords that OpenAPI 3.0 does not have.

use super::comparer::Comparer;
use super::shape::Shape;
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::value::bare;
use crate::text::excerpt;
use crate::vocabulary::extension::{
    DEPRECATED_ON, EXTENSIBLE_ENUM, STABILITY_LEVEL, SUCCESSOR, SUNSET,
};

const EQUAL: Relation = Relation::EQUAL;

/// Keywords that only document a schema; the outermost counts.
pub(super) const DOCUMENTATION: [&str; 8] = [
    "title",
    "description",
    "example",
    "examples",
    "externalDocs",
    "$comment",
    "$schema",
    "$id",
];

/// Other keywords of which only the outermost counts.
pub(super) const OUTERMOST: [&str; 8] = [
    "default",
    "discriminator",
    EXTENSIBLE_ENUM,
    STABILITY_LEVEL,
    SUNSET,
    DEPRECATED_ON,
    SUCCESSOR,
    "xml",
];

pub(super) fn documentation(cx: &mut Comparer<'_, '_, '_>) {
    for keyword in DOCUMENTATION {
        if let Some(edit) = cx.edit_of(keyword) {
            cx.keyword((Kind::DocumentationChanged, keyword), edit, EQUAL, keyword);
        }
    }
}

/// Keywords of an inner schema that an outer one overrides: they only document.
pub(super) fn overridden(cx: &mut Comparer<'_, '_, '_>, is_compared: fn(&str) -> bool) {
    let mut names: Vec<&str> = Vec::new();
    let parts = cx.shapes.base.parts.iter().chain(&cx.shapes.revision.parts);
    for (key, _) in parts.flat_map(Node::members) {
        let outermost =
            !is_compared(key) || DOCUMENTATION.contains(&key) || OUTERMOST.contains(&key);
        if outermost && !names.contains(&key) {
            names.push(key);
        }
    }
    for name in names {
        let inner = |shape: &Shape<'_>| {
            let nodes = shape.all(name).skip(1);
            nodes
                .map(|node| (node.pointer, node.value.clone()))
                .collect::<Vec<_>>()
        };
        let Pair { base, revision } = cx.shapes.as_ref().map(inner);
        let common = base
            .iter()
            .zip(&revision)
            .take_while(|(old, new)| old.1 == new.1);
        let common = common.count();
        let inner = Pair::new(base.get(common), revision.get(common));
        let edit = Edit::between(inner.base.is_some(), inner.revision.is_some());
        if let Some(edit) = edit.filter(|_| cx.edit_of(name).is_none()) {
            let at = inner.zip(cx.shapes.as_ref());
            let at = at
                .map(|(node, shape)| node.map_or_else(|| shape.container(), |node| node.0.clone()));
            let text = inner.map(|node| node.map(|node| excerpt(&node.1)));
            cx.report((Kind::DocumentationChanged, name), (edit, EQUAL), at, text);
        }
    }
}

pub(super) fn lifecycle(cx: &mut Comparer<'_, '_, '_>) {
    let lifecycles = cx.shapes.as_ref().map(lifecycle_of);
    cx.found.unstable = lifecycles.base.is_unstable();
    let deprecated = lifecycles.as_ref().map(|lifecycle| lifecycle.deprecated);
    if let Some(edit) = flip(deprecated) {
        let kind = edit.pick(
            Kind::EndpointDeprecated,
            Kind::EndpointReactivated,
            Kind::EndpointDeprecated,
        );
        cx.keyword(kind, edit, EQUAL, "deprecated");
    }
    let sunset = Fact::Sunset {
        was_deprecated: deprecated.base,
        is_deprecated: deprecated.revision,
    };
    for (keyword, fact) in [
        (SUNSET, sunset),
        (STABILITY_LEVEL, Fact::Stability),
        (DEPRECATED_ON, Kind::DeprecationDateChanged.into()),
        (SUCCESSOR, Kind::SuccessorChanged.into()),
    ] {
        if let Some(edit) = cx.edit_of(keyword) {
            cx.keyword(fact, edit, EQUAL, keyword);
        }
    }
}

/// The announcements of a schema.
pub(super) fn lifecycle_of(shape: &Shape<'_>) -> Lifecycle {
    let text = |keyword: &str| shape.first(keyword).map(|node| bare(node.value));
    Lifecycle {
        deprecated: shape.any_true("deprecated"),
        sunset: text(SUNSET),
        stability: text(STABILITY_LEVEL),
    }
}

pub(super) fn default_value(cx: &mut Comparer<'_, '_, '_>) {
    if let Some(edit) = cx.edit_of("default") {
        let kind = edit.pick(
            Kind::DefaultValueAdded,
            Kind::DefaultValueRemoved,
            Kind::DefaultValueChanged,
        );
        cx.keyword(kind, edit, EQUAL, "default");
    }
}

pub(super) fn xml(cx: &mut Comparer<'_, '_, '_>) {
    if let Some(edit) = cx.edit_of("xml") {
        cx.keyword(Kind::XmlChanged, edit, Relation::UNKNOWN, "xml");
    }
}

pub(super) fn extensible_values(cx: &mut Comparer<'_, '_, '_>) {
    let keyword = EXTENSIBLE_ENUM;
    let values = cx.shapes.as_ref().map(|shape| {
        let node = shape.first(keyword);
        node.map(|node| node.items().collect::<Vec<_>>())
    });
    let Some(Pair { base, revision }) = values.as_ref().map(Option::as_ref).both() else {
        // An open list accepts every value, listed or not.
        let edit = Edit::between(values.base.is_some(), values.revision.is_some());
        if let Some(edit) = edit {
            cx.keyword((Kind::ExtensionChanged, keyword), edit, EQUAL, keyword);
        }
        return;
    };
    let is_in = |list: &[Node<'_>], node: &Node<'_>| list.iter().any(|one| one.value == node.value);
    let lists = cx.shapes.as_ref().map(|shape| shape.first(keyword));
    let at = cx.located(&lists);
    for node in base.iter().filter(|node| !is_in(revision, node)) {
        let at = Pair::new(node.pointer.clone(), at.revision.clone());
        let text = Pair::new(Some(excerpt(node.value)), None);
        let fact = (Kind::ExtensibleValueRemoved, bare(node.value));
        cx.report(fact, (Edit::Removed, EQUAL), at, text);
    }
    for node in revision.iter().filter(|node| !is_in(base, node)) {
        let at = Pair::new(at.base.clone(), node.pointer.clone());
        let text = Pair::new(None, Some(excerpt(node.value)));
        let fact = (Kind::ExtensibleValueAdded, bare(node.value));
        cx.report(fact, (Edit::Added, EQUAL), at, text);
    }
}

/// `readOnly` and `writeOnly`.
pub(super) fn mutability(cx: &mut Comparer<'_, '_, '_>) {
    let flag = |keyword: &str| cx.shapes.as_ref().map(|shape| shape.any_true(keyword));
    let (read_only, write_only) = (flag("readOnly"), flag("writeOnly"));
    cx.found.read_only = read_only;
    cx.found.write_only = write_only;
    if let Some(edit) = flip(read_only) {
        // Whether values are lost depends on whether the property is required.
        cx.keyword(Fact::ReadOnly, edit, EQUAL, "readOnly");
    }
    if let Some(edit) = flip(write_only) {
        cx.keyword(Fact::WriteOnly, edit, EQUAL, "writeOnly");
    }
}

/// Keywords beside a `$ref`, which OpenAPI 3.0 ignores.
pub(super) fn ignored(cx: &mut Comparer<'_, '_, '_>) {
    let ignored = cx.shapes.as_ref().map(|shape| shape.ignored.clone());
    let name = |node: &Node<'_>| node.pointer.last().map(std::borrow::Cow::into_owned);
    let mut names: Vec<String> = Vec::new();
    for node in ignored.base.iter().chain(&ignored.revision) {
        names.extend(name(node).filter(|name| !names.contains(name)));
    }
    for wanted in names {
        let nodes = ignored.as_ref().map(|nodes| {
            let mut nodes = nodes.iter();
            nodes
                .find(|node| name(node).as_ref() == Some(&wanted))
                .cloned()
        });
        let values = nodes
            .as_ref()
            .map(|node| node.as_ref().map(|node| node.value));
        let edit = Edit::between(values.base.is_some(), values.revision.is_some());
        if let Some(edit) = edit.filter(|_| values.differs()) {
            let at = cx.located(&nodes);
            let text = values.map(|value| value.map(excerpt));
            let fact = (Kind::IgnoredKeywordChanged, wanted);
            cx.report(fact, (edit, EQUAL), at, text);
        }
    }
}

/// Keywords and extensions without a comparison of their own.
pub(super) fn other_keywords(cx: &mut Comparer<'_, '_, '_>, is_compared: fn(&str) -> bool) {
    let mut names: Vec<&str> = Vec::new();
    let parts = cx.shapes.base.parts.iter().chain(&cx.shapes.revision.parts);
    for (key, _) in parts.flat_map(Node::members) {
        if !is_compared(key) && !names.contains(&key) {
            names.push(key);
        }
    }
    for name in names {
        let Some(edit) = cx.edit_of(name) else {
            continue;
        };
        if name.starts_with("x-") {
            cx.keyword((Kind::ExtensionChanged, name), edit, EQUAL, name);
            continue;
        }
        let relation = match edit {
            // An unknown keyword may limit values or not.
            _ if !is_defined(name) => Relation::UNKNOWN,
            Edit::Added => Relation::NARROWED,
            Edit::Removed => Relation::WIDENED,
            Edit::Changed => Relation::UNKNOWN,
        };
        let kind = edit.pick(
            Kind::KeywordAdded,
            Kind::KeywordRemoved,
            Kind::KeywordChanged,
        );
        cx.keyword((kind, name), edit, relation, name);
    }
}

/// Keywords of JSON Schema 2020-12 that limit values and that OpenAPI 3.0 does not have.
fn is_defined(keyword: &str) -> bool {
    matches!(
        keyword,
        "contains"
            | "contentEncoding"
            | "contentMediaType"
            | "contentSchema"
            | "dependentRequired"
            | "dependentSchemas"
            | "else"
            | "if"
            | "maxContains"
            | "minContains"
            | "patternProperties"
            | "prefixItems"
            | "propertyNames"
            | "then"
            | "unevaluatedItems"
            | "unevaluatedProperties"
    )
}

fn flip(flag: Pair<bool>) -> Option<Edit> {
    match (flag.base, flag.revision) {
        (false, true) => Some(Edit::Added),
        (true, false) => Some(Edit::Removed),
        _ => None,
    }
}
