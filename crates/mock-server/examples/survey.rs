//! Sends one valid request to every operation of some documents, and counts invalid, empty and
//! unexpected responses.
//!
//! `cargo run --release -p mock-server --example survey -- openapi/tasks.yaml`
#![expect(clippy::print_stdout, reason = "an example prints its results")]

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST};
use mock_server::MockServer;
use oas::{
    Direction, Document, Folder, MediaType, Node, Operation, Parameter, Pointer, RootPath, Samples,
};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

#[derive(Default)]
struct Count {
    operations: usize,
    violations: usize,
    rejected: usize,
    empty: usize,
    failures: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let begin = (Instant::now(), cpu());
        let document = load(Path::new(&path))?;
        let loaded = begin.0.elapsed();
        let server = MockServer::builder(document.clone()).keep(1).start()?;
        let (elapsed, used) = (begin.0.elapsed(), cpu().saturating_sub(begin.1));
        let count = survey(&document, &server);
        let notes = server.notes();
        let examples = notes.iter().filter(|note| note.is_example).count();
        println!(
            "{path}: started in {elapsed:.2?} (load {loaded:.2?}, CPU {used:.2?}); {} operations: {} with violations, {} \
             wrongly rejected, {} empty, {} failures; {} notes, {examples} about examples",
            count.operations,
            count.violations,
            count.rejected,
            count.empty,
            count.failures,
            notes.len(),
        );
        if std::env::var_os("NOTES").is_some() {
            notes.iter().for_each(|note| println!("  {note}"));
        }
    }
    Ok(())
}

/// Reads a document and the files below its folder that it refers to.
fn load(path: &Path) -> Result<Document, Box<dyn Error>> {
    let name = path.file_name().map(Path::new).and_then(RootPath::new);
    let entry = name.ok_or("name a file")?;
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    let folder = Folder::new(parent.unwrap_or(Path::new(".")), entry.clone())?;
    let name = path.display().to_string();
    Ok(Document::with_files(
        name,
        std::fs::read(path)?,
        &entry,
        &folder,
    )?)
}

fn survey(document: &Document, server: &MockServer) -> Count {
    let samples = Samples::new(document, []);
    let mut count = Count::default();
    for operation in document.operations() {
        count.operations += 1;
        let label = operation.label();
        let Some(request) = request(&samples, &operation) else {
            println!("  {label}: no request can be made");
            continue;
        };
        let shown = format!(
            "{} {}",
            request.uri(),
            String::from_utf8_lossy(request.body())
        );
        let response = server.respond_to(request);
        let status = response.status();
        // Paths may differ in their fragment only, so that another operation may have responded.
        let served = server
            .received()
            .pop()
            .and_then(|received| received.operation);
        let served = document
            .operations()
            .find(|other| Some(other.label()) == served);
        let operation = served.unwrap_or(operation);
        let documented = operation
            .responses()
            .find(|response| response.status == status.as_str());
        let body: Option<Value> = serde_json::from_slice(response.body()).ok();
        let text = String::from_utf8_lossy(response.body());
        let is_documented_only_as_error = !operation.responses().any(|response| {
            response.is_success()
                || response.status == "default"
                || response.status.starts_with('3')
        });
        if status.is_server_error() {
            count.failures += 1;
            println!("  {label}: {status} {text:.300}");
        } else if !status.is_success() && !status.is_redirection() && !is_documented_only_as_error {
            count.rejected += 1;
            println!("  {label}: {status} {text:.300} for {shown:.300}");
        }
        let media_type = response.headers().get(CONTENT_TYPE);
        let media_type = media_type.and_then(|value| value.to_str().ok());
        let schema = documented.and_then(|documented| {
            let mut media_types = documented.media_types().into_iter();
            media_types
                .find(|known| Some(known.name) == media_type)?
                .schema
        });
        let (Some(schema), Some(body)) = (schema, body) else {
            continue;
        };
        let violations = samples.violations(&schema.pointer, &body, Direction::Response);
        if let Some(first) = violations.first() {
            count.violations += 1;
            println!("  {label}: {}: {}", first.instance, first.message);
        }
        let is_empty = body.as_object().is_some_and(serde_json::Map::is_empty);
        let has_properties = document
            .all_of(schema)
            .any(|part| part.members_of("properties").next().is_some());
        if is_empty && has_properties {
            count.empty += 1;
            println!("  {label}: {{}}");
        }
    }
    count
}

/// Characters that are encoded in a path.
const NO_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'^')
    .add(b'|');

