use std::fmt;

use serde::Serialize;

/// Effect of a call on the service.
///
/// In ascending order of certainty: the effect of a call is the greatest of its attempts, so a
/// later rejection never clears an earlier [`Unknown`](Self::Unknown).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The call had no effect. Retrying it is safe.
    NotApplied,
    /// The call may have had its effect. Check before retrying it.
    Unknown,
    /// The call had its effect.
    Applied,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NotApplied => "not applied",
            Self::Unknown => "unknown",
            Self::Applied => "applied",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_are_ordered_by_certainty() {
        let attempts = [Effect::NotApplied, Effect::Unknown, Effect::NotApplied];
        assert_eq!(attempts.into_iter().max(), Some(Effect::Unknown));
        assert!(Effect::Applied > Effect::Unknown);
    }
}
