use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// The retry budget that all clones of a client share, so that many calls against a service in trouble do not multiply
/// their load. It starts at 10; a call adds 0.1, up to 100; a retry takes 1.
#[derive(Debug)]
pub(crate) struct Bucket {
    /// In tenths: whole numbers neither drift nor round.
    tenths: AtomicU32,
}

const START: u32 = 100;
const PER_CALL: u32 = 1;
const CAP: u32 = 1_000;
const PER_RETRY: u32 = 10;

impl Bucket {
    pub(crate) fn new() -> Self {
        Self {
            tenths: AtomicU32::new(START),
        }
    }

    /// A call begins.
    pub(crate) fn deposit(&self) {
        let _ = self.tenths.fetch_update(Relaxed, Relaxed, |tenths| {
            Some((tenths + PER_CALL).min(CAP))
        });
    }

    /// Whether a retry may be made; if so it is paid for.
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
    fn ten_retries_then_one_for_ten_calls() {
        let bucket = Bucket::new();
        assert_eq!((0..20).filter(|_| bucket.withdraw()).count(), 10);
        (0..9).for_each(|_| bucket.deposit());
        assert!(!bucket.withdraw());
        bucket.deposit();
        assert!(bucket.withdraw());
    }

    #[test]
    fn holds_a_hundred_at_most() {
        let bucket = Bucket::new();
        (0..5_000).for_each(|_| bucket.deposit());
        assert_eq!((0..500).filter(|_| bucket.withdraw()).count(), 100);
    }
}
