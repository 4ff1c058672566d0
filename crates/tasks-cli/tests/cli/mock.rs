use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, ChildStderr, Command, Stdio},
};

use indoc::formatdoc;

use crate::run::{Ended, SECRET, assert_golden, tasks};

/// `tasks mock` on a free port.
struct Served {
    process: Child,
    log: BufReader<ChildStderr>,
    url: String,
}

impl Served {
    fn start(arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_tasks"))
            .args(["mock", "--port", "0"])
            .args(arguments)
            .env_clear()
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(process.stderr.take().unwrap());
        let mut announced = String::new();
        for _ in 0..2 {
            log.read_line(&mut announced).unwrap();
        }
        let mut words = announced.split([' ', ',', ';', '\n']);
        let url = words.find(|word| word.starts_with("http://"));
        let url = url.unwrap_or_else(|| panic!("{announced}")).to_owned();
        for page in ["/docs", "/_mock/ledger", "/iam/v1/oauth2/token"] {
            assert!(announced.contains(&format!("{url}{page}")), "{announced}");
        }
        Self { process, log, url }
    }

    fn create(&self, arguments: &str) -> Ended {
        tasks(&format!("create --title A {arguments}"))
            .env("TASKS_BASE_URL", &self.url)
            .env("TASKS_TOKEN", SECRET)
            .end()
    }

    /// Returns the output of `curl URL/_mock/ledger`.
    fn ledger(&self) -> serde_json::Value {
        serde_json::from_str(&self.get("/_mock/ledger")).unwrap()
    }

    /// Returns the output of `curl URL`.
    fn get(&self, path: &str) -> String {
        let address = self.url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        let (_, body) = response.split_once("\r\n\r\n").unwrap();
        body.to_owned()
    }

    /// Reads the log up to a line that contains this.
    #[cfg(unix)]
    fn read_log_until(&mut self, expected: &str) {
        let mut line = String::new();
        while !line.contains(expected) {
            line.clear();
            assert_ne!(self.log.read_line(&mut line).unwrap(), 0, "the log ended");
        }
    }

