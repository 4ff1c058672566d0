use std::borrow::Cow;

use http::StatusCode;
use oas::{Document, Json, Node};

use super::schema::{MESSAGES, property};
use crate::api::properties::{member, required};
use crate::api::violation::Violation;

const TARGETS: [&str; 8] = [
    "target", "pointer", "path", "field", "location", "property", "loc", "name",
];
const CODES: [&str; 4] = ["code", "keyword", "error", "type"];

/// The objects of a list of violations.
pub(super) struct Items {
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

impl Items {
    /// `None` for objects that cannot describe a violation.
    pub(super) fn of(document: &Document, schema: &Node<'_>) -> Option<Self> {
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
    pub(super) fn value<'a>(
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
