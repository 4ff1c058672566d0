//! Responses that are derived from a model and the request: one operation of each kind.

use chrono::{DateTime, Utc};
use mock_server::MockServer;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Outcome, client};

const MODEL: &str = include_str!("fixtures/model.yaml");

async fn send(
    server: &MockServer,
    method: Method,
    path: &str,
    content_type: &str,
    body: Option<Value>,
) -> Result<(u16, Value), Box<dyn std::error::Error>> {
    let mut request = client().request(method, format!("{}{path}", server.url()));
    if let Some(body) = body {
        request = request
            .header("content-type", content_type)
            .body(body.to_string());
    }
    let response = request.send().await?;
    let (status, text) = (response.status().as_u16(), response.text().await?);
    Ok((status, serde_json::from_str(&text).map_err(|_| text)?))
}

#[tokio::test]
async fn each_kind_of_operation_has_its_response() -> Outcome {
    let server = MockServer::start(MODEL)?;
    const JSON: &str = "application/json";
    let jane = json!({"id": 9, "name": "Jane", "email": "jane@example.org", "status": "active"});
    let with = |changes: Value| {
        let mut user = jane.clone();
        for (name, value) in changes.as_object().into_iter().flatten() {
            user[name] = value.clone();
        }
        user
    };
    type Case = (
        Method,
        &'static str,
        &'static str,
        Option<Value>,
        u16,
        Value,
    );
    let cases: Vec<Case> = vec![
        // Identity.
        (
            Method::GET,
            "/pets/7",
            JSON,
            None,
            200,
            json!({"id": 7, "name": "Tom"}),
        ),
        (Method::GET, "/users/9", JSON, None, 200, jane.clone()),
        (
            Method::GET,
            "/orders/A-1",
            JSON,
            None,
            200,
            json!({"orderNo": "A-1", "total": 5}),
        ),
        (
            Method::GET,
            "/users/9/posts",
            JSON,
            None,
            200,
            json!([{"id": 1, "text": "Hello"}]),
        ),
        // PUT of the resource removes absent members, and keeps read-only ones.
        (
            Method::PUT,
            "/users/9",
            JSON,
            Some(json!({"id": 3, "name": "Joe", "secret": "hush"})),
            200,
            json!({"id": 9, "name": "Joe", "status": "new"}),
        ),
        // PUT of a part.
        (
            Method::PUT,
            "/users/9/status",
            JSON,
            Some(json!({"status": "away"})),
            200,
            json!({"id": 1, "name": "Jane", "email": "jane@example.org", "status": "away"}),
        ),
        // PATCH.
        (
            Method::PATCH,
            "/users/9",
            JSON,
            Some(json!({"name": "Joe"})),
            200,
            with(json!({"name": "Joe"})),
        ),
        (
            Method::PATCH,
            "/users/9",
            "application/merge-patch+json",
            Some(json!({"email": null, "name": "Joe"})),
            200,
            json!({"id": 9, "name": "Joe", "status": "active"}),
        ),
        (
            Method::PATCH,
            "/users/9",
            JSON,
            Some(json!({"email": null})),
            200,
            jane.clone(),
        ),
        (
            Method::PATCH,
            "/users/9",
            "application/json-patch+json",
            Some(json!([{"op": "remove", "path": "/email"}])),
            200,
            jane.clone(),
        ),
        // POST of the same schema, without any `readOnly`.
        (
            Method::POST,
            "/items",
            JSON,
            Some(json!({"name": "Pen", "price": 2.5})),
            200,
            json!({"name": "Pen", "price": 2.5}),
        ),
        // POST to 201 without any example.
        (
            Method::POST,
            "/notes",
            JSON,
            Some(json!({"text": "Milk"})),
            201,
            json!({"text": "Milk", "color": "white", "link": "https://example.com/"}),
        ),
        // The response requires a member that is optional in the request.
        (
            Method::POST,
            "/labels",
            JSON,
            Some(json!({"name": "red"})),
            201,
            json!({"name": "red", "position": 4, "secretless": true}),
        ),
        // An order whose items need a price that the request does not have.
        (
            Method::POST,
            "/carts",
            JSON,
            Some(json!({"note": "soon", "items": [{"sku": "b"}]})),
            201,
            json!({"note": "soon", "items": [{"sku": "a", "price": 3}]}),
        ),
        // An action, a list and an envelope: the model.
        (
            Method::POST,
            "/login",
            JSON,
            Some(json!({"email": "x@y.z", "password": "p"})),
            200,
            json!({"email": "a@b.c", "token": "abc"}),
        ),
        (
            Method::PUT,
            "/tags",
            JSON,
            Some(json!([{"name": "b"}])),
            200,
            json!([{"name": "a"}]),
        ),
        (
            Method::POST,
            "/wrapped",
            JSON,
            Some(json!({"name": "x"})),
            201,
            json!({"data": {"id": "string", "name": "string"}}),
        ),
        // The discriminator and the members of its schema change together.
        (
            Method::POST,
            "/animals",
            JSON,
            Some(json!({"kind": "Dog", "bark": true})),
            201,
            json!({"kind": "Dog", "bark": true}),
        ),
    ];
    for (method, path, content_type, body, status, expected) in cases {
        let case = format!("{method} {path} {}", body.clone().unwrap_or_default());
        let (got, mut value) = send(&server, method, path, content_type, body).await?;
        if path == "/notes" || path == "/labels" {
            let id = value
                .as_object_mut()
                .and_then(|value| value.shift_remove("id"));
            assert!(id.is_some(), "{case}: {value}");
        }
        assert_eq!((got, value), (status, expected), "{case}");
    }
    Ok(())
}

