//! Selection of the response, of the typing of parameters, and precedence over built-in pages.

use mock_server::MockServer;
use oas::Document;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Fallible, Outcome, client, server, text};

#[tokio::test]
async fn sends_the_lowest_documented_success() -> Outcome {
    for (responses, status) in [
        ("'202': {description: d}, '201': {description: d}", 201),
        ("2XX: {description: d}, '404': {description: d}", 200),
        ("2XX: {description: d}, '201': {description: d}", 201),
        (
            "'307': {description: d}, '302': {description: d}, '400': {description: d}",
            302,
        ),
        ("3XX: {description: d}", 302),
        ("default: {description: d}, '404': {description: d}", 200),
        (
            "'503': {description: d}, '404': {description: d}, '409': {description: d}",
            404,
        ),
        ("'503': {description: d}", 503),
        ("'204': {description: d}, default: {description: d}", 204),
        ("'101': {description: d}", 200),
        ("'304': {description: d}, '200': {description: d}", 200),
    ] {
        let server = server(&format!("/a: {{post: {{responses: {{{responses}}}}}}}"))?;
        let response = client().post(format!("{}/a", server.url())).send().await?;
        assert_eq!(response.status(), status, "{responses}");
    }
    let server = server(
        "/a: {get: {responses: {'303': {description: d, headers: {Location: {schema: {type: string, format: uri}}, X-List: {schema: {type: array, items: {type: integer}, example: [1, 2]}}}}}}}",
    )?;
    let response = client().get(format!("{}/a", server.url())).send().await?;
    assert_eq!(response.headers()["location"], "https://example.com/");
    assert_eq!(response.headers()["x-list"], "1,2");
    let server = self::server(
        "/a: {get: {responses: {'303': {description: d, headers: {Location: {schema: {type: string}}, ETag: {schema: {type: string}}, \
         X-Json: {content: {application/json: {schema: {type: array, items: {type: integer}}}}}}}}}}",
    )?;
    let response = client().get(format!("{}/a", server.url())).send().await?;
    assert_eq!(response.headers()["location"], "https://example.com/");
    assert_eq!(response.headers()["etag"], "\"1\"");
    assert_eq!(response.headers()["x-json"], "[1]");
    Ok(())
}

#[tokio::test]
async fn rejects_with_the_documented_status() -> Outcome {
    let shape = "content: {application/json: {schema: {type: object, properties: {status: {type: integer}, title: {type: string}, detail: {type: string}}}}}";
    for (keys, syntax, schema) in [
        (&["400", "422", "4XX", "default"][..], 400, 422),
        (&["422", "4XX"], 422, 422),
        (&["400", "default"], 400, 400),
        (&["4XX"], 400, 400),
        (&["default"], 400, 400),
        (&[], 400, 400),
    ] {
        let responses: Vec<_> = keys
            .iter()
            .map(|key| format!("'{key}': {{description: d, {shape}}}"))
            .collect();
        let server = server(&format!(
            "/a: {{post: {{requestBody: {{content: {{application/json: {{schema: {{type: object, required: [n], properties: {{n: {{type: integer}}}}}}}}}}}}, \
             responses: {{'200': {{description: d}}, {}}}}}}}",
            responses.join(", ")
        ))?;
        for (body, status, detail) in [("{", syntax, "not JSON"), ("{}", schema, "`n` is required")]
        {
            let request = client().post(format!("{}/a", server.url()));
            let request = request
                .header("content-type", "application/json")
                .body(body);
            let (got, _, text) = text(request).await?;
            let problem: Value = serde_json::from_str(&text)?;
            assert_eq!(got, status, "{keys:?} {body}");
            assert_eq!(problem["status"], status, "{keys:?}: {text}");
            let phrase = if status == 400 {
                "Bad Request"
            } else {
                "Unprocessable Entity"
            };
            assert_eq!(problem["title"], phrase, "{keys:?}: {text}");
            assert!(
                problem["detail"]
                    .as_str()
                    .is_some_and(|text| text.contains(detail)),
                "{text}"
            );
        }
    }
    Ok(())
}

/// The error shape of FastAPI, with locations as lists.
#[tokio::test]
async fn fills_lists_of_violations() -> Outcome {
    let server = server(
        "/a: {get: {parameters: [{name: limit, in: query, schema: {type: integer, maximum: 9}}], responses: {'200': {description: d}, \
         '422': {description: d, content: {application/json: {schema: {type: object, properties: {detail: {type: array, items: \
         {type: object, required: [loc, msg, type], properties: {loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}, \
         msg: {type: string}, type: {type: string}}}}}}}}}}}}",
    )?;
    let (status, _, body) = text(client().get(format!("{}/a?limit=10", server.url()))).await?;
    let body: Value = serde_json::from_str(&body)?;
    assert_eq!(status, 422);
    assert_eq!(body["detail"][0]["loc"], json!(["query", "limit"]));
    assert_eq!(body["detail"][0]["type"], "maximum");
    Ok(())
}

