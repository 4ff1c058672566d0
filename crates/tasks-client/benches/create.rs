//! CPU time of a call, compared with the same request and decoding by hand.
//!
//! `cargo bench -p tasks-client`. The mock server runs in this process on threads of its own; only
//! the thread of the client is measured, with its system calls: the runtime has no other thread.
//! The variants alternate, so that a busy machine affects all of them.
//!
//! The call by hand has the same connection settings and timeouts, sends the same body and headers
//! except `Accept-Encoding`, reads the body up to the same limit, and returns the same type. It has
//! no retries, no pause, no token cache, no echo check and no notices.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark fails and prints"
)]

use std::{error::Error, hint::black_box, time::Duration};

use mock_server::MockServer;
use reqwest::{StatusCode, header::ACCEPT, redirect::Policy};
use rustix::time::{ClockId, clock_gettime};
use serde::{Deserialize, de::DeserializeOwned};
use tasks_client::{
    Client,
    types::{NewPrototypeTask, PrototypeTask, TaskUser},
};
use tokio::runtime::{Builder, Runtime};

const ROUNDS: usize = 60;
const CALLS: u32 = 100;

/// The variants; the first is the one that the others are compared with.
const VARIANTS: [(&str, Variant); 3] = [
    ("by hand", by_hand::<PrototypeTask>),
    ("client", client),
    ("by hand, only the id decoded", by_hand::<Id>),
];

type Variant = fn(&MockServer) -> Call;
type Call = Box<dyn FnMut(&Runtime, NewPrototypeTask)>;

fn main() {
    let server = MockServer::start(tasks_client::DOCUMENT).unwrap();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut calls = VARIANTS.map(|(_, variant)| variant(&server));
    let mut times = VARIANTS.map(|_| Vec::new());
    for round in 0..=ROUNDS {
        for (call, times) in calls.iter_mut().zip(&mut times) {
            let tasks: Vec<_> = (0..CALLS).map(|_| task()).collect();
            let start = cpu_time();
            tasks.into_iter().for_each(|task| call(&runtime, task));
            let time = (cpu_time() - start) / CALLS;
            // The first round opens connections and fills caches.
            if round > 0 {
                times.push(time);
            }
        }
    }
    let medians = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    for ((name, _), median) in VARIANTS.iter().zip(medians) {
        let ratio = median.as_secs_f64() / medians[0].as_secs_f64();
        println!("{name:30} {median:>10.1?} of CPU time per call, {ratio:.3}");
    }
}

/// CPU time of this thread.
fn cpu_time() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

fn task() -> NewPrototypeTask {
    let user = TaskUser::user("V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD");
    let task = NewPrototypeTask::builder().title("Please complete the quarterly report");
    task.assignees(vec![user]).try_into().unwrap()
}

fn client(server: &MockServer) -> Call {
    let builder = Client::builder().base_url(server.url()).token("any");
    let client = builder.build().unwrap();
    Box::new(move |runtime, task| {
        let created = runtime.block_on(async { client.create(task).await });
        black_box(created.unwrap());
    })
}

#[derive(Deserialize)]
struct Id {
    #[expect(dead_code, reason = "only its decoding is measured")]
    id: String,
}

fn by_hand<T: DeserializeOwned>(server: &MockServer) -> Call {
    let url = format!("{}/prototype/platform/tasks", server.url());
    let http = reqwest::Client::builder()
        .no_proxy()
        .http1_only()
        .redirect(Policy::none())
        .referer(false)
        .user_agent(concat!("tasks-client/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(35));
    let http = http.build().unwrap();
    Box::new(move |runtime, task| {
        let created = runtime.block_on(create::<T>(&http, &url, &task));
        black_box(created.unwrap());
    })
}

/// A create by hand.
async fn create<T: DeserializeOwned>(
    http: &reqwest::Client,
    url: &str,
    task: &NewPrototypeTask,
) -> Result<T, Box<dyn Error>> {
    let request = http.post(url).bearer_auth("any");
    let request = request.header("X-Version", "2022-01-01");
    let request = request.header(ACCEPT, "application/json").json(task);
    let mut response = request.send().await?;
    if response.status() != StatusCode::CREATED {
        return Err(format!("status {}", response.status()).into());
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > MAX_BYTES {
            return Err("the response is too long".into());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(serde_json::from_slice(&body)?)
}

const MAX_BYTES: usize = 16 << 20;