/// The response of a create contains the members of the request, not those of the published
/// example.
#[tokio::test]
async fn create_with_a_title_returns_a_new_task() -> Outcome {
    let server = MockServer::builder(oas::Document::load(
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/tasks.yaml").as_ref(),
    )?)
    .start()?;
    let url = format!("{}/prototype/platform/tasks", server.url());
    let sent = json!({"title": "Review the 10-K"});
    let mut ids = Vec::new();
    for _ in 0..2 {
        let response = client()
            .post(&url)
            .bearer_auth("t")
            .json(&sent)
            .send()
            .await?;
        assert_eq!(response.status(), 201);
        let task: Value = response.json().await?;
        let names: Vec<_> = task
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name)
            .collect();
        assert_eq!(task["title"], "Review the 10-K");
        assert!(
            ["completed", "assignees", "dueAt", "description", "location"]
                .iter()
                .all(|name| task.get(name).is_none()),
            "{names:?}"
        );
        let at: DateTime<Utc> = task["created"]["dateTime"]
            .as_str()
            .ok_or("a time")?
            .parse()?;
        assert!((Utc::now() - at).num_seconds().abs() < 60, "{at}");
        ids.push(task["id"].clone());
    }
    assert_ne!(ids[0], ids[1]);
    Ok(())
}

#[tokio::test]
async fn ignores_and_reports_read_only_members_of_a_request() -> Outcome {
    let server = MockServer::start(MODEL)?;
    let body = json!({"id": "not a number", "text": "Milk"});
    let (status, note) = send(
        &server,
        Method::POST,
        "/notes",
        "application/json",
        Some(body.clone()),
    )
    .await?;
    assert_eq!((status, &note["text"]), (201, &json!("Milk")));
    assert_ne!(note["id"], body["id"]);
    assert_eq!(server.received()[0].notes, ["ignored read-only `/id`"]);

    let strict = MockServer::builder(oas::Document::parse("model", MODEL)?)
        .strict_requests()
        .start()?;
    let (status, _) = send(
        &strict,
        Method::POST,
        "/notes",
        "application/json",
        Some(body),
    )
    .await?;
    assert_eq!(status, 400);
    Ok(())
}

#[tokio::test]
async fn reports_members_that_could_not_be_overlaid() -> Outcome {
    let server = MockServer::start(MODEL)?;
    let body = json!({"note": "soon", "items": [{"sku": "b"}]});
    send(
        &server,
        Method::POST,
        "/carts",
        "application/json",
        Some(body),
    )
    .await?;
    let notes = &server.received()[0].notes;
    assert!(
        notes.len() == 1 && notes[0].starts_with("kept `items` of the model"),
        "{notes:?}"
    );
    Ok(())
}

#[tokio::test]
async fn reports_only_creates_as_created() -> Outcome {
    let server = MockServer::start(MODEL)?;
    send(
        &server,
        Method::POST,
        "/notes",
        "application/json",
        Some(json!({"text": "a"})),
    )
    .await?;
    send(
        &server,
        Method::PATCH,
        "/users/9",
        "application/json",
        Some(json!({})),
    )
    .await?;
    send(
        &server,
        Method::POST,
        "/login",
        "application/json",
        Some(json!({})),
    )
    .await?;
    let delete = client()
        .delete(format!("{}/users/9", server.url()))
        .send()
        .await?;
    assert_eq!(delete.status(), 204);
    let ledger = server.ledger();
    assert_eq!((ledger.applied, ledger.created), (4, 1));
    let entries: Vec<_> = ledger
        .entries
        .iter()
        .map(|entry| (entry.operation.as_str(), entry.created))
        .collect();
    assert_eq!(
        entries,
        [
            ("createNote", true),
            ("PATCH /users/{id}", false),
            ("POST /login", false),
            ("deleteUser", false)
        ]
    );
    Ok(())
}