#[tokio::test]
async fn accepts_whichever_reading_of_a_parameter_is_valid() -> Outcome {
    let server = server(
        "/a: {get: {parameters: [
            {name: mixed, in: query, schema: {oneOf: [{type: string, enum: [all]}, {type: array, items: {type: integer}}]}},
            {name: code, in: query, schema: {oneOf: [{type: string, pattern: '^[0-9]{3}$'}, {type: integer, minimum: 1000}]}},
            {name: counts, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: integer}}},
            {name: range, in: query, style: deepObject, schema: {type: object, additionalProperties: false, properties: {price: {type: object, properties: {gte: {type: integer}}}, tags: {type: array, items: {type: string}}}}},
            {name: size, in: query, schema: {type: integer, nullable: true}},
            {name: any, in: query, schema: {}},
            {name: unit, in: query, schema: {type: string, nullable: true, enum: [kg, null]}},
            {name: ids, in: query, style: deepObject, schema: {type: array, items: {type: integer}}},
            {name: X-Tags, in: header, schema: {type: array, items: {type: string, enum: [a, b]}}}],
            responses: {'200': {description: d}}}},
         /free: {get: {parameters: [
            {name: page, in: query, schema: {type: integer}},
            {name: params, in: query, required: true, schema: {type: object, additionalProperties: {type: integer}}}],
            responses: {'200': {description: d}}}}",
    )?;
    let cases: [(&str, &[&str], u16); 28] = [
        ("/a?mixed=all", &[], 200),
        ("/a?mixed=1&mixed=2", &[], 200),
        ("/a?mixed=some", &[], 400),
        ("/a?code=123", &[], 200),
        ("/a?code=1234", &[], 200),
        ("/a?code=12", &[], 400),
        ("/a?counts[a]=1&counts[b]=2", &[], 200),
        ("/a?counts[a]=one", &[], 400),
        ("/a?range[price][gte]=10", &[], 200),
        ("/a?range[price][gte]=ten", &[], 400),
        ("/a?range[tags][]=a&range[tags][]=b", &[], 200),
        ("/a?range[other]=1", &[], 400),
        ("/a?size=", &[], 200),
        ("/a?size=null", &[], 200),
        ("/a?size=none", &[], 400),
        ("/a?unit=kg", &[], 200),
        ("/a?unit=null", &[], 200),
        ("/a?unit=lb", &[], 400),
        ("/a?any=1", &[], 200),
        ("/a?any=1&any=2", &[], 200),
        ("/a?ids[0]=1&ids[1]=2", &[], 200),
        ("/a?ids[]=one", &[], 400),
        ("/a", &["a, b"], 200),
        ("/a", &["a", "b"], 200),
        ("/a", &["a, c"], 400),
        ("/free?page=1&a=1&b=2", &[], 200),
        ("/free?page=1", &[], 400),
        ("/free?a=one", &[], 400),
    ];
    for (target, tags, status) in cases {
        let mut request = client().get(format!("{}{target}", server.url()));
        for tag in tags {
            request = request.header("x-tags", *tag);
        }
        let (got, _, body) = text(request).await?;
        assert_eq!(got, status, "{target} {tags:?}: {body}");
    }
    Ok(())
}

