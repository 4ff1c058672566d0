use std::error::Error;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use http::header::{CONNECTION, EXPECT, RETRY_AFTER, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri};
use hyper::body::Body as IncomingBody;

use super::connections::Wait;
use super::cors::CrossOrigin;
use super::outgoing::Outgoing;
use crate::api::{self, Effect, Matched, MockResponse, Request, TokenEndpoint, bearer};
use crate::body_reader::{Held, Unread};
use crate::fault::{Fault, FaultKind, Limiter, RetryAfter};
use crate::ledger::{Body, Entry, Received};
use crate::state::{Served, State};
use crate::stub;
use crate::token::oauth_failure;

/// The connection is to be closed without a response.
#[derive(Debug, thiserror::Error)]
#[error("close the connection")]
pub(crate) struct Close;

enum Target {
    Operation(Matched),
    Token(Arc<TokenEndpoint>),
    /// A response that does not depend on the body, without faults.
    Fixed(MockResponse),
}

/// Maximum size of the body of a token request, in bytes.
const TOKEN_BODY_LIMIT: usize = 64 * 1024;
/// Minimum size of a body, in bytes, that is processed on another thread, so that it does not delay
/// other clients.
const MIN_EXPENSIVE: usize = 64 * 1024;

impl Target {
    fn of(served: &Served, head: &Parts) -> Self {
        let (response, is_unknown) = match served.api.target(head) {
            api::Target::Operation(matched) => return Self::Operation(matched),
            api::Target::OtherMethods(response) => (response, false),
            api::Target::Unknown(response) => (response, true),
        };
        let endpoint = served.api.token_endpoint(head.uri.path());
        match endpoint.filter(|_| is_unknown || head.method == Method::POST) {
            Some(endpoint) => Self::Token(Arc::clone(endpoint)),
            None => Self::Fixed(response),
        }
    }

    fn operation(&self) -> Option<&Matched> {
        match self {
            Self::Operation(matched) => Some(matched),
            Self::Token(_) | Self::Fixed(_) => None,
        }
    }

    fn body_limit(&self, state: &State) -> usize {
        match self {
            Self::Token(_) => state.bodies.limit.min(TOKEN_BODY_LIMIT),
            Self::Operation(_) | Self::Fixed(_) => state.bodies.limit,
        }
    }
}

/// Result of a request.
struct Decision {
    /// The response that the client receives; `None` if the connection is closed.
    response: Option<MockResponse>,
    /// The body of the response without a fault, and the effect, if the request was carried out.
    applied: Option<(Bytes, Effect)>,
}

/// A request after its body was read.
struct Exchange {
    state: Arc<State>,
    served: Arc<Served>,
    at: SystemTime,
    head: Parts,
    target: Target,
    fault: Fault,
}

/// One request and its response. Its body has been decoded if `is_coded`.
pub(crate) async fn exchange<B>(
    state: &Arc<State>,
    wait: &Arc<Wait>,
    request: http::Request<B>,
    is_coded: bool,
) -> Result<Response<Outgoing>, Close>
where
    B: IncomingBody<Data = Bytes, Error: Into<Box<dyn Error + Send + Sync>>> + Unpin,
{
    wait.for_server();
    let served = state.served();
    let (head, body) = request.into_parts();
    // The server's own pages are not recorded, and web pages cannot read them.
    let sent = if let Some(response) = page(state, &served, &head) {
        Ok(respond(state, wait, response, &Fault::none()))
    } else {
        match CrossOrigin::of(&head, served.api.has_credentials()) {
            Some(origin) if origin.is_preflight() => Ok(origin.allowed(Response::default()).await),
            Some(origin) => {
                match respond_over_connection(state, wait, served, head, body, is_coded).await {
                    Ok(response) => Ok(origin.allowed(response).await),
                    Err(close) => Err(close),
                }
            }
            None => respond_over_connection(state, wait, served, head, body, is_coded).await,
        }
    };
    wait.for_client();
    sent
}

async fn respond_over_connection<B>(
    state: &Arc<State>,
    wait: &Arc<Wait>,
    served: Arc<Served>,
    head: Parts,
    incoming: B,
    is_coded: bool,
) -> Result<Response<Outgoing>, Close>
where
    B: IncomingBody<Data = Bytes, Error: Into<Box<dyn Error + Send + Sync>>> + Unpin,
{
    let at = SystemTime::now();
    let target = Target::of(&served, &head);
    let fault = fault(state, &target, &head);
    state.records.lock().count_request();
    if !fault.after_create {
        pause(&fault).await;
    }
    let body = match fault.closes_unread() {
        true => Err(Unread::Broken),
        false => {
            wait.for_body();
            // The rest of a body is not read if the client expects 100 first, or if decoding it is
            // expensive.
            let discards = !is_coded && !head.headers.contains_key(EXPECT);
            state
                .bodies
                .read(incoming, target.body_limit(state), discards)
                .await
        }
    };
    wait.for_server();
    let exchange = Exchange {
        state: Arc::clone(state),
        served,
        at,
        head,
        target,
        fault,
    };
    let is_expensive = body
        .as_ref()
        .is_ok_and(|body| body.bytes.len() >= MIN_EXPENSIVE);
    let (response, fault) = match is_expensive {
        true => {
            let job = tokio::task::spawn_blocking(move || exchange.carry_out(body));
            job.await.map_err(|_| Close)?
        }
        false => exchange.carry_out(body),
    };
    let sent = response.map(|response| respond(state, wait, response, &fault));
    if fault.after_create {
        pause(&fault).await;
    }
    sent.ok_or(Close)
}

