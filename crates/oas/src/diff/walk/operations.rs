//! Paths, their operations, and callbacks, which contain operations again.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::content::content;
use super::matched::{Matched, lone_members, members};
use super::parameters::parameters;
use super::renames::renames;
use super::responses::responses;
use super::security::operation_security;
use super::servers::servers;
use super::template::{QUERY, method_keys, nameless, parameter_names};
use super::walker::{Walk, get, or_container, pointers};
use crate::Node;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::{OperationName, Part, Site};
use crate::diff::tree::address;
use crate::validator::Direction;
use crate::vocabulary::Method;
use crate::vocabulary::extension::IDEMPOTENT;

/// An operation of a callback may have callbacks; those below this nesting are not compared.
const MAX_DEPTH: usize = 3;

pub(super) fn paths<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>) {
    let mut matched = members(walk, "paths", roots, |one, other| one == other);
    if get(roots, "paths").both().is_some() {
        walk.words(&[], &matched.containers, &Site::of(None, Part::Document));
    }
    for (path, nodes) in &matched.both {
        self::path(walk, Pair::new(path, path), nodes);
    }
    matched.lost.retain(|(path, node)| {
        // The names of the parameters in a path are not sent.
        let mut gained = matched.gained.iter();
        let same = |(other, _): &(&str, Node<'d>)| nameless(other) == nameless(path);
        let Some(index) = gained.position(same) else {
            return true;
        };
        let (other, new) = matched.gained.remove(index);
        let nodes = Pair::new(node.clone(), new);
        self::path(walk, Pair::new(path, other), &nodes);
        false
    });
    for rename in renames(&walk.trees, &mut matched) {
        renamed(walk, &rename.segments, &rename.paths);
    }
    for (path, node) in &matched.lost {
        let nodes = Pair::new(node.clone(), matched.containers.revision.clone());
        lone_path(walk, path, Edit::Removed, &nodes);
    }
    for (path, node) in &matched.gained {
        let nodes = Pair::new(matched.containers.base.clone(), node.clone());
        lone_path(walk, path, Edit::Added, &nodes);
    }
}

/// Reports paths that were renamed with all of their operations as one change, and compares the
/// operations.
fn renamed<'d>(walk: &mut Walk<'d>, segments: &Pair<String>, paths: &[Pair<(&'d str, Node<'d>)>]) {
    let Some(first) = paths.first() else {
        return;
    };
    let name = match paths.len() {
        1 => "a path was".to_owned(),
        count => format!("{count} paths were"),
    };
    let pointers = |pair: &Pair<(&str, Node<'d>)>| {
        let nodes = pair.as_ref().map(|(_, node)| node.pointer.clone());
        (nodes.base, nodes.revision)
    };
    let renames: Vec<_> = paths.iter().map(pointers).collect();
    let at = first.as_ref().map(|(_, node)| node.pointer.clone());
    let text = segments.clone().map(Some);
    let how = (Edit::Changed, Relation::INCOMPARABLE);
    for pair in paths {
        let item = walk.trees.base.resolve(&pair.base.1);
        for method in method_keys() {
            let operation = item.as_ref().and_then(|item| item.get(method));
            let Some(operation) = operation else {
                continue;
            };
            let name_of = operation_name(method, pair.base.0, &operation);
            let site = Site::of(Some(&name_of), Part::Operation);
            let fact = Fact::Renamed(Kind::PathRenamed, name.clone(), renames.clone());
            walk.report(fact, how, at.clone(), text.clone(), &site);
        }
    }
    for pair in paths {
        let site = Site::of(None, Part::Path(pair.base.0.to_owned()));
        let names = parameter_names(pair.as_ref().map(|(path, _)| *path));
        let nodes = pair.as_ref().map(|(_, node)| node.clone());
        if let Some(nodes) = walk.resolved(&nodes, &site) {
            path_item(walk, pair.base.0, &nodes, &names, &site);
        }
    }
}

