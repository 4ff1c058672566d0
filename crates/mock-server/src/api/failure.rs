//! Error responses in the documented shape.

use std::borrow::Cow;

use http::StatusCode;
use oas::{Document, Json, Node};
use serde_json::json;

use super::edit::{Edit, edited};
use super::mock_response::MockResponse;
use super::properties::{has_type, member, parts, required};
use super::violation::{MAX_LISTED, Violation};

/// Properties of the schema of an error that describe its cause.
#[derive(Default)]
pub(crate) struct Shape {
    /// For the reason.
    message: Option<Message>,
    /// For the list of violations.
    details: Option<Details>,
    /// For the status, as a number and as a string.
    numbers: Vec<String>,
    codes: Vec<String>,
    /// For the name of the status.
    titles: Vec<String>,
    /// Whether it is a problem of RFC 9457.
    is_problem: bool,
    /// The object that contains all of this.
    inner: Option<(String, Box<Shape>)>,
    /// For an error that is an array.
    items: Option<Items>,
}

struct Message {
    property: String,
    /// Whether it is an array of strings.
    is_list: bool,
}

/// Format of the list of violations.
enum Details {
    Objects {
        property: String,
        items: Items,
    },
    /// As strings.
    Strings {
        property: String,
    },
    /// As strings, or as arrays of them, by the name of the member.
    Members {
        property: String,
        is_list: bool,
    },
}

/// The objects of a list of violations.
struct Items {
    message: String,
    target: Option<Target>,
    code: Option<String>,
    /// For the status, as a string.
    status: Option<String>,
    /// The members `pointer` and `parameter` of an object `source` (JSON:API).
    source: Option<[bool; 2]>,
    /// Members that every object has.
    required: Vec<String>,
}

struct Target {
    property: String,
    is_list: bool,
}

const MESSAGES: [&str; 8] = [
    "message",
    "detail",
    "error_description",
    "description",
    "reason",
    "msg",
    "errorMessage",
    "title",
];
const LISTS: [&str; 7] = [
    "details",
    "errors",
    "violations",
    "issues",
    "causes",
    "detail",
    "validationErrors",
];
const TARGETS: [&str; 8] = [
    "target", "pointer", "path", "field", "location", "property", "loc", "name",
];
const CODES: [&str; 4] = ["code", "keyword", "error", "type"];
const STATUSES: [&str; 4] = ["status", "statusCode", "status_code", "code"];
const TITLES: [&str; 3] = ["title", "error", "statusText"];
const WRAPPERS: [&str; 3] = ["error", "fault", "errors"];

impl Shape {
    pub(crate) fn of(document: &Document, schema: &Node<'_>) -> Self {
        let mut shape = Self::at(document, schema);
        let is_empty = shape.message.is_none() && shape.details.is_none();
        let wrapper = property(document, schema, &WRAPPERS, "object").filter(|_| is_empty);
        if let Some(name) = wrapper
            && let Some(inner) = member(document, schema, &name)
        {
            shape.inner = Some((name, Box::new(Self::at(document, &inner))));
        }
        let items = items(document, schema).filter(|_| has_type(document, schema, "array"));
        shape.items = items.and_then(|items| Items::of(document, &items));
        shape
    }

    fn at(document: &Document, schema: &Node<'_>) -> Self {
        let message = message(document, schema);
        let all = |names: &[&str], kinds: &[&str]| {
            let names = names.iter().filter(|name| {
                let member = member(document, schema, name);
                member.is_some_and(|node| kinds.iter().any(|kind| has_type(document, &node, kind)))
            });
            names.map(|name| (*name).to_owned()).collect::<Vec<_>>()
        };
        let mut titles = all(&TITLES, &["string"]);
        let property = message.as_ref().map(|message| &message.property);
        titles.retain(|title| Some(title) != property);
        let details = details(document, schema);
        let details = details.filter(|details| Some(details.property()) != property);
        let numbers = all(&STATUSES, &["integer", "number"]);
        let has_status = numbers.iter().any(|name| name == "status");
        Self {
            is_problem: has_status && all(&["type", "title"], &["string"]).len() == 2,
            message,
            details,
            numbers,
            codes: all(&STATUSES, &["string"]),
            titles,
            inner: None,
            items: None,
        }
    }

