//! Thousands of calls of every class against random faults, many at a time, tokens expiring in
//! between; then the records of the server against the verdicts of the client.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex},
    time::Duration,
};

use client_runtime::{Call, ClientCredentials, Effect, Error, ErrorKind, Operation, RetryPolicy};
use crud::{
    Client,
    types::{NewWidget, WidgetPatch},
};
use fastrand::Rng;
use mock_server::{
    MockServer,
    fault::{Fault, Faults},
};

use super::{Fast, IDEMPOTENT, Op, SAFE, UNSAFE};

const SEED: u64 = 20_260_212;
const CALLS: usize = 3_000;
const IN_FLIGHT: usize = 32;
/// A client has a retry budget of its own, which would soon be used up.
const CALLS_PER_CLIENT: usize = 12;
const FOREVER: Duration = Duration::from_secs(1 << 40);

/// One run serves the tests of one process.
static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| run(SEED, CALLS, &RetryPolicy::default()));

#[test]
fn no_call_has_its_effect_twice_and_every_verdict_is_true() {
    let judgement = Judgement::of(&RECORDS, Row::effect);
    let violations = &judgement.violations;
    let some = &violations[..violations.len().min(5)];
    assert!(
        violations.is_empty(),
        "{} violations: {some:#?}",
        violations.len()
    );
    for row in Row::ALL {
        let count = judgement.counts.get(&row).copied().unwrap_or(0);
        assert!(count >= 30, "{row:?} occurred {count} times");
    }
    // The rest had used up its retry budget.
    let (given_up, repeatable) = (judgement.given_up, judgement.repeatable);
    assert!(
        given_up * 4 < repeatable,
        "{given_up} of {repeatable} calls gave up where they should send again"
    );
}

/// A control of the model: it detects each changed row of the table.
#[test]
fn the_model_detects_a_changed_row() {
    for changed in Row::ALL {
        for op in [Op::Put, Op::Post] {
            let judgement = Judgement::of(&RECORDS, |row, called| match row.effect(called) {
                effect if row != changed || called != op => effect,
                Effect::NotApplied => Effect::Unknown,
                Effect::Unknown | Effect::Applied => Effect::NotApplied,
            });
            let is_possible =
                changed.is_possible(op) && (changed != Row::NotSent || op == Op::Post);
            let is_noticed = !judgement.violations.is_empty();
            assert_eq!(is_noticed, is_possible, "{changed:?} of {op:?}");
        }
    }
}

/// A control of the records: they show the duplicates of a client that sends again when the outcome
/// is unknown.
#[test]
fn the_model_detects_duplicates() {
    let records = run(SEED, CALLS / 2, &RetryPolicy::at_least_once());
    let judgement = Judgement::of(&records, Row::effect);
    let twice = |violation: &&String| violation.contains("applied 2 times");
    assert!(judgement.violations.iter().any(|one| twice(&one)));
}

/// The rows of the table, repeated for the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Row {
    NoConnection,
    NoToken,
    NotSent,
    Unauthorized,
    TooManyRequests,
    UnavailableUntil,
    AmbiguousStatus,
    Closed,
    Rejected,
    Redirect,
    Inconclusive,
    Page,
    Truncated,
    Undecodable,
    Success,
}

impl Row {
    const ALL: [Self; 15] = [
        Self::NoConnection,
        Self::NoToken,
        Self::NotSent,
        Self::Unauthorized,
        Self::TooManyRequests,
        Self::UnavailableUntil,
        Self::AmbiguousStatus,
        Self::Closed,
        Self::Rejected,
        Self::Redirect,
        Self::Inconclusive,
        Self::Page,
        Self::Truncated,
        Self::Undecodable,
        Self::Success,
    ];

    /// Draws a row for a request of an operation.
    fn drawn(op: Op, rng: &mut Rng) -> Self {
        loop {
            let row = Self::ALL[rng.usize(3..Self::ALL.len())];
            if row.is_possible(op) {
                return row;
            }
        }
    }

    fn is_possible(self, op: Op) -> bool {
        match self {
            // The client takes a page with a 201 for a creation, as another test shows.
            Self::Page => !matches!(op, Op::Delete | Op::Post),
            Self::Truncated => op != Op::Delete,
            Self::Undecodable => !matches!(op, Op::Delete | Op::Health),
            _ => true,
        }
    }

    fn effect(self, op: Op) -> Effect {
        match self {
            Self::Success => Effect::Applied,
            _ if SAFE.contains(&op) => Effect::NotApplied,
            Self::AmbiguousStatus | Self::Closed | Self::Inconclusive | Self::Page => {
                Effect::Unknown
            }
            Self::Truncated | Self::Undecodable if op == Op::Polish => Effect::Unknown,
            Self::Truncated | Self::Undecodable => Effect::Applied,
            _ => Effect::NotApplied,
        }
    }

