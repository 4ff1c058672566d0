//! The client of a document with shapes that the generator does not support by itself, compiled and
//! used over prepared responses. `client.rs` is generated.

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "all of it is public, and not all of it is used here"
)]
mod client {
    include!("client.rs");
}

use std::{cell::RefCell, error::Error, future::Future, pin::pin, task};

use client::{
    Client,
    types::{self, Job, Machine},
};
use client_codegen::{NoteKind, Settings, generate};
use progenitor_client::{ClientHooks, OperationInfo};
use reqwest::{Method, Request, Response};
use serde_json::{Value, from_value, json, to_value};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const DOCUMENT: &str = include_str!("lowered.yaml");

thread_local! {
    static RESPONSE: RefCell<Option<Response>> = const { RefCell::new(None) };
    static REQUEST: RefCell<Option<Request>> = const { RefCell::new(None) };
}

impl ClientHooks<()> for Client {
    async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
        REQUEST.set(Some(request));
        Ok(RESPONSE
            .take()
            .unwrap_or_else(|| http::Response::new("").into()))
    }
}

fn client() -> Result<Client> {
    let http = reqwest::Client::builder().no_proxy().build()?;
    Ok(Client::new_with_client("http://localhost/base", http))
}

fn respond(status: u16, body: &'static str) -> Result {
    let response = http::Response::builder().status(status).body(body)?;
    RESPONSE.set(Some(response.into()));
    REQUEST.set(None);
    Ok(())
}

fn request() -> Result<Request> {
    Ok(REQUEST.take().ok_or("nothing was sent")?)
}

fn now<F: Future>(future: F) -> Result<F::Output> {
    match pin!(future).poll(&mut task::Context::from_waker(task::Waker::noop())) {
        task::Poll::Ready(output) => Ok(output),
        task::Poll::Pending => Err("it waits for something".into()),
    }
}

fn round_trip<T: serde::Serialize + serde::de::DeserializeOwned>(value: Value) -> Result {
    assert_eq!(to_value(from_value::<T>(value.clone())?)?, value);
    Ok(())
}

#[test]
fn notes_what_was_lowered_or_left_out() -> Result {
    let generated = generate(DOCUMENT, &Settings::new("crate::client"))?;
    let notes: Vec<_> = generated.notes.iter().map(ToString::to_string).collect();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(notes.join("\n"));
    });
    let strict = generate(DOCUMENT, &Settings::new("crate::client").strict());
    let error = strict.err().map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.contains(&notes[0])));
    let left_out = |note: &&client_codegen::Note| note.kind == NoteKind::LeftOut;
    assert_eq!(generated.notes.iter().filter(left_out).count(), 2);
    Ok(())
}

#[test]
fn keeps_every_value_of_a_rewritten_schema() -> Result {
    for job in [
        json!({"note": null}),
        json!({}),
        json!({"order": "asc"}),
        json!({"order": null}),
        json!({"level": 7}),
        json!({"grade": "A"}),
        json!({"hash": vec![1; 40]}),
        json!({"who": {"name": "n", "age": 3}}),
        json!({"contact": {"mail": "m", "phone": "p"}}),
        json!({"sizes": {"extra": {"a-b": "1", "a_b": "2"}, "topSpeed": 1, "top_speed": 2, "other": 3}}),
        json!({"spacing": {"unit": "mm"}, "unit": "inch"}),
        json!({"secret": {"name": "n"}}),
        json!({"links": {"self": "/"}, "not_empty": "x", "old": "o"}),
        json!({"tool": {"size": 1.5}}),
        json!({"nothing": null}),
        json!({"tag": "a"}),
        json!({"tag": "other"}),
        json!({"tag": {"name": "n", "age": 3}}),
        json!({"day": "2030-01-02"}),
        json!({"day": "soon"}),
        json!({"limit": null}),
        json!({"limit": 3}),
        json!({"limit": {"most": 4}}),
        json!({"limits": [null, {"most": 4}]}),
        json!({"reach": {"name": "n", "mail": "m"}}),
        json!({"reach": {"age": 3, "phone": "p"}}),
        json!({"failure": {"id": "i"}}),
        json!({"private": {"\u{E000}size\u{E001}": "a\u{E001}", "size": "s", "top-size": "1", "top_size": "2"}}),
    ] {
        round_trip::<Job>(job)?;
    }
    round_trip::<Machine>(json!({"kind": "lathe", "speed": 9}))?;
    round_trip::<types::Lathe>(json!({"kind": "lathe", "speed": 9}))
}

