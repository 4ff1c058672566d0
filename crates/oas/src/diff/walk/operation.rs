use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::collect::Walk;
use super::paths::lifecycle;
use crate::Direction;
use crate::Node;
use crate::diff::change::{ApiKind, Edit, Kind, LifecycleKind};
use crate::diff::form::is_well_formed;
use crate::diff::lifecycle::is_unstable;
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};

impl<'d> Walk<'d> {
    /// Compares two operations; `items` are the path items they are in.
    pub(super) fn operation(
        &mut self,
        name: &Arc<OperationName>,
        (base, revision): (&Node<'d>, &Node<'d>),
        items: (&Node<'d>, &Node<'d>),
        names: &HashMap<&'d str, &'d str>,
    ) {
        let sides = (base, revision);
        let site = Site::of(Some(name), Place::Operation);
        self.lifecycle(sides, &site);
        let outer = self.enter(base);
        self.words(&["summary", "description", "externalDocs"], sides, &site);
        let kind = ApiKind::OperationId;
        self.keyword(kind, "operationId", |_| Relation::EQUAL, sides, &site);
        self.operation_tags(sides, &site);
        self.servers(sides, &site);
        self.security(name, sides);
        self.parameters(name, sides, items, names);
        self.request_body(name, sides);
        self.responses(name, sides);
        self.callbacks(name, sides);
        self.unstable = outer;
    }

    /// Goes into something that may be a draft, and hands back whether what it is in is one.
    pub(super) fn enter(&mut self, base: &Node<'d>) -> bool {
        let outer = self.unstable;
        self.unstable |= lifecycle(base)
            .stability
            .as_deref()
            .is_some_and(is_unstable);
        outer
    }

    /// `deprecated`, `x-sunset` and `x-stability-level`.
    pub(super) fn lifecycle(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let (old, new) = (lifecycle(sides.0), lifecycle(sides.1));
        let kind = Kind::Lifecycle(LifecycleKind::Deprecated);
        self.flag(kind, "deprecated", Relation::EQUAL, sides, site);
        let equal = |_| Relation::EQUAL;
        let sunset = LifecycleKind::Sunset {
            was_deprecated: old.deprecated,
            is_deprecated: new.deprecated,
        };
        self.keyword(Kind::Lifecycle(sunset), "x-sunset", equal, sides, site);
        let kind = Kind::Lifecycle(LifecycleKind::Stability);
        self.keyword(kind, "x-stability-level", equal, sides, site);
    }

    /// Notes that a keyword was compared, where it could be understood.
    pub(super) fn saw_keyword(&mut self, keyword: &str, sides: (&Node<'d>, &Node<'d>)) {
        self.saw_if(keyword, sides, |value| is_well_formed(keyword, value));
    }

    fn saw_if(
        &mut self,
        keyword: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        understood: impl Fn(&Value) -> bool,
    ) {
        for (tree, node) in [(&mut self.base, base), (&mut self.revision, revision)] {
            if let Some(value) = node.value.get(keyword).filter(|value| understood(value)) {
                tree.saw(value);
            }
        }
    }

    fn operation_tags(&mut self, (base, revision): (&Node<'d>, &Node<'d>), site: &Site) {
        self.saw_keyword("tags", (base, revision));
        let tags = |node: &Node<'d>| node.items_of("tags").collect::<Vec<_>>();
        let (old, new) = (tags(base), tags(revision));
        let home = |node: &Node<'d>| node.get("tags").unwrap_or_else(|| node.clone());
        let (base, revision) = (home(base), home(revision));
        let kind = |tag: &Node<'d>| {
            ApiKind::Tag(
                tag.value
                    .as_str()
                    .map_or_else(|| tag.value.to_string(), str::to_owned),
            )
        };
        for tag in old
            .iter()
            .filter(|tag| !new.iter().any(|other| other.value == tag.value))
        {
            let fact = (Edit::Removed, Relation::EQUAL);
            self.fact(kind(tag), fact, (tag, &revision), site.clone());
        }
        for tag in new
            .iter()
            .filter(|tag| !old.iter().any(|other| other.value == tag.value))
        {
            let fact = (Edit::Added, Relation::EQUAL);
            self.fact(kind(tag), fact, (&base, tag), site.clone());
        }
    }

    fn request_body(
        &mut self,
        name: &Arc<OperationName>,
        (base, revision): (&Node<'d>, &Node<'d>),
    ) {
        let direction = self.direction(Direction::Request);
        let place = Place::RequestBody { media_type: None };
        let site = Site::of(Some(name), place).directed(direction);
        match (base.get("requestBody"), revision.get("requestBody")) {
            (Some(old), Some(new)) => {
                let Some((old, new)) = self.resolved(&old, &new, &site) else {
                    return;
                };
                self.words(&["description"], (&old, &new), &site);
                self.demand(ApiKind::RequestBodyRequired, (&old, &new), &site);
                self.content((&old, &new), &site);
            }
            (Some(old), None) => {
                self.saw_lone(Some(&old), None);
                let required = self
                    .base
                    .resolve(&old)
                    .is_some_and(|body| body.is_true("required"));
                let kind = ApiKind::RequestBody { required };
                self.fact(
                    kind,
                    (Edit::Removed, Relation::WIDENED),
                    (&old, revision),
                    site,
                );
            }
            (None, Some(new)) => {
                self.saw_lone(None, Some(&new));
                let body = self.revision.resolve(&new);
                let required = body.is_some_and(|body| body.is_true("required"));
                let kind = ApiKind::RequestBody { required };
                self.fact(kind, (Edit::Added, Relation::NARROWED), (base, &new), site);
            }
            (None, None) => {}
        }
    }

    /// Whether something has to be there.
    pub(super) fn demand(&mut self, kind: ApiKind, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        self.flag(kind, "required", Relation::NARROWED, sides, site);
    }

    /// A keyword that is `true` or not: what is absent is `false`. `relation` is what setting it does.
    pub(super) fn flag(
        &mut self,
        kind: impl Into<Kind>,
        keyword: &str,
        relation: Relation,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        self.saw_if(keyword, (base, revision), Value::is_boolean);
        let (edit, relation) = match (base.is_true(keyword), revision.is_true(keyword)) {
            (false, true) => (Edit::Added, relation),
            (true, false) => (Edit::Removed, relation.mirrored()),
            _ => return,
        };
        let place = |node: &Node<'d>| node.get(keyword).unwrap_or_else(|| node.clone());
        let places = (place(base), place(revision));
        self.fact(kind, (edit, relation), (&places.0, &places.1), site.clone());
    }
}
