//! Requests that are sent.

use std::time::Duration;

use mock_server::fault::{Fault, Faults};
use tasks_client::{BuildError, Client, ClientCredentials, Region, types::TaskUser};

use crate::support::{SECRET, Stand, TOKEN, task};

#[tokio::test]
async fn sends_the_documented_request() {
    let stand = Stand::new();
    let review = task("Review").assignees(vec![TaskUser::user("V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD")]);
    stand.client().create(review).await.unwrap();
    let received = stand.server.received().remove(0);
    assert_eq!(
        (received.method.as_str(), received.uri.path()),
        ("POST", "/prototype/platform/tasks")
    );
    let headers = [
        "x-version",
        "content-type",
        "accept",
        "accept-encoding",
        "authorization",
        "api-version",
    ];
    assert_eq!(
        headers.map(|name| received.header(name)),
        [
            Some("2022-01-01"),
            Some("application/json"),
            Some("application/json"),
            Some("identity"),
            Some(&*format!("Bearer {TOKEN}")),
            None,
        ]
    );
    assert_snapshot!(
        received.json().unwrap(),
        @r#"{"assignees":[{"id":"V1ZVd2VyFzU3NiQ1NDA4NjIzNzk2MjD","type":"USER"}],"title":"Review"}"#
    );
}

#[tokio::test]
async fn sets_headers_per_call_except_pinned_ones() {
    let stand = Stand::new();
    let call = stand.client().create(task("Review"));
    let call = call
        .header("X-Version", "2024-01-01")
        .header("x-note", "mine");
    call.await.unwrap();
    let received = stand.server.received().remove(0);
    let versions: Vec<_> = received.headers.get_all("x-version").iter().collect();
    assert_eq!(versions, ["2022-01-01"], "the document pins it");
    assert_eq!(received.header("x-note"), Some("mine"));
}

#[tokio::test]
async fn sets_the_time_budget_per_call() {
    let stand = Stand::new();
    let busy = Fault::status(429).retry_after(Duration::from_secs(5));
    stand.server.set_faults(Faults::always(busy));
    let call = stand
        .client()
        .create(task("Review"))
        .time_budget(Duration::from_secs(12));
    call.await.unwrap_err();
    assert_eq!(stand.clock.seconds(), [5.0, 5.0]);
}

#[tokio::test]
async fn generated_client_sends_the_token() {
    let stand = Stand::new();
    let generated = stand.credentialed().generated();
    #[expect(deprecated, reason = "it is what this test is about")]
    let operation = generated.create_prototype_task().body(task("Review"));
    let created = operation.send().await.unwrap();
    assert_eq!(created.title.as_deref(), Some("Review"));
    assert_eq!(created.status().as_u16(), 201);
    let received = stand.server.received().pop().unwrap();
    assert_eq!(received.header("api-version"), None);
}

#[tokio::test]
async fn sends_client_credentials_to_the_documented_endpoint() {
    let stand = Stand::new();
    stand.credentialed().create(task("Review")).await.unwrap();
    let asked = stand.server.received().remove(0);
    assert_eq!(asked.uri.path(), "/iam/v1/oauth2/token");
    assert_eq!(
        asked.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(asked.header("authorization"), None);
    assert_eq!(
        String::from_utf8_lossy(asked.body.unwrap().bytes()),
        format!(
            "grant_type=client_credentials&scope=task%3Awrite&client_id=an-id&client_secret={SECRET}"
        )
    );
}

#[tokio::test]
async fn sends_client_credentials_by_basic() {
    let stand = Stand::new();
    let credentials = ClientCredentials::new("an id", "a:secret")
        .basic()
        .scope("");
    let client = stand.builder().credentials(credentials).build().unwrap();
    client.create(task("Review")).await.unwrap();
    let asked = stand.server.received().remove(0);
    // `an+id:a%3Asecret`
    assert_eq!(
        asked.header("authorization"),
        Some("Basic YW4raWQ6YSUzQXNlY3JldA==")
    );
    assert_eq!(
        asked.body.unwrap().bytes(),
        b"grant_type=client_credentials"
    );
}

#[tokio::test]
async fn the_token_path_can_be_set() {
    let stand = Stand::new();
    let credentials = ClientCredentials::new("an-id", SECRET).token_path("/oauth2/token");
    let client = stand.builder().credentials(credentials).build().unwrap();
    client.create(task("Review")).await.unwrap_err();
    assert_eq!(stand.server.received()[0].uri.path(), "/oauth2/token");
}

#[test]
fn rejects_unusable_settings() {
    let build = |url: &str, token: &str| {
        Client::builder()
            .base_url(url)
            .token(token)
            .build()
            .unwrap_err()
    };
    assert!(matches!(
        build("http://example.com", "t"),
        BuildError::PlainHttp(_)
    ));
    assert!(matches!(build("nowhere", "t"), BuildError::Url { .. }));
    assert!(matches!(
        build("http://localhost", "line\nbreak"),
        BuildError::Token(_)
    ));
    assert!(matches!(
        build("http://localhost", " "),
        BuildError::Token(_)
    ));
    let no_token = Client::builder().region(Region::Eu).build();
    assert!(matches!(no_token, Err(BuildError::NoToken)));
}