    /// Interrupts the server, and returns its log of requests.
    #[cfg(unix)]
    fn end(mut self) -> String {
        let pid = self.process.id().to_string();
        let kill = Command::new("kill").args(["-INT", &pid]).status().unwrap();
        assert!(kill.success());
        assert_eq!(self.process.wait().unwrap().code(), Some(0));
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        rest
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The server responds to `tasks create`, logs the request, and exits with 0 when interrupted.
#[test]
#[cfg(unix)]
fn create_sends_to_a_running_mock() {
    let server = Served::start(&[]);
    assert_eq!(server.create("").code, Some(0));
    assert_eq!(
        server.end(),
        "POST /prototype/platform/tasks → 201  createPrototypeTask, created\n"
    );
}

#[test]
#[cfg(unix)]
fn quiet_server_does_not_log_requests() {
    let server = Served::start(&["--quiet"]);
    assert_eq!(server.create("").code, Some(0));
    assert_eq!(server.end(), "");
}

/// Rejections are logged with their reason, in both formats.
#[test]
#[cfg(unix)]
fn logs_the_reason_of_a_rejection() {
    for (format, expected) in [
        (
            "text",
            "POST /prototype/platform/tasks → 400  /dueDate: \"tomorrow\" is not a valid date-time",
        ),
        ("json", "\"reason\":\"/dueDate: \\\"tomorrow\\\" is not"),
    ] {
        let server = Served::start(&["--format", format]);
        let address = server.url.trim_start_matches("http://");
        let body = r#"{"title": "A", "dueDate": "tomorrow"}"#;
        let request = format!(
            "POST /prototype/platform/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\
             Content-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream.read_to_string(&mut String::new()).unwrap();
        let log = server.end();
        assert!(log.contains(expected), "{log}");
    }
}

/// Reasons may contain bidirectional formatting characters of a request.
#[test]
#[cfg(unix)]
fn removes_formatting_characters_from_the_log() {
    let server = Served::start(&[]);
    let request = "POST /prototype/platform/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\
        Content-Type: text/\u{202e}x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    let mut stream = TcpStream::connect(server.url.trim_start_matches("http://")).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    stream.read_to_string(&mut String::new()).unwrap();
    let log = server.end();
    assert!(
        log.contains("→ 415  unsupported body of the type `text/ x`"),
        "{log}"
    );
}

#[test]
#[cfg(unix)]
fn prints_a_table_of_routes() {
    let server = Served::start(&["--routes"]);
    let log = server.end();
    let routes = "POST  /prototype/platform/tasks  createPrototypeTask  201, 400, 401, 403, 404, 409, 429, 500, 503";
    assert!(log.lines().any(|line| line == routes), "{log}");
}

/// The previous document is served while the new one cannot be read.
#[test]
#[cfg(unix)]
fn reloads_a_document_that_changes() {
    use std::time::{Duration, Instant};

    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("pets.yaml");
    let document = |example: &str| {
        formatdoc! {"
            openapi: 3.0.3
            info: {{title: t, version: '1'}}
            paths: {{/pet: {{get: {{responses: {{'200': {{description: d, content: {{application/json: {{example: {example}}}}}}}}}}}}}}}
            components: {{securitySchemes: {{o: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: /iam/v1/oauth2/token, scopes: {{}}}}}}}}}}}}
        "}
    };
    std::fs::write(&file, document("first")).unwrap();
    let mut server = Served::start(&["--document", file.to_str().unwrap(), "--watch"]);
    let wait_for = |server: &Served, expected: &str| {
        let begin = Instant::now();
        while !server.get("/pet").ends_with(expected) {
            assert!(begin.elapsed() < Duration::from_secs(20), "{expected}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    wait_for(&server, "\"first\"");
    std::fs::write(&file, "openapi: 3.0.3\npaths: {").unwrap();
    server.read_log_until("the previous document is still served");
    wait_for(&server, "\"first\"");
    std::fs::write(&file, document("second-and-longer")).unwrap();
    wait_for(&server, "\"second-and-longer\"");
}

/// The function is that of `oas mock`.
#[test]
#[cfg(unix)]
fn serves_a_document_of_several_files_and_reloads_each() {
    use std::time::{Duration, Instant};

    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(directory.path().join(name), text).unwrap();
    let operation = |example: &str| {
        format!(
            "responses: {{'200': {{description: d, content: {{application/json: {{example: {example}}}}}}}}}"
        )
    };
    let entry = |reference: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{/pet: {{get: {{$ref: {reference}}}}}}}\n\
             components: {{securitySchemes: {{o: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: /iam/v1/oauth2/token, scopes: {{}}}}}}}}}}}}\n"
        )
    };
    write("pets.yaml", &entry("get.yaml"));
    write("get.yaml", &operation("first"));
    let file = directory.path().join("pets.yaml");
    let arguments = ["--document", file.to_str().unwrap(), "--watch"];
    let server = Served::start(&arguments);
    assert!(server.get("/pet").ends_with("\"first\""));
    write("get.yaml", &operation("second-and-longer"));
    let begin = Instant::now();
    while !server.get("/pet").ends_with("\"second-and-longer\"") {
        assert!(begin.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(50));
    }
    server.end();

    write("get.yaml", "responses: [");
    let run = tasks(&format!("mock --port 0 --document {}", file.display()));
    let ended = run.end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert!(ended.stderr.contains("get.yaml:1:"), "{ended}");
}

/// Each response of a deprecated operation after its sunset.
#[test]
fn simulates_a_sunset() {
    for (response, status) in [("gone", "410"), ("not-found", "404"), ("forbidden", "403")] {
        let server = Served::start(&["--today", "2027-02-01", "--after-sunset", response]);
        assert_eq!(server.create("").code, Some(1), "{status}");
        assert_eq!(server.ledger()["applied"], 0);
    }
    let server = Served::start(&["--today", "2027-01-30"]);
    assert_eq!(server.create("").code, Some(0));
}

/// One fault for each request. The ledger lists requests without a response, too.
#[test]
#[cfg(unix)]
fn injects_faults_in_order() {
    let script = [
        "--script",
        "close-after-reading+after-create",
        "--script",
        "html-502",
        "--script",
        "none",
        "--script",
        "half-body",
    ];
    let server = Served::start(&script);
    let codes: Vec<_> = (0..5).map(|_| server.create("").code).collect();
    assert_eq!(codes, [Some(3), Some(3), Some(0), Some(4), Some(0)]);
    let ledger = server.ledger();
    assert_eq!(ledger["created"], 4, "{ledger}");
    assert_eq!(ledger["entries"][0]["request"]["title"], "A", "{ledger}");
    assert_eq!(
        server.end(),
        "POST /prototype/platform/tasks → closed without a response  createPrototypeTask, created, fault close-after-reading+after-create\n\
         POST /prototype/platform/tasks → 502  createPrototypeTask, fault html-502\n\
         POST /prototype/platform/tasks → 201  createPrototypeTask, created\n\
         POST /prototype/platform/tasks → 201  createPrototypeTask, created, fault half-body\n\
         POST /prototype/platform/tasks → 201  createPrototypeTask, created\n"
    );
}

