use std::sync::Arc;
use std::time::SystemTime;

use bytes::{Bytes, BytesMut};
use http::header::{AUTHORIZATION, CONNECTION, EXPECT, ORIGIN, RETRY_AFTER, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use hyper::body::Incoming;

use super::callers::Wait;
use super::cors;
use super::incoming::Unread;
use super::outgoing::Outgoing;
use crate::api::{Matched, Reply, Request, bearer};
use crate::fault::{Act, Fault, Limiter, RetryAfter};
use crate::ledger::{Body, Created, Received};
use crate::page::page;
use crate::state::State;
use crate::token::oauth_failure;

/// The connection is to be closed without an answer.
#[derive(Debug, thiserror::Error)]
#[error("close the connection")]
pub(crate) struct Close;

/// What a request is for.
enum Target<'s> {
    Operation(Matched<'s>),
    /// The token endpoint, which grants these scopes.
    Token(&'s [String]),
    /// Something that is answered whatever the body, and meets no fault.
    Fixed(Reply),
}

/// The largest body of a request for a token, in bytes.
const TOKEN_BODY_LIMIT: usize = 64 * 1024;

impl Target<'_> {
    fn body_limit(&self, state: &State) -> usize {
        match self {
            Self::Token(_) => state.reading.limit.min(TOKEN_BODY_LIMIT),
            Self::Operation(_) | Self::Fixed(_) => state.reading.limit,
        }
    }
}

/// What is decided about a request.
struct Decision {
    /// What the caller gets to see; `None` when the connection is closed.
    reply: Option<Reply>,
    /// The body of the honest answer when something was created, whatever the caller gets to see of it.
    created: Option<Bytes>,
}

/// One request and its answer.
pub(crate) async fn exchange(
    state: &State,
    wait: &Arc<Wait>,
    request: http::Request<Incoming>,
) -> Result<Response<Outgoing>, Close> {
    wait.for_server();
    let answer = answered(state, wait, request).await;
    wait.for_caller();
    answer
}

async fn answered(
    state: &State,
    wait: &Arc<Wait>,
    request: http::Request<Incoming>,
) -> Result<Response<Outgoing>, Close> {
    let at = SystemTime::now();
    let (head, incoming) = request.into_parts();
    let from_page = head.headers.contains_key(ORIGIN);
    // What the server says of itself is no traffic, and stays out of its books.
    if let Some(reply) = cors::preflight(&head).or_else(|| page(state, &head)) {
        return Ok(respond(state, wait, reply, &Fault::none(), from_page));
    }
    let target = target(state, &head);
    let fault = fault(state, &target, &head);
    state.books.lock().count_request();
    if !fault.after_create {
        pause(&fault).await;
    }
    let body = match fault.closes_unread() {
        true => Err(Unread::Broken),
        false => {
            wait.for_body();
            let asks = head.headers.contains_key(EXPECT);
            state
                .reading
                .read(incoming, target.body_limit(state), asks)
                .await
        }
    };
    wait.for_server();
    let bytes = body.as_ref().map(|body| &body.bytes);
    let (reply, fault) = carry_out(state, at, head, &target, fault, bytes);
    drop(body);
    let response = reply.map(|reply| respond(state, wait, reply, &fault, from_page));
    if fault.after_create {
        pause(&fault).await;
    }
    response.ok_or(Close)
}

/// The answer to a request that came by no connection, and meets no fault.
pub(crate) fn answer_to(state: &State, request: http::Request<Bytes>) -> http::Response<Bytes> {
    let (head, body) = request.into_parts();
    let reply = page(state, &head).unwrap_or_else(|| {
        let (at, target) = (SystemTime::now(), target(state, &head));
        state.books.lock().count_request();
        let (reply, _) = carry_out(state, at, head, &target, Fault::none(), Ok(&body));
        reply.unwrap_or_else(|| Reply::empty(StatusCode::INTERNAL_SERVER_ERROR))
    });
    let mut response = http::Response::new(reply.body);
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    response
}

/// The same headers in memory of their own: as they come they are slices of the connection's read buffer, all of which they would keep.
fn detached_headers(mut headers: HeaderMap) -> HeaderMap {
    let mut bytes = BytesMut::with_capacity(headers.values().map(HeaderValue::len).sum());
    for value in headers.values() {
        bytes.extend_from_slice(value.as_bytes());
    }
    let mut bytes = bytes.freeze();
    for value in headers.values_mut() {
        let own = HeaderValue::from_maybe_shared(bytes.split_to(value.len()));
        // What was a header's value is one.
        *value = own.unwrap_or_else(|_| value.clone());
    }
    headers
}

fn detached_uri(uri: &Uri) -> Uri {
    Uri::from_maybe_shared(uri.to_string()).unwrap_or_default()
}

/// Decides about a request, and enters it in the books.
fn carry_out(
    state: &State,
    at: SystemTime,
    head: Parts,
    target: &Target<'_>,
    fault: Fault,
    body: Result<&Bytes, &Unread>,
) -> (Option<Reply>, Fault) {
    let Decision { reply, created } = match body {
        Ok(body) => decide(state, target, &fault, &Request { head: &head, body }),
        Err(unread) => Decision {
            reply: unreadable(state, target, unread),
            created: None,
        },
    };
    let received = Received {
        at,
        method: head.method,
        uri: detached_uri(&head.uri),
        headers: detached_headers(head.headers),
        body: body.ok().map(|body| Body::kept(body, state.kept)),
        fault,
        status: reply.as_ref().map(|reply| reply.status),
        created: created.is_some(),
    };
    (reply, record(state, target, received, created))
}

fn target<'s>(state: &'s State, head: &Parts) -> Target<'s> {
    if let Some(scopes) = state.api.token_scopes(head.uri.path()) {
        return Target::Token(scopes);
    }
    match state.api.operation(head) {
        Ok(matched) => Target::Operation(matched),
        Err(reply) => Target::Fixed(reply),
    }
}

