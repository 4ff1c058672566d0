use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use oas::Document;

use crate::api::Api;
use crate::fault::{Faults, Limiter, RateLimit};
use crate::ledger::{Books, Received};
use crate::state::{Observer, Shared, State};
use crate::token::Tokens;
use crate::wire::Reading;
use crate::{MockServer, StartError};

/// A server before it is started.
pub struct Builder {
    document: Document,
    address: SocketAddr,
    body_limit: usize,
    tokens: Option<Vec<String>>,
    token_life: Duration,
    kept: usize,
    kept_bytes: usize,
    patience: Duration,
    connections: usize,
    rate_limit: Option<RateLimit>,
    faults: Faults,
    token_faults: Faults,
    observer: Option<Observer>,
}

impl Builder {
    pub(crate) fn new(document: Document) -> Self {
        Self {
            document,
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            body_limit: 10_485_760,
            tokens: None,
            token_life: Duration::from_secs(600),
            kept: 256,
            kept_bytes: 64 * 1024,
            patience: Duration::from_secs(30),
            connections: 512,
            rate_limit: None,
            faults: Faults::none(),
            token_faults: Faults::none(),
            observer: None,
        }
    }

    /// The address to listen on; the usual one is a free port of the loopback interface, `127.0.0.1:0`. A server on another interface
    /// can be reached by others, and it keeps the tokens that they send.
    #[must_use]
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// The port to listen on; the usual one is 0, which stands for a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// The largest body that is read, in bytes; the usual limit is 10,485,760. A larger one is answered with 413.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The access tokens that are accepted, beside those of the token endpoint. Without such a list any token is.
    #[must_use]
    pub fn tokens(mut self, tokens: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tokens = Some(tokens.into_iter().map(Into::into).collect());
        self
    }

    /// For how long a token of the token endpoint is good, in whole seconds; the usual life is 600 s.
    #[must_use]
    pub fn token_life(mut self, life: Duration) -> Self {
        self.token_life = life;
        self
    }

    /// How many requests, and how many creates, are remembered; the usual number is 256.
    #[must_use]
    pub fn keep(mut self, entries: usize) -> Self {
        self.kept = entries;
        self
    }

    /// How much of a body is remembered, in bytes; the usual limit is 65,536.
    #[must_use]
    pub fn keep_bytes(mut self, bytes: usize) -> Self {
        self.kept_bytes = bytes;
        self
    }

    /// How long a caller may take for the head of a request, for its body, and to take in the answer; the usual time is 30 s. After that
    /// the connection is closed, in the case of a body with 408. A connection without a request is closed likewise.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// How many connections may be open at a time; the usual number is 512. For one more, the one is closed whose caller has kept the
    /// server waiting for the longest; when the callers of all of them are waiting for their answers, it is not accepted until one has
    /// it.
    #[must_use]
    pub fn connections(mut self, connections: usize) -> Self {
        self.connections = connections;
        self
    }

    /// A limit to the requests to operations. Those beyond it meet no other fault.
    #[must_use]
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// The faults of requests to operations.
    #[must_use]
    pub fn faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    /// The faults of requests to the token endpoint.
    #[must_use]
    pub fn token_faults(mut self, faults: Faults) -> Self {
        self.token_faults = faults;
        self
    }

    /// Is called with every request as soon as its answer is decided, on the server's thread.
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&Received) + Send + Sync + 'static) -> Self {
        self.observer = Some(Box::new(observer));
        self
    }

    /// Compiles the document's schemas and starts the server.
    ///
    /// # Errors
    /// When the address cannot be listened on, or when there is no thread to be had.
    pub fn start(self) -> Result<MockServer, StartError> {
        let accepted = self.tokens.map(|tokens| tokens.into_iter().collect());
        let state = State {
            api: Api::new(&self.document),
            document: self.document.root().clone(),
            reading: Reading::new(self.body_limit, self.patience),
            connections: self.connections,
            kept: self.kept_bytes,
            observer: self.observer,
            books: Shared::new(Books::new(self.kept)),
            limiter: Shared::new(self.rate_limit.map(Limiter::new)),
            faults: Shared::new(self.faults),
            token_faults: Shared::new(self.token_faults),
            tokens: Shared::new(Tokens::new(accepted, self.token_life)),
        };
        MockServer::run(state, self.address)
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("document", &self.document.name())
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
