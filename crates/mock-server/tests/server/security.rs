//! Security schemes, and the responses to unauthorised requests.

use std::time::Duration;

use crate::support::{NOTES, Outcome, client, create};
use mock_server::MockServer;
use oas::Document;
use reqwest::{Response, StatusCode};
use serde_json::Value;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

const SCHEMES: &str = r#"
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /basic: {get: {security: [{basic: []}], responses: {'204': {description: ok}}}}
  /header: {get: {security: [{header: []}], responses: {'204': {description: ok}}}}
  /query: {get: {security: [{query: []}], responses: {'204': {description: ok}}}}
  /cookie: {get: {security: [{cookie: []}], responses: {'204': {description: ok}}}}
  /digest: {get: {security: [{digest: []}], responses: {'204': {description: ok}}}}
  /bearer: {get: {security: [{bearer: []}], responses: {'204': {description: ok}}}}
  /both: {get: {security: [{basic: [], header: []}], responses: {'204': {description: ok}}}}
  /either: {get: {security: [{basic: []}, {header: []}], responses: {'204': {description: ok}}}}
  /optional: {get: {security: [{}, {header: []}], responses: {'204': {description: ok}}}}
  /none: {get: {responses: {'204': {description: ok}}}}
components:
  securitySchemes:
    basic: {type: http, scheme: Basic}
    digest: {type: http, scheme: digest}
    bearer: {type: http, scheme: Bearer}
    header: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: key}
"#;

/// A target, a header, and the start of the challenge.
type Case = (
    &'static str,
    Option<(&'static str, &'static str)>,
    Result<(), &'static str>,
);

