use std::time::{Duration, Instant};

use reqwest::{Request, StatusCode, header::AUTHORIZATION};
use tracing::Instrument;

use crate::{
    Attempt, Clock,
    answer::Answer,
    call::Deadline,
    core::Core,
    options::Options,
    reach::{Reached, watch},
    report::{End, Report},
    retry::{Next, Ticket, Verdict, retry_after},
    telemetry,
    token::{Lease, TokenError},
};

/// Sends a request, and retries it as the table of [`Verdict`] defines and the policy, the shared retry budget and the
/// time budget allow.
pub(crate) async fn drive(core: &Core, options: &Options, request: &Request) -> Report {
    let clock = &*core.clock;
    let deadline = Deadline::new(clock, options);
    let mut progress = Progress::new(clock.now());
    core.bucket.deposit();
    loop {
        let admission = admission(core, &deadline).await;
        let waited = clock.now().saturating_duration_since(progress.since);
        let span = || telemetry::attempt(core, request, progress.attempts.len());
        let (ticket, span, end) = match admission {
            Ok((ticket, lease)) => {
                let span = span();
                let end = exchange(core, options, request, &deadline, &lease)
                    .instrument(span.clone())
                    .await;
                progress.lease = Some(lease);
                (Some(ticket), span, end)
            }
            Err(Denied::Paused(pause)) => {
                let pause = Some(pause).filter(|pause| !pause.is_zero());
                return progress.report(Some(End::Paused), pause);
            }
            Err(Denied::Late) => return progress.report(Some(End::TimedOut), None),
            Err(Denied::NoToken(error)) => (None, span(), End::NoToken(error)),
        };
        let requested = requested_delay(&end, clock);
        let status = end.status();
        let renewable = progress.renews(core, status);
        let verdict = Verdict::of(end.outcome(requested.is_some(), renewable), &options.retry);
        telemetry::attempted(&span, &end, verdict.effect);
        progress.ended(end, waited, verdict, clock.now());
        // A server that is overloaded cannot mean a delay of zero.
        let requested = requested.filter(|delay| !delay.is_zero());
        let backoff = |number| options.retry.backoff.delay(number, clock.jitter());
        if status == Some(StatusCode::TOO_MANY_REQUESTS) {
            let pause = requested.unwrap_or_else(|| backoff(progress.waits));
            core.gate.pause(clock.now(), pause);
        }
        if let Some(ticket) = ticket {
            ticket.returned(clock.now());
        }
        match verdict.next {
            Next::Stop => return progress.report(None, requested),
            Next::Renew => {}
            Next::Backoff => {
                let wait = backoff(progress.retries).max(requested.unwrap_or_default());
                let is_last = progress.retries + 1 >= options.retry.attempts;
                if is_last || !deadline.allows(wait) || !core.bucket.withdraw() {
                    return progress.report(None, requested);
                }
                progress.retries += 1;
                clock.sleep(wait).await;
            }
            Next::Pause if requested.is_some_and(|wait| !deadline.allows(wait)) => {
                return progress.report(None, requested);
            }
            // The gate waits for the end of the pause.
            Next::Pause => progress.waits += 1,
            Next::Wait => {
                let wait = requested.unwrap_or_else(|| backoff(progress.waits));
                if !deadline.allows(wait) {
                    return progress.report(None, requested);
                }
                progress.waits += 1;
                clock.sleep(wait).await;
            }
        }
    }
}

/// Why an attempt was not sent.
enum Denied {
    /// The shared pause lasts longer than the call may wait.
    Paused(Duration),
    /// The rest of the time budget is too short for an attempt.
    Late,
    NoToken(TokenError),
}

