use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value;

use super::keyword::{READ_ONLY, WRITE_ONLY};
use super::violation::shown;
use crate::Pointer;

/// What is wrong with a value, in the words of a person who reads the document rather than the validator.
pub(crate) fn message(error: &ValidationError<'_>, instance: &Pointer) -> String {
    let value = shown(error.instance());
    match error.kind() {
        Kind::Required { property } => {
            format!("`{}` is required", property.as_str().unwrap_or_default())
        }
        Kind::Type { kind } => format!(
            "{value} is {}, not {}",
            kind_of(error.instance()),
            expected(kind)
        ),
        Kind::Enum { options } => format!("{value} is none of {}", listed(options)),
        Kind::Format { format } => match example_of(format) {
            Some(example) => format!("{value} is not a valid {format}, such as {example}"),
            None => format!("{value} is not a valid {format}"),
        },
        Kind::Pattern { pattern } => format!("{value} does not match the pattern `{pattern}`"),
        Kind::Minimum { limit } => format!("{value} is less than the minimum of {limit}"),
        Kind::Maximum { limit } => format!("{value} is more than the maximum of {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("{value} is not more than {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("{value} is not less than {limit}"),
        Kind::MultipleOf { multiple_of } => format!("{value} is not a multiple of {multiple_of}"),
        Kind::MinLength { limit } => {
            format!("{value} is shorter than {}", count(*limit, "character"))
        }
        Kind::MaxLength { limit } => {
            format!("{value} is longer than {}", count(*limit, "character"))
        }
        Kind::MinItems { limit } => format!("the array has fewer than {}", count(*limit, "item")),
        Kind::MaxItems { limit } => format!("the array has more than {}", count(*limit, "item")),
        Kind::MinProperties { limit } => {
            format!("the object has fewer than {}", count(*limit, "property"))
        }
        Kind::MaxProperties { limit } => {
            format!("the object has more than {}", count(*limit, "property"))
        }
        Kind::UniqueItems => "the array has the same item twice".to_owned(),
        Kind::AnyOf { .. } => format!("{value} matches none of the schemas of `anyOf`"),
        Kind::OneOfNotValid { .. } => format!("{value} matches none of the schemas of `oneOf`"),
        Kind::OneOfMultipleValid { .. } => {
            format!("{value} matches more than one of the schemas of `oneOf`")
        }
        Kind::Not { .. } => format!("{value} matches the schema of `not`"),
        Kind::Custom { message, .. } if [READ_ONLY, WRITE_ONLY].contains(&message.as_str()) => {
            let name = instance.last().unwrap_or_default();
            format!("`{name}` {message}")
        }
        Kind::Custom { message, .. } => message.clone(),
        _ => error.to_string(),
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
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
            // The order in the set is the validator's; people read "a string or null".
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
    const MOST: usize = 8;
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut listed: Vec<String> = options.iter().take(MOST).map(shown).collect();
    if options.len() > MOST {
        listed.push(format!("… ({} values)", options.len()));
    }
    listed.join(", ")
}

fn example_of(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00Z",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        _ => return None,
    })
}

fn count(limit: u64, noun: &str) -> String {
    match (limit, noun) {
        (1, noun) => format!("1 {noun}"),
        (limit, "property") => format!("{limit} properties"),
        (limit, noun) => format!("{limit} {noun}s"),
    }
}
