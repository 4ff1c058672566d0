use std::collections::HashSet;

use oas::{Document, Json, Node, Pointer};

use super::id::Id;
use super::rule::Rule;
use super::site::{Site, is_id};
use crate::api::properties::{Properties, is_marked, member};
use crate::api::source::Source;

pub(super) struct Member {
    pub(super) name: String,
    pub(super) role: Role,
}

pub(super) enum Role {
    /// The request can set it.
    Shared {
        default: Option<Json<'static>>,
        is_required: bool,
    },
    /// The request can set it, as it can set any member.
    Offered,
    Id(Id),
    /// The value of the model with the current time at these pointers.
    Timed(Vec<Pointer>),
    /// The value of the model.
    Kept,
    /// Not in the response.
    Omitted,
}

/// Context of the roles of members.
pub(super) struct Roles<'r, 'd> {
    pub(super) source: &'r Source,
    pub(super) rule: Rule,
    pub(super) site: &'r Site<'r>,
    pub(super) request: Option<&'r Properties<'d>>,
    pub(super) response: &'r Properties<'d>,
    pub(super) required: HashSet<&'r str>,
    pub(super) barred: &'r [String],
    pub(super) model: Option<&'r Json<'r>>,
}

impl Roles<'_, '_> {
    pub(super) fn members(&self) -> Vec<Member> {
        let document = self.source.document();
        let is_read_only = |nodes: &[Node<'_>]| is_marked(document, nodes, "readOnly");
        let marks_any = self
            .response
            .list
            .iter()
            .any(|(_, nodes)| is_read_only(nodes));
        let id = self.id();
        let mut members = Vec::new();
        for (name, nodes) in &self.response.list {
            if is_marked(document, nodes, "writeOnly") {
                continue;
            }
            let is_required = self.required.contains(name);
            let role = if is_read_only(nodes) {
                match self.rule {
                    Rule::Create if id == Some(*name) => {
                        let modelled = self.modelled(name);
                        nodes.first().map_or(Role::Kept, |node| {
                            Role::Id(Id::of(document, node, modelled))
                        })
                    }
                    Rule::Create => self.timed(name, nodes),
                    _ => Role::Kept,
                }
            } else if self.request.is_some_and(|request| request.is_free_form) {
                Role::Offered
            } else if self.can_request_set(name) {
                let own = self.request.and_then(|request| request.get(name));
                let default = own.into_iter().flatten().chain(nodes);
                let default = default
                    .flat_map(|node| document.all_of(node.clone()).collect::<Vec<_>>())
                    .find_map(|part| part.value.get("default").cloned());
                Role::Shared {
                    default: default.map(Json::from),
                    is_required,
                }
            } else if marks_any && !is_required {
                Role::Omitted
            } else {
                Role::Kept
            };
            members.push(Member {
                name: (*name).to_owned(),
                role,
            });
        }
        members
    }

    fn can_request_set(&self, name: &str) -> bool {
        let is_barred = self.barred.iter().any(|barred| barred == name);
        let request = self.request.filter(|_| !is_barred);
        request.is_some_and(|request| request.has(name))
    }

    fn modelled(&self, name: &str) -> Option<&Json<'_>> {
        match self.model? {
            Json::Object(members) => members.get(name),
            _ => None,
        }
    }

    /// The `readOnly` property that identifies what is created: that in the path of one item, `id`,
    /// or the only one whose name is that of an identifier.
    fn id(&self) -> Option<&str> {
        let document = self.source.document();
        let read_only: Vec<_> = self
            .response
            .list
            .iter()
            .filter(|(_, nodes)| is_marked(document, nodes, "readOnly"))
            .map(|(name, _)| *name)
            .collect();
        let has = |name: &str| read_only.iter().find(|known| **known == name).copied();
        let item = self.site.item.and_then(has);
        item.or_else(|| has("id")).or_else(|| {
            let mut named = read_only.iter().filter(|name| is_id(name));
            named.next().filter(|_| named.next().is_none()).copied()
        })
    }

    fn timed(&self, name: &str, nodes: &[Node<'_>]) -> Role {
        let document = self.source.document();
        let mut pointers = Vec::new();
        if let Some(value) = self.modelled(name) {
            for node in nodes {
                date_times(document, node, value, &Pointer::root(), &mut pointers);
            }
        }
        match pointers.is_empty() {
            true => Role::Kept,
            false => Role::Timed(pointers),
        }
    }
}

/// The pointers of date-times in a value, by its schema.
fn date_times(
    document: &Document,
    schema: &Node<'_>,
    value: &Json<'_>,
    at: &Pointer,
    found: &mut Vec<Pointer>,
) {
    match value {
        Json::String(_) => {
            let mut parts = document.all_of(schema.clone());
            if parts.any(|part| part.str("format") == Some("date-time")) && !found.contains(at) {
                found.push(at.clone());
            }
        }
        Json::Object(members) => {
            for (name, value) in members.iter() {
                if let Some(node) = member(document, schema, name) {
                    date_times(document, &node, value, &at.join(name), found);
                }
            }
        }
        Json::Array(items) => {
            let mut parts = document.all_of(schema.clone());
            let Some(node) = parts.find_map(|part| part.get("items")) else {
                return;
            };
            for (index, value) in items.iter().enumerate() {
                date_times(document, &node, value, &at.index(index), found);
            }
        }
        _ => {}
    }
}
