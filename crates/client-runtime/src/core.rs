use std::{any::Any, borrow::Cow, fmt, sync::Arc, time::Duration};

use crate::{
    base_url::BaseUrl,
    clock::Clock,
    credentials::Credentials,
    facts::{Facts, Service},
    lifecycle::Notices,
    options::Options,
    pool::Pool,
    retry::{Bucket, Gate},
    token::{Token, TokenError},
    urls::Urls,
};

/// State that all clones of a client share.
#[derive(Clone)]
pub struct Core(Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) pool: Pool,
    pub(crate) base: BaseUrl,
    /// Whether the caller set the base URL, which then applies to every operation.
    pub(crate) is_base_set: bool,
    pub(crate) service: &'static Service,
    pub(crate) credentials: Credentials,
    pub(crate) options: Options,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) gate: Gate,
    pub(crate) bucket: Bucket,
    pub(crate) urls: Urls,
    pub(crate) notices: Notices,
    /// A value of the crate that builds the client.
    pub(crate) extension: Option<Box<dyn Any + Send + Sync>>,
    /// Hosts besides the base URL's that may receive credentials.
    pub(crate) allowed_hosts: Vec<String>,
}

impl Core {
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// The server that requests are sent to, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.0.base.as_str()
    }

    /// Ends the pause that a 429 imposed on all clones of the client, and the one that the token
    /// endpoint requested. Waiting calls are sent, spread out.
    pub fn clear_pause(&self) {
        self.0.credentials.clear_pause();
        self.0.gate.clear();
    }

    /// Fetches an access token for an operation, without using or keeping it: a check of the
    /// credentials. None where the access token is static, or there is no token.
    ///
    /// # Errors
    /// The source of the tokens did not issue one.
    pub async fn fetch_token(&self, facts: &Facts) -> Result<Option<Token>, TokenError> {
        self.credentials().fetch(facts).await
    }

    /// Remaining time of the pause that a 429 imposed on all clones of the client.
    pub fn paused_for(&self) -> Option<Duration> {
        self.0.gate.remaining(self.0.clock.now())
    }

    /// Lifecycle headers received by the clones.
    pub fn notices(&self) -> &Notices {
        &self.0.notices
    }

    /// The HTTP client.
    pub fn http(&self) -> reqwest::Client {
        self.0.pool.http()
    }

    /// Lets later requests use new connections.
    pub(crate) fn discard_connections(&self) {
        self.0.pool.discard_connections();
    }

    /// The clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// The value that the builder was [given](crate::Builder::extension), if it has this type.
    pub fn extension<T: 'static>(&self) -> Option<&T> {
        self.0.extension.as_ref()?.downcast_ref()
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    pub(crate) fn gate(&self) -> &Gate {
        &self.0.gate
    }

    pub(crate) fn bucket(&self) -> &Bucket {
        &self.0.bucket
    }

    pub(crate) fn urls(&self) -> &Urls {
        &self.0.urls
    }

    /// The server of an operation, and whether credentials may be sent there.
    pub(crate) fn server(&self, facts: &Facts) -> Result<(Cow<'_, BaseUrl>, bool), String> {
        let Some(url) = facts.server.filter(|_| !self.0.is_base_set) else {
            return Ok((Cow::Borrowed(&self.0.base), true));
        };
        let base = BaseUrl::parse(url).map_err(|error| error.to_string())?;
        let host = base.url().host_str().unwrap_or_default();
        let is_allowed = base.url().origin() == self.0.base.url().origin()
            || self
                .0
                .allowed_hosts
                .iter()
                .any(|allowed| allowed.eq_ignore_ascii_case(host));
        Ok((Cow::Owned(base), is_allowed))
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("base_url", &self.base_url())
            .field("service", &self.0.service)
            .finish_non_exhaustive()
    }
}
