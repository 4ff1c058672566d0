use std::time::Duration;

use reqwest::StatusCode;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::effect::Effect;

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub(crate) status: Option<StatusCode>,
    pub(crate) effect: Effect,
    pub(crate) waited: Duration,
}

impl Attempt {
    /// Status of the response. `None` if there was no response or nothing was sent.
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// The effect of this attempt alone.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// Time that the call waited before this attempt, since its start or the previous attempt.
    pub fn waited(&self) -> Duration {
        self.waited
    }
}

/// Serializes an object with the members `status`, `effect` and `waited_seconds`.
impl Serialize for Attempt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Attempt", 3)?;
        object.serialize_field("status", &self.status.map(|status| status.as_u16()))?;
        object.serialize_field("effect", &self.effect)?;
        object.serialize_field("waited_seconds", &self.waited.as_secs_f64())?;
        object.end()
    }
}
