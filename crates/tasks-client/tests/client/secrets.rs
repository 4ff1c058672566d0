//! Nothing that anybody prints holds a token or a secret.

use std::{error::Error as _, fmt::Write as _, time::Duration};

use mock_server::fault::{Fault, Faults};
use tasks_client::{Client, ClientBuilder, ClientCredentials, Token};

use crate::support::{Log, SECRET, Stand, TOKEN, causes, task};

/// All that an error can be made to say.
fn everything(error: &dyn std::error::Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}\n");
    for cause in causes(error) {
        write!(text, "{cause}\n{cause:?}\n{cause:#?}\n").unwrap();
    }
    text
}

/// All that can go wrong, at a server that was sent this secret.
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
    // Services and proxies that send back what they were sent, in every place.
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
async fn nothing_that_is_printed_holds_a_secret() {
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
fn settings_do_not_show_theirs() {
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
async fn headers_that_hold_secrets_are_marked() {
    let stand = Stand::new();
    let unusable = stand
        .builder()
        .token(format!("{TOKEN}\n"))
        .build()
        .unwrap_err();
    assert!(!everything(&unusable).contains(TOKEN));
    assert!(unusable.source().is_some());
}
