use std::ops::Range;
use std::str::FromStr;
use std::time::Duration;

use super::duration::duration_range;

/// The latency of a server: a random duration within a range, or always the same.
///
/// It is parsed from `200ms` or `100ms-1.5s`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latency(pub(super) Range<Duration>);

impl Latency {
    /// A random duration within this range.
    pub fn between(range: Range<Duration>) -> Self {
        Self(range)
    }
}

/// A string that is not a latency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "parse the latency `{0}`: expected a duration such as `200ms`, or a range such as `100ms-1.5s`"
)]
pub struct LatencyError(String);

impl FromStr for Latency {
    type Err = LatencyError;

    fn from_str(text: &str) -> Result<Self, LatencyError> {
        let range = duration_range(text).ok_or_else(|| LatencyError(text.to_owned()))?;
        Ok(Self(range))
    }
}
