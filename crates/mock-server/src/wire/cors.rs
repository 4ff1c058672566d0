//! Cross-origin requests (Fetch standard, section 3.3): any web page may call the operations.

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
    ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use crate::api::Reply;

const ANY: HeaderValue = HeaderValue::from_static("*");

/// The response to a browser that asks whether it may send a request.
pub(crate) fn preflight(head: &Parts) -> Option<Reply> {
    let method = head.headers.get(ACCESS_CONTROL_REQUEST_METHOD)?;
    if head.method != Method::OPTIONS || !head.headers.contains_key(ORIGIN) {
        return None;
    }
    let mut reply = Reply::empty(StatusCode::NO_CONTENT);
    reply
        .headers
        .insert(ACCESS_CONTROL_ALLOW_METHODS, method.clone());
    // An asterisk would not cover `Authorization`, so the list is given back.
    let headers = head.headers.get(ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    reply
        .headers
        .insert(ACCESS_CONTROL_ALLOW_HEADERS, headers.unwrap_or(ANY));
    reply
        .headers
        .insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    Some(reply)
}

/// Lets the web page that sent a request read the response, headers included. With credentials, nothing may be an asterisk.
pub(crate) fn allow(headers: &mut HeaderMap, origin: HeaderValue, has_credentials: bool) {
    if !has_credentials {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
        return;
    }
    let names: Vec<_> = headers.keys().map(http::HeaderName::as_str).collect();
    if let Ok(names) = HeaderValue::from_str(&names.join(", ")) {
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, names);
    }
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(
        ACCESS_CONTROL_ALLOW_CREDENTIALS,
        HeaderValue::from_static("true"),
    );
    headers.append(VARY, HeaderValue::from_static("origin"));
}
