use std::fmt;

use http::StatusCode;
use oas::{Direction, Document, MediaType, Node, Validator, Validators};
use serde_json::{Value, json};

use super::Reply;

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Complaint {
    /// The part of the request: `body`, or a place and a name such as `header X-Version`.
    pub(crate) part: String,
    /// The JSON pointer of the value within that part.
    pub(crate) pointer: String,
    /// The keyword that refuses it: `required`, `format`, …
    pub(crate) code: String,
    pub(crate) message: String,
}

impl Complaint {
    fn target(&self) -> String {
        let part = if self.part == "body" && !self.pointer.is_empty() {
            ""
        } else {
            &self.part
        };
        [part, &self.pointer]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// `/dueDate: "soon" is not a valid date-time`, `header X-Version: …`.
impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.target(), self.message)
    }
}

/// How many complaints an answer lists: a large body can be wrong in a million places.
const MAX_LISTED: usize = 100;

/// The shape in which a document describes one error answer.
pub(crate) struct Shape {
    /// The status as the document writes it: `400`, `4XX` or `default`.
    status: String,
    content_type: String,
    /// The documented example, or a sample.
    base: Value,
    /// The property for the reason.
    message: Option<String>,
    /// The property for the list of complaints.
    details: Option<Details>,
    validator: Option<Validator>,
    headers: Vec<(String, String)>,
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
    /// The shape of a response; `None` when it has no JSON.
    pub(crate) fn of(
        document: &Document,
        validators: &Validators<'_>,
        response: &oas::Response<'_>,
    ) -> Option<Self> {
        let media_type = response
            .media_types()
            .into_iter()
            .find(MediaType::is_json)?;
        let schema = media_type.schema.clone();
        let validator = schema.as_ref().and_then(|schema| {
            validators
                .compile(&schema.pointer, Direction::Response)
                .ok()
        });
        let valid = |value: &Value| {
            validator
                .as_ref()
                .is_none_or(|validator| validator.is_valid(value))
        };
        let example = media_type
            .examples
            .iter()
            .map(|example| example.value.value)
            .find(|value| valid(value))
            .cloned();
        let sample = || oas::sample(document, &schema.as_ref()?.pointer, Direction::Response);
        let base = example.or_else(sample).unwrap_or_else(|| json!({}));
        let headers = response
            .headers()
            .into_iter()
            .filter_map(|header| Some((header.name.to_owned(), example_of(document, &header)?)));
        Some(Self {
            status: response.status.to_owned(),
            content_type: media_type.name.to_owned(),
            message: schema
                .as_ref()
                .and_then(|schema| property(document, schema, &MESSAGES, "string")),
            details: schema.as_ref().and_then(|schema| details(document, schema)),
            headers: headers.collect(),
            base,
            validator,
        })
    }

    pub(crate) fn is_for(&self, status: StatusCode) -> bool {
        self.status == status.as_str()
    }

    /// Whether the document means this status among others: `4XX`, `default`.
    pub(crate) fn covers(&self, status: StatusCode) -> bool {
        let range = self
            .status
            .strip_suffix("XX")
            .or(self.status.strip_suffix("xx"));
        range.map_or(self.status == "default", |digit| {
            status.as_str().starts_with(digit)
        })
    }

    pub(crate) fn reply(
        &self,
        status: StatusCode,
        reason: Option<&str>,
        complaints: &[Complaint],
    ) -> Reply {
        let mut body = self.base.clone();
        if !self.is_for(status) {
            lend(&mut body, &self.status, status);
        }
        if let Value::Object(object) = &mut body {
            if let (Some(name), Some(reason)) = (&self.message, reason) {
                object.insert(name.clone(), reason.into());
            }
            if let (Some(details), false) = (&self.details, complaints.is_empty()) {
                let items = complaints
                    .iter()
                    .take(MAX_LISTED)
                    .map(|complaint| details.item(complaint));
                object.insert(details.property.clone(), items.collect());
            }
        }
        let valid = self
            .validator
            .as_ref()
            .is_none_or(|validator| validator.is_valid(&body));
        let mut reply = Reply::json(
            status,
            &self.content_type,
            if valid { &body } else { &self.base },
        );
        for (name, value) in self.headers.iter().filter(|_| self.is_for(status)) {
            reply.set(name, value);
        }
        reply
    }
}

