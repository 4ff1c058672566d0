use std::{sync::OnceLock, time::Duration};

use bytes::Bytes;
use progenitor_client::Error;
use reqwest::{
    Request, Response, StatusCode,
    header::{ACCEPT_ENCODING, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret, SecretString};
use tracing::Span;
use url::Url;

use crate::{
    core::Core,
    credentials::Authorization,
    facts::Facts,
    raw::{MAX_ERROR_BYTES, MAX_SUCCESS_BYTES, Raw, without_bom},
    reach::{Reached, watch},
    retry::retry_after,
    urls,
};

/// Inner value of the generated client: the context in which its hooks send one request, and
/// afterwards the response.
///
/// The default changes nothing, for callers with their own `reqwest::Client` and its headers.
#[derive(Debug, Default)]
pub struct Exchange(State);

#[derive(Debug, Default)]
enum State {
    #[default]
    Bare,
    Direct(Direct),
    Attempt(Box<Attempt>),
}

/// One request with token and pause, outside of a call.
#[derive(Clone, Debug)]
struct Direct {
    core: Core,
    facts: fn(&str) -> Option<&'static Facts>,
}

/// One attempt of a call.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub(crate) core: Core,
    pub(crate) facts: &'static Facts,
    pub(crate) authorization: Authorization,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) received: OnceLock<Received>,
}

/// Result of a request.
#[derive(Debug)]
pub(crate) enum Received {
    Response(Raw),
    /// No connection was established for it.
    NoConnection,
}

const API_VERSION: HeaderName = HeaderName::from_static("api-version");

impl Exchange {
    /// Sends each request once, with the access token of a client and after its pause. `facts`
    /// finds an operation by the name of its method.
    pub fn direct(core: Core, facts: fn(&str) -> Option<&'static Facts>) -> Self {
        Self(State::Direct(Direct { core, facts }))
    }

    pub(crate) fn attempt(attempt: Attempt) -> Self {
        Self(State::Attempt(Box::new(attempt)))
    }

    /// Takes the result of the attempt, if there is one.
    pub(crate) fn take(&mut self) -> Option<Received> {
        match &mut self.0 {
            State::Attempt(attempt) => attempt.received.take(),
            _ => None,
        }
    }

    /// The body of the response, if its status is a success.
    pub(crate) fn success(&self) -> Option<Bytes> {
        let State::Attempt(attempt) = &self.0 else {
            return None;
        };
        let Received::Response(raw) = attempt.received.get()? else {
            return None;
        };
        attempt.facts.success(raw.status.as_u16())?;
        Some(raw.body.slice_ref(without_bom(&raw.body)))
    }

    /// The URL of a path without parameters below the base URL of the generated client.
    ///
    /// # Errors
    /// It is not a URL.
    pub fn url(&self, base: &str, path: &'static str) -> Result<Url, String> {
        let url = match &self.0 {
            State::Attempt(attempt) => attempt.core.urls().get(base, path),
            State::Bare | State::Direct(_) => urls::parse(base, path),
        };
        url.map_err(|error| format!("invalid URL: {error}"))
    }

    /// Prepares a request: the body of `ClientHooks::pre`.
    ///
    /// # Errors
    /// The request must not be sent.
    pub async fn pre<E>(&self, request: &mut Request, method: &str) -> Result<(), Error<E>> {
        // The generator sends `info.version` under this name; no document describes it.
        request.headers_mut().remove(API_VERSION);
        match &self.0 {
            State::Bare => Ok(()),
            State::Direct(direct) => direct.prepare(request, method).await.map_err(Error::Custom),
            State::Attempt(attempt) => attempt.prepare(request).map_err(Error::InvalidRequest),
        }
    }

    /// Sends a request and keeps its response: the body of `ClientHooks::exec`. In a call, the
    /// returned response has no headers, and a body only if it is one of several successes.
    ///
    /// # Errors
    /// There was no response.
    pub async fn exec(
        &self,
        http: &reqwest::Client,
        request: Request,
    ) -> reqwest::Result<Response> {
        match &self.0 {
            State::Bare => http.execute(request).await,
            State::Direct(direct) => {
                let response = http.execute(request).await?;
                direct.core.pause_after(response.status(), || {
                    retry_after(response.headers(), direct.core.clock().calendar())
                });
                Ok(response)
            }
            State::Attempt(attempt) => {
                let (sent, reached) = watch(http.execute(request)).await;
                if sent.is_err() && reached == Reached::NoConnection {
                    let _ = attempt.received.set(Received::NoConnection);
                }
                let mut response = sent?;
                let is_success = attempt.facts.success(response.status().as_u16()).is_some();
                let max_bytes = if is_success {
                    MAX_SUCCESS_BYTES
                } else {
                    MAX_ERROR_BYTES
                };
                let raw = Raw::read(&mut response, max_bytes).await;
                if raw.broken.is_some() {
                    // Nothing must read the rest.
                    response = rebuilt(raw.status, Bytes::new());
                } else if is_success && attempt.facts.successes.len() > 1 {
                    // The generated client decodes one of several successes by its status.
                    let body = raw.body.slice_ref(without_bom(&raw.body));
                    response = rebuilt(raw.status, body);
                }
                let _ = attempt.received.set(Received::Response(raw));
                Ok(response)
            }
        }
    }
}

