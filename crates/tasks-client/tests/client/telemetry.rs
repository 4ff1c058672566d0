//! Content of logs.

use mock_server::fault::{Fault, Faults};

use crate::support::{Log, Stand, task};

#[tokio::test]
async fn warns_about_deprecation_once_per_client() {
    let (log, _guard) = Log::capture();
    let stand = Stand::new();
    let client = stand.client();
    for _ in 0..3 {
        client.clone().create(task("Review")).await.unwrap();
    }
    let warnings: Vec<String> = log.lines_with("WARN");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    for part in [
        "deprecated_on=\"2026-02-12\"",
        "sunset_on=\"2027-01-31\"",
        "days_left=93",
    ] {
        assert!(warnings[0].contains(part), "{warnings:?}");
    }
    stand.client().create(task("Review")).await.unwrap();
    assert_eq!(log.lines_with("WARN").len(), 2);
}

#[tokio::test]
async fn reports_unknown_names_once_without_values() {
    let (log, _guard) = Log::capture();
    let stand = Stand::new();
    let response = r#"{"id":"a","status":"hunter2","priority":"hunter2","assignees":[{"type":"hunter2","team":"hunter2"}]}"#;
    let response = Fault::body(201, "application/json", response).after_create();
    stand.server.set_faults(Faults::always(response));
    let client = stand.client();
    for _ in 0..3 {
        let created = client.create(task("Review")).await.unwrap();
        assert_eq!(
            created.task().extra["priority"],
            "hunter2",
            "the value is kept"
        );
    }
    let names = log.lines_with("something undocumented");
    assert_eq!(names.len(), 4, "{names:?}");
    for name in [
        "field priority",
        "field assignees[].team",
        "value of status",
        "value of assignees[].type",
    ] {
        assert!(
            names.iter().any(|line| line.contains(name)),
            "{name}: {names:?}"
        );
    }
    assert!(!log.text().contains("hunter2"));
}

#[tokio::test]
async fn spans_have_the_names_of_opentelemetry() {
    let (log, _guard) = Log::capture();
    let stand = Stand::new();
    stand.server.script([Fault::status(429)]);
    stand.client().create(task("Review")).await.unwrap();
    let text = log.text();
    for part in [
        "operation=\"createPrototypeTask\"",
        "otel.kind=\"client\"",
        "http.request.method=POST",
        "server.address=\"127.0.0.1\"",
        "/prototype/platform/tasks",
        "http.response.status_code=429",
        "error.type=\"429\"",
        "http.response.status_code=201",
        "http.request.resend_count=1",
        "attempts=2",
        "effect=applied",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[tokio::test]
async fn exposes_announced_lifecycle() {
    let stand = Stand::new();
    let announcing = Fault::status(409)
        .header("deprecation", "@1772323200")
        .header("sunset", "Tue, 30 Jun 2026 23:59:59 GMT")
        .header("link", "<https://example.com/end>; rel=\"sunset\"");
    stand.server.script([announcing]);
    let client = stand.client();
    assert_eq!(
        client.lifecycle(),
        tasks_client::ApiVersion::default().lifecycle()
    );
    let error = client.create(task("Review")).await.unwrap_err();
    let announced = error.lifecycle().unwrap();
    assert_eq!(announced.deprecated_on.unwrap().to_string(), "2026-03-01");
    assert_eq!(announced.sunset_on.unwrap().to_string(), "2026-06-30");
    assert_eq!(announced.links[0].url, "https://example.com/end");
    assert_eq!(client.lifecycle(), announced, "the client remembers");
}
