use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    time::{Duration, Instant, SystemTime},
};

use tasks_client::Clock;

/// A clock that a test controls. Sleeping records the duration and returns at once; jitter is
/// constant.
#[derive(Clone)]
pub(crate) struct TestClock {
    start: Instant,
    calendar: SystemTime,
    jitter: f64,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    passed: Duration,
    slept: Vec<Duration>,
}

impl TestClock {
    pub(crate) fn new(jitter: f64) -> Self {
        Self {
            start: Instant::now(),
            calendar: httpdate::parse_http_date("Fri, 30 Oct 2026 12:00:00 GMT").unwrap(),
            jitter,
            state: Arc::default(),
        }
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.state.lock().unwrap().passed += by;
    }

    /// All waits so far, in the order they began.
    pub(crate) fn slept(&self) -> Vec<Duration> {
        self.state.lock().unwrap().slept.clone()
    }

    /// The same in seconds, for short assertions.
    pub(crate) fn seconds(&self) -> Vec<f64> {
        self.slept().iter().map(Duration::as_secs_f64).collect()
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        self.start + self.state.lock().unwrap().passed
    }

    fn calendar(&self) -> SystemTime {
        self.calendar + self.state.lock().unwrap().passed
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let state = Arc::clone(&self.state);
        let until = {
            let mut state = state.lock().unwrap();
            state.slept.push(duration);
            state.passed + duration
        };
        Box::pin(async move {
            tokio::task::yield_now().await;
            let mut state = state.lock().unwrap();
            state.passed = state.passed.max(until);
        })
    }

    fn jitter(&self) -> f64 {
        self.jitter
    }
}