fn path<'d>(walk: &mut Walk<'d>, paths: Pair<&'d str>, nodes: &Pair<Node<'d>>) {
    let site = Site::of(None, Part::Path(paths.base.to_owned()));
    if paths.differs() {
        let how = (Edit::Changed, Relation::EQUAL);
        let text = paths.map(|path| Some(path.to_owned()));
        walk.report(
            Kind::PathParameterRenamed,
            how,
            pointers(nodes),
            text,
            &site,
        );
    }
    let names = parameter_names(paths);
    if let Some(nodes) = walk.resolved(nodes, &site) {
        path_item(walk, paths.base, &nodes, &names, &site);
    }
}

/// Compares the operations of a path item, or of an expression of a callback.
fn path_item<'d>(
    walk: &mut Walk<'d>,
    path: &str,
    items: &Pair<Node<'d>>,
    names: &HashMap<&'d str, &'d str>,
    site: &Site,
) {
    walk.words(&["summary", "description"], items, site);
    servers(walk, items, site);
    let mut any = false;
    for method in method_keys() {
        let nodes = get(items, method);
        let edit = Edit::between(nodes.base.is_some(), nodes.revision.is_some());
        let nodes = or_container(nodes, items);
        match edit {
            Some(Edit::Changed) => {
                any = true;
                let has_id = nodes.base.str("operationId").is_some();
                let named = if has_id { &nodes.base } else { &nodes.revision };
                let name = operation_name(method, path, named);
                operation(walk, &name, &nodes, items, names);
            }
            Some(Edit::Removed) => {
                let name = operation_name(method, path, &nodes.base);
                lone_operation(walk, &name, Edit::Removed, false, &nodes);
            }
            Some(Edit::Added) => {
                let name = operation_name(method, path, &nodes.revision);
                lone_operation(walk, &name, Edit::Added, false, &nodes);
            }
            None => {}
        }
    }
    if !any {
        // Without an operation on both sides nothing compares the parameters of the path.
        let fact = |_| (Kind::DocumentationChanged, "parameters");
        walk.keyword(fact, "parameters", |_| Relation::EQUAL, items, site);
    }
}

fn lone_path<'d>(walk: &mut Walk<'d>, path: &'d str, edit: Edit, nodes: &Pair<Node<'d>>) {
    let (tree, node) = match edit {
        Edit::Removed => (&walk.trees.base, &nodes.base),
        _ => (&walk.trees.revision, &nodes.revision),
    };
    let item = tree.resolve(node).unwrap_or_else(|| node.clone());
    let site = Site::of(None, Part::Path(path.to_owned()));
    let without_operations = (Kind::DocumentationChanged, "paths");
    walk.parts(edit, without_operations, nodes, &site, |walk| {
        for method in method_keys() {
            let Some(operation) = item.get(method) else {
                continue;
            };
            let name = operation_name(method, path, &operation);
            let mut nodes = nodes.clone();
            match edit {
                Edit::Removed => nodes.base = operation,
                _ => nodes.revision = operation,
            }
            lone_operation(walk, &name, edit, true, &nodes);
        }
    });
}

fn lone_operation<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    edit: Edit,
    with_path: bool,
    nodes: &Pair<Node<'d>>,
) {
    let node = edit.pick(&nodes.revision, &nodes.base, &nodes.revision);
    let fact = Fact::Operation {
        lifecycle: Lifecycle::of(node),
        with_path,
    };
    let relation = edit.pick(Relation::WIDENED, Relation::NARROWED, Relation::EQUAL);
    let site = Site::of(Some(name), Part::Operation);
    walk.note(fact, (edit, relation), nodes, &site);
}

/// Compares two operations; `items` are the path items that they are in.
pub(super) fn operation<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    nodes: &Pair<Node<'d>>,
    items: &Pair<Node<'d>>,
    names: &HashMap<&'d str, &'d str>,
) {
    let site = Site::of(Some(name), Part::Operation);
    walk.lifecycle(nodes, &site);
    let outer = walk.enter(&nodes.base);
    walk.words(&["summary", "description", "externalDocs"], nodes, &site);
    let id = |edit: Edit| {
        edit.pick(
            Kind::OperationIdAdded,
            Kind::OperationIdRemoved,
            Kind::OperationIdChanged,
        )
    };
    walk.keyword(id, "operationId", |_| Relation::EQUAL, nodes, &site);
    method_class(walk, nodes, &site);
    tags(walk, nodes, &site);
    servers(walk, nodes, &site);
    operation_security(walk, name, nodes);
    parameters(walk, name, nodes, items, names);
    request_body(walk, name, nodes);
    responses(walk, name, nodes);
    callbacks(walk, name, nodes);
    walk.unstable = outer;
}

