use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::StatusCode;
use http::header::{AUTHORIZATION, COOKIE};
use oas::{Document, Node};
use url::form_urlencoded;

use super::media::joined;
use super::request::Request;

/// The access tokens that are accepted.
pub(crate) trait Tokens {
    fn verdict(&self, token: &str, scopes: &[String]) -> Verdict;
}

/// Whether an access token is accepted.
pub(crate) enum Verdict {
    Good,
    Unknown,
    Expired,
    TooNarrow,
}

/// One alternative of what a caller must present: all of its schemes. Without any, everybody may pass.
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
        place: String,
        name: String,
    },
    /// Another scheme of HTTP: any credentials of that name pass.
    Other {
        name: String,
    },
}

/// Why a caller is turned away.
#[derive(Debug)]
pub(crate) struct Denied {
    pub(crate) status: StatusCode,
    /// The values of `WWW-Authenticate`.
    pub(crate) challenges: Vec<String>,
    pub(crate) reason: Option<&'static str>,
}

pub(crate) fn requirements(
    document: &Document,
    operation: &oas::Operation<'_>,
) -> Vec<Requirement> {
    let schemes: Vec<_> = document.security_schemes().collect();
    let read = |requirement: &oas::SecurityRequirement<'_>| {
        let named = requirement.schemes.iter().filter_map(|(name, scopes)| {
            let (_, node) = schemes.iter().find(|(key, _)| key == name)?;
            Some(Scheme::read(node, scopes))
        });
        Requirement {
            schemes: named.collect(),
        }
    };
    operation.security().iter().map(read).collect()
}

/// Lets a request pass that meets one of the requirements. Of several refusals the first is told of a scheme that the request tries;
/// when it tries none, it is challenged by each.
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
            Some(first) if first.reason.is_some() => Some(first),
            Some(first) if error.reason.is_none() => {
                error.challenges.splice(0..0, first.challenges);
                Some(error)
            }
            _ => Some(error),
        };
    }
    denied.map_or(Ok(()), Err)
}

impl Scheme {
    fn read(node: &Node<'_>, scopes: &[&str]) -> Self {
        let text = |key| node.str(key).unwrap_or_default();
        match (text("type"), text("scheme").to_ascii_lowercase().as_str()) {
            ("apiKey", _) => Self::ApiKey {
                place: text("in").to_owned(),
                name: text("name").to_owned(),
            },
            ("http", "basic") => Self::Basic,
            ("http", name) if name != "bearer" => Self::Other {
                name: name.to_owned(),
            },
            _ => Self::Bearer {
                scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            },
        }
    }

    fn check(&self, request: &Request<'_>, tokens: &dyn Tokens) -> Result<(), Denied> {
        let mut given = request
            .head
            .headers
            .get_all(AUTHORIZATION)
            .iter()
            .map(|value| value.as_bytes());
        let (given, again) = (given.next(), given.next());
        match self {
            Self::Bearer { scopes } => {
                match given.map(|given| bearer(given).filter(|_| again.is_none())) {
                    None => Err(self.denied(StatusCode::UNAUTHORIZED, "", None)),
                    // Another way to authenticate is told no error of this one (RFC 6750, section 3.1).
                    Some(None) if given.is_some_and(|given| !is_of_scheme(given, "bearer")) => {
                        let reason = "the Authorization header is not 'Bearer' and a token";
                        Err(self.denied(StatusCode::UNAUTHORIZED, "", Some(reason)))
                    }
                    Some(None) => Err(self.denied(
                        StatusCode::UNAUTHORIZED,
                        "invalid_token",
                        Some("the access token is malformed"),
                    )),
                    Some(Some(token)) => {
                        let (status, error, reason) = match tokens.verdict(token, scopes) {
                            Verdict::Good => return Ok(()),
                            Verdict::Unknown => (
                                StatusCode::UNAUTHORIZED,
                                "invalid_token",
                                "the access token is not one that is accepted",
                            ),
                            Verdict::Expired => (
                                StatusCode::UNAUTHORIZED,
                                "invalid_token",
                                "the access token has expired",
                            ),
                            Verdict::TooNarrow => (
                                StatusCode::FORBIDDEN,
                                "insufficient_scope",
                                "the access token lacks a scope that the operation needs",
                            ),
                        };
                        Err(self.denied(status, error, Some(reason)))
                    }
                }
            }
            Self::Basic if given.and_then(basic).is_some() => Ok(()),
            Self::Other { name } if given.is_some_and(|given| has_scheme(given, name)) => Ok(()),
            Self::ApiKey { place, name }
                if key(request, place, name).is_some_and(|key| !key.is_empty()) =>
            {
                Ok(())
            }
            Self::Basic | Self::Other { .. } => {
                let reason = given.map(|_| "the Authorization header has no credentials of the scheme that is asked for");
                Err(self.denied(StatusCode::UNAUTHORIZED, "", reason))
            }
            Self::ApiKey { .. } => Err(self.denied(StatusCode::UNAUTHORIZED, "", None)),
        }
    }