#[tokio::test]
async fn reads_members_of_forms_by_their_schema() -> Outcome {
    let form = "content: {application/x-www-form-urlencoded: {schema: ";
    let server = server(&format!(
        "/map: {{post: {{requestBody: {{{form}{{type: object, additionalProperties: {{type: integer}}}}}}}}}}, responses: {{'200': {{description: d}}}}}}}}, \
         /deep: {{post: {{requestBody: {{{form}{{type: object, additionalProperties: false, properties: {{meta: {{type: object, additionalProperties: {{type: integer}}}}, \
         either: {{oneOf: [{{type: string, pattern: '^0'}}, {{type: integer}}]}}, size: {{type: integer, nullable: true}}, \
         lines: {{type: array, items: {{type: object, additionalProperties: false, properties: {{n: {{type: integer}}}}}}}}}}}}, encoding: {{meta: {{style: deepObject}}}}}}}}}}, responses: {{'200': {{description: d}}}}}}}}"
    ))?;
    for (path, body, status) in [
        ("/map", "a=1&b=2", 200),
        ("/map", "a=one", 400),
        ("/deep", "meta[a]=1", 200),
        ("/deep", "meta[a]=one", 400),
        ("/deep", "either=07", 200),
        ("/deep", "either=7", 200),
        ("/deep", "either=x", 400),
        ("/deep", "lines[0][n]=1&lines[1][n]=2", 200),
        ("/deep", "lines[0][n]=one", 400),
        ("/deep", "lines[0][m]=1", 400),
        ("/deep", "size=", 200),
        ("/deep", "size=x", 400),
    ] {
        let request = client().post(format!("{}{path}", server.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let (got, _, text) = text(request.body(body)).await?;
        assert_eq!(got, status, "{path} {body}: {text}");
    }
    Ok(())
}

#[tokio::test]
async fn corrects_examples_and_reports_them() -> Outcome {
    let document = "openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /flaw:
    get:
      responses:
        '200':
          description: d
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Link'}
              example: {id: 1, url: 'https://x.org', secret: s}
  /text:
    get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Link'}, example: '{\"id\": \"7\", \"url\": \"u\", \"access\": \"a\"}'}}}}}
  /other:
    get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Link'}, example: <link/>}}}}}
  /remote:
    get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: 'other.yaml#/A'}}}}}}
components:
  schemas:
    Link: {type: object, required: [url, access], properties: {id: {type: string}, url: {type: string}, access: {type: string}, secret: {type: string, writeOnly: true}}}
";
    let server = MockServer::builder(Document::parse("links.yaml", document)?).start()?;
    for (path, expected) in [
        (
            "flaw",
            json!({"id": "string", "url": "https://x.org", "access": "string"}),
        ),
        ("text", json!({"id": "7", "url": "u", "access": "a"})),
        (
            "other",
            json!({"id": "string", "url": "string", "access": "string"}),
        ),
    ] {
        let (_, _, body) = text(client().get(format!("{}/{path}", server.url()))).await?;
        assert_eq!(serde_json::from_str::<Value>(&body)?, expected, "{path}");
    }
    let notes: Vec<_> = server.notes().iter().map(ToString::to_string).collect();
    let has = |place: &str, part: &str| {
        let found = notes
            .iter()
            .any(|note| note.starts_with(place) && note.contains(part));
        assert!(found, "{place} {part}: {notes:#?}");
    };
    has("links.yaml:12:", "example corrected");
    has("links.yaml:14:", "JSON written as a string");
    has("links.yaml:16:", "example");
    has("links.yaml:18:", "other.yaml");

    let strict = MockServer::builder(Document::parse("links.yaml", document)?).strict_examples();
    let error = strict.start().err().ok_or("the examples are invalid")?;
    assert!(error.to_string().contains("links.yaml:12:"), "{error}");
    Ok(())
}

#[tokio::test]
async fn produces_every_documented_media_type() -> Outcome {
    let schema = "schema: {type: object, xml: {name: pet}, properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string, example: 'Tom & <Co>'}, tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}, example: a}}}}";
    let list = format!(
        "schema: {{type: array, items: {}}}",
        schema.trim_start_matches("schema: ")
    );
    let cases = [
        (
            "application/xml",
            schema,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><pet id=\"1\"><name>Tom &amp; &lt;Co&gt;</name><tags><tag>a</tag></tags></pet>",
        ),
        (
            "text/csv",
            &*list,
            "id,name,tags\n1,Tom & <Co>,\"[\"\"a\"\"]\"\n",
        ),
        (
            "text/event-stream",
            schema,
            "data: {\"id\":1,\"name\":\"Tom & <Co>\",\"tags\":[\"a\"]}\n\n",
        ),
        (
            "application/x-ndjson",
            &*list,
            "{\"id\":1,\"name\":\"Tom & <Co>\",\"tags\":[\"a\"]}\n",
        ),
        (
            "application/hal+json",
            schema,
            "{\"id\":1,\"name\":\"Tom & <Co>\",\"tags\":[\"a\"]}",
        ),
        (
            "text/event-stream",
            "schema: {type: array, items: {type: string}, example: [\"one\\ntwo\", three]}",
            "data: one\ndata: two\n\ndata: three\n\n",
        ),
        (
            "text/plain",
            "schema: {type: string, example: hello}",
            "hello",
        ),
        ("text/plain", "schema: {type: string}", "string"),
        (
            "application/x-www-form-urlencoded",
            schema,
            "id=1&name=Tom+%26+%3CCo%3E&tags=a",
        ),
    ];
    for (media_type, schema, expected) in cases {
        let server = server(&format!(
            "/a: {{get: {{responses: {{'200': {{description: d, content: {{'{media_type}': {{{schema}}}}}}}}}}}}}"
        ))?;
        let (status, content_type, body) =
            text(client().get(format!("{}/a", server.url()))).await?;
        assert_eq!((status, content_type.as_str()), (200, media_type));
        assert_eq!(body, expected, "{media_type}");
        assert_eq!(server.notes(), [], "{media_type}");
    }
    let server = server(&format!(
        "/a: {{get: {{responses: {{'200': {{description: d, content: {{application/pdf: {{{schema}}}}}}}}}}}}}"
    ))?;
    let (status, _, body) = text(client().get(format!("{}/a", server.url()))).await?;
    assert!(
        status == 406 && body.contains("`application/pdf` cannot be produced"),
        "{status} {body}"
    );
    assert_eq!(server.notes().len(), 1);
    Ok(())
}

