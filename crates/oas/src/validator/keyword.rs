use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError, ValidationOptions};
use serde_json::{Map, Value};

/// The keyword of a property that does not travel in this direction; its value is `readOnly` or `writeOnly`.
pub(crate) const DIRECTION: &str = "oas-direction";

/// The keyword of a number with the format `int32` or `int64`, which JSON Schema's formats, being for strings, cannot check.
pub(crate) const INTEGER: &str = "oas-integer";

/// What is wrong with a property that a request must not have; its name goes before.
pub(crate) const READ_ONLY: &str = "is read-only: a request must not have it";

/// What is wrong with a property that a response must not have; its name goes before.
pub(crate) const WRITE_ONLY: &str = "is write-only: a response must not have it";

pub(crate) fn with_keywords(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    options
        .with_keyword(DIRECTION, direction)
        .with_keyword(INTEGER, integer)
}

struct Barred(&'static str);

impl<'i> Keyword<'i> for Barred {
    fn validate(&self, _: &'i Value) -> Result<(), ValidationError<'i>> {
        Err(ValidationError::custom(self.0))
    }

    fn is_valid(&self, _: &'i Value) -> bool {
        false
    }
}

fn direction<'a>(
    _: &'a Map<String, Value>,
    keyword: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(Barred(if keyword == "readOnly" {
        READ_ONLY
    } else {
        WRITE_ONLY
    })))
}

struct Integer {
    bits: u32,
}

impl<'i> Keyword<'i> for Integer {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!(
            "{instance} does not fit into {} bits",
            self.bits
        )))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        let Value::Number(number) = instance else {
            return true;
        };
        match (number.as_i64(), number.as_f64()) {
            (Some(_), _) if self.bits == 64 => true,
            (Some(integer), _) => i32::try_from(integer).is_ok(),
            // A float here is one with a fraction, which `type` refuses, or one beyond 64 bits.
            (None, Some(float)) => float.abs() < 2f64.powi(self.bits as i32 - 1),
            (None, None) => false,
        }
    }
}

fn integer<'a>(
    _: &'a Map<String, Value>,
    keyword: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(Integer {
        bits: if keyword == "int32" { 32 } else { 64 },
    }))
}
