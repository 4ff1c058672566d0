use std::fmt;

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};

use crate::{
    attempt::Attempt, effect::Effect, facts::Class, lifecycle::Lifecycle, raw::request_id,
};

/// A success: the decoded value, the response as it was received, and the attempts that led to it.
#[derive(Clone)]
pub struct Response<T> {
    pub(crate) value: T,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) class: Class,
}

impl<T> Response<T> {
    /// The decoded value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The decoded value alone.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The status of the response.
    pub fn http_status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the response as it was received.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The attempts that were made; the last one succeeded.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// Whether an attempt before the last one may have had its effect as well. By default a call
    /// never sends again after such an attempt; only
    /// [`RetryPolicy::at_least_once`](crate::RetryPolicy::at_least_once) does. Always false for an
    /// operation that is safe or idempotent.
    pub fn may_be_duplicate(&self) -> bool {
        let earlier = self.attempts.split_last();
        let earlier = earlier.map_or(&[][..], |(_, earlier)| earlier);
        self.class == Class::Unsafe
            && earlier
                .iter()
                .any(|attempt| attempt.effect() != Effect::NotApplied)
    }

    /// The id that the service or its gateway gave the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// The lifecycle that the response announced.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        Lifecycle::announced(&self.headers)
    }
}

impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
