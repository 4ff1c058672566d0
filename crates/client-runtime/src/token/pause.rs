use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::{Notify, futures::Notified};

use super::error::TokenError;
use crate::retry::MAX_PAUSE;

/// Delay that a token endpoint requested. All caches of its tokens share it.
#[derive(Default)]
pub(crate) struct Pause {
    /// Its end, and the failure that requested it.
    requested: Mutex<Option<(Instant, TokenError)>>,
    cleared: Notify,
}

impl Pause {
    /// Begins the delay that a failure requests, if it does. A delay that ends later remains.
    pub(crate) fn begin(&self, now: Instant, failure: &TokenError) {
        let delay = failure.retry_after().map(|delay| delay.min(MAX_PAUSE));
        let Some(until) = delay.and_then(|delay| now.checked_add(delay)) else {
            return;
        };
        let mut requested = self.lock();
        if requested.as_ref().is_none_or(|(end, _)| *end < until) {
            *requested = Some((until, failure.clone()));
        }
    }

    /// Whether the delay is not over.
    pub(crate) fn is_active(&self, now: Instant) -> bool {
        self.lock().as_ref().is_some_and(|(until, _)| now < *until)
    }

    /// Returns the remaining delay, or the failure if that is longer than a caller can wait.
    pub(crate) fn remaining(
        &self,
        now: Instant,
        left: Duration,
    ) -> Result<Option<Duration>, TokenError> {
        match &*self.lock() {
            Some((until, failure)) if now < *until => match *until - now {
                pause if pause > left => Err(failure.clone().after(Some(pause))),
                pause => Ok(Some(pause)),
            },
            _ => Ok(None),
        }
    }

    /// Ends the delay.
    pub(crate) fn clear(&self) {
        *self.lock() = None;
        self.cleared.notify_waiters();
    }

    /// Completes when the delay is ended.
    pub(crate) fn cleared(&self) -> Notified<'_> {
        self.cleared.notified()
    }

    fn lock(&self) -> MutexGuard<'_, Option<(Instant, TokenError)>> {
        self.requested
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