/// An empty object would be useless to a client.
#[tokio::test]
async fn create_without_members_has_those_of_the_model() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/items: {post: {requestBody: {content: {application/json: {schema: &item {type: object, properties: {id: {type: integer}, name: {type: string}}}}}}, \
         responses: {'200': {description: d, content: {application/json: {schema: *item}}}}}}}}",
    )?;
    const JSON: &str = "application/json";
    for (body, expected) in [
        (json!({}), json!({"id": 1, "name": "string"})),
        (json!({"name": "a"}), json!({"name": "a"})),
    ] {
        let response = send(&server, Method::POST, "/items", JSON, Some(body)).await?;
        assert_eq!(response, (200, expected));
    }
    Ok(())
}

/// The discriminator of the request selects the branch of the response.
#[tokio::test]
async fn create_follows_the_discriminator_of_the_request() -> Outcome {
    let server = MockServer::start(
        "openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /animals: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}, responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}}}
  /pets: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, examples: {tom: {value: {kind: tom, purrs: true}}}}}}}}}
components:
  schemas:
    Animal: {type: object, required: [kind], properties: {kind: {type: string}, age: {type: integer}}, discriminator: {propertyName: kind}}
    Fish: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, required: [fins], properties: {fins: {type: integer}}}]}
    Bird: {allOf: [{$ref: '#/components/schemas/Animal'}, {type: object, required: [nest], properties: {wings: {type: integer}, nest: {type: string, readOnly: true}}}]}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {tom: Cat, rex: '#/components/schemas/Dog'}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, purrs: {type: boolean}}}
    Dog: {type: object, required: [kind, tag], properties: {kind: {type: string}, barks: {type: boolean}, tag: {type: string, readOnly: true}}}
",
    )?;
    const JSON: &str = "application/json";
    for (path, body, expected) in [
        (
            "/animals",
            json!({"kind": "Fish", "fins": 3}),
            json!({"kind": "Fish", "fins": 3}),
        ),
        (
            "/animals",
            json!({"kind": "Bird", "wings": 2}),
            json!({"kind": "Bird", "wings": 2, "nest": "string"}),
        ),
        (
            "/pets",
            json!({"kind": "tom", "purrs": false}),
            json!({"kind": "tom", "purrs": false}),
        ),
        (
            "/pets",
            json!({"kind": "rex", "barks": true}),
            json!({"kind": "rex", "barks": true, "tag": "string"}),
        ),
    ] {
        let response = send(&server, Method::POST, path, JSON, Some(body)).await?;
        assert_eq!(response, (201, expected), "{path}");
    }
    Ok(())
}

/// A rounded number would be another id.
#[tokio::test]
async fn keeps_the_identity_of_the_model_beyond_the_precision_of_numbers() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {'/items/{id}': {get: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], \
         responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}}}}}}",
    )?;
    for (id, expected) in [
        ("9007199254740993", 9_007_199_254_740_993_u64),
        ("123456789012345678901", 1),
    ] {
        let path = format!("/items/{id}");
        let response = send(&server, Method::GET, &path, "", None).await?;
        assert_eq!(response, (200, json!({"id": expected})), "{id}");
    }
    Ok(())
}

/// Such documents are invalid but frequent.
#[tokio::test]
async fn identity_is_that_of_an_undescribed_parameter() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {'/items/{id}': {get: {responses: {'200': {description: d, content: {application/json: {schema: {type: object, \
         required: [more], properties: {id: {type: integer}, more: {$ref: '#/components/schemas/Gone'}}}}}}}}}}}",
    )?;
    let response = send(&server, Method::GET, "/items/7", "", None).await?;
    assert_eq!(response, (200, json!({"id": 7, "more": {}})));
    Ok(())
}

#[tokio::test]
async fn patch_ignores_read_only_members() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/me: {patch: {requestBody: {content: {application/json: {schema: &me {type: object, properties: {since: {type: string, readOnly: true}, \
         name: {type: string}, secret: {type: string, writeOnly: true}}}}}}, responses: {'200': {description: d, content: {application/json: {schema: *me, example: {since: Monday, name: Ann}}}}}}}}}",
    )?;
    let body = json!({"since": "Friday", "name": "Bea", "secret": "s"});
    let response = send(
        &server,
        Method::PATCH,
        "/me",
        "application/json",
        Some(body),
    )
    .await?;
    assert_eq!(response, (200, json!({"since": "Monday", "name": "Bea"})));
    let received = server.received();
    assert_eq!(received[0].notes, ["ignored read-only `/since`"]);
    Ok(())
}
