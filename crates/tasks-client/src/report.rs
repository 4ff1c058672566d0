use std::time::Duration;

use reqwest::StatusCode;

use crate::{
    Attempt, Effect,
    answer::{Answer, Broken},
    retry::Outcome,
    token::{Lease, TokenError},
};

/// What came of a call, before its task is decoded.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) attempts: Vec<Attempt>,
    /// What the last attempt ended with.
    pub(crate) end: End,
    /// The token that was sent last, to be kept out of texts.
    pub(crate) lease: Option<Lease>,
    /// How long the service wants to be left alone from now on.
    pub(crate) retry_after: Option<Duration>,
}

/// How an attempt, and with the last one the call, ended.
#[derive(Debug)]
pub(crate) enum End {
    /// The call is wrong in itself.
    Refused(String),
    /// The shared pause lasts longer than the call may.
    Paused,
    /// The time was over before anything was sent.
    TimedOut,
    /// There was no token.
    NoToken(TokenError),
    /// No connection was established.
    NotConnected(reqwest::Error),
    /// There was no response.
    Failed(reqwest::Error),
    /// There was one.
    Answered(Answer),
}

impl Report {
    pub(crate) fn refused(reason: impl Into<String>) -> Self {
        Self {
            attempts: Vec::new(),
            end: End::Refused(reason.into()),
            lease: None,
            retry_after: None,
        }
    }

    /// The effect of the whole call: what is most certain to have happened.
    pub(crate) fn effect(&self) -> Effect {
        let effects = self.attempts.iter().map(Attempt::effect);
        effects.max().unwrap_or(Effect::NotApplied)
    }
}

impl End {
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Answered(answer) => Some(answer.status),
            _ => None,
        }
    }

    /// What the decision about another attempt depends on.
    pub(crate) fn outcome(&self, told_when: bool, renewable: bool) -> Outcome {
        match self {
            Self::Refused(_) | Self::Paused | Self::TimedOut => Outcome::Refused,
            Self::NoToken(error) => Outcome::NoToken {
                transient: error.is_transient(),
            },
            Self::Failed(error) if error.is_builder() => Outcome::Refused,
            Self::NotConnected(_) => Outcome::NotConnected,
            Self::Failed(_) => Outcome::Interrupted,
            Self::Answered(answer) => match (answer.status.as_u16(), &answer.broken) {
                (201, Some(Broken::Lost(_) | Broken::TooLong)) => Outcome::Garbled,
                (status, _) => Outcome::Answered {
                    status,
                    told_when,
                    renewable,
                },
            },
        }
    }
}
