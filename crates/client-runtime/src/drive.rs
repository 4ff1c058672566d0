use std::{
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
    operation::{Operation, Sent, Wire},
    options::{BeforeRetry, Options},
    raw::{Raw, without_bom},
    report::{End, Report},
    retry::{MAX_PAUSE, Next, Outcome, Ticket, Verdict, retry_after},
    telemetry,
    token::{Lease, TokenError},
};

/// Sends an operation, and retries it as the table of [`Verdict`] defines and the policy, the
/// shared retry budget and the time budget allow.
pub(crate) async fn drive<O: Operation>(
    core: &Core,
    options: &Options,
    operation: &O,
) -> Report<O::Output> {
    let facts = operation.facts();
    let clock = core.clock();
    let mut deadline = Deadline::new(clock, options);
    let mut progress = Progress::new(clock.now());
    let (base, is_allowed) = match core.server(facts) {
        Ok(server) => server,
        Err(reason) => return Report::invalid(reason),
    };
    let grant = match core.credentials().grant(facts) {
        Ok(grant) if is_allowed || grant.is_empty() => grant,
        Ok(_) => {
            return Report::invalid(format!(
                "credentials are not sent to {} unless `allow_host` names it",
                base.as_str()
            ));
        }
        Err(reason) => return Report::invalid(reason),
    };
    let call = Call {
        core,
        options,
        operation,
        base: &base,
        grant: &grant,
    };
    core.bucket().deposit();
    loop {
        let admission = call.admission(&mut deadline, progress.starts).await;
        let waited = clock.now().saturating_duration_since(progress.since);
        let span = || telemetry::attempt(facts, &base, progress.attempts.len());
        let (ticket, span, (end, value)) = match admission {
            Ok((ticket, lease)) => {
                let span = span();
                let attempt = call.attempt(lease.as_ref(), deadline.left());
                let attempt = attempt.instrument(span.clone());
                let end = attempt.await;
                progress.lease = lease;
                progress.starts = false;
                (Some(ticket), span, end)
            }
            Err(Denied::Paused(pause)) => {
                let pause = Some(pause).filter(|pause| !pause.is_zero());
                return progress.report(&grant, Some(End::Paused), pause);
            }
            Err(Denied::Late) => return progress.report(&grant, Some(End::TimedOut), None),
            Err(Denied::Rejected(error)) => return progress.rejected(&grant, error),
            Err(Denied::NoToken(error)) => (None, span(), (End::NoToken(error), None)),
        };
        let requested = requested_delay(&end, clock);
        let status = end.status();
        let renewable = progress.renews(&grant, status, clock.now());
        let outcome = end.outcome(facts, value.is_some(), requested.is_some(), renewable);
        let verdict = Verdict::of(facts.class, outcome, &options.retry);
        progress.value = value.filter(|_| outcome == Outcome::Success);
        telemetry::attempted(&span, &end, verdict.effect);
        progress.ended(end, waited, verdict, clock.now());
        // An overloaded server does not mean a delay of zero.
        let requested = requested.filter(|delay| !delay.is_zero());
        let backoff = |number| options.retry.backoff.delay(number, clock.jitter());
        if status == Some(StatusCode::TOO_MANY_REQUESTS) {
            let pause = requested.unwrap_or_else(|| backoff(progress.waits));
            tracing::info!(
                seconds = pause.as_secs_f64(),
                "the service requested a pause"
            );
            core.gate().pause(clock.now(), pause);
        }
        let is_sent = ticket.is_some();
        if let Some(ticket) = ticket {
            ticket.returned(clock.now());
        }
        let retried = is_sent.then(|| progress.attempts.last().cloned()).flatten();
        let retried = async || {
            if let Some((BeforeRetry(callback), attempt)) =
                options.before_retry.as_ref().zip(retried)
            {
                callback(&attempt).await;
            }
        };
        match verdict.next {
            Next::Stop => return progress.report(&grant, None, requested),
            Next::Renew => retried().await,
            Next::Backoff => {
                let wait = backoff(progress.retries).max(requested.unwrap_or_default());
                let is_last = progress.retries + 1 >= options.retry.attempts;
                if is_last || !deadline.allows(wait) || !core.bucket().withdraw() {
                    return progress.report(&grant, None, requested);
                }
                progress.retries += 1;
                retried().await;
                clock.sleep(wait).await;
            }
            Next::Pause if requested.is_some_and(|wait| !deadline.allows(wait)) => {
                let wait = requested.unwrap_or_default().min(MAX_PAUSE);
                if progress.restarts + 1 >= options.retry.attempts || !deadline.can_restart(wait) {
                    return progress.report(&grant, None, requested);
                }
                progress.restarts += 1;
                progress.starts = true;
                retried().await;
            }
            // The gate waits for the end of the pause.
            Next::Pause => {
                progress.waits += 1;
                retried().await;
            }
            Next::Wait => {
                let wait = requested.unwrap_or_else(|| backoff(progress.waits));
                if !deadline.allows(wait) {
                    return progress.report(&grant, None, requested);
                }
                progress.waits += 1;
                retried().await;
                clock.sleep(wait).await;
            }
        }
    }
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

impl<'c, O: Operation> Call<'c, O> {
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
            let patience = || deadline.patience(starts);
            let passed = core.gate().pass(clock, patience).await;
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
            if !core.gate().admits(&ticket, clock.now()) {
                continue;
            }
            let Some(before_send) = &self.options.before_send else {
                return Ok((ticket, lease));
            };
            (before_send.0)().await.map_err(Denied::Rejected)?;
            if !deadline.allows(Duration::ZERO) {
                return Err(Denied::Late);
            }
            if core.gate().admits(&ticket, clock.now()) {
                return Ok((ticket, lease));
            }
        }
    }

    /// One attempt: the request, and the response with its body.
    async fn attempt(&self, lease: Option<&Lease>, left: Duration) -> (End, Option<O::Output>) {
        let exchange = Exchange::attempt(exchange::Attempt {
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
        match (received, sent) {
            (Some(Received::Response(raw)), sent) if self.is_foreign(&raw, &sent) => {
                // The order of the responses on this connection is lost.
                self.core.discard_connections();
                (End::Foreign(raw), None)
            }
            // A part of a body is never a success, whatever could be decoded of it. Without a
            // documented body, the status decides.
            (Some(Received::Response(raw)), Sent::Decoded(value))
                if raw.broken.is_none()
                    || !self.operation.facts().has_body(raw.status.as_u16()) =>
            {
                (End::Response(raw), Some(value))
            }
            (Some(Received::Response(raw)), _) => (End::Response(raw), None),
            (None, Sent::Invalid(reason)) => (End::Invalid(reason), None),
            (None, Sent::Failed(error)) if !error.is_connect() => (End::Failed(error), None),
            // A connect timeout is both this and a timeout.
            (_, Sent::Failed(error)) => (End::NotConnected(error), None),
            (_, Sent::Invalid(_) | Sent::Decoded(_) | Sent::Other) => (
                End::Invalid("the request could not be built".to_owned()),
                None,
            ),
        }
    }
}

impl<O: Operation> Call<'_, O> {
    fn is_foreign(&self, raw: &Raw, sent: &Sent<O::Output>) -> bool {
        let is_success = self
            .operation
            .facts()
            .success(raw.status.as_u16())
            .is_some();
        let output = match sent {
            Sent::Decoded(output) if raw.broken.is_none() => Some(output),
            _ => None,
        };
        let body = without_bom(&raw.body);
        self.options.check_echo && is_success && self.operation.is_foreign(body, output)
    }
}

/// The progress of one call.
struct Progress<T> {
    attempts: Vec<Attempt>,
    last: Option<End>,
    value: Option<T>,
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

impl<T> Progress<T> {
    fn new(since: Instant) -> Self {
        Self {
            attempts: Vec::new(),
            last: None,
            value: None,
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
    fn renews(&mut self, grant: &Grant, status: Option<StatusCode>, now: Instant) -> bool {
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
        let renewable = tokens.reject(lease, now);
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
    fn report(
        self,
        grant: &Grant,
        otherwise: Option<End>,
        retry_after: Option<Duration>,
    ) -> Report<T> {
        Report {
            secrets: grant.secrets(self.lease.as_ref()),
            attempts: self.attempts,
            end: self.last.or(otherwise).unwrap_or(End::TimedOut),
            value: self.value,
            retry_after,
        }
    }

    fn rejected(self, grant: &Grant, error: Box<dyn std::error::Error + Send + Sync>) -> Report<T> {
        let report = self.report(grant, None, None);
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
