use std::{sync::Arc, time::Duration};

use reqwest::{
    StatusCode,
    header::{ACCEPT, ACCEPT_ENCODING, HeaderValue},
};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::Value;
use url::{Url, form_urlencoded::byte_serialize};

use super::{
    access_token::Token,
    client_credentials::ClientCredentials,
    error::TokenError,
    source::{TokenFuture, TokenSource},
};
use crate::{
    Clock,
    printable::printable,
    raw::{MAX_ERROR_BYTES, Raw, without_bom},
    redact::redact_word,
    retry::retry_after,
    status::name,
};

/// A token endpoint with client credentials (RFC 6749, section 4.4).
#[derive(Clone)]
pub(crate) struct Endpoint {
    pub(crate) http: reqwest::Client,
    pub(crate) url: Url,
    pub(crate) credentials: ClientCredentials,
    pub(crate) scope: String,
    pub(crate) timeout: Duration,
    pub(crate) clock: Arc<dyn Clock>,
}

/// A success (RFC 6749, section 5.1). The lifetime is optional, and a string at some endpoints.
#[derive(Deserialize)]
struct Granted {
    access_token: String,
    token_type: Option<String>,
    expires_in: Option<Value>,
    scope: Option<String>,
}

/// A failure (RFC 6749, section 5.2).
#[derive(Deserialize)]
struct Denied {
    error: String,
    error_description: Option<String>,
}

impl TokenSource for Endpoint {
    fn fetch(&self) -> TokenFuture<'_> {
        Box::pin(async {
            let sent = self.request().send().await;
            let mut response = sent.map_err(|mut error| {
                let transient = !error.is_builder();
                if let Some(url) = error.url_mut() {
                    url.set_query(None);
                }
                let error =
                    TokenError::of("the token endpoint did not respond", Some(error.into()));
                if transient { error.transient() } else { error }
            })?;
            self.read(Raw::read(&mut response, MAX_ERROR_BYTES).await)
        })
    }
}

impl Endpoint {
    /// The same endpoint for tokens of another scope.
    pub(crate) fn with_scope(&self, scope: String) -> Self {
        Self {
            scope,
            ..self.clone()
        }
    }

    fn request(&self) -> reqwest::RequestBuilder {
        let ClientCredentials {
            id,
            secret,
            basic,
            headers,
            ..
        } = &self.credentials;
        let mut form = vec![("grant_type", "client_credentials")];
        if !self.scope.is_empty() {
            form.push(("scope", &self.scope));
        }
        if !basic {
            form.extend([
                ("client_id", id.as_str()),
                ("client_secret", secret.expose_secret()),
            ]);
        }
        let request = self.http.post(self.url.clone()).timeout(self.timeout);
        let request = request
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .header(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        let request = request.form(&form).headers(headers.clone());
        if *basic {
            request.basic_auth(encode(id), Some(encode(secret.expose_secret())))
        } else {
            request
        }
    }

    fn read(&self, response: Raw) -> Result<Token, TokenError> {
        let status = response.status;
        if status != StatusCode::OK {
            return Err(self.denial(&response));
        }
        if let Some(broken) = response.broken {
            return Err(TokenError::of(
                "the response of the token endpoint is truncated",
                broken.into_source(),
            )
            .transient());
        }
        // The parser's error could show the token.
        let unreadable =
            |_| TokenError::of("the response of the token endpoint is not a token", None);
        let granted: Granted =
            serde_json::from_slice(without_bom(&response.body)).map_err(unreadable)?;
        let kind = granted.token_type.as_deref().unwrap_or("bearer");
        if !kind.eq_ignore_ascii_case("bearer") {
            return Err(TokenError::of(
                "the response of the token endpoint is not a bearer token",
                None,
            ));
        }
        let token = Token::new(granted.access_token);
        // Without it the scopes are those that were requested (RFC 6749, section 5.1).
        let scope = granted.scope.unwrap_or_else(|| self.scope.clone());
        let token = token.granted(scope);
        Ok(match granted.expires_in.as_ref().and_then(seconds) {
            Some(life) => token.expires_in(life),
            None => token,
        })
    }

    /// Redacts a text of the token endpoint, which may echo id and secret, together or alone, in
    /// any encoding.
    fn without_secrets(&self, text: &str) -> String {
        let ClientCredentials { id, secret, .. } = &self.credentials;
        let secret = secret.expose_secret();
        let pairs = [
            format!("{id}:{secret}"),
            format!("{}:{}", encode(id), encode(secret)),
        ];
        let [plain, encoded] = &pairs;
        printable(&redact_word(text, secret), &[secret, plain, encoded])
    }

    fn denial(&self, response: &Raw) -> TokenError {
        let mut message = format!("the token endpoint returned {}", name(response.status));
        if let Ok(denied) = serde_json::from_slice::<Denied>(without_bom(&response.body)) {
            for part in [Some(denied.error), denied.error_description]
                .iter()
                .flatten()
            {
                message.push_str(": ");
                message.push_str(&self.without_secrets(part));
            }
        }
        let status = response.status;
        let error = TokenError::of(message, None)
            .after(retry_after(&response.headers, self.clock.calendar()));
        let is_transient = status.is_server_error()
            || status == StatusCode::TOO_MANY_REQUESTS
            || status == StatusCode::REQUEST_TIMEOUT;
        if is_transient {
            error.transient()
        } else {
            error
        }
    }
}

/// Form encoding, which HTTP Basic requires first (RFC 6749, section 2.3.1).
fn encode(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

fn seconds(value: &Value) -> Option<Duration> {
    let whole = value.as_u64();
    let text = || value.as_str().and_then(|text| text.trim().parse().ok());
    whole.or_else(text).map(Duration::from_secs)
}

#[cfg(test)]
impl Endpoint {
    pub(crate) fn for_tests() -> Self {
        Self {
            http: reqwest::Client::new(),
            url: Url::parse("http://localhost/token").unwrap(),
            credentials: ClientCredentials::new("id", "secret"),
            scope: String::new(),
            timeout: Duration::from_secs(1),
            clock: Arc::new(crate::clock::SystemClock),
        }
    }
}
