use std::{
    borrow::Cow,
    pin::pin,
    sync::OnceLock,
    time::{Duration, Instant},
};

use reqwest::StatusCode;
use tracing::Instrument;

use crate::{
    attempt::Attempt,
    base_url::BaseUrl,
    clock::Clock,
    core::Core,
    credentials::Grant,
    deadline::Deadline,
    exchange::{self, Exchange, Received},
    facts::Facts,
    operation::{Operation, Sent, Wire},
    options::{BeforeRetry, Options},
    raw::{Raw, without_bom},
    report::{End, Report},
    retry::{MAX_PAUSE, Next, Outcome, Ticket, Verdict, retry_after},
    telemetry,
    token::{Lease, TokenError},
};

/// Sends an operation, and retries it as the table of [`Verdict`] defines and the policy, the
/// shared retry budget and the time budget allow. `output` is set if the call succeeds: it is large
/// and not moved.
pub(crate) async fn drive<O: Operation>(
    core: &Core,
    options: &Options,
    operation: &O,
    output: &mut Option<O::Output>,
) -> Report {
    let (base, grant) = match target(core, operation.facts()) {
        Ok(target) => target,
        Err(reason) => return Report::invalid(reason),
    };
    core.bucket().deposit();
    let call = Call {
        core,
        options,
        operation,
        base: &base,
        grant: &grant,
    };
    let report = call.run(output).await;
    Report { grant, ..report }
}

/// The server of an operation, and the credentials for it.
fn target<'c>(core: &'c Core, facts: &Facts) -> Result<(Cow<'c, BaseUrl>, Grant), String> {
    let (base, is_allowed) = core.server(facts)?;
    let grant = core.credentials().grant(facts)?;
    if !is_allowed && !grant.is_empty() {
        return Err(format!(
            "credentials are not sent to {} unless `allow_host` names it",
            base.as_str()
        ));
    }
    Ok((base, grant))
}

/// Everything that all attempts of a call share.
struct Call<'c, O> {
    core: &'c Core,
    options: &'c Options,
    operation: &'c O,
    base: &'c BaseUrl,
    grant: &'c Grant,
}

/// Reason why an attempt was not sent.
enum Denied {
    /// The shared pause lasts longer than the call may wait.
    Paused(Duration),
    /// The rest of the time budget is too short for an attempt.
    Late,
    /// The caller's callback rejected the request.
    Rejected(Box<dyn std::error::Error + Send + Sync>),
    NoToken(TokenError),
}

/// Continuation of a call after an attempt.
enum Step {
    Stop,
    Retry,
    RetryAfter(Duration),
}

impl<'c, O: Operation> Call<'c, O> {
    /// Makes attempts until one of them decides the call.
    async fn run(&self, output: &mut Option<O::Output>) -> Report {
        let facts = self.operation.facts();
        let clock = self.core.clock();
        let now = clock.now();
        let mut deadline = Deadline::new(clock, now, self.options);
        let mut progress = Progress::new(now);
        loop {
            let admission = self.admission(&mut deadline, progress.starts).await;
            let waited = clock.now().saturating_duration_since(progress.since);
            let span = || telemetry::attempt(facts, self.base, progress.attempts.len());
            let (ticket, span, end) = match admission {
                Ok((ticket, lease)) => {
                    let span = span();
                    let attempt = self.attempt(lease.as_ref(), deadline.left(), output);
                    // Instrumented in place: the future is large, and would be moved.
                    let end = pin!(attempt).instrument(span.clone()).await;
                    progress.lease = lease;
                    progress.starts = false;
                    (Some(ticket), span, end)
                }
                Err(Denied::Paused(pause)) => {
                    let pause = Some(pause).filter(|pause| !pause.is_zero());
                    return progress.report(Some(End::Paused), pause);
                }
                Err(Denied::Late) => return progress.report(Some(End::TimedOut), None),
                Err(Denied::Rejected(error)) => return progress.rejected(error),
                Err(Denied::NoToken(error)) => (None, span(), End::NoToken(error)),
            };
            let requested = requested_delay(&end, clock);
            let status = end.status();
            let renewable = progress.renews(self.grant, status, clock);
            let outcome = end.outcome(facts, output.is_some(), requested.is_some(), renewable);
            let verdict = Verdict::of(facts.class, outcome, &self.options.retry);
            if outcome != Outcome::Success {
                *output = None;
            }
            telemetry::attempted(&span, &end, verdict.effect);
            progress.ended(end, waited, verdict, clock.now());
            // `Retry-After: 0` of an overloaded server would cause a loop without waits.
            let requested = requested.filter(|delay| !delay.is_zero());
            if status == Some(StatusCode::TOO_MANY_REQUESTS) {
                let pause = requested.unwrap_or_else(|| self.backoff(progress.waits));
                tracing::info!(
                    seconds = pause.as_secs_f64(),
                    "the service requested a pause"
                );
                self.core.gate().pause(clock.now(), pause);
            }
            let is_sent = ticket.is_some();
            if let Some(ticket) = ticket {
                ticket.returned(clock);
            }
            let step = self.step(verdict.next, requested, &mut progress, &deadline);
            if matches!(step, Step::Stop) {
                return progress.report(None, requested);
            }
            if is_sent {
                self.before_retry(progress.attempts.last()).await;
            }
            if let Step::RetryAfter(wait) = step {
                clock.sleep(wait).await;
            }
        }
    }

