use std::borrow::Cow;

use headers::authorization::{Basic, Bearer, Credentials};
use headers::{Authorization, Header};
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue, StatusCode};
use oas::{Document, Node};
use url::form_urlencoded;

use super::note::Note;
use super::request::{Request, pairs};

/// Access tokens that are accepted.
pub(crate) trait Tokens {
    fn status(&self, token: &str, scopes: &[String]) -> TokenStatus;
}

/// Result of the check of an access token.
pub(crate) enum TokenStatus {
    Accepted,
    Unknown,
    Expired,
    TooNarrow,
}

/// One alternative of the credentials of a request: all of its schemes. Without schemes, no
/// credentials are required.
pub(crate) struct Requirement {
    schemes: Vec<Scheme>,
}

enum Scheme {
    /// A token with these scopes (RFC 6750).
    Bearer {
        scopes: Vec<String>,
    },
    Basic,
    ApiKey {
        location: String,
        name: String,
    },
    /// Another scheme of HTTP: any credentials of that name are accepted.
    Other {
        name: String,
    },
}

#[derive(Debug)]
pub(crate) struct Denied {
    pub(crate) status: StatusCode,
    /// The values of `WWW-Authenticate`.
    pub(crate) challenges: Vec<String>,
    pub(crate) reason: Cow<'static, str>,
    /// Whether the request has credentials of the scheme.
    is_tried: bool,
}

pub(crate) fn requirements(
    document: &Document,
    operation: &oas::Operation<'_>,
    notes: &mut Vec<Note>,
) -> Vec<Requirement> {
    let schemes: Vec<_> = document.security_schemes().collect();
    let mut read = |requirement: &oas::SecurityRequirement<'_>| {
        let named = requirement.schemes.iter().filter_map(|(name, scopes)| {
            let (_, node) = schemes.iter().find(|(key, _)| key == name)?;
            let scheme = Scheme::read(node, scopes);
            if scheme.is_none() {
                let message = format!(
                    "unsupported security scheme `{name}`: requests are accepted without it"
                );
                notes.push(Note::new(document, &node.pointer, message));
            }
            scheme
        });
        Requirement {
            schemes: named.collect(),
        }
    };
    operation.security().iter().map(&mut read).collect()
}

/// Accepts a request that satisfies one of the requirements.
///
/// The first rejection by a scheme whose credentials the request has is reported, or else a
/// challenge for each scheme.
pub(crate) fn check(
    requirements: &[Requirement],
    request: &Request<'_>,
    tokens: &dyn Tokens,
) -> Result<(), Denied> {
    let mut denied: Option<Denied> = None;
    for requirement in requirements {
        let mut schemes = requirement.schemes.iter();
        let Err(mut error) = schemes.try_for_each(|scheme| scheme.check(request, tokens)) else {
            return Ok(());
        };
        denied = match denied {
            Some(first) if first.is_tried => Some(first),
            Some(first) if !error.is_tried => {
                error.challenges.splice(0..0, first.challenges);
                error.reason = format!("{}; or {}", first.reason, error.reason).into();
                Some(error)
            }
            _ => Some(error),
        };
    }
    denied.map_or(Ok(()), Err)
}

impl Scheme {
    /// `None` for a type that OpenAPI 3.0 does not have.
    fn read(node: &Node<'_>, scopes: &[&str]) -> Option<Self> {
        let text = |key| node.str(key).unwrap_or_default();
        let scheme = text("scheme").to_ascii_lowercase();
        Some(match (text("type"), scheme.as_str()) {
            ("apiKey", _) => Self::ApiKey {
                location: text("in").to_owned(),
                name: text("name").to_owned(),
            },
            ("http", "basic") => Self::Basic,
            ("http", "bearer") | ("oauth2" | "openIdConnect", _) => Self::Bearer {
                scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            },
            ("http", name) if !name.is_empty() => Self::Other {
                name: name.to_owned(),
            },
            _ => return None,
        })
    }

    fn check(&self, request: &Request<'_>, tokens: &dyn Tokens) -> Result<(), Denied> {
        let headers = &request.head.headers;
        match self {
            Self::Bearer { scopes } => self.check_bearer(headers, scopes, tokens),
            Self::Basic if basic(headers).is_some() => Ok(()),
            Self::Other { name } if has_scheme(headers, name) => Ok(()),
            Self::ApiKey { location, name }
                if key(request, location, name).is_some_and(|key| !key.is_empty()) =>
            {
                Ok(())
            }
            Self::Basic | Self::Other { .. } if headers.contains_key(AUTHORIZATION) => {
                let name = self.name();
                let reason =
                    format!("expected an `Authorization` header with `{name}` and credentials");
                Err(self.denied(StatusCode::UNAUTHORIZED, "", reason))
            }
            Self::Basic | Self::Other { .. } | Self::ApiKey { .. } => Err(self.missing()),
        }
    }

