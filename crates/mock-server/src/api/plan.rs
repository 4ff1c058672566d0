//! Derives responses from a model and the request: overlays, generates and removes members.

use http::{Method, StatusCode};
use oas::{Document, Json, Node, Pointer};
use serde_json::Value;

use super::edit::Edit;
use super::properties::{Properties, is_marked, member, required};
use super::source::Source;
use super::typing::Typing;

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

#[derive(Clone, Copy, PartialEq)]
enum Rule {
    /// The request creates what the response describes.
    Create,
    /// The request replaces it.
    Replace,
    /// The request changes a part of it.
    Merge,
    /// The response is the model.
    Model,
}

/// The member that equals the last segment of the path.
struct Identity {
    parameter: String,
    property: String,
    typings: Vec<Typing>,
}

struct Member {
    name: String,
    role: Role,
}

enum Role {
    /// The request can set it.
    Shared {
        default: Option<Json<'static>>,
        is_required: bool,
    },
    /// The request can set it, because it can set any member.
    Offered,
    /// A new id.
    Id(Id),
    /// The value of the model with the current time at these pointers.
    Timed(Vec<Pointer>),
    /// It comes from the model.
    Kept,
    /// It is not in the response.
    Omitted,
}

/// The form of an id.
enum Id {
    Number {
        least: u64,
        most: u64,
    },
    Uuid,
    Hexadecimal,
    /// A value of the schema.
    Of(Pointer),
}

/// From 2^53 on, not every integer is a float of its own.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// The response of an operation that a plan is for.
pub(crate) struct Site<'d> {
    pub(crate) operation: &'d oas::Operation<'d>,
    pub(crate) status: StatusCode,
    /// The parameter of the path of one item, if this is the path of the list: `petId` of
    /// `/pets/{petId}` for `/pets`.
    pub(crate) item: Option<&'d str>,
}

/// The parts of a request that a response depends on.
#[derive(Default)]
pub(crate) struct Input<'r> {
    pub(crate) body: Option<Json<'r>>,
    pub(crate) patch: Patch,
    /// The parameters of its path.
    pub(crate) path: oas::Members<'r>,
}

