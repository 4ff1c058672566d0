use std::net::Ipv4Addr;

use url::{Host, ParseError, Url};

use crate::build_error::BuildError;

/// An absolute base URL without a trailing slash, to which paths are appended.
///
/// It is `https`, or `http` on a loopback address: a bearer token must not be sent unencrypted.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    url: Url,
    text: String,
}

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, BuildError> {
        let reject = |reason: &str| BuildError::Url {
            text: without_secrets(text),
            reason: reason.to_owned(),
        };
        let url = Url::parse(text).map_err(|error| match error {
            ParseError::RelativeUrlWithoutBase => reject("it does not begin with https://"),
            error => reject(&error.to_string()),
        })?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(reject("it must not contain a user name or a password"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(reject("it must not have a query or a fragment"));
        }
        match url.scheme() {
            "https" if cfg!(feature = "tls") => {}
            "https" => return Err(BuildError::NoTls(without_secrets(text))),
            "http" if is_loopback(&url) => {}
            "http" => return Err(BuildError::PlainHttp(without_secrets(text))),
            _ => return Err(reject("its scheme is not https")),
        }
        let text = url.as_str().trim_end_matches('/').to_owned();
        Ok(Self { url, text })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.url)
    }

    /// The URL of a path that begins with a slash.
    pub(crate) fn join(&self, path: &str) -> Result<Url, BuildError> {
        let text = format!("{}/{}", self.text, path.trim_start_matches('/'));
        Url::parse(&text).map_err(|error| BuildError::Url {
            text: without_secrets(&text),
            reason: error.to_string(),
        })
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => Ipv4Addr::is_loopback(&address),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Returns a URL without user name, password, query and fragment, for an error.
fn without_secrets(text: &str) -> String {
    let (before, after) = match text.rsplit_once('@') {
        Some((before, after)) => {
            let scheme = before.split_once("://").map_or("", |(scheme, _)| scheme);
            (format!("{scheme}://…@"), after)
        }
        None => (String::new(), text),
    };
    match after.find(['?', '#']) {
        Some(end) => format!("{before}{}…", &after[..=end]),
        None => format!("{before}{after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_http_except_on_loopback_addresses() {
        for rejected in [
            "http://api.app.wdesk.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://10.0.0.1",
            "http://[::2]",
        ] {
            let error = BaseUrl::parse(rejected).unwrap_err();
            assert!(
                matches!(error, BuildError::PlainHttp(_)),
                "{rejected}: {error}"
            );
        }
        for accepted in ["http://localhost:1", "http://127.8.0.1", "http://[::1]:80/"] {
            assert!(BaseUrl::parse(accepted).is_ok(), "{accepted}");
        }
    }

    #[test]
    fn rejects_urls_that_are_not_a_base_url() {
        for rejected in [
            "",
            "api.app.wdesk.com",
            "ftp://localhost",
            "http://localhost/?token=hunter2",
            "http://localhost/#hunter2",
            "localhost?token=hunter2",
            "http://[::1?token=hunter2",
            "http://user:hunter2@localhost?a@b#hunter2",
            "http://user:hunter2@localhost",
            "user:hunter2@localhost",
            "file:///etc/passwd",
        ] {
            let error = BaseUrl::parse(rejected).unwrap_err();
            assert!(
                matches!(error, BuildError::Url { .. }),
                "{rejected}: {error}"
            );
            let text = format!("{error}{error:?}");
            assert!(!text.contains("hunter2"), "{text}");
        }
    }

    #[test]
    fn keeps_the_path_of_a_base_url() {
        let base = BaseUrl::parse("http://localhost:1/stem/").unwrap();
        assert_eq!(base.as_str(), "http://localhost:1/stem");
        let token = base.join("/oauth2/token").unwrap();
        assert_eq!(token.as_str(), "http://localhost:1/stem/oauth2/token");
    }
}
