use chrono::NaiveDate;

/// Facts of one operation, read from its document when the client was generated.
///
/// Generated code builds them with the constant functions below; a fact that a document does not
/// state has its default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// The operationId.
    pub id: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// The class of the method, which decides what may be retried.
    pub class: Class,
    /// The documented successes: single statuses first, then ranges.
    pub successes: &'static [Success],
    /// The security requirements, of which one suffices. Without any, no credentials are sent.
    pub security: &'static [&'static [Scheme]],
    /// The server of this operation alone, where the document names one.
    pub server: Option<&'static str>,
    /// The maximum size of a request body, from `x-max-body-bytes`.
    pub max_body_bytes: Option<u64>,
    /// The headers with a fixed value, from `x-pinned-value`.
    pub pinned: &'static [Pinned],
    /// The property of a success that identifies what was created.
    pub id_property: Option<&'static str>,
    /// Whether the body of a success has no documented end: an event stream, or a file of any
    /// size.
    pub unbounded: bool,
    /// Whether the document marks the operation as deprecated.
    pub deprecated: bool,
    /// The day it was deprecated, from `x-deprecated-on`.
    pub deprecated_on: Option<NaiveDate>,
    /// The day from which it may have been removed, from `x-sunset`.
    pub sunset: Option<NaiveDate>,
    /// The operation that replaces it, from `x-successor`.
    pub successor: Option<Successor>,
}

/// Class of an operation by the effect of a second request (RFC 9110, section 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// GET, HEAD, OPTIONS and TRACE change nothing.
    Safe,
    /// PUT and DELETE have the same effect however often they are sent; so has an operation with
    /// `x-idempotent: true`.
    Idempotent,
    /// POST and PATCH may have their effect once per request; so may an operation with
    /// `x-idempotent: false`.
    Unsafe,
}

/// One documented success, or a range of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Success {
    /// The lowest status.
    pub first: u16,
    /// The highest status.
    pub last: u16,
    /// The media types of its body; empty if no body is documented.
    pub media_types: &'static [&'static str],
}

/// A security scheme, as one operation requires it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scheme {
    /// The name of the scheme in the document.
    pub name: &'static str,
    /// Location and form of its credentials.
    pub kind: SchemeKind,
    /// The scopes that the operation needs.
    pub scopes: &'static [&'static str],
}

/// Location and form of the credentials of a security scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SchemeKind {
    /// An access token in `Authorization: Bearer`.
    Bearer,
    /// A user name and a password in `Authorization: Basic`.
    Basic,
    /// A key in the header of this name.
    HeaderKey(&'static str),
    /// A key in the query parameter of this name.
    QueryKey(&'static str),
    /// A scheme that this runtime does not support.
    Unsupported,
}

/// A header whose value the document fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pinned {
    /// The name of the header, in lower case.
    pub name: &'static str,
    /// Its value.
    pub value: &'static str,
}

/// The operation that replaces a deprecated one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Successor {
    /// The operationId.
    pub id: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
}

impl Facts {
    /// Facts of an operation with this operationId, method, path and class.
    pub const fn new(
        id: &'static str,
        method: &'static str,
        path: &'static str,
        class: Class,
    ) -> Self {
        Self {
            id,
            method,
            path,
            class,
            successes: &[],
            security: &[],
            server: None,
            max_body_bytes: None,
            pinned: &[],
            id_property: None,
            unbounded: false,
            deprecated: false,
            deprecated_on: None,
            sunset: None,
            successor: None,
        }
    }

    /// Sets the documented successes, single statuses first.
    pub const fn successes(mut self, successes: &'static [Success]) -> Self {
        self.successes = successes;
        self
    }

    /// Sets the security requirements.
    pub const fn security(mut self, alternatives: &'static [&'static [Scheme]]) -> Self {
        self.security = alternatives;
        self
    }

    /// Sets the server of this operation.
    pub const fn server(mut self, url: &'static str) -> Self {
        self.server = Some(url);
        self
    }

    /// Sets the maximum size of a request body.
    pub const fn max_body_bytes(mut self, bytes: u64) -> Self {
        self.max_body_bytes = Some(bytes);
        self
    }

    /// Sets the headers with a fixed value.
    pub const fn pinned(mut self, headers: &'static [Pinned]) -> Self {
        self.pinned = headers;
        self
    }

    /// Sets the property that identifies what was created.
    pub const fn id_property(mut self, name: &'static str) -> Self {
        self.id_property = Some(name);
        self
    }

    /// Marks the body of a success as unbounded.
    pub const fn unbounded(mut self) -> Self {
        self.unbounded = true;
        self
    }

    /// Marks the operation as deprecated, with its dates.
    pub const fn deprecated(mut self, on: Option<NaiveDate>, sunset: Option<NaiveDate>) -> Self {
        self.deprecated = true;
        self.deprecated_on = on;
        self.sunset = sunset;
        self
    }

    /// Sets the operation that replaces this one.
    pub const fn successor(mut self, successor: Successor) -> Self {
        self.successor = Some(successor);
        self
    }

    /// The documented success that a status belongs to; none if it is not a success.
    pub fn success(&self, status: u16) -> Option<&'static Success> {
        self.successes
            .iter()
            .find(|success| (success.first..=success.last).contains(&status))
    }

    /// Whether the document describes a body for a status that is a success.
    pub(crate) fn has_body(&self, status: u16) -> bool {
        let success = self.success(status);
        success.is_some_and(|success| !success.media_types.is_empty())
    }

    /// The scopes of the first security requirement that has any.
    pub fn scopes(&self) -> &'static [&'static str] {
        let schemes = self.security.iter().copied().flatten();
        schemes
            .map(|scheme| scheme.scopes)
            .find(|scopes| !scopes.is_empty())
            .unwrap_or_default()
    }

    /// The fixed value of a header, by its name in lower case.
    pub fn pinned_value(&self, name: &str) -> Option<&'static str> {
        let pinned = self.pinned.iter().find(|pinned| pinned.name == name);
        pinned.map(|pinned| pinned.value)
    }
}

