use bytes::Bytes;
use http::request::Parts;

/// A request that has been read.
pub(crate) struct Request<'r> {
    pub(crate) head: &'r Parts,
    pub(crate) body: &'r Bytes,
}

/// The parameters of a path, percent-encoded.
pub(crate) type PathParameters = [(String, String)];
