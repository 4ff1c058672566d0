//! Built-in pages: the ledger, the document, and Swagger UI.

use std::net::IpAddr;

use http::header::HOST;
use http::request::Parts;
use http::{HeaderValue, Method, StatusCode};
use serde_json::{Value, json};

use crate::api::{Api, MockResponse, url_path};
use crate::ledger::Ledger;

/// Paths of the pages: those of the document take precedence.
pub(crate) struct Pages {
    prefix: &'static str,
    /// Whether `/docs` is free.
    has_docs: bool,
}

enum Page<'p> {
    Ledger,
    Document,
    /// A file of Swagger UI.
    Docs(&'p str),
}

impl Pages {
    pub(crate) fn of(api: &Api) -> Self {
        let is_taken = api.has_prefix("/_mock");
        Self {
            prefix: if is_taken { "/__mock" } else { "/_mock" },
            has_docs: cfg!(feature = "docs") && !api.has_path("/docs"),
        }
    }

    /// The path below which the pages are served.
    pub(crate) fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// The path of the page with Swagger UI.
    pub(crate) fn docs(&self) -> Option<String> {
        match (cfg!(feature = "docs"), self.has_docs) {
            (false, _) => None,
            (true, true) => Some("/docs".to_owned()),
            (true, false) => Some(format!("{}/docs", self.prefix)),
        }
    }

    /// The response to a request of a page; `None` if it addresses something else.
    ///
    /// Web pages must not read the ledger, which contains requests of other clients: there are no
    /// CORS headers, and host names that resolve to this machine, as in DNS rebinding, are
    /// rejected.
    pub(crate) fn page(
        &self,
        api: &Api,
        head: &Parts,
        ledger: &dyn Fn() -> Ledger,
    ) -> Option<MockResponse> {
        let path = head.uri.path();
        let page = match path.strip_prefix(self.prefix) {
            Some("/ledger") => Page::Ledger,
            Some("/openapi.json") => Page::Document,
            Some(rest) => Page::Docs(rest.strip_prefix("/docs")?),
            None if path == "/docs" && self.has_docs => Page::Docs(""),
            None => return None,
        };
        let mut hosts = head.headers.get_all(HOST).iter();
        let is_foreign = |host: &HeaderValue| !host.to_str().is_ok_and(is_local);
        if hosts.any(is_foreign) {
            let body = json!({ "message": "built-in pages are available by IP address or as localhost only" });
            return Some(MockResponse::json(
                StatusCode::MISDIRECTED_REQUEST,
                "application/json",
                &body,
            ));
        }
        let response = match page {
            Page::Ledger => {
                let ledger = serde_json::to_value(ledger()).unwrap_or_default();
                MockResponse::json(StatusCode::OK, "application/json", &ledger)
            }
            Page::Document => {
                let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
                let origin = format!("http://{}", host.unwrap_or("localhost"));
                let document = api.document();
                let bundle = document.bundle();
                let document = served(bundle.as_ref().unwrap_or(document.root()), &origin);
                MockResponse::json(StatusCode::OK, "application/json", &document)
            }
            #[cfg(feature = "docs")]
            Page::Docs(name) => crate::docs::page(name, self.prefix)?,
            #[cfg(not(feature = "docs"))]
            Page::Docs(_name) => return None,
        };
        Some(match head.method {
            Method::GET | Method::HEAD => response,
            _ => MockResponse::empty(StatusCode::METHOD_NOT_ALLOWED).with("allow", "GET, HEAD"),
        })
    }
}

/// Whether a `Host` cannot be the name of a web site: an IP address or `localhost`.
fn is_local(host: &str) -> bool {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    name.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || name.to_ascii_lowercase().ends_with(".localhost")
}

/// The document with its servers and the URLs of its OAuth flows pointing to this server.
fn served(document: &Value, origin: &str) -> Value {
    let mut document = document.clone();
    let base = document
        .pointer("/servers/0/url")
        .and_then(Value::as_str)
        .map(url_path)
        .unwrap_or_default();
    document["servers"] = json!([{ "url": format!("{origin}{}", base.trim_end_matches('/')), "description": "This mock server" }]);
    for path_item in members(document.get_mut("paths")) {
        for operation in members(Some(&mut *path_item)) {
            remove_servers(operation);
        }
        remove_servers(path_item);
    }
    for scheme in members(document.pointer_mut("/components/securitySchemes")) {
        for flow in members(scheme.get_mut("flows")) {
            for key in ["tokenUrl", "authorizationUrl", "refreshUrl"] {
                if let Some(Value::String(url)) = flow.get_mut(key) {
                    *url = format!("{origin}{}", url_path(url));
                }
            }
        }
    }
    document
}

fn members(value: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    value
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(|object| object.values_mut())
}

fn remove_servers(value: &mut Value) {
    if let Value::Object(object) = value {
        object.remove("servers");
    }
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn accepts_only_addresses_and_localhost_as_local() {
        for (host, expected) in [
            ("127.0.0.1:8080", true),
            ("[::1]:8080", true),
            ("10.0.0.7", true),
            ("localhost:8080", true),
            ("LOCALHOST", true),
            ("app.localhost:80", true),
            ("evil.example:8080", false),
            ("localhost.evil.example", false),
            ("", false),
        ] {
            assert_eq!(is_local(host), expected, "{host}");
        }
    }
}