fn fault(state: &State, target: &Target, head: &Parts) -> Fault {
    match target {
        Target::Operation(_) => {
            let limited = state.limiter.lock().as_mut().and_then(Limiter::check);
            limited.unwrap_or_else(|| state.faults.lock().next(head))
        }
        Target::Token(_) => state.token_faults.lock().next(head),
        Target::Fixed(_) => Fault::none(),
    }
}

fn page(state: &State, served: &Served, head: &Parts) -> Option<MockResponse> {
    let ledger = || state.records.lock().ledger();
    served.pages.page(&served.api, head, &ledger)
}

/// The response to a request without a connection, and without a fault.
pub(crate) fn respond_to(
    state: &Arc<State>,
    request: http::Request<Bytes>,
) -> http::Response<Bytes> {
    let (head, body) = request.into_parts();
    let served = state.served();
    let response = page(state, &served, &head).unwrap_or_else(|| {
        let target = Target::of(&served, &head);
        state.records.lock().count_request();
        let exchange = Exchange {
            state: Arc::clone(state),
            served,
            at: SystemTime::now(),
            head,
            target,
            fault: Fault::none(),
        };
        let (response, _) = exchange.carry_out(Ok(state.bodies.held(body)));
        response.unwrap_or_else(|| MockResponse::empty(StatusCode::INTERNAL_SERVER_ERROR))
    });
    let mut sent = http::Response::new(response.body);
    *sent.status_mut() = response.status;
    *sent.headers_mut() = response.headers;
    sent
}

/// A copy of the headers, which are slices of the read buffer of the connection and would keep all
/// of it alive.
fn detached_headers(mut headers: HeaderMap) -> HeaderMap {
    let mut bytes = BytesMut::with_capacity(headers.values().map(HeaderValue::len).sum());
    for value in headers.values() {
        bytes.extend_from_slice(value.as_bytes());
    }
    let mut bytes = bytes.freeze();
    for value in headers.values_mut() {
        let own = HeaderValue::from_maybe_shared(bytes.split_to(value.len()));
        // The value of a header is always valid.
        *value = own.unwrap_or_else(|_| value.clone());
    }
    headers
}

fn detached_uri(uri: &Uri) -> Uri {
    Uri::from_maybe_shared(uri.to_string()).unwrap_or_default()
}

impl Exchange {
    /// Processes the request, and records it.
    fn carry_out(mut self, body: Result<Held, Unread>) -> (Option<MockResponse>, Fault) {
        if let (Target::Operation(matched), Ok(body)) = (&mut self.target, &body) {
            let request = Request {
                head: &self.head,
                body: &body.bytes,
            };
            self.served.api.choose(matched, &request);
        }
        let Decision { response, applied } = match &body {
            Ok(body) => self.decide(&body.bytes),
            Err(unread) => Decision {
                response: self.unreadable(unread),
                applied: None,
            },
        };
        let state = &*self.state;
        let operation = self.target.operation();
        let received = Received {
            at: self.at,
            method: self.head.method,
            uri: detached_uri(&self.head.uri),
            headers: detached_headers(self.head.headers),
            body: body.ok().map(|body| Body::kept(&body.bytes, state.kept)),
            operation: operation.map(|matched| matched.operation.label.clone()),
            fault: self.fault.clone(),
            status: response.as_ref().map(|response| response.status),
            reason: response
                .as_ref()
                .and_then(|response| response.reason.clone()),
            notes: response
                .as_ref()
                .map(|response| response.notes.clone())
                .unwrap_or_default(),
            applied: applied.is_some(),
            created: matches!(applied, Some((_, Effect::Created))),
        };
        record(state, operation.is_some(), received, applied);
        (response, self.fault)
    }

    fn decide(&self, body: &Bytes) -> Decision {
        let head = &self.head;
        let request = &Request { head, body };
        let replaced = self.fault.replaces_response();
        let documented = (self.fault.after_create || !replaced).then(|| self.documented(request));
        let applied = documented
            .as_ref()
            .filter(|documented| documented.effect != Effect::None)
            .map(|documented| (documented.body.clone(), documented.effect));
        let response = match &self.fault.kind {
            FaultKind::None
            | FaultKind::Garbage
            | FaultKind::HalfBody
            | FaultKind::SlowBytes(_) => documented,
            FaultKind::Status(status) => Some(self.failure(*status)),
            FaultKind::Body {
                status,
                content_type,
                body,
            } => {
                let response = MockResponse {
                    body: body.clone(),
                    ..MockResponse::empty(*status)
                };
                Some(response.with("content-type", content_type))
            }
            FaultKind::ExpiredToken => {
                if let Some(token) = bearer(&head.headers) {
                    self.state.tokens.lock().expire(&token);
                }
                let challenge = "Bearer realm=\"mock\", error=\"invalid_token\", error_description=\"the access token has expired\"";
                let response = self.failure(StatusCode::UNAUTHORIZED);
                Some(response.with(WWW_AUTHENTICATE.as_str(), challenge))
            }
            FaultKind::CloseOnAccept
            | FaultKind::CloseBeforeReading
            | FaultKind::CloseAfterReading => None,
        };
        Decision { response, applied }
    }

