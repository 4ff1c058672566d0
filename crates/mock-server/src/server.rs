use std::fmt;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

use bytes::Bytes;
use oas::{Document, LoadError};
use tokio::runtime;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::api::{Note, Route};
use crate::fault::{Fault, Faults, Limiter, RateLimit};
use crate::ledger::{Ledger, Received};
use crate::state::{Served, State};
use crate::stub::On;
use crate::wire::{Listener, respond_to};

/// A server that responds per an OpenAPI document, on its own thread, until it is dropped.
///
/// ```
/// # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}";
/// let server = mock_server::MockServer::start(text)?;
/// let address = server.url(); // http://127.0.0.1:40123
/// // … send requests to the address …
/// assert_eq!(server.received().len(), 0);
/// # Ok::<(), mock_server::StartError>(())
/// ```
pub struct MockServer {
    address: SocketAddr,
    url: String,
    state: Arc<State>,
    /// Dropped to stop the server.
    commands: Option<UnboundedSender<Command>>,
    thread: Option<JoinHandle<()>>,
}

/// A command to the server's thread.
struct Command {
    accept: bool,
    done: mpsc::Sender<io::Result<()>>,
}

/// Error at startup; it completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The document cannot be read.
    #[error(transparent)]
    Document(#[from] LoadError),
    /// Listening on the address failed.
    #[error("listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The cause.
        source: io::Error,
    },
    /// Starting a thread failed.
    #[error("start a thread for the server")]
    Thread(#[source] io::Error),
    /// Examples are invalid, and must not be corrected.
    #[error("serve a document with invalid examples: {}", listed(.0))]
    Examples(Vec<Note>),
}

fn listed(notes: &[Note]) -> String {
    let notes = notes.iter().map(Note::to_string);
    notes.collect::<Vec<_>>().join("; ")
}

/// Number of threads for expensive requests.
const EXPENSIVE_THREADS: usize = 2;

