//! HTTP semantics that are independent of the document.

use crate::support::{NOTES, Outcome, SHOP, client, create, post, raw};
use mock_server::MockServer;
use reqwest::Method;
use serde_json::Value;

#[tokio::test]
async fn rejects_unknown_methods_and_paths() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let cases = [
        (Method::GET, "/items/1", 200, None),
        (Method::HEAD, "/items/1", 200, None),
        (Method::DELETE, "/items/1", 204, None),
        (
            Method::PUT,
            "/items/1",
            405,
            Some("GET, DELETE, HEAD, OPTIONS"),
        ),
        (
            Method::TRACE,
            "/items/1",
            405,
            Some("GET, DELETE, HEAD, OPTIONS"),
        ),
        (
            Method::OPTIONS,
            "/items/1",
            204,
            Some("GET, DELETE, HEAD, OPTIONS"),
        ),
        (Method::HEAD, "/open", 405, Some("POST, OPTIONS")),
        (Method::OPTIONS, "/open", 200, None),
        (Method::GET, "/items", 404, None),
        (Method::GET, "/items/1/", 404, None),
        (Method::GET, "/", 404, None),
    ];
    for (method, path, status, allow) in cases {
        let response = client()
            .request(method.clone(), format!("{}{path}", server.url()))
            .send()
            .await?;
        assert_eq!(response.status(), status, "{method} {path}");
        let given = response
            .headers()
            .get("allow")
            .map(|allow| allow.to_str().unwrap().to_owned());
        assert_eq!(given.as_deref(), allow, "{method} {path}");
    }
    Ok(())
}

#[tokio::test]
async fn response_to_head_is_that_to_get_without_the_body() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let url = format!("{}/items/7", server.url());
    let get = client().get(&url).send().await?;
    let head = client().head(&url).send().await?;
    assert_eq!(
        get.headers()["content-length"],
        head.headers()["content-length"]
    );
    assert_eq!(
        get.headers()["content-type"],
        head.headers()["content-type"]
    );
    assert_eq!(get.headers()["x-rate"], "3", "the example of a header");
    assert!(head.bytes().await?.is_empty() && !get.bytes().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn errors_have_the_nearest_documented_shape() -> Outcome {
    let (shop, notes) = (MockServer::start(SHOP)?, MockServer::start(NOTES)?);
    let bare = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {'200': {description: ok}}}}}}",
    )?;
    let get = async |server: &MockServer, path: &str| {
        client().get(format!("{}{path}", server.url())).send().await
    };
    let problem = get(&bare, "/nowhere").await?;
    assert_eq!(
        problem.headers()["content-type"],
        "application/problem+json"
    );
    for (name, response) in [
        ("problem", problem),
        ("own_status", get(&shop, "/nowhere").await?),
        ("range", get(&shop, "/items/0").await?),
        ("of_400", get(&notes, "/notes").await?),
    ] {
        let body: Value = response.json().await?;
        assert_json_snapshot!(name, body);
    }
    Ok(())
}

/// RFC 9112, section 3.2.
#[test]
fn rejects_requests_without_exactly_one_host() -> Outcome {
    let server = MockServer::start(SHOP)?;
    for (hosts, status) in [
        ("", 400),
        ("host: a\r\n", 200),
        ("host: a\r\nhost: a\r\n", 400),
    ] {
        let request = format!("GET /items/1 HTTP/1.1\r\n{hosts}connection: close\r\n\r\n");
        let response = raw(&server, request.as_bytes())?;
        assert!(
            response.starts_with(&format!("HTTP/1.1 {status} ")),
            "{hosts}{response}"
        );
    }
    Ok(())
}

