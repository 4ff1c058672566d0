//! Content negotiation: media types of responses, and media types and charsets of bodies.

use crate::support::{Outcome, client, server, text};

#[tokio::test]
async fn sends_a_media_type_that_the_client_can_read() -> Outcome {
    let server = server(
        "/both: {get: {responses: {'200': {description: d, content: {application/json: {example: 1}, application/hal+json: {example: 2}, text/csv: {schema: {type: string}, example: a}}}}}}, \
         /hal: {get: {responses: {'200': {description: d, content: {application/hal+json: {example: 2}}}}}}, \
         /xml: {get: {responses: {'200': {description: d, content: {text/xml: {schema: {type: string}, example: <a/>}}}}}}",
    )?;
    for (path, accept, status, content_type) in [
        ("/both", "application/json", 200, "application/json"),
        (
            "/both",
            "application/hal+json, application/json;q=0.9",
            200,
            "application/hal+json",
        ),
        (
            "/both",
            "text/csv;q=0.1, application/json;profile=x",
            200,
            "text/csv",
        ),
        (
            "/both",
            "application/json;profile=x",
            200,
            "application/json",
        ),
        (
            "/both",
            "application/json; charset=utf-8; v=1",
            200,
            "application/json",
        ),
        (
            "/both",
            "application/json;q=0",
            406,
            "application/problem+json",
        ),
        ("/hal", "application/json", 200, "application/hal+json"),
        (
            "/hal",
            "application/json, text/plain, */*",
            200,
            "application/hal+json",
        ),
        (
            "/hal",
            "application/json, application/hal+json;q=0",
            406,
            "application/problem+json",
        ),
        (
            "/hal",
            "application/vnd.api+json",
            406,
            "application/problem+json",
        ),
        ("/hal", "text/html", 406, "application/problem+json"),
        ("/xml", "application/xml", 200, "text/xml"),
    ] {
        let request = client().get(format!("{}{path}", server.url()));
        let (got, got_type, body) = text(request.header("accept", accept)).await?;
        assert_eq!(
            (got, got_type.as_str()),
            (status, content_type),
            "{path} {accept}: {body}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn accepts_bodies_with_any_parameters() -> Outcome {
    let object = "{schema: {type: object, required: [a]}}";
    let server = server(&format!(
        "/json: {{post: {{requestBody: {{content: {{'application/json; charset=utf-8': {object}, 'application/vnd.a+json; version=2': {{schema: {{type: object, required: [b]}}}}}}}}, responses: {{'200': {{description: d}}}}}}}}, \
         /form: {{post: {{requestBody: {{content: {{application/x-www-form-urlencoded: {object}}}}}, responses: {{'200': {{description: d}}}}}}}}"
    ))?;
    let form = "application/x-www-form-urlencoded";
    for (path, content_type, body, status) in [
        ("/json", "application/json", &b"{\"a\": 1}"[..], 200),
        (
            "/json",
            "application/json; charset=utf8",
            b"{\"a\": 1}",
            200,
        ),
        (
            "/json",
            "application/json; charset=ISO-8859-1",
            b"{\"a\": 1}",
            200,
        ),
        ("/json", "application/json", b"\xef\xbb\xbf{\"a\": 1}", 200),
        ("/json", "application/json", b"{}", 400),
        ("/json", "application/vnd.a+json", b"{\"b\": 1}", 200),
        ("/json", "application/vnd.a+json; version=3", b"{}", 415),
        ("/json", "application/vnd.b+json", b"{}", 415),
        ("/form", &format!("{form}; charset=ISO-8859-1"), b"a=1", 200),
        (
            "/form",
            &format!("{form}; charset=ISO-8859-1"),
            b"a=\xe9",
            415,
        ),
        ("/form", &format!("{form}; charset=UTF-16"), b"a=1", 415),
    ] {
        let request = client().post(format!("{}{path}", server.url()));
        let request = request.header("content-type", content_type);
        let (got, _, text) = text(request.body(body.to_vec())).await?;
        assert_eq!(got, status, "{path} {content_type} {body:?}: {text}");
    }
    Ok(())
}
