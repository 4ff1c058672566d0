use std::time::{Duration, Instant};

use crate::{
    clock::Clock,
    options::{List, Options},
};

/// The time budget of a call.
pub(crate) struct Deadline<'c> {
    clock: &'c dyn Clock,
    start: Instant,
    budget: Duration,
    minimum: Duration,
    list: Option<List>,
}

/// Minimum time of an attempt, unless the attempt timeout or half of the budget is less.
const MIN_ATTEMPT: Duration = Duration::from_secs(1);

impl<'c> Deadline<'c> {
    pub(crate) fn new(clock: &'c dyn Clock, now: Instant, options: &Options) -> Self {
        let until = options.list.and_then(|list| list.until);
        let budget = match until {
            Some(until) => options
                .time_budget
                .min(until.saturating_duration_since(now)),
            None => options.time_budget,
        };
        Self {
            clock,
            start: now,
            budget,
            minimum: MIN_ATTEMPT.min(options.attempt_timeout).min(budget / 2),
            list: options.list,
        }
    }

    /// The remaining part of the budget.
    pub(crate) fn left(&self) -> Duration {
        let spent = self.clock.now().saturating_duration_since(self.start);
        self.budget.saturating_sub(spent)
    }

    /// The longest wait after which an attempt still has its minimum time.
    pub(crate) fn spare(&self) -> Duration {
        self.left().saturating_sub(self.minimum)
    }

    /// The longest wait for the end of a pause. Before its first attempt a call of a list has until
    /// the list's deadline.
    pub(crate) fn max_wait(&self, is_first: bool) -> Duration {
        match self.list {
            Some(list) if is_first => self.rest_of(list).saturating_sub(self.minimum),
            _ => self.spare(),
        }
    }

    /// Starts the budget of a call of a list, which has waited for the end of a pause.
    pub(crate) fn start(&mut self) {
        if let Some(list) = self.list {
            self.budget = self.budget.min(self.rest_of(list));
            self.start = self.clock.now();
        }
    }

    /// Whether a call of a list can wait this long, longer than its budget, before it starts anew.
    pub(crate) fn can_restart(&self, wait: Duration) -> bool {
        self.list
            .is_some_and(|list| wait.saturating_add(self.minimum) <= self.rest_of(list))
    }

    /// Whether an attempt can be sent after this wait. An attempt with next to no time would only
    /// make a certain `NotApplied` an `Unknown`.
    pub(crate) fn allows(&self, wait: Duration) -> bool {
        let left = self.left();
        wait < left && wait.saturating_add(self.minimum) <= left
    }

    fn rest_of(&self, list: List) -> Duration {
        let now = self.clock.now();
        list.until
            .map_or(Duration::MAX, |until| until.saturating_duration_since(now))
    }
}