    /// Whether a request may follow this row.
    fn may_be_followed(self, op: Op) -> bool {
        match self {
            Self::Unauthorized => op != Op::Health,
            Self::TooManyRequests | Self::UnavailableUntil => true,
            Self::AmbiguousStatus | Self::Closed => !UNSAFE.contains(&op),
            Self::Truncated => SAFE.contains(&op),
            _ => false,
        }
    }

    /// One of the faults of this row.
    fn fault(self, op: Op, rng: &mut Rng) -> Fault {
        let mut one_of = |statuses: &[u16]| statuses[rng.usize(..statuses.len())];
        let wait = Duration::from_secs(3);
        let fault = match self {
            Self::Unauthorized => Fault::expired_token(),
            Self::TooManyRequests => Fault::body(429, "text/plain", "").retry_after(wait),
            Self::UnavailableUntil => Fault::html(503).retry_after(wait),
            Self::AmbiguousStatus => Fault::html(one_of(&[408, 500, 501, 502, 503, 504, 599])),
            Self::Closed => match one_of(&[0, 1, 2, 3]) {
                0 => Fault::close_on_accept(),
                1 => Fault::close_before_reading(),
                _ => Fault::close_after_reading(),
            },
            Self::Rejected => {
                let status = one_of(&[400, 403, 404, 409, 410, 412, 413, 415, 418, 422, 451]);
                Fault::body(status, "application/json", "{}")
            }
            Self::Redirect => Fault::redirect(one_of(&[301, 304, 307, 308]), "/elsewhere"),
            Self::Inconclusive => match one_of(&[203, 206, 226, 302, 303]) {
                status @ 302.. => Fault::redirect(status, "/elsewhere"),
                status => Fault::html(status),
            },
            Self::Page => Fault::html(if op == Op::Polish { 202 } else { 200 }),
            Self::Truncated => Fault::half_body(),
            Self::Undecodable => Fault::garbage(),
            _ => Fault::none(),
        };
        // If the effect is unknown, there may be one or not.
        let is_unknown = matches!(
            self,
            Self::AmbiguousStatus | Self::Closed | Self::Inconclusive | Self::Page
        );
        match is_unknown && rng.bool() {
            true => fault.after_create(),
            false => fault,
        }
    }
}

/// Record of one call.
struct Record {
    number: usize,
    op: Op,
    requests: Vec<Request>,
    end: End,
}

/// Record of one request at the server.
#[derive(Clone, Copy, Debug)]
struct Request {
    row: Row,
    is_applied: bool,
    /// Whether its method or path is that of another operation.
    is_stray: bool,
}

enum End {
    Ok {
        may_be_duplicate: bool,
    },
    Failed(Error),
    /// The caller dropped the call.
    Dropped,
}

/// Variant of a call.
#[derive(Clone, Copy, PartialEq)]
enum Plan {
    Usual,
    Unreachable,
    NotSent,
    DroppedAfter(Duration),
}

/// Planned rows of each call, and the records of its requests.
#[derive(Clone, Default)]
struct Scripts(Arc<Mutex<Vec<Script>>>);

struct Script {
    op: Op,
    rows: Vec<Row>,
    sent: usize,
    requests: Vec<Request>,
}

impl Script {
    fn drawn(op: Op, rng: &mut Rng) -> Self {
        let mut rows = Vec::new();
        loop {
            let row = Row::drawn(op, rng);
            rows.push(row);
            if !row.may_be_followed(op) {
                break;
            }
        }
        Self {
            op,
            rows,
            sent: 0,
            requests: Vec::new(),
        }
    }
}

fn number(header: Option<&str>) -> Option<usize> {
    header?.parse().ok()
}

