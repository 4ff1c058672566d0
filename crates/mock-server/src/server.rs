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
use crate::wire::{Listener, answer_to};

/// A server that responds per an OpenAPI document, on its own thread, until it is dropped.
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
    /// Closed to stop the server.
    commands: Option<UnboundedSender<Command>>,
    thread: Option<JoinHandle<()>>,
}

/// A command to the server's thread.
struct Command {
    accept: bool,
    done: mpsc::Sender<io::Result<()>>,
}

/// Why a server did not start: completes "failed to …".
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
        /// The cause.
        source: io::Error,
    },
    /// No thread is available.
    #[error("start a thread for the server")]
    Thread(#[source] io::Error),
    /// Examples have to be corrected, and must not be.
    #[error("serve a document with invalid examples: {}", listed(.0))]
    Examples(Vec<Note>),
}

fn listed(notes: &[Note]) -> String {
    let notes = notes.iter().map(Note::to_string);
    notes.collect::<Vec<_>>().join("; ")
}

/// Number of threads for expensive requests, which the thread of the connections leaves to them.
const EXPENSIVE_THREADS: usize = 2;

impl MockServer {
    pub(crate) fn run(state: State, address: SocketAddr) -> Result<Self, StartError> {
        let state = Arc::new(state);
        let (commands, received) = unbounded_channel();
        let (opened, result) = mpsc::channel();
        let shared = Arc::clone(&state);
        // The runtime lives on that thread only, because the caller may be in a runtime of its own.
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

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for clients on this machine, without a slash at its end: `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Responds to a request without a connection, and without any fault. It is recorded like all others.
    pub fn answer(&self, request: http::Request<Bytes>) -> http::Response<Bytes> {
        answer_to(&self.state, request)
    }

    /// The token endpoints of the document's OAuth flows, on this server. One that the document describes as an operation is none.
    pub fn token_urls(&self) -> Vec<String> {
        let served = self.state.served();
        let endpoints = served.api.token_endpoints();
        endpoints
            .map(|endpoint| format!("{}{}", self.url, endpoint.path))
            .collect()
    }

    /// The page that lists what was carried out.
    pub fn ledger_url(&self) -> String {
        format!("{}{}/ledger", self.url, self.state.served().pages.prefix())
    }

    /// The page with Swagger UI; `None` without the feature `docs`.
    pub fn docs_url(&self) -> Option<String> {
        let docs = self.state.served().pages.docs()?;
        Some(format!("{}{docs}", self.url))
    }

    /// The routes of the document.
    pub fn routes(&self) -> Vec<Route> {
        self.state.served().api.routes().to_vec()
    }

    /// Remarks on the document: what is corrected, not used, or not supported.
    pub fn notes(&self) -> Vec<Note> {
        self.state.served().api.notes().to_vec()
    }

    /// Serves another document from the next request on. Ledger, tokens, stubs and faults stay.
    pub fn reload(&self, document: Document) {
        let served = Served::new(Arc::new(document), &self.state.options);
        *self.state.served.lock() = Arc::new(served);
    }

    /// Describes a response of the operation with this `operationId`, or of that with this method and path.
    ///
    /// It is sent in response to valid requests, in the place of the documented response.
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
    /// A request is in the list as soon as its response is decided, before the first byte of it is sent.
    pub fn received(&self) -> Vec<Received> {
        self.state.records.lock().received()
    }

    /// What was carried out, and how much was read.
    pub fn ledger(&self) -> Ledger {
        self.state.records.lock().ledger()
    }

    /// One fault for each of the next requests to operations. It replaces what was set before.
    pub fn script(&self, faults: impl IntoIterator<Item = Fault>) {
        self.set_faults(Faults::script(faults));
    }

    /// The faults of requests to operations.
    pub fn set_faults(&self, faults: Faults) {
        *self.state.faults.lock() = faults;
    }

    /// The faults of requests to the token endpoints.
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
    /// If the system does not give the port back.
    pub fn refuse(&self) -> io::Result<()> {
        self.command(false)
    }

    /// Accepts connections again after [`refuse`](Self::refuse).
    ///
    /// # Errors
    /// If the system does not allow to listen again.
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

/// The address for clients on this machine: a server on all interfaces is on the loopback one too.
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
