use super::{outcome::Outcome, policy::RetryPolicy};
use crate::{effect::Effect, facts::Class};

/// Meaning of an outcome for the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) effect: Effect,
    pub(crate) next: Next,
}

/// Action after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// The call ends.
    Stop,
    /// The same request with a new token, once per call.
    Renew,
    /// Another attempt after a backoff, within the number of attempts and the shared retry budget.
    Backoff,
    /// Another attempt when the server allows it, within the time budget only.
    Wait,
    /// As `Wait`, and all clones of the client wait with this call.
    Pause,
}

/// A row of the retry table, for an operation that is neither safe nor idempotent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) failure: &'static str,
    pub(crate) effect: Effect,
    pub(crate) retried: &'static str,
    next: Next,
    /// Whether `at_least_once` retries it, and so does an operation that is safe or idempotent.
    is_ambiguous: bool,
}

const fn row(failure: &'static str, effect: Effect, retried: &'static str, next: Next) -> Row {
    Row {
        failure,
        effect,
        retried,
        next,
        is_ambiguous: false,
    }
}

const fn ambiguous(failure: &'static str) -> Row {
    Row {
        failure,
        effect: Effect::Unknown,
        retried: "no",
        next: Next::Stop,
        is_ambiguous: true,
    }
}

use Effect::{Applied, NotApplied, Unknown};

const NO_CONNECTION: Row = row(
    "no connection: DNS, connection refused, connect timeout, TLS handshake",
    NotApplied,
    "yes, after a backoff",
    Next::Backoff,
);
const NO_TOKEN: Row = row(
    "no access token",
    NotApplied,
    "if the failure of the token endpoint is transient",
    Next::Backoff,
);
const UNAUTHORIZED: Row = row(
    "401",
    NotApplied,
    "once, with a new token; a static token: no",
    Next::Renew,
);
const TOO_MANY_REQUESTS: Row = row(
    "429",
    NotApplied,
    "yes, after `Retry-After` or a backoff",
    Next::Pause,
);
const UNAVAILABLE: Row = row(
    "503 with `Retry-After`",
    NotApplied,
    "yes, after `Retry-After`",
    Next::Wait,
);
const AMBIGUOUS_STATUS: Row = ambiguous("503 without `Retry-After`, 408, any other 5xx");
const NO_RESPONSE: Row = ambiguous("timeout, reset, connection closed before a response");
const REJECTED: Row = row("any other 4xx", NotApplied, "no", Next::Stop);
const REDIRECT: Row = row("301, 304, 307, 308", NotApplied, "no", Next::Stop);
const INCONCLUSIVE: Row = row(
    "302, 303, any other 3xx, any 2xx that is not a documented success",
    Unknown,
    "never",
    Next::Stop,
);
const PAGE: Row = row(
    "a success other than 201 with an undocumented media type; an unreadable 202",
    Unknown,
    "never",
    Next::Stop,
);
const FOREIGN: Row = row(
    "a success that evidently belongs to another request",
    Unknown,
    "never",
    Next::Stop,
);
const UNREADABLE: Row = row(
    "a success whose body cannot be read or decoded",
    Applied,
    "never",
    Next::Stop,
);
const NOT_SENT: Row = row(
    "invalid arguments, oversized body",
    NotApplied,
    "no: nothing is sent",
    Next::Stop,
);
const SUCCESS: Row = row("success", Applied, "no", Next::Stop);

/// The retry table, as the guide shows it.
#[cfg(test)]
pub(crate) const TABLE: [Row; 14] = [
    NO_CONNECTION,
    NO_TOKEN,
    UNAUTHORIZED,
    TOO_MANY_REQUESTS,
    UNAVAILABLE,
    AMBIGUOUS_STATUS,
    NO_RESPONSE,
    REJECTED,
    REDIRECT,
    INCONCLUSIVE,
    PAGE,
    FOREIGN,
    UNREADABLE,
    NOT_SENT,
];

impl Row {
    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotSent => NOT_SENT,
            Outcome::NoToken { .. } => NO_TOKEN,
            Outcome::NotConnected => NO_CONNECTION,
            Outcome::NoResponse => NO_RESPONSE,
            Outcome::Page
            | Outcome::Truncated { status: 202 }
            | Outcome::Undecodable { status: 202 } => PAGE,
            Outcome::Truncated { .. } | Outcome::Undecodable { .. } => UNREADABLE,
            Outcome::Foreign => FOREIGN,
            Outcome::Success => SUCCESS,
            Outcome::Status {
                status,
                has_retry_after,
                ..
            } => match status {
                401 => UNAUTHORIZED,
                429 => TOO_MANY_REQUESTS,
                503 if has_retry_after => UNAVAILABLE,
                408 | 500..=599 => AMBIGUOUS_STATUS,
                400..=499 => REJECTED,
                301 | 304 | 307 | 308 => REDIRECT,
                // A 303 may follow an effect, a 200 may be a proxy's page: both are inconclusive.
                _ => INCONCLUSIVE,
            },
        }
    }
}