/// Classes of methods by what repeating a call does (RFC 9110, section 9.2), in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MethodClass {
    Other,
    Idempotent,
    Safe,
}

impl MethodClass {
    fn of(operation: &Node<'_>) -> Self {
        let key = operation.pointer.last().unwrap_or_default();
        let method = Method::from_key(&key);
        let is_safe = key == QUERY || method.is_some_and(Method::is_safe);
        let is_idempotent = method.is_some_and(Method::is_idempotent);
        match operation.value.get(IDEMPOTENT) {
            _ if is_safe => Self::Safe,
            Some(Value::Bool(false)) => Self::Other,
            Some(Value::Bool(true)) => Self::Idempotent,
            _ if is_idempotent => Self::Idempotent,
            _ => Self::Other,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Other => "not idempotent",
            Self::Idempotent => "idempotent",
            Self::Safe => "safe",
        }
    }
}

fn method_class<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let equal_by = Normalisation::DefaultWritten;
    walk.meaning(&[IDEMPOTENT], equal_by, nodes, |walk, at| {
        let classes = nodes.as_ref().map(MethodClass::of);
        if !classes.differs() {
            return;
        }
        // Existing clients repeat calls as the base permits.
        let relation = Relation::of(
            classes.revision < classes.base,
            classes.revision > classes.base,
        );
        let text = classes.map(|class| Some(class.name().to_owned()));
        let how = (Edit::Changed, relation);
        walk.report(Kind::MethodClassChanged, how, at.clone(), text, site);
    });
}

fn tags<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let equal_by = Normalisation::ListOrder;
    walk.meaning(&["tags"], equal_by, nodes, |walk, _| {
        tags_changed(walk, nodes, site);
    });
}

fn tags_changed<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let containers = or_container(get(nodes, "tags"), nodes);
    let tags = nodes
        .as_ref()
        .map(|node| node.items_of("tags").collect::<Vec<_>>());
    let named = |node: &Node<'d>| (node.clone(), crate::diff::value::bare(node.value));
    let missing = |from: &[Node<'d>], other: &[Node<'d>]| {
        let is_in = |node: &Node<'d>| other.iter().any(|one| one.value == node.value);
        let missing = from.iter().filter(|node| !is_in(node));
        missing.map(named).collect::<Vec<_>>()
    };
    for (node, name) in missing(&tags.base, &tags.revision) {
        let nodes = Pair::new(node, containers.revision.clone());
        let how = (Edit::Removed, Relation::EQUAL);
        walk.note((Kind::OperationTagRemoved, name), how, &nodes, site);
    }
    for (node, name) in missing(&tags.revision, &tags.base) {
        let nodes = Pair::new(containers.base.clone(), node);
        let how = (Edit::Added, Relation::EQUAL);
        walk.note((Kind::OperationTagAdded, name), how, &nodes, site);
    }
}

fn request_body<'d>(walk: &mut Walk<'d>, name: &Arc<OperationName>, nodes: &Pair<Node<'d>>) {
    let part = Part::RequestBody { media_type: None };
    let site = Site::of(Some(name), part).directed(walk.direction(Direction::Request));
    let bodies = get(nodes, "requestBody");
    let edit = Edit::between(bodies.base.is_some(), bodies.revision.is_some());
    let bodies = or_container(bodies, nodes);
    match edit {
        Some(Edit::Changed) => {
            let Some(bodies) = walk.resolved(&bodies, &site) else {
                return;
            };
            walk.words(&["description"], &bodies, &site);
            let kinds = (
                Kind::RequestBodyBecameRequired,
                Kind::RequestBodyBecameOptional,
            );
            walk.flag(kinds, "required", Relation::NARROWED, &bodies, &site);
            content(walk, &bodies, &site);
        }
        Some(Edit::Removed) => {
            let how = (Edit::Removed, Relation::WIDENED);
            walk.note(Kind::RequestBodyRemoved, how, &bodies, &site);
        }
        Some(Edit::Added) => {
            let body = walk.trees.revision.resolve(&bodies.revision);
            let kind = if body.is_some_and(|body| body.is_true("required")) {
                Kind::RequestBodyAddedRequired
            } else {
                Kind::RequestBodyAddedOptional
            };
            walk.note(kind, (Edit::Added, Relation::NARROWED), &bodies, &site);
        }
        None => {}
    }
}

