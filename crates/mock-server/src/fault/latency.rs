use std::ops::Range;
use std::str::FromStr;
use std::time::Duration;

use super::text::duration_range;

/// How long a server takes: each time a random time in a range.
///
/// As text `200ms`, or `100ms-1.5s`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latency(pub(super) Range<Duration>);

impl Latency {
    /// Any time in this range.
    pub fn between(range: Range<Duration>) -> Self {
        Self(range)
    }
}

/// Why a text is no latency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read the latency `{0}`: it is a time such as `200ms`, or a range such as `100ms-1.5s`")]
pub struct LatencyError(String);

impl FromStr for Latency {
    type Err = LatencyError;

    fn from_str(text: &str) -> Result<Self, LatencyError> {
        let range = duration_range(text).ok_or_else(|| LatencyError(text.to_owned()))?;
        Ok(Self(range))
    }
}
