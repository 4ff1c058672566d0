//! The endpoint of a call by API version, and its errors after the sunset of the old one.

use std::time::Duration;

use mock_server::fault::{Fault, Faults};
use tasks_client::{ApiVersion, ClientCredentials, Effect, NewTask, Task};

use crate::support::{Log, SECRET, Stand, TOKEN, task};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn builder_selects_the_successor() {
    let stand = Stand::new();
    let builder = stand.builder().token(TOKEN);
    let client = builder
        .api_version(ApiVersion::V2026_01_01)
        .build()
        .unwrap();
    let new: NewTask = task("Review").try_into().unwrap();
    let created: Task = client.create(new.clone()).await.unwrap().into_task();
    assert_eq!(created.title.as_deref(), Some("Review"));
    // The same value goes to the other endpoint.
    stand.client().create(new).await.unwrap();
    let received = stand.server.received();
    let requests = received
        .iter()
        .map(|received| (received.uri.path(), received.header("x-version").unwrap()));
    assert_eq!(
        requests.collect::<Vec<_>>(),
        [
            ("/tasks", "2026-01-01"),
            ("/prototype/platform/tasks", "2022-01-01")
        ]
    );
}

#[tokio::test]
async fn no_setting_overrides_the_pinned_version() {
    for version in ApiVersion::ALL {
        let stand = Stand::new();
        let builder = stand.builder().token(TOKEN).api_version(*version);
        let client = builder.default_header("x-version", "1999-01-01");
        let client = client.build().unwrap();
        let call = client
            .create(task("Review"))
            .header("X-Version", "2024-01-01");
        call.await.unwrap();
        let received = stand.server.received().remove(0);
        let versions: Vec<_> = received.headers.get_all("x-version").iter().collect();
        assert_eq!(versions, [version.as_str()]);
    }
}

#[tokio::test]
async fn the_new_token_path_gets_its_version() {
    let stand = Stand::new();
    for (path, expected) in [
        ("/oauth2/token", Some("2026-01-01")),
        ("/other/token", None),
    ] {
        let credentials = ClientCredentials::new("an-id", SECRET).token_path(path);
        let client = stand.builder().credentials(credentials).build().unwrap();
        client.create(task("Review")).await.unwrap_err();
        let received = stand.server.received().pop().unwrap();
        assert_eq!(received.uri.path(), path);
        assert_eq!(received.header("x-version"), expected);
    }
}

/// The failures that a removed endpoint may give carry the hint after the sunset, and no other
/// failure does.
#[tokio::test]
async fn errors_name_the_successor_after_the_sunset() {
    let gateway = r#"{"message":"Missing Authentication Token"}"#;
    let removed = [
        Fault::status(400),
        Fault::status(404),
        Fault::html(405),
        Fault::html(410),
        Fault::html(501),
        Fault::redirect(301, "/tasks"),
        Fault::redirect(302, "/tasks"),
        Fault::redirect(308, "/tasks"),
        Fault::body(403, "application/json", gateway),
    ];
    let others = [
        Fault::status(401),
        Fault::status(403),
        Fault::status(409),
        Fault::status(500),
        Fault::html(304),
    ];
    for (faults, is_removed) in [(&removed[..], true), (&others[..], false)] {
        for fault in faults {
            let stand = Stand::new();
            stand.server.set_faults(Faults::always(fault.clone()));
            let client = stand.client();
            stand.clock.advance(92 * DAY);
            let before = client.create(task("Review")).await.unwrap_err();
            assert_eq!(before.removed_since(), None, "{fault:?}");
            stand.clock.advance(DAY);
            let after = client.create(task("Review")).await.unwrap_err();
            let day = after.removed_since().map(|day| day.to_string());
            let expected = is_removed.then(|| "2027-01-31".to_owned());
            assert_eq!(day, expected, "{fault:?}");
            let line = ".api_version(ApiVersion::V2026_01_01)";
            assert_eq!(after.migration(), is_removed.then_some(line), "{fault:?}");
            assert_eq!(after.to_string().contains(line), is_removed, "{after}");
            // Neither the effect nor the endpoint changes.
            assert_eq!(after.effect(), before.effect(), "{fault:?}");
            let requests = stand.server.received();
            assert!(
                requests
                    .iter()
                    .all(|sent| sent.uri.path() == "/prototype/platform/tasks"),
                "{fault:?}"
            );
        }
    }
}

/// The main use case does not depend on the date.
#[tokio::test]
async fn both_endpoints_work_after_the_sunset() {
    for version in ApiVersion::ALL {
        let stand = Stand::new();
        // 2027-02-02
        stand.clock.advance(95 * DAY);
        let builder = stand.builder().token(TOKEN).api_version(*version);
        let client = builder.build().unwrap();
        let created = client.create(task("Review")).await.unwrap();
        assert!(created.id().is_some(), "{version}");
        stand.server.script([Fault::status(404)]);
        let error = client.create(task("Review")).await.unwrap_err();
        assert_eq!(error.effect(), Effect::NotApplied);
        let is_old = *version == ApiVersion::V2022_01_01;
        assert_eq!(error.removed_since().is_some(), is_old, "{version}");
    }
}

#[tokio::test]
async fn the_warning_names_the_successor() {
    let (log, _guard) = Log::capture();
    let stand = Stand::new();
    stand.client().create(task("Review")).await.unwrap();
    let warnings = log.lines_with("WARN");
    assert!(
        warnings[0].contains("successor=\"POST /tasks\""),
        "{warnings:?}"
    );
    let builder = stand.builder().token(TOKEN);
    let client = builder
        .api_version(ApiVersion::V2026_01_01)
        .build()
        .unwrap();
    client.create(task("Review")).await.unwrap();
    assert_eq!(
        log.lines_with("WARN").len(),
        1,
        "the successor is not deprecated"
    );
}

#[tokio::test]
async fn a_dropped_value_is_reported_by_name_and_once_per_client() {
    let (log, _guard) = Log::capture();
    let stand = Stand::new();
    let returned = r#"{"id":"a","title":"Review"}"#;
    let dropped = Fault::body(201, "application/json", returned).after_create();
    stand.server.set_faults(Faults::always(dropped));
    let client = stand.client();
    for _ in 0..2 {
        let call = client.create(task("Review").description("secret-plan"));
        let created = call.await.unwrap();
        assert_eq!(created.not_returned(), ["description"]);
    }
    let events = log.lines_with("was not returned");
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0].contains("property=description"), "{events:?}");
    assert!(!log.text().contains("secret-plan"));
}
