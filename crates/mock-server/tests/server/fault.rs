//! Faults as clients observe them, and the ledger afterwards.

use std::time::{Duration, Instant, SystemTime};

use crate::support::{NOTES, Outcome, client, create};
use mock_server::MockServer;
use mock_server::fault::{Fault, Faults};
use serde_json::Value;

/// Sends one request with a fault: returns the response, the number of bodies read, and of creates.
async fn send_with(
    fault: Fault,
) -> Result<(Result<reqwest::Response, reqwest::Error>, u64, u64), Box<dyn std::error::Error>> {
    let server = MockServer::start(NOTES)?;
    server.script([fault]);
    let response = create(&server).send().await;
    let ledger = server.ledger();
    assert_eq!(
        create(&server).send().await?.status(),
        201,
        "no fault after the end of a script"
    );
    Ok((response, ledger.bodies_read, ledger.created))
}

#[tokio::test]
async fn closed_connections_have_no_response() -> Outcome {
    let cases = [
        (Fault::close_on_accept(), 0, 0),
        (Fault::close_before_reading(), 0, 0),
        (Fault::close_after_reading(), 1, 0),
        (Fault::close_after_reading().after_create(), 1, 1),
    ];
    for (fault, bodies_read, created) in cases {
        let (response, read, made) = send_with(fault.clone()).await?;
        let error = response.err().ok_or(format!("{fault}: a response"))?;
        assert!(
            error.is_request() && !error.is_connect() && !error.is_timeout(),
            "{fault}: {error:?}"
        );
        assert_eq!((read, made), (bodies_read, created), "{fault}");
    }
    Ok(())
}

#[tokio::test]
async fn refuses_connections_and_keeps_the_port() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let kept = reqwest::Client::builder().no_proxy().build()?;
    let url = format!("{}/notes", server.url());
    kept.get(&url).send().await?.bytes().await?;
    server.refuse()?;
    server.refuse()?;
    assert!(
        create(&server)
            .send()
            .await
            .is_err_and(|error| error.is_connect())
    );
    assert!(
        kept.get(&url)
            .send()
            .await
            .is_err_and(|error| error.is_connect()),
        "kept connections are closed"
    );
    server.accept()?;
    server.accept()?;
    assert_eq!(create(&server).send().await?.status(), 201);
    Ok(())
}

#[tokio::test]
async fn faults_replace_the_response() -> Outcome {
    let (response, ..) = send_with(Fault::html(503)).await?;
    let response = response?;
    assert_eq!(
        (
            response.status().as_u16(),
            &response.headers()["content-type"]
        ),
        (503, &"text/html; charset=utf-8".parse()?)
    );
    assert!(response.text().await?.starts_with("<!DOCTYPE html>"));

    let (response, _, created) = send_with(Fault::garbage()).await?;
    let response = response?;
    assert_eq!((response.status().as_u16(), created), (201, 1));
    assert!(serde_json::from_slice::<Value>(&response.bytes().await?).is_err());

    let (response, _, created) =
        send_with(Fault::redirect(307, "http://elsewhere.example/")).await?;
    let response = response?;
    assert_eq!((response.status().as_u16(), created), (307, 0));
    assert_eq!(response.headers()["location"], "http://elsewhere.example/");
    Ok(())
}

#[tokio::test]
async fn status_fault_has_the_documented_shape_before_or_after_the_create() -> Outcome {
    for (fault, created) in [
        (Fault::status(503), 0),
        (Fault::status(503).after_create(), 1),
    ] {
        let (response, read, made) = send_with(fault).await?;
        let response = response?;
        assert_eq!((response.status().as_u16(), read, made), (503, 1, created));
        assert!(!response.headers().contains_key("retry-after"));
        assert_eq!(
            response.json::<Value>().await?["code"],
            "503ServiceUnavailable"
        );
    }
    Ok(())
}

#[tokio::test]
async fn sends_retry_after_in_seconds_or_as_a_date() -> Outcome {
    let (response, ..) =
        send_with(Fault::status(429).retry_after(Duration::from_millis(1500))).await?;
    assert_eq!(response?.headers()["retry-after"], "2");
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let (response, ..) = send_with(Fault::status(429).retry_after_date(date)).await?;
    assert_eq!(
        response?.headers()["retry-after"],
        "Sun, 06 Nov 1994 08:49:37 GMT"
    );
    // The last HTTP date.
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000_000);
    let (response, ..) = send_with(Fault::status(429).retry_after_date(date)).await?;
    assert_eq!(
        response?.headers()["retry-after"],
        "Fri, 31 Dec 9999 23:59:59 GMT"
    );
    Ok(())
}

