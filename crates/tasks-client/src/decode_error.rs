use std::{error::Error as StdError, fmt};

use serde::de::DeserializeOwned;

use crate::printable::printable;

/// Why a body is not what was expected, and at which place in it.
#[derive(Debug)]
pub(crate) struct DecodeError {
    text: String,
}

impl DecodeError {
    /// What is wrong with a body as a `T`; nothing if it is one. The parser quotes what it found, hence the secrets.
    pub(crate) fn of<T: DeserializeOwned>(body: &[u8], secrets: &[&str]) -> Option<Self> {
        let parser = &mut serde_json::Deserializer::from_slice(body);
        let parsed = serde_path_to_error::deserialize::<_, T>(&mut *parser);
        let text = match parsed {
            Err(error) if error.path().iter().len() == 0 => error.inner().to_string(),
            Err(error) => error.to_string(),
            Ok(_) => parser.end().err()?.to_string(),
        };
        Some(Self {
            text: printable(&text, secrets),
        })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl StdError for DecodeError {}
