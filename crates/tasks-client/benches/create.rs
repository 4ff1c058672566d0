//! What a call costs beside the same request by hand, to the same server in this process: time and allocations.
//!
//! `cargo bench -p tasks-client`. The server runs on a thread of its own, so that the allocations are the client's alone.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot run has nothing to say"
)]

use std::{future::IntoFuture, sync::LazyLock};

use divan::{AllocProfiler, Bencher};
use mock_server::MockServer;
use serde::Deserialize;
use tasks_client::{
    Client,
    types::{NewPrototypeTask, PrototypeTask, TaskUser},
};
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

static SERVER: LazyLock<MockServer> =
    LazyLock::new(|| MockServer::start(tasks_client::DOCUMENT).unwrap());

fn main() {
    divan::main();
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn task() -> NewPrototypeTask {
    let user = TaskUser::user("V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD");
    let task = NewPrototypeTask::builder().title("Please complete the quarterly report");
    task.assignees(vec![user]).try_into().unwrap()
}

/// One call by this crate.
#[divan::bench]
fn client(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let client = Client::builder()
        .base_url(SERVER.url())
        .token("any")
        .build()
        .unwrap();
    let call = |task| runtime.block_on(client.create(task).into_future()).unwrap();
    call(task());
    bencher.with_inputs(task).bench_values(call);
}

/// The same request and the same decoding by hand.
#[divan::bench]
fn by_hand(bencher: Bencher<'_, '_>) {
    by_hand_into::<PrototypeTask>(bencher);
}

/// As before, with the answer decoded to no more than the id: what the typed answer costs is the difference.
#[divan::bench]
fn by_hand_id_alone(bencher: Bencher<'_, '_>) {
    by_hand_into::<Id>(bencher);
}

#[derive(Deserialize)]
struct Id {
    #[expect(dead_code, reason = "decoding it is what is measured")]
    id: String,
}

fn by_hand_into<T: for<'de> Deserialize<'de>>(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let url = format!("{}/prototype/platform/tasks", SERVER.url());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let call = |task: NewPrototypeTask| {
        runtime.block_on(async {
            let request = client.post(&url).bearer_auth("any");
            let request = request.header("x-version", "2022-01-01").json(&task);
            let response = request.send().await.unwrap();
            assert_eq!(response.status().as_u16(), 201);
            response.json::<T>().await.unwrap()
        })
    };
    call(task());
    bencher.with_inputs(task).bench_values(call);
}
