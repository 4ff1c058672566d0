use std::time::Duration;

use client_runtime::{
    BuildError, Builder, ClientCredentials, Clock, Environment, RetryPolicy, TokenSource,
    reqwest::header::{HeaderName, HeaderValue},
};

use crate::{
    api_version::ApiVersion,
    generated::{Client, document::SERVICE},
    region::Region,
};

/// Settings of a [`Client`]. Later calls override earlier ones.
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    inner: Builder<Client>,
    api_version: Result<ApiVersion, BuildError>,
}

/// The successor of the documented token endpoint. Its requests carry the version of the API.
const TOKEN_PATH: &str = "/oauth2/token";

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self {
            inner: Builder::new(&SERVICE),
            api_version: Ok(ApiVersion::default()),
        }
    }

    /// The settings of the environment, by the variables of [`Client::from_env`], for callers that
    /// override some of them. An invalid variable is an error of [`build`](Self::build), unless
    /// a later setting overrides it.
    pub fn from_env() -> Self {
        Self::of(&Environment::new("TASKS"))
    }

    fn of(environment: &Environment<'_>) -> Self {
        let Self { inner, api_version } = Self::new();
        let inner = match environment.get("REGION").and_then(region) {
            Ok(region) => inner.base_url(region.base_url()),
            Err(error) => inner.invalid_base_url(error),
        };
        let version = environment.get("API_VERSION");
        Self {
            inner: inner.environment(environment),
            api_version: version
                .and_then(|text| text.map_or(Ok(api_version?), |text| text.parse())),
        }
    }

    /// Sets the region whose server is used; the United States by default.
    pub fn region(self, region: Region) -> Self {
        self.base_url(region.base_url())
    }

    /// Sets the API version, and with it the endpoint that creates tasks; `2022-01-01` by default.
    /// A call uses this endpoint alone, whatever it returns.
    pub fn api_version(mut self, version: ApiVersion) -> Self {
        self.api_version = Ok(version);
        self
    }

    /// Sets another server, such as a mock on this machine. Only `https` is accepted, or `http` on
    /// a loopback address, which is then connected to directly, without a proxy of the
    /// environment.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        self.map(|inner| inner.base_url(url))
    }

    /// Sets a static access token. If the service rejects it, the call fails: there is no other.
    pub fn token(self, token: impl Into<String>) -> Self {
        self.map(|inner| inner.token(token))
    }

    /// Sets client credentials, with which the client requests its access tokens.
    pub fn credentials(self, credentials: ClientCredentials) -> Self {
        let credentials = match credentials.path() {
            Some(TOKEN_PATH) => credentials.header("X-Version", ApiVersion::V2026_01_01.as_str()),
            _ => credentials,
        };
        self.map(|inner| inner.credentials(credentials))
    }

    /// Sets a custom source of access tokens.
    pub fn token_source(self, source: impl TokenSource) -> Self {
        self.map(|inner| inner.token_source(source))
    }

    /// Sets the connect timeout: 5 s by default.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        self.map(|inner| inner.connect_timeout(timeout))
    }

    /// Sets the time after which an idle connection is closed: 30 s by default. A server that
    /// closes idle connections earlier can collide with a call, whose effect is then unknown.
    pub fn pool_idle_timeout(self, timeout: Duration) -> Self {
        self.map(|inner| inner.pool_idle_timeout(timeout))
    }

    /// Sets the value of `User-Agent`: `tasks-client/` and its version by default.
    pub fn user_agent(self, value: impl Into<String>) -> Self {
        self.map(|inner| inner.user_agent(value))
    }

    /// Sends all requests through a proxy, by its URL, instead of those of the environment. User
    /// name and password may be part of the URL.
    pub fn proxy(self, url: impl Into<String>) -> Self {
        self.map(|inner| inner.proxy(url))
    }

    /// Trusts the certificates of a PEM text, in addition to those of the system.
    #[cfg(feature = "tls")]
    pub fn root_certificate(self, pem: impl Into<Vec<u8>>) -> Self {
        self.map(|inner| inner.root_certificate(pem))
    }

    /// Sets the client certificate and its private key, in one PEM text.
    #[cfg(feature = "tls")]
    pub fn identity(self, pem: impl Into<Vec<u8>>) -> Self {
        self.map(|inner| inner.identity(pem))
    }

    /// Sets a header of all requests. The headers that a call cannot set are rejected here as well.
    pub fn default_header<N, V>(self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.map(|inner| inner.default_header(name, value))
    }

    /// Sets whether the title of the response is compared with that of the request: yes by default.
    /// Static mocks need `false`.
    pub fn check_echo(self, check: bool) -> Self {
        self.map(|inner| inner.check_echo(check))
    }

    /// Sets the timeout of one attempt: 35 s by default. The service works on a request for at most
    /// 29 s.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.map(|inner| inner.attempt_timeout(timeout))
    }

    /// Sets the time budget of a whole call, with all attempts and waits: 120 s by default.
    pub fn time_budget(self, budget: Duration) -> Self {
        self.map(|inner| inner.time_budget(budget))
    }

    /// Sets the retry policy.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        self.map(|inner| inner.retry(policy))
    }

    /// Sets another clock, for tests.
    pub fn clock(self, clock: impl Clock) -> Self {
        self.map(|inner| inner.clock(clock))
    }

    /// Builds the client.
    ///
    /// # Errors
    /// No token, credentials or source was given; the token or a URL is unusable; the HTTP client
    /// cannot be set up; a variable of the environment is unusable.
    pub fn build(self) -> Result<Client, BuildError> {
        self.inner.extension(self.api_version?).build()
    }

    fn map(self, change: impl FnOnce(Builder<Client>) -> Builder<Client>) -> Self {
        Self {
            inner: change(self.inner),
            ..self
        }
    }
}