#[tokio::test]
async fn document_takes_precedence_over_built_in_pages() -> Outcome {
    let own =
        "get: {responses: {'200': {description: d, content: {application/json: {example: mine}}}}}";
    let form = "content: {application/x-www-form-urlencoded: {schema: {type: object, required: [grant_type], properties: {grant_type: {type: string}}}}}";
    let server = MockServer::start(format!(
        "{{openapi: 3.0.3, info: {{title: t, version: '1'}}, paths: {{/docs: {{{own}}}, /_mock/ledger: {{{own}}}, /token: {{{own}}}, \
         /oauth2/token: {{post: {{requestBody: {{required: true, {form}}}, responses: {{'200': {{description: d, content: {{application/json: {{example: {{access_token: abc}}}}}}}}}}}}}}}}, \
         components: {{securitySchemes: {{a: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: /oauth2/token, scopes: {{}}}}}}}}, \
         b: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: /token, scopes: {{}}}}}}}}}}}}}}"
    ))?;
    for path in ["/docs", "/_mock/ledger", "/token"] {
        let (status, _, body) = text(client().get(format!("{}{path}", server.url()))).await?;
        assert_eq!((status, body.as_str()), (200, "\"mine\""), "{path}");
    }
    assert_eq!(
        server.ledger_url(),
        format!("{}/__mock/ledger", server.url())
    );
    let (status, ..) = text(client().get(server.ledger_url())).await?;
    assert_eq!(status, 200);
    let post = |path: &str, body: &'static str| {
        let request = client().request(Method::POST, format!("{}{path}", server.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        text(request.body(body))
    };
    let (status, _, body) = post("/oauth2/token", "grant_type=anything").await?;
    assert_eq!((status, body.as_str()), (200, "{\"access_token\":\"abc\"}"));
    // The document has another method at this path.
    let (status, _, body) = post(
        "/token",
        "grant_type=client_credentials&client_id=a&client_secret=b",
    )
    .await?;
    assert!(status == 200 && body.contains("mock-"), "{body}");
    assert_eq!(server.token_urls(), [format!("{}/token", server.url())]);
    Ok(())
}

#[tokio::test]
async fn token_endpoint_offers_the_documented_grants() -> Outcome {
    let server = MockServer::start(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {}, components: {securitySchemes: {o: {type: oauth2, flows: {
            password: {tokenUrl: /pw, scopes: {read: r}},
            authorizationCode: {authorizationUrl: 'https://a.example/authorize', tokenUrl: 'https://a.example/code', refreshUrl: /fresh, scopes: {read: r}},
            implicit: {authorizationUrl: 'https://a.example/authorize', scopes: {}}}}}}}",
    )?;
    let post = |path: &str, body: &'static str| {
        let request = client().request(Method::POST, format!("{}{path}", server.url()));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        text(request.body(body))
    };
    for (path, body, status, expected) in [
        (
            "/pw",
            "grant_type=password&username=u&password=p",
            200,
            "refresh_token",
        ),
        (
            "/pw",
            "grant_type=password&username=u",
            400,
            "missing `password`",
        ),
        (
            "/pw",
            "grant_type=refresh_token&refresh_token=x&client_id=a",
            200,
            "access_token",
        ),
        (
            "/pw",
            "grant_type=authorization_code&code=x",
            400,
            "expected password, refresh_token",
        ),
        (
            "/code",
            "grant_type=authorization_code&code=x&client_id=a",
            200,
            "\"scope\":\"read\"",
        ),
        (
            "/code",
            "grant_type=authorization_code&client_id=a",
            400,
            "missing `code`",
        ),
        (
            "/fresh",
            "grant_type=refresh_token&refresh_token=x",
            200,
            "access_token",
        ),
    ] {
        let (got, _, text) = post(path, body).await?;
        assert!(
            got == status && text.contains(expected),
            "{path} {body}: {got} {text}"
        );
    }
    let notes: Vec<_> = server
        .notes()
        .into_iter()
        .map(|note| note.message)
        .collect();
    assert!(
        notes.iter().any(|note| note.contains("`implicit`")),
        "{notes:?}"
    );
    Ok(())
}

