use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, NaiveDate, Utc};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, LINK};

use super::headers::Lifecycle;
use crate::{clock::Clock, facts::Facts, unknowns::Unknowns};

/// Notices about the service, shared by the clones of a client. Each is reported once.
#[derive(Debug, Default)]
pub struct Notices {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The deprecated operations that a warning was given for.
    warned: Vec<&'static str>,
    /// The lifecycles that the service announced, by operation.
    announced: Vec<Announced>,
    reported: HashSet<String>,
}

#[derive(Debug)]
struct Announced {
    operation: &'static str,
    /// The headers that were parsed.
    headers: Vec<HeaderValue>,
    lifecycle: Lifecycle,
}

/// The headers that announce a lifecycle.
static HEADERS: [HeaderName; 3] = [
    HeaderName::from_static("deprecation"),
    HeaderName::from_static("sunset"),
    LINK,
];

/// Limit of the memory that a service with ever new names can take.
const MAX_NAMES: usize = 1_000;

impl Notices {
    /// The lifecycle of an operation: the documented dates, overridden by those the service
    /// announced last.
    pub fn lifecycle(&self, facts: &Facts) -> Lifecycle {
        let documented = Lifecycle::documented(facts);
        let state = self.lock();
        let mut announced = state.announced.iter();
        match announced.find(|known| known.operation == facts.id) {
            Some(announced) => documented.overlaid(announced.lifecycle.clone()),
            None => documented,
        }
    }

    /// Whether this was not reported before. Names only: a value may be confidential.
    pub fn is_new(&self, name: &str) -> bool {
        let mut state = self.lock();
        state.reported.len() < MAX_NAMES && state.reported.insert(name.to_owned())
    }

    /// Warns once about a deprecated operation.
    pub(crate) fn warn(&self, facts: &'static Facts, clock: &dyn Clock) {
        if !facts.deprecated {
            return;
        }
        let mut state = self.lock();
        if state.warned.contains(&facts.id) {
            return;
        }
        state.warned.push(facts.id);
        drop(state);
        let lifecycle = self.lifecycle(facts);
        let today = DateTime::<Utc>::from(clock.calendar()).date_naive();
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let successor = facts.successor;
        let successor =
            successor.map(|successor| format!("{} {}", successor.method, successor.path));
        tracing::warn!(
            operation = facts.id,
            deprecated_on = text(lifecycle.deprecated_on),
            sunset_on = text(lifecycle.sunset_on),
            days_left = lifecycle.days_left(today),
            successor,
            "the operation is deprecated"
        );
    }

    /// Reads the lifecycle that a response announces.
    pub(crate) fn read(&self, facts: &'static Facts, headers: &HeaderMap) {
        let values = || HEADERS.iter().flat_map(|name| headers.get_all(name));
        let mut state = self.lock();
        let mut known = state.announced.iter();
        // Most responses announce the same, or nothing.
        let is_same = match known.find(|known| known.operation == facts.id) {
            Some(known) => values().eq(&known.headers),
            None => values().next().is_none(),
        };
        if is_same {
            return;
        }
        let Some(lifecycle) = Lifecycle::announced(headers) else {
            return;
        };
        state.announced.retain(|known| known.operation != facts.id);
        state.announced.push(Announced {
            operation: facts.id,
            headers: values().cloned().collect(),
            lifecycle,
        });
    }

    /// Reports each unknown name once, and never a value or a secret.
    pub(crate) fn report(&self, unknowns: Unknowns, secrets: &[&str]) {
        for name in unknowns.names(secrets) {
            if self.is_new(&name) {
                tracing::info!(%name, "the response contains something undocumented");
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
