use std::time::{Duration, Instant};

use reqwest::{Request, StatusCode, header::AUTHORIZATION};
use tracing::Instrument;

use crate::{
    Attempt, Clock,
    answer::Answer,
    call::Deadline,
    core::Core,
    options::Options,
    report::{End, Report},
    retry::{Next, Verdict, retry_after},
    telemetry,
    token::Lease,
};

/// Sends a request, and sends it again for as long as the table of [`Verdict`] says so and the policy, the shared retry
/// budget and the time budget allow.
pub(crate) async fn drive(core: &Core, options: &Options, request: &Request) -> Report {
    let clock = &*core.clock;
    let deadline = Deadline::new(clock, options.time_budget);
    let mut journey = Journey::new(clock.now());
    core.bucket.deposit();
    loop {
        let ticket = match core.gate.pass(clock, || deadline.left()).await {
            Ok(ticket) if deadline.left().is_zero() => {
                drop(ticket);
                return journey.report(Some(End::TimedOut), None);
            }
            Ok(ticket) => ticket,
            Err(pause) => {
                let pause = Some(pause).filter(|pause| !pause.is_zero());
                return journey.report(Some(End::Paused), pause);
            }
        };
        let waited = clock.now().saturating_duration_since(journey.since);
        let span = telemetry::attempt(core, request, journey.attempts.len());
        let end = exchange(core, options, request, &deadline, &mut journey.lease)
            .instrument(span.clone())
            .await;
        let told = told(&end, clock);
        let renewable = journey.lease.as_ref().is_some_and(|lease| lease.renewable);
        let verdict = Verdict::of(end.outcome(told.is_some(), renewable), &options.retry);
        telemetry::attempted(&span, &end, verdict.effect);
        let status = journey.ended(end, waited, verdict, clock.now());
        if status == Some(StatusCode::UNAUTHORIZED)
            && let Some(lease) = &journey.lease
        {
            // Also where this call does not go on: the next one shall not send the same token.
            core.tokens.refuse(lease);
        }
        // A wait of nothing is no wait that a server in trouble can mean.
        let told = told.filter(|told| !told.is_zero());
        let backoff = |number| options.retry.backoff.delay(number, clock.jitter());
        if status == Some(StatusCode::TOO_MANY_REQUESTS) {
            let pause = told.unwrap_or_else(|| backoff(journey.waits));
            core.gate.pause(later(clock.now(), pause));
        }
        ticket.returned(clock.now());
        match verdict.next {
            Next::Stop => return journey.report(None, told),
            Next::Renew if journey.renewed => return journey.report(None, told),
            Next::Renew => journey.renewed = true,
            Next::Backoff => {
                let wait = backoff(journey.retries).max(told.unwrap_or_default());
                let is_over = journey.retries + 1 >= options.retry.attempts;
                if is_over || wait >= deadline.left() || !core.bucket.withdraw() {
                    return journey.report(None, told);
                }
                journey.retries += 1;
                clock.sleep(wait).await;
            }
            // The wait of a pause is the gate's.
            Next::Pause if told.is_some_and(|told| told >= deadline.left()) => {
                return journey.report(None, told);
            }
            Next::Pause => journey.waits += 1,
            Next::Wait => {
                let wait = told.unwrap_or_else(|| backoff(journey.waits));
                if wait >= deadline.left() {
                    return journey.report(None, told);
                }
                journey.waits += 1;
                clock.sleep(wait).await;
            }
        }
    }
}

/// How far a call has come.
struct Journey {
    attempts: Vec<Attempt>,
    last: Option<End>,
    lease: Option<Lease>,
    since: Instant,
    /// Retries that count.
    retries: u32,
    /// Waits that the server asked for.
    waits: u32,
    renewed: bool,
}

impl Journey {
    fn new(since: Instant) -> Self {
        Self {
            attempts: Vec::new(),
            last: None,
            lease: None,
            since,
            retries: 0,
            waits: 0,
            renewed: false,
        }
    }

    fn ended(
        &mut self,
        end: End,
        waited: Duration,
        verdict: Verdict,
        now: Instant,
    ) -> Option<StatusCode> {
        let status = match &end {
            End::Answered(answer) => Some(answer.status),
            _ => None,
        };
        self.attempts.push(Attempt {
            status,
            effect: verdict.effect,
            waited,
        });
        self.last = Some(end);
        self.since = now;
        status
    }

    /// The report of a call that ends here. What an attempt met says more than why there was no further one.
    fn report(self, otherwise: Option<End>, retry_after: Option<Duration>) -> Report {
        Report {
            attempts: self.attempts,
            end: self.last.or(otherwise).unwrap_or(End::TimedOut),
            lease: self.lease,
            retry_after,
        }
    }
}

/// One attempt: a token, the request, the response with its body.
async fn exchange(
    core: &Core,
    options: &Options,
    request: &Request,
    deadline: &Deadline<'_>,
    lease: &mut Option<Lease>,
) -> End {
    let Some(mut request) = request.try_clone() else {
        return End::Refused("its body cannot be sent twice".to_owned());
    };
    let leased = match core.tokens.lease(&*core.clock, deadline.left()).await {
        Ok(leased) => leased,
        Err(error) => return End::NoToken(error),
    };
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, leased.header.clone());
    *lease = Some(leased);
    *request.timeout_mut() = Some(options.attempt_timeout.min(deadline.left()));
    match core.http.execute(request).await {
        Ok(response) => {
            let answer = Answer::read(response).await;
            core.notices.read(&answer.headers);
            End::Answered(answer)
        }
        Err(error) => End::Failed(error),
    }
}

/// When the service, or the token endpoint, wants to be asked again.
fn told(end: &End, clock: &dyn Clock) -> Option<Duration> {
    match end {
        End::Answered(answer) => retry_after(&answer.headers, clock.calendar()),
        End::NoToken(error) => error.retry_after(),
        _ => None,
    }
}

fn later(now: Instant, pause: Duration) -> Instant {
    const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
    now.checked_add(pause.min(YEAR)).unwrap_or(now)
}
