use std::{any::Any, error::Error as StdError, fmt, time::Duration};

use bytes::Bytes;
use chrono::NaiveDate;
use reqwest::{StatusCode, header::HeaderMap};

use crate::{
    attempt::Attempt, effect::Effect, error_kind::ErrorKind, facts::Facts, lifecycle::Lifecycle,
};

/// Error of a call, with its effect.
///
/// | [`effect`](Self::effect) | Meaning | Action |
/// |---|---|---|
/// | [`NotApplied`](Effect::NotApplied) | the call had no effect | retry when the cause is fixed |
/// | [`Unknown`](Effect::Unknown) | the call may have had its effect | check before retrying |
/// | [`Applied`](Effect::Applied) | the call had its effect, its response could not be read | do not retry; [`created_id`](Self::created_id) may be known |
///
/// `Display` is one line with the failure and the effect; [`source`](StdError::source) returns the
/// causes. Neither they nor `Debug` contain a token, a secret or a body.
#[non_exhaustive]
pub struct Error(Box<Details>);

pub(crate) struct Details {
    pub(crate) operation: &'static str,
    pub(crate) kind: ErrorKind,
    pub(crate) effect: Effect,
    pub(crate) attempts: Vec<Attempt>,
    pub(crate) reason: String,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) response: Option<Response>,
    pub(crate) created_id: Option<String>,
    pub(crate) response_id: Option<String>,
    /// Whether the resource of a DELETE was not found after an attempt that may have deleted it.
    pub(crate) is_likely_deleted: bool,
    pub(crate) is_after_sunset: bool,
    pub(crate) removed_since: Option<NaiveDate>,
    pub(crate) migration: Option<&'static str>,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
    /// The operation with its arguments, if the call had no effect.
    pub(crate) arguments: Option<Box<dyn Any + Send + Sync>>,
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
    pub(crate) fn new(
        facts: &Facts,
        kind: ErrorKind,
        effect: Effect,
        reason: impl Into<String>,
    ) -> Self {
        Self {
            operation: facts.id,
            kind,
            effect,
            attempts: Vec::new(),
            reason: reason.into(),
            retry_after: None,
            response: None,
            created_id: None,
            response_id: None,
            is_likely_deleted: false,
            is_after_sunset: false,
            removed_since: None,
            migration: None,
            source: None,
            arguments: None,
        }
    }
}

impl Error {
    /// The operationId.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The effect of the call, over all its attempts.
    pub fn effect(&self) -> Effect {
        self.0.effect
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether the time of the attempt or of the call ran out. It does not indicate
    /// whether anything was sent.
    pub fn is_timeout(&self) -> bool {
        let source = self.0.source.as_deref();
        let failure = source.and_then(|source| source.downcast_ref::<reqwest::Error>());
        self.0.kind == ErrorKind::Deadline || failure.is_some_and(reqwest::Error::is_timeout)
    }

    /// Whether the last attempt failed because no connection was established.
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::Connect
    }

    /// The status of the last response; none if the last attempt had none.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The headers of the last response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// The body of the last response as it was received: up to 64 KiB, or 16 MiB of a success.
    /// Empty without a response.
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

    /// The id that the service or its gateway gave the request, for its support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id.as_deref()
    }

    /// The delay that the service requested, counted from when this error was returned.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The lifecycle that the last response announced.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        Lifecycle::announced(self.headers()?)
    }

    /// The day of the sunset, if it is over and the last response is one that a removed endpoint
    /// may give.
    pub fn removed_since(&self) -> Option<NaiveDate> {
        self.0.removed_since
    }

    /// Whether an operation with the method DELETE did not find its resource after an attempt whose
    /// outcome is unknown: the call most likely deleted it.
    pub fn is_likely_deleted(&self) -> bool {
        self.0.is_likely_deleted
    }

    /// Whether the last response was received after the sunset of the operation, by the clock of
    /// the client. Unlike [`removed_since`](Self::removed_since) it does not depend on the
    /// response.
    pub fn is_after_sunset(&self) -> bool {
        self.0.is_after_sunset
    }

    /// The change that selects the successor, as code, if the endpoint may have been
    /// [removed](Self::removed_since).
    pub fn migration(&self) -> Option<&'static str> {
        self.0.migration.filter(|_| self.0.removed_since.is_some())
    }

    /// The attempts that were made, in order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.0.attempts
    }

    /// The id of what was created, if it could be extracted from a response that could not be read.
    pub fn created_id(&self) -> Option<&str> {
        self.0.created_id.as_deref()
    }

    /// The id in a response that belongs to another request ([`ErrorKind::Mismatch`]). It is not
    /// the id of what this call may have created.
    pub fn response_id(&self) -> Option<&str> {
        self.0.response_id.as_deref()
    }

    /// The operation with its arguments, to be sent again: only if the effect is
    /// [`NotApplied`](Effect::NotApplied), and the arguments could be converted.
    pub fn into_operation<O: 'static>(self) -> Option<O> {
        let arguments = self.0.arguments?.downcast().ok()?;
        Some(*arguments)
    }

    /// Returns the operation to the caller if it had no effect.
    pub(crate) fn return_arguments<O: Send + Sync + 'static>(&mut self, operation: O) {
        if self.effect() == Effect::NotApplied {
            self.0.arguments = Some(Box::new(operation));
        }
    }

    /// A call whose arguments are invalid.
    pub(crate) fn invalid(facts: &Facts, reason: String) -> Self {
        Details::new(facts, ErrorKind::Invalid, Effect::NotApplied, reason).into()
    }

    /// A call that was made outside of a Tokio runtime.
    pub(crate) fn outside_runtime(facts: &Facts) -> Self {
        let reason = "an async client needs a Tokio runtime";
        Details::new(facts, ErrorKind::Runtime, Effect::NotApplied, reason).into()
    }

    /// A call of a blocking client inside an async runtime.
    #[cfg(feature = "blocking")]
    pub(crate) fn inside_runtime(facts: &Facts) -> Self {
        let reason =
            "a blocking client cannot wait inside an async runtime: use the async client there";
        Details::new(facts, ErrorKind::Runtime, Effect::NotApplied, reason).into()
    }

    /// A call that was still running when its runtime was shut down.
    pub(crate) fn lost(facts: &Facts, source: Box<dyn StdError + Send + Sync>) -> Self {
        let reason = "the call was ended before a response";
        let details = Details::new(facts, ErrorKind::NoResponse, Effect::Unknown, reason);
        let source = Some(source);
        Details { source, ..details }.into()
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
            .field("operation", &self.0.operation)
            .field("kind", &self.0.kind)
            .field("effect", &self.0.effect)
            .field("reason", &self.0.reason)
            .field("status", &self.status())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("request_id", &self.request_id())
            .field("retry_after", &self.0.retry_after)
            .field("created_id", &self.0.created_id)
            .field("response_id", &self.0.response_id)
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
