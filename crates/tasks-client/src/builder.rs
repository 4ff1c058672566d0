use std::{fmt, sync::Arc, time::Duration};

use url::Url;

use crate::{
    BuildError, Client, ClientCredentials, Clock, Region, RetryPolicy, SystemClock, Token,
    TokenSource,
    base_url::BaseUrl,
    core::Core,
    generated::document::{CLIENT_CREDENTIALS, operations::CREATE_PROTOTYPE_TASK},
    lifecycle::Notices,
    options::Options,
    reach::WatchLayer,
    retry::{Bucket, Gate},
    token::{Endpoint, TokenCache},
};

/// Sets up a [`Client`]. What is set twice counts as set the last time.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    pub(crate) base: Result<String, BuildError>,
    pub(crate) tokens: Result<Tokens, BuildError>,
    connect_timeout: Duration,
    options: Options,
    clock: Arc<dyn Clock>,
}

/// Where access tokens come from.
pub(crate) enum Tokens {
    Constant(Token),
    Credentials(ClientCredentials),
    Source(Arc<dyn TokenSource>),
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self {
            base: Ok(Region::default().base_url().to_owned()),
            tokens: Err(BuildError::NoToken),
            connect_timeout: Duration::from_secs(5),
            options: Options::default(),
            clock: Arc::new(SystemClock),
        }
    }

    /// What the environment says, by the variables of [`Client::from_env`]: for those who let something else outweigh it.
    /// What is wrong with a variable is an error of [`build`](Self::build), and none once it is outweighed.
    pub fn from_env() -> Self {
        crate::env::from_env()
    }

    /// The region whose server is talked to; the United States unless set.
    pub fn region(self, region: Region) -> Self {
        self.base_url(region.base_url())
    }

    /// Another server, such as a mock on this machine. Only `https` is accepted, or `http` on a loopback address, which
    /// is then talked to directly: no proxy of the environment gets to see it.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base = Ok(url.into());
        self
    }

    /// An access token that was had elsewhere. When the service refuses it the call fails: there is no other.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.tokens = Ok(Tokens::Constant(Token::new(token)));
        self
    }

    /// Client credentials, from which the client makes its access tokens.
    pub fn credentials(mut self, credentials: ClientCredentials) -> Self {
        self.tokens = Ok(Tokens::Credentials(credentials));
        self
    }

    /// A source of access tokens of one's own.
    pub fn token_source(mut self, source: impl TokenSource) -> Self {
        self.tokens = Ok(Tokens::Source(Arc::new(source)));
        self
    }

    /// How long a connection may take to come about: 5 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one attempt may take: 35 s unless set. The service works on a request for at most 29 s.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = timeout;
        self
    }

    /// How long a whole call may take, with all attempts and waits: 120 s unless set.
    pub fn time_budget(mut self, budget: Duration) -> Self {
        self.options.time_budget = budget;
        self
    }

    /// When calls send again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// Another clock, for tests.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// No token, credentials or source was given; the token or a URL is unusable; the HTTP client cannot be set up; from the
    /// environment came an unknown region, half of the credentials, or a token beside them.
    pub fn build(self) -> Result<Client, BuildError> {
        let base = BaseUrl::parse(&self.base?)?;
        let http = http_client(&base, self.connect_timeout)?;
        let tokens = match self.tokens? {
            Tokens::Constant(token) => TokenCache::constant(&token).map_err(BuildError::Token)?,
            Tokens::Source(source) => TokenCache::new(source),
            Tokens::Credentials(credentials) => {
                let timeout = self.options.attempt_timeout;
                let clock = Arc::clone(&self.clock);
                let endpoint = endpoint(&base, http.clone(), credentials, timeout, clock)?;
                TokenCache::new(Arc::new(endpoint))
            }
        };
        Ok(Client::new(Core {
            http,
            base,
            tokens,
            options: self.options,
            clock: self.clock,
            gate: Gate::default(),
            bucket: Bucket::new(),
            notices: Notices::default(),
        }))
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

fn http_client(base: &BaseUrl, connect_timeout: Duration) -> Result<reqwest::Client, BuildError> {
    let builder = reqwest::Client::builder()
        .user_agent(concat!("tasks-client/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(connect_timeout)
        // Shorter than the idle timeouts of common load balancers: a request on a connection that the other side is
        // just closing is one whose effect nobody knows.
        .pool_idle_timeout(Duration::from_secs(30))
        // A redirect would take the bearer token with it.
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        // Over HTTP/2 reqwest sends a refused request again by itself, where neither the attempts nor the retry budget
        // would know of it. HTTP/1.1 has no such refusals, and here nobody else sends again.
        .http1_only()
        .retry(reqwest::retry::never())
        .connector_layer(WatchLayer);
    let builder = if base.is_loopback() {
        builder.no_proxy()
    } else {
        builder
    };
    builder.build().map_err(BuildError::Http)
}

fn endpoint(
    base: &BaseUrl,
    http: reqwest::Client,
    credentials: ClientCredentials,
    timeout: Duration,
    clock: Arc<dyn Clock>,
) -> Result<Endpoint, BuildError> {
    let url = match &credentials.path {
        Some(path) => base.join(path)?,
        None => base.join(&documented_path())?,
    };
    let scope = match &credentials.scope {
        Some(scope) => scope.clone(),
        None => CREATE_PROTOTYPE_TASK.scopes.join(" "),
    };
    Ok(Endpoint {
        http,
        url,
        credentials,
        scope,
        timeout,
        clock,
    })
}

/// The document names the token endpoint of one region; the path is the same in all.
fn documented_path() -> String {
    let documented = CLIENT_CREDENTIALS.first().map(|scheme| scheme.token_url);
    let url = documented.and_then(|url| Url::parse(url).ok());
    url.map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
}