    /// The response without a fault.
    fn documented(&self, request: &Request<'_>) -> MockResponse {
        let state = &*self.state;
        match &self.target {
            Target::Operation(matched) => {
                let stub = |operation: &api::Operation| {
                    let request = stub::Request {
                        method: &request.head.method,
                        uri: &request.head.uri,
                        headers: &request.head.headers,
                        body: request.body,
                    };
                    let stubbed = state.stubs.lock().find(&operation.label, &request)?;
                    Some(operation.stubbed(stubbed.status, &stubbed.headers, stubbed.body.as_ref()))
                };
                self.served
                    .api
                    .respond(matched, request, &state.tokens, &stub)
            }
            Target::Token(endpoint) => {
                let response = state.tokens.lock().respond(request, endpoint);
                if response.status == StatusCode::OK {
                    state.records.lock().count_token();
                }
                response
            }
            Target::Fixed(response) => response.clone(),
        }
    }

    /// An error without a reason.
    fn failure(&self, status: StatusCode) -> MockResponse {
        let api = &self.served.api;
        let mut response = match &self.target {
            Target::Token(_) => oauth_failure(status),
            Target::Operation(matched) => api.failure(Some(&matched.operation), status, None, &[]),
            Target::Fixed(_) => api.failure(None, status, None, &[]),
        };
        // Only the fault adds it: tests of clients depend on its absence.
        response.headers.remove(RETRY_AFTER);
        response
    }

    fn unreadable(&self, unread: &Unread) -> Option<MockResponse> {
        let (status, reason) = match unread {
            Unread::TooLarge => {
                let limit = self.target.body_limit(&self.state);
                let reason = format!("the body is larger than {limit} bytes");
                (StatusCode::PAYLOAD_TOO_LARGE, reason)
            }
            Unread::TooSlow => (
                StatusCode::REQUEST_TIMEOUT,
                "the body did not arrive in time".to_owned(),
            ),
            Unread::TooBusy => (
                StatusCode::SERVICE_UNAVAILABLE,
                "too many large bodies at once".to_owned(),
            ),
            Unread::Undecodable => (
                StatusCode::BAD_REQUEST,
                "the body does not match its transfer or content coding".to_owned(),
            ),
            Unread::Broken => return None,
        };
        let operation = self.target.operation().map(|matched| &*matched.operation);
        let api = &self.served.api;
        let response = api.failure(operation, status, Some(&reason), &[]);
        // The rest of the body must not be read as the next request.
        Some(response.with(CONNECTION.as_str(), "close"))
    }
}

fn record(state: &State, is_operation: bool, received: Received, applied: Option<(Bytes, Effect)>) {
    if let Some(observer) = &state.observer {
        observer(&received);
    }
    let mut records = state.records.lock();
    if let (true, Some(request)) = (is_operation, &received.body) {
        records.count_body();
        if let (Some((response, effect)), Some(operation)) = (applied, &received.operation) {
            records.apply(Entry {
                operation: operation.clone(),
                created: effect == Effect::Created,
                request: request.clone(),
                response: Body::kept(&response, state.kept),
            });
        }
    }
    records.receive(received);
}

async fn pause(fault: &Fault) {
    if let Some(delay) = fault.wait() {
        tokio::time::sleep(delay).await;
    }
}

fn respond(
    state: &State,
    wait: &Arc<Wait>,
    response: MockResponse,
    fault: &Fault,
) -> Response<Outgoing> {
    let count = state.bodies.count(response.body.len());
    let body = match &fault.kind {
        FaultKind::Garbage => Outgoing::whole(Bytes::from_static(b"{\"id\": \xff\xfe"), None),
        FaultKind::HalfBody => Outgoing::half(response.body, count),
        FaultKind::SlowBytes(pause) => {
            Outgoing::slow(response.body, count, *pause, Arc::clone(wait))
        }
        _ => Outgoing::whole(response.body, count),
    };
    let mut sent = Response::new(body);
    *sent.status_mut() = response.status;
    *sent.headers_mut() = response.headers;
    for (name, value) in &fault.headers {
        sent.headers_mut().insert(name, value.clone());
    }
    if let Some(retry_after) = fault.retry_after {
        let value = match retry_after {
            RetryAfter::Seconds(seconds) => Some(HeaderValue::from(seconds)),
            RetryAfter::Date(date) => HeaderValue::from_str(&httpdate::fmt_http_date(date)).ok(),
        };
        value.map(|value| sent.headers_mut().insert(RETRY_AFTER, value));
    }
    sent
}