impl Details {
    fn item(&self, complaint: &Complaint) -> Value {
        let pairs = [
            (&self.code, complaint.code.clone()),
            (&self.message, complaint.message.clone()),
            (&self.target, complaint.target()),
        ];
        pairs
            .into_iter()
            .filter_map(|(name, text)| Some((name.clone()?, Value::from(text))))
            .collect()
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
        let items = complaints.iter().take(MAX_LISTED).map(|complaint| match complaint.part.as_str() {
            "body" => json!({ "detail": complaint.message, "pointer": format!("#{}", complaint.pointer) }),
            part => json!({ "detail": complaint.message, "parameter": part, "pointer": format!("#{}", complaint.pointer) }),
        });
        body["errors"] = items.collect();
    }
    Reply::json(status, "application/problem+json", &body)
}

/// All complaints in one line.
pub(crate) fn summary(complaints: &[Complaint]) -> String {
    let listed = complaints.iter().take(MAX_LISTED).map(Complaint::to_string);
    let mut text = listed.collect::<Vec<_>>().join("; ");
    if complaints.len() > MAX_LISTED {
        text.push_str(&format!("; and {} more", complaints.len() - MAX_LISTED));
    }
    text
}

/// Writes another status into an example: `400` and `400BadRequest` become `405` and `405MethodNotAllowed`.
fn lend(value: &mut Value, from: &str, to: StatusCode) {
    let named = |code: StatusCode| {
        format!(
            "{}{}",
            code.as_str(),
            code.canonical_reason().unwrap_or_default().replace(' ', "")
        )
    };
    let Ok(from) = StatusCode::from_bytes(from.as_bytes()) else {
        return;
    };
    for member in value
        .as_object_mut()
        .into_iter()
        .flat_map(|object| object.values_mut())
    {
        match member {
            Value::String(text) if *text == named(from) => *text = named(to),
            Value::String(text) if text == from.as_str() => *text = to.as_str().to_owned(),
            Value::Number(number) if number.as_u64() == Some(u64::from(from.as_u16())) => {
                *member = to.as_u16().into()
            }
            _ => {}
        }
    }
}

/// The first of these names that the schema has as a property of this type.
fn property(document: &Document, schema: &Node<'_>, names: &[&str], kind: &str) -> Option<String> {
    let of_kind = |name: &&&str| {
        member(document, schema, name).is_some_and(|node| has_type(document, &node, kind))
    };
    names.iter().find(of_kind).map(|name| (*name).to_owned())
}

fn details(document: &Document, schema: &Node<'_>) -> Option<Details> {
    let list = property(document, schema, &LISTS, "array")?;
    let items = document
        .all_of(member(document, schema, &list)?)
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

pub(crate) fn member<'d>(
    document: &'d Document,
    schema: &Node<'d>,
    name: &str,
) -> Option<Node<'d>> {
    document
        .all_of(schema.clone())
        .find_map(|part| part.get("properties")?.get(name))
}

pub(crate) fn has_type(document: &Document, schema: &Node<'_>, kind: &str) -> bool {
    document
        .all_of(schema.clone())
        .any(|part| part.str("type") == Some(kind))
}

fn example_of(document: &Document, header: &oas::Header<'_>) -> Option<String> {
    let own = header
        .examples()
        .into_iter()
        .map(|example| example.value.value.clone())
        .next();
    let value = own.or_else(|| {
        let schema = header.schema()?;
        document
            .all_of(schema)
            .find_map(|part| part.value.get("example").cloned())
    })?;
    Some(
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned),
    )
}
