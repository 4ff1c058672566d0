use std::{any::Any, fmt, marker::PhantomData, sync::Arc, time::Duration};

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::{
    base_url::BaseUrl,
    build_error::BuildError,
    clock::{Clock, SystemClock},
    core::{Core, Shared},
    credentials::{Basic, Credentials, Scopes, Tokens},
    env::{Environment, Identity},
    facts::Service,
    lifecycle::Notices,
    options::Options,
    pool::Pool,
    retry::{Bucket, Gate, RetryPolicy},
    token::{ClientCredentials, Endpoint, Token, TokenCache, TokenSource},
    transport::Transport,
    urls::Urls,
};

/// Settings of a client. Later calls override earlier ones.
#[must_use = "a builder does nothing until `build` is called"]
pub struct Builder<C = Core> {
    service: &'static Service,
    base: Result<Option<String>, BuildError>,
    identity: Result<Option<Source>, BuildError>,
    basic: Option<(String, SecretString)>,
    keys: Vec<(String, SecretString)>,
    header: Result<(), String>,
    extension: Option<Box<dyn Any + Send + Sync>>,
    allowed_hosts: Vec<String>,
    transport: Transport,
    options: Options,
    clock: Arc<dyn Clock>,
    client: PhantomData<fn() -> C>,
}

/// Source of access tokens.
enum Source {
    Static(Token),
    Credentials(ClientCredentials),
    Custom(Arc<dyn TokenSource>),
}

impl<C> Builder<C> {
    /// A builder with the defaults of a service.
    pub fn new(service: &'static Service) -> Self {
        Self {
            service,
            base: Ok(None),
            identity: Ok(None),
            basic: None,
            keys: Vec::new(),
            header: Ok(()),
            extension: None,
            allowed_hosts: Vec::new(),
            transport: Transport::new(service),
            options: Options::default(),
            clock: Arc::new(SystemClock),
            client: PhantomData,
        }
    }

    /// Reads the base URL and the credentials from the environment. An invalid variable is an error
    /// of [`build`](Self::build), unless a later setting overrides it.
    pub fn environment(mut self, environment: &Environment<'_>) -> Self {
        match environment.get("BASE_URL") {
            Ok(None) => {}
            set => self.base = set,
        }
        match environment.identity() {
            Ok(None) => {}
            Ok(Some(Identity::Token(token))) => self.identity = Ok(Some(Source::Static(token))),
            Ok(Some(Identity::Credentials(credentials))) => {
                self.identity = Ok(Some(Source::Credentials(credentials)));
            }
            Err(error) => self.identity = Err(error),
        }
        self
    }

    /// Makes [`build`](Self::build) fail, unless a base URL is set afterwards.
    pub fn invalid_base_url(mut self, error: BuildError) -> Self {
        self.base = Err(error);
        self
    }

