//! The code samples of the reference page, run unchanged against the mock server. `.ci/e2e`
//! installs the tools that they need.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mock_server::{MockServer, Received};
use oas::Document;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Names of the samples of every operation, as on the page.
const TOOLS: [&str; 4] = ["curl", "HTTPie", "wget", "Python requests"];

#[test]
fn every_sample_of_the_page_creates_the_task() -> Result<()> {
    let document = fs::read_to_string(root().join("openapi/tasks.yaml"))?;
    let example = fs::read(root().join("openapi/examples/createPrototypeTask.request.json"))?;
    let example: Value = serde_json::from_slice(&example)?;
    let samples = samples(&fs::read_to_string(root().join("openapi/reference.md"))?);
    let names = samples
        .iter()
        .map(|sample| sample.name.as_str())
        .collect::<Vec<_>>();
    // The documented operation, then its successor, which has no Rust sample.
    let documented = ["curl", "HTTPie", "wget", "Python requests", "Rust"];
    assert_eq!(names, [&documented[..], &TOOLS].concat());
    let successor = &samples[documented.len()].operation;
    for sample in &samples {
        let server = MockServer::start(document.clone())?;
        let output = sample.run(&root(), "https://api.app.wdesk.com", &server)?;
        assert!(
            output.status.success(),
            "{}: {}",
            sample.name,
            printed(&output)
        );
        let [received] = server
            .received()
            .try_into()
            .map_err(|received| format!("{}: {received:?}", sample.name))?;
        assert_eq!(
            received.status.map(|status| status.as_u16()),
            Some(201),
            "{}",
            sample.name
        );
        assert_eq!(
            received.header("authorization"),
            Some("Bearer a-token"),
            "{}",
            sample.name
        );
        assert_eq!(
            received.header("x-version"),
            Some(match sample.operation == *successor {
                true => "2026-01-01",
                false => "2022-01-01",
            }),
            "{}",
            sample.name
        );
        let created = &server.ledger().entries[0];
        let id = created
            .response
            .json()
            .and_then(|created| Some(created["id"].as_str()?.to_owned()));
        let id = id.ok_or("the response has no id")?;
        assert!(
            printed(&output).contains(&id),
            "{}: {}",
            sample.name,
            printed(&output)
        );
        // The Rust sample builds its own task, and only the documented operation has a published
        // request.
        if TOOLS.contains(&sample.name.as_str()) && sample.operation != *successor {
            assert_eq!(received.json().as_ref(), Some(&example), "{}", sample.name);
        }
    }
    Ok(())
}

/// Strings with a meaning for a shell, a tool or a language are sent unchanged: all tools send the
/// same request.
#[test]
fn every_tool_sends_the_same_request() -> Result<()> {
    let path = root().join("crates/oas/tests/fixtures/reference.yaml");
    let document = Document::load(&path)?;
    let samples = samples(&oas::reference(&document));
    let server = MockServer::builder(document.clone()).start()?;
    let directory = tempfile::tempdir()?;
    fs::write(directory.path().join("file"), "the file\n")?;
    let mut sent_by_operation = Vec::new();
    for operation in samples.chunk_by(|one, other| one.operation == other.operation) {
        let mut sent = Vec::new();
        for sample in operation
            .iter()
            .filter(|sample| TOOLS.contains(&sample.name.as_str()))
        {
            let before = server.received().len();
            // The response of the mock server does not matter here.
            let output = sample.run(directory.path(), "https://eu.example.com", &server)?;
            let received = server.received().split_off(before);
            let [received] = received.try_into().map_err(|received| {
                format!(
                    "{} of {}: {received:?} {}",
                    sample.name,
                    sample.operation,
                    printed(&output)
                )
            })?;
            sent.push((sample.name.as_str(), request(&received)));
        }
        let (_, first) = &sent[0];
        for (tool, request) in &sent {
            assert_eq!(request, first, "{tool} of {}", operation[0].operation);
        }
        sent_by_operation.push(format!("{}\n{first}", operation[0].operation));
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(sent_by_operation.join("\n\n"));
    });
    Ok(())
}

struct Sample {
    operation: String,
    name: String,
    language: String,
    source: String,
}

