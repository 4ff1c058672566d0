use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::log::enable_callsites;

/// A server that reads whole requests and responds with the bytes of a script, valid HTTP or not.
pub(crate) struct RawServer {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

/// The response to one request.
pub(crate) struct Raw {
    bytes: Vec<u8>,
    end: End,
}

#[derive(Clone, Copy)]
enum End {
    Keep,
    Close,
    Reset,
    Stall,
}

impl Raw {
    /// Keeps the connection open for the next request.
    pub(crate) fn send(bytes: impl Into<Vec<u8>>) -> Self {
        let end = End::Keep;
        let bytes = bytes.into();
        Self { bytes, end }
    }

    /// Closes the connection (FIN) after these bytes.
    pub(crate) fn close(bytes: impl Into<Vec<u8>>) -> Self {
        let end = End::Close;
        Self {
            end,
            ..Self::send(bytes)
        }
    }

    /// Resets the connection (RST) after these bytes.
    pub(crate) fn reset(bytes: impl Into<Vec<u8>>) -> Self {
        let end = End::Reset;
        Self {
            end,
            ..Self::send(bytes)
        }
    }

    /// Sends these bytes only, and leaves the connection open.
    pub(crate) fn stall(bytes: impl Into<Vec<u8>>) -> Self {
        let end = End::Stall;
        Self {
            end,
            ..Self::send(bytes)
        }
    }

    /// A whole response with a JSON body.
    pub(crate) fn json(status: &str, headers: &str, body: &str) -> Self {
        Self::send(response(status, headers, body))
    }
}

/// A response with a length; `headers` are lines that end with CRLF.
pub(crate) fn response(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
}

impl RawServer {
    /// Calls the script with the number of the request (0 is the first) and its text.
    pub(crate) async fn start(script: impl Fn(usize, &str) -> Raw + Send + Sync + 'static) -> Self {
        enable_callsites();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&requests);
        let script = Arc::new(script);
        let connections: Arc<AtomicUsize> = Arc::default();
        let accepted = Arc::clone(&connections);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                accepted.fetch_add(1, SeqCst);
                let (seen, script) = (Arc::clone(&seen), Arc::clone(&script));
                tokio::spawn(async move { serve(stream, &seen, &*script).await });
            }
        });
        Self {
            url,
            requests,
            connections,
        }
    }

    /// The number of accepted connections.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(SeqCst)
    }

    /// Accepts connections and reads, without a response to anything.
    pub(crate) async fn silent() -> Self {
        Self::start(|_, _| Raw::stall("")).await
    }

    /// The requests that were read whole, as text.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: TcpStream,
    seen: &Mutex<Vec<String>>,
    script: &(dyn Fn(usize, &str) -> Raw + Send + Sync),
) {
    while let Some(request) = read(&mut stream).await {
        let number = {
            let mut seen = seen.lock().unwrap();
            seen.push(request.clone());
            seen.len() - 1
        };
        let response = script(number, &request);
        if stream.write_all(&response.bytes).await.is_err() {
            return;
        }
        match response.end {
            End::Keep => {}
            End::Close => return,
            End::Reset => {
                // The reset would discard bytes in flight.
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                stream.set_zero_linger().unwrap();
                return;
            }
            End::Stall => {
                // Until the client closes the connection.
                let mut rest = Vec::new();
                let _ = stream.read_to_end(&mut rest).await;
                return;
            }
        }
    }
}

/// One request with its body.
async fn read(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "))
                .map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return Some(text.into_owned());
            }
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
    }
}
