use std::borrow::Cow;

use bytes::Bytes;
use http::header::COOKIE;
use http::request::Parts;

use super::media::joined;

/// A request whose body was read.
pub(crate) struct Request<'r> {
    pub(crate) head: &'r Parts,
    pub(crate) body: &'r Bytes,
}

impl<'r> Request<'r> {
    /// The names and values of the query, not yet decoded.
    pub(crate) fn query(&self) -> impl Iterator<Item = (&'r str, &'r str)> + use<'r> {
        let query = self.head.uri.query().unwrap_or_default();
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    /// The cookies, for [`pairs`].
    pub(crate) fn cookies(&self) -> Cow<'r, str> {
        joined(&self.head.headers, &COOKIE).unwrap_or_default()
    }
}

/// The names and values of cookies, not yet decoded.
pub(crate) fn pairs(cookies: &str) -> impl Iterator<Item = (&str, &str)> {
    let cookies = cookies.split([';', ',']);
    cookies.filter_map(|cookie| cookie.trim().split_once('='))
}

/// The parameters of a path, percent-encoded.
pub(crate) type PathParameters = [(String, String)];
