use std::{future::IntoFuture, sync::Arc, time::Duration};

use reqwest::header::{HeaderName, HeaderValue};

use super::runtime::Runtime;
use crate::{Created, Error, RetryPolicy};

/// A call that creates one task: set what is special about it, then [`send`](Self::send) it.
#[must_use = "a call does nothing unless it is sent"]
#[derive(Debug)]
pub struct Create {
    pub(super) call: crate::Create,
    pub(super) runtime: Arc<Runtime>,
}

impl Create {
    /// When to send again.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        self.change(|call| call.retry(policy))
    }

    /// How long one attempt may take.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.change(|call| call.attempt_timeout(timeout))
    }

    /// How long the whole call may take.
    pub fn time_budget(self, budget: Duration) -> Self {
        self.change(|call| call.time_budget(budget))
    }

    /// A header of the request, in place of one of that name.
    pub fn header<N, V>(self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.change(|call| call.header(name, value))
    }

    /// Creates the task, and waits for it.
    ///
    /// # Errors
    /// See [`Error`]: each says whether the task may exist. Inside an async runtime always, and then nothing is sent.
    pub fn send(self) -> Result<Created, Error> {
        self.runtime.wait(self.call.into_future())?
    }

    fn change(mut self, change: impl FnOnce(crate::Create) -> crate::Create) -> Self {
        self.call = change(self.call);
        self
    }
}