fn region(name: Option<String>) -> Result<Region, BuildError> {
    name.map_or_else(|| Ok(Region::default()), |name| name.parse())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder(variables: &[(&str, &str)]) -> ClientBuilder {
        let read = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found
                .map(|(_, value)| (*value).to_owned())
                .ok_or(std::env::VarError::NotPresent)
        };
        ClientBuilder::of(&Environment::of("TASKS", read))
    }

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let client = builder(variables).build();
        client
            .map(|client| client.base_url().to_owned())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_environment_selects_region_and_identity() {
        let us = Ok("https://api.app.wdesk.com".to_owned());
        let eu = Ok("https://api.eu.wdesk.com".to_owned());
        assert_eq!(build(&[("TASKS_TOKEN", "t")]), us);
        let credentials = [("TASKS_CLIENT_ID", "i"), ("TASKS_CLIENT_SECRET", "s")];
        assert_eq!(build(&credentials), us);
        assert_eq!(build(&[("TASKS_TOKEN", "t"), ("TASKS_REGION", "EU")]), eu);
    }

    #[test]
    fn a_base_url_overrides_a_region() {
        let both = [
            ("TASKS_TOKEN", "t"),
            ("TASKS_REGION", "eu"),
            ("TASKS_BASE_URL", "http://localhost:1"),
        ];
        assert_eq!(build(&both), Ok("http://localhost:1".to_owned()));
    }

    #[test]
    fn later_settings_override_invalid_variables() {
        let invalid = [("TASKS_CLIENT_ID", "i"), ("TASKS_REGION", "mars")];
        let builder = builder(&invalid).region(Region::Apac).token("t");
        assert_eq!(builder.build().unwrap().base_url(), Region::Apac.base_url());
    }

    #[test]
    fn rejects_an_unknown_region() {
        let error = build(&[("TASKS_TOKEN", "hunter2"), ("TASKS_REGION", "mars")]);
        assert_eq!(
            error,
            Err("use \"mars\" as region: expected us, eu or apac".to_owned())
        );
    }
}
