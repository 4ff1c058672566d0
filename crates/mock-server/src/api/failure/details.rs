use http::StatusCode;
use oas::{Document, Json, Node};

use super::items::Items;
use super::schema::{items, lists_strings, property};
use crate::api::properties::{has_type, member, parts};
use crate::api::violation::Violation;

const LISTS: [&str; 7] = [
    "details",
    "errors",
    "violations",
    "issues",
    "causes",
    "detail",
    "validationErrors",
];

/// Format of the list of violations.
pub(super) enum Details {
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

impl Details {
    pub(super) fn property(&self) -> &String {
        match self {
            Self::Objects { property, .. }
            | Self::Strings { property }
            | Self::Members { property, .. } => property,
        }
    }

    pub(super) fn value<'a>(
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

pub(super) fn strings<'v>(violations: impl Iterator<Item = &'v Violation>) -> Json<'static> {
    let messages = violations.map(|violation| Json::String(violation.to_string().into()));
    Json::Array(messages.collect())
}

pub(super) fn details(document: &Document, schema: &Node<'_>) -> Option<Details> {
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