    fn check_bearer(
        &self,
        headers: &HeaderMap,
        scopes: &[String],
        tokens: &dyn Tokens,
    ) -> Result<(), Denied> {
        let mut lines = headers.get_all(AUTHORIZATION).iter();
        let (first, second) = (lines.next(), lines.next());
        let Some(first) = first else {
            return Err(self.missing());
        };
        let unauthorized = StatusCode::UNAUTHORIZED;
        let (status, error, reason) = match bearer(headers).filter(|_| second.is_none()) {
            Some(token) => match tokens.status(&token, scopes) {
                TokenStatus::Accepted => return Ok(()),
                TokenStatus::Unknown => (
                    unauthorized,
                    "invalid_token",
                    "the access token is not accepted",
                ),
                TokenStatus::Expired => (
                    unauthorized,
                    "invalid_token",
                    "the access token has expired",
                ),
                TokenStatus::TooNarrow => (
                    StatusCode::FORBIDDEN,
                    "insufficient_scope",
                    "the access token lacks a scope of the operation",
                ),
            },
            // Credentials of another scheme have no error code (RFC 6750, section 3.1).
            None if !is_of_scheme(first, "bearer") => (
                unauthorized,
                "",
                "expected an `Authorization` header with `Bearer` and a token",
            ),
            None => (
                unauthorized,
                "invalid_token",
                "the access token is malformed",
            ),
        };
        Err(self.denied(status, error, reason))
    }

    /// The name in `Authorization` and `WWW-Authenticate`. Keys have no registered name, but a 401
    /// requires a challenge (RFC 9110, section 15.5.2).
    fn name(&self) -> &str {
        match self {
            Self::Bearer { .. } => "Bearer",
            Self::Basic => "Basic",
            Self::Other { name } => name,
            Self::ApiKey { .. } => "ApiKey",
        }
    }

    /// The rejection of a request without credentials of this scheme.
    fn missing(&self) -> Denied {
        let reason = match self {
            Self::ApiKey { location, name } => {
                format!("missing API key: {location} `{name}`")
            }
            _ => format!("missing credentials: `Authorization: {} …`", self.name()),
        };
        Denied {
            is_tried: false,
            ..self.denied(StatusCode::UNAUTHORIZED, "", reason)
        }
    }

    fn denied(
        &self,
        status: StatusCode,
        error: &str,
        reason: impl Into<Cow<'static, str>>,
    ) -> Denied {
        let reason = reason.into();
        let mut challenge = format!("{} realm=\"mock\"", self.name());
        match self {
            Self::Bearer { scopes } if !scopes.is_empty() => {
                challenge.push_str(&format!(", scope=\"{}\"", scopes.join(" ")));
            }
            Self::Basic => challenge.push_str(", charset=\"UTF-8\""),
            Self::ApiKey { location, name } => {
                challenge.push_str(&format!(", in=\"{location}\", name=\"{name}\""));
            }
            Self::Bearer { .. } | Self::Other { .. } => {}
        }
        if !error.is_empty() {
            challenge.push_str(&format!(
                ", error=\"{error}\", error_description=\"{reason}\""
            ));
        }
        Denied {
            status,
            challenges: vec![challenge],
            reason,
            is_tried: true,
        }
    }
}

/// The token of `Bearer TOKEN`, with the characters of RFC 6750, section 2.1.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<String> {
    let Authorization(credentials) = decode::<Bearer>(headers)?;
    let token = credentials.token();
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte);
    let unpadded = token.trim_end_matches('=');
    (!unpadded.is_empty() && unpadded.bytes().all(is_allowed)).then(|| token.to_owned())
}

/// Name and password of HTTP Basic, each of them form-encoded before (RFC 6749, section 2.3.1).
pub(crate) fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let credentials = decode::<Basic>(headers)?;
    let decoded = |text: &str| {
        form_urlencoded::parse(format!("={text}").as_bytes())
            .next()
            .map(|(_, value)| value.into_owned())
    };
    Some((
        decoded(credentials.username())?,
        decoded(credentials.password())?,
    ))
}

fn decode<C: Credentials>(headers: &HeaderMap) -> Option<Authorization<C>> {
    Authorization::decode(&mut headers.get_all(AUTHORIZATION).iter()).ok()
}

fn is_of_scheme(header: &HeaderValue, name: &str) -> bool {
    let scheme = header.as_bytes().split(|byte| *byte == b' ').next();
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(name.as_bytes()))
}

/// Whether the request has credentials of a scheme, which are not validated.
fn has_scheme(headers: &HeaderMap, name: &str) -> bool {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return false;
    };
    let text = String::from_utf8_lossy(header.as_bytes());
    let given = text.split_once(' ');
    given.is_some_and(|(scheme, credentials)| {
        scheme.eq_ignore_ascii_case(name) && !credentials.trim().is_empty()
    })
}

fn key(request: &Request<'_>, location: &str, name: &str) -> Option<String> {
    let head = request.head;
    match location {
        "header" => head
            .headers
            .get(name)
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
        "query" => {
            let mut pairs = form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes());
            pairs
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        }
        "cookie" => {
            let cookies = request.cookies();
            pairs(&cookies)
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        }
        _ => None,
    }
}