#[test]
fn writes_every_parameter_under_its_own_name() -> Result {
    respond(200, r#"[{"kind": "lathe", "speed": 9}]"#)?;
    let client = client()?;
    #[expect(deprecated, reason = "the setter of a deprecated parameter")]
    let call = client
        .list_jobs()
        .new_parameter(true)
        .send_parameter("s")
        .header_map_parameter("h")
        .due("2030-01-02".parse::<chrono::NaiveDate>()?)
        .due_query("2030-01-03".parse::<chrono::NaiveDate>()?)
        .trace("q")
        .trace_header("t")
        .after("2030-01-02T03:04:05Z")
        .labels("a,b")
        .filter_owner("o")
        .filter_floor(2)
        .size(3)
        .url("u")
        .level(2)
        .a("1")
        .a_query("2");
    let machines = now(call.send())?.map_err(|error| error.to_string())?;
    assert_eq!(
        to_value(&*machines)?,
        json!([{"kind": "lathe", "speed": 9}])
    );
    let request = request()?;
    let mut query: Vec<_> = request.url().query_pairs().into_owned().collect();
    query.sort();
    let pairs = [
        ("_url", "u"),
        ("a", "1"),
        ("a\u{E000}", "2"),
        ("due", "2030-01-02"),
        ("due<", "2030-01-03"),
        ("filter[floor]", "2"),
        ("filter[owner]", "o"),
        ("header_map", "h"),
        ("level", "2"),
        ("new", "true"),
        ("send", "s"),
        ("size", "3"),
        ("trace", "q"),
    ];
    assert_eq!(
        query,
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    respond(204, "")?;
    let call = client.read_photo().stream("s").header_map("m").x_size("x");
    now(call.send())?.map_err(|error| error.to_string())?;
    let sent = REQUEST.take().ok_or("nothing was sent")?;
    assert_eq!(sent.url().path(), "/base/photo/s/m");
    assert_eq!(sent.headers()["x-size"], "x");
    for (name, value) in [
        ("trace", "t"),
        ("after", "2030-01-02T03:04:05Z"),
        ("labels", "a,b"),
    ] {
        assert_eq!(request.headers()[name], value);
    }
    Ok(())
}

#[test]
fn returns_every_documented_success() -> Result {
    use types::AddJobSuccess as Success;
    let client = client()?;
    let mut seen = Vec::new();
    for (status, body) in [
        (200, r#"{"note": "n"}"#),
        (201, r#"{"id": "7"}"#),
        (202, ""),
    ] {
        respond(status, body)?;
        let job: Job = from_value(json!({"note": "n"}))?;
        let success = now(client.add_job().body(job).send())?.map_err(|error| error.to_string())?;
        seen.push(match success.into_inner() {
            Success::Status200(job) => to_value(job)?,
            Success::Status201(added) => to_value(added)?,
            Success::Status202 => Value::Null,
        });
    }
    assert_eq!(
        seen,
        [json!({"note": "n"}), json!({"id": "7"}), Value::Null]
    );
    assert_eq!(
        request()?.headers()["content-type"],
        "application/vnd.workshop+json"
    );
    for (status, body, expected) in [(200, r#"{"size": 2.0}"#, Some(2.0)), (204, "", None)] {
        respond(status, body)?;
        let call = client._2nd_part().id("i").part("p").kind("k");
        let tool = now(call.send())?.map_err(|error| error.to_string())?;
        assert_eq!(tool.into_inner().map(|tool| tool.size), expected.map(Some));
    }
    Ok(())
}

#[test]
fn decodes_null_as_a_whole_body() -> Result {
    let client = client()?;
    for (body, expected) in [("null", None), (r#"{"most": 4}"#, Some(Some(4)))] {
        respond(200, body)?;
        let limit = now(client.read_limit().send())?.map_err(|error| error.to_string())?;
        assert_eq!(limit.into_inner().map(|limit| limit.most), expected);
    }
    Ok(())
}

#[test]
fn decodes_one_kind_of_errors_and_returns_the_others() -> Result {
    use progenitor_client::Error as Failure;
    let client = client()?;
    let call = || client.add_job().body(Job::builder());
    respond(404, r#"{"hint": "h"}"#)?;
    match now(call().send())? {
        Err(Failure::ErrorResponse(error)) => {
            assert_eq!(to_value(error.into_inner())?, json!({"hint": "h"}));
        }
        other => return Err(format!("{other:?}").into()),
    }
    respond(409, r#"{"code": "c"}"#)?;
    match now(call().send())? {
        Err(Failure::UnexpectedResponse(response)) => {
            assert_eq!(&*now(response.bytes())??, br#"{"code": "c"}"#);
        }
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}

#[test]
fn rejects_dot_segments_before_sending() -> Result {
    let client = client()?;
    for (id, part, kind) in [
        ("", "p", "k"),
        ("..", "p", "k"),
        (".", "p", "k"),
        ("i", "", "."),
        ("i", "", ""),
    ] {
        respond(204, "")?;
        let result = now(client.trace_part().id(id).part(part).kind(kind).send())?;
        assert!(matches!(
            result,
            Err(progenitor_client::Error::InvalidRequest(_))
        ));
        assert!(request().is_err());
    }
    respond(204, "")?;
    let call = client.trace_part().id("a/..\\b").part("...").kind("k");
    now(call.send())?.map_err(|error| error.to_string())?;
    let sent = request()?;
    assert_eq!(sent.method(), Method::TRACE);
    assert_eq!(sent.url().path(), "/base/jobs/a%2F..%5Cb/parts/....k");
    Ok(())
}

#[test]
fn sends_optional_body_only_if_set() -> Result {
    let client = client()?;
    let call = || client.change_part().id("i").part("p").kind("k");
    let named = types::ChangePartBody::builder().name("n");
    for (call, expected) in [
        (call(), None),
        (call().body(named.clone()), Some(r#"{"name":"n"}"#)),
        (
            call().body_map(|body| body.name("n")),
            Some(r#"{"name":"n"}"#),
        ),
    ] {
        respond(204, "")?;
        now(call.send())?.map_err(|error| error.to_string())?;
        let sent = request()?;
        let body = sent.body().and_then(|body| body.as_bytes());
        assert_eq!(body, expected.map(str::as_bytes));
        let media_type = sent.headers().get("content-type");
        assert_eq!(media_type.is_some(), expected.is_some());
        assert!(media_type.is_none_or(|value| value == "application/merge-patch+json"));
    }
    respond(303, "")?;
    let stored = now(client.store_photo().body("png").send())?;
    assert!(matches!(
        stored,
        Err(progenitor_client::Error::UnexpectedResponse(_))
    ));
    assert_eq!(request()?.headers()["content-type"], "image/png");
    respond(204, "")?;
    now(client.photo_options().send())?.map_err(|error| error.to_string())?;
    assert_eq!(request()?.method(), Method::OPTIONS);
    Ok(())
}
