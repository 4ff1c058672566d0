use std::time::Duration;

use reqwest::StatusCode;

use crate::effect::Effect;

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub(crate) status: Option<StatusCode>,
    pub(crate) effect: Effect,
    pub(crate) waited: Duration,
}

impl Attempt {
    /// The status of its response; none if there was no response or nothing was sent.
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// The effect of this attempt alone.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// The time the call waited before it: for its turn, or since the previous attempt.
    pub fn waited(&self) -> Duration {
        self.waited
    }
}