    /// Applies the limits of the call to a decision, and counts the retry.
    fn step(
        &self,
        next: Next,
        requested: Option<Duration>,
        progress: &mut Progress,
        deadline: &Deadline<'_>,
    ) -> Step {
        let max_attempts = self.options.retry.attempts;
        match next {
            Next::Stop => Step::Stop,
            Next::Renew => Step::Retry,
            Next::Backoff => {
                let backoff = self.backoff(progress.retries);
                let wait = backoff.max(requested.unwrap_or_default());
                let is_last = progress.retries + 1 >= max_attempts;
                if is_last || !deadline.allows(wait) || !self.core.bucket().withdraw() {
                    return Step::Stop;
                }
                progress.retries += 1;
                Step::RetryAfter(wait)
            }
            Next::Pause if requested.is_some_and(|wait| !deadline.allows(wait)) => {
                let wait = requested.unwrap_or_default().min(MAX_PAUSE);
                if progress.restarts + 1 >= max_attempts || !deadline.can_restart(wait) {
                    return Step::Stop;
                }
                progress.restarts += 1;
                progress.starts = true;
                Step::Retry
            }
            // The gate waits for the end of the pause.
            Next::Pause => {
                progress.waits += 1;
                Step::Retry
            }
            Next::Wait => {
                let wait = requested.unwrap_or_else(|| self.backoff(progress.waits));
                if !deadline.allows(wait) {
                    return Step::Stop;
                }
                progress.waits += 1;
                Step::RetryAfter(wait)
            }
        }
    }

    fn backoff(&self, number: u32) -> Duration {
        let jitter = self.core.clock().jitter();
        self.options.retry.backoff.delay(number, jitter)
    }

    /// Runs the caller's callback for an attempt that was sent.
    async fn before_retry(&self, attempt: Option<&Attempt>) {
        let callback = self.options.before_retry.as_ref();
        if let Some((BeforeRetry(callback), attempt)) = callback.zip(attempt) {
            callback(attempt).await;
        }
    }

    /// Waits for the end of a pause, for a token and for the caller's callback, until all permit an
    /// attempt at the same time.
    async fn admission(
        &self,
        deadline: &mut Deadline<'_>,
        starts: bool,
    ) -> Result<(Ticket<'c>, Option<Lease>), Denied> {
        let core = self.core;
        let clock = core.clock();
        loop {
            let max_wait = || deadline.max_wait(starts);
            let passed = core.gate().pass(clock, max_wait).await;
            let ticket = passed.map_err(Denied::Paused)?;
            if starts {
                deadline.start();
            }
            let deadline = &*deadline;
            if !deadline.allows(Duration::ZERO) {
                return Err(Denied::Late);
            }
            let leased = self.grant.lease(clock, || deadline.spare()).await;
            let lease = leased.map_err(Denied::NoToken)?;
            if !deadline.allows(Duration::ZERO) {
                return Err(Denied::Late);
            }
            // A pause may have begun during the wait for the token.
            if !core.gate().admits(&ticket, clock) {
                continue;
            }
            let Some(before_send) = &self.options.before_send else {
                return Ok((ticket, lease));
            };
            (before_send.0)().await.map_err(Denied::Rejected)?;
            if !deadline.allows(Duration::ZERO) {
                return Err(Denied::Late);
            }
            if core.gate().admits(&ticket, clock) {
                return Ok((ticket, lease));
            }
        }
    }

