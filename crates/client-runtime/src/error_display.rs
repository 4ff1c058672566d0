use std::{fmt, time::Duration};

use crate::{effect::Effect, error::Error};

/// `failed to call <operation>: <failure> (<effect>; <action>)`, or to read its response if the
/// call had its effect.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = self.details();
        let aim = match details.effect {
            Effect::Applied => "read the response of",
            Effect::Unknown | Effect::NotApplied => "call",
        };
        write!(
            f,
            "failed to {aim} `{}`: {}",
            details.operation, details.reason
        )?;
        for part in [self.code(), self.message()].into_iter().flatten() {
            write!(f, ": {part}")?;
        }
        if let Some(day) = details.removed_since {
            write!(f, ": the endpoint may have been removed on {day}")?;
            if let Some(migration) = self.migration() {
                write!(f, "; select its successor with `{migration}`")?;
            }
        }
        match details.effect {
            Effect::Applied => match self.created_id() {
                Some(id) => write!(f, " (applied, with the id {id}")?,
                None => f.write_str(" (applied; do not retry")?,
            },
            Effect::Unknown if details.is_likely_deleted => {
                f.write_str(" (outcome unknown: this call most likely deleted the resource")?;
            }
            Effect::Unknown => f.write_str(" (outcome unknown: check before retrying")?,
            Effect::NotApplied => f.write_str(" (not applied")?,
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

/// Whole seconds, rounded up: a retry must not be early.
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
