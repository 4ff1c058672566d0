use std::{fmt, time::Duration};

use crate::{Effect, Error};

/// `failed to create the task: <what happened> (<effect>; <what to do>)`, or of the answer when the task was created.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = self.details();
        let aim = match details.effect {
            Effect::Applied => "read the answer to the task that was created",
            Effect::Unknown | Effect::NotApplied => "create the task",
        };
        write!(f, "failed to {aim}: {}", details.reason)?;
        for part in [self.code(), self.message()].into_iter().flatten() {
            write!(f, ": {part}")?;
        }
        if let Some(day) = details.gone_since {
            write!(f, ": the endpoint may be gone since {day}")?;
        }
        write!(f, " ({}", details.effect)?;
        match details.effect {
            Effect::Applied => match self.created_id() {
                Some(id) => write!(f, ", with the id {id}")?,
                None => f.write_str("; do not send it again")?,
            },
            Effect::Unknown => f.write_str("; look before you send it again")?,
            Effect::NotApplied => {}
        }
        if details.attempts.len() > 1 {
            write!(f, "; {} attempts", details.attempts.len())?;
        }
        if let Some(pause) = details.retry_after {
            write!(f, "; retry after {}", Seconds(pause))?;
        }
        f.write_str(")")
    }
}

/// Whole seconds, rounded up: nobody should come back too early.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self
            .0
            .as_secs()
            .saturating_add(u64::from(self.0.subsec_nanos() > 0));
        write!(f, "{seconds} s")
    }
}
