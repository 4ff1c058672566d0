//! Sends tasks with bounded concurrency and rate, and reports one outcome for each task that it
//! takes from the input.

use std::{
    collections::HashMap,
    io,
    ops::ControlFlow,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tasks_client::{
    Attempt, Client, Created, Effect, Error, ErrorKind, StatusCode, types::NewPrototypeTask,
};
use tokio::{
    task::{Id, JoinSet},
    time::{Instant, MissedTickBehavior, interval, sleep_until},
};

use crate::{
    duration::Rate,
    input::Input,
    interrupts::Interrupts,
    journal::{Details, Journal, JournalError, RowKey, RowOutcome},
    outcome::{End, Outcome, Verdict},
    output::reason,
};

/// Settings of one run.
pub(crate) struct Engine {
    pub(crate) client: Client,
    pub(crate) concurrency: usize,
    pub(crate) rate: Option<Rate>,
    pub(crate) max_failures: Option<u64>,
    /// Whether the first interrupt waits for the requests in flight; the second one abandons them.
    pub(crate) waits_on_interrupt: bool,
    /// Journal of intents and outcomes.
    pub(crate) journal: Option<Arc<Journal>>,
}

/// One task to create.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// Index in the input.
    pub(crate) index: usize,
    pub(crate) input: Input,
    /// Identity in the journal.
    pub(crate) row: Option<RowKey>,
}

pub(crate) enum Event<'e> {
    Ended(&'e Job, &'e Outcome),
    /// No further task is sent; the number is that of the tasks in flight.
    Stopping(&'e Stop, usize),
    Tick,
}

/// Reason why no further task is sent.
#[derive(Clone, Debug)]
pub(crate) enum Stop {
    Interrupted,
    /// Every further task would fail in the same way.
    Pointless(String),
    MaxFailures,
    Journal(JournalError),
    /// The results cannot be printed.
    Output,
    Input(String),
}

/// The note about the first interrupt.
pub(crate) fn interrupted(in_flight: usize) -> String {
    format!("no further tasks are sent; {in_flight} in flight (Ctrl-C again abandons them)")
}

impl Engine {
    /// Runs jobs until they end or the run is stopped. `report` stops it with `Break`.
    pub(crate) async fn run(
        &self,
        jobs: &mut dyn Iterator<Item = anyhow::Result<Job>>,
        mut report: impl FnMut(Event<'_>) -> ControlFlow<()>,
    ) -> io::Result<Option<Stop>> {
        let mut interrupts = Interrupts::listen()?;
        let mut ticks = interval(Duration::from_millis(200));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut calls = Calls::default();
        let is_stopping = Arc::new(AtomicBool::new(false));
        let mut stop: Option<Stop> = None;
        let mut is_exhausted = false;
        let mut failures = 0;
        let mut has_created = false;
        let mut next_start = Instant::now();
        loop {
            let has_room = calls.in_flight.len() < self.concurrency;
            let takes = stop.is_none() && !is_exhausted && has_room;
            if !takes && calls.in_flight.is_empty() {
                return Ok(stop);
            }
            let before = stop.is_some();
            tokio::select! {
                Some((job, ended)) = calls.next(), if !calls.in_flight.is_empty() => {
                    let outcome = ended.of(&job);
                    let reason = stop_after(&outcome, has_created);
                    has_created |= outcome.verdict() == Verdict::Created;
                    failures += u64::from(!outcome.verdict().exists());
                    if report(Event::Ended(&job, &outcome)).is_break() {
                        stop = stop.or(Some(Stop::Output));
                    }
                    let is_over = self.max_failures.is_some_and(|max| failures >= max);
                    stop = stop.or(reason).or(is_over.then_some(Stop::MaxFailures));
                }
                () = interrupts.next() => {
                    if !self.waits_on_interrupt || stop.is_some() {
                        for (job, ended) in calls.abandon().await {
                            let outcome = ended.of(&job);
                            let _ = report(Event::Ended(&job, &outcome));
                        }
                        return Ok(stop.or(Some(Stop::Interrupted)));
                    }
                    stop = Some(Stop::Interrupted);
                }
                () = sleep_until(next_start), if takes => {
                    match jobs.next() {
                        None => is_exhausted = true,
                        Some(Err(error)) => stop = Some(Stop::Input(format!("{error:#}"))),
                        Some(Ok(job)) => {
                            calls.start(self, job, &is_stopping);
                            let pause = self.rate.map(Rate::interval).unwrap_or_default();
                            next_start = next_start.max(Instant::now()) + pause;
                        }
                    }
                }
                _ = ticks.tick() => {
                    if report(Event::Tick).is_break() {
                        stop = stop.or(Some(Stop::Output));
                    }
                }
            }
            if let Some(stop) = stop.as_ref().filter(|_| !before) {
                // Calls that wait for the end of a pause have no request in flight: they end
                // without sending one.
                is_stopping.store(true, Ordering::SeqCst);
                self.client.clear_pause();
                let _ = report(Event::Stopping(stop, calls.in_flight.len()));
            }
        }
    }
}

/// The calls in flight. They are spawned, so that a slow reader of the results does not cause
/// timeouts.
#[derive(Default)]
struct Calls {
    running: JoinSet<Ended>,
    in_flight: HashMap<Id, (Job, Arc<AtomicBool>)>,
}

/// End of a call, with the error of its record.
struct Ended {
    end: End,
    journal_error: Option<JournalError>,
}

impl Ended {
    fn of(self, job: &Job) -> Outcome {
        Outcome {
            index: job.index,
            input: job.input.clone(),
            end: self.end,
            journal_error: self.journal_error,
        }
    }
}

impl From<End> for Ended {
    fn from(end: End) -> Self {
        Self {
            end,
            journal_error: None,
        }
    }
}

impl Calls {
    fn start(&mut self, engine: &Engine, job: Job, is_stopping: &Arc<AtomicBool>) {
        let is_sent = Arc::new(AtomicBool::new(false));
        let call = Call {
            client: engine.client.clone(),
            journal: engine.journal.clone(),
            job: job.clone(),
            is_sent: Arc::clone(&is_sent),
            is_stopping: Arc::clone(is_stopping),
        };
        let handle = self.running.spawn(call.run());
        self.in_flight.insert(handle.id(), (job, is_sent));
    }