impl MockServer {
    pub(crate) fn run(state: State, address: SocketAddr) -> Result<Self, StartError> {
        let state = Arc::new(state);
        let (commands, received) = unbounded_channel();
        let (opened, result) = mpsc::channel();
        let shared = Arc::clone(&state);
        // The runtime is built on that thread, because the caller may be within a runtime.
        let run = move || {
            let mut runtime = runtime::Builder::new_current_thread();
            runtime.enable_all().max_blocking_threads(EXPENSIVE_THREADS);
            match runtime.build() {
                Ok(runtime) => runtime.block_on(serve(address, shared, opened, received)),
                Err(error) => drop(opened.send(Err(error))),
            }
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

    /// The address of the listener.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for clients on this machine, without a slash at its end:
    /// `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Responds to a request without a connection, and without a fault. It is recorded like all
    /// others.
    pub fn respond_to(&self, request: http::Request<Bytes>) -> http::Response<Bytes> {
        respond_to(&self.state, request)
    }

    /// The token endpoints of the OAuth flows of the document, on this server, except those that
    /// the document describes as operations.
    pub fn token_urls(&self) -> Vec<String> {
        let served = self.state.served();
        let endpoints = served.api.token_endpoints();
        endpoints
            .map(|endpoint| format!("{}{}", self.url, endpoint.path))
            .collect()
    }

    /// The URL of the ledger, which lists the applied requests.
    pub fn ledger_url(&self) -> String {
        format!("{}{}/ledger", self.url, self.state.served().pages.prefix())
    }

    /// The URL of the page with Swagger UI; `None` without the feature `docs`.
    pub fn docs_url(&self) -> Option<String> {
        let docs = self.state.served().pages.docs()?;
        Some(format!("{}{docs}", self.url))
    }

    /// The routes of the document.
    pub fn routes(&self) -> Vec<Route> {
        self.state.served().api.routes().to_vec()
    }

    /// Notes on the document: examples that are corrected or not used, and unsupported features.
    pub fn notes(&self) -> Vec<Note> {
        self.state.served().api.notes().to_vec()
    }

    /// Serves another document from the next request on, with the same ledger, tokens, stubs and
    /// faults.
    pub fn reload(&self, document: Document) {
        let served = Served::new(Arc::new(document), &self.state.options);
        *self.state.served.lock() = Arc::new(served);
    }

    /// Replaces the response to valid requests of an operation: by its `operationId`, or by its
    /// method and path.
    ///
    /// ```
    /// # let text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {'/users/{id}': {get: {operationId: getUser, responses: {'200': {description: d}}}}}";
    /// use serde_json::json;
    /// let server = mock_server::MockServer::start(text)?;
    /// server.on("getUser").respond(json!({"id": 7, "name": "Ada"}));
    /// server.on("getUser").once().status(404).respond(json!({"message": "no such user"}));
    /// server.on("getUser").when(|request| request.uri.path().ends_with("/9")).status(204).respond_empty();
    /// # Ok::<(), mock_server::StartError>(())
    /// ```
    ///
    /// # Panics
    /// If the document has no such operation.
    pub fn on(&self, operation: &str) -> On<'_> {
        let is_known = self.routes().iter().any(|route| {
            route.operation.as_deref() == Some(operation)
                || format!("{} {}", route.method, route.path) == operation
        });
        assert!(is_known, "the document has no operation `{operation}`");
        On::new(operation.to_owned(), |stub| {
            self.state.stubs.lock().add(stub)
        })
    }

    /// Removes all stubs.
    pub fn clear_stubs(&self) {
        self.state.stubs.lock().clear();
    }

    /// The latest requests, the oldest first, to operations and to anything else.
    ///
    /// A request is listed before the first byte of its response is sent.
    pub fn received(&self) -> Vec<Received> {
        self.state.records.lock().received()
    }

    /// The ledger of received and applied requests.
    pub fn ledger(&self) -> Ledger {
        self.state.records.lock().ledger()
    }

    /// Sets one fault for each of the next requests to operations, in place of the faults so far.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.set_faults(Faults::script(faults));
    }

    /// Sets the faults of requests to operations.
    pub fn set_faults(&self, faults: Faults) {
        *self.state.faults.lock() = faults;
    }

    /// Sets the faults of requests to the token endpoints.
    pub fn set_token_faults(&self, faults: Faults) {
        *self.state.token_faults.lock() = faults;
    }

    /// Sets the rate limit of requests to operations, or removes it.
    pub fn set_rate_limit(&self, limit: Option<RateLimit>) {
        *self.state.limiter.lock() = limit.map(Limiter::new);
    }

    /// Makes every token that was issued so far expire now.
    pub fn expire_tokens(&self) {
        self.state.tokens.lock().expire_all();
    }

    /// Refuses new connections, and closes the open ones as soon as they are idle. The port remains
    /// bound.
    ///
    /// # Errors
    /// If the port cannot be bound again.
    pub fn refuse(&self) -> io::Result<()> {
        self.command(false)
    }

    /// Accepts connections again after [`refuse`](Self::refuse).
    ///
    /// # Errors
    /// If listening fails.
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

/// The address for clients on this machine: the loopback address for a server on all interfaces.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

async fn serve(
    address: SocketAddr,
    state: Arc<State>,
    opened: mpsc::Sender<io::Result<SocketAddr>>,
    mut commands: UnboundedReceiver<Command>,
) {
    let mut listener = match Listener::open(address, Arc::clone(&state)) {
        Ok(listener) => listener,
        Err(error) => return drop(opened.send(Err(error))),
    };
    let _ = opened.send(Ok(listener.address()));
    while let Some(Command { accept, done }) = commands.recv().await {
        let result = if accept {
            listener.accept(Arc::clone(&state))
        } else {
            listener.refuse().await
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
    fn replaces_all_interfaces_by_the_loopback_one() {
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
