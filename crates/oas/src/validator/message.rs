use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::keyword::{READ_ONLY, WRITE_ONLY};
use crate::text::excerpt;
use crate::{Json, Pointer, vocabulary};

/// Returns the message of a violation, in terms of the document.
pub(crate) fn message(error: &ValidationError<'_>, instance: &Pointer, value: &Json<'_>) -> String {
    // Only where it is needed: it may be long.
    let shown = || excerpt(value);
    match error.kind() {
        Kind::Required { property } => {
            format!("`{}` is required", property.as_str().unwrap_or_default())
        }
        Kind::Type { kind } => match value {
            Json::Null => format!("expected {}, found null", expected(kind)),
            _ => format!(
                "expected {}, found {} {}",
                expected(kind),
                kind_of(value),
                shown()
            ),
        },
        Kind::Enum { options } => format!("expected one of {}, found {}", listed(options), shown()),
        Kind::Format { format } => {
            match vocabulary::format(format).and_then(|format| format.example) {
                Some(example) => format!("{} is not a valid {format}, such as {example}", shown()),
                None => format!("{} is not a valid {format}", shown()),
            }
        }
        Kind::Pattern { pattern } => format!("{} does not match the pattern `{pattern}`", shown()),
        Kind::Minimum { limit } => {
            format!("{} is less than the minimum of {}", shown(), excerpt(limit))
        }
        Kind::Maximum { limit } => {
            format!("{} is more than the maximum of {}", shown(), excerpt(limit))
        }
        Kind::ExclusiveMinimum { limit } => {
            format!("{} is not more than {}", shown(), excerpt(limit))
        }
        Kind::ExclusiveMaximum { limit } => {
            format!("{} is not less than {}", shown(), excerpt(limit))
        }
        Kind::MultipleOf { multiple_of } => {
            format!("{} is not a multiple of {}", shown(), excerpt(multiple_of))
        }
        Kind::MinLength { limit } => {
            format!("{} is shorter than {}", shown(), count(*limit, "character"))
        }
        Kind::MaxLength { limit } => {
            format!("{} is longer than {}", shown(), count(*limit, "character"))
        }
        Kind::MinItems { limit } => format!("the array has fewer than {}", count(*limit, "item")),
        Kind::MaxItems { limit } => format!("the array has more than {}", count(*limit, "item")),
        Kind::MinProperties { limit } => {
            format!("the object has fewer than {}", count(*limit, "property"))
        }
        Kind::MaxProperties { limit } => {
            format!("the object has more than {}", count(*limit, "property"))
        }
        Kind::UniqueItems => "the array has duplicate items".to_owned(),
        Kind::AnyOf { .. } => format!("{} matches none of the schemas of `anyOf`", shown()),
        Kind::OneOfNotValid { .. } => format!("{} matches none of the schemas of `oneOf`", shown()),
        Kind::OneOfMultipleValid { .. } => {
            format!(
                "{} matches more than one of the schemas of `oneOf`",
                shown()
            )
        }
        Kind::Not { .. } => format!("{} matches the schema of `not`", shown()),
        Kind::Custom { message, .. } if [READ_ONLY, WRITE_ONLY].contains(&message.as_str()) => {
            let name = instance.last().unwrap_or_default();
            format!("`{name}` {message}")
        }
        Kind::Custom { message, .. } => message.clone(),
        _ => error.to_string(),
    }
}

fn kind_of(value: &Json<'_>) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}

fn expected(kind: &TypeKind) -> String {
    let named = |kind: &str| match kind {
        "null" => "null".to_owned(),
        "integer" | "array" | "object" => format!("an {kind}"),
        other => format!("a {other}"),
    };
    match kind {
        TypeKind::Single(kind) => named(&kind.to_string()),
        TypeKind::Multiple(kinds) => {
            let mut kinds: Vec<String> = kinds.iter().map(|kind| kind.to_string()).collect();
            // In the order of the set, `null` may be the first.
            kinds.sort_by_key(|kind| kind == "null");
            kinds
                .iter()
                .map(|kind| named(kind))
                .collect::<Vec<_>>()
                .join(" or ")
        }
    }
}

fn listed(options: &Value) -> String {
    const MAX_LISTED: usize = 8;
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut listed: Vec<String> = options.iter().take(MAX_LISTED).map(excerpt).collect();
    if options.len() > MAX_LISTED {
        listed.push(format!("… ({} values)", options.len()));
    }
    listed.join(", ")
}

fn count(limit: u64, noun: &str) -> String {
    match (limit, noun) {
        (1, noun) => format!("1 {noun}"),
        (limit, "property") => format!("{limit} properties"),
        (limit, noun) => format!("{limit} {noun}s"),
    }
}
