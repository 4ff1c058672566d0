use std::{error::Error as StdError, fmt, time::Duration};

use bytes::Bytes;
use chrono::NaiveDate;
use reqwest::{StatusCode, header::HeaderMap};

use crate::{Attempt, Effect, ErrorKind, Lifecycle};

/// Why a call brought no task, and whether the task may exist all the same.
///
/// | [`effect`](Self::effect) | Meaning | What to do |
/// |---|---|---|
/// | [`NotApplied`](Effect::NotApplied) | no task was created | send again when the cause is gone |
/// | [`Unknown`](Effect::Unknown) | a task may have been created | look before you send again |
/// | [`Applied`](Effect::Applied) | a task was created, its answer could not be read | do not send again; [`created_id`](Self::created_id) may know it |
///
/// `Display` is one line that says what happened and the effect; [`source`](StdError::source) leads to the causes. Neither
/// they nor `Debug` show a token, a secret or a body.
#[non_exhaustive]
pub struct Error(Box<Details>);

pub(crate) struct Details {
    pub(crate) kind: ErrorKind,
    pub(crate) effect: Effect,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) reason: String,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) response: Option<Response>,
    pub(crate) created_id: Option<String>,
    pub(crate) gone_since: Option<NaiveDate>,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The last response.
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl Details {
    pub(crate) fn new(kind: ErrorKind, effect: Effect, reason: impl Into<String>) -> Self {
        Self {
            kind,
            effect,
            attempts: Vec::new(),
            reason: reason.into(),
            retry_after: None,
            response: None,
            created_id: None,
            gone_since: None,
            source: None,
        }
    }
}

impl Error {
    /// Whether the task may exist, over all attempts of the call.
    pub fn effect(&self) -> Effect {
        self.0.effect
    }

    /// Where the call failed.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The status of the last response; nothing if the last attempt had none.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The headers of the last response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// The body of the last response as it came, whatever it was: up to 64 KiB, or 16 MiB of a 201. Empty without one.
    pub fn body(&self) -> &[u8] {
        self.0
            .response
            .as_ref()
            .map_or(&[], |response| &response.body)
    }

    /// The `code` of the service's own errors. A gateway's error has none.
    pub fn code(&self) -> Option<&str> {
        self.0.response.as_ref()?.code.as_deref()
    }

    /// The `message` of the service's own errors, and of many gateways'.
    pub fn message(&self) -> Option<&str> {
        self.0.response.as_ref()?.message.as_deref()
    }

    /// The id that the service or its gateway gave the request: what its support will ask for.
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id.as_deref()
    }

    /// How long the service asked to be left alone, if it did: counted from when this error was returned.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// What the last response announced about the end of the endpoint.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        Lifecycle::announced(self.headers()?)
    }

    /// The attempts that were made, in their order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.0.attempts
    }

    /// The id of the task that was created, where it could be made out in an answer that could not be read.
    pub fn created_id(&self) -> Option<&str> {
        self.0.created_id.as_deref()
    }

    /// A call that cannot be made where it was made.
    pub(crate) fn outside_runtime() -> Self {
        let reason = "an async client works inside a Tokio runtime only";
        Details::new(ErrorKind::Runtime, Effect::NotApplied, reason).into()
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn inside_runtime() -> Self {
        let reason = "a blocking client cannot wait inside an async runtime: use `tasks_client::Client` there";
        Details::new(ErrorKind::Runtime, Effect::NotApplied, reason).into()
    }

    pub(crate) fn details(&self) -> &Details {
        &self.0
    }
}

impl From<Details> for Error {
    fn from(details: Details) -> Self {
        Self(Box::new(details))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("effect", &self.0.effect)
            .field("reason", &self.0.reason)
            .field("status", &self.status())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("request_id", &self.request_id())
            .field("retry_after", &self.0.retry_after)
            .field("created_id", &self.0.created_id)
            .field("attempts", &self.0.attempts)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
