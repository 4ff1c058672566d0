//! Callers that mean no good: each is shaken off in bounded time, and one who means well is served beside them.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use mock_server::MockServer;
use oas::Document;

use crate::support::{NOTES, Outcome, raw};

/// A server that waits for nobody longer than this.
const PATIENCE: Duration = Duration::from_millis(300);
/// Far beyond it: who is not shaken off by then never is.
const NEVER: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

fn impatient() -> Result<MockServer, Box<dyn std::error::Error>> {
    let builder = MockServer::builder(Document::parse("notes", NOTES)?);
    Ok(builder.patience(PATIENCE).start()?)
}

fn request(headers: &str, body: &str) -> String {
    format!(
        "POST /notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\n\
         connection: close\r\n{headers}\r\n\r\n{body}"
    )
}

/// A request that nothing is wrong with is answered.
fn serves(server: &MockServer) -> Outcome {
    let body = r#"{"text":"Milk"}"#;
    let answer = raw(server, request("content-length: 15", body).as_bytes())?;
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    Ok(())
}

/// Sends a beginning, then the same bytes again and again, until the server has had enough; gives what it said.
fn trickle(server: &MockServer, begin: &str, again: &str) -> Result<String, std::io::Error> {
    let mut stream = TcpStream::connect(server.address())?;
    stream.write_all(begin.as_bytes())?;
    stream.set_read_timeout(Some(PAUSE))?;
    let mut said = Vec::new();
    let mut rounds = 0;
    loop {
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => said.extend_from_slice(&buffer[..read]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
        // An error here is the end that the next read sees.
        let _ = stream.write_all(again.as_bytes());
        rounds += 1;
        assert!(PAUSE * rounds < NEVER, "the server still listens");
    }
    Ok(String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn slow_headers() -> Outcome {
    let server = impatient()?;
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| trickle(&server, "POST /notes HTTP/1.1\r\nhost: a\r\nx: ", "y"));
        serves(&server)?;
        assert_eq!(slow.join().expect("no panic")?, "");
        Ok(())
    })
}

#[test]
fn slow_bodies() -> Outcome {
    let server = impatient()?;
    let begin = request("content-length: 100000", "{");
    std::thread::scope(|scope| -> Outcome {
        let slow = scope.spawn(|| trickle(&server, &begin, " "));
        serves(&server)?;
        let said = slow.join().expect("no panic")?;
        assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
        Ok(())
    })?;
    assert_eq!(server.ledger().created, 1);
    Ok(())
}

#[test]
fn a_thousand_half_open_connections() -> Outcome {
    // Both ends of the connections are in this process.
    rlimit::increase_nofile_limit(4096)?;
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .patience(NEVER)
        .connections(100)
        .start()?;
    let mut held = Vec::new();
    for number in 0..1000 {
        let mut stream = TcpStream::connect(server.address())?;
        // Some say nothing at all, some begin a head, some a body.
        let begin = [
            "",
            "POST /notes HTTP/1.1\r\nhost: a\r\n",
            &request("content-length: 15", "{"),
        ];
        stream.write_all(begin[number % 3].as_bytes())?;
        held.push(stream);
        if number % 100 == 99 {
            serves(&server)?;
        }
    }
    // All but the last hundred have been closed to make room, the oldest first.
    let is_closed = |mut stream: &TcpStream| {
        stream.set_read_timeout(Some(NEVER))?;
        match stream.read(&mut [0; 1]) {
            Ok(read) => Ok(read == 0),
            Err(error) => Ok(error.kind() == ErrorKind::ConnectionReset),
        }
    };
    for stream in &held[..880] {
        let closed: Result<bool, std::io::Error> = is_closed(stream);
        assert!(closed?);
    }
    serves(&server)
}

#[test]
fn oversized_headers() -> Outcome {
    let server = impatient()?;
    let long = format!("x: {}", "y".repeat(1 << 20));
    let many = vec!["x: y"; 10_000].join("\r\n");
    let path = format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "y".repeat(1 << 20));
    for bytes in [request(&long, ""), request(&many, ""), path] {
        let mut stream = TcpStream::connect(server.address())?;
        stream.set_read_timeout(Some(NEVER))?;
        // The server stops reading somewhere, so neither needs to succeed.
        let _ = stream.write_all(bytes.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let refused = ["", "HTTP/1.1 431 ", "HTTP/1.1 414 "];
        assert!(
            refused.iter().any(|status| answer.starts_with(status)) && !answer.contains(" 201 "),
            "{answer}"
        );
    }
    assert_eq!(server.ledger().requests, 0);
    serves(&server)
}

#[test]
fn nested_json() -> Outcome {
    let server = impatient()?;
    let depth = 100_000;
    for (open, close) in [("[", "]"), ("{\"text\":", "}")] {
        let body = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let bytes = request(&format!("content-length: {}", body.len()), &body);
        let answer = raw(&server, bytes.as_bytes())?;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
        assert!(answer.contains("recursion limit"), "{answer}");
    }
    serves(&server)
}

#[test]
fn wrong_content_lengths() -> Outcome {
    let server = impatient()?;
    let body = r#"{"text":"Milk"}"#;
    let chunked = "transfer-encoding: chunked";
    let cases = [
        ("too long", "content-length: 16", body, "HTTP/1.1 408 "),
        ("too short", "content-length: 14", body, "HTTP/1.1 400 "),
        ("negative", "content-length: -15", body, "HTTP/1.1 400 "),
        (
            "no number",
            "content-length: fifteen",
            body,
            "HTTP/1.1 400 ",
        ),
        (
            "huge",
            "content-length: 99999999999999999999",
            body,
            "HTTP/1.1 400 ",
        ),
        (
            "two",
            "content-length: 15\r\ncontent-length: 16",
            body,
            "HTTP/1.1 400 ",
        ),
        ("no chunk", chunked, body, "HTTP/1.1 400 "),
        (
            "endless chunk",
            chunked,
            "ffffffffffffffffff\r\n",
            "HTTP/1.1 400 ",
        ),
        (
            "a chunk too short",
            chunked,
            "e\r\n{\"text\":\"Milk\"}\r\n0\r\n\r\n",
            "HTTP/1.1 400 ",
        ),
    ];
    for (name, headers, body, status) in cases {
        let answer = raw(&server, request(headers, body).as_bytes())?;
        assert!(answer.starts_with(status), "{name}: {answer}");
    }
    // What is behind a body that ended too early begins a request, and is none.
    assert_eq!(server.ledger().created, 0);

    // One who leaves in the middle of a body has created nothing either.
    let mut stream = TcpStream::connect(server.address())?;
    stream.write_all(request("content-length: 16", body).as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(NEVER))?;
    stream.read_to_end(&mut Vec::new())?;
    assert_eq!(server.ledger().created, 0);
    serves(&server)
}
