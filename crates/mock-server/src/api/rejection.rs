use http::{HeaderName, StatusCode};

use super::violation::Violation;

/// Reason why a request is rejected.
pub(crate) struct Rejection {
    /// `None` if it depends on the violations and the documented responses.
    pub(crate) status: Option<StatusCode>,
    pub(crate) reason: String,
    pub(crate) violations: Vec<Violation>,
    pub(crate) header: Option<(HeaderName, String)>,
}