/// The method and the path of a call's requests.
fn target(op: Op, number: usize) -> (&'static str, String) {
    match op {
        Op::List => ("GET", "/widgets".to_owned()),
        Op::Post => ("POST", "/widgets".to_owned()),
        Op::Health => ("GET", "/health".to_owned()),
        Op::Get => ("GET", format!("/widgets/{number}")),
        Op::Put => ("PUT", format!("/widgets/{number}")),
        Op::Patch => ("PATCH", format!("/widgets/{number}")),
        Op::Delete => ("DELETE", format!("/widgets/{number}")),
        Op::Polish => ("POST", format!("/widgets/{number}/polish")),
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn run(seed: u64, calls: usize, policy: &RetryPolicy) -> Vec<Record> {
    let mut rng = Rng::with_seed(seed);
    let all: Vec<Op> = super::all().collect();
    let plans: Vec<(Op, Plan)> = (0..calls)
        .map(|number| {
            let op = all[number % all.len()];
            let plan = match rng.u32(..100) {
                0..4 => Plan::Unreachable,
                4..20 if op == Op::Post => Plan::NotSent,
                20..25 => Plan::DroppedAfter(Duration::from_micros(rng.u64(..30_000))),
                _ => Plan::Usual,
            };
            (op, plan)
        })
        .collect();
    let scripts = Scripts::default();
    let drawn = plans.iter().map(|(op, _)| Script::drawn(*op, &mut rng));
    *scripts.0.lock().unwrap() = drawn.collect();
    let server = server(&scripts, rng.fork());
    // It keeps its port, which another server might get otherwise.
    let deserted = super::server();
    deserted.refuse().unwrap();
    let build = |url: &str| {
        let credentials = ClientCredentials::new("an-id", "a-secret");
        let builder = Client::builder().base_url(url).clock(Fast::default());
        let builder = builder.time_budget(FOREVER).retry(policy.clone());
        builder.credentials(credentials).build().unwrap()
    };
    // With a static token: without one, nothing is sent.
    let unreachable = Client::builder().base_url(deserted.url()).token("a-token");
    let unreachable = unreachable.clock(Fast::default()).build().unwrap();
    let limit = Arc::new(tokio::sync::Semaphore::new(IN_FLIGHT));
    let mut client = build(server.url());
    let mut running = Vec::new();
    for (number, (op, plan)) in plans.into_iter().enumerate() {
        let permit = Arc::clone(&limit).acquire_owned().await.unwrap();
        if number % CALLS_PER_CLIENT == 0 {
            client = build(server.url());
        }
        if number % 97 == 0 {
            server.expire_tokens();
        }
        let client = match plan {
            Plan::Unreachable => unreachable.clone(),
            _ => client.clone(),
        };
        running.push(tokio::spawn(async move {
            let _permit = permit;
            end(&client, op, plan, number).await
        }));
    }
    let mut ends = Vec::new();
    for call in running {
        ends.push(call.await.unwrap());
    }
    // Joins the threads of the server: every request is recorded.
    drop(server);
    let mut scripts = scripts.0.lock().unwrap();
    let records = scripts.iter_mut().zip(ends).enumerate();
    records
        .map(|(number, (script, end))| Record {
            number,
            op: script.op,
            requests: std::mem::take(&mut script.requests),
            end,
        })
        .collect()
}

fn server(scripts: &Scripts, mut rng: Rng) -> MockServer {
    let document = oas::Document::parse("widgets.yaml", crud::DOCUMENT).unwrap();
    let seen = scripts.clone();
    let builder = MockServer::builder(document).observer(move |received| {
        let Some(number) = number(received.header("x-number")) else {
            return;
        };
        let script = &mut seen.0.lock().unwrap()[number];
        let (method, path) = target(script.op, number);
        let row = script.rows.get(script.requests.len());
        let is_rejected = received.status.is_some_and(|status| status == 401);
        script.requests.push(Request {
            // A token that expired by the fault of another call is rejected, whatever was planned.
            row: match is_rejected {
                true => Row::Unauthorized,
                false => row.copied().unwrap_or(Row::Success),
            },
            is_applied: received.applied,
            is_stray: (received.method.as_str(), received.uri.path()) != (method, &path),
        });
    });
    let token_faults = Faults::random(rng.u64(..))
        .with(0.15, Fault::status(503))
        .with(0.10, Fault::status(400));
    let faults = scripts.clone();
    let builder = builder
        .token_faults(token_faults)
        .faults(Faults::by(move |head| {
            let header = head.headers.get("x-number");
            let Some(number) = number(header.and_then(|value| value.to_str().ok())) else {
                return Fault::none();
            };
            let script = &mut faults.0.lock().unwrap()[number];
            let row = script.rows.get(script.sent).copied();
            script.sent += 1;
            row.unwrap_or(Row::Success).fault(script.op, &mut rng)
        }));
    builder.start().unwrap()
}

/// Makes a call, and waits for its end.
async fn end(client: &Client, op: Op, plan: Plan, number: usize) -> End {
    let id = number.to_string();
    let name = match plan {
        Plan::NotSent => "x".repeat(5_000),
        _ => format!("widget {number}"),
    };
    let widget = || NewWidget::builder().name(name.as_str());
    match op {
        Op::List => sent(client.list_widgets(), plan, number).await,
        Op::Get => sent(client.get_widget(id), plan, number).await,
        Op::Health => sent(client.get_health(), plan, number).await,
        Op::Put => sent(client.replace_widget(id, widget()), plan, number).await,
        Op::Delete => sent(client.delete_widget(id), plan, number).await,
        Op::Polish => sent(client.polish_widget(id, "key"), plan, number).await,
        Op::Post => sent(client.create_widget(widget()), plan, number).await,
        Op::Patch => {
            let patch = WidgetPatch::builder().name(name.as_str());
            sent(client.patch_widget(id, patch), plan, number).await
        }
    }
}

async fn sent<O, T>(call: Call<O>, plan: Plan, number: usize) -> End
where
    O: Operation<Response = client_runtime::Response<T>>,
    T: Send + 'static,
{
    let call = call.header("x-number", number.to_string()).send();
    let result = match plan {
        Plan::DroppedAfter(time) => match tokio::time::timeout(time, call).await {
            Ok(result) => result,
            Err(_) => return End::Dropped,
        },
        _ => call.await,
    };
    match result {
        Ok(response) => End::Ok {
            may_be_duplicate: response.may_be_duplicate(),
        },
        Err(error) => End::Failed(error),
    }
}

/// The verdicts against the records and the table.
#[derive(Default)]
struct Judgement {
    violations: Vec<String>,
    counts: BTreeMap<Row, usize>,
    /// Calls whose only request has an ambiguous row that may be followed.
    given_up: usize,
    /// Calls whose first request has such a row.
    repeatable: usize,
}

impl Judgement {
    fn of(records: &[Record], effect: impl Fn(Row, Op) -> Effect) -> Self {
        let mut judgement = Self::default();
        for record in records {
            judgement.call(record, &effect);
        }
        judgement
    }

    fn call(&mut self, record: &Record, effect: &impl Fn(Row, Op) -> Effect) {
        let op = record.op;
        let rows: Vec<Row> = record.requests.iter().map(|request| request.row).collect();
        for row in &rows {
            *self.counts.entry(*row).or_default() += 1;
        }
        let applied = record.requests.iter().filter(|request| request.is_applied);
        let applied = applied.count();
        let is_unsafe = UNSAFE.contains(&op);
        if is_unsafe && applied > 1 {
            self.violation(record, &format!("applied {applied} times"));
        }
        if SAFE.contains(&op) && applied > 0 {
            self.violation(record, "applied a safe operation");
        }
        if record.requests.iter().any(|request| request.is_stray) {
            self.violation(record, "a request of another operation");
        }
        if let Some((_, before)) = rows.split_last()
            && let Some(row) = before.iter().find(|row| !row.may_be_followed(op))
        {
            self.violation(record, &format!("a request after {row:?}"));
        }
        match &record.end {
            End::Dropped => {}
            End::Ok { may_be_duplicate } => {
                let is_true = match op {
                    _ if is_unsafe => applied == 1,
                    _ if IDEMPOTENT.contains(&op) => applied >= 1,
                    _ => true,
                };
                let is_expected = rows.last() == Some(&Row::Success) && !may_be_duplicate;
                if !is_expected || !is_true || effect(Row::Success, op) != Effect::Applied {
                    self.violation(record, &format!("Ok, and applied {applied} times"));
                }
            }
            End::Failed(error) => self.error(record, error, &rows, applied, effect),
        }
    }

    fn error(
        &mut self,
        record: &Record,
        error: &Error,
        rows: &[Row],
        applied: usize,
        effect: &impl Fn(Row, Op) -> Effect,
    ) {
        let op = record.op;
        // Rows that the server cannot record.
        let unseen = match error.kind() {
            ErrorKind::Connect => Some(Row::NoConnection),
            ErrorKind::Token => Some(Row::NoToken),
            ErrorKind::Invalid => Some(Row::NotSent),
            _ => None,
        };
        if let Some(row) = unseen {
            *self.counts.entry(row).or_default() += 1;
        }
        let expected = rows.iter().copied().chain(unseen);
        let expected = expected.map(|row| effect(row, op)).max();
        if expected != Some(error.effect()) {
            let message = format!("{:?}, but the table has {expected:?}", error.effect());
            self.violation(record, &message);
        }
        let is_true = match error.effect() {
            Effect::NotApplied => applied == 0,
            Effect::Unknown => applied <= 1 || !UNSAFE.contains(&op),
            Effect::Applied => applied >= 1,
        };
        if !is_true {
            let message = format!("{:?}, and applied {applied} times", error.effect());
            self.violation(record, &message);
        }
        let last = rows.last().copied();
        let waits = matches!(last, Some(Row::TooManyRequests | Row::UnavailableUntil));
        if waits && unseen.is_none() {
            self.violation(record, "gave up where it should wait");
        }
        let is_repeatable =
            |row: Row| row.may_be_followed(op) && matches!(row, Row::AmbiguousStatus | Row::Closed);
        if rows.first().copied().is_some_and(is_repeatable) && unseen.is_none() {
            self.repeatable += 1;
            self.given_up += usize::from(rows.len() == 1);
        }
    }

    fn violation(&mut self, record: &Record, what: &str) {
        let Record {
            number,
            op,
            requests,
            ..
        } = record;
        let rows: Vec<Row> = requests.iter().map(|request| request.row).collect();
        self.violations
            .push(format!("{number} {op:?} with {rows:?}: {what}"));
    }
}
