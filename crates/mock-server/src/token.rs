use std::collections::{HashMap, HashSet, VecDeque};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header::{ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use http::{Method, StatusCode};
use serde_json::json;
use url::form_urlencoded;

use crate::api::{Reply, Request};

/// The access tokens that the server knows.
pub(crate) struct Tokens {
    issued: HashMap<String, Issued>,
    /// The issued ones, the oldest first: only so many are remembered.
    order: VecDeque<String>,
    /// When given, all tokens but these and the issued ones are refused.
    accepted: Option<HashSet<String>>,
    life: Duration,
}

struct Issued {
    scopes: Vec<String>,
    expires: Instant,
}

pub(crate) enum Verdict {
    Good,
    Unknown,
    Expired,
    TooNarrow,
}

const MAX_ISSUED: usize = 10_000;
/// A longer token, in bytes, is none that is worth remembering.
const MAX_TOKEN: usize = 8 * 1024;
const ALLOWED: &str = "POST, OPTIONS";

impl Tokens {
    pub(crate) fn new(accepted: Option<HashSet<String>>, life: Duration) -> Self {
        Self {
            issued: HashMap::new(),
            order: VecDeque::new(),
            accepted,
            life,
        }
    }

    pub(crate) fn verdict(&self, token: &str, scopes: &[String]) -> Verdict {
        match self.issued.get(token) {
            Some(issued) if issued.expires <= Instant::now() => Verdict::Expired,
            Some(issued) if !scopes.iter().all(|scope| issued.scopes.contains(scope)) => {
                Verdict::TooNarrow
            }
            Some(_) => Verdict::Good,
            None if self
                .accepted
                .as_ref()
                .is_none_or(|accepted| accepted.contains(token)) =>
            {
                Verdict::Good
            }
            None => Verdict::Unknown,
        }
    }

    /// Makes a token expire now, whether it was issued here or not.
    pub(crate) fn expire(&mut self, token: &str) {
        if token.len() <= MAX_TOKEN {
            self.remember(token.to_owned(), Vec::new(), Instant::now());
        }
    }

    pub(crate) fn expire_all(&mut self) {
        let now = Instant::now();
        self.issued
            .values_mut()
            .for_each(|issued| issued.expires = now);
    }

    fn issue(&mut self, scopes: Vec<String>) -> String {
        let token = format!("mock-{:032x}", fastrand::u128(..));
        self.remember(token.clone(), scopes, Instant::now() + self.life);
        token
    }

    fn remember(&mut self, token: String, scopes: Vec<String>, expires: Instant) {
        if self
            .issued
            .insert(token.clone(), Issued { scopes, expires })
            .is_none()
        {
            self.order.push_back(token);
        }
        if self.order.len() > MAX_ISSUED {
            self.order
                .pop_front()
                .map(|oldest| self.issued.remove(&oldest));
        }
    }

    /// Answers a request to the token endpoint (RFC 6749, sections 4.4 and 5). `known` are the scopes of the document.
    pub(crate) fn answer(&mut self, request: &Request<'_>, known: &[String]) -> Reply {
        if request.head.method == Method::OPTIONS {
            return Reply::empty(StatusCode::NO_CONTENT).with(ALLOW.as_str(), ALLOWED);
        }
        match self.grant(request, known) {
            Ok(scopes) => {
                let body = json!({
                    "access_token": self.issue(scopes.clone()),
                    "token_type": "bearer",
                    "expires_in": self.life.as_secs(),
                    "scope": scopes.join(" "),
                });
                Reply::json(StatusCode::OK, "application/json", &body)
                    .with(CACHE_CONTROL.as_str(), "no-store")
            }
            Err(denied) => denied.reply(),
        }
    }

    /// Which scopes a client gets.
    fn grant(&self, request: &Request<'_>, known: &[String]) -> Result<Vec<String>, Denied> {
        if request.head.method != Method::POST {
            return Err(Denied::METHOD);
        }
        let invalid = |description| Denied::request("invalid_request", description);
        if !is_form(request) {
            return Err(invalid("the body is not application/x-www-form-urlencoded"));
        }
        let mut fields: HashMap<String, String> = HashMap::new();
        for (name, value) in form_urlencoded::parse(request.body) {
            if fields
                .insert(name.into_owned(), value.into_owned())
                .is_some()
            {
                return Err(invalid("a parameter is there twice"));
            }
        }
        // A parameter without a value is treated as if it were not there (RFC 6749, section 3.2).
        let field = |name: &str| fields.get(name).filter(|value| !value.is_empty());
        let given = request.head.headers.get(AUTHORIZATION);
        match (given, field("client_id"), field("client_secret")) {
            (Some(_), _, Some(_)) => return Err(invalid("the client authenticates in two ways")),
            (Some(given), _, None)
                if basic(given.as_bytes()).is_some_and(|(id, _)| !id.is_empty()) => {}
            (None, Some(_), Some(_)) => {}
            _ => return Err(Denied::CLIENT),
        }
        match field("grant_type").map(String::as_str) {
            Some("client_credentials") => {}
            Some(_) => {
                let description = "only client_credentials is granted";
                return Err(Denied::request("unsupported_grant_type", description));
            }
            None => return Err(invalid("grant_type is missing")),
        }
        let Some(asked) = field("scope") else {
            return Ok(known.to_vec());
        };
        let asked = asked.split(' ').filter(|scope| !scope.is_empty());
        if !asked
            .clone()
            .all(|scope| known.iter().any(|known| known == scope))
        {
            let description = "a scope is not one of the document";
            return Err(Denied::request("invalid_scope", description));
        }
        // Each of them once, however often it is asked for: tokens are remembered.
        let granted = known
            .iter()
            .filter(|known| asked.clone().any(|scope| scope == *known));
        Ok(granted.cloned().collect())
    }
}

/// Why no token is issued.
struct Denied {
    status: StatusCode,
    error: &'static str,
    description: &'static str,
    header: Option<(&'static str, &'static str)>,
}

impl Denied {
    const METHOD: Self = Self {
        status: StatusCode::METHOD_NOT_ALLOWED,
        error: "invalid_request",
        description: "the token endpoint takes POST only",
        header: Some(("allow", ALLOWED)),
    };

    const CLIENT: Self = Self {
        status: StatusCode::UNAUTHORIZED,
        error: "invalid_client",
        description: "the client did not authenticate",
        header: Some((
            "www-authenticate",
            "Basic realm=\"mock\", charset=\"UTF-8\"",
        )),
    };

    fn request(error: &'static str, description: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
            description,
            header: None,
        }
    }

    fn reply(&self) -> Reply {
        let mut reply = oauth_error(self.status, self.error, self.description);
        self.header.inspect(|(name, value)| reply.set(name, value));
        reply
    }
}

fn is_form(request: &Request<'_>) -> bool {
    let content_type = request
        .head
        .headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    essence
        .trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// An error of the token endpoint (RFC 6749, section 5.2).
fn oauth_error(status: StatusCode, error: &str, description: &str) -> Reply {
    let body = json!({ "error": error, "error_description": description });
    Reply::json(status, "application/json", &body).with(CACHE_CONTROL.as_str(), "no-store")
}

/// An error that somebody asked for by its status only.
pub(crate) fn oauth_failure(status: StatusCode) -> Reply {
    let error = match status.as_u16() {
        401 => "invalid_client",
        400..=499 => "invalid_request",
        503 => "temporarily_unavailable",
        _ => "server_error",
    };
    oauth_error(status, error, status.canonical_reason().unwrap_or_default())
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
