//! Serialisation of values: media types, encodings and styles.

use serde_json::Value;

use super::matched::{Matched, lone_members, members};
use super::schema::schema;
use super::walker::{Walk, get, or_container, pointers};
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::site::Site;
use crate::diff::tree::Tree;
use crate::vocabulary::media_type::{JSON, OCTET_STREAM, PLAIN_TEXT};
use crate::vocabulary::{MediaRange, Style};
use crate::{Node, Pointer};

/// A media type with its name.
type Named<'d> = (&'d str, Node<'d>);

/// Compares media types. One that only one side has is compared with the next wider one of the
/// other side, if there is one.
pub(super) fn content<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let mut matched = members(walk, "content", nodes, |one, other| one == other);
    let mut known: Pair<Vec<Named<'d>>> = Pair::default();
    for (name, pair) in std::mem::take(&mut matched.both) {
        known.base.push((name, pair.base.clone()));
        known.revision.push((name, pair.revision.clone()));
        let named = pair.map(|node| (name, node));
        media_type(walk, &named, Relation::EQUAL, site);
    }
    let same: [fn(&str, &str) -> bool; 2] = [
        |one, other| normalised(one) == normalised(other),
        |one, other| MediaRange::of(one) == MediaRange::of(other),
    ];
    for same in same {
        matched.lost.retain(|lost| {
            let mut gained = matched.gained.iter();
            let Some(index) = gained.position(|(other, _)| same(lost.0, other)) else {
                return true;
            };
            let pair = Pair::new(lost.clone(), matched.gained.remove(index));
            media_type(walk, &pair, Relation::EQUAL, site);
            known.base.push(pair.base);
            known.revision.push(pair.revision);
            false
        });
    }
    wider(walk, &mut matched, &known, site);
    lone_members(walk, &matched, Relation::WIDENED, |_, name, _, edit| {
        let kind = edit.pick(
            Kind::MediaTypeAdded,
            Kind::MediaTypeRemoved,
            Kind::MediaTypeAdded,
        );
        ((kind, name), site.clone())
    });
}

/// Compares media types of one side with wider ones of the other.
fn wider<'d>(
    walk: &mut Walk<'d>,
    matched: &mut Matched<'d>,
    known: &Pair<Vec<Named<'d>>>,
    site: &Site,
) {
    let includes = |wide: &str, narrow: &str| {
        let (wide, narrow) = (MediaRange::of(wide), MediaRange::of(narrow));
        wide != narrow && wide.includes(&narrow)
    };
    let narrowest = |all: &[Named<'d>], name: &str| {
        let mut found: Option<Named<'d>> = None;
        for one in all.iter().filter(|one| includes(one.0, name)) {
            if found.as_ref().is_none_or(|found| includes(found.0, one.0)) {
                found = Some(one.clone());
            }
        }
        found
    };
    let all = |lone: &[Named<'d>], known: &[Named<'d>]| [lone, known].concat();
    let base = all(&matched.lost, &known.base);
    let revision = all(&matched.gained, &known.revision);
    let mut used: Pair<Vec<&str>> = Pair::default();
    for lost in &matched.lost {
        let Some(wide) = narrowest(&revision, lost.0) else {
            continue;
        };
        let is_new = matched.gained.iter().any(|(name, _)| *name == wide.0);
        let relation = if is_new {
            Relation::WIDENED
        } else {
            Relation::EQUAL
        };
        used.base.push(lost.0);
        used.revision.push(wide.0);
        media_type(walk, &Pair::new(lost.clone(), wide), relation, site);
    }
    for gained in &matched.gained {
        let Some(wide) = narrowest(&base, gained.0) else {
            continue;
        };
        let is_lost = matched.lost.iter().any(|(name, _)| *name == wide.0);
        let relation = if is_lost {
            Relation::NARROWED
        } else {
            Relation::EQUAL
        };
        used.revision.push(gained.0);
        used.base.push(wide.0);
        media_type(walk, &Pair::new(wide, gained.clone()), relation, site);
    }
    matched.lost.retain(|(name, _)| !used.base.contains(name));
    matched
        .gained
        .retain(|(name, _)| !used.revision.contains(name));
}

