use std::time::Duration;

/// Exponential backoff with full jitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Backoff {
    pub(crate) first: Duration,
    pub(crate) most: Duration,
}

impl Backoff {
    /// Returns the wait before the retry with this number, from 0. `jitter` is at least 0 and less
    /// than 1.
    pub(crate) fn delay(&self, retry: u32, jitter: f64) -> Duration {
        let doubled = self
            .first
            .saturating_mul(2_u32.saturating_pow(retry.min(31)));
        part(doubled.min(self.most), jitter)
    }
}

/// Multiplies a wait by a jitter, which is clamped to its bounds.
pub(super) fn part(wait: Duration, jitter: f64) -> Duration {
    let seconds = wait.as_secs_f64() * jitter.clamp(0.0, 1.0);
    Duration::try_from_secs_f64(seconds).unwrap_or(wait)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::retry::policy::RetryPolicy;

    #[test]
    fn doubles_from_half_a_second_to_eight_seconds() {
        let backoff = RetryPolicy::default().backoff;
        let bounds: Vec<f64> = (0..7)
            .map(|retry| backoff.delay(retry, 1.0).as_secs_f64())
            .collect();
        assert_eq!(bounds, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]);
        assert_eq!(backoff.delay(u32::MAX, 1.0), Duration::from_secs(8));
    }

    #[test]
    fn jitter_is_full() {
        let backoff = RetryPolicy::default().backoff;
        assert_eq!(backoff.delay(3, 0.0), Duration::ZERO);
        assert_eq!(backoff.delay(3, 0.25), Duration::from_secs(1));
    }

    #[test]
    fn extreme_settings_do_not_overflow() {
        let backoff = Backoff {
            first: Duration::MAX,
            most: Duration::MAX,
        };
        assert_eq!(backoff.delay(40, 0.0), Duration::ZERO);
        assert_eq!(backoff.delay(40, 1.0), Duration::MAX);
    }

    #[test]
    fn clamps_jitter_outside_of_its_bounds() {
        let second = Duration::from_secs(1);
        let waits = [-1.0, 2.0, f64::INFINITY, f64::NAN].map(|jitter| part(second, jitter));
        assert_eq!(waits, [Duration::ZERO, second, second, second]);
    }
}
