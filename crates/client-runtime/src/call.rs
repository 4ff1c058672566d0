use std::{
    fmt,
    future::{Future, IntoFuture},
    pin::{Pin, pin},
    sync::Arc,
    time::Duration,
};

use reqwest::header::{HeaderName, HeaderValue};
use tokio::runtime::Handle;
use tracing::{Instrument, Span};

#[cfg(feature = "blocking")]
use crate::blocking::Blocking;
use crate::{
    attempt::Attempt,
    conclude::conclude,
    core::Core,
    drive::drive,
    error::Error,
    operation::Operation,
    options::{BeforeRetry, BeforeSend, List, Options},
    report::Report,
    retry::RetryPolicy,
    telemetry,
};

/// One call of an operation: change its arguments and options, then `await` it.
///
/// Nothing is sent before that. A call may be dropped at any time; it may then have had its effect,
/// and the client stays usable.
///
/// A call cannot be cloned: the clone would be a second call.
#[must_use = "a call does nothing unless it is awaited or sent"]
pub struct Call<O, M = Async> {
    core: Core,
    operation: Result<O, String>,
    facts: &'static crate::facts::Facts,
    options: Options,
    /// The reason why an option is invalid.
    invalid: Option<String>,
    #[cfg_attr(
        not(feature = "blocking"),
        expect(dead_code, reason = "only a blocking call has a runtime")
    )]
    mode: M,
}

/// Mode of a call that is awaited.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Async;

impl<O: Operation> Call<O> {
    /// A call of an operation. Generated methods use it.
    #[doc(hidden)]
    pub fn new(core: &Core, operation: O) -> Self {
        let facts = operation.facts();
        Self::of(core, facts, Ok(operation))
    }

    /// A call of an operation whose arguments could not be converted: nothing is sent.
    #[doc(hidden)]
    pub fn of(
        core: &Core,
        facts: &'static crate::facts::Facts,
        operation: Result<O, String>,
    ) -> Self {
        Self {
            options: core.options().clone(),
            core: core.clone(),
            operation,
            facts,
            invalid: None,
            mode: Async,
        }
    }

    /// The same call as a part of a list.
    pub(crate) fn of_list(mut self, list: List) -> Self {
        self.options.list = Some(list);
        self
    }

    /// The same call for a caller that waits.
    #[cfg(feature = "blocking")]
    #[doc(hidden)]
    pub fn blocking(self, runtime: Blocking) -> Call<O, Blocking> {
        Call {
            core: self.core,
            operation: self.operation,
            facts: self.facts,
            options: self.options,
            invalid: self.invalid,
            mode: runtime,
        }
    }

    /// Sends the call and waits for its result.
    ///
    /// # Errors
    /// See [`Error`]: it reports the effect of the call.
    pub async fn send(self) -> Result<O::Response, Error> {
        if Handle::try_current().is_err() {
            return Err(Error::outside_runtime(self.facts));
        }
        let span = telemetry::call(self.facts);
        // Instrumented in place: the future is large, and would be moved.
        let mut result = pin!(self.run(&span)).instrument(span.clone()).await;
        if let (Err(error), Ok(operation)) = (&mut result, self.operation) {
            error.return_arguments(operation);
        }
        result
    }

    async fn run(&self, span: &Span) -> Result<O::Response, Error> {
        let (core, facts) = (&self.core, self.facts);
        core.notices().warn(facts, core.clock());
        let operation = match &self.operation {
            Ok(operation) => operation,
            Err(reason) => return Err(Error::invalid(facts, reason.clone())),
        };
        let invalid = self.invalid.as_deref().or_else(|| self.options.invalid());
        let invalid = invalid.map(str::to_owned);
        let mut output = None;
        let report = match invalid.map_or_else(|| operation.validate(), Err) {
            Ok(()) => drive(core, &self.options, operation, &mut output).await,
            Err(reason) => Report::invalid(reason),
        };
        telemetry::called(span, report.attempts.len(), report.effect());
        conclude(core, operation, report, &mut output)
    }
}

impl<O: Operation, M> Call<O, M> {
    /// Changes the optional arguments of the operation.
    pub fn with(mut self, change: impl FnOnce(O) -> O) -> Self {
        self.operation = self.operation.map(change);
        self
    }

    /// Sets the retry policy.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// Sets the timeout of one attempt, from connecting to the end of the response.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = timeout;
        self
    }

    /// Sets the time budget of the whole call, with all attempts and waits. The last attempt gets
    /// what is left.
    pub fn time_budget(mut self, budget: Duration) -> Self {
        self.options.time_budget = budget;
        self
    }

    /// Sets a header of the request, replacing one of that name. `Authorization`, `Host` and the
    /// headers that frame the request (`Content-Length`, `Transfer-Encoding`, …) are rejected:
    /// nothing is sent then. A header that the document pins to a value keeps that value.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        if let Err(reason) = self.options.header(name, value) {
            self.invalid = Some(reason);
        }
        self
    }

    /// Sets whether the response is compared with the request: yes by default. A success that
    /// evidently belongs to another request is an error of the kind
    /// [`Mismatch`](crate::ErrorKind::Mismatch). A mock that always returns the same response
    /// needs `false`.
    pub fn check_echo(mut self, check: bool) -> Self {
        self.options.check_echo = check;
        self
    }

    /// Sets a callback that runs immediately before each request is sent, after the pause and the
    /// token. If it returns an error, the request is not sent and the call ends.
    ///
    /// A pause that begins while it runs lets it run again before the request is sent.
    pub fn before_send<F, R, E>(mut self, callback: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        self.options.before_send = Some(BeforeSend(Arc::new(move || {
            let pending = callback();
            Box::pin(async move { pending.await.map_err(Into::into) })
        })));
        self
    }

    /// Sets a callback that runs after each attempt that was sent and is going to be retried,
    /// before the wait for the next one. Together with [`before_send`](Self::before_send) it
    /// reports at any time whether a request is in flight.
    pub fn before_retry<F, R>(mut self, callback: F) -> Self
    where
        F: Fn(&Attempt) -> R + Send + Sync + 'static,
        R: Future<Output = ()> + Send + 'static,
    {
        self.options.before_retry = Some(BeforeRetry(Arc::new(move |attempt| {
            Box::pin(callback(attempt))
        })));
        self
    }
}

#[cfg(feature = "blocking")]
impl<O: Operation> Call<O, Blocking> {
    /// Sends the call and waits for its result.
    ///
    /// # Errors
    /// See [`Error`]: it reports the effect of the call. Inside an async runtime it always fails,
    /// and nothing is sent.
    pub fn send(self) -> Result<O::Response, Error> {
        let facts = self.facts;
        let call = Call {
            core: self.core,
            operation: self.operation,
            facts,
            options: self.options,
            invalid: self.invalid,
            mode: Async,
        };
        let result = self.mode.wait(call.send());
        result.unwrap_or_else(|| Err(Error::inside_runtime(facts)))
    }
}

impl<O: Operation> IntoFuture for Call<O> {
    type Output = Result<O::Response, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<O, M> fmt::Debug for Call<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.facts.id)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
