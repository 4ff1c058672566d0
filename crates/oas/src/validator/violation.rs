use std::borrow::Cow;
use std::collections::HashSet;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;

use super::keyword::{DIRECTION, DISCRIMINATOR, INTEGER, WRITE_ONLY};
use super::message::message;
use crate::{Json, Pointer};

/// One reason why a schema rejects a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Pointer into the value: to a property that is not permitted, or to the object that lacks
    /// one.
    pub instance: Pointer,
    /// Pointer to the violated keyword in the document.
    pub schema: Pointer,
    /// The keyword: `required`, `type`, …, `readOnly`.
    pub keyword: String,
    /// Message: a sentence without a full stop.
    pub message: String,
}

impl Violation {
    /// A violation without reasons, of which there are too many.
    pub(crate) fn unexplained(schema: &Pointer) -> Self {
        Self {
            instance: Pointer::root(),
            schema: schema.clone(),
            keyword: String::new(),
            message: "the value is invalid, with too many violations to list".to_owned(),
        }
    }
}

/// Maximum number of violations of one value that are described: a form can have a million
/// undescribed members.
const MAX_FOUND: usize = 1_000;

pub(crate) fn violations<'i>(
    errors: impl Iterator<Item = ValidationError<'i>>,
    pointers: &[Pointer],
    value: &Json<'_>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    for error in errors {
        if found.len() >= MAX_FOUND {
            break;
        }
        collect(&error, pointers, value, &mut found);
    }
    // A schema that inherits applies by itself, and as the one that the discriminator of its parent
    // selects.
    let mut seen = HashSet::new();
    found.retain(|violation| {
        seen.insert((
            violation.instance.clone(),
            violation.schema.clone(),
            violation.message.clone(),
        ))
    });
    found
}

fn collect(
    error: &ValidationError<'_>,
    pointers: &[Pointer],
    value: &Json<'_>,
    found: &mut Vec<Violation>,
) {
    if let Some(branch) = closest_branch(error) {
        branch
            .iter()
            .for_each(|error| collect(error, pointers, value, found));
        return;
    }
    let (schema, keyword) = keyword_in_document(error.schema_path().as_str(), pointers);
    let instance = Pointer::parse(error.instance_path().as_str()).unwrap_or_default();
    if let Kind::AdditionalProperties { unexpected } = error.kind() {
        let room = MAX_FOUND.saturating_sub(found.len());
        found.extend(unexpected.iter().take(room).map(|name| Violation {
            instance: instance.join(name),
            schema: schema.clone(),
            keyword: keyword.clone(),
            message: format!("`{name}` is not a property that the schema allows"),
        }));
        return;
    }
    let message = message(error, &instance, value.at(&instance).unwrap_or(&Json::Null));
    let keyword = if keyword == DIRECTION {
        direction_of(error.kind()).to_owned()
    } else {
        keyword
    };
    found.push(Violation {
        instance,
        schema,
        keyword,
        message,
    });
}

/// The branch of an `anyOf` or `oneOf` that was probably intended: the only one that is of the
/// right type, or the only one with the fewest errors.
fn closest_branch<'e>(error: &'e ValidationError<'_>) -> Option<&'e [ValidationError<'static>]> {
    let (Kind::AnyOf { context } | Kind::OneOfNotValid { context }) = error.kind() else {
        return None;
    };
    let distance = |errors: &Vec<ValidationError<'static>>| {
        let top = |branch: &&ValidationError<'static>| {
            matches!(branch.kind(), Kind::Type { .. } | Kind::Enum { .. })
                && branch.instance_path() == error.instance_path()
        };
        (errors.iter().any(|error| top(&error)), errors.len())
    };
    let least = context.iter().map(distance).min()?;
    let mut closest = context.iter().filter(|errors| distance(errors) == least);
    let branch = closest.next()?;
    (closest.next().is_none() && !least.0 && !branch.is_empty()).then_some(branch)
}

fn direction_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Custom { message, .. } if message == WRITE_ONLY => "writeOnly",
        _ => "readOnly",
    }
}

/// Converts a path in the translated schemas to a pointer in the document, and the keyword there.
///
/// The path begins with `/schemas/NUMBER`, goes through an `else` where the translation wrapped a
/// nullable schema or a choice, and through a `then` where it added the effect of a discriminator.
fn keyword_in_document(path: &str, pointers: &[Pointer]) -> (Pointer, String) {
    let path = Pointer::parse(path).unwrap_or_default();
    let mut tokens = path.tokens().skip(1);
    let number = tokens
        .next()
        .and_then(|number| number.parse::<usize>().ok());
    let mut pointer = number
        .and_then(|number| pointers.get(number))
        .cloned()
        .unwrap_or_default();
    let mut keyword = Cow::Borrowed("");
    let mut discriminated = pointer.clone();
    while let Some(token) = tokens.next() {
        match &*token {
            "else" => continue,
            "then" => discriminated = pointer.clone(),
            DISCRIMINATOR => {
                pointer = discriminated.join("discriminator");
                keyword = Cow::Borrowed("discriminator");
            }
            DIRECTION => keyword = Cow::Borrowed(DIRECTION),
            INTEGER => {
                pointer.push("format");
                keyword = Cow::Borrowed("format");
            }
            "properties" | "allOf" | "anyOf" | "oneOf" => {
                pointer.push(&token);
                keyword = token;
                if let Some(name) = tokens.next() {
                    pointer.push(&name);
                }
            }
            _ => {
                pointer.push(&token);
                keyword = token;
            }
        }
    }
    (pointer, keyword.into_owned())
}