impl Verdict {
    /// Applies the retry table to an outcome.
    ///
    /// The class of the operation changes two things: a failure of a safe operation never has an
    /// effect, and the ambiguous rows of a safe or idempotent operation are retried like a
    /// failed connection.
    pub(crate) fn of(class: Class, outcome: Outcome, policy: &RetryPolicy) -> Self {
        let row = Row::of(outcome);
        let is_repeatable = class != Class::Unsafe || policy.when_unknown;
        let next = match outcome {
            Outcome::NoToken { transient: false } => Next::Stop,
            Outcome::Status {
                renewable: false,
                status: 401,
                ..
            } => Next::Stop,
            // A part of a body that changes nothing is requested again.
            Outcome::Truncated { .. } if class == Class::Safe => Next::Backoff,
            _ if row.is_ambiguous && is_repeatable => Next::Backoff,
            _ => row.next,
        };
        let effect = if class == Class::Safe && outcome != Outcome::Success {
            NotApplied
        } else {
            row.effect
        };
        let next = if policy.retries { next } else { Next::Stop };
        Self { effect, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLASSES: [Class; 3] = [Class::Safe, Class::Idempotent, Class::Unsafe];

    fn status(status: u16) -> Outcome {
        Outcome::Status {
            status,
            has_retry_after: false,
            renewable: false,
        }
    }

    fn of(class: Class, outcome: Outcome) -> Verdict {
        Verdict::of(class, outcome, &RetryPolicy::default())
    }

    /// Every possible status, against an independent form of the table.
    #[test]
    fn every_status_has_its_row() {
        for code in 100..=999 {
            let verdict = of(Class::Unsafe, status(code));
            let effect = if [301, 304, 307, 308].contains(&code)
                || (400..500).contains(&code) && code != 408
            {
                Effect::NotApplied
            } else {
                Effect::Unknown
            };
            let next = if code == 429 { Next::Pause } else { Next::Stop };
            assert_eq!(verdict, Verdict { effect, next }, "{code}");
        }
    }

    #[test]
    fn waits_for_a_503_with_retry_after_in_every_class() {
        for class in CLASSES {
            let outcome = Outcome::Status {
                status: 503,
                has_retry_after: true,
                renewable: true,
            };
            let verdict = Verdict {
                effect: Effect::NotApplied,
                next: Next::Wait,
            };
            assert_eq!(of(class, outcome), verdict, "{class:?}");
        }
    }

    #[test]
    fn repeats_ambiguous_rows_only_where_it_is_safe_or_requested() {
        let policy = RetryPolicy::at_least_once();
        let ambiguous = |code: u16| code == 408 || (500..600).contains(&code);
        for code in 100..=999 {
            let opened = Verdict::of(Class::Unsafe, status(code), &policy);
            assert_eq!(opened.effect, of(Class::Unsafe, status(code)).effect);
            assert_eq!(opened.next == Next::Backoff, ambiguous(code), "{code}");
            for class in [Class::Safe, Class::Idempotent] {
                let verdict = of(class, status(code));
                assert_eq!(verdict.next == Next::Backoff, ambiguous(code), "{code}");
                let is_unknown = verdict.effect == Effect::Unknown;
                assert!(class == Class::Idempotent || !is_unknown, "{code}");
            }
        }
        for class in [Class::Safe, Class::Idempotent] {
            assert_eq!(of(class, Outcome::NoResponse).next, Next::Backoff);
        }
        let opened = Verdict::of(Class::Unsafe, Outcome::NoResponse, &policy);
        assert_eq!(opened.next, Next::Backoff);
    }

    #[test]
    fn never_repeats_a_success_that_is_unreadable() {
        let policy = RetryPolicy::at_least_once();
        for class in CLASSES {
            for outcome in [
                Outcome::Page,
                Outcome::Foreign,
                Outcome::Undecodable { status: 201 },
                Outcome::Undecodable { status: 202 },
                Outcome::Truncated { status: 201 },
                Outcome::Success,
            ] {
                let is_part = class == Class::Safe && matches!(outcome, Outcome::Truncated { .. });
                let next = if is_part { Next::Backoff } else { Next::Stop };
                let verdict = Verdict::of(class, outcome, &policy);
                assert_eq!(verdict.next, next, "{class:?} {outcome:?}");
            }
        }
    }

    #[test]
    fn an_unreadable_success_is_applied_except_for_a_202() {
        for class in [Class::Idempotent, Class::Unsafe] {
            let effect = |outcome| of(class, outcome).effect;
            assert_eq!(effect(Outcome::Truncated { status: 201 }), Effect::Applied);
            assert_eq!(
                effect(Outcome::Undecodable { status: 200 }),
                Effect::Applied
            );
            assert_eq!(effect(Outcome::Truncated { status: 202 }), Effect::Unknown);
            assert_eq!(effect(Outcome::Page), Effect::Unknown);
        }
        let read = of(Class::Safe, Outcome::Undecodable { status: 200 });
        assert_eq!(read.effect, Effect::NotApplied);
    }

    #[test]
    fn unsent_request_is_not_applied() {
        let policies = [
            RetryPolicy::none(),
            RetryPolicy::default(),
            RetryPolicy::at_least_once(),
        ];
        for policy in policies {
            let verdict = |outcome| Verdict::of(Class::Unsafe, outcome, &policy);
            assert_eq!(verdict(Outcome::NotSent).next, Next::Stop);
            let outcomes = [
                Outcome::NotSent,
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
    fn policy_none_never_retries() {
        let outcomes = [
            Outcome::NotConnected,
            Outcome::NoToken { transient: true },
            Outcome::NoResponse,
            Outcome::Truncated { status: 200 },
            status(429),
            Outcome::Status {
                status: 401,
                has_retry_after: false,
                renewable: true,
            },
        ];
        for class in CLASSES {
            for outcome in outcomes {
                let verdict = Verdict::of(class, outcome, &RetryPolicy::none());
                assert_eq!(verdict.next, Next::Stop, "{outcome:?}");
            }
        }
    }

    /// The guide contains the table of the code.
    #[test]
    fn the_guide_has_this_table() {
        let rows =
            TABLE.map(|row| format!("| {} | {} | {} |\n", row.failure, row.effect, row.retried));
        let table = format!(
            "| Failure | Effect | Retried by default |\n|---|---|---|\n{}\n",
            rows.concat()
        );
        let guide = include_str!("../guide.md");
        assert!(
            guide.contains(&table),
            "the guide needs this table:\n\n{table}"
        );
    }
}