/// Compares the callbacks of an operation.
fn callbacks<'d>(walk: &mut Walk<'d>, name: &Arc<OperationName>, nodes: &Pair<Node<'d>>) {
    let matched = members(walk, "callbacks", nodes, |one, other| one == other);
    for (key, nodes) in &matched.both {
        callback(walk, name, key, nodes);
    }
    lone_callbacks(walk, &matched, |key| {
        (key.to_owned(), Site::of(Some(name), Part::Operation))
    });
}

/// Compares the webhooks of a document, which OpenAPI has since 3.1.
pub(super) fn webhooks<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>) {
    let matched = members(walk, "webhooks", roots, |one, other| one == other);
    walk.turned = !walk.turned;
    for (key, nodes) in &matched.both {
        let site = Site::of(None, Part::Callback((*key).to_owned()));
        if let Some(nodes) = walk.resolved(nodes, &site) {
            let path = format!("webhook {key}");
            path_item(walk, &path, &nodes, &HashMap::new(), &site);
        }
    }
    walk.turned = !walk.turned;
    lone_callbacks(walk, &matched, |key| {
        (key.to_owned(), Site::of(None, Part::Document))
    });
}

fn lone_callbacks<'d>(
    walk: &mut Walk<'d>,
    matched: &Matched<'d>,
    named: impl Fn(&str) -> (String, Site),
) {
    lone_members(walk, matched, Relation::WIDENED, |_, key, _, edit| {
        let kind = edit.pick(
            Kind::CallbackAdded,
            Kind::CallbackRemoved,
            Kind::CallbackAdded,
        );
        let (name, site) = named(key);
        ((kind, name), site)
    });
}

fn callback<'d>(walk: &mut Walk<'d>, name: &Arc<OperationName>, key: &str, nodes: &Pair<Node<'d>>) {
    let site = Site::of(Some(name), Part::Callback(key.to_owned()));
    let Some(callbacks) = walk.resolved(nodes, &site) else {
        return;
    };
    walk.words(&[], &callbacks, &site);
    let urls = callbacks.as_ref().map(|node| {
        let members = node.members();
        members
            .filter(|(url, _)| !url.starts_with("x-"))
            .collect::<Vec<_>>()
    });
    let mut matched = Matched {
        both: Vec::new(),
        lost: urls.base,
        gained: urls.revision,
        containers: callbacks,
    };
    walk.turned = !walk.turned;
    matched.lost.retain(|(url, item)| {
        let mut gained = matched.gained.iter();
        let Some(index) = gained.position(|(other, _)| other == url) else {
            return true;
        };
        let nodes = Pair::new(item.clone(), matched.gained.remove(index).1);
        if let Some(nodes) = walk.resolved(&nodes, &site) {
            let pair = nodes.as_ref().map(|node| address(node.value));
            if walk.callbacks.len() < MAX_DEPTH && !walk.callbacks.contains(&pair) {
                walk.callbacks.push(pair);
                let path = format!("{} callback {key} {url}", name.path);
                path_item(walk, &path, &nodes, &HashMap::new(), &site);
                walk.callbacks.pop();
            }
        }
        false
    });
    walk.turned = !walk.turned;
    lone_callbacks(walk, &matched, |url| {
        let site = Site::of(Some(name), Part::Operation);
        (format!("{key} {url}"), site)
    });
}

pub(super) fn operation_name(method: &str, path: &str, node: &Node<'_>) -> Arc<OperationName> {
    Arc::new(OperationName {
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        id: node.str("operationId").map(str::to_owned),
    })
}
