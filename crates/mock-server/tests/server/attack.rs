//! Hostile clients: each is disconnected in bounded time, and does not delay others.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use mock_server::MockServer;
use oas::Document;

use crate::support::{NOTES, Outcome, raw};

/// Timeout of the server for clients.
const CLIENT_TIMEOUT: Duration = Duration::from_millis(300);
/// Time after which a connection that is still open counts as never closed.
const NEVER: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(20);

fn impatient() -> Result<MockServer, Box<dyn std::error::Error>> {
    let builder = MockServer::builder(Document::parse("notes", NOTES)?);
    Ok(builder.client_timeout(CLIENT_TIMEOUT).start()?)
}

fn request(headers: &str, body: &str) -> String {
    format!(
        "POST /notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\n\
         connection: close\r\n{headers}\r\n\r\n{body}"
    )
}

/// Sends a valid request, and expects a 201.
fn serves(server: &MockServer) -> Outcome {
    let body = r#"{"text":"Milk"}"#;
    let response = raw(server, request("content-length: 15", body).as_bytes())?;
    assert!(response.starts_with("HTTP/1.1 201 "), "{response}");
    Ok(())
}

/// Sends a beginning, then the same bytes again and again until the server closes the connection;
/// returns the response.
fn trickle(server: &MockServer, begin: &str, again: &str) -> Result<String, std::io::Error> {
    let mut stream = TcpStream::connect(server.address())?;
    stream.write_all(begin.as_bytes())?;
    stream.set_read_timeout(Some(PAUSE))?;
    let mut received = Vec::new();
    let mut rounds = 0;
    loop {
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => received.extend_from_slice(&buffer[..read]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
        // The next read reports the end of the connection.
        let _ = stream.write_all(again.as_bytes());
        rounds += 1;
        assert!(PAUSE * rounds < NEVER, "the server still listens");
    }
    Ok(String::from_utf8_lossy(&received).into_owned())
}

#[test]
fn disconnects_clients_that_send_headers_slowly() -> Outcome {
    let server = impatient()?;
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| trickle(&server, "POST /notes HTTP/1.1\r\nhost: a\r\nx: ", "y"));
        serves(&server)?;
        assert_eq!(slow.join().expect("no panic")?, "");
        Ok(())
    })
}

#[test]
fn rejects_bodies_that_arrive_slowly() -> Outcome {
    let server = impatient()?;
    let begin = request("content-length: 100000", "{");
    std::thread::scope(|scope| -> Outcome {
        let slow = scope.spawn(|| trickle(&server, &begin, " "));
        serves(&server)?;
        let received = slow.join().expect("no panic")?;
        assert!(received.starts_with("HTTP/1.1 408 "), "{received}");
        Ok(())
    })?;
    assert_eq!(server.ledger().created, 1);
    Ok(())
}

#[test]
fn closes_the_oldest_of_many_idle_connections() -> Outcome {
    // Both ends of the connections are in this process.
    rlimit::increase_nofile_limit(4096)?;
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .client_timeout(NEVER)
        .connections(100)
        .start()?;
    let mut held = Vec::new();
    for number in 0..1000 {
        let mut stream = TcpStream::connect(server.address())?;
        // Some send nothing, some a part of a head, some a part of a body.
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
fn rejects_oversized_headers() -> Outcome {
    let server = impatient()?;
    let long = format!("x: {}", "y".repeat(1 << 20));
    let many = vec!["x: y"; 10_000].join("\r\n");
    let path = format!("GET /{} HTTP/1.1\r\nhost: a\r\n\r\n", "y".repeat(1 << 20));
    for bytes in [request(&long, ""), request(&many, ""), path] {
        let mut stream = TcpStream::connect(server.address())?;
        stream.set_read_timeout(Some(NEVER))?;
        // The server stops reading, so that neither needs to succeed.
        let _ = stream.write_all(bytes.as_bytes());
        let mut response = Vec::new();
        let _ = stream.read_to_end(&mut response);
        let response = String::from_utf8_lossy(&response);
        let rejections = ["", "HTTP/1.1 431 ", "HTTP/1.1 414 "];
        assert!(
            rejections.iter().any(|status| response.starts_with(status))
                && !response.contains(" 201 "),
            "{response}"
        );
    }
    assert_eq!(server.ledger().requests, 0);
    serves(&server)
}

#[test]
fn rejects_deeply_nested_json() -> Outcome {
    let server = impatient()?;
    let depth = 100_000;
    for (open, close) in [("[", "]"), ("{\"text\":", "}")] {
        let body = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let bytes = request(&format!("content-length: {}", body.len()), &body);
        let response = raw(&server, bytes.as_bytes())?;
        assert!(response.starts_with("HTTP/1.1 400 "), "{response}");
        assert!(response.contains("recursion limit"), "{response}");
    }
    serves(&server)
}

#[test]
fn rejects_invalid_content_lengths() -> Outcome {
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
        let response = raw(&server, request(headers, body).as_bytes())?;
        assert!(response.starts_with(status), "{name}: {response}");
    }
    // The bytes after a short body are not a valid request.
    assert_eq!(server.ledger().created, 0);

    // A request with an incomplete body creates nothing.
    let mut stream = TcpStream::connect(server.address())?;
    stream.write_all(request("content-length: 16", body).as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(NEVER))?;
    stream.read_to_end(&mut Vec::new())?;
    assert_eq!(server.ledger().created, 0);
    serves(&server)
}

/// The observer delays the large request, as an expensive validation does.
#[test]
fn large_bodies_do_not_delay_other_clients() -> Outcome {
    let (started, is_started) = std::sync::mpsc::channel();
    let (release, released) = std::sync::mpsc::channel::<()>();
    let (started, released) = (
        std::sync::Mutex::new(started),
        std::sync::Mutex::new(released),
    );
    let server = MockServer::builder(Document::parse("notes", NOTES)?)
        .observer(move |request| {
            let is_large = |body: &mock_server::ledger::Body| body.length() > 100_000;
            if request.body.as_ref().is_some_and(is_large) {
                let _ = started.lock().map(|started| started.send(()));
                let _ = released.lock().map(|released| released.recv_timeout(NEVER));
            }
        })
        .start()?;
    let body = format!(r#"{{"text":"{}"}}"#, "y".repeat(200_000));
    let large = request(&format!("content-length: {}", body.len()), &body);
    std::thread::scope(|scope| {
        let large = scope.spawn(|| raw(&server, large.as_bytes()));
        is_started.recv_timeout(NEVER)?;
        serves(&server)?;
        assert!(!large.is_finished());
        release.send(())?;
        let response = large.join().map_err(|_| "the thread panicked")??;
        assert!(response.starts_with("HTTP/1.1 201 "), "{response}");
        Ok(())
    })
}
