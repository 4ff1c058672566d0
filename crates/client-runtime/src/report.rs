use std::time::Duration;

use reqwest::{StatusCode, header::CONTENT_TYPE};

use crate::{
    attempt::Attempt,
    credentials::Grant,
    effect::Effect,
    facts::Facts,
    raw::Raw,
    retry::Outcome,
    token::{Lease, TokenError},
};

/// Result of a call, before it becomes a response or an error.
pub(crate) struct Report {
    pub(crate) attempts: Vec<Attempt>,
    /// The end of the last attempt.
    pub(crate) end: End,
    /// The credentials of the call.
    pub(crate) grant: Grant,
    /// The token of the last attempt.
    pub(crate) lease: Option<Lease>,
    /// Delay that the service requested, from now on.
    pub(crate) retry_after: Option<Duration>,
}

/// End of an attempt, and with the last one of the call.
#[derive(Debug)]
pub(crate) enum End {
    /// The call itself is invalid.
    Invalid(String),
    /// The caller's callback rejected the request.
    Rejected(Box<dyn std::error::Error + Send + Sync>),
    /// The shared pause exceeds the time budget.
    Paused,
    /// The time budget was used up before anything was sent.
    TimedOut,
    /// There was no token.
    NoToken(TokenError),
    /// No connection was established.
    NotConnected(reqwest::Error),
    /// There was no response.
    Failed(reqwest::Error),
    /// There was a success that belongs to another request.
    Foreign(Raw),
    /// There was a response.
    Response(Raw),
}

impl Report {
    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self {
            attempts: Vec::new(),
            end: End::Invalid(reason.into()),
            grant: Grant::default(),
            lease: None,
            retry_after: None,
        }
    }

    /// The secrets that were sent, to be redacted from messages.
    pub(crate) fn secrets(&self) -> Vec<String> {
        self.grant.secrets(self.lease.as_ref())
    }

    /// The effect of the whole call: the most certain one of its attempts.
    pub(crate) fn effect(&self) -> Effect {
        let effects = self.attempts.iter().map(Attempt::effect);
        effects.max().unwrap_or(Effect::NotApplied)
    }
}

impl End {
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Response(raw) | Self::Foreign(raw) => Some(raw.status),
            _ => None,
        }
    }

    /// The outcome that the decision about another attempt depends on.
    pub(crate) fn outcome(
        &self,
        facts: &Facts,
        is_decoded: bool,
        has_retry_after: bool,
        renewable: bool,
    ) -> Outcome {
        match self {
            Self::Invalid(_) | Self::Rejected(_) | Self::Paused | Self::TimedOut => {
                Outcome::NotSent
            }
            Self::NoToken(error) => Outcome::NoToken {
                transient: error.is_transient(),
            },
            Self::Failed(error) if error.is_builder() => Outcome::NotSent,
            Self::NotConnected(_) => Outcome::NotConnected,
            Self::Failed(_) => Outcome::NoResponse,
            Self::Foreign(_) => Outcome::Foreign,
            Self::Response(raw) => {
                let status = raw.status.as_u16();
                match facts.success(status) {
                    None => Outcome::Status {
                        status,
                        has_retry_after,
                        renewable,
                    },
                    Some(success) if success.media_types.is_empty() => match is_decoded {
                        true => Outcome::Success,
                        false => Outcome::Undecodable { status },
                    },
                    Some(success) => {
                        let content_type = raw.headers.get(CONTENT_TYPE);
                        let is_described = match content_type {
                            Some(value) => success.describes(value.to_str().unwrap_or_default()),
                            // Without a media type, the body only has to be decodable.
                            None => is_decoded,
                        };
                        match &raw.broken {
                            _ if status != 201 && !is_described => Outcome::Page,
                            Some(_) => Outcome::Truncated { status },
                            None if is_decoded => Outcome::Success,
                            None => Outcome::Undecodable { status },
                        }
                    }
                }
            }
        }
    }
}
