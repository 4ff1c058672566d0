//! Error responses in the documented shape.

mod details;
mod items;
mod schema;

use http::StatusCode;
use oas::{Document, Json, Node};
use serde_json::json;

use super::edit::{Edit, edited};
use super::mock_response::MockResponse;
use super::properties::{has_type, member};
use super::violation::{MAX_LISTED, Violation};
use details::{Details, details, strings};
use items::Items;
use schema::{MESSAGES, items, lists_strings, property};

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