/// Format of a body that describes a change.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) enum Patch {
    /// Its members are those of the resource.
    #[default]
    Members,
    /// The same, and `null` removes a member (RFC 7396).
    Merge,
    /// It is a list of operations (RFC 6902).
    Operations,
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
        let mut barred = Vec::new();
        for (name, nodes) in request.iter().flat_map(|request| &request.list) {
            if ["readOnly", "writeOnly"]
                .iter()
                .any(|mark| is_marked(document, nodes, mark))
            {
                barred.push((*name).to_owned());
            }
        }
        for (name, nodes) in &response.list {
            if is_marked(document, nodes, "writeOnly") || is_marked(document, nodes, "readOnly") {
                barred.push((*name).to_owned());
            }
        }
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
            && let Some(value) = input.path.get(&identity.parameter)
        {
            let text = match value {
                Json::String(text) => text.clone().into_owned(),
                other => other.to_string(),
            };
            let typings = identity.typings.iter();
            let values = typings.map(|typing| Json::from(typing.value(&text)));
            // An integer that is rounded is another one.
            let values = values.filter(|value| match value {
                Json::Number(number) if number.is_f64() => number
                    .as_f64()
                    .is_some_and(|number| number.abs() < MAX_EXACT),
                _ => true,
            });
            // The value with the type of the model is preferred.
            let current = match model {
                Json::Object(members) => members.get(&identity.property),
                _ => None,
            };
            let is_alike = |value: &Json<'_>| {
                current.is_none_or(|current| {
                    std::mem::discriminant(current) == std::mem::discriminant(value)
                })
            };
            let values: Vec<_> = values.collect();
            let value = values
                .iter()
                .find(|value| is_alike(value))
                .or(values.first());
            edits.extend(value.map(|value| Edit::Set(&identity.property, value.clone())));
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
                Role::Timed(places) => modelled(name).map(|value| {
                    let mut value = value.borrowed();
                    for place in places {
                        if let Some(place) = value.at_mut(place) {
                            *place = Json::String(now.into());
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

/// Context of the roles of members.
struct Roles<'r, 'd> {
    source: &'r Source,
    rule: Rule,
    site: &'r Site<'r>,
    request: Option<&'r Properties<'d>>,
    response: &'r Properties<'d>,
    required: std::collections::HashSet<&'r str>,
    barred: &'r [String],
    model: Option<&'r Json<'r>>,
}

impl Roles<'_, '_> {
    fn members(&self) -> Vec<Member> {
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
        let mut places = Vec::new();
        if let Some(value) = self.modelled(name) {
            for node in nodes {
                date_times(document, node, value, &Pointer::root(), &mut places);
            }
        }
        match places.is_empty() {
            true => Role::Kept,
            false => Role::Timed(places),
        }
    }
}

/// The schema of the body of a request, in a media type whose value has members.
fn request_schema<'d>(operation: &oas::Operation<'d>) -> Option<Node<'d>> {
    let media_types = operation.request_body()?.media_types();
    let is_patch =
        |media_type: &&oas::MediaType<'_>| media_type.essence() == "application/json-patch+json";
    let mut members = media_types
        .iter()
        .filter(|media_type| !is_patch(media_type));
    let json = members.clone().find(|media_type| media_type.is_json());
    json.or_else(|| members.next())?.schema.clone()
}

fn rule(
    document: &Document,
    site: &Site<'_>,
    request: Option<&Node<'_>>,
    response: Option<&Node<'_>>,
    properties: &Properties<'_>,
) -> Rule {
    let method = site.operation.method();
    let (Some(request), Some(response)) = (request, response) else {
        return match (method, site.status) {
            (oas::Method::Post, StatusCode::CREATED) => Rule::Create,
            (oas::Method::Put | oas::Method::Patch, _) if request.is_some() => Rule::Merge,
            _ => Rule::Model,
        };
    };
    match method {
        oas::Method::Post if site.status == StatusCode::CREATED => Rule::Create,
        oas::Method::Post
            if site.status == StatusCode::OK && is_composed(document, request, response) =>
        {
            Rule::Create
        }
        oas::Method::Put => {
            let requested = Properties::of(document, request);
            let shares_identity = identity_property(site, properties, None)
                .is_some_and(|property| requested.has(&property));
            if is_composed(document, request, response) || shares_identity {
                Rule::Replace
            } else {
                Rule::Merge
            }
        }
        oas::Method::Patch => Rule::Merge,
        _ => Rule::Model,
    }
}

/// Whether the schema of a response is that of the request, or composes it by `allOf`.
fn is_composed(document: &Document, request: &Node<'_>, response: &Node<'_>) -> bool {
    let Some(request) = bare(document, request.clone()) else {
        return false;
    };
    let mut parts = document.all_of(response.clone());
    parts.any(|part| part.pointer == request.pointer || part.value == request.value)
}

/// The schema without references around it, and without an `allOf` of one member that adds nothing.
fn bare<'d>(document: &'d Document, schema: Node<'d>) -> Option<Node<'d>> {
    let mut schema = document.resolve(schema)?;
    for _ in 0..8 {
        let mut members = schema.items_of("allOf");
        let (first, second) = (members.next(), members.next());
        let has_own = [
            "properties",
            "additionalProperties",
            "required",
            "oneOf",
            "anyOf",
        ]
        .iter()
        .any(|keyword| schema.get(keyword).is_some());
        match (first, second) {
            (Some(only), None) if !has_own => schema = document.resolve(only)?,
            _ => break,
        }
    }
    Some(schema)
}

fn identity(
    document: &Document,
    site: &Site<'_>,
    response: &Properties<'_>,
    model: Option<&Json<'_>>,
) -> Option<Identity> {
    let parameter = last_parameter(site.operation.path())?;
    let property = identity_property(site, response, model)?;
    let typings = match response.get(&property) {
        Some(nodes) => nodes
            .iter()
            .flat_map(|node| Typing::alternatives(document, Some(node)))
            .collect(),
        None => match model {
            Some(Json::Object(members)) => match members.get(&property) {
                Some(Json::Number(_)) => vec![Typing::number(), Typing::text()],
                _ => vec![Typing::text()],
            },
            _ => vec![Typing::text()],
        },
    };
    Some(Identity {
        parameter: parameter.to_owned(),
        property,
        typings,
    })
}

/// The property that the last segment of the path identifies: that of the same name, or else `id`.
fn identity_property(
    site: &Site<'_>,
    response: &Properties<'_>,
    model: Option<&Json<'_>>,
) -> Option<String> {
    let parameter = last_parameter(site.operation.path())?;
    let has = |name: &str| {
        let in_model = matches!(model, Some(Json::Object(members)) if members.get(name).is_some());
        response.has(name) || in_model
    };
    if has(parameter) {
        return Some(parameter.to_owned());
    }
    (is_id(parameter) && has("id")).then(|| "id".to_owned())
}

/// The parameter that is the last segment of a path.
pub(crate) fn last_parameter(path: &str) -> Option<&str> {
    let (_, segment) = path.rsplit_once('/')?;
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then_some(name)
}

/// Whether a name is that of an identifier, by convention.
fn is_id(name: &str) -> bool {
    name == "id" || ["Id", "_id", "-id"].iter().any(|end| name.ends_with(end))
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

impl Id {
    fn of(document: &Document, schema: &Node<'_>, modelled: Option<&Json<'_>>) -> Self {
        let parts: Vec<_> = document.all_of(schema.clone()).collect();
        let has = |keyword: &str| parts.iter().find_map(|part| part.value.get(keyword));
        let number = |keyword: &str| has(keyword).and_then(Value::as_u64);
        let kind = has("type").and_then(Value::as_str);
        match (kind, modelled) {
            (Some("integer" | "number"), _) | (None, Some(Json::Number(_))) => Self::Number {
                least: number("minimum").unwrap_or(1).saturating_add(1),
                most: number("maximum")
                    .unwrap_or(i32::MAX as u64)
                    .saturating_sub(1),
            },
            (_, Some(Json::String(text))) if is_uuid(text) => Self::Uuid,
            _ if has("format").is_some_and(|format| format == "uuid") => Self::Uuid,
            _ if has("pattern").is_none()
                && has("format").is_none()
                && has("enum").is_none()
                && number("maxLength").is_none_or(|most| most >= 32)
                && number("minLength").is_none_or(|least| least <= 32) =>
            {
                Self::Hexadecimal
            }
            _ => Self::Of(schema.pointer.clone()),
        }
    }

    /// A new id.
    fn fresh(&self, source: &Source) -> Option<Json<'static>> {
        let id = match self {
            Self::Number { least, most } => {
                let range = *least..=(*most).max(*least);
                let spread = (*range.end() - *range.start()).saturating_add(1);
                let number = range.start() + source.draw(spread);
                return Some(Json::Number(number.into()));
            }
            Self::Uuid => {
                let number = (random(source) & !(0xf << 76) & !(0x3 << 62)) | 0x4 << 76 | 0x2 << 62;
                let digits = format!("{number:032x}");
                [
                    &digits[..8],
                    &digits[8..12],
                    &digits[12..16],
                    &digits[16..20],
                    &digits[20..],
                ]
                .join("-")
            }
            Self::Hexadecimal => format!("{:032x}", random(source)),
            Self::Of(schema) => {
                let value = source.random(schema, &mut |below| source.draw(below));
                return value.map(Json::from);
            }
        };
        Some(Json::String(id.into()))
    }
}

fn random(source: &Source) -> u128 {
    u128::from(source.draw(u64::MAX)) << 64 | u128::from(source.draw(u64::MAX))
}

fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12])
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// The method of an operation as an HTTP method.
pub(crate) fn method(operation: &oas::Operation<'_>) -> Option<Method> {
    Method::from_bytes(operation.method().as_str().as_bytes()).ok()
}