#[tokio::test]
async fn half_body_fault_closes_the_connection_after_the_create() -> Outcome {
    let server = MockServer::start(NOTES)?;
    server.script([Fault::half_body()]);
    let mut response = create(&server).send().await?;
    assert_eq!(
        (response.status().as_u16(), server.ledger().created),
        (201, 1)
    );
    let whole = response.content_length().ok_or("a length")?;
    let half = response.chunk().await?.ok_or("the first half")?;
    assert_eq!(half.len() as u64, whole / 2);
    assert!(response.chunk().await.is_err());
    Ok(())
}

#[tokio::test]
async fn slow_bytes_and_delays_take_at_least_their_duration() -> Outcome {
    let server = MockServer::start(NOTES)?;
    server.script([
        Fault::slow_bytes(Duration::from_millis(1)),
        Fault::none().delay(Duration::from_millis(50)),
    ]);
    let begin = Instant::now();
    let response = create(&server).send().await?;
    let length = response.bytes().await?.len();
    assert!(begin.elapsed() >= Duration::from_millis(length as u64));
    let begin = Instant::now();
    assert_eq!(create(&server).send().await?.status(), 201);
    assert!(begin.elapsed() >= Duration::from_millis(50));
    Ok(())
}

#[tokio::test]
async fn creates_nothing_if_the_client_disconnects_during_a_delay() -> Outcome {
    let (delay, patience) = (Duration::from_secs(60), Duration::from_millis(100));
    for (fault, created) in [
        (Fault::none().delay(delay), 0),
        (Fault::none().delay(delay).after_create(), 1),
    ] {
        let server = MockServer::start(NOTES)?;
        server.script([fault]);
        let response = create(&server).timeout(patience).send().await;
        assert!(response.is_err_and(|error| error.is_timeout()));
        assert_eq!(server.ledger().created, created);
    }
    Ok(())
}

#[tokio::test]
async fn expired_token_stays_expired() -> Outcome {
    let server = MockServer::start(NOTES)?;
    server.script([Fault::none(), Fault::expired_token()]);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        let response = create(&server).send().await?;
        statuses.push(response.status().as_u16());
        if response.status() == 401 {
            assert!(
                response.headers()["www-authenticate"]
                    .to_str()?
                    .contains("error=\"invalid_token\"")
            );
        }
    }
    assert_eq!(statuses, [201, 401, 401]);
    Ok(())
}

#[tokio::test]
async fn faults_follow_the_seed_or_the_head() -> Outcome {
    let draw = async |seed| -> Result<Vec<u16>, Box<dyn std::error::Error>> {
        let server = MockServer::start(NOTES)?;
        server.set_faults(
            Faults::random(seed)
                .with(0.3, Fault::status(503))
                .with(0.3, Fault::html(500)),
        );
        let mut statuses = Vec::new();
        for _ in 0..20 {
            statuses.push(create(&server).send().await?.status().as_u16());
        }
        Ok(statuses)
    };
    let drawn = draw(1).await?;
    assert_eq!(drawn, draw(1).await?);
    assert!(
        [201, 500, 503].iter().all(|status| drawn.contains(status)),
        "{drawn:?}"
    );

    let server = MockServer::start(NOTES)?;
    server.set_faults(Faults::by(|head| {
        match head.headers.contains_key("x-fail") {
            true => Fault::status(500),
            false => Fault::none(),
        }
    }));
    assert_eq!(create(&server).send().await?.status(), 201);
    assert_eq!(
        create(&server).header("x-fail", "1").send().await?.status(),
        500
    );
    Ok(())
}

#[tokio::test]
async fn token_endpoint_has_separate_faults() -> Outcome {
    let server = MockServer::start(NOTES)?;
    server.set_token_faults(Faults::script([
        Fault::status(503),
        Fault::close_after_reading(),
    ]));
    let url = format!("{}/oauth/token", server.url());
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "a"),
        ("client_secret", "b"),
    ];
    let ask = || client().post(&url).form(&form).send();
    let down = ask().await?;
    assert_eq!(down.status(), 503);
    assert_eq!(
        down.json::<Value>().await?["error"],
        "temporarily_unavailable"
    );
    assert!(ask().await.is_err());
    assert_eq!(ask().await?.status(), 200);
    assert_eq!(
        (server.ledger().tokens_issued, server.ledger().bodies_read),
        (1, 0)
    );
    Ok(())
}
