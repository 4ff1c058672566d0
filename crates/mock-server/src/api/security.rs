use http::StatusCode;
use http::header::AUTHORIZATION;
use oas::Document;

use super::Request;
use crate::token::{Tokens, Verdict};

/// One alternative of what a caller must present: all of its schemes.
pub(crate) struct Requirement {
    schemes: Vec<Scheme>,
}

/// A bearer token, with the scopes it must have.
struct Scheme {
    scopes: Vec<String>,
}

/// Why a caller is turned away.
#[derive(Debug)]
pub(crate) struct Denied {
    pub(crate) status: StatusCode,
    /// The value of `WWW-Authenticate` (RFC 6750, section 3).
    pub(crate) challenge: String,
    pub(crate) reason: Option<&'static str>,
}

pub(crate) fn requirements(
    document: &Document,
    operation: &oas::Operation<'_>,
) -> Vec<Requirement> {
    let schemes: Vec<_> = document.security_schemes().collect();
    let is_bearer = |name: &str| {
        let scheme = schemes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, node)| node);
        scheme.is_some_and(|node| match node.str("type") {
            Some("oauth2" | "openIdConnect") => true,
            Some("http") => node
                .str("scheme")
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer")),
            _ => false,
        })
    };
    let read = |requirement: &oas::SecurityRequirement<'_>| {
        let schemes = requirement
            .schemes
            .iter()
            .filter(|(name, _)| is_bearer(name));
        Requirement {
            schemes: schemes
                .map(|(_, scopes)| Scheme {
                    scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
                })
                .collect(),
        }
    };
    operation.security().iter().map(read).collect()
}

/// Lets a request pass that meets one of the requirements.
pub(crate) fn check(
    requirements: &[Requirement],
    request: &Request<'_>,
    tokens: &Tokens,
) -> Result<(), Denied> {
    let mut denied = None;
    for requirement in requirements {
        match requirement
            .schemes
            .iter()
            .try_for_each(|scheme| scheme.check(request, tokens))
        {
            Ok(()) => return Ok(()),
            Err(error) => denied = denied.or(Some(error)),
        }
    }
    denied.map_or(Ok(()), Err)
}

impl Scheme {
    fn check(&self, request: &Request<'_>, tokens: &Tokens) -> Result<(), Denied> {
        let Some(given) = request.head.headers.get(AUTHORIZATION) else {
            return Err(self.denied(StatusCode::UNAUTHORIZED, "", None));
        };
        let Some(token) = bearer(given.as_bytes()) else {
            return Err(self.denied(
                StatusCode::UNAUTHORIZED,
                "invalid_request",
                Some("the Authorization header is not `Bearer` and a token"),
            ));
        };
        match tokens.verdict(token, &self.scopes) {
            Verdict::Good => Ok(()),
            Verdict::Unknown => Err(self.denied(
                StatusCode::UNAUTHORIZED,
                "invalid_token",
                Some("the access token is not one that is accepted"),
            )),
            Verdict::Expired => Err(self.denied(
                StatusCode::UNAUTHORIZED,
                "invalid_token",
                Some("the access token has expired"),
            )),
            Verdict::TooNarrow => Err(self.denied(
                StatusCode::FORBIDDEN,
                "insufficient_scope",
                Some("the access token lacks a scope that the operation needs"),
            )),
        }
    }

    fn denied(&self, status: StatusCode, error: &str, reason: Option<&'static str>) -> Denied {
        let mut challenge = "Bearer realm=\"mock\"".to_owned();
        if !self.scopes.is_empty() {
            challenge.push_str(&format!(", scope=\"{}\"", self.scopes.join(" ")));
        }
        if let (false, Some(reason)) = (error.is_empty(), reason) {
            challenge.push_str(&format!(
                ", error=\"{error}\", error_description=\"{}\"",
                reason.replace('`', "'")
            ));
        }
        Denied {
            status,
            challenge,
            reason,
        }
    }
}

/// The token of `Bearer TOKEN`. The scheme's name is case-insensitive (RFC 9110, section 11.1), and the token has the characters of
/// RFC 6750, section 2.1.
pub(crate) fn bearer(header: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(header).ok()?;
    let (scheme, token) = text.split_once(' ')?;
    let token = token.trim_matches(' ');
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~+/=".contains(&byte);
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty() && token.bytes().all(allowed))
        .then_some(token)
}