/// Waits for the end of a pause and for a token, until both permit an attempt at the same time.
async fn admission<'c>(
    core: &'c Core,
    deadline: &Deadline<'_>,
) -> Result<(Ticket<'c>, Lease), Denied> {
    let clock = &*core.clock;
    loop {
        let passed = core.gate.pass(clock, || deadline.spare()).await;
        let ticket = passed.map_err(Denied::Paused)?;
        if !deadline.allows(Duration::ZERO) {
            return Err(Denied::Late);
        }
        let leased = core.tokens.lease(clock, || deadline.spare()).await;
        let lease = leased.map_err(Denied::NoToken)?;
        if !deadline.allows(Duration::ZERO) {
            return Err(Denied::Late);
        }
        // A pause may have begun during the wait for the token.
        if core.gate.admits(&ticket, clock.now()) {
            return Ok((ticket, lease));
        }
    }
}

/// The progress of one call.
struct Progress {
    attempts: Vec<Attempt>,
    last: Option<End>,
    lease: Option<Lease>,
    since: Instant,
    /// Retries that count against the policy.
    retries: u32,
    /// Waits that the server requested.
    waits: u32,
    /// The number of token requests that had started before the first 401.
    rejected_at: Option<u64>,
}

impl Progress {
    fn new(since: Instant) -> Self {
        Self {
            attempts: Vec::new(),
            last: None,
            lease: None,
            since,
            retries: 0,
            waits: 0,
            rejected_at: None,
        }
    }

    /// Whether a 401 leads to a further attempt with a new token: once per call, and not if the rejected token was
    /// requested before the first 401.
    fn renews(&mut self, core: &Core, status: Option<StatusCode>) -> bool {
        let (Some(status), Some(lease)) = (status, &self.lease) else {
            return false;
        };
        if status != StatusCode::UNAUTHORIZED {
            if proves_token(status) {
                core.tokens.accept(lease);
            }
            return false;
        }
        let renewed = self
            .rejected_at
            .is_some_and(|fetches| lease.is_later_than(fetches));
        let fetches = core.tokens.fetches();
        // Also if this call ends here: the next one must not send the same token.
        let renewable = core.tokens.reject(lease, core.clock.now());
        self.rejected_at.get_or_insert(fetches);
        renewable && !renewed
    }

    fn ended(&mut self, end: End, waited: Duration, verdict: Verdict, now: Instant) {
        self.attempts.push(Attempt {
            status: end.status(),
            effect: verdict.effect,
            waited,
        });
        self.last = Some(end);
        self.since = now;
    }

    /// The report of a call that ends here. The end of the last attempt takes precedence over the reason why there is no
    /// further one.
    fn report(self, otherwise: Option<End>, retry_after: Option<Duration>) -> Report {
        Report {
            attempts: self.attempts,
            end: self.last.or(otherwise).unwrap_or(End::TimedOut),
            lease: self.lease,
            retry_after,
        }
    }
}

/// One attempt: the request, and the response with its body.
async fn exchange(
    core: &Core,
    options: &Options,
    request: &Request,
    deadline: &Deadline<'_>,
    lease: &Lease,
) -> End {
    let Some(mut request) = request.try_clone() else {
        return End::Refused("its body cannot be sent twice".to_owned());
    };
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, lease.header.clone());
    *request.timeout_mut() = Some(options.attempt_timeout.min(deadline.left()));
    let (sent, reached) = watch(core.http.execute(request)).await;
    match sent {
        Ok(response) => {
            let answer = Answer::read(response).await;
            core.notices.read(&answer.headers);
            End::Answered(answer)
        }
        Err(error) if error.is_builder() => End::Failed(error),
        // A connect timeout is both this and a timeout.
        Err(error) if error.is_connect() || reached == Reached::NoConnection => {
            End::NotConnected(error)
        }
        Err(error) => End::Failed(error),
    }
}

/// Whether the status comes from behind the check of the token.
fn proves_token(status: StatusCode) -> bool {
    match status.as_u16() {
        401 | 407 | 408 | 429 => false,
        status => (200..300).contains(&status) || (400..500).contains(&status),
    }
}

/// The delay that the service, or the token endpoint, requested.
fn requested_delay(end: &End, clock: &dyn Clock) -> Option<Duration> {
    match end {
        End::Answered(answer) => retry_after(&answer.headers, clock.calendar()),
        End::NoToken(error) => error.retry_after(),
        _ => None,
    }
}
