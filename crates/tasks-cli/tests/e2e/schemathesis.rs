//! Schemathesis, a fuzzer of APIs that reads their documents, as a judge of the mock server.

use std::{
    env, fs,
    io::{self, Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
};

use mock_server::{Document, MockServer};
use tasks_client::DOCUMENT;

#[test]
fn finds_nothing() {
    let server = MockServer::start(DOCUMENT).unwrap();
    for seed in env::var("E2E_SEEDS").as_deref().unwrap_or("1").split(',') {
        let verdict = Judge::new(server.url()).seed(seed).judges(DOCUMENT);
        assert!(verdict.passes, "{}", verdict.said);
    }
}

/// Whether a request without its token, or with a wrong one, passes: it is blind to that where the scheme is `oauth2`.
#[test]
fn finds_no_way_around_the_token() {
    let document = bearer();
    let read = Document::parse("bearer.yaml", &document).unwrap();
    let server = MockServer::builder(read)
        .tokens(["any"])
        .keep(100_000)
        .start()
        .unwrap();
    let verdict = Judge::new(server.url()).judges(&document);
    assert!(verdict.passes, "{}", verdict.said);
    let refused = server
        .received()
        .iter()
        .filter(|one| one.status.is_some_and(|status| status == 401))
        .count();
    assert!(refused > 0, "{}", verdict.said);
}

#[test]
fn finds_a_server_that_takes_any_token() {
    let document = bearer();
    let server = MockServer::start(document.clone()).unwrap();
    Judge::new(server.url())
        .judges(&document)
        .fails("API accepts invalid authentication");
}

#[test]
fn finds_a_server_that_does_not_look_at_formats() {
    let server = MockServer::start(without("format: date-time")).unwrap();
    Judge::new(server.url())
        .judges(DOCUMENT)
        .fails("Schema-violating request accepted");
}

#[test]
fn finds_a_server_that_refuses_null() {
    let server = MockServer::start(without("nullable: true")).unwrap();
    Judge::new(server.url())
        .judges(DOCUMENT)
        .fails("Schema-valid request rejected");
}

#[test]
fn finds_a_server_that_answers_405_without_allow() {
    let server = MockServer::start(DOCUMENT).unwrap();
    let url = hiding(server.url(), b"\nallow:").unwrap();
    Judge::new(&url)
        .judges(DOCUMENT)
        .fails("without required `Allow` header");
}

struct Judge {
    url: String,
    seed: String,
}

struct Verdict {
    passes: bool,
    said: String,
}

impl Judge {
    fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            seed: "1".to_owned(),
        }
    }

    fn seed(mut self, seed: &str) -> Self {
        self.seed = seed.to_owned();
        self
    }

    /// Holds the server to this document, which need not be its own.
    #[expect(clippy::print_stdout, reason = "how much was tried belongs in the log")]
    fn judges(&self, document: &str) -> Verdict {
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
            .current_dir(&directory)
            .output()
            .expect("schemathesis, which `.ci/e2e` brings");
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        let cases = said.lines().find(|line| line.contains(" generated, "));
        println!("seed {}: {}", self.seed, cases.unwrap_or("no cases").trim());
        Verdict {
            passes: output.status.success(),
            said,
        }
    }
}

impl Verdict {
    fn fails(&self, finding: &str) {
        assert!(!self.passes && self.said.contains(finding), "{}", self.said);
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
    let document =
        format!("{before}      type: http\n      scheme: bearer\n\n  parameters:\n{after}");
    document.replace("  - oauth2:\n      - task:write\n", "  - oauth2: []\n")
}

/// A way to the server on which a header is renamed: those who look for it do not find it.
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