/// A request with every required parameter and a complete body.
fn request(samples: &Samples<&Document>, operation: &Operation<'_>) -> Option<Request<Bytes>> {
    // Fragments are not sent.
    let path = operation.path().split('#').next()?;
    let mut path = utf8_percent_encode(path, NO_PATH).to_string();
    let mut query = Vec::new();
    let mut builder = Request::builder()
        .method(operation.method().as_str())
        .header(HOST, "localhost")
        .header(ACCEPT, "*/*");
    for parameter in operation.parameters() {
        let is_needed = parameter.is_required() || parameter.location() == "path";
        let Some(value) = value(samples, &parameter).filter(|_| is_needed) else {
            continue;
        };
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
            Value::Object(_) => continue,
            other => other.to_string(),
        };
        match parameter.location() {
            "path" => path = path.replace(&format!("{{{}}}", parameter.name()), &encoded(&text)),
            "query" => query.push(format!("{}={}", encoded(parameter.name()), encoded(&text))),
            "header" => builder = builder.header(parameter.name(), text),
            "cookie" => builder = builder.header(COOKIE, format!("{}={text}", parameter.name())),
            _ => {}
        }
    }
    if let Some(requirement) = operation.security().first() {
        for (name, _) in &requirement.schemes {
            let mut schemes = samples.document().security_schemes();
            let Some((_, scheme)) = schemes.find(|(key, _)| key == name) else {
                continue;
            };
            match (scheme.str("type"), scheme.str("in"), scheme.str("name")) {
                (Some("apiKey"), Some("query"), Some(name)) => query.push(format!("{name}=key")),
                (Some("apiKey"), Some("header"), Some(name)) => {
                    builder = builder.header(name, "key")
                }
                (Some("apiKey"), Some("cookie"), Some(name)) => {
                    builder = builder.header(COOKIE, format!("{name}=key"));
                }
                (Some("http"), _, _) if scheme.str("scheme") == Some("basic") => {
                    builder = builder.header(AUTHORIZATION, "Basic YTpi");
                }
                _ => builder = builder.header(AUTHORIZATION, "Bearer token"),
            }
        }
    }
    if !query.is_empty() {
        path = format!("{path}?{}", query.join("&"));
    }
    let media_types = operation.request_body().map(|body| body.media_types());
    let body = media_types.into_iter().flatten().find_map(|media_type| {
        let bytes = body(samples, &media_type)?;
        Some((media_type.name.to_owned(), bytes))
    });
    let body = match body {
        Some((name, bytes)) => {
            builder = builder.header(CONTENT_TYPE, name);
            bytes
        }
        None => Vec::new(),
    };
    builder.uri(path).body(body.into()).ok()
}

fn value(samples: &Samples<&Document>, parameter: &Parameter<'_>) -> Option<Value> {
    let schema = parameter.schema()?;
    valid(
        samples,
        &schema,
        parameter
            .examples()
            .first()
            .map(|example| example.value.value),
    )
}

fn body(samples: &Samples<&Document>, media_type: &MediaType<'_>) -> Option<Vec<u8>> {
    let schema = media_type.schema.as_ref()?;
    let example = media_type
        .examples
        .first()
        .map(|example| example.value.value);
    let value = valid(samples, schema, example)?;
    if media_type.is_json() {
        return Some(value.to_string().into_bytes());
    }
    if media_type.essence() == "application/x-www-form-urlencoded" {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in value.as_object()? {
            match value {
                Value::Array(items) => items
                    .iter()
                    .for_each(|item| _ = form.append_pair(name, &plain(item))),
                // The notation of objects depends on the encoding.
                Value::Object(_) => {}
                other => _ = form.append_pair(name, &plain(other)),
            }
        }
        return Some(form.finish().into_bytes());
    }
    value.as_str().map(|text| text.as_bytes().to_vec())
}

/// The documented example if it is valid, or else a sample.
fn valid(
    samples: &Samples<&Document>,
    schema: &Node<'_>,
    example: Option<&Value>,
) -> Option<Value> {
    let pointer: &Pointer = &schema.pointer;
    let example = example.filter(|example| {
        samples
            .violations(pointer, example, Direction::Request)
            .is_empty()
    });
    example
        .cloned()
        .or_else(|| samples.complete(pointer, Direction::Request))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The CPU time of this process, where /proc exists.
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |number: usize| fields.get(number).and_then(|text| text.parse::<u64>().ok());
    Duration::from_millis((ticks(11).unwrap_or(0) + ticks(12).unwrap_or(0)) * 10)
}
