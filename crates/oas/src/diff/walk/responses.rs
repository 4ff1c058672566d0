use std::sync::Arc;

use super::content::{carried, content};
use super::matched::{Matched, lone_members, members};
use super::walker::{Walk, get, pointers};
use crate::Node;
use crate::diff::kinds::Kind;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::{OperationName, Part, Site};
use crate::validator::Direction;
use crate::vocabulary::Status;

/// The responses of one side. A key that is not a status is compared with the same key only.
struct Responses<'d> {
    all: Vec<(&'d str, Option<Status>, Node<'d>)>,
}

impl<'d> Responses<'d> {
    fn of(operation: &Node<'d>) -> Self {
        let all = operation.members_of("responses");
        let all = all.filter(|(key, _)| !key.starts_with("x-"));
        Self {
            all: all.map(|(key, node)| (key, status(key), node)).collect(),
        }
    }

    /// Whether a status reports success. `default` does if no other status does.
    fn is_success(&self, status: Status) -> bool {
        let mut others = self.all.iter().filter_map(|(_, status, _)| *status);
        status.is_success() || (status == Status::Default && !others.any(Status::is_success))
    }

    /// The response that applies to a status without one of its own: that of its class, else
    /// `default`. A `default` beside success statuses describes failures.
    fn wider(&self, status: Status) -> Option<(&'d str, Node<'d>)> {
        let mut wanted = status.wider();
        while let Some(wider) = wanted {
            let applies =
                wider != Status::Default || !status.is_success() || self.is_success(wider);
            let mut all = self.all.iter().filter(|_| applies);
            if let Some((key, _, node)) = all.find(|(_, own, _)| *own == Some(wider)) {
                return Some((*key, node.clone()));
            }
            wanted = wider.wider();
        }
        None
    }

    /// Whether one of the responses that only the other side has is of a narrower status, to which
    /// this one applied.
    fn has_narrower(&self, key: &str, others: &[(&'d str, Node<'d>)], of: &Self) -> bool {
        let success = status(key).is_some_and(|status| of.is_success(status));
        others.iter().any(|(other, _)| {
            status(other).is_some_and(|other| {
                let wider = of.wider(other);
                wider.is_some_and(|(wide, _)| wide == key) && self.is_success(other) == success
            })
        })
    }

    /// The success statuses, in ascending order.
    fn successes(&self) -> Vec<Status> {
        let all = self.all.iter().filter_map(|(_, status, _)| *status);
        let mut successes: Vec<Status> = all.filter(|status| self.is_success(*status)).collect();
        successes.sort_unstable();
        successes
    }
}

/// The status that a key means. The `XX` of a class is read in lower case as well.
fn status(key: &str) -> Option<Status> {
    Status::parse(key).or_else(|| Status::parse(&key.to_ascii_uppercase()))
}

/// Compares the responses of two operations. A status without a response of its own on one side
/// is compared with the wider one that applies there.
pub(super) fn responses<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    operations: &Pair<Node<'d>>,
) {
    let matched = members(walk, "responses", operations, str::eq_ignore_ascii_case);
    if get(operations, "responses").both().is_some() {
        let site = Site::of(Some(name), Part::Operation);
        walk.words(&[], &matched.containers, &site);
    }
    for (status, pair) in &matched.both {
        response(walk, name, status, pair);
    }
    let sides = operations.as_ref().map(Responses::of);
    lone(walk, name, &matched, &sides);
    success_set(walk, name, operations, &sides);
}

fn site(walk: &Walk<'_>, name: &Arc<OperationName>, status: &str) -> Site {
    let part = Part::Response {
        status: status.to_owned(),
        media_type: None,
    };
    Site::of(Some(name), part).directed(walk.direction(Direction::Response))
}

/// Compares the statuses that only one side has.
fn lone<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    matched: &Matched<'d>,
    sides: &Pair<Responses<'d>>,
) {
    for (key, node) in &matched.lost {
        let success = status(key).is_some_and(|status| sides.base.is_success(status));
        let wider = status(key).and_then(|status| sides.revision.wider(status));
        let site = site(walk, name, key);
        if let Some((wide, other)) = wider {
            let pair = Pair::new(node.clone(), other);
            let (kind, edit, relation) = match success {
                true => (
                    Kind::SuccessStatusGeneralized,
                    Edit::Changed,
                    Relation::WIDENED,
                ),
                false => (
                    Kind::NonSuccessStatusRemoved,
                    Edit::Removed,
                    Relation::NARROWED,
                ),
            };
            let text = Pair::new(Some((*key).to_owned()), Some(wide.to_owned()));
            walk.report(kind, (edit, relation), pointers(&pair), text, &site);
            response(walk, name, key, &pair);
        } else if success
            && sides
                .revision
                .has_narrower(key, &matched.gained, &sides.base)
        {
            // Each narrower status is reported with the one that applied to it.
        } else {
            let kind = match success {
                true => Kind::SuccessStatusRemoved,
                false => Kind::NonSuccessStatusRemoved,
            };
            let pair = Pair::new(node.clone(), matched.containers.revision.clone());
            walk.note(kind, (Edit::Removed, Relation::NARROWED), &pair, &site);
        }
    }
    for (key, node) in &matched.gained {
        let success = status(key).is_some_and(|status| sides.revision.is_success(status));
        let wider = status(key).and_then(|status| sides.base.wider(status));
        let site = site(walk, name, key);
        if let Some((wide, other)) = wider {
            let pair = Pair::new(other, node.clone());
            let (kind, edit, relation) = match success {
                true => (
                    Kind::SuccessStatusSpecialized,
                    Edit::Changed,
                    Relation::NARROWED,
                ),
                false => (Kind::NonSuccessStatusAdded, Edit::Added, Relation::WIDENED),
            };
            let text = Pair::new(Some(wide.to_owned()), Some((*key).to_owned()));
            walk.report(kind, (edit, relation), pointers(&pair), text, &site);
            response(walk, name, key, &pair);
        } else if success && sides.base.has_narrower(key, &matched.lost, &sides.revision) {
            // Each narrower status is reported with the one that applies to it now.
        } else {
            let kind = match success {
                true => Kind::SuccessStatusAdded,
                false => Kind::NonSuccessStatusAdded,
            };
            let pair = Pair::new(matched.containers.base.clone(), node.clone());
            walk.note(kind, (Edit::Added, Relation::WIDENED), &pair, &site);
        }
    }
}