/// A documented error without a body is sent without a body.
#[test]
fn sends_a_documented_error_without_a_body() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {'200': {description: ok}, '400': {description: bad}}}}}}",
    )?;
    let request = b"GET /a HTTP/1.1\r\nhost: a\r\nprefer: code=400\r\nconnection: close\r\n\r\n";
    let response = raw(&server, request)?;
    assert!(response.starts_with("HTTP/1.1 400 "), "{response}");
    assert!(
        response.contains("content-length: 0") && response.ends_with("\r\n\r\n"),
        "{response}"
    );
    Ok(())
}

#[tokio::test]
async fn selects_the_media_type_of_bodies() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let cases: [(Option<&str>, &[u8], u16); 27] = [
        (None, b"", 200),
        (None, b"{}", 415),
        (Some("application/json"), b"{\"a\": 1}", 200),
        (
            Some("Application/JSON; charset=\"UTF-8\""),
            b"{\"a\": 1}",
            200,
        ),
        // RFC 8259, section 11: the parameter has no effect.
        (Some("application/json; charset=utf8"), b"{\"a\": 1}", 200),
        (
            Some("application/json; charset=iso-8859-1"),
            b"{\"a\": 1}",
            200,
        ),
        (Some("application/json;profile=x"), b"{\"a\": 1}", 200),
        // The body is optional.
        (Some("application/json"), b"", 200),
        (Some("application/json"), b"{\"a\": 1} x", 400),
        (Some("application/json"), b"{\"a\": \"\xff\"}", 400),
        (Some("application/json"), b"{\"a\": 1.5}", 400),
        (Some("application/vnd.other+json"), b"{\"a\": 1}", 415),
        (Some("application/vnd.a+json; version=2"), b"[]", 200),
        (Some("application/vnd.a+json; version=3"), b"[]", 415),
        (
            Some("application/x-www-form-urlencoded"),
            b"a=1&b=x&b=y",
            200,
        ),
        (Some("application/x-www-form-urlencoded"), b"b=x", 400),
        (Some("application/x-www-form-urlencoded"), b"a=one", 400),
        (Some("text/plain"), b"abc", 200),
        (Some("text/plain"), b"abcd", 400),
        (Some("text/plain"), b"\xff", 400),
        (Some("text/plain; charset=us-ascii"), b"abc", 200),
        (Some("text/plain; charset=utf-16"), b"abc", 415),
        (Some("text/html"), b"abc", 200),
        (Some("text/html"), b"abcd", 400),
        (Some("application/octet-stream"), b"\xff\x00", 200),
        (Some("json"), b"{}", 415),
        (Some(""), b"{}", 415),
    ];
    for (content_type, body, status) in cases {
        let mut request = client().post(format!("{}/open", server.url()));
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        let response = request.body(body.to_vec()).send().await?;
        assert_eq!(
            response.status(),
            status,
            "{content_type:?} {}",
            String::from_utf8_lossy(body)
        );
    }
    Ok(())
}

#[tokio::test]
async fn rejects_bodies_with_two_types_or_an_unknown_coding() -> Outcome {
    let server = MockServer::start(NOTES)?;
    let twice = create(&server)
        .header("content-type", "application/json")
        .send()
        .await?;
    assert_eq!(twice.status(), 415);
    let compressed = create(&server)
        .header("content-encoding", "zstd")
        .send()
        .await?;
    assert_eq!(
        (
            compressed.status().as_u16(),
            &compressed.headers()["accept-encoding"]
        ),
        (415, &"gzip, deflate, br".parse()?)
    );
    assert_eq!(
        create(&server)
            .header("content-encoding", "identity")
            .send()
            .await?
            .status(),
        201
    );
    assert_eq!(
        post(&server).bearer_auth("t").send().await?.status(),
        400,
        "neither body nor media type"
    );
    Ok(())
}

