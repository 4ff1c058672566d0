//! Which of the documented responses is sent.

use http::StatusCode;

use super::response::Response;

/// A key of `responses`: `201`, `4XX` or `default`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Key {
    Code(StatusCode),
    Class(u16),
    Default,
}

impl Key {
    /// `None` for a key that is not a status, or one that does not end an exchange.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("default") {
            return Some(Self::Default);
        }
        let class = text.strip_suffix("XX").or(text.strip_suffix("xx"));
        if let Some(class) = class {
            let class = class.parse().ok();
            return class
                .filter(|class| (2..=5).contains(class))
                .map(Self::Class);
        }
        let code: StatusCode = text.parse().ok()?;
        (200..600)
            .contains(&code.as_u16())
            .then_some(Self::Code(code))
    }

    /// The status that stands for the key: 200 for `2XX` and `default`, 302 for `3XX`, 400 and 500.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Code(code) => code,
            Self::Class(3) => StatusCode::FOUND,
            Self::Class(4) => StatusCode::BAD_REQUEST,
            Self::Class(5) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Class(_) | Self::Default => StatusCode::OK,
        }
    }

    /// How precisely the key means a status: the lower, the better.
    pub(crate) fn rank(self, status: StatusCode) -> Option<u8> {
        match self {
            Self::Code(code) => (code == status).then_some(0),
            Self::Class(class) => (class == status.as_u16() / 100).then_some(1),
            Self::Default => Some(2),
        }
    }

    fn is_of(self, class: u16) -> bool {
        match self {
            Self::Code(code) => code.as_u16() / 100 == class,
            Self::Class(own) => own == class,
            Self::Default => false,
        }
    }
}

/// The response to a request without violations: the lowest 2XX code, `2XX`, the lowest 3XX, `default`, the lowest 4XX, 5XX.
pub(crate) fn usual(responses: &[Response]) -> Option<&Response> {
    let lowest = |class: u16| {
        let own = responses
            .iter()
            .filter(|response| response.key.is_of(class));
        own.min_by_key(|response| {
            (
                matches!(response.key, Key::Class(_)),
                response.key.status().as_u16(),
            )
        })
    };
    let default = || {
        responses
            .iter()
            .find(|response| response.key == Key::Default)
    };
    lowest(2)
        .or_else(|| lowest(3))
        .or_else(default)
        .or_else(|| lowest(4))
        .or_else(|| lowest(5))
}

/// The documented response for a status.
pub(crate) fn nearest(responses: &[Response], status: StatusCode) -> Option<&Response> {
    let ranked = responses
        .iter()
        .filter_map(|response| Some((response.key.rank(status)?, response)));
    ranked
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, response)| response)
}

/// The response to an invalid request, and its status; `None` if none is documented.
///
/// What cannot be parsed is 400, or else 422; what violates a schema is 422, or else 400. Then `4XX` and `default`, as 400.
pub(crate) fn invalid(responses: &[Response], is_syntax: bool) -> Option<(StatusCode, &Response)> {
    let (bad, unprocessable) = (StatusCode::BAD_REQUEST, StatusCode::UNPROCESSABLE_ENTITY);
    let codes = match is_syntax {
        true => [bad, unprocessable],
        false => [unprocessable, bad],
    };
    let find = |key: Key| responses.iter().find(|response| response.key == key);
    let exact = codes
        .into_iter()
        .find_map(|code| Some((code, find(Key::Code(code))?)));
    exact.or_else(|| {
        let wider = find(Key::Class(4)).or_else(|| find(Key::Default))?;
        Some((bad, wider))
    })
}
