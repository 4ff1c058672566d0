use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// The retry budget that all clones of a client share, so that many calls do not multiply the load
/// of a failing service. It starts at 10; a call adds 0.1, up to 100; a retry takes 1.
#[derive(Debug)]
pub(crate) struct Bucket {
    /// In tenths, to avoid rounding errors.
    tenths: AtomicU32,
}

const START: u32 = 100;
const PER_CALL: u32 = 1;
const MAX: u32 = 1_000;
const PER_RETRY: u32 = 10;

impl Bucket {
    pub(crate) fn new() -> Self {
        Self {
            tenths: AtomicU32::new(START),
        }
    }

    /// Adds the deposit of one call.
    pub(crate) fn deposit(&self) {
        let _ = self.tenths.fetch_update(Relaxed, Relaxed, |tenths| {
            Some((tenths + PER_CALL).min(MAX))
        });
    }

    /// Withdraws one retry. Returns whether the budget allowed it.
    pub(crate) fn withdraw(&self) -> bool {
        self.tenths
            .fetch_update(Relaxed, Relaxed, |tenths| tenths.checked_sub(PER_RETRY))
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_budget_allows_ten_retries_then_one_per_ten_calls() {
        let bucket = Bucket::new();
        assert_eq!((0..20).filter(|_| bucket.withdraw()).count(), 10);
        (0..9).for_each(|_| bucket.deposit());
        assert!(!bucket.withdraw());
        bucket.deposit();
        assert!(bucket.withdraw());
    }

    #[test]
    fn retry_budget_is_limited_to_a_hundred() {
        let bucket = Bucket::new();
        (0..5_000).for_each(|_| bucket.deposit());
        assert_eq!((0..500).filter(|_| bucket.withdraw()).count(), 100);
    }
}
