use std::fmt;

use super::source::Location;
use crate::{printable::printable, stderr};

/// Reason why the input cannot be sent.
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
        f.write_str(&printable(&self.message))
    }
}

/// Maximum number of input errors that are printed.
pub(crate) const MAX_SHOWN: usize = 20;

/// Prints errors of an input that has `count` of them.
pub(crate) fn print_errors(errors: &[InputError], count: usize) {
    for error in errors.iter().take(MAX_SHOWN) {
        stderr::error(error);
    }
    match count {
        0 | 1 => {}
        count if count > MAX_SHOWN => {
            stderr::note(format_args!(
                "{count} errors, the first {MAX_SHOWN} are shown; nothing was sent"
            ));
        }
        count => stderr::note(format_args!("{count} errors; nothing was sent")),
    }
}
