use std::time::{Duration, SystemTime};

use fastrand::Rng;
use mock_server::fault::Fault;
use tasks_client::Effect;

/// The rows of the table, repeated for the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Row {
    NoConnection,
    NoToken,
    Unauthorized,
    TooManyRequests,
    UnavailableUntil,
    AmbiguousStatus,
    OtherServerError,
    Silence,
    Closed,
    Rejected,
    Redirect,
    OtherSuccess,
    Unreadable,
    NotSent,
    Created,
}

impl Row {
    pub(super) const ALL: [Self; 15] = [
        Self::NoConnection,
        Self::NoToken,
        Self::Unauthorized,
        Self::TooManyRequests,
        Self::UnavailableUntil,
        Self::AmbiguousStatus,
        Self::OtherServerError,
        Self::Silence,
        Self::Closed,
        Self::Rejected,
        Self::Redirect,
        Self::OtherSuccess,
        Self::Unreadable,
        Self::NotSent,
        Self::Created,
    ];

    /// Those that are a fault of one request.
    pub(super) const OF_REQUESTS: [Self; 12] = [
        Self::Unauthorized,
        Self::TooManyRequests,
        Self::UnavailableUntil,
        Self::AmbiguousStatus,
        Self::OtherServerError,
        Self::Silence,
        Self::Closed,
        Self::Rejected,
        Self::Redirect,
        Self::OtherSuccess,
        Self::Unreadable,
        Self::Created,
    ];

    pub(super) fn effect(self) -> Effect {
        match self {
            Self::NoConnection
            | Self::NoToken
            | Self::Unauthorized
            | Self::TooManyRequests
            | Self::UnavailableUntil
            | Self::Rejected
            | Self::Redirect
            | Self::NotSent => Effect::NotApplied,
            Self::AmbiguousStatus
            | Self::OtherServerError
            | Self::Silence
            | Self::Closed
            | Self::OtherSuccess => Effect::Unknown,
            Self::Unreadable | Self::Created => Effect::Applied,
        }
    }

    /// Whether a request may follow this row.
    pub(super) fn may_be_followed(self) -> bool {
        matches!(
            self,
            Self::Unauthorized | Self::TooManyRequests | Self::UnavailableUntil
        )
    }

    /// One of the faults of this row.
    pub(super) fn fault(self, rng: &mut Rng) -> Fault {
        let mut one_of = |statuses: &[u16]| statuses[rng.usize(..statuses.len())];
        let wait = Duration::from_secs(3);
        let fault = match self {
            Self::Unauthorized => Fault::expired_token(),
            Self::TooManyRequests => match one_of(&[0, 1, 2]) {
                0 => Fault::status(429),
                1 => Fault::status(429).retry_after(wait),
                _ => Fault::status(429).retry_after_date(SystemTime::now() + wait),
            },
            Self::UnavailableUntil => Fault::html(503).retry_after(wait),
            Self::AmbiguousStatus => Fault::status(one_of(&[503, 408, 500, 502, 504])),
            Self::OtherServerError => Fault::html(one_of(&[501, 505, 507, 511, 599])),
            Self::Silence => Fault::none().delay(Duration::from_secs(12)),
            Self::Closed => match one_of(&[0, 1, 2, 3]) {
                0 => Fault::close_on_accept(),
                1 => Fault::close_before_reading(),
                _ => Fault::close_after_reading(),
            },
            Self::Rejected => Fault::status(one_of(&[400, 403, 404, 409, 413, 415, 422, 418, 451])),
            Self::Redirect => Fault::redirect(one_of(&[301, 304, 307, 308]), "/elsewhere"),
            Self::OtherSuccess => match one_of(&[200, 202, 204, 302, 303]) {
                302 => Fault::redirect(302, "/elsewhere"),
                status => Fault::html(status),
            },
            Self::Unreadable => match one_of(&[0, 1]) {
                0 => Fault::garbage(),
                _ => Fault::half_body(),
            },
            _ => Fault::none(),
        };
        // If the effect is unknown, the task may exist or not.
        if self.effect() == Effect::Unknown && rng.bool() {
            fault.after_create()
        } else {
            fault
        }
    }
}
