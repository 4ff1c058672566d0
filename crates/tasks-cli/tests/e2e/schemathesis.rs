//! The mock server under Schemathesis, which generates valid and invalid requests from a document
//! and checks the responses.

use std::{
    env, fs,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
};

use indoc::formatdoc;
use mock_server::{Document, MockServer};
use tasks_client::DOCUMENT;

const LIBRARY: &str = include_str!("library.yaml");

#[test]
fn passes_all_checks_on_the_tasks_document() {
    let server = MockServer::start(DOCUMENT).unwrap();
    for seed in seeds().split(',') {
        let run = Schemathesis::new(server.url()).seed(seed).run(DOCUMENT);
        assert!(run.passes, "{}", run.output);
    }
}

/// All operations of a resource. A deleted one still exists, because the server has no state.
#[test]
fn passes_all_checks_but_that_of_deletions_on_a_crud_document() {
    let document = Document::parse("library.yaml", LIBRARY).unwrap();
    let server = MockServer::builder(document)
        .tokens(["any"])
        .start()
        .unwrap();
    for seed in seeds().split(',') {
        let run = Schemathesis::new(server.url())
            .seed(seed)
            .exclude("use_after_free")
            .run(LIBRARY);
        assert!(run.passes, "{}", run.output);
    }
}

/// Schemathesis tests authentication only if the scheme is not `oauth2`.
#[test]
fn accepts_no_request_without_a_valid_token() {
    let document = bearer();
    let read = Document::parse("bearer.yaml", &document).unwrap();
    let server = MockServer::builder(read)
        .tokens(["any"])
        .keep(100_000)
        .start()
        .unwrap();
    let run = Schemathesis::new(server.url()).run(&document);
    assert!(run.passes, "{}", run.output);
    let rejected = server
        .received()
        .iter()
        .filter(|one| one.status.is_some_and(|status| status == 401))
        .count();
    assert!(rejected > 0, "{}", run.output);
}

#[test]
fn detects_a_server_that_accepts_any_token() {
    let document = bearer();
    let server = MockServer::start(document.clone()).unwrap();
    Schemathesis::new(server.url())
        .run(&document)
        .fails("API accepts invalid authentication");
}

#[test]
fn detects_a_server_that_ignores_formats() {
    let server = MockServer::start(without("format: date-time")).unwrap();
    Schemathesis::new(server.url())
        .run(DOCUMENT)
        .fails("Schema-violating request accepted");
}

#[test]
fn detects_a_server_that_rejects_null() {
    let server = MockServer::start(without("nullable: true")).unwrap();
    Schemathesis::new(server.url())
        .run(DOCUMENT)
        .fails("Schema-valid request rejected");
}

#[test]
fn detects_a_405_without_allow() {
    let server = MockServer::start(DOCUMENT).unwrap();
    let url = hiding(server.url(), b"\nallow:").unwrap();
    Schemathesis::new(&url)
        .run(DOCUMENT)
        .fails("without required `Allow` header");
}

/// The seeds of the runs; `E2E_SEEDS=1,2,3` tests more.
fn seeds() -> String {
    env::var("E2E_SEEDS").unwrap_or_else(|_| "1".to_owned())
}

struct Schemathesis {
    url: String,
    seed: String,
    excluded: Option<&'static str>,
}

struct Run {
    passes: bool,
    output: String,
}

impl Schemathesis {
    fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            seed: "1".to_owned(),
            excluded: None,
        }
    }

    fn seed(mut self, seed: &str) -> Self {
        self.seed = seed.to_owned();
        self
    }

    fn exclude(mut self, check: &'static str) -> Self {
        self.excluded = Some(check);
        self
    }

    /// Checks the server against a document, which may be another than its own.
    #[expect(
        clippy::print_stdout,
        reason = "the number of cases belongs in the log"
    )]
    fn run(&self, document: &str) -> Run {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("document.yaml"), document).unwrap();
        let examples = env::var("E2E_EXAMPLES").unwrap_or_else(|_| "200".to_owned());
        let output = Command::new("schemathesis")
            .args([
                "run",
                "document.yaml",
                "--url",
                &self.url,
                "--header",
                "Authorization: Bearer any",
            ])
            .args([
                "--checks",
                "all",
                "--continue-on-failure",
                "--generation-database",
                "none",
            ])
            .args(["--seed", &self.seed, "--max-examples", &examples])
            .args(
                self.excluded
                    .map(|check| format!("--exclude-checks={check}")),
            )
            .current_dir(&directory)
            .output()
            .expect("schemathesis, which `.ci/e2e` installs");
        let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        let cases = text.lines().find(|line| line.contains(" generated, "));
        println!("seed {}: {}", self.seed, cases.unwrap_or("no cases").trim());
        Run {
            passes: output.status.success(),
            output: text,
        }
    }
}

impl Run {
    fn fails(&self, failure: &str) {
        let is_reported = self.output.contains(failure);
        assert!(!self.passes && is_reported, "{}", self.output);
    }
}

fn without(line: &str) -> String {
    let lines = DOCUMENT.lines().filter(|one| one.trim() != line);
    lines.map(|line| format!("{line}\n")).collect()
}

/// The document with a plain bearer token as its security.
fn bearer() -> String {
    let (before, rest) = DOCUMENT.split_once("      type: oauth2\n").unwrap();
    let (_, after) = rest.split_once("\n  parameters:\n").unwrap();
    let document = formatdoc! {"
            {before}      type: http
                  scheme: bearer

              parameters:
            {after}"};
    document.replace("  - oauth2:\n      - task:write\n", "  - oauth2: []\n")
}

/// A proxy that renames a header of the responses.
fn hiding(url: &str, name: &'static [u8]) -> io::Result<String> {
    let server = url.trim_start_matches("http://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for caller in listener.incoming() {
            let (caller, server) = (caller?, TcpStream::connect(&server)?);
            let (mut requests, mut to_server) = (caller.try_clone()?, server.try_clone()?);
            thread::spawn(move || io::copy(&mut requests, &mut to_server));
            thread::spawn(move || pass(server, caller, name));
        }
        io::Result::Ok(())
    });
    Ok(format!("http://{address}"))
}

fn pass(mut server: TcpStream, mut caller: TcpStream, name: &[u8]) -> io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = server.read(&mut buffer)?;
        if read == 0 {
            return caller.shutdown(std::net::Shutdown::Both);
        }
        let found = buffer[..read]
            .windows(name.len())
            .position(|bytes| bytes == name);
        if let Some(at) = found {
            buffer[at + 1] = b'x';
        }
        caller.write_all(&buffer[..read])?;
    }
}
