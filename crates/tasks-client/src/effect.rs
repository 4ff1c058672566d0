use std::fmt;

/// What a call did to the service: whether the task it was to create exists.
///
/// The order is that of certainty: [`Applied`](Self::Applied) outweighs [`Unknown`](Self::Unknown), and both outweigh
/// [`NotApplied`](Self::NotApplied). The effect of a call is the greatest of its attempts: a later refusal never clears an
/// earlier doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// No task was created. Sending the same task again is safe.
    NotApplied,
    /// A task may have been created. Look before you send it again.
    Unknown,
    /// A task was created.
    Applied,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotApplied => "not created",
            Self::Unknown => "may have been created",
            Self::Applied => "created",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_outweighs() {
        let attempts = [Effect::NotApplied, Effect::Unknown, Effect::NotApplied];
        assert_eq!(attempts.into_iter().max(), Some(Effect::Unknown));
        assert!(Effect::Applied > Effect::Unknown);
    }
}
