use std::time::Duration;

use reqwest::StatusCode;

use crate::Effect;

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub(crate) status: Option<StatusCode>,
    pub(crate) effect: Effect,
    pub(crate) waited: Duration,
}

impl Attempt {
    /// The status of its response; nothing if none came, or nothing was sent.
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Whether it created the task.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// How long the call waited before it: for its turn, or since the attempt before.
    pub fn waited(&self) -> Duration {
        self.waited
    }
}
