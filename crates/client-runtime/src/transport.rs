use std::{net::IpAddr, time::Duration};

use url::{Host, Url};

use crate::{base_url::BaseUrl, build_error::BuildError, facts::Service, reach::WatchLayer};

/// Settings of the HTTP client, as far as a caller may change them.
///
/// A ready-made `reqwest::Client` is not accepted: it may follow redirects with the token, or
/// resend requests by itself, and neither could be detected or undone.
pub(crate) struct Transport {
    pub(crate) user_agent: String,
    pub(crate) connect_timeout: Duration,
    pub(crate) pool_idle_timeout: Duration,
    pub(crate) proxy: Option<String>,
    #[cfg(feature = "tls")]
    pub(crate) root_certificates: Vec<Vec<u8>>,
    #[cfg(feature = "tls")]
    pub(crate) identity: Option<Vec<u8>>,
}

impl Transport {
    pub(crate) fn new(service: &Service) -> Self {
        Self {
            user_agent: service.user_agent.to_owned(),
            connect_timeout: Duration::from_secs(5),
            // Shorter than the idle timeouts of common load balancers: the effect of a request on a
            // connection that the other side is closing is unknown.
            pool_idle_timeout: Duration::from_secs(30),
            proxy: None,
            #[cfg(feature = "tls")]
            root_certificates: Vec::new(),
            #[cfg(feature = "tls")]
            identity: None,
        }
    }

    /// An HTTP client for requests to this server.
    pub(crate) fn client(&self, base: &BaseUrl) -> Result<reqwest::Client, BuildError> {
        if self.connect_timeout.is_zero() {
            return Err(invalid("connect_timeout", "it is zero"));
        }
        let builder = reqwest::Client::builder()
            .user_agent(self.user_agent.as_str())
            .connect_timeout(self.connect_timeout)
            .pool_idle_timeout(self.pool_idle_timeout)
            // A redirect would forward the bearer token.
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            // Over HTTP/2, reqwest resends a rejected request by itself, outside of the attempts
            // and the retry budget. HTTP/1.1 has no such rejections.
            .http1_only()
            .retry(reqwest::retry::never())
            .connector_layer(WatchLayer);
        let builder = match &self.proxy {
            Some(proxy) => builder.proxy(self::proxy(proxy, base)?),
            None if base.is_loopback() => builder.no_proxy(),
            None => builder,
        };
        #[cfg(feature = "tls")]
        let builder = self.tls(builder)?;
        builder.build().map_err(BuildError::Http)
    }

    #[cfg(feature = "tls")]
    fn tls(
        &self,
        mut builder: reqwest::ClientBuilder,
    ) -> Result<reqwest::ClientBuilder, BuildError> {
        for pem in &self.root_certificates {
            let certificates = reqwest::Certificate::from_pem_bundle(pem)
                .map_err(|_| invalid("root_certificate", "it is not a certificate in PEM"))?;
            if certificates.is_empty() {
                return Err(invalid(
                    "root_certificate",
                    "it contains no certificate in PEM",
                ));
            }
            for certificate in certificates {
                builder = builder.add_root_certificate(certificate);
            }
        }
        if let Some(pem) = &self.identity {
            let identity = reqwest::Identity::from_pem(pem)
                .map_err(|_| invalid("identity", "it is not a certificate and a key in PEM"))?;
            builder = builder.identity(identity);
        }
        Ok(builder)
    }
}

/// Sends all requests through a proxy, whatever the environment.
fn proxy(text: &str, base: &BaseUrl) -> Result<reqwest::Proxy, BuildError> {
    // The URL may contain a password, which no error shows.
    let url = Url::parse(text).map_err(|error| invalid("proxy", &error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(invalid("proxy", "its scheme is not http or https"));
    }
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => IpAddr::from(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::from(address).is_loopback(),
        None => false,
    };
    if base.url().scheme() == "http" && !is_local {
        let reason = "a token for an http server would be sent unencrypted";
        return Err(invalid("proxy", reason));
    }
    reqwest::Proxy::all(url).map_err(|_| invalid("proxy", "it is not the URL of a proxy"))
}

fn invalid(setting: &'static str, reason: &str) -> BuildError {
    BuildError::Transport {
        setting,
        reason: reason.to_owned(),
    }
}
