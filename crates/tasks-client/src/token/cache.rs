use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use reqwest::header::HeaderValue;
use tokio::{sync::Mutex as Flight, time::timeout};

use super::{Token, TokenError, TokenSource};
use crate::Clock;

/// A token in use: which one it is, and the header that carries it.
#[derive(Clone, Debug)]
pub(crate) struct Lease {
    serial: u64,
    pub(crate) header: HeaderValue,
    /// Whether another one can be had when the service refuses it.
    pub(crate) renewable: bool,
}

/// The one token that all clones of a client use.
///
/// It is fetched once for any number of callers. From 60 s or a quarter of its life before its end, whichever is less, one
/// caller fetches the next while the others keep this one. If that fails, or takes longer than 5 s or half of what is left of
/// that caller's time, this one stays, and the next is not asked for again for 5 s.
pub(crate) struct TokenCache {
    source: Option<Arc<dyn TokenSource>>,
    state: Mutex<State>,
    flight: Flight<()>,
}

#[derive(Default)]
struct State {
    current: Option<Current>,
    fetched: u64,
    failures: u64,
    last_failure: Option<TokenError>,
}

#[derive(Clone)]
struct Current {
    lease: Lease,
    renew_at: Option<Instant>,
    ends_at: Option<Instant>,
}

const EARLY: Duration = Duration::from_secs(60);
const PATIENCE: Duration = Duration::from_secs(5);
const AFTER_FAILED_RENEWAL: Duration = Duration::from_secs(5);

impl TokenCache {
    /// A cache before a source.
    pub(crate) fn new(source: Arc<dyn TokenSource>) -> Self {
        Self {
            source: Some(source),
            state: Mutex::default(),
            flight: Flight::default(),
        }
    }

    /// One token, for good.
    ///
    /// # Errors
    /// The token cannot stand in a header.
    pub(crate) fn constant(token: &Token) -> Result<Self, TokenError> {
        let current = Current {
            lease: Lease {
                serial: 0,
                header: header(token)?,
                renewable: false,
            },
            renew_at: None,
            ends_at: None,
        };
        Ok(Self {
            source: None,
            state: Mutex::new(State {
                current: Some(current),
                ..State::default()
            }),
            flight: Flight::default(),
        })
    }

    /// The token to send now, if it can be had in this time. The time is the network's, hence real.
    pub(crate) async fn lease(
        &self,
        clock: &dyn Clock,
        left: Duration,
    ) -> Result<Lease, TokenError> {
        let (kept, failures) = {
            let state = self.lock();
            (state.usable(clock.now()), state.failures)
        };
        if let Some(kept) = kept {
            let due = kept.renew_at.is_some_and(|at| at <= clock.now());
            return match self.flight.try_lock() {
                Ok(_flight) if due && self.lock().holds(&kept.lease) => {
                    Ok(self.renew(kept.lease, clock, PATIENCE.min(left / 2)).await)
                }
                _ => Ok(kept.lease),
            };
        }
        timeout(left, self.first(clock, failures))
            .await
            .unwrap_or_else(|_| Err(TokenError::late()))
    }

    /// A token where there is none; `failures` as they were when that was seen.
    async fn first(&self, clock: &dyn Clock, failures: u64) -> Result<Lease, TokenError> {
        let _flight = self.flight.lock().await;
        {
            let state = self.lock();
            if let Some(current) = state.usable(clock.now()) {
                return Ok(current.lease);
            }
            if let Some(failure) = &state.last_failure
                && state.failures != failures
            {
                return Err(failure.clone());
            }
        }
        self.fetch(clock).await
    }

    /// Removes the token that the service rejected; a newer one stays. Returns whether another one can be obtained.
    pub(crate) fn reject(&self, lease: &Lease) -> bool {
        let mut state = self.lock();
        if lease.renewable && state.holds(lease) {
            state.current = None;
        }
        lease.renewable
    }

    async fn fetch(&self, clock: &dyn Clock) -> Result<Lease, TokenError> {
        // The life is counted from before the request: the endpoint's answer may have been on its way for long.
        let start = clock.now();
        let fetched = match &self.source {
            Some(source) => source.fetch().await,
            None => Err(TokenError::of("the token was refused", None)),
        };
        let fetched = fetched.and_then(|token| Ok((header(&token)?, token.life())));
        let mut state = self.lock();
        match fetched {
            Ok((header, life)) => {
                state.fetched += 1;
                let lease = Lease {
                    serial: state.fetched,
                    header,
                    renewable: true,
                };
                state.current = Some(Current {
                    lease: lease.clone(),
                    renew_at: life.and_then(|life| start.checked_add(life - EARLY.min(life / 4))),
                    ends_at: life.and_then(|life| start.checked_add(life)),
                });
                Ok(lease)
            }
            Err(failure) => {
                state.failures += 1;
                state.last_failure = Some(failure.clone());
                Err(failure)
            }
        }
    }

    async fn renew(&self, kept: Lease, clock: &dyn Clock, patience: Duration) -> Lease {
        if let Ok(Ok(renewed)) = timeout(patience, self.fetch(clock)).await {
            return renewed;
        }
        if let Some(current) = &mut self.lock().current {
            current.renew_at = clock.now().checked_add(AFTER_FAILED_RENEWAL);
        }
        kept
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lease {
    /// The token itself, to be kept out of texts.
    pub(crate) fn text(&self) -> &str {
        let header = self.header.to_str().unwrap_or_default();
        header.strip_prefix("Bearer ").unwrap_or_default()
    }
}

impl State {
    fn holds(&self, lease: &Lease) -> bool {
        let current = self.current.as_ref();
        current.is_some_and(|current| current.lease.serial == lease.serial)
    }

    fn usable(&self, now: Instant) -> Option<Current> {
        self.current
            .clone()
            .filter(|current| current.ends_at.is_none_or(|end| now < end))
    }
}

fn header(token: &Token) -> Result<HeaderValue, TokenError> {
    // The parser's own error says nothing that helps, and nothing of the token may be said.
    let mut header = HeaderValue::try_from(format!("Bearer {}", token.text()))
        .ok()
        .filter(|_| !token.text().trim().is_empty())
        .ok_or_else(|| TokenError::of("the token is empty or cannot stand in a header", None))?;
    header.set_sensitive(true);
    Ok(header)
}
