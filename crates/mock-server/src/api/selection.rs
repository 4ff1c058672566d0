//! Selects one of the documented responses.

use http::StatusCode;

use super::response::Response;
use super::status::Key;

/// The response to a request without violations: the lowest 2XX code, `2XX`, the lowest 3XX,
/// `default`, the lowest 4XX, 5XX.
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
/// 400, or else 422, if a part cannot be parsed; 422, or else 400, if it violates its schema. Then
/// `4XX` and `default`, as 400.
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
