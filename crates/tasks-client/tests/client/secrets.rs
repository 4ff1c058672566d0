//! Neither tokens nor secrets are printed.

use std::{error::Error as _, fmt::Write as _, time::Duration};

use mock_server::fault::{Fault, Faults};
use tasks_client::{Client, ClientBuilder, ClientCredentials, Token};

use crate::support::{Log, Raw, RawServer, SECRET, Stand, TOKEN, causes, task};

/// Every text that an error returns.
fn everything(error: &dyn std::error::Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}\n");
    for cause in causes(error) {
        write!(text, "{cause}\n{cause:?}\n{cause:#?}\n").unwrap();
    }
    text
}

/// The faults of a server that received this secret.
fn faults(secret: &str) -> Vec<Fault> {
    let mut faults = vec![
        Fault::none(),
        Fault::close_on_accept(),
        Fault::close_before_reading(),
        Fault::close_after_reading(),
        Fault::none().delay(Duration::from_secs(9)),
        Fault::half_body(),
        Fault::garbage(),
        Fault::expired_token(),
        Fault::redirect(302, &format!("https://example.com/?access_token={secret}")),
    ];
    // Services and proxies that echo the request, in every part of the response.
    let text = format!("you sent Bearer {secret}");
    for status in [200, 201, 303, 400, 401, 403, 404, 408, 429, 500, 502, 503] {
        faults.push(Fault::status(status));
        faults.push(Fault::html(status));
        faults.push(Fault::body(status, "text/plain", text.clone()));
        let json = format!(
            r#"{{"code":"{secret}","message":"{text}","error":"{secret}","error_description":"{text}"}}"#
        );
        faults.push(Fault::body(status, "application/json", json).header("x-request-id", secret));
        let json = format!(r#"{{"id":"{secret}","title":{{"{secret}":1}},"status":"{secret}"}}"#);
        faults.push(Fault::body(status, "application/json", json));
        let json = format!(r#"{{"id":"x","{secret}":"{secret}","status":"{secret}"}}"#);
        faults.push(Fault::body(status, "application/json", json));
    }
    faults
}

#[tokio::test]
async fn prints_no_secret() {
    let (log, _guard) = Log::capture();
    let mut text = String::new();
    let stand = Stand::new();
    let granted = format!(r#"{{"access_token":"{TOKEN}","expires_in":600}}"#);
    let granted = Fault::body(200, "application/json", granted);
    stand.server.set_token_faults(Faults::always(granted));
    for fault in faults(TOKEN) {
        stand.server.set_faults(Faults::always(fault));
        fail(stand.builder().token(TOKEN), &mut text).await;
        fail(stand.builder().credentials(credentials()), &mut text).await;
    }
    for fault in faults(SECRET) {
        stand.server.set_token_faults(Faults::always(fault));
        fail(stand.builder().credentials(credentials()), &mut text).await;
        fail(
            stand.builder().credentials(credentials().basic()),
            &mut text,
        )
        .await;
    }
    assert!(text.len() > 100_000, "there was something to look through");
    assert!(log.text().len() > 100_000);
    for secret in [TOKEN, SECRET] {
        let found = |text: &str| {
            text.lines()
                .find(|line| line.contains(secret))
                .map(str::to_owned)
        };
        assert_eq!(found(&text), None);
        assert_eq!(found(&log.text()), None);
    }
}

async fn fail(builder: ClientBuilder, text: &mut String) {
    let builder = builder.attempt_timeout(Duration::from_millis(100));
    let client = builder.time_budget(Duration::from_secs(2)).build().unwrap();
    let call = client.create(task("Review"));
    writeln!(text, "{client:?}{call:?}").unwrap();
    match call.await {
        Ok(created) => writeln!(text, "{created:?}").unwrap(),
        Err(error) => text.push_str(&everything(&error)),
    }
}

fn credentials() -> ClientCredentials {
    ClientCredentials::new("an-id", SECRET)
}

#[test]
fn debug_of_settings_shows_no_secret() {
    let credentials = credentials();
    let token = Token::new(TOKEN).expires_in(Duration::from_secs(1));
    let builder = Client::builder().token(TOKEN).base_url("http://localhost");
    let text = format!("{credentials:?}{token:?}{builder:?}");
    let text = format!("{text}{:?}", builder.build().unwrap());
    let generated = Client::builder()
        .credentials(credentials)
        .build()
        .unwrap()
        .generated();
    let text = format!("{text}{generated:?}");
    assert!(text.contains("an-id"), "{text}");
    assert!(!text.contains(SECRET) && !text.contains(TOKEN), "{text}");
}

#[tokio::test]
async fn rejects_an_invalid_token_without_showing_it() {
    let stand = Stand::new();
    let unusable = stand
        .builder()
        .token(format!("{TOKEN}\n"))
        .build()
        .unwrap_err();
    assert!(!everything(&unusable).contains(TOKEN));
    assert!(unusable.source().is_some());
}

/// The token endpoint echoes the request, as some gateways do.
#[tokio::test]
async fn token_errors_omit_encoded_secrets() {
    let secret = "s3cr/t &+\"ü";
    let server = RawServer::start(|_, request| {
        let body = serde_json::json!({"error": "invalid_request", "error_description": request});
        Raw::json("400 Bad Request", "", &body.to_string())
    })
    .await;
    let mut texts = Vec::new();
    for credentials in [
        ClientCredentials::new("an id", secret),
        ClientCredentials::new("an id", secret).basic(),
    ] {
        let client = Client::builder().base_url(&server.url);
        let client = client.credentials(credentials).build().unwrap();
        let error = client.create(task("Review")).await.unwrap_err();
        texts.push(everything(&error));
    }
    let encoded = [
        secret,
        "s3cr%2Ft",
        // `an id:<secret>`, as it is and with both parts form-encoded.
        "YW4gaWQ6czNjci90ICYrIsO8",
        "YW4raWQ6czNjciUyRnQrJTI2JTJCJTIyJUMzJUJD",
    ];
    let requests = server.requests().concat();
    for form in [encoded[1], encoded[3]] {
        assert!(requests.contains(form), "{requests}");
    }
    let text = texts.concat();
    for form in encoded {
        assert!(!text.contains(form), "{text}");
    }
    for part in [
        "grant_type=client_credentials",
        "client_secret=[redacted]",
        "Basic [redacted]",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn build_errors_omit_the_query() {
    for url in [
        "http://localhost/?token=hunter2-hunter2",
        "ftp://localhost/?token=hunter2-hunter2",
        "http://example.com#hunter2-hunter2",
        "nowhere?token=hunter2-hunter2",
    ] {
        let builder = Client::builder().base_url(url).token(TOKEN);
        let text = everything(&builder.build().unwrap_err());
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[tokio::test]
async fn short_tokens_do_not_change_data() {
    let stand = Stand::new();
    let client = stand.builder().token("any").build().unwrap();
    let busy = r#"{"code":"429TooManyRequests","message":"too many, not any"}"#;
    stand
        .server
        .script([Fault::body(409, "application/json", busy)]);
    let error = client.create(task("Review")).await.unwrap_err();
    assert_eq!(
        (error.code(), error.message()),
        (Some("429TooManyRequests"), Some("too many, not any"))
    );
    let unreadable = r#"{"id":"many-any","title":7}"#;
    let unreadable = Fault::body(201, "application/json", unreadable);
    stand.server.script([unreadable.after_create()]);
    let error = client.create(task("Review")).await.unwrap_err();
    assert_eq!(error.created_id(), Some("many-any"));
}

/// The document marks the address of a task as sensitive: it may contain a token.
#[tokio::test]
async fn debug_omits_sensitive_properties() {
    let stand = Stand::new();
    let body = r#"{"id":"a","title":"Review","sourceUrl":"https://example.com/?token=hunter2"}"#;
    let response = Fault::body(201, "application/json", body).after_create();
    stand.server.script([response]);
    let created = stand.client().create(task("Review")).await.unwrap();
    let inner = created.clone().into_task();
    let text = format!("{created:?}{inner:?}{inner:#?}");
    assert!(!text.contains("hunter2"), "{text}");
    assert!(text.contains("Review"), "{text}");
    let json = serde_json::to_string(&inner).unwrap();
    assert!(json.contains("hunter2"), "serialization keeps the value");
}
