use std::{fmt, ops::Deref};

use reqwest::{StatusCode, header::HeaderMap};

use crate::{Attempt, Effect, Lifecycle, answer::request_id, generated::types::PrototypeTask};

/// A task that was created, as the service answered it, and how that came about. It dereferences to the task.
///
/// `Debug` shows its id and not what is in it: the address of a task may carry a token of its own.
#[derive(Clone)]
pub struct Created {
    pub(crate) task: PrototypeTask,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) attempts: Vec<Attempt>,
}

impl Created {
    /// The task's id. The service has to give one, but an answer without it is still a created task.
    pub fn id(&self) -> Option<&str> {
        self.task.id.as_deref()
    }

    /// The attempts that were made; the last one created the task.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// Whether an attempt before the last may have created a task too. By default a call never sends again after such an
    /// attempt; only [`RetryPolicy::at_least_once`](crate::RetryPolicy::at_least_once) does.
    pub fn may_be_duplicate(&self) -> bool {
        let before = self
            .attempts
            .split_last()
            .map_or(&[][..], |(_, before)| before);
        before
            .iter()
            .any(|attempt| attempt.effect() != Effect::NotApplied)
    }

    /// The status of the response: 201.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers of the response.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The id that the service or its gateway gave the request.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// What the response announced about the end of the endpoint.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        Lifecycle::announced(&self.headers)
    }

    /// The task alone.
    pub fn into_task(self) -> PrototypeTask {
        self.task
    }
}

impl Deref for Created {
    type Target = PrototypeTask;

    fn deref(&self) -> &PrototypeTask {
        &self.task
    }
}

impl fmt::Debug for Created {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Created")
            .field("id", &self.task.id)
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
