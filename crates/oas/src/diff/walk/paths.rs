use std::collections::HashMap;
use std::sync::Arc;

use super::collect::Walk;
use crate::diff::change::{ApiKind, Edit, Kind, Lifecycle};
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};
use crate::{Node, Pointer};

/// The keys of a path item that are operations: those of OpenAPI 3.0, and `query` of 3.2.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

impl<'d> Walk<'d> {
    pub(super) fn paths(&mut self, (base, revision): (&Node<'d>, &Node<'d>)) {
        let site = Site::of(None, Place::Document);
        let mut matched = self.members("paths", (base, revision), |one, other| one == other);
        if base.get("paths").is_some() && revision.get("paths").is_some() {
            self.words(&[], (&matched.base, &matched.revision), &site);
        }
        for (path, old, new) in &matched.both {
            self.path((path, old), (path, new));
        }
        let gained = &mut matched.gained;
        matched.lost.retain(|(path, old)| {
            // The names of the parameters in a path never travel.
            let same = |(other, _): &(&str, Node<'d>)| nameless(other) == nameless(path);
            let Some(index) = gained.iter().position(same) else {
                return true;
            };
            let (other, new) = gained.remove(index);
            self.path((path, old), (other, &new));
            false
        });
        for (path, item) in &matched.lost {
            self.lone_path(path, item, Edit::Removed, &matched.revision);
        }
        for (path, item) in &matched.gained {
            self.lone_path(path, item, Edit::Added, &matched.base);
        }
    }

    fn path(
        &mut self,
        (path, base): (&'d str, &Node<'d>),
        (other, revision): (&'d str, &Node<'d>),
    ) {
        let site = Site::of(None, Place::Path(path.to_owned()));
        let mut names = HashMap::new();
        if path != other {
            let kind = ApiKind::PathParameterName;
            let fact = (Edit::Changed, Relation::EQUAL);
            let texts = (Some(path.to_owned()), Some(other.to_owned()));
            let places = (base.pointer.clone(), revision.pointer.clone());
            self.fact_with(kind, fact, places, texts, site.clone());
            names = parameters(path)
                .into_iter()
                .zip(parameters(other))
                .collect();
        }
        let Some((old, new)) = self.resolved(base, revision, &site) else {
            return;
        };
        self.path_item(path, (&old, &new), &names, &site);
    }

    /// Compares the operations of a path item, or of a callback's expression.
    pub(super) fn path_item(
        &mut self,
        path: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        names: &HashMap<&'d str, &'d str>,
        site: &Site,
    ) {
        self.words(&["summary", "description"], (base, revision), site);
        self.servers((base, revision), site);
        let mut any = false;
        for method in METHODS {
            let name = |node: &Node<'d>| operation_name(method, path, node);
            match (base.get(method), revision.get(method)) {
                (Some(old), Some(new)) => {
                    any = true;
                    let name = name(if old.str("operationId").is_some() {
                        &old
                    } else {
                        &new
                    });
                    self.operation(&name, (&old, &new), (base, revision), names);
                }
                (Some(old), None) => {
                    self.lone_operation(&name(&old), &old, Edit::Removed, false, revision);
                }
                (None, Some(new)) => {
                    self.lone_operation(&name(&new), &new, Edit::Added, false, base);
                }
                (None, None) => {}
            }
        }
        if !any {
            // Without an operation on both sides nothing compared the parameters of the path.
            let kind = Kind::Documentation("parameters".to_owned());
            self.keyword(
                kind,
                "parameters",
                |_| Relation::EQUAL,
                (base, revision),
                site,
            );
        }
    }

    fn lone_path(&mut self, path: &'d str, node: &Node<'d>, edit: Edit, home: &Node<'d>) {
        let tree = if edit == Edit::Removed {
            &mut self.base
        } else {
            &mut self.revision
        };
        tree.saw(node.value);
        let item = tree.resolve(node).unwrap_or_else(|| node.clone());
        let mut empty = true;
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                empty = false;
                let name = operation_name(method, path, &operation);
                self.lone_operation(&name, &operation, edit, true, home);
            }
        }
        if empty {
            let site = Site::of(None, Place::Path(path.to_owned()));
            let sides = if edit == Edit::Removed {
                (node, home)
            } else {
                (home, node)
            };
            let kind = Kind::Documentation("paths".to_owned());
            self.fact(kind, (edit, Relation::EQUAL), sides, site);
        }
    }

    pub(super) fn lone_operation(
        &mut self,
        name: &Arc<OperationName>,
        node: &Node<'d>,
        edit: Edit,
        with_path: bool,
        home: &Node<'d>,
    ) {
        let site = Site::of(Some(name), Place::Operation);
        let kind = ApiKind::Operation {
            lifecycle: lifecycle(node),
            with_path,
        };
        if edit == Edit::Removed {
            self.saw_lone(Some(node), None);
            self.fact(kind, (edit, Relation::NARROWED), (node, home), site);
        } else {
            self.saw_lone(None, Some(node));
            self.fact(kind, (edit, Relation::WIDENED), (home, node), site);
        }
    }

    /// The components that only their users could have shown.
    pub(super) fn is_rename(&self, old: &Pointer, new: &Pointer) -> bool {
        self.renamed
            .iter()
            .any(|(one, other)| one == old && other == new)
    }
}

/// What an operation or a parameter announces about itself.
pub(super) fn lifecycle(node: &Node<'_>) -> Lifecycle {
    let text = |key: &str| {
        let value = node.value.get(key)?;
        Some(
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned),
        )
    };
    Lifecycle {
        deprecated: node.is_true("deprecated"),
        sunset: text("x-sunset"),
        stability: text("x-stability-level"),
    }
}

fn operation_name(method: &str, path: &str, node: &Node<'_>) -> Arc<OperationName> {
    Arc::new(OperationName {
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        id: node.str("operationId").map(str::to_owned),
    })
}

/// The names of the parameters in a path template.
fn parameters(path: &str) -> Vec<&str> {
    let opened = path.split('{').skip(1);
    opened
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}

/// A path template without the names of its parameters.
fn nameless(path: &str) -> String {
    let mut rest = path;
    let mut nameless = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        nameless.push_str(before);
        nameless.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    nameless + rest
}
