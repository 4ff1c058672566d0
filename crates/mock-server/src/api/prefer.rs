use http::{HeaderMap, HeaderName, StatusCode};

use super::media::joined;
use super::mock_response::MockResponse;

/// Preferences of a client (RFC 7240): `Prefer: code=429`, `example=NAME`, `dynamic=true`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Preference {
    pub(crate) code: Option<StatusCode>,
    pub(crate) example: Option<String>,
    /// Random values instead of the model.
    pub(crate) dynamic: bool,
}

/// Preferences that a response follows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Followed {
    pub(crate) example: bool,
    pub(crate) dynamic: bool,
}

const PREFER: HeaderName = HeaderName::from_static("prefer");

impl Preference {
    /// Unknown preferences are ignored, as the RFC requires.
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
                "dynamic" => preference.dynamic |= value.eq_ignore_ascii_case("true"),
                _ => {}
            }
        }
        preference
    }

    /// Lists the preferences that the response follows.
    pub(crate) fn applied(&self, response: MockResponse, followed: Followed) -> MockResponse {
        let code = self
            .code
            .filter(|code| *code == response.status)
            .map(|code| format!("code={}", code.as_str()));
        let example = self
            .example
            .as_ref()
            .filter(|_| followed.example)
            .map(|name| format!("example=\"{name}\""));
        let dynamic = followed.dynamic.then(|| "dynamic=true".to_owned());
        let applied: Vec<_> = code.into_iter().chain(example).chain(dynamic).collect();
        if applied.is_empty() {
            response
        } else {
            response.with("preference-applied", &applied.join(", "))
        }
    }
}

/// A final status, which ends an exchange.
fn final_status(text: &str) -> Option<StatusCode> {
    let status: StatusCode = text.parse().ok()?;
    (200..600).contains(&status.as_u16()).then_some(status)
}

fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    let pieces = text.split(|character: char| {
        let splits = character == separator && !quoted;
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        splits
    });
    pieces.collect()
}