/// Compares the sets of success statuses: a client may send a call again whose status it does not
/// know as a success.
fn success_set<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    operations: &Pair<Node<'d>>,
    sides: &Pair<Responses<'d>>,
) {
    // In a callback, the server is the one that may call again.
    if walk.turned {
        return;
    }
    let sets = sides.as_ref().map(Responses::successes);
    if !sets.differs() || sets.base.is_empty() || sets.revision.is_empty() {
        return;
    }
    let is_in = |status: &Status, set: &[Status]| {
        let includes = |wide: &Status| {
            let class = Status::Class(2);
            *status == *wide
                || (*status != Status::Default && (*wide == class || *wide == Status::Default))
        };
        set.iter().any(includes)
    };
    let gains = sets
        .revision
        .iter()
        .any(|status| !is_in(status, &sets.base));
    let loses = sets
        .base
        .iter()
        .any(|status| !is_in(status, &sets.revision));
    let kind = match gains {
        true => Kind::SuccessSetChanged,
        false => Kind::SuccessSetNarrowed,
    };
    let nodes = get(operations, "responses").zip(operations.as_ref());
    let at = nodes.map(|(node, container)| node.unwrap_or_else(|| container.clone()).pointer);
    let text = sets.map(|set| {
        let names = set.iter().map(Status::to_string);
        Some(names.collect::<Vec<_>>().join(", "))
    });
    let site = Site::of(Some(name), Part::Operation);
    let how = (Edit::Changed, Relation::of(loses, gains));
    walk.report(kind, how, at, text, &site);
}

fn response<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    status: &str,
    nodes: &Pair<Node<'d>>,
) {
    let site = site(walk, name, status);
    let Some(nodes) = walk.resolved(nodes, &site) else {
        return;
    };
    walk.words(&["description"], &nodes, &site);
    headers(walk, name, status, &nodes);
    content(walk, &nodes, &site);
    links(walk, &nodes, &site);
}

/// Compares response headers, matched by name in any case.
fn headers<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    status: &str,
    nodes: &Pair<Node<'d>>,
) {
    let direction = walk.direction(Direction::Response);
    let site = |header: &str| {
        let part = Part::Header {
            status: status.to_owned(),
            name: header.to_owned(),
        };
        Site::of(Some(name), part).directed(direction)
    };
    let matched = members(walk, "headers", nodes, str::eq_ignore_ascii_case);
    for (header, pair) in &matched.both {
        let site = site(header);
        let Some(nodes) = walk.resolved(pair, &site) else {
            continue;
        };
        walk.lifecycle(&nodes, &site);
        walk.words(&["description"], &nodes, &site);
        let kinds = (Kind::HeaderBecameRequired, Kind::HeaderBecameOptional);
        walk.flag(kinds, "required", Relation::NARROWED, &nodes, &site);
        carried(walk, "header", &nodes, &site);
    }
    lone_members(
        walk,
        &matched,
        Relation::NARROWED,
        |walk, header, node, edit| {
            let base = walk.trees.base.resolve(node);
            let required = base.is_some_and(|node| node.is_true("required"));
            let kind = match (edit, required) {
                (Edit::Removed, true) => Kind::RequiredHeaderRemoved,
                (Edit::Removed, false) => Kind::OptionalHeaderRemoved,
                _ => Kind::HeaderAdded,
            };
            ((kind, header), site(header))
        },
    );
}

/// Compares links. A client can send the same requests without them.
fn links<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let matched = members(walk, "links", nodes, |one, other| one == other);
    for (name, pair) in &matched.both {
        let Some(nodes) = walk.resolved(pair, site) else {
            continue;
        };
        walk.words(&["description"], &nodes, site);
        for field in [
            "operationId",
            "operationRef",
            "parameters",
            "requestBody",
            "server",
        ] {
            let fact = |_| (Kind::LinkChanged, *name);
            walk.keyword(fact, field, |_| Relation::EQUAL, &nodes, site);
        }
    }
    lone_members(walk, &matched, Relation::EQUAL, |_, name, _, edit| {
        let kind = edit.pick(Kind::LinkAdded, Kind::LinkRemoved, Kind::LinkChanged);
        ((kind, name), site.clone())
    });
}