    /// The model with the actual cause, as far as the schema allows it.
    pub(crate) fn filled<'a>(
        &'a self,
        model: &'a Json<'_>,
        status: StatusCode,
        is_sample: bool,
        reason: Option<&'a str>,
        violations: &'a [Violation],
        is_valid: &dyn Fn(&Json<'_>) -> bool,
    ) -> Json<'a> {
        if let (Some(items), Json::Array(models)) = (&self.items, model) {
            let whole = reason.map(|reason| Violation::about("request", "request", reason));
            let listed = match violations {
                [] => whole.as_slice(),
                violations => &violations[..violations.len().min(MAX_LISTED)],
            };
            let value = owned(&items.value(listed, status, models.first()));
            let is_useful = !listed.is_empty() && is_valid(&value);
            return if is_useful { value } else { owned(model) };
        }
        let mut edits = self.edits(status, is_sample, reason, violations);
        let sample = |name: &str| match model {
            Json::Object(members) if is_sample => match members.get(name)? {
                Json::Array(items) => items.first(),
                _ => None,
            },
            _ => None,
        };
        if let Some(details) = self.details.as_ref().filter(|_| !violations.is_empty()) {
            let listed = &violations[..violations.len().min(MAX_LISTED)];
            let value = owned(&details.value(listed, status, sample(details.property())));
            edits.push(Edit::Set(details.property(), value));
        }
        if let (Some((name, inner)), Json::Object(members)) = (&self.inner, model)
            && let Some(Json::Object(members)) = members.get(name)
        {
            let mut edits_within = inner.edits(status, is_sample, reason, violations);
            if let Some(details) = inner.details.as_ref().filter(|_| !violations.is_empty()) {
                let listed = &violations[..violations.len().min(MAX_LISTED)];
                let value = owned(&details.value(listed, status, None));
                edits_within.push(Edit::Set(details.property(), value));
            }
            let object = Json::Object(members.clone());
            let (value, _) = edited(&object, edits_within, &|_| true);
            edits.push(Edit::Set(name, owned(&value)));
        }
        edited(model, edits, is_valid).0
    }

    fn edits<'a>(
        &'a self,
        status: StatusCode,
        is_sample: bool,
        reason: Option<&'a str>,
        violations: &'a [Violation],
    ) -> Vec<Edit<'a>> {
        let mut edits = Vec::new();
        // A documented example contains these values.
        if is_sample {
            let phrase = status.canonical_reason().unwrap_or_default();
            for name in &self.numbers {
                edits.push(Edit::Set(name, Json::Number(status.as_u16().into())));
            }
            for name in &self.codes {
                edits.push(Edit::Set(
                    name,
                    Json::String(status.as_str().to_owned().into()),
                ));
            }
            for name in &self.titles {
                edits.push(Edit::Set(name, Json::String(phrase.into())));
            }
            if let (Some(message), None) = (&self.message, reason) {
                edits.push(message.edit(phrase, &[]));
            }
            if self.is_problem {
                edits.push(Edit::Set("type", Json::String("about:blank".into())));
                edits.push(Edit::Remove("instance"));
            }
        }
        if let Some((message, reason)) = self.message.as_ref().zip(reason) {
            edits.push(message.edit(reason, violations));
        }
        edits
    }
}

impl Message {
    fn edit<'a>(&'a self, reason: &'a str, violations: &[Violation]) -> Edit<'a> {
        let value = match self.is_list {
            false => Json::String(reason.into()),
            true if violations.is_empty() => Json::Array(vec![Json::String(reason.into())]),
            true => strings(violations.iter().take(MAX_LISTED)),
        };
        Edit::Set(&self.property, value)
    }
}

impl Details {
    fn property(&self) -> &String {
        match self {
            Self::Objects { property, .. }
            | Self::Strings { property }
            | Self::Members { property, .. } => property,
        }
    }

