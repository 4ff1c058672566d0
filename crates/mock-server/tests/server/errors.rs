//! Errors in the shape and the media type that the document has for them.

use serde_json::{Value, json};

use crate::support::{Outcome, client, server, text};

/// The media type and the schema of a 400, and its body for a request without the parameter `q`.
#[tokio::test]
async fn fills_the_documented_shape() -> Outcome {
    let missing = "query q: the required parameter is missing";
    for (media_type, schema, expected) in [
        (
            "application/problem+json",
            "{type: object, properties: {type: {type: string}, title: {type: string}, status: {type: integer}, detail: {type: string}, instance: {type: string}}}",
            json!({"type": "about:blank", "title": "Bad Request", "status": 400, "detail": missing}),
        ),
        (
            "application/json",
            "{type: object, properties: {statusCode: {type: integer}, error: {type: string}, message: {type: array, items: {type: string}}}}",
            json!({"statusCode": 400, "error": "Bad Request", "message": [missing]}),
        ),
        (
            "application/json",
            "{type: object, properties: {message: {type: string}, errors: {type: object, additionalProperties: {type: array, items: {type: string}}}}}",
            json!({"message": missing, "errors": {"q": ["the required parameter is missing"]}}),
        ),
        (
            "application/json",
            "{type: object, properties: {errors: {type: array, items: {type: string}}}}",
            json!({"errors": [missing]}),
        ),
        (
            "application/json",
            "{type: object, properties: {error: {type: object, properties: {code: {type: integer}, message: {type: string}}}}}",
            json!({"error": {"code": 400, "message": missing}}),
        ),
        (
            "application/vnd.api+json",
            "{type: object, required: [errors], properties: {errors: {type: array, items: {type: object, required: [id, status, detail], properties: {id: {type: string}, status: {type: string}, title: {type: string}, detail: {type: string}, source: {type: object, properties: {pointer: {type: string}, parameter: {type: string}}}}}}}}",
            json!({"errors": [{"status": "400", "detail": "the required parameter is missing", "source": {"parameter": "q"}, "id": "string"}]}),
        ),
        (
            "application/json",
            "{type: array, items: {type: object, properties: {message: {type: string}, field: {type: string}}}}",
            json!([{"message": "the required parameter is missing", "field": "query q"}]),
        ),
        ("application/json", "{type: string}", json!(missing)),
        ("text/plain", "{type: string}", json!(missing)),
        (
            "application/xml",
            "{type: object, xml: {name: error}, properties: {message: {type: string}}}",
            json!(format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><error><message>{missing}</message></error>"
            )),
        ),
    ] {
        let server = server(&format!(
            "/a: {{get: {{parameters: [{{name: q, in: query, required: true, schema: {{type: integer}}}}], responses: {{'200': {{description: d}}, '400': {{description: d, content: {{{media_type}: {{schema: {schema}}}}}}}}}}}}}"
        ))?;
        let (status, content_type, body) =
            text(client().get(format!("{}/a", server.url()))).await?;
        assert_eq!(
            (status, content_type.as_str()),
            (400, media_type),
            "{schema}"
        );
        let body = serde_json::from_str(&body).unwrap_or(Value::String(body));
        assert_eq!(body, expected, "{schema}");
    }
    Ok(())
}

#[tokio::test]
async fn names_missing_credentials() -> Outcome {
    let server = mock_server::MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {
            /key: {get: {security: [{key: []}, {user: []}], responses: {'200': {description: d}}}},
            /future: {get: {security: [{future: []}], responses: {'200': {description: d}}}}},
         components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, user: {type: http, scheme: basic}, future: {type: mutualTLS}}}}",
    )?;
    let (status, _, body) = text(client().get(format!("{}/key", server.url()))).await?;
    assert_eq!(status, 401);
    let problem: Value = serde_json::from_str(&body)?;
    assert_eq!(
        problem["detail"],
        "missing API key: header `X-Key`; or missing credentials: `Authorization: Basic …`"
    );
    assert_eq!(
        server.received()[0].reason.as_deref(),
        problem["detail"].as_str()
    );
    let (status, ..) = text(client().get(format!("{}/future", server.url()))).await?;
    assert_eq!(status, 200);
    let notes = server.notes();
    assert!(
        notes.iter().any(|note| note
            .message
            .contains("unsupported security scheme `future`")),
        "{notes:?}"
    );
    Ok(())
}
