use std::collections::HashMap;
use std::sync::Arc;

use super::content::carried;
use super::walker::{Walk, get, or_container};
use crate::Node;
use crate::diff::difference::{Fact, ParameterFacts};
use crate::diff::kinds::Kind;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::{OperationName, Part, Site};
use crate::diff::tree::Tree;
use crate::diff::value::bare;
use crate::validator::Direction;
use crate::vocabulary::extension::PINNED_VALUE;

/// A parameter as written, which may be a reference, and resolved.
struct Parameter<'d> {
    written: Node<'d>,
    node: Node<'d>,
    location: &'d str,
    name: &'d str,
}

/// Compares the parameters of two operations with those they inherit from their path items.
/// `names` are those of path parameters in the base, with those in the revision.
pub(super) fn parameters<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    operations: &Pair<Node<'d>>,
    items: &Pair<Node<'d>>,
    names: &HashMap<&'d str, &'d str>,
) {
    for nodes in [operations, items] {
        walk.containers("parameters", nodes);
    }
    let all = walk
        .trees
        .as_ref()
        .zip(operations.as_ref())
        .zip(items.as_ref());
    let Pair { base, revision } = all.map(|((tree, node), item)| read(tree, node, item));
    let mut unread = Pair::new(base.unread, revision.unread);
    let (base, mut revision) = (base.all, revision.all);
    let containers = or_container(get(operations, "parameters"), operations);
    for parameter in base {
        let renamed = names.get(parameter.name);
        let renamed = renamed.filter(|_| parameter.location == "path");
        let wanted = renamed.copied().unwrap_or(parameter.name);
        let index = revision.iter().position(|other| {
            other.location == parameter.location && same_name(other.location, other.name, wanted)
        });
        match index {
            Some(index) => {
                let pair = Pair::new(parameter, revision.remove(index));
                both(walk, name, &pair);
            }
            None => match take(&mut unread.revision, &parameter) {
                Some(other) => {
                    let site = site(walk, name, &parameter);
                    walk.resolved(&Pair::new(parameter.written, other), &site);
                }
                None => {
                    let nodes = Pair::new(parameter.written.clone(), containers.revision.clone());
                    lone(walk, name, &parameter, Edit::Removed, &nodes);
                }
            },
        }
    }
    for parameter in revision {
        if let Some(other) = take(&mut unread.base, &parameter) {
            let site = site(walk, name, &parameter);
            walk.resolved(&Pair::new(other, parameter.written), &site);
            continue;
        }
        let nodes = Pair::new(containers.base.clone(), parameter.written.clone());
        lone(walk, name, &parameter, Edit::Added, &nodes);
    }
}

/// Takes what may be the same parameter out of those that could not be read: the one with the same
/// reference, else any.
fn take<'d>(unread: &mut Vec<Node<'d>>, parameter: &Parameter<'d>) -> Option<Node<'d>> {
    let same = unread
        .iter()
        .position(|node| node.value == parameter.written.value);
    let index = same.or_else(|| (!unread.is_empty()).then_some(0))?;
    Some(unread.remove(index))
}

fn lone<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    parameter: &Parameter<'d>,
    edit: Edit,
    nodes: &Pair<Node<'d>>,
) {
    let site = site(walk, name, parameter);
    if let Some(version) = parameter.node.value.get(PINNED_VALUE) {
        // The client library sends it, so that a caller does not have to.
        let version = Some(bare(version));
        let text = match edit {
            Edit::Removed => Pair::new(version, None),
            _ => Pair::new(None, version),
        };
        let how = (edit, Relation::EQUAL);
        walk.note_text(Kind::PinnedVersionChanged, how, nodes, text, &site);
        return;
    }
    let facts = ParameterFacts {
        name: parameter.name.to_owned(),
        location: parameter.location.to_owned(),
        required: parameter.node.is_true("required"),
        ignored: is_ignored(parameter.location, parameter.name),
        lifecycle: Lifecycle::of(&parameter.node),
    };
    walk.note(
        Fact::Parameter(facts),
        (edit, Relation::UNKNOWN),
        nodes,
        &site,
    );
}