    fn value<'a>(
        &'a self,
        violations: &'a [Violation],
        status: StatusCode,
        model: Option<&'a Json<'_>>,
    ) -> Json<'a> {
        match self {
            Self::Objects { items, .. } => items.value(violations, status, model),
            Self::Strings { .. } => strings(violations.iter()),
            Self::Members { is_list, .. } => {
                let mut members: Vec<(String, Vec<Json<'_>>)> = Vec::new();
                for violation in violations {
                    let steps = violation.steps();
                    let name = match steps.as_slice() {
                        [part] => part.clone(),
                        [_, within @ ..] => within.join("."),
                        [] => continue,
                    };
                    let message = Json::String(violation.message.as_str().into());
                    match members.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, messages)) => messages.push(message),
                        None => members.push((name, vec![message])),
                    }
                }
                let members = members.into_iter().map(|(name, mut messages)| {
                    let value = match is_list {
                        true => Json::Array(messages),
                        false => messages.swap_remove(0),
                    };
                    (name.into(), value)
                });
                Json::Object(members.collect())
            }
        }
    }
}

fn strings<'v>(violations: impl Iterator<Item = &'v Violation>) -> Json<'static> {
    let messages = violations.map(|violation| Json::String(violation.to_string().into()));
    Json::Array(messages.collect())
}

impl Items {
    /// `None` for objects that cannot describe a violation.
    fn of(document: &Document, schema: &Node<'_>) -> Option<Self> {
        let named = |names| property(document, schema, names, "string");
        let target = named(&TARGETS).map(|property| Target {
            property,
            is_list: false,
        });
        let target = target.or_else(|| {
            let property = property(document, schema, &TARGETS, "array")?;
            Some(Target {
                property,
                is_list: true,
            })
        });
        let source = member(document, schema, "source").map(|source| {
            ["pointer", "parameter"].map(|name| member(document, &source, name).is_some())
        });
        let required = required(document, schema).into_iter();
        Some(Self {
            message: named(&MESSAGES)?,
            target,
            code: named(&CODES),
            status: named(&["status"]),
            source: source.filter(|has| has.contains(&true)),
            required: required.map(str::to_owned).collect(),
        })
    }

    /// One object for each violation. Other required members are those of the model.
    fn value<'a>(
        &'a self,
        violations: &'a [Violation],
        status: StatusCode,
        model: Option<&'a Json<'_>>,
    ) -> Json<'a> {
        let items = violations
            .iter()
            .map(|violation| self.item(violation, status, model));
        Json::Array(items.collect())
    }

    fn item<'a>(
        &'a self,
        violation: &'a Violation,
        status: StatusCode,
        model: Option<&'a Json<'_>>,
    ) -> Json<'a> {
        let text = |name: &'a Option<String>, text: Cow<'a, str>| {
            Some((Cow::from(name.as_deref()?), Json::String(text)))
        };
        let target = self.target.as_ref().map(|target| {
            let value = match target.is_list {
                true => {
                    let steps = violation.steps().into_iter();
                    Json::Array(steps.map(|step| Json::String(step.into())).collect())
                }
                false => Json::String(violation.target()),
            };
            (Cow::from(target.property.as_str()), value)
        });
        let source = self
            .source
            .map(|has| (Cow::from("source"), source(violation, has)));
        let message = violation.message.as_str();
        let members = [
            text(&self.code, violation.code.as_str().into()),
            text(&self.status, status.as_str().to_owned().into()),
            Some((self.message.as_str().into(), Json::String(message.into()))),
            target,
            source,
        ];
        let mut members: Vec<_> = members.into_iter().flatten().collect();
        for name in &self.required {
            let is_known = members.iter().any(|(known, _)| known == name);
            if let (false, Some(Json::Object(model))) = (is_known, model)
                && let Some(value) = model.get(name)
            {
                members.push((name.as_str().into(), value.borrowed()));
            }
        }
        Json::Object(members.into_iter().collect())
    }
}

/// The position of a violation in the format of JSON:API.
fn source(violation: &Violation, [has_pointer, has_parameter]: [bool; 2]) -> Json<'_> {
    let member = match violation.part.split_once(' ') {
        Some((_, name)) if has_parameter => Some(("parameter", name)),
        None if has_pointer => Some(("pointer", violation.pointer.as_str())),
        _ => None,
    };
    let members = member.map(|(key, value)| (Cow::from(key), Json::String(value.into())));
    Json::Object(members.into_iter().collect())
}

