use super::{Outcome, RetryPolicy};
use crate::Effect;

/// What an outcome means for the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) effect: Effect,
    pub(crate) next: Next,
}

/// What follows an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing: the call ends here.
    Stop,
    /// The same request with a new token, once in a call.
    Renew,
    /// Another attempt after a backoff, within the number of attempts and the shared retry budget.
    Backoff,
    /// Another attempt when the server wants it, within the time budget only.
    Wait,
    /// As `Wait`, and all clones of the client wait with this call.
    Pause,
}

impl Verdict {
    /// The table of the crate's promise, row by row.
    ///
    /// | Outcome | Effect | Next |
    /// |---|---|---|
    /// | nothing was sent | not applied | stop |
    /// | no token | not applied | backoff if transient |
    /// | no connection | not applied | backoff |
    /// | 401 | not applied | renew, if the token can be |
    /// | 429 | not applied | pause |
    /// | 503 with `Retry-After` | not applied | wait |
    /// | no response; 408; any other 5xx | unknown | stop (`at_least_once`: backoff) |
    /// | any other 4xx; 301, 302, 304, 307, 308 | not applied | stop |
    /// | any other status but 201 | unknown | stop |
    /// | 201 | applied | stop |
    /// | 201 that could not be read | applied | stop |
    pub(crate) fn of(outcome: Outcome, policy: &RetryPolicy) -> Self {
        use Effect::{Applied, NotApplied, Unknown};
        let doubtful = if policy.when_unknown {
            Next::Backoff
        } else {
            Next::Stop
        };
        let (effect, next) = match outcome {
            Outcome::Refused => (NotApplied, Next::Stop),
            Outcome::NoToken { transient: true } => (NotApplied, Next::Backoff),
            Outcome::NoToken { transient: false } => (NotApplied, Next::Stop),
            Outcome::NotConnected => (NotApplied, Next::Backoff),
            Outcome::Interrupted => (Unknown, doubtful),
            Outcome::Garbled => (Applied, Next::Stop),
            Outcome::Answered {
                status,
                told_when,
                renewable,
            } => match status {
                201 => (Applied, Next::Stop),
                401 if renewable => (NotApplied, Next::Renew),
                429 => (NotApplied, Next::Pause),
                503 if told_when => (NotApplied, Next::Wait),
                408 | 500..=599 => (Unknown, doubtful),
                400..=499 | 301 | 302 | 304 | 307 | 308 => (NotApplied, Next::Stop),
                // A 303 says that something happened; a 200 is a proxy's page as likely as not. Neither proves
                // anything, and no policy sends again after it.
                _ => (Unknown, Next::Stop),
            },
        };
        let next = if policy.retries { next } else { Next::Stop };
        Self { effect, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16) -> Outcome {
        Outcome::Answered {
            status,
            told_when: false,
            renewable: false,
        }
    }

    /// Every status there can be, against the table written the other way round.
    #[test]
    fn every_status_has_its_row() {
        for status in 100..=999 {
            let verdict = Verdict::of(answered(status), &RetryPolicy::default());
            let effect = if status == 201 {
                Effect::Applied
            } else if [301, 302, 304, 307, 308].contains(&status)
                || (400..500).contains(&status) && status != 408
            {
                Effect::NotApplied
            } else {
                Effect::Unknown
            };
            let next = if status == 429 {
                Next::Pause
            } else {
                Next::Stop
            };
            assert_eq!(verdict, Verdict { effect, next }, "{status}");
        }
    }

    #[test]
    fn a_server_that_says_when_is_obeyed() {
        let told = Outcome::Answered {
            status: 503,
            told_when: true,
            renewable: true,
        };
        let verdict = Verdict::of(told, &RetryPolicy::default());
        assert_eq!(
            verdict,
            Verdict {
                effect: Effect::NotApplied,
                next: Next::Wait
            }
        );
    }

    #[test]
    fn only_the_doubtful_rows_are_opened_by_at_least_once() {
        let policy = RetryPolicy::at_least_once();
        for status in 100..=999 {
            let (usual, opened) = (
                Verdict::of(answered(status), &RetryPolicy::default()),
                Verdict::of(answered(status), &policy),
            );
            let doubtful = status == 408 || (500..600).contains(&status);
            assert_eq!(opened.effect, usual.effect, "{status}");
            assert_eq!(opened.next == Next::Backoff, doubtful, "{status}");
        }
        let interrupted = Verdict::of(Outcome::Interrupted, &policy);
        assert_eq!(interrupted.next, Next::Backoff);
        assert_eq!(Verdict::of(Outcome::Garbled, &policy).next, Next::Stop);
    }

    #[test]
    fn what_was_not_sent_created_nothing() {
        let policies = [
            RetryPolicy::none(),
            RetryPolicy::default(),
            RetryPolicy::at_least_once(),
        ];
        for policy in policies {
            let verdict = |outcome| Verdict::of(outcome, &policy);
            assert_eq!(verdict(Outcome::Refused).next, Next::Stop);
            let outcomes = [
                Outcome::Refused,
                Outcome::NoToken { transient: false },
                Outcome::NoToken { transient: true },
                Outcome::NotConnected,
            ];
            for outcome in outcomes {
                assert_eq!(verdict(outcome).effect, Effect::NotApplied, "{outcome:?}");
            }
        }
    }

    #[test]
    fn none_means_none() {
        let outcomes = [
            Outcome::NotConnected,
            Outcome::NoToken { transient: true },
            Outcome::Interrupted,
            answered(429),
            Outcome::Answered {
                status: 401,
                told_when: false,
                renewable: true,
            },
        ];
        for outcome in outcomes {
            let verdict = Verdict::of(outcome, &RetryPolicy::none());
            assert_eq!(verdict.next, Next::Stop, "{outcome:?}");
        }
    }
}
