use std::sync::Arc;

use super::collect::Walk;
use crate::Direction;
use crate::Node;
use crate::diff::change::{ApiKind, Edit};
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};

impl<'d> Walk<'d> {
    pub(super) fn responses(
        &mut self,
        name: &Arc<OperationName>,
        (base, revision): (&Node<'d>, &Node<'d>),
    ) {
        let direction = self.direction(Direction::Response);
        let site = |status: &str| {
            let place = Place::Response {
                status: status.to_owned(),
                media_type: None,
            };
            Site::of(Some(name), place).directed(direction)
        };
        let matched = self.members("responses", (base, revision), str::eq_ignore_ascii_case);
        if base.get("responses").is_some() && revision.get("responses").is_some() {
            let site = Site::of(Some(name), Place::Operation);
            self.words(&[], (&matched.base, &matched.revision), &site);
        }
        for (status, old, new) in &matched.both {
            let site = site(status);
            let Some((old, new)) = self.resolved(old, new, &site) else {
                continue;
            };
            self.words(&["description"], (&old, &new), &site);
            self.headers(name, status, (&old, &new), direction);
            self.content((&old, &new), &site);
            self.links((&old, &new), &site);
        }
        self.lone_members(&matched, Relation::WIDENED, |_, status, _, edit| {
            let operation = if edit == Edit::Removed {
                base
            } else {
                revision
            };
            let success = is_success(status, operation);
            (
                ApiKind::Response {
                    status: status.to_owned(),
                    success,
                }
                .into(),
                site(status),
            )
        });
    }

    /// Response headers, matched by name in any case.
    fn headers(
        &mut self,
        name: &Arc<OperationName>,
        status: &str,
        sides: (&Node<'d>, &Node<'d>),
        direction: Direction,
    ) {
        let site = |header: &str| {
            let place = Place::Header {
                status: status.to_owned(),
                name: header.to_owned(),
            };
            Site::of(Some(name), place).directed(direction)
        };
        let matched = self.members("headers", sides, str::eq_ignore_ascii_case);
        for (header, old, new) in &matched.both {
            let site = site(header);
            let Some((old, new)) = self.resolved(old, new, &site) else {
                continue;
            };
            let sides = (&old, &new);
            self.lifecycle(sides, &site);
            self.words(&["description"], sides, &site);
            self.demand(ApiKind::HeaderRequired, sides, &site);
            self.carried("header", sides, &site);
        }
        self.lone_members(&matched, Relation::NARROWED, |walk, header, node, edit| {
            let tree = if edit == Edit::Removed {
                &walk.base
            } else {
                &walk.revision
            };
            let required = tree
                .resolve(node)
                .is_some_and(|node| node.is_true("required"));
            let kind = ApiKind::Header {
                name: header.to_owned(),
                required,
            };
            (kind.into(), site(header))
        });
    }

    /// Links, which promise nothing that a caller could not do without them.
    fn links(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let matched = self.members("links", sides, |one, other| one == other);
        for (name, old, new) in &matched.both {
            let Some((old, new)) = self.resolved(old, new, site) else {
                continue;
            };
            self.words(&["description"], (&old, &new), site);
            for field in [
                "operationId",
                "operationRef",
                "parameters",
                "requestBody",
                "server",
            ] {
                let kind = ApiKind::Link((*name).to_owned());
                self.keyword(kind, field, |_| Relation::EQUAL, (&old, &new), site);
            }
        }
        self.lone_members(&matched, Relation::EQUAL, |_, name, _, _| {
            (ApiKind::Link(name.to_owned()).into(), site.clone())
        });
    }
}

/// Whether a call that went well is answered with this status. `default` is, when nothing else is.
fn is_success(status: &str, operation: &Node<'_>) -> bool {
    let mut others = operation.members_of("responses");
    status.starts_with('2')
        || (status == "default" && !others.any(|(other, _)| other.starts_with('2')))
}