/// An error as RFC 9457 describes it, for documents that describe none.
pub(crate) fn problem(
    status: StatusCode,
    reason: Option<&str>,
    violations: &[Violation],
) -> MockResponse {
    let mut body = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
    });
    if let Some(reason) = reason {
        body["detail"] = reason.into();
    }
    if !violations.is_empty() {
        let items = violations.iter().take(MAX_LISTED).map(|violation| {
            let mut item = json!({ "detail": violation.message });
            let key = match violation.part.as_str() {
                "body" => "pointer",
                part => {
                    item["parameter"] = part.into();
                    "parameterPointer"
                }
            };
            // A pointer of RFC 9457 is the fragment of a URI.
            item[key] = format!("#{}", violation.pointer).into();
            item
        });
        body["errors"] = items.collect();
    }
    MockResponse::json(status, "application/problem+json", &body)
}

/// Writes another status into an example: `400` and `400BadRequest` become `405` and
/// `405MethodNotAllowed`.
pub(crate) fn with_status<'a>(example: &'a Json<'_>, from: StatusCode, to: StatusCode) -> Json<'a> {
    let Json::Object(members) = example else {
        return example.borrowed();
    };
    let named = |status: StatusCode| {
        let reason = status.canonical_reason().unwrap_or_default();
        format!("{}{}", status.as_str(), reason.replace(' ', ""))
    };
    let members = members.iter().map(|(name, value)| {
        let value = match value {
            Json::String(text) if *text == named(from) => Json::String(named(to).into()),
            Json::String(text) if text == from.as_str() => {
                Json::String(to.as_str().to_owned().into())
            }
            Json::Number(number) if number.as_u64() == Some(u64::from(from.as_u16())) => {
                Json::Number(to.as_u16().into())
            }
            other => other.borrowed(),
        };
        (name.into(), value)
    });
    Json::Object(members.collect())
}

fn owned(value: &Json<'_>) -> Json<'static> {
    Json::from(value.to_value())
}

/// The first of these names that the schema has as a property of this type.
fn property(document: &Document, schema: &Node<'_>, names: &[&str], kind: &str) -> Option<String> {
    let has_kind = |name: &&&str| {
        let member = member(document, schema, name);
        member.is_some_and(|node| {
            has_type(document, &node, kind)
                || (kind == "object"
                    && parts(document, &node)
                        .iter()
                        .any(|part| part.get("properties").is_some()))
        })
    };
    names.iter().find(has_kind).map(|name| (*name).to_owned())
}

fn message(document: &Document, schema: &Node<'_>) -> Option<Message> {
    if let Some(property) = property(document, schema, &MESSAGES, "string") {
        return Some(Message {
            property,
            is_list: false,
        });
    }
    let property = MESSAGES.iter().find(|name| {
        let member = member(document, schema, name);
        member.is_some_and(|node| lists_strings(document, &node))
    })?;
    Some(Message {
        property: (*property).to_owned(),
        is_list: true,
    })
}

fn details(document: &Document, schema: &Node<'_>) -> Option<Details> {
    let Some(list) = property(document, schema, &LISTS, "array") else {
        return by_member(document, schema);
    };
    let items = items(document, &member(document, schema, &list)?)?;
    if has_type(document, &items, "string") {
        return Some(Details::Strings { property: list });
    }
    let items = Items::of(document, &items)?;
    Some(Details::Objects {
        property: list,
        items,
    })
}

/// A map such as `{"errors": {"name": ["is required"]}}`.
fn by_member(document: &Document, schema: &Node<'_>) -> Option<Details> {
    LISTS.iter().find_map(|name| {
        let map = member(document, schema, name)?;
        let mut parts = parts(document, &map).into_iter();
        let values = parts.find_map(|part| part.get("additionalProperties"))?;
        let is_list = lists_strings(document, &values);
        let is_known = is_list || has_type(document, &values, "string");
        is_known.then(|| Details::Members {
            property: (*name).to_owned(),
            is_list,
        })
    })
}

fn items<'d>(document: &'d Document, schema: &Node<'d>) -> Option<Node<'d>> {
    let mut parts = parts(document, schema).into_iter();
    parts.find_map(|part| part.get("items"))
}

/// Whether a schema is that of an array of strings.
fn lists_strings(document: &Document, schema: &Node<'_>) -> bool {
    has_type(document, schema, "array")
        && items(document, schema).is_some_and(|items| has_type(document, &items, "string"))
}