#[tokio::test]
async fn stubs_replace_documented_responses() -> Outcome {
    let server = server(
        "'/users/{id}': {get: {operationId: getUser, parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: d, content: {application/json: {example: {id: 1}}}}}}}",
    )?;
    let get = |id: &str| text(client().get(format!("{}/users/{id}", server.url())));
    server.on("getUser").respond(json!({"id": 7}));
    server
        .on("getUser")
        .once()
        .status(404)
        .respond(json!({"gone": true}));
    server
        .on("getUser")
        .when(|request| request.uri.path().ends_with("/9"))
        .header("x-stub", "9")
        .respond(json!({"id": 9}));
    for (id, status, body) in [
        ("1", 404, "{\"gone\":true}"),
        ("1", 200, "{\"id\":7}"),
        ("9", 200, "{\"id\":9}"),
    ] {
        let (got, _, text) = get(id).await?;
        assert_eq!((got, text.as_str()), (status, body), "{id}");
    }
    let (status, ..) = get("x").await?;
    assert_eq!(status, 400, "an invalid request is rejected all the same");
    server.clear_stubs();
    let (_, _, body) = get("3").await?;
    assert_eq!(body, "{\"id\":3}");
    Ok(())
}

#[tokio::test]
async fn dynamic_values_follow_the_seed() -> Outcome {
    let document = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {n: {type: integer, minimum: 0, maximum: 100000}, name: {type: string, example: Ann}}}}}}}}}}}";
    let run = async |seed: u64| -> Fallible<Vec<String>> {
        let server = MockServer::builder(Document::parse("a", document)?)
            .seed(seed)
            .start()?;
        let mut bodies = Vec::new();
        for _ in 0..3 {
            let request = client().get(format!("{}/a", server.url()));
            let response = request.header("prefer", "dynamic=true").send().await?;
            assert_eq!(response.headers()["preference-applied"], "dynamic=true");
            bodies.push(response.text().await?);
        }
        Ok(bodies)
    };
    let first = run(1).await?;
    assert_eq!(first, run(1).await?);
    assert_ne!(first, run(2).await?);
    assert_ne!(first[0], first[1]);
    Ok(())
}

/// The end of a deprecated operation, and the headers that announce it.
#[tokio::test]
async fn responds_per_the_configuration_after_a_sunset() -> Outcome {
    use mock_server::AfterSunset;

    let document = "{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {
        /old: {get: {operationId: getOld, deprecated: true, x-deprecated-on: '2026-02-12', x-sunset: '2027-01-31', x-successor: getNew, responses: {'200': {description: d}}}},
        /new: {get: {operationId: getNew, responses: {'200': {description: d}}}}}}";
    let get = async |today: Option<&str>,
                     after: AfterSunset,
                     path: &str|
           -> Fallible<reqwest::Response> {
        let mut builder = MockServer::builder(Document::parse("a", document)?).after_sunset(after);
        if let Some(today) = today {
            builder = builder.today(today.parse()?);
        }
        let server = builder.start()?;
        Ok(client()
            .get(format!("{}{path}", server.url()))
            .send()
            .await?)
    };
    for today in [None, Some("2027-01-30")] {
        let response = get(today, AfterSunset::Gone, "/old").await?;
        assert_eq!(response.status(), 200, "{today:?}");
        assert_eq!(response.headers()["deprecation"], "@1770854400");
        assert_eq!(
            response.headers()["sunset"],
            "Sun, 31 Jan 2027 00:00:00 GMT"
        );
        assert_eq!(
            response.headers()["link"],
            "</new>; rel=\"successor-version\""
        );
    }
    for (after, status) in [
        (AfterSunset::Gone, 410),
        (AfterSunset::NotFound, 404),
        (AfterSunset::Forbidden, 403),
        (AfterSunset::Redirect, 308),
    ] {
        let response = get(Some("2027-02-01"), after, "/old").await?;
        assert_eq!(response.status(), status);
        if status == 308 {
            assert_eq!(response.headers()["location"], "/new");
        }
        if status == 403 {
            assert!(
                response
                    .text()
                    .await?
                    .contains("Missing Authentication Token")
            );
        }
        assert_eq!(get(Some("2027-02-01"), after, "/new").await?.status(), 200);
    }
    Ok(())
}
