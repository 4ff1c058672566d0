//! Derives responses from a model and the request: overlays, generates and removes members.

mod id;
mod identity;
mod input;
mod member;
mod rule;
mod site;

use oas::{Json, Node};

use super::edit::Edit;
use super::properties::{Properties, is_marked, required};
use super::source::Source;
use identity::{Identity, identity};
pub(crate) use input::{Input, Patch};
use member::{Member, Role, Roles};
use rule::{Rule, request_schema, rule};
pub(crate) use site::{Site, last_parameter};

/// Rules by which the response of one operation is derived from its model and the request.
///
/// The model is the first documented example, or else a complete sample of the schema.
pub(crate) struct Plan {
    rule: Rule,
    identity: Option<Identity>,
    members: Vec<Member>,
    /// Members of the request that are not overlaid: `writeOnly` ones are never in a response,
    /// `readOnly` ones are ignored.
    barred: Vec<String>,
    /// Whether any member of the request may be in the response.
    is_free_form: bool,
}

impl Plan {
    pub(crate) fn new(
        source: &Source,
        site: &Site<'_>,
        schema: Option<&Node<'_>>,
        model: Option<&Json<'_>>,
    ) -> Self {
        let document = source.document();
        let response = match schema {
            Some(schema) => Properties::of(document, schema),
            None => Properties {
                list: Vec::new(),
                is_free_form: true,
            },
        };
        let request_schema = request_schema(site.operation);
        let identity = identity(document, site, &response, model);
        let rule = rule(document, site, request_schema.as_ref(), schema, &response);
        let request = request_schema
            .as_ref()
            .map(|schema| Properties::of(document, schema));
        let lists = request.iter().chain([&response]);
        let marked = lists
            .flat_map(|properties| &properties.list)
            .filter(|(_, nodes)| {
                let mut marks = ["readOnly", "writeOnly"].iter();
                marks.any(|mark| is_marked(document, nodes, mark))
            });
        let barred: Vec<String> = marked.map(|(name, _)| (*name).to_owned()).collect();
        let members = match (schema, rule) {
            (Some(schema), Rule::Create | Rule::Replace) => {
                let roles = Roles {
                    source,
                    rule,
                    site,
                    request: request.as_ref(),
                    response: &response,
                    required: required(document, schema),
                    barred: &barred,
                    model,
                };
                roles.members()
            }
            (None, _) | (_, Rule::Merge | Rule::Model) => {
                let list = response.list.iter();
                let members = list.map(|(name, _)| Member {
                    name: (*name).to_owned(),
                    role: Role::Kept,
                });
                members.collect()
            }
        };
        Self {
            rule,
            identity,
            members,
            barred,
            is_free_form: response.is_free_form,
        }
    }

    /// Whether the members of the model are replaced by those of the request.
    pub(crate) fn replaces_model(&self) -> bool {
        matches!(self.rule, Rule::Create | Rule::Replace)
    }

    /// Whether a response is that to a create.
    pub(crate) fn is_create(&self) -> bool {
        self.rule == Rule::Create
    }

    /// The changes to the model for a request that came at this time.
    pub(crate) fn edits<'a>(
        &'a self,
        source: &Source,
        input: &'a Input<'_>,
        model: &'a Json<'_>,
        now: &'a str,
    ) -> Vec<Edit<'a>> {
        let mut edits = Vec::new();
        let body = match (&input.body, input.patch) {
            (Some(Json::Object(members)), Patch::Members | Patch::Merge) => Some(members),
            _ => None,
        };
        match self.rule {
            // A create needs no body.
            Rule::Create if input.body.is_none() => {
                self.replace(None, &mut edits, source, model, now);
            }
            Rule::Create | Rule::Replace => {
                if body.is_some() {
                    self.replace(body, &mut edits, source, model, now);
                }
            }
            Rule::Merge => {
                if let Some(body) = body {
                    self.merge(body, input.patch, &mut edits);
                }
            }
            Rule::Model => {}
        }
        if let Some(identity) = &self.identity
            && let Some(value) = identity.value(&input.path, model)
        {
            edits.push(Edit::Set(&identity.property, value));
        }
        edits
    }

    fn replace<'a>(
        &'a self,
        body: Option<&'a oas::Members<'_>>,
        edits: &mut Vec<Edit<'a>>,
        source: &Source,
        model: &'a Json<'_>,
        now: &'a str,
    ) {
        let modelled = |name: &str| match model {
            Json::Object(members) => members.get(name),
            _ => None,
        };
        for Member { name, role } in &self.members {
            let edit = match role {
                Role::Shared {
                    default,
                    is_required,
                } => match (body.and_then(|body| body.get(name)), default) {
                    (Some(value), _) => Some(Edit::Set(name, value.borrowed())),
                    (None, Some(default)) => Some(Edit::Set(name, default.borrowed())),
                    (None, None) if *is_required => None,
                    (None, None) => Some(Edit::Remove(name)),
                },
                Role::Offered => {
                    let given = body.and_then(|body| body.get(name));
                    given.map(|value| Edit::Set(name, value.borrowed()))
                }
                Role::Id(id) => id.fresh(source).map(|value| Edit::Set(name, value)),
                Role::Timed(pointers) => modelled(name).map(|value| {
                    let mut value = value.borrowed();
                    for pointer in pointers {
                        if let Some(value) = value.at_mut(pointer) {
                            *value = Json::String(now.into());
                        }
                    }
                    Edit::Set(name, value)
                }),
                Role::Kept => None,
                Role::Omitted => Some(Edit::Remove(name)),
            };
            edits.extend(edit);
        }
        if self.is_free_form {
            let body = body.into_iter().flat_map(oas::Members::iter);
            let unknown = body.filter(|(name, _)| !self.is_known(name));
            edits.extend(unknown.map(|(name, value)| Edit::Set(name, value.borrowed())));
        }
    }

    fn merge<'a>(&'a self, body: &'a oas::Members<'_>, patch: Patch, edits: &mut Vec<Edit<'a>>) {
        for (name, value) in body.iter() {
            let is_known = self.members.iter().any(|member| member.name == name);
            if !(is_known || self.is_free_form) || self.barred.iter().any(|barred| barred == name) {
                continue;
            }
            edits.push(match value {
                Json::Null if patch == Patch::Merge => Edit::Remove(name),
                value => Edit::Set(name, value.borrowed()),
            });
        }
    }

    fn is_known(&self, name: &str) -> bool {
        let mut names = self.members.iter().map(|member| &member.name);
        names.any(|known| known == name) || self.barred.iter().any(|barred| barred == name)
    }
}