    fn denied(&self, status: StatusCode, error: &str, reason: Option<&'static str>) -> Denied {
        let mut challenge = match self {
            Self::Bearer { scopes } if scopes.is_empty() => "Bearer realm=\"mock\"".to_owned(),
            Self::Bearer { scopes } => {
                format!("Bearer realm=\"mock\", scope=\"{}\"", scopes.join(" "))
            }
            Self::Basic => "Basic realm=\"mock\", charset=\"UTF-8\"".to_owned(),
            Self::Other { name } => format!("{name} realm=\"mock\""),
            // There is no registered scheme for keys, and a 401 must have a challenge (RFC 9110, section 15.5.2).
            Self::ApiKey { place, name } => {
                format!("ApiKey realm=\"mock\", in=\"{place}\", name=\"{name}\"")
            }
        };
        if let (false, Some(reason)) = (error.is_empty(), reason) {
            challenge.push_str(&format!(
                ", error=\"{error}\", error_description=\"{reason}\""
            ));
        }
        Denied {
            status,
            challenges: vec![challenge],
            reason,
        }
    }
}

/// The token of `Bearer TOKEN`. The scheme's name is case-insensitive (RFC 9110, section 11.1), and the token has the characters of
/// RFC 6750, section 2.1.
pub(crate) fn bearer(header: &[u8]) -> Option<&str> {
    let (scheme, token) = std::str::from_utf8(header).ok()?.split_once(' ')?;
    let token = token.trim_matches(' ');
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte);
    let unpadded = token.trim_end_matches('=');
    (scheme.eq_ignore_ascii_case("bearer") && !unpadded.is_empty() && unpadded.bytes().all(allowed))
        .then_some(token)
}

/// Name and password of HTTP Basic, each of them form-encoded before (RFC 6749, section 2.3.1).
pub(crate) fn basic(header: &[u8]) -> Option<(String, String)> {
    let (scheme, encoded) = std::str::from_utf8(header).ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(BASE64_STANDARD.decode(encoded.trim_matches(' ')).ok()?).ok()?;
    let (name, password) = text.split_once(':')?;
    let decoded = |text: &str| {
        form_urlencoded::parse(format!("={text}").as_bytes())
            .next()
            .map(|(_, value)| value.into_owned())
    };
    Some((decoded(name)?, decoded(password)?))
}

fn is_of_scheme(header: &[u8], name: &str) -> bool {
    let scheme = header.split(|byte| *byte == b' ').next();
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(name.as_bytes()))
}

fn has_scheme(header: &[u8], name: &str) -> bool {
    let text = String::from_utf8_lossy(header);
    let given = text.split_once(' ');
    given.is_some_and(|(scheme, credentials)| {
        scheme.eq_ignore_ascii_case(name) && !credentials.trim().is_empty()
    })
}

fn key(request: &Request<'_>, place: &str, name: &str) -> Option<String> {
    let head = request.head;
    match place {
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
            let cookies = joined(&head.headers, &COOKIE)?;
            let mut pairs = cookies
                .split([';', ','])
                .filter_map(|cookie| cookie.trim().split_once('='));
            pairs
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.to_owned())
        }
        _ => None,
    }
}