    /// Sets the server, such as a mock on this machine; it applies to every operation. Only `https`
    /// is accepted, or `http` on a loopback address, which is then connected to directly,
    /// without a proxy of the environment.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base = Ok(Some(url.into()));
        self
    }

    /// Allows credentials to be sent to a host besides the one of the base URL, for operations with
    /// a server of their own: a name or an address, without a scheme and a port.
    pub fn allow_host(mut self, host: impl Into<String>) -> Self {
        self.allowed_hosts.push(host.into());
        self
    }

    /// Sets a static access token. If the service rejects it, the call fails: there is no other.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.identity = Ok(Some(Source::Static(Token::new(token))));
        self
    }

    /// Sets client credentials, with which the client requests its access tokens.
    pub fn credentials(mut self, credentials: ClientCredentials) -> Self {
        self.identity = Ok(Some(Source::Credentials(credentials)));
        self
    }

    /// Sets a custom source of access tokens.
    pub fn token_source(mut self, source: impl TokenSource) -> Self {
        self.identity = Ok(Some(Source::Custom(Arc::new(source))));
        self
    }

    /// Sets a user name and a password, for security schemes of the type `http` with the scheme
    /// `basic`.
    pub fn basic(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.basic = Some((user.into(), SecretString::from(password.into())));
        self
    }

    /// Sets the key of a security scheme of the type `apiKey`, by the name of the scheme in the
    /// document.
    pub fn api_key(mut self, scheme: impl Into<String>, key: impl Into<String>) -> Self {
        let scheme = scheme.into();
        self.keys.retain(|(known, _)| *known != scheme);
        self.keys.push((scheme, SecretString::from(key.into())));
        self
    }

    /// Sets a header of all requests. Headers that the client manages are rejected.
    pub fn default_header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        let set = self.options.header(name, value);
        self.header = self.header.and(set);
        self
    }

    /// Sets a value for the crate that builds the client, to be read by [`Core::extension`].
    pub fn extension<T: Any + Send + Sync>(mut self, value: T) -> Self {
        self.extension = Some(Box::new(value));
        self
    }

    /// Sets the connect timeout: 5 s by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.transport.connect_timeout = timeout;
        self
    }

    /// Sets the time after which an idle connection is closed: 30 s by default. It should be
    /// shorter than the server's idle timeout, with which a request could collide.
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.transport.pool_idle_timeout = timeout;
        self
    }

    /// Sets the value of `User-Agent`.
    pub fn user_agent(mut self, value: impl Into<String>) -> Self {
        self.transport.user_agent = value.into();
        self
    }

    /// Sends all requests through a proxy, by its URL, instead of those of the environment. User
    /// name and password may be part of the URL.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.transport.proxy = Some(url.into());
        self
    }

    /// Trusts the certificates of a PEM text, in addition to those of the system.
    #[cfg(feature = "tls")]
    pub fn root_certificate(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.transport.root_certificates.push(pem.into());
        self
    }

    /// Sets the client certificate and its private key, in one PEM text.
    #[cfg(feature = "tls")]
    pub fn identity(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.transport.identity = Some(pem.into());
        self
    }

    /// Sets the timeout of one attempt: 35 s by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout = timeout;
        self
    }

    /// Sets the time budget of a whole call, with all attempts and waits: 120 s by default.
    pub fn time_budget(mut self, budget: Duration) -> Self {
        self.options.time_budget = budget;
        self
    }

    /// Sets whether responses are compared with their requests: see
    /// [`Call::check_echo`](crate::Call::check_echo).
    pub fn check_echo(mut self, check: bool) -> Self {
        self.options.check_echo = check;
        self
    }

    /// Sets the retry policy.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = policy;
        self
    }

    /// Sets another clock, for tests.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// The service needs credentials and none were given; a token, a header or a URL is unusable;
    /// the HTTP client cannot be set up; a variable of the environment is unusable.
    pub fn build(self) -> Result<C, BuildError>
    where
        C: From<Core>,
    {
        let set = self.base?;
        let default = self.service.servers.first().map(|url| (*url).to_owned());
        let is_base_set = set.is_some();
        let base = set.or(default).ok_or(BuildError::NoServer)?;
        let base = BaseUrl::parse(&base)?;
        let http = self.transport.client(&base)?;
        let tokens = match self.identity? {
            None => None,
            Some(Source::Static(token)) => {
                let cache = TokenCache::constant(&token).map_err(BuildError::Token)?;
                Some(Tokens::One(Arc::new(cache)))
            }
            Some(Source::Custom(source)) => Some(Tokens::One(Arc::new(TokenCache::new(source)))),
            Some(Source::Credentials(credentials)) => {
                let endpoint = Endpoint {
                    http: http.clone(),
                    url: token_url(&base, self.service, credentials.path())?,
                    scope: credentials.scope.clone().unwrap_or_default(),
                    timeout: self.options.attempt_timeout,
                    clock: Arc::clone(&self.clock),
                    credentials,
                };
                Some(match endpoint.credentials.scope {
                    Some(_) => Tokens::One(Arc::new(TokenCache::new(Arc::new(endpoint)))),
                    None => Tokens::PerScopes(Box::new(Scopes::new(endpoint))),
                })
            }
        };
        let credentials = Credentials {
            tokens,
            basic: match self.basic {
                Some((user, password)) => Some(basic(&http, &base, &user, password)?),
                None => None,
            },
            keys: self.keys,
        };
        if self.service.needs_credentials && credentials.is_empty() {
            return Err(BuildError::NoToken);
        }
        self.header.map_err(BuildError::Header)?;
        if let Some(reason) = self.options.invalid() {
            return Err(BuildError::Transport {
                setting: "attempt_timeout",
                reason: reason.to_owned(),
            });
        }
        Ok(C::from(Core::new(Shared {
            pool: Pool::new(http, self.transport, base.clone()),
            base,
            is_base_set,
            service: self.service,
            credentials,
            options: self.options,
            clock: self.clock,
            gate: Gate::default(),
            bucket: Bucket::new(),
            urls: Urls::default(),
            notices: Notices::default(),
            extension: self.extension,
            allowed_hosts: self.allowed_hosts,
        })))
    }
}

impl<C> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