impl Success {
    /// A success with one status, or with a range of statuses.
    pub const fn new(first: u16, last: u16, media_types: &'static [&'static str]) -> Self {
        Self {
            first,
            last,
            media_types,
        }
    }

    /// Whether a body of this content type is one that the document describes.
    pub(crate) fn describes(&self, content_type: &str) -> bool {
        let essence = essence(content_type);
        let kind = essence.split('/').next().unwrap_or_default();
        self.media_types.iter().any(|documented| {
            let documented = self::essence(documented);
            documented.eq_ignore_ascii_case(essence)
                || documented == "*/*"
                || match documented.split_once('/') {
                    Some((documented, "*")) => documented.eq_ignore_ascii_case(kind),
                    Some(_) => is_json(documented) && is_json(essence),
                    None => documented.eq_ignore_ascii_case(kind),
                }
        })
    }
}

/// A media type without its parameters.
fn essence(content_type: &str) -> &str {
    content_type.split(';').next().unwrap_or_default().trim()
}

fn is_json(essence: &str) -> bool {
    const SUFFIX: &str = "+json";
    let suffix = essence.len().checked_sub(SUFFIX.len());
    let suffix = suffix.and_then(|start| essence.get(start..));
    essence.eq_ignore_ascii_case("application/json")
        || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case(SUFFIX))
}

impl Scheme {
    /// A scheme with the scopes that an operation needs.
    pub const fn new(
        name: &'static str,
        kind: SchemeKind,
        scopes: &'static [&'static str],
    ) -> Self {
        Self { name, kind, scopes }
    }
}

impl Pinned {
    /// A header and its value; the name is in lower case.
    pub const fn new(name: &'static str, value: &'static str) -> Self {
        Self { name, value }
    }
}

impl Successor {
    /// An operation, by operationId, method and path.
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self { id, method, path }
    }
}

/// Facts of a whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Service {
    /// The value of `User-Agent`.
    pub user_agent: &'static str,
    /// The absolute servers without variables, in document order. The first is the default.
    pub servers: &'static [&'static str],
    /// The token endpoint of the first scheme with the client credentials flow.
    pub token_url: Option<&'static str>,
    /// Whether every call needs credentials that the caller has to supply.
    pub needs_credentials: bool,
}

impl Service {
    /// A service without servers and credentials.
    pub const fn new(user_agent: &'static str) -> Self {
        Self {
            user_agent,
            servers: &[],
            token_url: None,
            needs_credentials: false,
        }
    }

    /// Sets the servers.
    pub const fn servers(mut self, urls: &'static [&'static str]) -> Self {
        self.servers = urls;
        self
    }

    /// Sets the token endpoint.
    pub const fn token_url(mut self, url: &'static str) -> Self {
        self.token_url = Some(url);
        self
    }

    /// Requires credentials when a client is built.
    pub const fn needs_credentials(mut self) -> Self {
        self.needs_credentials = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_statuses_precede_their_range() {
        const FACTS: Facts = Facts::new("a", "GET", "/", Class::Safe).successes(&[
            Success::new(200, 200, &["application/json"]),
            Success::new(200, 299, &[]),
        ]);
        let media_types = |status| FACTS.success(status).map(|success| success.media_types);
        assert_eq!(media_types(200), Some(&["application/json"][..]));
        assert_eq!(media_types(204), Some(&[][..]));
        assert_eq!((media_types(199), media_types(302)), (None, None));
    }

    #[test]
    fn recognises_documented_media_types() {
        let json = Success::new(200, 200, &["application/json"]);
        for accepted in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/hal+json",
        ] {
            assert!(json.describes(accepted), "{accepted}");
        }
        for foreign in ["text/html", "", "application/jsonx", "text/json/x"] {
            assert!(!json.describes(foreign), "{foreign}");
        }
        assert!(Success::new(200, 200, &["text/*"]).describes("text/csv"));
        assert!(!Success::new(200, 200, &["text/*"]).describes("image/png"));
        assert!(Success::new(200, 200, &["*/*"]).describes("image/png"));
    }
}