#[tokio::test]
async fn decodes_compressed_bodies_up_to_the_limit() -> Outcome {
    use std::io::Write;

    let server = MockServer::builder(oas::Document::parse("notes", NOTES)?)
        .body_limit(1000)
        .start()?;
    let gzip = |bytes: &[u8]| -> std::io::Result<Vec<u8>> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(bytes)?;
        writer.finish()
    };
    let deflate = |bytes: &[u8]| -> std::io::Result<Vec<u8>> {
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(bytes)?;
        writer.finish()
    };
    let brotli = |mut bytes: &[u8]| -> std::io::Result<Vec<u8>> {
        let mut coded = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut bytes, &mut coded, &parameters)?;
        Ok(coded)
    };
    let note = br#"{"text":"Milk"}"#;
    // A few kilobytes that decompress to a hundred megabytes.
    let bomb = gzip(&vec![b' '; 100_000_000])?;
    let brotli_bomb = brotli(&vec![b' '; 10_000_000])?;
    let cases = [
        (&["gzip"][..], gzip(note)?, 201),
        (&["GZIP"], gzip(note)?, 201),
        (&["x-gzip"], gzip(note)?, 201),
        (&["deflate"], deflate(note)?, 201),
        (&["br"], brotli(note)?, 201),
        (&["gzip"], bomb, 413),
        (&["br"], brotli_bomb, 413),
        (&["br"], note.to_vec(), 400),
        (&["gzip"], note.to_vec(), 400),
        (&["gzip"], gzip(note)?[..20].to_vec(), 400),
        (&[""], note.to_vec(), 201),
        (&["gzip"], gzip(&gzip(note)?)?, 400),
        (&["gzip, gzip"], gzip(&gzip(note)?)?, 415),
        (&["gzip", "gzip"], gzip(&gzip(note)?)?, 415),
    ];
    for (codings, body, status) in cases {
        let mut request = post(&server).bearer_auth("t");
        request = request.header("content-type", "application/json");
        for coding in codings {
            request = request.header("content-encoding", *coding);
        }
        let response = request.body(body).send().await?;
        assert_eq!(response.status(), status, "{codings:?}");
    }
    assert_eq!(server.ledger().created, 6);
    Ok(())
}

#[tokio::test]
async fn sends_the_accepted_media_type() -> Outcome {
    let server = MockServer::start(SHOP)?;
    let cases = [
        (None, 200, "application/json"),
        (Some("*/*"), 200, "application/json"),
        (Some("text/*"), 200, "text/plain"),
        (
            Some("application/json;q=0.1, text/plain;q=0.2"),
            200,
            "text/plain",
        ),
        (Some("application/json;q=0, */*;q=0.1"), 200, "text/plain"),
        (
            Some("application/json; charset=utf-8"),
            200,
            "application/json",
        ),
        (Some("application/xml"), 406, "application/json"),
        (Some("*/*;q=0"), 406, "application/json"),
        (Some("nonsense"), 200, "application/json"),
    ];
    for (accept, status, content_type) in cases {
        let mut request = client().get(format!("{}/items/1", server.url()));
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }
        let response = request.send().await?;
        assert_eq!(
            (
                response.status().as_u16(),
                response.headers()["content-type"].to_str()?
            ),
            (status, content_type),
            "{accept:?}"
        );
    }
    let text = client()
        .get(format!("{}/items/1", server.url()))
        .header("accept", "text/plain")
        .send()
        .await?;
    assert_eq!(text.text().await?, "an item", "a text is not quoted");
    Ok(())
}

