use std::fmt;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use bytes::Bytes;
use oas::{Document, LoadError};
use tokio::runtime;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::Builder;
use crate::fault::{Fault, Faults, Limiter, RateLimit};
use crate::ledger::{Ledger, Received};
use crate::state::State;
use crate::wire::{Gate, answer_to};

/// A server that answers by an OpenAPI document, on a thread of its own, until it is dropped.
///
/// ```
/// # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
/// let server = mock_server::MockServer::start(text)?;
/// let address = server.url(); // http://127.0.0.1:40123
/// // … send something there …
/// assert_eq!(server.received().len(), 0);
/// # Ok::<(), mock_server::StartError>(())
/// ```
pub struct MockServer {
    address: SocketAddr,
    url: String,
    state: Arc<State>,
    /// Closed when the server is to stop.
    commands: Option<UnboundedSender<Command>>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's own thread is asked to do.
struct Command {
    accept: bool,
    done: mpsc::Sender<io::Result<()>>,
}

/// Why a server did not start: each completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The document cannot be read.
    #[error(transparent)]
    Document(#[from] LoadError),
    /// The address cannot be listened on.
    #[error("listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The system gave no thread.
    #[error("start a thread for the server")]
    Thread(#[source] io::Error),
}

impl MockServer {
    /// Serves a document, in YAML or JSON, on a free port of the loopback interface.
    ///
    /// # Errors
    /// When the text is neither, or when there is no port or thread to be had.
    pub fn start(text: impl Into<String>) -> Result<Self, StartError> {
        Self::builder(Document::parse("the document", text)?).start()
    }

    /// For everything that has another value than the usual one.
    pub fn builder(document: Document) -> Builder {
        Builder::new(document)
    }

    pub(crate) fn run(state: State, address: SocketAddr) -> Result<Self, StartError> {
        let state = Arc::new(state);
        let (commands, received) = unbounded_channel();
        let (opened, result) = mpsc::channel();
        let shared = Arc::clone(&state);
        // All of the runtime's life is on that thread, for the caller may be in a runtime of its own.
        let run = move || match runtime::Builder::new_current_thread().enable_all().build() {
            Ok(runtime) => runtime.block_on(obey(address, shared, opened, received)),
            Err(error) => drop(opened.send(Err(error))),
        };
        let thread = thread::Builder::new()
            .name("mock-server".to_owned())
            .spawn(run)
            .map_err(StartError::Thread)?;
        let gone = |_| Err(io::ErrorKind::NotConnected.into());
        let opened = result.recv().unwrap_or_else(gone);
        let address = opened.map_err(|source| StartError::Listen { address, source })?;
        Ok(Self {
            address,
            url: format!("http://{}", reachable(address)),
            state,
            commands: Some(commands),
            thread: Some(thread),
        })
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for callers on this machine, without a slash at its end: `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Answers a request without a connection, and without any fault. It is in the books like all others.
    pub fn answer(&self, request: http::Request<Bytes>) -> http::Response<Bytes> {
        answer_to(&self.state, request)
    }

    /// Where the document's OAuth flows get their tokens, on this server.
    pub fn token_urls(&self) -> impl Iterator<Item = String> {
        let paths = self.state.api.token_paths();
        paths.map(|path| format!("{}{path}", self.url))
    }

    /// The latest requests, the oldest first, to operations and to anything else.
    ///
    /// A request is there as soon as its answer is decided, before the first byte of it is sent.
    pub fn received(&self) -> Vec<Received> {
        self.state.books.lock().received()
    }

    /// What was created, and how much was read.
    pub fn ledger(&self) -> Ledger {
        self.state.books.lock().ledger()
    }

    /// One fault for each of the next requests to operations. It replaces what was set before.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.set_faults(Faults::script(faults));
    }

    /// The faults of requests to operations.
    pub fn set_faults(&self, faults: Faults) {
        *self.state.faults.lock() = faults;
    }

    /// The faults of requests to the token endpoint.
    pub fn set_token_faults(&self, faults: Faults) {
        *self.state.token_faults.lock() = faults;
    }

    /// A limit to the requests to operations, or none.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) {
        *self.state.limiter.lock() = limit.map(Limiter::new);
    }

    /// Makes every token that was issued so far expire now.
    pub fn expire_tokens(&self) {
        self.state.tokens.lock().expire_all();
    }

    /// Refuses connections from now on, and closes the open ones as soon as they are idle. The port stays taken.
    ///
    /// # Errors
    /// When the system does not give the port back.
    pub fn refuse(&self) -> io::Result<()> {
        self.command(false)
    }

    /// Accepts connections again after [`refuse`](Self::refuse).
    ///
    /// # Errors
    /// When the system does not allow to listen again.
    pub fn accept(&self) -> io::Result<()> {
        self.command(true)
    }

    fn command(&self, accept: bool) -> io::Result<()> {
        let (done, result) = mpsc::channel();
        if let Some(commands) = &self.commands {
            let _ = commands.send(Command { accept, done });
        }
        result
            .recv()
            .unwrap_or_else(|_| Err(io::ErrorKind::NotConnected.into()))
    }
}

/// Where a caller on this machine finds a server: one that listens on all interfaces is on the loopback one too.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

async fn obey(
    address: SocketAddr,
    state: Arc<State>,
    opened: mpsc::Sender<io::Result<SocketAddr>>,
    mut commands: UnboundedReceiver<Command>,
) {
    let mut gate = match Gate::open(address, Arc::clone(&state)) {
        Ok(gate) => gate,
        Err(error) => return drop(opened.send(Err(error))),
    };
    let _ = opened.send(Ok(gate.address()));
    while let Some(Command { accept, done }) = commands.recv().await {
        let result = if accept {
            gate.accept(Arc::clone(&state))
        } else {
            gate.refuse().await
        };
        let _ = done.send(result);
    }
}

impl Drop for MockServer {
    fn drop(&mut self) {
        self.commands = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for MockServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockServer")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::reachable;

    #[test]
    fn all_interfaces_are_reached_by_the_loopback_one() {
        for (address, expected) in [
            ("0.0.0.0:80", "127.0.0.1:80"),
            ("[::]:80", "[::1]:80"),
            ("192.0.2.1:80", "192.0.2.1:80"),
            ("[::1]:80", "[::1]:80"),
        ] {
            assert_eq!(reachable(address.parse().unwrap()).to_string(), expected);
        }
    }
}