/// A clone is for another request: it has no response yet.
impl Clone for Exchange {
    fn clone(&self) -> Self {
        Self(match &self.0 {
            State::Bare => State::Bare,
            State::Direct(direct) => State::Direct(direct.clone()),
            State::Attempt(attempt) => State::Attempt(Box::new(Attempt {
                core: attempt.core.clone(),
                facts: attempt.facts,
                authorization: attempt.authorization.clone(),
                headers: attempt.headers.clone(),
                timeout: attempt.timeout,
                received: OnceLock::new(),
            })),
        })
    }
}

impl Direct {
    async fn prepare(&self, request: &mut Request, method: &str) -> Result<(), String> {
        let core = &self.core;
        let (clock, budget) = (core.clock(), core.options().time_budget);
        let facts = (self.facts)(method).ok_or_else(|| format!("no facts of `{method}`"))?;
        check_length(request, facts)?;
        let grant = core.credentials().grant(facts)?;
        let lease = loop {
            let passed = core.gate().pass(clock, || budget).await;
            let ticket =
                passed.map_err(|pause| format!("paused for another {} s", pause.as_secs()))?;
            let lease = grant.lease(clock, || budget).await;
            let lease = lease.map_err(|error| error.to_string())?;
            // A pause may have begun during the wait for the token.
            if core.gate().admits(&ticket, clock) {
                break lease;
            }
        };
        let headers = request.headers_mut();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        // An argument of the call takes precedence over a default of the client.
        for (name, value) in &core.options().headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        for pinned in facts.pinned {
            let value = HeaderValue::from_static(pinned.value);
            headers.entry(pinned.name).or_insert(value);
        }
        grant.authorization(lease.as_ref()).apply(request);
        // A timeout would end a stream, however steadily it flows.
        let timeout = core.options().attempt_timeout;
        *request.timeout_mut() = (!facts.unbounded).then_some(timeout);
        Ok(())
    }
}

impl Attempt {
    fn prepare(&self, request: &mut Request) -> Result<(), String> {
        check_length(request, self.facts)?;
        Span::current().record("url.full", tracing::field::display(request.url()));
        let headers = request.headers_mut();
        // A compressed body could not be decoded.
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        for pinned in self.facts.pinned {
            headers.insert(pinned.name, HeaderValue::from_static(pinned.value));
        }
        self.authorization.apply(request);
        *request.timeout_mut() = Some(self.timeout);
        Ok(())
    }
}

impl Authorization {
    fn apply(&self, request: &mut Request) {
        for (name, value) in &self.headers {
            request.headers_mut().insert(name, value.clone());
        }
        if let Some(bearer) = &self.bearer {
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, bearer.clone());
        }
        for (name, key) in &self.query {
            let key: &SecretString = key;
            let mut pairs = request.url_mut().query_pairs_mut();
            pairs.append_pair(name, key.expose_secret());
        }
    }
}

fn check_length(request: &Request, facts: &Facts) -> Result<(), String> {
    let body = request.body().and_then(|body| body.as_bytes());
    let length = body.map_or(0, <[u8]>::len) as u64;
    match facts.max_body_bytes.filter(|max| length > *max) {
        Some(max) => Err(format!(
            "its body of {length} bytes exceeds the maximum of {max} bytes"
        )),
        None => Ok(()),
    }
}

fn rebuilt(status: StatusCode, body: Bytes) -> Response {
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    response.into()
}

impl Core {
    /// Pauses all clones of the client after a 429.
    pub(crate) fn pause_after(&self, status: StatusCode, pause: impl FnOnce() -> Option<Duration>) {
        if status == StatusCode::TOO_MANY_REQUESTS {
            let backoff = self.options().retry.backoff;
            let pause = pause().filter(|pause| !pause.is_zero());
            let pause = pause.unwrap_or_else(|| backoff.delay(0, self.clock().jitter()));
            self.gate().pause(self.clock().now(), pause);
        }
    }
}
