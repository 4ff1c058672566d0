use serde_json::Value;

use crate::{document, error::Error};

/// Returns a document as the generator reads it.
///
/// # Errors
/// [`Error::Syntax`] if the text cannot be read.
pub fn tree(text: &str) -> Result<Value, Error> {
    document::read(text)
}