/// What goes wrong with a request.
fn fault(state: &State, target: &Target<'_>, head: &Parts) -> Fault {
    match target {
        Target::Operation(_) => {
            let limited = state.limiter.lock().as_mut().and_then(Limiter::check);
            limited.unwrap_or_else(|| state.faults.lock().next(head))
        }
        Target::Token(_) => state.token_faults.lock().next(head),
        Target::Fixed(_) => Fault::none(),
    }
}

fn decide(state: &State, target: &Target<'_>, fault: &Fault, request: &Request<'_>) -> Decision {
    let replaced = fault.replaces_answer();
    let honest = (fault.after_create || !replaced).then(|| answer(state, target, request));
    let created = honest
        .as_ref()
        .filter(|honest| honest.created)
        .map(|honest| honest.body.clone());
    let reply = match &fault.act {
        Act::None | Act::Garbage | Act::HalfBody | Act::SlowBytes(_) => honest,
        Act::Status(status) => Some(failure(state, target, *status)),
        Act::Body {
            status,
            content_type,
            body,
        } => {
            let reply = Reply {
                body: body.clone(),
                ..Reply::empty(*status)
            };
            Some(reply.with("content-type", content_type))
        }
        Act::ExpiredToken => {
            let given = request.head.headers.get(AUTHORIZATION);
            if let Some(token) = given.and_then(|value| bearer(value.as_bytes())) {
                state.tokens.lock().expire(token);
            }
            let challenge = "Bearer realm=\"mock\", error=\"invalid_token\", error_description=\"the access token has expired\"";
            let reply = failure(state, target, StatusCode::UNAUTHORIZED);
            Some(reply.with(WWW_AUTHENTICATE.as_str(), challenge))
        }
        Act::CloseOnAccept | Act::CloseBeforeReading | Act::CloseAfterReading => None,
    };
    Decision { reply, created }
}

