use std::fmt;

use super::Location;
use crate::output::plain;

/// Something in the input that cannot be sent as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InputError {
    pub(crate) location: Option<Location>,
    pub(crate) message: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Location { file, line, column }) = &self.location {
            write!(f, "{file}:{line}:{column}: ")?;
        }
        f.write_str(&plain(&self.message))
    }
}