#[tokio::test]
async fn rejects_requests_without_the_credentials_of_a_scheme() -> Outcome {
    let server = MockServer::start(SCHEMES)?;
    let cases: [Case; 22] = [
        ("/basic", Some(("authorization", "bASIC YTpi")), Ok(())),
        (
            "/basic",
            Some(("authorization", "Basic YTpi=")),
            Err("Basic "),
        ),
        ("/basic", None, Err("Basic ")),
        ("/header", Some(("x-key", "k")), Ok(())),
        ("/header", Some(("x-key", "")), Err("ApiKey ")),
        ("/header", None, Err("ApiKey ")),
        ("/query?key=k", None, Ok(())),
        ("/query?key=", None, Err("ApiKey ")),
        ("/query", None, Err("ApiKey ")),
        ("/cookie", Some(("cookie", "a=b; key=k")), Ok(())),
        ("/cookie", Some(("cookie", "a=b")), Err("ApiKey ")),
        ("/digest", Some(("authorization", "Digest a=b")), Ok(())),
        (
            "/digest",
            Some(("authorization", "Basic YTpi")),
            Err("digest "),
        ),
        ("/bearer", Some(("authorization", "BEARER abc")), Ok(())),
        (
            "/bearer",
            Some(("authorization", "Bearer ")),
            Err("Bearer "),
        ),
        ("/both", Some(("x-key", "k")), Err("Basic ")),
        (
            "/both",
            Some(("authorization", "Basic YTpi")),
            Err("ApiKey "),
        ),
        ("/either", Some(("x-key", "k")), Ok(())),
        ("/either", Some(("authorization", "Basic YTpi")), Ok(())),
        ("/either", None, Err("Basic ")),
        ("/optional", None, Ok(())),
        ("/none", None, Ok(())),
    ];
    for (path, header, outcome) in cases {
        let mut request = client().get(format!("{}{path}", server.url()));
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let response = request.send().await?;
        let challenge = response
            .headers()
            .get("www-authenticate")
            .map(|value| value.to_str().unwrap().to_owned());
        match outcome {
            Ok(()) => assert_eq!(
                (response.status().as_u16(), challenge),
                (204, None),
                "{path} {header:?}"
            ),
            Err(scheme) => {
                assert_eq!(response.status(), 401, "{path} {header:?}");
                assert!(
                    challenge
                        .as_ref()
                        .is_some_and(|challenge| challenge.starts_with(scheme)),
                    "{path} {header:?} {challenge:?}"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn rejects_tokens_that_are_not_listed() -> Outcome {
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .tokens(["t"])
        .start()?;
    assert_eq!(create(&server).send().await?.status(), 201);
    let other = crate::support::post(&server)
        .bearer_auth("u")
        .send()
        .await?;
    assert_eq!(other.status(), 401);
    assert!(
        other.headers()["www-authenticate"]
            .to_str()?
            .contains("error=\"invalid_token\"")
    );
    let twice = create(&server)
        .header("authorization", "Bearer u")
        .send()
        .await?;
    assert_eq!(twice.status(), 401, "two headers");
    let issued = token(&server, "note:write").await?;
    assert_eq!(with(&server, &issued).await?.status(), 201);
    Ok(())
}

#[tokio::test]
async fn issued_token_has_scopes_and_a_lifetime() -> Outcome {
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .token_life(Duration::from_secs(60))
        .start()?;
    let narrow = with(&server, &token(&server, "note:read").await?).await?;
    assert_eq!(narrow.status(), StatusCode::FORBIDDEN);
    let challenge = narrow.headers()["www-authenticate"].to_str()?;
    assert!(
        challenge.contains("error=\"insufficient_scope\"")
            && challenge.contains("scope=\"note:write\""),
        "{challenge}"
    );
    let (old, new) = (
        token(&server, "note:write").await?,
        token(&server, "").await?,
    );
    assert_eq!(with(&server, &old).await?.status(), 201);
    server.expire_tokens();
    assert_eq!(with(&server, &old).await?.status(), 401);
    assert_eq!(with(&server, &new).await?.status(), 401);
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .token_life(Duration::ZERO)
        .start()?;
    let expired = token(&server, "").await?;
    assert_eq!(with(&server, &expired).await?.status(), 401);
    Ok(())
}

#[tokio::test]
async fn token_endpoint_conforms_to_rfc_6749() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let form = "application/x-www-form-urlencoded";
    let basic = Some("Basic aWQ6c2VjcmV0");
    let both = "grant_type=client_credentials&client_id=id&client_secret=secret";
    let cases = [
        (form, None, both, Ok("note:write note:read")),
        (
            form,
            None,
            "grant_type=client_credentials&client_id=id&client_secret=secret&scope=note%3Aread",
            Ok("note:read"),
        ),
        (
            form,
            basic,
            "grant_type=client_credentials",
            Ok("note:write note:read"),
        ),
        (
            form,
            basic,
            "grant_type=client_credentials&scope=",
            Ok("note:write note:read"),
        ),
        (
            "Application/X-WWW-Form-URLencoded; charset=utf-8",
            None,
            both,
            Ok("note:write note:read"),
        ),
        (
            "application/json",
            None,
            both,
            Err((400, "invalid_request")),
        ),
        (
            form,
            None,
            "client_id=id&client_secret=secret",
            Err((400, "invalid_request")),
        ),
        (
            form,
            basic,
            "grant_type=client_credentials&grant_type=client_credentials",
            Err((400, "invalid_request")),
        ),
        (form, basic, both, Err((400, "invalid_request"))),
        (
            form,
            basic,
            "grant_type=password",
            Err((400, "unsupported_grant_type")),
        ),
        (
            form,
            basic,
            "grant_type=client_credentials&scope=other",
            Err((400, "invalid_scope")),
        ),
        (
            form,
            None,
            "grant_type=client_credentials",
            Err((401, "invalid_client")),
        ),
        (
            form,
            None,
            "grant_type=client_credentials&client_id=id",
            Err((401, "invalid_client")),
        ),
        (
            form,
            Some("Basic !"),
            "grant_type=client_credentials",
            Err((401, "invalid_client")),
        ),
        (
            form,
            Some("Bearer t"),
            "grant_type=client_credentials",
            Err((401, "invalid_client")),
        ),
    ];
    for (content_type, authorization, body, outcome) in cases {
        let mut request = client()
            .post(format!("{}/oauth/token", server.url()))
            .header("content-type", content_type);
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let response = request.body(body).send().await?;
        assert_eq!(response.headers()["cache-control"], "no-store");
        let (status, challenged) = (
            response.status().as_u16(),
            response.headers().contains_key("www-authenticate"),
        );
        let response: Value = response.json().await?;
        match outcome {
            Ok(scope) => {
                assert_eq!((status, &response["scope"]), (200, &scope.into()), "{body}");
                assert_eq!(
                    (&response["token_type"], &response["expires_in"]),
                    (&"bearer".into(), &600.into())
                );
            }
            Err((code, error)) => {
                assert_eq!(
                    (status, &response["error"]),
                    (code, &error.into()),
                    "{body}"
                );
                assert_eq!(challenged, code == 401, "{body}");
            }
        }
    }
    let get = client()
        .get(format!("{}/oauth/token", server.url()))
        .send()
        .await?;
    assert_eq!(
        (get.status().as_u16(), &get.headers()["allow"]),
        (405, &"POST, OPTIONS".parse()?)
    );
    assert_eq!(server.ledger().tokens_issued, 5);
    Ok(())
}

async fn token(server: &MockServer, scope: &str) -> Fallible<String> {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "a"),
        ("client_secret", "b"),
        ("scope", scope),
    ];
    let response = client()
        .post(format!("{}/oauth/token", server.url()))
        .form(&form)
        .send()
        .await?;
    let response: Value = response.error_for_status()?.json().await?;
    Ok(response["access_token"]
        .as_str()
        .ok_or("a token")?
        .to_owned())
}

async fn with(server: &MockServer, token: &str) -> Fallible<Response> {
    let request = crate::support::post(server)
        .bearer_auth(token)
        .header("content-type", "application/json");
    Ok(request.body(r#"{"text":"Milk"}"#).send().await?)
}
