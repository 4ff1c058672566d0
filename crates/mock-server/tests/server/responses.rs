//! Responses to valid requests.

use std::time::Duration;

use crate::support::{NOTES, Outcome, SHOP, client, create};
use mock_server::MockServer;
use mock_server::fault::RateLimit;
use oas::Document;
use serde_json::{Value, json};

#[tokio::test]
async fn identifies_the_resource_by_the_path() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let item: Value = client()
        .get(format!("{}/items/77", server.url()))
        .send()
        .await?
        .json()
        .await?;
    assert_eq!(item, json!({"id": 77, "name": "Small"}));
    // A GET creates nothing.
    assert_eq!(
        (server.ledger().bodies_read, server.ledger().created),
        (1, 0)
    );
    Ok(())
}

/// Values of a request that the schema of the response rejects are not in the response.
#[tokio::test]
async fn keeps_the_model_where_the_response_would_be_invalid() -> Outcome {
    let post = async |response: &str,
                      request: Value|
           -> Result<Value, Box<dyn std::error::Error>> {
        let server = MockServer::start(format!(
            "{{openapi: 3.0.3, info: {{title: t, version: '1'}}, paths: {{/a: {{post: {{
                requestBody: {{content: {{application/json: {{schema: {{type: object}}}}}}}},
                responses: {{'201': {{description: d, content: {{application/json: {response}}}}}}}}}}}}}}}"
        ))?;
        let response = client().post(format!("{}/a", server.url())).json(&request);
        Ok(response.send().await?.json().await?)
    };
    let short = "name: {type: string, maxLength: 3}, note: {type: string}";
    let schema = format!("schema: {{type: object, properties: {{{short}}}}}");
    for (response, expected) in [
        (format!("{{{schema}}}"), json!({"name": "aaa", "note": "n"})),
        (
            format!("{{{schema}, example: {{name: abc}}}}"),
            json!({"name": "abc", "note": "n"}),
        ),
        (
            "{schema: {type: object, maxProperties: 1, properties: {name: {}, note: {}}}, example: {name: abc}}".to_owned(),
            json!({"name": "too long"}),
        ),
    ] {
        let request = json!({"name": "too long", "note": "n"});
        assert_eq!(post(&response, request).await?, expected, "{response}");
    }
    Ok(())
}

/// The documented example is sent unchanged if its schema cannot contain the reason.
#[tokio::test]
async fn errors_conform_to_their_schema() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {
            '200': {description: d},
            '404': {description: d, content: {application/json: {
                schema: {type: object, properties: {message: {type: string, enum: [gone]}}},
                example: {message: gone}}}}}}}}}",
    )?;
    let response = client().get(format!("{}/b", server.url())).send().await?;
    assert_eq!(response.status(), 404);
    assert_eq!(response.json::<Value>().await?, json!({"message": "gone"}));
    Ok(())
}

#[tokio::test]
async fn samples_a_recursive_schema() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let tree: Value = client()
        .get(format!("{}/tree", server.url()))
        .send()
        .await?
        .json()
        .await?;
    assert!(
        tree["value"].as_str().is_some_and(|value| value.len() >= 3) && tree["children"].is_array(),
        "{tree}"
    );
    Ok(())
}

#[tokio::test]
async fn follows_preferences_that_the_document_has() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let cases = [
        (
            "code=404",
            404,
            json!({"code": 404, "message": "Gone"}),
            Some("code=404"),
        ),
        (
            "code=404, example=never",
            404,
            json!({"code": 404, "message": "Never was"}),
            Some("code=404, example=\"never\""),
        ),
        (
            "code=404; example=\"never\"",
            404,
            json!({"code": 404, "message": "Never was"}),
            Some("code=404, example=\"never\""),
        ),
        (
            "example=large",
            200,
            json!({"id": 2, "name": "Large"}),
            Some("example=\"large\""),
        ),
        (
            "example=wrong",
            200,
            json!({"id": 1, "name": "string"}),
            Some("example=\"wrong\""),
        ),
        ("code=500", 200, json!({"id": 5, "name": "Small"}), None),
        (
            "respond-async, wait=10",
            200,
            json!({"id": 5, "name": "Small"}),
            None,
        ),
    ];
    for (prefer, status, body, applied) in cases {
        let response = client()
            .get(format!("{}/items/5", server.url()))
            .header("prefer", prefer)
            .send()
            .await?;
        assert_eq!(response.status(), status, "{prefer}");
        let given = response
            .headers()
            .get("preference-applied")
            .map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(given.as_deref(), applied, "{prefer}");
        assert_eq!(response.json::<Value>().await?, body, "{prefer}");
    }
    let range = client()
        .get(format!("{}/items/5", server.url()))
        .header("prefer", "code=418")
        .send()
        .await?;
    assert_eq!(
        (
            range.status().as_u16(),
            range.json::<Value>().await?["title"].is_string()
        ),
        (418, true)
    );
    Ok(())
}

