use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use oas::Document;

use crate::api::{AfterSunset, Options};
use crate::body_reader::BodyReader;
use crate::fault::{Faults, Limiter, RateLimit};
use crate::ledger::{Received, Records};
use crate::server::{MockServer, StartError};
use crate::shared::Shared;
use crate::state::{Observer, Served, State};
use crate::stub::Stubs;
use crate::token::TokenStore;

/// A server before it is started.
pub struct Builder {
    document: Document,
    address: SocketAddr,
    body_limit: usize,
    tokens: Option<Vec<String>>,
    token_life: Duration,
    kept: usize,
    kept_bytes: usize,
    client_timeout: Duration,
    connections: usize,
    rate_limit: Option<RateLimit>,
    faults: Faults,
    token_faults: Faults,
    observer: Option<Observer>,
    options: Options,
    today: Option<NaiveDate>,
    after_sunset: AfterSunset,
    strict_examples: bool,
}

impl MockServer {
    /// Serves a document, in YAML or JSON, on a free port of the loopback interface.
    ///
    /// # Errors
    /// If the document is neither, or if no port or thread is available.
    pub fn start(text: impl Into<String>) -> Result<Self, StartError> {
        Self::builder(Document::parse("the document", text)?).start()
    }

    /// Builder of a server with other settings than the defaults.
    pub fn builder(document: Document) -> Builder {
        Builder::new(document)
    }
}

impl Builder {
    fn new(document: Document) -> Self {
        Self {
            document,
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            body_limit: 10_485_760,
            tokens: None,
            token_life: Duration::from_secs(600),
            kept: 256,
            kept_bytes: 64 * 1024,
            client_timeout: Duration::from_secs(30),
            connections: 512,
            rate_limit: None,
            faults: Faults::none(),
            token_faults: Faults::none(),
            observer: None,
            options: Options::default(),
            today: None,
            after_sunset: AfterSunset::default(),
            strict_examples: false,
        }
    }

    /// The date of the server. From the sunset of an operation on, its requests get the response of
    /// [`after_sunset`](Self::after_sunset). Without a date, no sunset is reached.
    #[must_use]
    pub fn today(mut self, today: NaiveDate) -> Self {
        self.today = Some(today);
        self
    }

    /// The response to requests of an operation after its sunset; the default is 410.
    #[must_use]
    pub fn after_sunset(mut self, response: AfterSunset) -> Self {
        self.after_sunset = response;
        self
    }

    /// Rejects requests with `readOnly` members instead of ignoring these.
    #[must_use]
    pub fn strict_requests(mut self) -> Self {
        self.options.strict_requests = true;
        self
    }

    /// Fails to start with a document whose examples have to be corrected.
    #[must_use]
    pub fn strict_examples(mut self) -> Self {
        self.strict_examples = true;
        self
    }

    /// The seed of random values and of new ids; without one, they differ from start to start.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = Some(seed);
        self
    }

    /// The address to listen on; the default is a free port of the loopback interface,
    /// `127.0.0.1:0`. Other machines can reach a server on another interface, which stores
    /// the tokens that they send.
    #[must_use]
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// The port to listen on; the default is 0, any free port.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Maximum size of a body after decompression, in bytes; the default is 10,485,760. A larger
    /// one is rejected with 413.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The access tokens that are accepted, in addition to those of the token endpoints. Without
    /// this list, any token is accepted.
    #[must_use]
    pub fn tokens(mut self, tokens: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tokens = Some(tokens.into_iter().map(Into::into).collect());
        self
    }

    /// Lifetime of the tokens of the token endpoints, in whole seconds; the default is 600 s.
    #[must_use]
    pub fn token_life(mut self, life: Duration) -> Self {
        self.token_life = life;
        self
    }

    /// Number of requests, and of entries in the ledger, that are kept; the default is 256.
    #[must_use]
    pub fn keep(mut self, entries: usize) -> Self {
        self.kept = entries;
        self
    }

    /// Maximum number of bytes that are kept of a body; the default is 65,536.
    #[must_use]
    pub fn keep_bytes(mut self, bytes: usize) -> Self {
        self.kept_bytes = bytes;
        self
    }

    /// Timeout of the client for the head of a request, its body, and the next request; the default
    /// is 30 s. After that the connection is closed, in the case of a body with 408.
    #[must_use]
    pub fn client_timeout(mut self, timeout: Duration) -> Self {
        self.client_timeout = timeout;
        self
    }

    /// Maximum number of open connections; the default is 512. A further connection replaces the
    /// one that has been idle for the longest. If all clients are waiting for responses, it is
    /// accepted when one has been sent.
    #[must_use]
    pub fn connections(mut self, connections: usize) -> Self {
        self.connections = connections;
        self
    }

    /// The rate limit of requests to operations. Requests beyond it have no other fault.
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

    /// The faults of requests to the token endpoints.
    #[must_use]
    pub fn token_faults(mut self, faults: Faults) -> Self {
        self.token_faults = faults;
        self
    }

    /// Sets a function that is called with every request before its response is sent, on a thread
    /// of the server.
    #[must_use]
    pub fn observer(mut self, observer: impl Fn(&Received) + Send + Sync + 'static) -> Self {
        self.observer = Some(Box::new(observer));
        self
    }

    /// Compiles the document and starts the server.
    ///
    /// # Errors
    /// If listening fails, if no thread is available, or if an example is invalid and examples are
    /// [strict](Self::strict_examples).
    pub fn start(self) -> Result<MockServer, StartError> {
        let accepted = self.tokens.map(|tokens| tokens.into_iter().collect());
        let mut options = self.options;
        options.sunsets = self.today.map(|today| (today, self.after_sunset));
        let served = Served::new(Arc::new(self.document), &options);
        if self.strict_examples {
            let notes = served.api.notes().iter();
            let examples: Vec<_> = notes.filter(|note| note.is_example).cloned().collect();
            if !examples.is_empty() {
                return Err(StartError::Examples(examples));
            }
        }
        let state = State {
            served: Shared::new(Arc::new(served)),
            options,
            bodies: BodyReader::new(self.body_limit, self.client_timeout),
            connections: self.connections,
            kept: self.kept_bytes,
            observer: self.observer,
            records: Shared::new(Records::new(self.kept)),
            limiter: Shared::new(self.rate_limit.map(Limiter::new)),
            faults: Shared::new(self.faults),
            token_faults: Shared::new(self.token_faults),
            tokens: Shared::new(TokenStore::new(accepted, self.token_life)),
            stubs: Shared::new(Stubs::default()),
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