/// Compares two media types. `relation` is that of the bodies that their names include.
fn media_type<'d>(walk: &mut Walk<'d>, named: &Pair<Named<'d>>, relation: Relation, site: &Site) {
    let site = site.clone().with_media_type(named.base.0);
    let nodes = named.as_ref().map(|(_, node)| node.clone());
    let names = named.as_ref().map(|(name, _)| normalised(name));
    if names.differs() {
        let kind = match (relation.loses, relation.gains) {
            (Certainty::No, Certainty::No) => Kind::MediaTypeNameChanged,
            (_, Certainty::No) => Kind::MediaTypeNameSpecialized,
            _ => Kind::MediaTypeNameGeneralized,
        };
        let text = named.as_ref().map(|(name, _)| Some((*name).to_owned()));
        walk.report(
            kind,
            (Edit::Changed, relation),
            pointers(&nodes),
            text,
            &site,
        );
    } else if named.base.0 != named.revision.0 {
        walk.equal(Normalisation::MediaTypeWritten, pointers(&nodes));
    }
    walk.words(&["example", "examples"], &nodes, &site);
    let plain = !MediaRange::of(named.base.0).may_be_json();
    let schemas = get(&nodes, "schema");
    match schemas.clone().both() {
        Some(schemas) => schema(walk, &schemas, &site, plain),
        None => lone_schema(walk, schemas, &nodes, &site),
    }
    encoding(walk, &nodes, &site);
}

/// Reports a schema on one side only: without one, every value is accepted.
fn lone_schema<'d>(
    walk: &mut Walk<'d>,
    schemas: Pair<Option<Node<'d>>>,
    nodes: &Pair<Node<'d>>,
    site: &Site,
) {
    let (kind, how) = match Edit::between(schemas.base.is_some(), schemas.revision.is_some()) {
        Some(Edit::Removed) => (
            Kind::MediaTypeSchemaRemoved,
            (Edit::Removed, Relation::WIDENED),
        ),
        Some(Edit::Added) => (
            Kind::MediaTypeSchemaAdded,
            (Edit::Added, Relation::NARROWED),
        ),
        _ => return,
    };
    walk.note(kind, how, &or_container(schemas, nodes), site);
}

/// Compares how the parts of a form are written.
fn encoding<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let matched = members(walk, "encoding", nodes, |one, other| one == other);
    for (part, pair) in &matched.both {
        walk.words(&[], pair, site);
        let schemas = walk.trees.as_ref().zip(nodes.as_ref());
        let schemas = schemas.map(|(tree, node)| part_schema(tree, node, part));
        style(walk, "query", pair, &schemas, site);
        let encodings = pair.as_ref().map(Some);
        let relation = content_types(walk, nodes, part, encodings);
        for (field, relation) in [
            ("contentType", relation),
            ("headers", Relation::UNKNOWN),
            ("allowReserved", Relation::UNKNOWN),
        ] {
            let fact = |_| (Kind::EncodingChanged, format!("{part}/{field}"));
            walk.keyword(fact, field, |_| relation, pair, site);
        }
    }
    let lost = matched
        .lost
        .iter()
        .map(|(part, node)| (*part, Pair::new(Some(node), None)));
    let gained = matched
        .gained
        .iter()
        .map(|(part, node)| (*part, Pair::new(None, Some(node))));
    for (part, encodings) in lost.chain(gained) {
        let only_type = |node: &Node<'d>| node.members().all(|(key, _)| key == "contentType");
        let relation = match encodings.base.or(encodings.revision) {
            Some(node) if only_type(node) => content_types(walk, nodes, part, encodings),
            _ => Relation::UNKNOWN,
        };
        let (kind, edit) = match encodings.base {
            Some(_) => (Kind::EncodingRemoved, Edit::Removed),
            None => (Kind::EncodingAdded, Edit::Added),
        };
        let pair = or_container(
            encodings.map(Option::<&Node<'d>>::cloned),
            &matched.containers,
        );
        walk.note((kind, part), (edit, relation), &pair, site);
    }
}

/// The relation of the content types in which a part of a form may be written.
fn content_types<'d>(
    walk: &Walk<'d>,
    nodes: &Pair<Node<'d>>,
    part: &str,
    encodings: Pair<Option<&Node<'d>>>,
) -> Relation {
    let types = walk.trees.as_ref().zip(nodes.as_ref()).zip(encodings);
    let types = types.map(|((tree, node), encoding)| {
        let written = encoding.and_then(|encoding| encoding.str("contentType"));
        match written {
            Some(written) => {
                let types = written.split(',');
                Some(types.map(MediaRange::of).collect::<Vec<_>>())
            }
            None => usual_content_type(tree, node, part).map(|name| vec![MediaRange::of(name)]),
        }
    });
    let Some(types) = types.both() else {
        return Relation::UNKNOWN;
    };
    let exceeds = |one: &[MediaRange], other: &[MediaRange]| {
        let mut one = one.iter();
        one.any(|own| !other.iter().any(|wide| wide.includes(own)))
    };
    Relation::of(
        exceeds(&types.base, &types.revision),
        exceeds(&types.revision, &types.base),
    )
}

