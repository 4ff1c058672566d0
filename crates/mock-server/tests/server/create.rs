//! Creates: carried out, or rejected in the documented shape.

use crate::support::{NOTES, Outcome, create, post};
use chrono::{DateTime, Utc};
use mock_server::MockServer;
use serde_json::{Value, json};

#[tokio::test]
async fn create_echoes_shared_members_and_generates_read_only_ones() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let sent = json!({"text": "Milk", "due": null, "secret": "s", "tags": [{"name": "a"}]});
    let response = post(&server).bearer_auth("t").json(&sent).send().await?;
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["content-type"], "application/json");
    let note: Value = response.json().await?;

    assert_eq!(
        (&note["text"], &note["due"], &note["tags"]),
        (&sent["text"], &Value::Null, &sent["tags"])
    );
    assert!(
        note.get("due").is_some() && note.get("secret").is_none() && note.get("color").is_none()
    );
    assert_eq!(note["link"], "https://notes.example/0f8f");
    assert_eq!(
        (note.get("owner"), &note["created"]["by"]["name"]),
        (None, &json!("Ada")),
        "what the example leaves out is not added"
    );
    let id = note["id"].as_str().ok_or("an id")?;
    assert!(
        id.len() == 32 && id != "0f8fad5bd9cb469fa16570867728950e",
        "{id}"
    );
    let at: DateTime<Utc> = note["created"]["at"].as_str().ok_or("a time")?.parse()?;
    assert!((Utc::now() - at).num_seconds().abs() < 60, "{at}");

    let received = server.received();
    assert_eq!(
        (received.len(), received[0].json(), received[0].created),
        (1, Some(sent.clone()), true)
    );
    assert_eq!(received[0].header("authorization"), Some("Bearer t"));
    let ledger = server.ledger();
    assert_eq!(
        (ledger.requests, ledger.bodies_read, ledger.created),
        (1, 1, 1)
    );
    assert_eq!(ledger.entries[0].operation, "createNote");
    assert_eq!(
        (
            ledger.entries[0].request.json(),
            ledger.entries[0].response.json()
        ),
        (Some(sent), Some(note))
    );
    Ok(())
}

#[tokio::test]
async fn reports_each_violation_with_its_pointer() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let response = post(&server)
        .bearer_auth("t")
        .json(&json!({"due": "soon", "tags": [{"name": 1}]}))
        .send()
        .await?;
    assert_eq!(response.status(), 400);
    let body: Value = response.json().await?;
    assert_json_snapshot!(body);
    assert_eq!(server.ledger().created, 0);
    Ok(())
}

#[tokio::test]
async fn rejects_invalid_json_in_the_documented_shape() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let response = create(&server).body("{\"text\":").send().await?;
    assert_eq!(response.status(), 400);
    let body: Value = response.json().await?;
    assert_json_snapshot!(body);
    Ok(())
}

#[tokio::test]
async fn rejects_requests_without_a_token_naming_the_scope() -> Outcome {
    let server = MockServer::start(NOTES)?;
    for header in [None, Some("Basic dTpw"), Some("Bearer"), Some("Bearer a b")] {
        let mut request = post(&server).json(&json!({"text": "Milk"}));
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        let response = request.send().await?;
        assert_eq!(response.status(), 401, "{header:?}");
        let challenge = response.headers()["www-authenticate"].to_str()?;
        assert!(
            challenge.starts_with("Bearer ") && challenge.contains("scope=\"note:write\""),
            "{challenge}"
        );
        let body: Value = response.json().await?;
        assert_eq!(
            body["code"], "401Unauthorized",
            "the code of another status's example is rewritten"
        );
    }
    let lower_case = post(&server)
        .header("authorization", "bearer t")
        .json(&json!({"text": "Milk"}))
        .send()
        .await?;
    assert_eq!(lower_case.status(), 201);
    Ok(())
}

#[tokio::test]
async fn frees_the_port_when_dropped() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let address = server.address();
    drop(server);
    assert!(create_at(&format!("http://{address}")).await.is_err());
    MockServer::builder(oas::Document::parse("notes", NOTES)?)
        .address(address)
        .start()?;
    Ok(())
}

async fn create_at(url: &str) -> Result<reqwest::Response, reqwest::Error> {
    crate::support::client()
        .post(format!("{url}/notes"))
        .send()
        .await
}
