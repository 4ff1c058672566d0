use super::matched::{list, members};
use super::walker::Walk;
use crate::Node;
use crate::diff::kinds::Kind;
use crate::diff::pair::Pair;
use crate::diff::relation::Relation;
use crate::diff::site::Site;

/// Compares the servers of the document, a path item or an operation, matched by URL.
pub(super) fn servers<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, site: &Site) {
    let kinds = (Kind::ServerAdded, Kind::ServerRemoved);
    for nodes in list(walk, "servers", "url", kinds, nodes, site) {
        let url = nodes.base.str("url").unwrap_or("/");
        walk.words(&["description"], &nodes, site);
        let matched = members(walk, "variables", &nodes, |one, other| one == other);
        for (name, variables) in &matched.both {
            walk.words(&["description"], variables, site);
            for field in ["default", "enum"] {
                let fact = |_| {
                    let name = format!("`{field}` of variable `{name}` in server {url}");
                    (Kind::ServerChanged, name)
                };
                walk.keyword(fact, field, |_| Relation::UNKNOWN, variables, site);
            }
        }
        if matched.lost.is_empty() && matched.gained.is_empty() {
            continue;
        }
        let fact = |_| (Kind::ServerChanged, format!("`variables` of server {url}"));
        walk.keyword(fact, "variables", |_| Relation::UNKNOWN, &nodes, site);
    }
}
