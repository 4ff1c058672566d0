use std::{
    collections::HashSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::SystemTime,
};

use chrono::{DateTime, Utc};
use reqwest::header::HeaderMap;

use super::Lifecycle;
use crate::{generated::types::PrototypeTask, unknown::unknown_names};

/// What all clones of a client have noticed about the service, and told once.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    warned: AtomicBool,
    announced: Mutex<Option<Lifecycle>>,
    unknown: Mutex<HashSet<String>>,
}

/// A service that sends ever new names must not fill the memory.
const MOST_NAMES: usize = 1_000;

impl Notices {
    /// The document's dates, and in their place those the service announced last.
    pub(crate) fn lifecycle(&self) -> Lifecycle {
        let announced = self
            .announced
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let documented = Lifecycle::documented();
        match &*announced {
            Some(announced) => documented.overlaid(announced.clone()),
            None => documented,
        }
    }

    /// Warns of the deprecation, the first time.
    pub(crate) fn warn(&self, calendar: SystemTime) {
        if self.warned.swap(true, Relaxed) {
            return;
        }
        let lifecycle = self.lifecycle();
        let today = DateTime::<Utc>::from(calendar).date_naive();
        let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        tracing::warn!(
            deprecated_on = text(lifecycle.deprecated_on),
            sunset_on = text(lifecycle.sunset_on),
            days_left = lifecycle.days_left(today),
            "the task creation endpoint is deprecated"
        );
    }

    /// Keeps what a response announces.
    pub(crate) fn read(&self, headers: &HeaderMap) {
        if let Some(announced) = Lifecycle::announced(headers) {
            let mut last = self
                .announced
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            *last = Some(announced);
        }
    }

    /// Reports the names in a task that the document does not know: each once, and never a value nor the
    /// secret.
    pub(crate) fn report(&self, task: &PrototypeTask, secret: &str) {
        let names = unknown_names(task, secret);
        if names.is_empty() {
            return;
        }
        let mut known = self.unknown.lock().unwrap_or_else(PoisonError::into_inner);
        for name in names {
            if known.len() < MOST_NAMES && known.insert(name.to_string()) {
                tracing::info!(%name, "the service answers with what the document does not know");
            }
        }
    }
}
