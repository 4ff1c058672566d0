use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{Clock, core::Core, options::Options, report::Report};

/// One call on its way through the generated client, which knows neither attempts nor their end.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) core: Arc<Core>,
    pub(crate) options: Options,
    report: Mutex<Option<Report>>,
}

impl Call {
    pub(crate) fn new(core: Arc<Core>, options: Options) -> Self {
        Self {
            core,
            options,
            report: Mutex::default(),
        }
    }

    pub(crate) fn end(&self, report: Report) {
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
    }

    /// What came of it; nothing if it did not even come to sending.
    pub(crate) fn take_report(&self) -> Option<Report> {
        self.report
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }
}

/// How much of a call's time budget is left.
pub(crate) struct Deadline<'c> {
    clock: &'c dyn Clock,
    start: Instant,
    budget: Duration,
}

impl<'c> Deadline<'c> {
    pub(crate) fn new(clock: &'c dyn Clock, budget: Duration) -> Self {
        Self {
            clock,
            start: clock.now(),
            budget,
        }
    }

    pub(crate) fn left(&self) -> Duration {
        let spent = self.clock.now().saturating_duration_since(self.start);
        self.budget.saturating_sub(spent)
    }
}
