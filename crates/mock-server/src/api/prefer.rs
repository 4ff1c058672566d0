use http::{HeaderMap, HeaderName, StatusCode};

use super::Reply;
use super::media::{joined, split_outside_quotes};

/// What a caller would rather be answered (RFC 7240): `Prefer: code=429`, `Prefer: example=NAME`, or both.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Preference {
    pub(crate) code: Option<StatusCode>,
    pub(crate) example: Option<String>,
}

const PREFER: HeaderName = HeaderName::from_static("prefer");

impl Preference {
    /// What is not understood is ignored, as the RFC asks for.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut preference = Self::default();
        let Some(text) = joined(headers, &PREFER) else {
            return preference;
        };
        let pieces = split_outside_quotes(&text, ',')
            .into_iter()
            .flat_map(|piece| split_outside_quotes(piece, ';'));
        for (name, value) in pieces.filter_map(|piece| piece.split_once('=')) {
            let value = value.trim().trim_matches('"');
            match name.trim().to_ascii_lowercase().as_str() {
                "code" => preference.code = preference.code.or_else(|| final_status(value)),
                "example" => preference.example = preference.example.or(Some(value.to_owned())),
                _ => {}
            }
        }
        preference
    }

    /// Says in the answer what was followed.
    pub(crate) fn applied(&self, reply: Reply, example: bool) -> Reply {
        let code = self
            .code
            .filter(|code| *code == reply.status)
            .map(|code| format!("code={}", code.as_str()));
        let example = self
            .example
            .as_ref()
            .filter(|_| example)
            .map(|name| format!("example=\"{name}\""));
        let applied: Vec<_> = code.into_iter().chain(example).collect();
        if applied.is_empty() {
            reply
        } else {
            reply.with("preference-applied", &applied.join(", "))
        }
    }
}

/// A status that can end an exchange: one of the hundreds would leave the caller waiting, and from 600 on there are none.
fn final_status(text: &str) -> Option<StatusCode> {
    let status: StatusCode = text.parse().ok()?;
    (200..600).contains(&status.as_u16()).then_some(status)
}