fn site<'d>(walk: &Walk<'d>, name: &Arc<OperationName>, parameter: &Parameter<'d>) -> Site {
    let part = Part::Parameter {
        location: parameter.location.to_owned(),
        name: parameter.name.to_owned(),
    };
    Site::of(Some(name), part).directed(walk.direction(Direction::Request))
}

fn both<'d>(walk: &mut Walk<'d>, name: &Arc<OperationName>, pair: &Pair<Parameter<'d>>) {
    let site = site(walk, name, &pair.base);
    let written = pair.as_ref().map(|parameter| parameter.written.clone());
    let Some(nodes) = walk.resolved(&written, &site) else {
        return;
    };
    let keys = ["name", "in"];
    walk.meaning(&keys, Normalisation::NameWritten, &nodes, |_, _| {});
    let is_pinned = pinned(walk, &nodes, &site);
    walk.lifecycle(&nodes, &site);
    let outer = walk.enter(&nodes.base);
    walk.words(&["description"], &nodes, &site);
    if is_pinned {
        walk.unstable = outer;
        return;
    }
    let kinds = (Kind::ParameterBecameRequired, Kind::ParameterBecameOptional);
    walk.flag(kinds, "required", Relation::NARROWED, &nodes, &site);
    let required = nodes.as_ref().map(|node| node.is_true("required"));
    walk.required = (required.base, required.revision);
    carried(walk, pair.base.location, &nodes, &site);
    walk.required = (false, false);
    walk.unstable = outer;
}

/// Compares the version that a parameter is pinned to. Returns whether it changed: then its
/// serialization does not matter, because the client library sends it.
fn pinned<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) -> bool {
    const WRITTEN: [&str; 9] = [
        PINNED_VALUE,
        "schema",
        "content",
        "example",
        "examples",
        "required",
        "style",
        "explode",
        "allowReserved",
    ];
    let versions = get(nodes, PINNED_VALUE);
    let text = versions
        .as_ref()
        .map(|node| node.as_ref().map(|node| bare(node.value)));
    let kind = Kind::PinnedVersionChanged;
    if text.differs() {
        walk.replaced(kind, Relation::EQUAL, &WRITTEN, nodes, text, site);
        return true;
    }
    walk.keyword(|_| kind, PINNED_VALUE, |_| Relation::EQUAL, nodes, site);
    false
}

/// The parameters of one side.
#[derive(Default)]
struct Parameters<'d> {
    all: Vec<Parameter<'d>>,
    /// References that do not resolve.
    unread: Vec<Node<'d>>,
}

/// The parameters of an operation, and those of its path item that it does not override.
fn read<'d>(tree: &Tree<'d>, operation: &Node<'d>, item: &Node<'d>) -> Parameters<'d> {
    let mut parameters = Parameters::default();
    let own = operation.items_of("parameters");
    for written in own.chain(item.items_of("parameters")) {
        let Some(node) = tree.resolve(&written) else {
            parameters.unread.push(written);
            continue;
        };
        let (Some(location), Some(name)) = (node.str("in"), node.str("name")) else {
            continue;
        };
        let is_known =
            |one: &Parameter<'d>| one.location == location && same_name(location, one.name, name);
        if !parameters.all.iter().any(is_known) {
            parameters.all.push(Parameter {
                written,
                node,
                location,
                name,
            });
        }
    }
    parameters
}

/// Header names are case-insensitive (RFC 9110, section 5.1); other names are not.
fn same_name(location: &str, one: &str, other: &str) -> bool {
    if location == "header" {
        one.eq_ignore_ascii_case(other)
    } else {
        one == other
    }
}

/// Whether OpenAPI ignores a header as a parameter (OpenAPI 3.0, Parameter Object).
fn is_ignored(location: &str, name: &str) -> bool {
    const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];
    location == "header" && IGNORED.contains(&name.to_ascii_lowercase().as_str())
}