#[tokio::test]
async fn sends_413_while_a_body_beyond_the_limit_is_still_sent() -> Outcome {
    let server = MockServer::builder(oas::Document::parse("notes", NOTES)?)
        .body_limit(1000)
        .start()?;
    let padding = |length: usize| format!("{{\"text\":\"{}\"}}", "x".repeat(length - 11));
    for (length, status) in [(1000, 201), (1001, 413), (5_000_000, 413)] {
        let response = create(&server).body(padding(length)).send().await?;
        assert_eq!(response.status(), status, "{length}");
    }
    let chunked = raw(&server, format!("POST /notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n3e9\r\n{}\r\n0\r\n\r\n", padding(1001)).as_bytes())?;
    assert!(chunked.starts_with("HTTP/1.1 413 "), "{chunked}");
    let waiting = raw(
        &server,
        b"POST /notes HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 1001\r\n\r\n",
    )?;
    assert!(
        waiting.starts_with("HTTP/1.1 413 "),
        "a client that expects 100 receives the status at once: {waiting}"
    );
    // This client reads nothing before it has sent everything, which a reset of the connection
    // would prevent.
    let length = 20_000_000;
    let head = format!(
        "POST /notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    );
    let large = raw(&server, (head + &padding(length)).as_bytes())?;
    assert!(large.starts_with("HTTP/1.1 413 "), "{large}");
    let usual = MockServer::start(NOTES)?;
    for (length, status) in [(10_485_760, 201), (10_485_761, 413)] {
        assert_eq!(
            create(&usual).body(padding(length)).send().await?.status(),
            status,
            "{length}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn cors_mirrors_the_origin_with_credentials() -> Outcome {
    let server = MockServer::start(NOTES)?;
    for path in ["/notes", "/oauth/token"] {
        let preflight = client()
            .request(Method::OPTIONS, format!("{}{path}", server.url()))
            .header("origin", "http://a.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization,x-a");
        let response = preflight.send().await?;
        assert!(response.status().is_success(), "{}", response.status());
        for (name, value) in [
            ("origin", "http://a.example"),
            ("credentials", "true"),
            ("methods", "POST"),
            ("headers", "authorization,x-a"),
        ] {
            let header = format!("access-control-allow-{name}");
            assert_eq!(response.headers()[&header], value, "{path}");
        }
    }
    let response = create(&server)
        .header("origin", "http://a.example")
        .send()
        .await?;
    assert_eq!(response.status(), 201);
    let header = |name: &str| response.headers()[name].to_str().map(str::to_owned);
    assert_eq!(header("access-control-allow-origin")?, "http://a.example");
    assert_eq!(header("access-control-allow-credentials")?, "true");
    assert!(header("access-control-expose-headers")?.contains("content-type"));
    assert!(header("vary")?.to_ascii_lowercase().contains("origin"));
    assert!(
        !create(&server)
            .send()
            .await?
            .headers()
            .contains_key("access-control-allow-origin")
    );
    Ok(())
}

/// Without operations that use credentials, a response is the same for all web pages.
#[tokio::test]
async fn cors_is_credentialed_only_if_credentials_are_involved() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {'200': {description: ok}}}}}}",
    )?;
    let request = client().get(format!("{}/a", server.url()));
    let response = request.header("origin", "http://a.example").send().await?;
    assert_eq!(response.headers()["access-control-allow-origin"], "*");
    assert!(
        !response
            .headers()
            .contains_key("access-control-allow-credentials")
    );
    for name in ["cookie", "authorization"] {
        let request = client().get(format!("{}/a", server.url()));
        let request = request.header("origin", "http://a.example");
        let response = request.header(name, "a=b").send().await?;
        let headers = response.headers();
        assert_eq!(headers["access-control-allow-origin"], "http://a.example");
        assert_eq!(headers["access-control-allow-credentials"], "true");
    }
    Ok(())
}

/// A web page must not read what other clients sent, not even under a name that resolves to this
/// machine.
#[tokio::test]
async fn built_in_pages_reject_other_hosts_and_send_no_cors_headers() -> Outcome {
    let server = MockServer::start(NOTES)?;
    for page in ["/_mock/ledger", "/_mock/openapi.json"] {
        let request = client().get(format!("{}{page}", server.url()));
        let response = request.header("origin", "http://a.example").send().await?;
        assert_eq!(response.status(), 200);
        assert!(
            !response
                .headers()
                .keys()
                .any(|name| name.as_str().starts_with("access-control"))
        );
        let rebound = client().get(format!("{}{page}", server.url()));
        let response = rebound.header("host", "a.example:8080").send().await?;
        assert_eq!(response.status(), 421, "{page}");
    }
    Ok(())
}
