//! Reading any request ends in a response: never in a panic, a failure of the server, or malformed
//! JSON.
//!
//! The input is the text of a request: `METHOD /path`, a line per header, an empty line, and the
//! body.
#![no_main]

use std::sync::LazyLock;
use std::{fs, path::Path};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, StatusCode, Uri, header::CONTENT_TYPE};
use libfuzzer_sys::fuzz_target;
use mock_server::MockServer;

static SERVERS: LazyLock<Vec<MockServer>> = LazyLock::new(|| {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/server/fixtures");
    let files = fs::read_dir(fixtures).expect("the fixtures of the tests");
    let mut paths: Vec<_> = files.flatten().map(|file| file.path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).expect("a fixture"));
    texts.map(|text| MockServer::start(text).expect("a server")).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((head, body)) = request(bytes) else {
        return;
    };
    for server in SERVERS.iter() {
        let mut request = head.clone();
        *request.body_mut() = body.clone();
        let response = server.respond_to(request);
        let is_chosen = head.headers().contains_key("prefer");
        assert!(is_chosen || response.status() != StatusCode::INTERNAL_SERVER_ERROR, "{response:?}");
        let content = response.headers().get(CONTENT_TYPE);
        if content.is_some_and(|value| value == "application/json") && !response.body().is_empty() {
            let json = serde_json::from_slice::<serde_json::Value>(response.body());
            assert!(json.is_ok(), "{response:?}");
        }
    }
});

fn request(bytes: &[u8]) -> Option<(Request<Bytes>, Bytes)> {
    let end = bytes.windows(2).position(|two| two == b"\n\n")?;
    let mut lines = bytes[..end].split(|byte| *byte == b'\n');
    let line = lines.next()?;
    let space = line.iter().position(|byte| *byte == b' ')?;
    let mut request = Request::new(Bytes::new());
    *request.method_mut() = Method::from_bytes(&line[..space]).ok()?;
    *request.uri_mut() = Uri::try_from(&line[space + 1..]).ok()?;
    let headers = request.headers_mut();
    headers.insert("host", HeaderValue::from_static("127.0.0.1"));
    headers.insert("authorization", HeaderValue::from_static("Bearer token"));
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = HeaderName::from_bytes(&line[..colon]).ok()?;
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).ok()?;
        headers.insert(name, value);
    }
    Some((request, Bytes::copy_from_slice(&bytes[end + 2..])))
}
