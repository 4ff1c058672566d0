use std::{
    fmt::Display,
    future::{Future, IntoFuture},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use reqwest::header::{HeaderName, HeaderValue};
use tokio::runtime::Handle;
use tracing::Instrument;

use crate::{
    Created, Error, RetryPolicy,
    call::Call,
    core::Core,
    generated::{self, document, types::NewPrototypeTask},
    hooks::CallContext,
    options::Options,
    report::Report,
    settle::settle,
    telemetry,
};

/// A call that creates one task: set what is special about it, then `await` it.
///
/// Nothing is sent before that. The call may be dropped at any time; then its task may exist, and the client is as good as
/// before.
#[must_use = "a call does nothing unless it is awaited"]
#[derive(Debug)]
pub struct Create {
    core: Arc<Core>,
    task: Result<NewPrototypeTask, String>,
    options: Options,
}

impl Create {
    pub(crate) fn new<T>(core: Arc<Core>, task: T) -> Self
    where
        T: TryInto<NewPrototypeTask>,
        T::Error: Display,
    {
        let task = task.try_into().map_err(|error| error.to_string());
        let options = core.options.clone();
        Self {
            core,
            task,
            options,
        }
    }

    /// When to send again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// How long one attempt may take, from connecting to the end of the response.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = timeout;
        self
    }

    /// How long the whole call may take, with all attempts and waits. An attempt near its end gets what is left.
    pub fn time_budget(mut self, budget: Duration) -> Self {
        self.options.time_budget = budget;
        self
    }

    /// A header of the request, in place of one of that name. `Authorization`, `Host` and the headers that frame the
    /// request (`Content-Length`, `Transfer-Encoding`, …) are the client's own: with one of them nothing is sent.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        if let Err(reason) = self.options.header(name, value) {
            self.task = Err(reason);
        }
        self
    }

    async fn send(self) -> Result<Created, Error> {
        if Handle::try_current().is_err() {
            return Err(Error::outside_runtime());
        }
        let span = telemetry::call();
        let result = self.call().instrument(span.clone()).await;
        let (attempts, effect) = match &result {
            Ok(created) => (created.attempts().len(), crate::Effect::Applied),
            Err(error) => (error.attempts().len(), error.effect()),
        };
        telemetry::called(&span, attempts, effect);
        result
    }

    async fn call(self) -> Result<Created, Error> {
        let Self {
            core,
            task,
            options,
        } = self;
        core.notices.warn(core.clock.calendar());
        let refused = |reason| settle(&core, Report::refused(reason), None);
        let task = match task {
            Ok(task) if task.title.trim().is_empty() => {
                return refused("the title is blank".to_owned());
            }
            Ok(task) => task,
            Err(reason) => return refused(reason),
        };
        if let Some(reason) = options.invalid() {
            return refused(reason.to_owned());
        }
        let call = Arc::new(Call::new(Arc::clone(&core), options));
        let client = generated::Client::new_with_client(
            core.base.as_str(),
            core.http.clone(),
            CallContext::call(Arc::clone(&call)),
        );
        #[expect(
            deprecated,
            reason = "creating tasks by this endpoint is what the crate is for; `Client::lifecycle` tells until when"
        )]
        let operation = client.create_prototype_task();
        let sent = operation
            .x_version(document::VERSION)
            .body(task)
            .send()
            .await;
        match (call.take_report(), sent) {
            (Some(report), Ok(response)) => settle(&core, report, Some(response.into_inner())),
            (Some(report), Err(_)) => settle(&core, report, None),
            (None, Err(progenitor_client::Error::InvalidRequest(reason))) => refused(reason),
            (None, _) => refused("the request could not be made".to_owned()),
        }
    }
}

impl IntoFuture for Create {
    type Output = Result<Created, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