/// The same seed yields the same faults.
#[test]
#[cfg(unix)]
fn faults_are_drawn_from_a_seed() {
    let log = |seed: &str| {
        let server = Served::start(&["--fault", "30%:409", "--fault", "20%:500", "--seed", seed]);
        (0..20).for_each(|_| drop(server.create("")));
        server.end()
    };
    let first = log("1");
    assert_eq!(first, log("1"));
    assert_ne!(first, log("2"));
    for response in ["→ 201", "→ 409", "→ 500"] {
        assert!(first.contains(response), "{first}");
    }
}

#[test]
fn rate_limit_responds_with_retry_after() {
    for limit in ["1/3600s", "1/3600s+date"] {
        let server = Served::start(&["--rate-limit", limit]);
        assert_eq!(server.create("").code, Some(0));
        let rejected = server.create("");
        assert_eq!(rejected.code, Some(1), "{rejected}");
        let retry = rejected.stderr.split_once("retry after ");
        let seconds = retry.and_then(|(_, rest)| rest.split(' ').next()?.parse::<u32>().ok());
        // The window began with the first request.
        assert!(
            seconds.is_some_and(|seconds| (3000..=3601).contains(&seconds)),
            "{rejected}"
        );
    }
}

#[test]
fn only_listed_tokens_are_accepted() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("tokens");
    for (tokens, code) in [
        (format!("other\n\n  {SECRET}\n"), 0),
        ("other\n".to_owned(), 1),
    ] {
        std::fs::write(&file, tokens).unwrap();
        let server = Served::start(&["--tokens", file.to_str().unwrap()]);
        let ended = server.create("");
        assert_eq!(ended.code, Some(code), "{ended}");
    }
}

#[test]
fn reads_one_token_per_line() {
    let run = tasks("mock --port 0 --tokens tokens");
    let ended = run
        .file("tokens", format!("other\n\nBearer {SECRET}\n").as_bytes())
        .end();
    assert_eq!(ended.code, Some(2), "{ended}");
    assert!(
        ended
            .stderr
            .contains("tokens:3: expected one token per line"),
        "{ended}"
    );
    assert!(!ended.stderr.contains(SECRET), "{ended}");
}

#[test]
fn injects_faults_of_the_token_endpoint() {
    let server = Served::start(&["--token-fault", "400"]);
    let ended = tasks("create --title A")
        .env("TASKS_BASE_URL", &server.url)
        .env("TASKS_CLIENT_ID", "any")
        .env("TASKS_CLIENT_SECRET", SECRET)
        .end();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert_eq!(server.ledger()["bodies_read"], 0);
}

#[test]
fn delays_every_request() {
    let server = Served::start(&["--latency", "300ms"]);
    let begin = std::time::Instant::now();
    assert_eq!(server.create("").code, Some(0));
    assert!(begin.elapsed() >= std::time::Duration::from_millis(300));
}

#[test]
fn rejects_invalid_arguments_of_the_mock() {
    for (name, arguments) in [
        ("no_document", "--document missing.yaml"),
        ("fault", "--script 5x3"),
        ("share", "--fault 120%:503"),
        ("shares", "--fault 60%:503 --fault 50%:429"),
        ("script_and_fault", "--script 503 --fault 429"),
        ("latency", "--latency 2s-1s"),
        ("rate_limit", "--rate-limit 10"),
        ("address", "--address localhost"),
        ("no_tokens", "--tokens missing"),
        ("port", "--port 80800"),
        ("negative", "--keep -1"),
        ("negative_latency", "--latency -5ms"),
        ("unfinished", "--fault 101"),
    ] {
        let port = if name == "port" { "" } else { "--port 0 " };
        let ended = tasks(&format!("mock {port}{arguments}")).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert_eq!(ended.stdout, "");
        assert_golden!(format!("mock_{name}"), ended);
    }
}

#[test]
fn rejects_documents_that_cannot_be_served() {
    for (name, text) in [
        ("empty", ""),
        ("swagger", "swagger: '2.0'"),
        ("newer", "openapi: 3.1.0\npaths: {}"),
        ("pathless", "openapi: 3.0.3\npaths: []"),
    ] {
        let run = tasks("mock --port 0 --document document.yaml");
        let ended = run.file("document.yaml", text).end();
        assert_eq!(ended.code, Some(2), "{ended}");
        assert_golden!(format!("mock_document_{name}"), ended);
    }
}

/// HTTP dates end with the year 9999.
#[test]
fn rejects_a_rate_limit_without_a_time() {
    let server = Served::start(&["--rate-limit", "1/9999999999999999999s+date"]);
    assert_eq!(server.create("").code, Some(0));
    let rejected = server.create("");
    assert_eq!(rejected.code, Some(1), "{rejected}");
}

#[test]
fn reports_a_port_that_is_in_use() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let ended = tasks(&format!("mock --port {port}")).end();
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("use another --port"), "{ended}");
}