#[tokio::test]
async fn preferred_error_has_its_documented_headers_and_creates_nothing() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let response = create(&server).header("prefer", "code=429").send().await?;
    assert_eq!(
        (
            response.status().as_u16(),
            &response.headers()["retry-after"]
        ),
        (429, &"7".parse()?)
    );
    assert_eq!(server.ledger().created, 0);
    Ok(())
}

#[tokio::test]
async fn announces_deprecation_in_every_response() -> Outcome {
    let server = MockServer::start(SHOP)?;
    for target in ["1", "0"] {
        let response = client()
            .get(format!("{}/items/{target}", server.url()))
            .send()
            .await?;
        assert_eq!(response.headers()["deprecation"], "@1770854400");
        assert_eq!(
            response.headers()["sunset"],
            "Sun, 31 Jan 2027 00:00:00 GMT"
        );
    }
    let other = client()
        .get(format!("{}/tree", server.url()))
        .send()
        .await?;
    assert!(
        !other.headers().contains_key("deprecation") && !other.headers().contains_key("sunset")
    );
    Ok(())
}

#[tokio::test]
async fn serves_paths_at_the_root_and_below_the_base_path() -> Outcome {
    let server = MockServer::start(NOTES)?;
    for base in ["", "/v1"] {
        let response = client()
            .post(format!("{}{base}/notes", server.url()))
            .bearer_auth("t")
            .json(&json!({"text": "Milk"}))
            .send()
            .await?;
        assert_eq!(response.status(), 201, "{base}");
    }
    Ok(())
}

#[tokio::test]
async fn rejects_requests_beyond_the_rate_limit_with_retry_after() -> Outcome {
    let limit = RateLimit::new(2, Duration::from_secs(3600));
    for (limit, form) in [(limit, "seconds"), (limit.with_date(), "date")] {
        let server = MockServer::builder(Document::parse("notes", NOTES)?)
            .rate_limit(limit)
            .start()?;
        for status in [201, 201, 429] {
            let response = create(&server).send().await?;
            assert_eq!(response.status(), status, "{form}");
            let Some(wait) = response
                .headers()
                .get("retry-after")
                .map(|value| value.to_str().unwrap())
            else {
                continue;
            };
            match form {
                "seconds" => assert!((3000..=3600).contains(&wait.parse::<u64>()?), "{wait}"),
                _ => {
                    let wait = httpdate::parse_http_date(wait)?
                        .duration_since(std::time::SystemTime::now())?;
                    assert!((3000..=3601).contains(&wait.as_secs()), "{wait:?}");
                }
            }
        }
        assert_eq!(server.ledger().created, 2);
        server.set_rate_limit(None);
        assert_eq!(create(&server).send().await?.status(), 201);
    }
    Ok(())
}

#[tokio::test]
async fn keeps_a_limited_number_of_requests() -> Outcome {
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .keep(3)
        .keep_bytes(20)
        .start()?;
    for text in ["a", "b", "c", "d"] {
        assert_eq!(
            create(&server)
                .body(json!({"text": text}).to_string())
                .send()
                .await?
                .status(),
            201
        );
    }
    assert_eq!(
        create(&server)
            .body(json!({"text": "a text of more than twenty bytes"}).to_string())
            .send()
            .await?
            .status(),
        201
    );
    let (received, ledger) = (server.received(), server.ledger());
    assert_eq!((received.len(), ledger.entries.len()), (3, 3));
    assert_eq!(ledger.entries[0].request.json(), Some(json!({"text": "c"})));
    let last = &ledger.entries[2].request;
    assert_eq!(
        (last.json(), last.bytes().len(), last.length()),
        (None, 20, 43)
    );
    Ok(())
}

#[tokio::test]
async fn serves_the_ledger_and_the_document() -> Outcome {
    let server = MockServer::start(NOTES)?;
    create(&server).send().await?;
    let ledger: Value = client()
        .get(format!("{}/_mock/ledger", server.url()))
        .send()
        .await?
        .json()
        .await?;
    assert_eq!(
        (
            &ledger["created"],
            &ledger["bodies_read"],
            &ledger["requests"]
        ),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(ledger["entries"][0]["request"], json!({"text": "Milk"}));
    let document: Value = client()
        .get(format!("{}/_mock/openapi.json", server.url()))
        .send()
        .await?
        .json()
        .await?;
    assert_eq!(
        document["servers"][0]["url"],
        format!("{}/v1", server.url())
    );
    let flow = &document["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"];
    assert_eq!(flow["tokenUrl"], format!("{}/oauth/token", server.url()));
    let other = client()
        .post(format!("{}/_mock/ledger", server.url()))
        .send()
        .await?;
    assert_eq!(other.status(), 405);
    Ok(())
}