fn basic(
    http: &reqwest::Client,
    base: &BaseUrl,
    user: &str,
    password: SecretString,
) -> Result<Basic, BuildError> {
    if user.contains(':') {
        let reason = "a user name for HTTP Basic must not contain a colon";
        return Err(BuildError::Header(reason.to_owned()));
    }
    // reqwest encodes it, so that nothing else has to.
    let request = http.get(base.url().clone());
    let request = request.basic_auth(user, Some(password.expose_secret()));
    let request = request.build().map_err(BuildError::Http)?;
    let header = request.headers().get(AUTHORIZATION).cloned();
    let header =
        header.ok_or_else(|| BuildError::Header("the password cannot be sent".to_owned()))?;
    let pair = format!("{user}:{}", password.expose_secret());
    Ok(Basic {
        header,
        pair: pair.into(),
        password,
    })
}

/// The token endpoint. A document names the one of its own servers, but its path is the same on all
/// of them.
fn token_url(base: &BaseUrl, service: &Service, path: Option<&str>) -> Result<Url, BuildError> {
    if let Some(path) = path {
        return base.join(path);
    }
    let Some(documented) = service.token_url else {
        return base.join("/");
    };
    let Ok(url) = Url::parse(documented) else {
        return base.join(documented);
    };
    let servers = service
        .servers
        .iter()
        .filter_map(|server| Url::parse(server).ok());
    let own = servers
        .into_iter()
        .find(|server| server.origin() == url.origin());
    match own {
        None if !base.is_loopback() => Ok(BaseUrl::parse(documented)?.url().clone()),
        own => {
            let prefix = own.map_or(String::new(), |server| {
                server.path().trim_end_matches('/').to_owned()
            });
            base.join(url.path().strip_prefix(&prefix).unwrap_or(url.path()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVERS: &[&str] = &["https://us.example.com/v2", "https://eu.example.com/v2"];

    fn url(base: &str, documented: &'static str) -> String {
        let service = Service::new("test").servers(SERVERS).token_url(documented);
        let base = BaseUrl::parse(base).unwrap();
        token_url(&base, &service, None).unwrap().to_string()
    }

    #[test]
    fn token_endpoint_of_a_documented_server_follows_the_base_url() {
        let documented = "https://us.example.com/v2/token";
        assert_eq!(
            url("http://localhost:1", documented),
            "http://localhost:1/token"
        );
        assert_eq!(
            url("http://127.0.0.1/stem", documented),
            "http://127.0.0.1/stem/token"
        );
        assert_eq!(url("http://localhost", "/token"), "http://localhost/token");
    }

    #[cfg(feature = "tls")]
    #[test]
    fn token_endpoint_of_another_host_ignores_the_base_url() {
        let other = "https://login.example.org/token";
        assert_eq!(url(SERVERS[1], other), other);
        assert_eq!(url("http://localhost:1", other), "http://localhost:1/token");
        let own = "https://us.example.com/v2/token";
        assert_eq!(url(SERVERS[1], own), "https://eu.example.com/v2/token");
    }

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        const SERVICE: Service = Service::new("test").needs_credentials();
        let read = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found
                .map(|(_, value)| (*value).to_owned())
                .ok_or(std::env::VarError::NotPresent)
        };
        let environment = Environment::of("X", read);
        let builder = Builder::<Core>::new(&SERVICE).base_url("http://localhost");
        let core = builder.environment(&environment).build();
        core.map(|core| core.base_url().to_owned())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn reads_one_identity_from_the_environment() {
        let url = ("X_BASE_URL", "http://localhost:1");
        let ok = Ok("http://localhost:1".to_owned());
        assert_eq!(build(&[url, ("X_TOKEN", "t")]), ok);
        let credentials = [("X_CLIENT_ID", "i"), ("X_CLIENT_SECRET", "s")];
        assert_eq!(build(&[url, credentials[0], credentials[1]]), ok);
        let rejected: [&[(&str, &str)]; 5] = [
            &[],
            &[url],
            &[url, ("X_CLIENT_ID", "i")],
            &[url, ("X_CLIENT_SECRET", "hunter2")],
            &[url, ("X_TOKEN", "hunter2"), ("X_CLIENT_ID", "i")],
        ];
        let errors = rejected.map(|variables| build(variables).unwrap_err());
        let x = "read the environment variable";
        let expected = [
            "find an access token: give a token, client credentials or a token source".to_owned(),
            "find an access token: give a token, client credentials or a token source".to_owned(),
            format!("{x} X_CLIENT_SECRET: it is not set, and X_CLIENT_ID is"),
            format!("{x} X_CLIENT_ID: it is not set, and X_CLIENT_SECRET is"),
            format!(
                "{x} X_TOKEN: X_CLIENT_ID or X_CLIENT_SECRET is set as well: unset one or the other"
            ),
        ];
        assert_eq!(errors, expected);
    }
}