    async fn next(&mut self) -> Option<(Job, Ended)> {
        let joined = self.running.join_next_with_id().await?;
        let (id, ended) = match joined {
            Ok((id, ended)) => (id, Some(ended)),
            Err(error) => (error.id(), None),
        };
        let (job, is_sent) = self.in_flight.remove(&id)?;
        let abandoned = || match is_sent.load(Ordering::SeqCst) {
            true => End::Interrupted.into(),
            false => End::Unsent.into(),
        };
        Some((job, ended.unwrap_or_else(abandoned)))
    }

    /// Aborts all calls, and waits for them: until then, one may still be sending.
    async fn abandon(&mut self) -> Vec<(Job, Ended)> {
        self.running.abort_all();
        let mut calls = Vec::new();
        while let Some(call) = self.next().await {
            calls.push(call);
        }
        calls.sort_by_key(|(job, _)| job.index);
        calls
    }
}

/// One call, with its records.
struct Call {
    client: Client,
    journal: Option<Arc<Journal>>,
    job: Job,
    /// Whether a request may have been sent.
    is_sent: Arc<AtomicBool>,
    /// Whether no further request may be sent.
    is_stopping: Arc<AtomicBool>,
}

/// Journal records of one call: an intent before each request, and an outcome before each pause.
struct Records {
    journal: Option<(Arc<Journal>, RowKey)>,
    number: u64,
    line: u64,
    title: String,
    is_sent: Arc<AtomicBool>,
    is_stopping: Arc<AtomicBool>,
    failure: Mutex<Option<JournalError>>,
}

/// Reason why a request is not sent.
#[derive(Debug, thiserror::Error)]
enum NotSent {
    #[error("the run is stopping")]
    Stopping,
    #[error("failed to {0}")]
    Unrecorded(#[from] JournalError),
}

impl Records {
    /// Makes the intent durable. After an error, no request may be sent.
    async fn before_send(&self) -> Result<(), NotSent> {
        if self.is_stopping.load(Ordering::SeqCst) {
            return Err(NotSent::Stopping);
        }
        // This runs again after a pause that began before the request was sent.
        if self.is_sent.load(Ordering::SeqCst) {
            return Ok(());
        }
        if let Some((journal, row)) = &self.journal {
            let intent = journal.intent(*row, self.number, self.line, &self.title);
            self.store_failure(intent.await)?;
        }
        self.is_sent.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// Records that no request is in flight during the pause after an attempt that was not applied.
    async fn before_retry(&self, attempt: Attempt) {
        if attempt.effect() != Effect::NotApplied {
            return;
        }
        let status = attempt.status();
        let details = Details {
            status: status.map(|status| status.as_u16()),
            message: status.map(|status| format!("{status}, waiting for a retry")),
            ..Details::default()
        };
        if self.end(RowOutcome::NotCreated, details).await.is_ok() {
            self.is_sent.store(false, Ordering::SeqCst);
        }
    }

    async fn end(&self, outcome: RowOutcome, details: Details) -> Result<(), JournalError> {
        match &self.journal {
            Some((journal, row)) => {
                self.store_failure(journal.outcome(*row, outcome, details).await)
            }
            None => Ok(()),
        }
    }

    /// Stores the first failure.
    fn store_failure(&self, result: Result<(), JournalError>) -> Result<(), JournalError> {
        if let Err(error) = &result {
            self.failure().get_or_insert_with(|| error.clone());
        }
        result
    }

    fn failure(&self) -> MutexGuard<'_, Option<JournalError>> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Call {
    async fn run(self) -> Ended {
        let input = &self.job.input;
        let records = Arc::new(Records {
            journal: self.journal.clone().zip(self.job.row),
            number: self.job.index as u64 + 1,
            line: input
                .location
                .as_ref()
                .map_or(0, |location| location.line as u64),
            title: input.task.title.clone(),
            is_sent: Arc::clone(&self.is_sent),
            is_stopping: Arc::clone(&self.is_stopping),
            failure: Mutex::default(),
        });
        let result = create(&self.client, input.task.clone(), Arc::clone(&records)).await;
        let end = match result {
            Ok(created) => End::Created(Box::new(created)),
            Err(error)
                if error.kind() == ErrorKind::BeforeSend
                    && error.effect() == Effect::NotApplied =>
            {
                End::Unsent
            }
            Err(error) => End::Failed(error),
        };
        if self.is_sent.load(Ordering::SeqCst) {
            let (outcome, details) = recorded(&end);
            // The failure is stored.
            let _ = records.end(outcome, details).await;
        }
        Ended {
            end,
            journal_error: records.failure().take(),
        }
    }
}

async fn create(
    client: &Client,
    task: NewPrototypeTask,
    records: Arc<Records>,
) -> Result<Created, Error> {
    let before_send = Arc::clone(&records);
    let call = client.create(task).before_send(move || {
        let records = Arc::clone(&before_send);
        async move { records.before_send().await }
    });
    let call = call.before_retry(move |attempt| {
        let (records, attempt) = (Arc::clone(&records), attempt.clone());
        async move { records.before_retry(attempt).await }
    });
    call.await
}

/// The outcome of a call whose intent was recorded, with its details. A pause or the end of the run
/// may have kept the request from being sent.
fn recorded(end: &End) -> (RowOutcome, Details) {
    let details = match end {
        End::Created(created) => Details {
            id: created.id().map(str::to_owned),
            status: Some(created.http_status().as_u16()),
            request_id: created.request_id().map(str::to_owned),
            ..Details::default()
        },
        End::Failed(error) => Details {
            id: error.created_id().map(str::to_owned),
            status: error.status().map(|status| status.as_u16()),
            message: Some(reason(error)),
            request_id: error.request_id().map(str::to_owned),
            ..Details::default()
        },
        End::Unsent | End::Interrupted => Details::default(),
    };
    (end.verdict().row_outcome(), details)
}

fn stop_after(outcome: &Outcome, has_created: bool) -> Option<Stop> {
    if let Some(error) = &outcome.journal_error {
        return Some(Stop::Journal(error.clone()));
    }
    match &outcome.end {
        End::Failed(error) if is_pointless(error) || is_removed(error, has_created) => {
            Some(Stop::Pointless(reason(error)))
        }
        _ => None,
    }
}

/// Whether the endpoint was removed for every task. A 404 may be about an id in the task, and a 400
/// about anything in it.
fn is_removed(error: &Error, has_created: bool) -> bool {
    let status = error.status().map(|status| status.as_u16());
    error.removed_since().is_some()
        && match status {
            Some(400) => false,
            Some(404) => !has_created,
            _ => true,
        }
}

/// Whether the next task would fail in the same way: the token is missing or rejected, or the
/// connection fails.
fn is_pointless(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Token | ErrorKind::Connect)
        || error.status() == Some(StatusCode::UNAUTHORIZED)
}
