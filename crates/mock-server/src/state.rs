use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::api::Api;
use crate::fault::Faults;
use crate::ledger::{Books, Received};
use crate::token::Tokens;

/// What all connections share.
pub(crate) struct State {
    pub(crate) api: Api,
    /// The largest body that is read, in bytes.
    pub(crate) body_limit: usize,
    pub(crate) observer: Option<Observer>,
    pub(crate) books: Shared<Books>,
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
