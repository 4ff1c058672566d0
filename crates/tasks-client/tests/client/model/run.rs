use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use fastrand::Rng;
use futures_util::{StreamExt, stream};
use http::request::Parts;
use mock_server::{
    Ledger, MockServer,
    fault::{Fault, Faults},
};
use oas::Document;
use tasks_client::{ApiVersion, Client, Created, Error, RetryPolicy};

use super::rows::Row;
use crate::support::{SECRET, Stand, TOKEN, TestClock, task};

const IN_FLIGHT: usize = 48;
const SHORT: Duration = Duration::from_millis(200);
const FOREVER: Duration = Duration::from_secs(1 << 40);

/// Record of one call.
pub(super) struct Record {
    pub(super) title: String,
    /// Rows of its requests at the server, in order.
    pub(super) rows: Vec<Row>,
    pub(super) result: Outcome,
    /// Requests that were sent to the other endpoint.
    pub(super) misdirected: usize,
}

pub(super) enum Outcome {
    Created(Box<Created>),
    Failed(Error),
    /// The caller dropped the call.
    Dropped,
}

pub(super) struct Records {
    pub(super) calls: Vec<Record>,
    pub(super) ledger: Ledger,
}

/// Planned rows of each call, and the rows of its requests.
#[derive(Clone, Default)]
struct Scripts(Arc<Mutex<Vec<Script>>>);

#[derive(Default)]
struct Script {
    planned: Vec<Row>,
    rows: Vec<Row>,
    statuses: Vec<Option<u16>>,
    paths: Vec<String>,
}

/// The endpoints, which the calls use in turn.
const ENDPOINTS: [ApiVersion; 2] = [ApiVersion::V2022_01_01, ApiVersion::V2026_01_01];

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
pub(super) async fn run(seed: u64, calls: usize, policy: RetryPolicy) -> Records {
    let mut rng = Rng::with_seed(seed);
    let scripts = Scripts::drawn(&mut rng, calls);
    let stand = stand(&scripts, rng.fork());
    let credentials = tasks_client::ClientCredentials::new("an-id", SECRET);
    let clients = ENDPOINTS.map(|version| {
        let builder = stand.builder().time_budget(FOREVER).retry(policy.clone());
        let builder = builder
            .credentials(credentials.clone())
            .api_version(version);
        builder.build().unwrap()
    });
    let plans: Vec<Plan> = (0..calls).map(|_| Plan::drawn(&mut rng)).collect();

    // It keeps its port, which the server of another test might get otherwise.
    let unused = Stand::new();
    unused.server.refuse().unwrap();
    let builder = stand.builder().base_url(unused.server.url());
    let unreachable = builder.token(TOKEN).build().unwrap();
    let numbered = stream::iter(plans.into_iter().enumerate());
    let results = numbered.map(|(number, plan)| {
        let client = if plan == Plan::Unreachable {
            &unreachable
        } else {
            &clients[number % ENDPOINTS.len()]
        };
        if number % 97 == 0 {
            stand.server.expire_tokens();
        }
        let expects_silence = scripts.first(number) == Row::Silence;
        tokio::spawn(plan.carry_out(client.clone(), number, expects_silence))
    });
    let results: Vec<Outcome> = results
        .buffered(IN_FLIGHT)
        .map(|joined| joined.unwrap())
        .collect()
        .await;
    // Creates whose callers were dropped end.
    tokio::time::sleep(SHORT).await;
    let ledger = stand.server.ledger();
    Records {
        calls: scripts.records(results),
        ledger,
    }
}

fn stand(scripts: &Scripts, mut rng: Rng) -> Stand {
    let document = Document::parse("tasks.yaml", tasks_client::DOCUMENT).unwrap();
    let seen = scripts.clone();
    let builder = MockServer::builder(document).keep(1 << 16);
    let builder = builder.token_life(Duration::from_secs(600));
    let builder = builder.observer(move |received| {
        if let Some(number) = number(received.header("x-number")) {
            let status = received.status.map(|status| status.as_u16());
            let script = &mut seen.0.lock().unwrap()[number];
            script.statuses.push(status);
            script.paths.push(received.uri.path().to_owned());
        }
    });
    let token_faults = Faults::random(rng.u64(..))
        .with(0.25, Fault::status(503))
        .with(0.15, Fault::status(400));
    let (script, builder) = (scripts.clone(), builder.token_faults(token_faults));
    let builder = builder.faults(Faults::by(move |head| script.next(head, &mut rng)));
    Stand {
        server: builder.start().unwrap(),
        clock: TestClock::new(0.5),
    }
}