/// The code blocks below the headings of "Code samples", by operation.
fn samples(page: &str) -> Vec<Sample> {
    let (mut samples, mut headings) = (Vec::new(), [const { String::new() }; 7]);
    let (mut language, mut text) = (None, String::new());
    for event in Parser::new_ext(page, pulldown_cmark::Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => text.clear(),
            Event::End(TagEnd::Heading(level)) => {
                headings[level as usize] = std::mem::take(&mut text);
                headings[level as usize + 1..]
                    .iter_mut()
                    .for_each(String::clear);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if headings[3] == "Code samples" =>
            {
                text.clear();
                language = Some(info.into_string());
            }
            Event::End(TagEnd::CodeBlock) => {
                samples.extend(language.take().map(|language| Sample {
                    operation: headings[2].clone(),
                    name: headings[4].clone(),
                    language,
                    source: std::mem::take(&mut text),
                }))
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            _ => {}
        }
    }
    samples
}

impl Sample {
    /// Runs the sample, unchanged except for the server and the placeholders.
    fn run(&self, directory: &Path, documented: &str, server: &MockServer) -> Result<Output> {
        let source = self
            .source
            .replace(documented, server.url())
            .replace("{access-token}", "a-token")
            .replace("{api-key}", "a-key");
        let mut command = match self.language.as_str() {
            "bash" => command("bash", ["-euc", &source]),
            "python" => command("python3", ["-c", &source]),
            // A test of the client compares the sample with its example.
            "rust" => command(
                env!("CARGO"),
                [
                    "run",
                    "--quiet",
                    "--package=tasks-client",
                    "--example=create",
                ],
            ),
            language => return Err(format!("{}: nothing runs {language:?}", self.name).into()),
        };
        command
            .current_dir(directory)
            .env("TASKS_BASE_URL", server.url())
            .env("TASKS_TOKEN", "a-token");
        // The sample ignores the proxy and the configuration of the environment.
        for name in [
            "http_proxy",
            "HTTP_PROXY",
            "ALL_PROXY",
            "all_proxy",
            "TASKS_CLIENT_ID",
            "TASKS_REGION",
        ] {
            command.env_remove(name);
        }
        let output = command.output()?;
        if output.status.code() == Some(127) {
            return Err(format!("{}: {} Run `.ci/e2e`.", self.name, printed(&output)).into());
        }
        Ok(output)
    }
}

fn command<const N: usize>(program: &str, arguments: [&str; N]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdin(std::process::Stdio::null());
    command
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the request as text, without the headers that a tool adds itself.
fn request(received: &Received) -> String {
    let mut lines = vec![format!("{} {}", received.method, received.uri)];
    let content_type = received.header("content-type").unwrap_or_default();
    let (essence, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    for name in ["accept", "authorization", "cookie", "x-trace"] {
        // Without an `Accept` in the sample, tools send their own.
        let sent = received.header(name).filter(|value| !value.contains("*/*"));
        lines.extend(sent.map(|value| format!("{name}: {value}")));
    }
    lines.extend((!essence.is_empty()).then(|| format!("content-type: {essence}")));
    let body = received
        .body
        .as_ref()
        .map(|body| String::from_utf8_lossy(body.bytes()).into_owned());
    lines.extend(
        body.filter(|body| !body.is_empty())
            .map(|body| match essence {
                "application/json" => received.json().unwrap_or_default().to_string(),
                "application/x-www-form-urlencoded" => form(&body),
                "multipart/form-data" => multipart(&body, parameters),
                _ => body,
            }),
    );
    lines.join("\n")
}

/// The fields decoded: tools differ in what they encode.
fn form(body: &str) -> String {
    let pairs = url::form_urlencoded::parse(body.as_bytes());
    pairs
        .map(|(name, value)| format!("{name} = {value}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The parts with their names, without the boundary and the types that tools guess.
fn multipart(body: &str, parameters: &str) -> String {
    let boundary = parameters
        .trim()
        .trim_start_matches("boundary=")
        .trim_matches('"');
    let boundary = format!("--{boundary}");
    let parts = body.split(&boundary).filter_map(|part| {
        let (head, content) = part.split_once("\r\n\r\n")?;
        let name = head.split("name=\"").nth(1)?.split('"').next()?;
        Some(format!("{name} = {}", content.trim_end()))
    });
    parts.collect::<Vec<_>>().join("\n")
}
