//! Media types, statuses and headers of responses.

use crate::support::{Outcome, client, raw};
use mock_server::MockServer;

const MEDIA_TYPES: &str = include_str!("fixtures/media_types.yaml");
/// Headers that frame the body, and a response for every status.
const HEADERS: &str = include_str!("fixtures/headers.yaml");

/// The path, the accepted media types, and the status, media type and body of the response.
type Case = (
    &'static str,
    Option<&'static str>,
    u16,
    &'static str,
    &'static str,
);

const NOTE: &str = r#"{"text":"Milk"}"#;
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

#[tokio::test]
async fn responses_conform_to_their_media_type() -> Outcome {
    let server = MockServer::start(MEDIA_TYPES)?;
    let browser = "text/html,application/xml;q=0.9,*/*;q=0.8";
    let cases: [Case; 21] = [
        ("any", None, 200, JSON, NOTE),
        ("any", Some("*/*"), 200, JSON, NOTE),
        (
            "any",
            Some("application/hal+json"),
            200,
            "application/hal+json",
            NOTE,
        ),
        ("any", Some(browser), 200, JSON, NOTE),
        (
            "any",
            Some("text/html"),
            406,
            PROBLEM,
            "available as */* only",
        ),
        ("application", None, 200, JSON, NOTE),
        ("application", Some("text/plain"), 406, PROBLEM, "only"),
        ("image", None, 200, "image/png", "string"),
        ("image", Some("image/webp"), 200, "image/webp", "string"),
        (
            "image",
            Some("image/gif;q=0.5, image/webp"),
            200,
            "image/webp",
            "string",
        ),
        (
            "image",
            Some(JSON),
            406,
            PROBLEM,
            "the response is available as image/* only",
        ),
        ("text", None, 200, "text/plain", "string"),
        ("text", Some(JSON), 200, JSON, "\"string\""),
        (
            "xml",
            None,
            200,
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Note><text>Milk</text></Note>",
        ),
        (
            "both",
            None,
            200,
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Note><text>Milk</text></Note>",
        ),
        ("both", Some(JSON), 200, JSON, NOTE),
        ("example", None, 200, "application/xml", "<note>Milk</note>"),
        (
            "structure",
            None,
            200,
            "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Note><text>Milk</text></Note>",
        ),
        (
            "echo/Eggs",
            None,
            200,
            "application/xml",
            "<note>Milk</note>",
        ),
        ("free", None, 200, JSON, "{}"),
        ("bytes", None, 200, "application/octet-stream", "string"),
    ];
    for (path, accept, status, content_type, body) in cases {
        let mut request = client().get(format!("{}/{path}", server.url()));
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }
        let response = request.send().await?;
        let case = format!("{path} {accept:?}");
        assert_eq!(response.status(), status, "{case}");
        assert_eq!(response.headers()["content-type"], content_type, "{case}");
        let text = response.text().await?;
        let holds = match status {
            200 => text == body,
            _ => text.contains(body),
        };
        assert!(holds, "{case}: {text}");
    }
    Ok(())
}

#[tokio::test]
async fn ignores_preferred_codes_that_do_not_end_an_exchange() -> Outcome {
    let server = MockServer::start(HEADERS)?;
    for (code, status) in [
        ("100", 200),
        ("101", 200),
        ("103", 200),
        ("600", 200),
        ("999", 200),
        ("99", 200),
        ("503", 503),
    ] {
        let response = client().get(format!("{}/plain", server.url()));
        let response = response
            .header("prefer", format!("code={code}"))
            .send()
            .await?;
        let applied = response.headers().contains_key("preference-applied");
        assert_eq!(
            (response.status().as_u16(), applied),
            (status, status == 503),
            "{code}"
        );
        assert_eq!(response.text().await?, NOTE, "{code}");
    }
    Ok(())
}

#[test]
fn ignores_documented_headers_that_frame_the_body() -> Outcome {
    let server = MockServer::start(HEADERS)?;
    let request = b"GET /plain HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    let response = raw(&server, request)?;
    let lower = response.to_ascii_lowercase();
    for line in [
        "content-length: 15\r\n",
        "content-type: application/json\r\n",
        "connection: close\r\n",
        "x-kept: 3\r\n",
    ] {
        assert!(lower.contains(line), "{line}{response}");
    }
    for name in ["content-encoding:", "transfer-encoding:", "upgrade:"] {
        assert!(!lower.contains(name), "{name} {response}");
    }
    assert!(response.ends_with(&format!("\r\n\r\n{NOTE}")), "{response}");
    Ok(())
}
