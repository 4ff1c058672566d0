use std::borrow::Cow;

use http::StatusCode;
use oas::{Document, Json, Node};
use serde_json::json;

use super::Reply;
use super::complaint::{Complaint, MAX_LISTED};

/// Where the schema of an error has room for what is wrong.
#[derive(Default)]
pub(crate) struct Shape {
    /// The property for the reason.
    message: Option<String>,
    /// The property for the list of complaints.
    details: Option<Details>,
}

struct Details {
    property: String,
    message: Option<String>,
    target: Option<String>,
    code: Option<String>,
}

const MESSAGES: [&str; 6] = [
    "message",
    "detail",
    "error_description",
    "description",
    "reason",
    "title",
];
const LISTS: [&str; 5] = ["details", "errors", "violations", "issues", "causes"];
const TARGETS: [&str; 6] = ["target", "pointer", "path", "field", "location", "property"];
const CODES: [&str; 4] = ["code", "keyword", "error", "type"];

impl Shape {
    pub(crate) fn of(document: &Document, schema: &Node<'_>) -> Self {
        Self {
            message: property(document, schema, &MESSAGES, "string"),
            details: details(document, schema),
        }
    }

    /// An example that says what is really wrong.
    pub(crate) fn filled<'a>(
        &'a self,
        example: Json<'a>,
        reason: Option<&'a str>,
        complaints: &'a [Complaint],
    ) -> Json<'a> {
        let Json::Object(members) = example else {
            return example;
        };
        let message = self.message.as_deref().zip(reason);
        let message = message.map(|(name, reason)| (name.into(), Json::String(reason.into())));
        let details = self
            .details
            .as_ref()
            .filter(|_| !complaints.is_empty())
            .map(|details| {
                let items = complaints.iter().take(MAX_LISTED);
                let items = items.map(|complaint| details.item(complaint)).collect();
                (details.property.as_str().into(), Json::Array(items))
            });
        // They stand where the example has them.
        Json::Object(members.into_iter().chain(message).chain(details).collect())
    }
}

impl Details {
    fn item<'a>(&'a self, complaint: &'a Complaint) -> Json<'a> {
        let pairs: [(_, Cow<'_, str>); 3] = [
            (&self.code, complaint.code.as_str().into()),
            (&self.message, complaint.message.as_str().into()),
            (&self.target, complaint.target()),
        ];
        let pairs = pairs.into_iter();
        let members =
            pairs.filter_map(|(name, text)| Some((name.as_deref()?.into(), Json::String(text))));
        Json::Object(members.collect())
    }
}

/// An error as RFC 9457 describes it, for documents that describe none.
pub(crate) fn problem(status: StatusCode, reason: Option<&str>, complaints: &[Complaint]) -> Reply {
    let mut body = json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
    });
    if let Some(reason) = reason {
        body["detail"] = reason.into();
    }
    if !complaints.is_empty() {
        let items = complaints.iter().take(MAX_LISTED).map(|complaint| {
            let mut item = json!({ "detail": complaint.message });
            let place = match complaint.part.as_str() {
                "body" => "pointer",
                part => {
                    item["parameter"] = part.into();
                    "parameterPointer"
                }
            };
            // A pointer of RFC 9457 is the fragment of a URI.
            item[place] = format!("#{}", complaint.pointer).into();
            item
        });
        body["errors"] = items.collect();
    }
    Reply::json(status, "application/problem+json", &body)
}

/// Writes another status into an example: `400` and `400BadRequest` become `405` and `405MethodNotAllowed`.
pub(crate) fn lent<'a>(example: &'a Json<'_>, from: u16, to: StatusCode) -> Json<'a> {
    let (Json::Object(members), Ok(from)) = (example, StatusCode::from_u16(from)) else {
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

/// The first of these names that the schema has as a property of this type.
fn property(document: &Document, schema: &Node<'_>, names: &[&str], kind: &str) -> Option<String> {
    let of_kind = |name: &&&str| {
        let member = member(document, schema, name);
        member.is_some_and(|node| {
            document
                .all_of(node)
                .any(|part| part.str("type") == Some(kind))
        })
    };
    names.iter().find(of_kind).map(|name| (*name).to_owned())
}

fn details(document: &Document, schema: &Node<'_>) -> Option<Details> {
    let list = property(document, schema, &LISTS, "array")?;
    let list_schema = member(document, schema, &list)?;
    let items = document
        .all_of(list_schema)
        .find_map(|part| part.get("items"))?;
    let named = |names| property(document, &items, names, "string");
    let details = Details {
        message: named(&MESSAGES),
        target: named(&TARGETS),
        code: named(&CODES),
        property: list,
    };
    details.message.is_some().then_some(details)
}

/// The schema of a property.
pub(crate) fn member<'d>(
    document: &'d Document,
    schema: &Node<'d>,
    name: &str,
) -> Option<Node<'d>> {
    let mut parts = document.all_of(schema.clone());
    parts.find_map(|part| part.get("properties")?.get(name))
}
