use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError};
use serde_json::{Map, Value};

use super::node::Borrowed;
use super::options::Options;
use crate::Json;
use crate::text::excerpt;

/// The keyword of a property that is not sent in this direction; its value is `readOnly` or
/// `writeOnly`.
pub(crate) const DIRECTION: &str = "oas-direction";

/// The keyword of a number with the format `int32` or `int64`, which JSON Schema's formats, being
/// for strings, cannot check.
pub(crate) const INTEGER: &str = "oas-integer";

/// The keyword of a property that selects a schema by its value; its own value is the list of the
/// known ones.
pub(crate) const DISCRIMINATOR: &str = "oas-discriminator";

/// Message for a property that a request must not have, after its name.
pub(crate) const READ_ONLY: &str = "is read-only: a request must not have it";

/// Message for a property that a response must not have, after its name.
pub(crate) const WRITE_ONLY: &str = "is write-only: a response must not have it";

pub(crate) fn with_keywords(options: Options<'_>) -> Options<'_> {
    options
        .with_keyword(DIRECTION, direction)
        .with_keyword(INTEGER, integer)
        .with_keyword(DISCRIMINATOR, discriminator)
}

type Compiled = Box<dyn for<'i> Keyword<'i, Borrowed>>;

struct Barred(&'static str);

impl<'i> Keyword<'i, Borrowed> for Barred {
    fn validate(&self, _: &'i Json<'i>) -> Result<(), ValidationError<'i>> {
        Err(ValidationError::custom(self.0))
    }

    fn is_valid(&self, _: &'i Json<'i>) -> bool {
        false
    }
}

fn direction<'a>(
    _: &'a Map<String, Value>,
    keyword: &'a Value,
    _: Location,
) -> Result<Compiled, ValidationError<'a>> {
    Ok(Box::new(Barred(if keyword == "readOnly" {
        READ_ONLY
    } else {
        WRITE_ONLY
    })))
}

struct Integer {
    bits: u32,
}

impl<'i> Keyword<'i, Borrowed> for Integer {
    fn validate(&self, instance: &'i Json<'i>) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!(
            "{} does not fit into {} bits",
            instance.to_value(),
            self.bits
        )))
    }

    fn is_valid(&self, instance: &'i Json<'i>) -> bool {
        let Json::Number(number) = instance else {
            return true;
        };
        match (number.as_i64(), number.as_f64()) {
            (Some(_), _) if self.bits == 64 => true,
            (Some(integer), _) => i32::try_from(integer).is_ok(),
            // A float here is one with a fraction, which `type` rejects, or one beyond 64 bits.
            (None, Some(float)) => float.abs() < 2f64.powi(self.bits as i32 - 1),
            (None, None) => false,
        }
    }
}

fn integer<'a>(
    _: &'a Map<String, Value>,
    keyword: &'a Value,
    _: Location,
) -> Result<Compiled, ValidationError<'a>> {
    Ok(Box::new(Integer {
        bits: if keyword == "int32" { 32 } else { 64 },
    }))
}

struct Known(Vec<String>);

impl<'i> Keyword<'i, Borrowed> for Known {
    fn validate(&self, instance: &'i Json<'i>) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        let known = self.0.iter().map(|value| format!("`{value}`"));
        let known = known.collect::<Vec<_>>().join(", ");
        Err(ValidationError::custom(format!(
            "unknown discriminator value {}: expected one of {known}",
            excerpt(instance)
        )))
    }

    fn is_valid(&self, instance: &'i Json<'i>) -> bool {
        match instance {
            Json::String(text) => self.0.iter().any(|value| value == text),
            _ => true,
        }
    }
}

fn discriminator<'a>(
    _: &'a Map<String, Value>,
    keyword: &'a Value,
    _: Location,
) -> Result<Compiled, ValidationError<'a>> {
    let values = keyword.as_array().into_iter().flatten();
    let values = values.filter_map(Value::as_str).map(str::to_owned);
    Ok(Box::new(Known(values.collect())))
}