fn number(header: Option<&str>) -> Option<usize> {
    header?.parse().ok()
}

/// Variant of a call.
#[derive(Clone, Copy, PartialEq)]
enum Plan {
    Usual,
    Unreachable,
    NotSent,
    DroppedAfter(Duration),
}

impl Plan {
    fn drawn(rng: &mut Rng) -> Self {
        match rng.u32(..100) {
            0..4 => Self::Unreachable,
            4..8 => Self::NotSent,
            8..13 => Self::DroppedAfter(Duration::from_micros(rng.u64(..30_000))),
            _ => Self::Usual,
        }
    }

    async fn carry_out(self, client: Client, number: usize, expects_silence: bool) -> Outcome {
        let title = if self == Self::NotSent {
            " ".to_owned()
        } else {
            title(number)
        };
        let call = client
            .create(task(&title))
            .header("x-number", number.to_string());
        // Only a call that expects no response has a short timeout: a busy machine may be slow.
        let call = if expects_silence {
            call.attempt_timeout(SHORT)
        } else {
            call
        };
        let call = call.into_future();
        let result = match self {
            Self::DroppedAfter(time) => match tokio::time::timeout(time, call).await {
                Ok(result) => result,
                Err(_) => return Outcome::Dropped,
            },
            _ => call.await,
        };
        result.map_or_else(Outcome::Failed, |created| {
            Outcome::Created(Box::new(created))
        })
    }
}

fn title(number: usize) -> String {
    format!("task {number:05}")
}

impl Scripts {
    fn drawn(rng: &mut Rng, calls: usize) -> Self {
        let scripts = (0..calls).map(|_| {
            let mut rows = Vec::new();
            loop {
                let row = Row::OF_REQUESTS[rng.usize(..Row::OF_REQUESTS.len())];
                // Silence comes first or not at all: see the timeout of such a call.
                if row == Row::Silence && !rows.is_empty() {
                    continue;
                }
                rows.push(row);
                if !row.may_be_followed() {
                    break;
                }
            }
            Script {
                planned: rows,
                ..Script::default()
            }
        });
        Self(Arc::new(Mutex::new(scripts.collect())))
    }

    fn first(&self, number: usize) -> Row {
        self.0.lock().unwrap()[number].planned[0]
    }

    /// The fault of the next request of a call; after its script, none.
    fn next(&self, head: &Parts, rng: &mut Rng) -> Fault {
        let header = head
            .headers
            .get("x-number")
            .and_then(|value| value.to_str().ok());
        let Some(number) = number(header) else {
            return Fault::none();
        };
        let script = &mut self.0.lock().unwrap()[number];
        let row = script
            .planned
            .get(script.rows.len())
            .copied()
            .unwrap_or(Row::Created);
        script.rows.push(row);
        row.fault(rng)
    }

    fn records(&self, results: Vec<Outcome>) -> Vec<Record> {
        let scripts = self.0.lock().unwrap();
        let numbered = scripts.iter().zip(results).enumerate();
        let record = |(number, (script, result)): (usize, (&Script, Outcome))| {
            // A token that expired by the fault of another call is rejected, whatever was planned;
            // only not before the end of a silence.
            let rows = script.rows.iter().enumerate().map(|(index, row)| {
                let is_rejected = script.statuses.get(index) == Some(&Some(401));
                if is_rejected && *row != Row::Silence {
                    Row::Unauthorized
                } else {
                    *row
                }
            });
            Record {
                title: title(number),
                rows: rows.collect(),
                misdirected: {
                    let path = ENDPOINTS[number % ENDPOINTS.len()].facts().path;
                    script.paths.iter().filter(|sent| *sent != path).count()
                },
                result,
            }
        };
        numbered.map(record).collect()
    }
}
