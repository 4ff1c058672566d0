use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::api::Api;
use crate::fault::{Faults, Limiter};
use crate::ledger::{Books, Received};
use crate::token::Tokens;
use crate::wire::Reading;

/// What all connections share.
pub(crate) struct State {
    pub(crate) api: Api,
    /// The document as it was given.
    pub(crate) document: Value,
    pub(crate) reading: Reading,
    /// How many connections may be open.
    pub(crate) connections: usize,
    /// How much of a body is remembered, in bytes.
    pub(crate) kept: usize,
    pub(crate) observer: Option<Observer>,
    pub(crate) books: Shared<Books>,
    pub(crate) limiter: Shared<Option<Limiter>>,
    pub(crate) faults: Shared<Faults>,
    pub(crate) token_faults: Shared<Faults>,
    pub(crate) tokens: Shared<Tokens>,
}

pub(crate) type Observer = Box<dyn Fn(&Received) + Send + Sync>;

/// A mutex that goes on after a panic of its holder: what it guards is whole between any two statements.
pub(crate) struct Shared<T>(Mutex<T>);

impl<T> Shared<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
