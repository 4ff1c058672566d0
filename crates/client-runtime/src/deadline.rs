use std::time::{Duration, Instant};

use crate::{clock::Clock, options::Options};

/// The time budget of a call.
pub(crate) struct Deadline<'c> {
    clock: &'c dyn Clock,
    start: Instant,
    budget: Duration,
    minimum: Duration,
}

/// The least time of an attempt, unless the attempt timeout or half of the budget is less.
const MIN_ATTEMPT: Duration = Duration::from_secs(1);

impl<'c> Deadline<'c> {
    pub(crate) fn new(clock: &'c dyn Clock, options: &Options) -> Self {
        let budget = options.time_budget;
        Self {
            clock,
            start: clock.now(),
            budget,
            minimum: MIN_ATTEMPT.min(options.attempt_timeout).min(budget / 2),
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

    /// Whether an attempt can be sent after this wait. An attempt with next to no time would only make a certain
    /// `NotApplied` an `Unknown`.
    pub(crate) fn allows(&self, wait: Duration) -> bool {
        let left = self.left();
        wait < left && wait.saturating_add(self.minimum) <= left
    }
}