/// The content type of a part without an encoding, by its type (OpenAPI 3.0, Encoding Object).
fn usual_content_type<'d>(tree: &Tree<'d>, node: &Node<'d>, part: &str) -> Option<&'static str> {
    let mut property = tree.resolve(&part_schema(tree, node, part)?)?;
    if property.str("type") == Some("array") {
        property = tree.resolve(&property.get("items")?)?;
    }
    match (property.str("type")?, property.str("format")) {
        ("string", Some("binary" | "base64")) => Some(OCTET_STREAM),
        ("string" | "number" | "integer" | "boolean", _) => Some(PLAIN_TEXT),
        ("object", _) => Some(JSON),
        _ => None,
    }
}

/// The schema of a part of a form.
fn part_schema<'d>(tree: &Tree<'d>, node: &Node<'d>, part: &str) -> Option<Node<'d>> {
    let schema = tree.resolve(&node.get("schema")?)?;
    schema.get("properties")?.get(part)
}

/// Compares what parameters and headers have in common: how a value is written, and its schema.
pub(super) fn carried<'d>(
    walk: &mut Walk<'d>,
    location: &str,
    nodes: &Pair<Node<'d>>,
    site: &Site,
) {
    walk.words(&["example", "examples"], nodes, site);
    style(walk, location, nodes, &get(nodes, "schema"), site);
    let reserved = (Kind::AllowReservedSet, Kind::AllowReservedUnset);
    walk.flag(reserved, "allowReserved", Relation::WIDENED, nodes, site);
    let empty = (Kind::AllowEmptyValueSet, Kind::AllowEmptyValueUnset);
    walk.flag(empty, "allowEmptyValue", Relation::WIDENED, nodes, site);
    let contents = get(nodes, "content");
    match (&contents.base, &contents.revision) {
        (None, None) => {
            let schemas = get(nodes, "schema");
            match schemas.clone().both() {
                Some(schemas) => schema(walk, &schemas, site, true),
                None => lone_schema(walk, schemas, nodes, site),
            }
        }
        (Some(_), Some(_)) => content(walk, nodes, site),
        _ => {
            let keywords = ["schema", "content"];
            let relation = Relation::INCOMPARABLE;
            let text = Pair::default();
            walk.replaced(Kind::ContentChanged, relation, &keywords, nodes, text, site);
        }
    }
}

/// Compares `style` and `explode`, which decide how an array or an object is written.
fn style<'d>(
    walk: &mut Walk<'d>,
    location: &str,
    nodes: &Pair<Node<'d>>,
    schemas: &Pair<Option<Node<'d>>>,
    site: &Site,
) {
    let keywords = ["style", "explode"];
    let equal_by = Normalisation::DefaultWritten;
    walk.meaning(&keywords, equal_by, nodes, |walk, at| {
        let styles = nodes.as_ref().map(|node| written_style(location, node));
        if styles.differs() {
            style_changed(walk, styles, schemas, at, site);
        }
    });
}

fn style_changed<'d>(
    walk: &mut Walk<'d>,
    styles: Pair<(&'d str, bool)>,
    schemas: &Pair<Option<Node<'d>>>,
    at: &Pair<Pointer>,
    site: &Site,
) {
    let structured = walk.trees.as_ref().zip(schemas.as_ref());
    let structured = structured
        .map(|(tree, schema)| schema.as_ref().is_some_and(|one| is_structured(tree, one)));
    let structured = structured.base || structured.revision;
    let is_marked = |style: &str| matches!(Style::parse(style), Some(Style::Label | Style::Matrix));
    let marked = is_marked(styles.base.0) || is_marked(styles.revision.0);
    let equal = !structured && (styles.base.0 == styles.revision.0 || !marked);
    let relation = if equal {
        Relation::EQUAL
    } else {
        Relation::INCOMPARABLE
    };
    let text = styles.map(|(style, explode)| {
        Some(if explode {
            format!("{style}, exploded")
        } else {
            style.to_owned()
        })
    });
    let how = (Edit::Changed, relation);
    walk.report(Kind::StyleChanged, how, at.clone(), text, site);
}

/// The style and whether it is exploded, with the defaults of OpenAPI 3.0.
fn written_style<'d>(location: &str, node: &Node<'d>) -> (&'d str, bool) {
    let (style, explode) = node.style_in(location);
    (node.str("style").unwrap_or(style.as_str()), explode)
}

/// Whether a value of a schema can be an array or an object.
fn is_structured<'d>(tree: &Tree<'d>, schema: &Node<'d>) -> bool {
    let schema = tree.resolve(schema);
    match schema.map(|schema| schema.value.get("type")) {
        None => false,
        Some(Some(Value::String(name))) => name == "array" || name == "object",
        Some(_) => true,
    }
}

/// A media type in lower case, without spaces.
fn normalised(name: &str) -> String {
    let written = name.chars().filter(|c| !c.is_whitespace());
    written.collect::<String>().to_ascii_lowercase()
}