/// The honest answer.
fn answer(state: &State, target: &Target<'_>, request: &Request<'_>) -> Reply {
    match target {
        Target::Operation(matched) => state.api.answer(matched, request, &state.tokens),
        Target::Token(scopes) => {
            let reply = state.tokens.lock().answer(request, scopes);
            if reply.status == StatusCode::OK {
                state.books.lock().count_token();
            }
            reply
        }
        Target::Fixed(reply) => reply.clone(),
    }
}

/// An error that is asked for by its status only.
fn failure(state: &State, target: &Target<'_>, status: StatusCode) -> Reply {
    let mut reply = match target {
        Target::Token(_) => oauth_failure(status),
        Target::Operation(matched) => state
            .api
            .failure(Some(matched.operation), status, None, &[]),
        Target::Fixed(_) => state.api.failure(None, status, None, &[]),
    };
    // Whether there is one makes all the difference to a caller, so the fault says it.
    reply.headers.remove(RETRY_AFTER);
    reply
}

fn unreadable(state: &State, target: &Target<'_>, unread: &Unread) -> Option<Reply> {
    let (status, reason) = match unread {
        Unread::TooLarge => {
            let reason = format!("the body has more than {} bytes", target.body_limit(state));
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
        Unread::Garbled => (
            StatusCode::BAD_REQUEST,
            "the body is not in chunks, although the head says so".to_owned(),
        ),
        Unread::Broken => return None,
    };
    let operation = match target {
        Target::Operation(matched) => Some(matched.operation),
        Target::Token(_) | Target::Fixed(_) => None,
    };
    let reply = state.api.failure(operation, status, Some(&reason), &[]);
    // What is left of the body must not be taken for the next request.
    Some(reply.with(CONNECTION.as_str(), "close"))
}

/// Enters a request in the books, and gives back the fault that it met.
fn record(state: &State, target: &Target<'_>, received: Received, created: Option<Bytes>) -> Fault {
    if let Some(observer) = &state.observer {
        observer(&received);
    }
    let fault = received.fault.clone();
    let mut books = state.books.lock();
    if let (Target::Operation(matched), Some(request)) = (target, &received.body) {
        books.count_body();
        if let Some(answer) = created {
            let (operation, request) = (matched.operation.label.clone(), request.clone());
            let answer = Body::kept(&answer, state.kept);
            books.create(Created {
                operation,
                request,
                answer,
            });
        }
    }
    books.receive(received);
    fault
}

async fn pause(fault: &Fault) {
    if let Some(delay) = fault.wait() {
        tokio::time::sleep(delay).await;
    }
}

fn respond(
    state: &State,
    wait: &Arc<Wait>,
    reply: Reply,
    fault: &Fault,
    from_page: bool,
) -> Response<Outgoing> {
    let count = state.reading.count(reply.body.len());
    let body = match &fault.act {
        Act::Garbage => Outgoing::whole(Bytes::from_static(b"{\"id\": \xff\xfe"), None),
        Act::HalfBody => Outgoing::half(reply.body, count),
        Act::SlowBytes(pause) => Outgoing::slow(reply.body, count, *pause, Arc::clone(wait)),
        _ => Outgoing::whole(reply.body, count),
    };
    let mut response = Response::new(body);
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    for (name, value) in &fault.headers {
        response.headers_mut().insert(name, value.clone());
    }
    if let Some(retry_after) = fault.retry_after {
        let value = match retry_after {
            RetryAfter::Seconds(seconds) => Some(HeaderValue::from(seconds)),
            RetryAfter::Date(date) => HeaderValue::from_str(&httpdate::fmt_http_date(date)).ok(),
        };
        value.map(|value| response.headers_mut().insert(RETRY_AFTER, value));
    }
    if from_page {
        cors::allow(response.headers_mut());
    }
    response
}
