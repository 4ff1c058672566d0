//! Use of tasks, calls and results.

use mock_server::fault::{Fault, Faults};
use tasks_client::{
    Client, Effect, ErrorKind, IntoTask, Region, RetryPolicy, ReturnTask,
    types::{NewPrototypeTask, TaskUser},
};

use crate::support::{Stand, task};

fn built() -> NewPrototypeTask {
    let task = task("Review").assignees(vec![TaskUser::user("a")]);
    task.into_task().unwrap()
}

#[tokio::test]
async fn error_returns_the_task_only_if_nothing_was_applied() {
    let stand = Stand::new();
    let client = stand.client();
    for (fault, effect) in [
        (Fault::status(400), Effect::NotApplied),
        (Fault::status(500), Effect::Unknown),
        (Fault::garbage(), Effect::Applied),
    ] {
        stand.server.script([fault]);
        let error = client.create(built()).await.unwrap_err();
        assert_eq!(error.effect(), effect);
        let task = error.into_task();
        assert_eq!(task.is_some(), effect == Effect::NotApplied, "{effect:?}");
        if let Some(task) = task {
            assert_eq!(task, built());
            client.create(task).await.unwrap();
        }
    }
}

#[tokio::test]
async fn error_before_sending_returns_the_task() {
    let stand = Stand::new();
    let call = stand.client().create(built()).header("host", "elsewhere");
    let error = call.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert_eq!(error.into_task(), Some(built()));
    stand.server.refuse().unwrap();
    let call = stand.client().create(built()).retry(RetryPolicy::none());
    assert_eq!(call.await.unwrap_err().into_task(), Some(built()));
    // There is no task in an incomplete builder.
    let incomplete = NewPrototypeTask::builder();
    let error = stand.client().create(incomplete).await.unwrap_err();
    assert_eq!(error.into_task(), None);
}

#[tokio::test]
async fn calls_can_be_sent_awaited_and_joined() {
    let stand = Stand::new();
    let client = stand.client();
    client.create(built()).send().await.unwrap();
    client.create(built()).await.unwrap();
    let (first, second) = tokio::join!(client.create(built()), client.create(built()).send());
    assert_ne!(first.unwrap().id(), second.unwrap().id());
    assert_eq!(stand.counts(), (4, 4));
}

#[tokio::test]
async fn results_serialize() {
    let stand = Stand::new();
    stand.server.script([Fault::status(429)]);
    let created = stand.client().create(built()).await.unwrap();
    let json = serde_json::to_value(&created).unwrap();
    assert_eq!(json["id"], created.id().unwrap());
    assert_eq!(json["task"]["title"], "Review");
    assert_eq!(
        (
            json["http_status"].as_u64(),
            json["may_be_duplicate"].as_bool()
        ),
        (Some(201), Some(false))
    );
    assert_eq!(json["attempts"][0]["effect"], "not_applied");
    assert_eq!(json["attempts"][0]["status"], 429);
    let raw: serde_json::Value = serde_json::from_slice(created.body()).unwrap();
    assert_eq!(raw["title"], "Review");
    stand.server.set_faults(Faults::always(Fault::status(500)));
    let error = stand.client().create(built()).await.unwrap_err();
    let json = serde_json::to_value((error.effect(), error.kind())).unwrap();
    assert_eq!(json, serde_json::json!(["unknown", "status"]));
}

/// `chrono` is re-exported, and the regions are a slice, so that one can be added.
#[test]
fn types_of_other_crates_are_exported() {
    let day = tasks_client::chrono::NaiveDate::from_ymd_opt(2027, 1, 1);
    assert!(day.is_some());
    let all: &[Region] = Region::ALL;
    assert!(all.contains(&Region::default()));
}

#[test]
fn build_errors_complete_a_sentence() {
    let error = Client::builder().token("line\nbreak").build().unwrap_err();
    assert_eq!(error.to_string(), "put the access token into a header");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_has_a_builder() {
    let stand = Stand::new();
    let builder = tasks_client::blocking::Client::builder();
    let builder = builder.base_url(stand.server.url()).token("any");
    let client = builder.build_blocking().unwrap();
    let created = client.create(built()).send().unwrap();
    assert!(created.id().is_some());
    let mut results = client.create_all([built(), built()]);
    assert_eq!(
        results
            .by_ref()
            .filter(|(_, result)| result.is_ok())
            .count(),
        2
    );
    assert_eq!(results.not_tried(), 0);
}