    /// One attempt: the request, and the response with its body.
    async fn attempt(
        &self,
        lease: Option<&Lease>,
        left: Duration,
        output: &mut Option<O::Output>,
    ) -> End {
        let exchange = Exchange::attempt(exchange::Attempt {
            core: self.core.clone(),
            facts: self.operation.facts(),
            authorization: self.grant.authorization(lease),
            headers: self.options.headers.clone(),
            timeout: self.options.attempt_timeout.min(left),
            received: OnceLock::new(),
        });
        let mut wire = O::Wire::new(self.base.as_str(), &self.core.http(), exchange);
        let sent = self.operation.attempt(&wire).await;
        let received = wire.exchange().take();
        if let Some(Received::Response(raw)) = &received {
            let notices = self.core.notices();
            notices.read(self.operation.facts(), &raw.headers);
        }
        let raw = match received {
            Some(Received::Response(raw)) => raw,
            received => return without_response(received.is_some(), sent),
        };
        let facts = self.operation.facts();
        if self.is_foreign(&raw, &sent) {
            // The order of the responses on this connection is lost.
            self.core.discard_connections();
            return End::Foreign(raw);
        }
        // A part of a body is never a success, whatever could be decoded of it. Without a
        // documented body, the status decides.
        let is_complete = raw.broken.is_none() || !facts.has_body(raw.status.as_u16());
        if let Sent::Decoded(value) = sent
            && is_complete
        {
            *output = Some(value);
        }
        End::Response(raw)
    }
}

impl<O: Operation> Call<'_, O> {
    fn is_foreign(&self, raw: &Raw, sent: &Sent<O::Output>) -> bool {
        let facts = self.operation.facts();
        let output = match sent {
            Sent::Decoded(output) if raw.broken.is_none() => Some(output),
            _ => None,
        };
        self.options.check_echo
            && facts.success(raw.status.as_u16()).is_some()
            && self.operation.is_foreign(without_bom(&raw.body), output)
    }
}

/// The end of an attempt without a response. `is_unconnected` is known from the connector.
fn without_response<T>(is_unconnected: bool, sent: Sent<T>) -> End {
    match sent {
        // A connect timeout is both `is_connect` and a timeout.
        Sent::Failed(error) if is_unconnected || error.is_connect() => End::NotConnected(error),
        Sent::Failed(error) => End::Failed(error),
        Sent::Invalid(reason) if !is_unconnected => End::Invalid(reason),
        Sent::Invalid(_) | Sent::Decoded(_) | Sent::Other => {
            End::Invalid("the request could not be built".to_owned())
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
    /// Whether the budget of a call of a list has still to start.
    starts: bool,
    restarts: u32,
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
            starts: true,
            restarts: 0,
            rejected_at: None,
        }
    }

    /// Whether a 401 leads to a further attempt with a new token: once per call, and not if the
    /// rejected token was requested before the first 401.
    fn renews(&mut self, grant: &Grant, status: Option<StatusCode>, clock: &dyn Clock) -> bool {
        let (Some(status), Some(lease), Some(tokens)) = (status, &self.lease, grant.tokens())
        else {
            return false;
        };
        if status != StatusCode::UNAUTHORIZED {
            if proves_token(status) {
                tokens.accept(lease);
            }
            return false;
        }
        let renewed = self
            .rejected_at
            .is_some_and(|fetches| lease.is_later_than(fetches));
        let fetches = tokens.fetches();
        // Also if this call ends here: the next one must not send the same token.
        let renewable = tokens.reject(lease, clock);
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

    /// The report of a call that ends here. The end of the last attempt takes precedence over the
    /// reason why there is no further one.
    fn report(self, otherwise: Option<End>, retry_after: Option<Duration>) -> Report {
        Report {
            grant: Grant::default(),
            lease: self.lease,
            attempts: self.attempts,
            end: self.last.or(otherwise).unwrap_or(End::TimedOut),
            retry_after,
        }
    }

    fn rejected(self, error: Box<dyn std::error::Error + Send + Sync>) -> Report {
        let report = self.report(None, None);
        Report {
            end: End::Rejected(error),
            ..report
        }
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
        End::Response(raw) => retry_after(&raw.headers, clock.calendar()),
        End::NoToken(error) => error.retry_after(),
        _ => None,
    }
}
