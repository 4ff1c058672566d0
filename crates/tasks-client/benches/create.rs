//! CPU time of a call, compared with the same request and decoding by hand.
//!
//! `cargo bench -p tasks-client`. The mock server runs in this process on threads of its own; only
//! the thread of the client is measured. The variants alternate, so that a busy machine affects all
//! of them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark fails and prints"
)]

use std::{future::IntoFuture, time::Duration};

use mock_server::MockServer;
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
        runtime.block_on(client.create(task).into_future()).unwrap();
    })
}

#[derive(Deserialize)]
struct Id {
    #[expect(dead_code, reason = "only its decoding is measured")]
    id: String,
}

fn by_hand<T: DeserializeOwned>(server: &MockServer) -> Call {
    let url = format!("{}/prototype/platform/tasks", server.url());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    Box::new(move |runtime, task| {
        runtime.block_on(async {
            let request = client.post(&url).bearer_auth("any");
            let request = request.header("x-version", "2022-01-01").json(&task);
            let response = request.send().await.unwrap();
            assert_eq!(response.status().as_u16(), 201);
            response.json::<T>().await.unwrap();
        });
    })
}
