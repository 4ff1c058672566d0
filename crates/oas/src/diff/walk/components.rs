use super::matched::{lone_members, members};
use super::schema::schema;
use super::security::security_schemes;
use super::walker::{Walk, or_container, pointers};
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::{Part, Site};

/// Compares the components: their names, and the contents of those that nothing refers to. Those
/// that something refers to were compared where it is.
pub(super) fn components<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>) {
    let components = walk.containers("components", roots);
    let is_both = components.clone().both().is_some();
    let components = or_container(components, roots);
    if is_both {
        walk.words(&[], &components, &Site::of(None, Part::Document));
    }
    security_schemes(walk, &components);
    for kind in [
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "links",
        "callbacks",
        "pathItems",
    ] {
        components_of(walk, kind, &components);
    }
}

fn components_of<'d>(walk: &mut Walk<'d>, kind: &str, components: &Pair<Node<'d>>) {
    let mut matched = members(walk, kind, components, |one, other| one == other);
    for (name, nodes) in &matched.both {
        component(walk, kind, name, nodes);
    }
    let mut renamed: Vec<Pair<Node<'d>>> = Vec::new();
    matched.lost.retain(|(_, old)| {
        let is_rename = |new: &Node<'d>| {
            let mut renamed = walk.renamed.iter();
            renamed.any(|(one, other)| *one == old.pointer && *other == new.pointer)
        };
        let mut gained = matched.gained.iter();
        let Some(index) = gained.position(|(_, new)| is_rename(new)) else {
            return true;
        };
        renamed.push(Pair::new(old.clone(), matched.gained.remove(index).1));
        false
    });
    report_renamed(walk, kind, &renamed);
    lone_members(walk, &matched, Relation::EQUAL, |_, name, _, edit| {
        let fact = match (edit, kind) {
            (Edit::Added, "schemas") => Kind::SchemaAdded,
            (Edit::Removed, "schemas") => Kind::SchemaRemoved,
            (Edit::Added, _) => Kind::ComponentAdded,
            _ => Kind::ComponentRemoved,
        };
        ((fact, name), site(kind, name))
    });
}

/// Reports all renamed components of a kind as one change.
fn report_renamed<'d>(walk: &mut Walk<'d>, kind: &str, renamed: &[Pair<Node<'d>>]) {
    let Some(first) = renamed.first() else {
        return;
    };
    let renames = renamed.iter().map(|nodes| {
        let at = pointers(nodes);
        (at.base, at.revision)
    });
    let name = first.base.pointer.last().unwrap_or_default().into_owned();
    let fact = Fact::Renamed(Kind::ComponentRenamed, kind.to_owned(), renames.collect());
    let text = first
        .as_ref()
        .map(|node| node.pointer.last().map(|name| name.into_owned()));
    let how = (Edit::Changed, Relation::EQUAL);
    walk.report(fact, how, pointers(first), text, &site(kind, &name));
}

/// Compares a component that no operation of both sides refers to.
fn component<'d>(walk: &mut Walk<'d>, kind: &str, name: &str, nodes: &Pair<Node<'d>>) {
    if walk.is_compared(nodes) || nodes.base.value == nodes.revision.value {
        return;
    }
    let site = site(kind, name);
    if kind == "schemas" {
        return schema(walk, nodes, &site, false);
    }
    let fact = (Kind::ComponentChanged, name);
    walk.whole(fact, Relation::EQUAL, nodes, &site);
}

fn site(kind: &str, name: &str) -> Site {
    let part = Part::Component {
        kind: kind.to_owned(),
        name: name.to_owned(),
    };
    Site::of(None, part)
}
