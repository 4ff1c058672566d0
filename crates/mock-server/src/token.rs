use std::borrow::Cow;
use std::collections::{HashMap, HashSet, VecDeque};
use std::time::{Duration, Instant};

use http::header::{ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use oas::MediaRange;
use serde_json::json;
use url::form_urlencoded;

use crate::api::{Grant, MockResponse, Request, TokenEndpoint, TokenStatus, Tokens, basic};
use crate::shared::Shared;

/// Issued and accepted access tokens.
pub(crate) struct TokenStore {
    issued: HashMap<String, Issued>,
    /// Issued tokens, the oldest first: their number is limited.
    order: VecDeque<String>,
    /// Tokens that are accepted in addition to issued ones; `None` if any token is accepted.
    accepted: Option<HashSet<String>>,
    life: Duration,
}

struct Issued {
    scopes: Vec<String>,
    expires: Instant,
}

const MAX_ISSUED: usize = 10_000;
/// Maximum length of a token that is remembered, in bytes.
const MAX_TOKEN: usize = 8 * 1024;
const ALLOWED: &str = "POST, OPTIONS";

impl TokenStore {
    pub(crate) fn new(accepted: Option<HashSet<String>>, life: Duration) -> Self {
        Self {
            issued: HashMap::new(),
            order: VecDeque::new(),
            accepted,
            life,
        }
    }

    /// Makes a token expire now, even if it was not issued here.
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

    /// The response to a request to a token endpoint (RFC 6749, sections 4 to 6).
    pub(crate) fn respond(
        &mut self,
        request: &Request<'_>,
        endpoint: &TokenEndpoint,
    ) -> MockResponse {
        if request.head.method == Method::OPTIONS {
            return MockResponse::empty(StatusCode::NO_CONTENT).with(ALLOW.as_str(), ALLOWED);
        }
        match grant(request, endpoint) {
            Ok((grant, scopes)) => {
                let mut body = json!({
                    "access_token": self.issue(scopes.clone()),
                    "token_type": "bearer",
                    "expires_in": self.life.as_secs(),
                    "scope": scopes.join(" "),
                });
                // RFC 6749, section 4.4.3: client credentials come without a refresh token.
                let refreshes = endpoint.grants.contains(&Grant::RefreshToken);
                if refreshes && grant != Grant::ClientCredentials {
                    body["refresh_token"] =
                        format!("mock-refresh-{:032x}", fastrand::u128(..)).into();
                }
                MockResponse::json(StatusCode::OK, "application/json", &body)
                    .with(CACHE_CONTROL.as_str(), "no-store")
            }
            Err(denied) => denied.response(),
        }
    }
}

/// Locks the store only for the lookup, so that an expensive request does not block others.
impl Tokens for Shared<TokenStore> {
    fn status(&self, token: &str, scopes: &[String]) -> TokenStatus {
        self.lock().status(token, scopes)
    }
}

impl TokenStore {
    fn status(&self, token: &str, scopes: &[String]) -> TokenStatus {
        match self.issued.get(token) {
            Some(issued) if issued.expires <= Instant::now() => TokenStatus::Expired,
            Some(issued) if !scopes.iter().all(|scope| issued.scopes.contains(scope)) => {
                TokenStatus::TooNarrow
            }
            Some(_) => TokenStatus::Accepted,
            None if self
                .accepted
                .as_ref()
                .is_none_or(|accepted| accepted.contains(token)) =>
            {
                TokenStatus::Accepted
            }
            None => TokenStatus::Unknown,
        }
    }
}

/// The requested grant, and the granted scopes.
fn grant(request: &Request<'_>, endpoint: &TokenEndpoint) -> Result<(Grant, Vec<String>), Denied> {
    if request.head.method != Method::POST {
        return Err(Denied::METHOD);
    }
    let fields = fields(request)?;
    // A parameter without a value is treated as absent (RFC 6749, section 3.2).
    let field = |name: &str| fields.get(name).filter(|value| !value.is_empty());
    let (id, secret) = (field("client_id"), field("client_secret"));
    let is_authenticated = is_authenticated(&request.head.headers, id.is_some(), secret.is_some())?;
    let requested = field("grant_type").map(String::as_str);
    // Only a client without a user has to authenticate: others may be public (RFC 6749, section
    // 2.1).
    let requires_client = matches!(requested, None | Some("client_credentials"));
    if !is_authenticated && requires_client {
        return Err(Denied::CLIENT);
    }
    let Some(requested) = requested else {
        return Err(Denied::request("invalid_request", "missing `grant_type`"));
    };
    let offered = endpoint.grants.iter().copied();
    let Some(grant) = offered.clone().find(|grant| grant.name() == requested) else {
        let offered = offered.map(Grant::name).collect::<Vec<_>>().join(", ");
        let description = format!("unsupported grant, expected {offered}");
        return Err(Denied::request("unsupported_grant_type", description));
    };
    let required: &[&str] = match grant {
        Grant::ClientCredentials => &[],
        Grant::Password => &["username", "password"],
        Grant::AuthorizationCode => &["code"],
        Grant::RefreshToken => &["refresh_token"],
    };
    if let Some(missing) = required.iter().find(|name| field(name).is_none()) {
        let description = format!("missing `{missing}`");
        return Err(Denied::request("invalid_request", description));
    }
    let scopes = match field("scope") {
        Some(requested) => granted(requested, &endpoint.scopes)?,
        None => endpoint.scopes.clone(),
    };
    Ok((grant, scopes))
}

fn fields(request: &Request<'_>) -> Result<HashMap<String, String>, Denied> {
    let invalid = |description| Denied::request("invalid_request", description);
    if !is_form(request) {
        return Err(invalid(
            "expected a body of the media type `application/x-www-form-urlencoded`",
        ));
    }
    let mut fields: HashMap<String, String> = HashMap::new();
    for (name, value) in form_urlencoded::parse(request.body) {
        let earlier = fields.insert(name.into_owned(), value.into_owned());
        if earlier.is_some() {
            return Err(invalid("a parameter is repeated"));
        }
    }
    Ok(fields)
}

/// Whether the client authenticates, by HTTP Basic or by the parameters of the body.
fn is_authenticated(headers: &HeaderMap, has_id: bool, has_secret: bool) -> Result<bool, Denied> {
    let has_header = headers.contains_key(AUTHORIZATION);
    let is_basic = || basic(headers).is_some_and(|(id, _)| !id.is_empty());
    match (has_header, has_id, has_secret) {
        (true, _, true) => Err(Denied::request(
            "invalid_request",
            "the client uses more than one authentication method",
        )),
        (true, _, false) if is_basic() => Ok(true),
        (true, _, false) | (false, false, true) => Err(Denied::CLIENT),
        (false, true, true) => Ok(true),
        (false, _, false) => Ok(false),
    }
}

/// The requested scopes, each once, if the document has all of them.
fn granted(requested: &str, known: &[String]) -> Result<Vec<String>, Denied> {
    let requested = requested.split(' ').filter(|scope| !scope.is_empty());
    let requested: Vec<&str> = requested.collect();
    let is_known = |scope: &&str| known.iter().any(|known| known == scope);
    if !requested.iter().all(is_known) {
        let description = "a scope is not in the document";
        return Err(Denied::request("invalid_scope", description));
    }
    let granted = known
        .iter()
        .filter(|scope| requested.contains(&scope.as_str()));
    Ok(granted.cloned().collect())
}

/// Reason why no token is issued.
struct Denied {
    status: StatusCode,
    error: &'static str,
    description: Cow<'static, str>,
    header: Option<(&'static str, &'static str)>,
}

impl Denied {
    const METHOD: Self = Self {
        status: StatusCode::METHOD_NOT_ALLOWED,
        error: "invalid_request",
        description: Cow::Borrowed("the token endpoint accepts POST only"),
        header: Some(("allow", ALLOWED)),
    };

    const CLIENT: Self = Self {
        status: StatusCode::UNAUTHORIZED,
        error: "invalid_client",
        description: Cow::Borrowed("missing or invalid client authentication"),
        header: Some((
            "www-authenticate",
            "Basic realm=\"mock\", charset=\"UTF-8\"",
        )),
    };

    fn request(error: &'static str, description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error,
            description: description.into(),
            header: None,
        }
    }

    fn response(&self) -> MockResponse {
        let mut response = oauth_error(self.status, self.error, &self.description)
            .with_reason(Some(&self.description));
        self.header
            .inspect(|(name, value)| response.set(name, value));
        response
    }
}

fn is_form(request: &Request<'_>) -> bool {
    let content_type = request.head.headers.get(CONTENT_TYPE);
    let content_type = content_type.and_then(|value| MediaRange::parse(value.to_str().ok()?));
    content_type.is_some_and(|media| media.essence() == "application/x-www-form-urlencoded")
}

/// An error of the token endpoint (RFC 6749, section 5.2).
fn oauth_error(status: StatusCode, error: &str, description: &str) -> MockResponse {
    let body = json!({ "error": error, "error_description": description });
    MockResponse::json(status, "application/json", &body).with(CACHE_CONTROL.as_str(), "no-store")
}

/// An error of the token endpoint with this status.
pub(crate) fn oauth_failure(status: StatusCode) -> MockResponse {
    let error = match status.as_u16() {
        401 => "invalid_client",
        400..=499 => "invalid_request",
        503 => "temporarily_unavailable",
        _ => "server_error",
    };
    oauth_error(status, error, status.canonical_reason().unwrap_or_default())
}
