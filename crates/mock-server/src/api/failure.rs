//! Errors, in the shape that the document has for them.

use std::borrow::Cow;

use http::StatusCode;
use oas::{Document, Json, Node};
use serde_json::json;

use super::edit::{Edit, edited};
use super::properties::{has_type, member, parts};
use super::reply::Reply;
use super::violation::{MAX_LISTED, Violation};

/// The properties of the schema of an error that describe what is wrong.
#[derive(Default)]
pub(crate) struct Shape {
    /// For the reason.
    message: Option<String>,
    /// For the list of violations.
    details: Option<Details>,
    /// For the status, as a number and as a string.
    numbers: Vec<String>,
    codes: Vec<String>,
    /// For the name of the status.
    titles: Vec<String>,
    /// The object that contains all of this.
    inner: Option<(String, Box<Shape>)>,
}

struct Details {
    property: String,
    message: Option<String>,
    target: Option<Target>,
    code: Option<String>,
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
        shape
    }

    fn at(document: &Document, schema: &Node<'_>) -> Self {
        let message = property(document, schema, &MESSAGES, "string");
        let all = |names: &[&str], kinds: &[&str]| {
            let names = names.iter().filter(|name| {
                let member = member(document, schema, name);
                member.is_some_and(|node| kinds.iter().any(|kind| has_type(document, &node, kind)))
            });
            names.map(|name| (*name).to_owned()).collect::<Vec<_>>()
        };
        let mut titles = all(&TITLES, &["string"]);
        titles.retain(|title| Some(title) != message.as_ref());
        Self {
            message,
            details: details(document, schema),
            numbers: all(&STATUSES, &["integer", "number"]),
            codes: all(&STATUSES, &["string"]),
            titles,
            inner: None,
        }
    }

    /// The model with what is really wrong, as far as the schema allows it.
    pub(crate) fn filled<'a>(
        &'a self,
        model: &'a Json<'_>,
        status: StatusCode,
        is_sample: bool,
        reason: Option<&'a str>,
        violations: &'a [Violation],
        is_valid: &dyn Fn(&Json<'_>) -> bool,
    ) -> Json<'a> {
        let mut edits = self.edits(status, is_sample, reason, violations);
        if let (Some((name, inner)), Json::Object(members)) = (&self.inner, model)
            && let Some(Json::Object(members)) = members.get(name)
        {
            let edits_within = inner.edits(status, is_sample, reason, violations);
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
        // An author's example is about its status already.
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
            if let (Some(name), None) = (&self.message, reason) {
                edits.push(Edit::Set(name, Json::String(phrase.into())));
            }
        }
        if let Some((name, reason)) = self.message.as_deref().zip(reason) {
            edits.push(Edit::Set(name, Json::String(reason.into())));
        }
        if let Some(details) = self.details.as_ref().filter(|_| !violations.is_empty()) {
            let items = violations.iter().take(MAX_LISTED);
            let items = items.map(|violation| details.item(violation)).collect();
            edits.push(Edit::Set(&details.property, Json::Array(items)));
        }
        edits
    }
}

impl Details {
    fn item<'a>(&'a self, violation: &'a Violation) -> Json<'a> {
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
        let members = [
            text(&self.code, violation.code.as_str().into()),
            text(&self.message, violation.message.as_str().into()),
            target,
        ];
        Json::Object(members.into_iter().flatten().collect())
    }
}

/// An error as RFC 9457 describes it, for documents that describe none.
pub(crate) fn problem(status: StatusCode, reason: Option<&str>, violations: &[Violation]) -> Reply {
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
            let place = match violation.part.as_str() {
                "body" => "pointer",
                part => {
                    item["parameter"] = part.into();
                    "parameterPointer"
                }
            };
            // A pointer of RFC 9457 is the fragment of a URI.
            item[place] = format!("#{}", violation.pointer).into();
            item
        });
        body["errors"] = items.collect();
    }
    Reply::json(status, "application/problem+json", &body)
}

/// Writes another status into an example: `400` and `400BadRequest` become `405` and `405MethodNotAllowed`.
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

fn details(document: &Document, schema: &Node<'_>) -> Option<Details> {
    let list = property(document, schema, &LISTS, "array")?;
    let list_schema = member(document, schema, &list)?;
    let items = parts(document, &list_schema)
        .into_iter()
        .find_map(|part| part.get("items"))?;
    let named = |names| property(document, &items, names, "string");
    let target = named(&TARGETS).map(|property| Target {
        property,
        is_list: false,
    });
    let target = target.or_else(|| {
        let property = property(document, &items, &TARGETS, "array")?;
        Some(Target {
            property,
            is_list: true,
        })
    });
    let details = Details {
        message: named(&MESSAGES),
        target,
        code: named(&CODES),
        property: list,
    };
    details.message.is_some().then_some(details)
}
