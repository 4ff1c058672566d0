use std::time::SystemTime;

use bytes::Bytes;
use http::header::{AUTHORIZATION, RETRY_AFTER, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{HeaderValue, Response, StatusCode};
use hyper::body::Incoming;

use super::incoming::{self, Unread};
use super::outgoing::Outgoing;
use crate::api::{Matched, Reply, Request, bearer};
use crate::fault::{Act, Fault, RetryAfter};
use crate::ledger::{Body, Created, Received};
use crate::state::State;
use crate::token::oauth_failure;

/// The connection is to be closed without an answer.
#[derive(Debug, thiserror::Error)]
#[error("close the connection")]
pub(crate) struct Close;

/// What a request is for.
enum Target<'s> {
    Operation(Matched<'s>),
    Token,
    /// Something that is answered whatever the body, and meets no fault.
    Fixed(Reply),
}

/// What the caller gets to see.
enum Seen {
    /// The honest answer, perhaps spoiled on its way.
    Honest,
    Other(Reply),
    Nothing,
}

/// One request and its answer.
pub(crate) async fn exchange(
    state: &State,
    request: http::Request<Incoming>,
) -> Result<Response<Outgoing>, Close> {
    let at = SystemTime::now();
    let (head, incoming) = request.into_parts();
    let target = target(state, &head);
    let fault = match &target {
        Target::Operation(_) => state.faults.lock().next(&head),
        Target::Token => state.token_faults.lock().next(&head),
        Target::Fixed(_) => Fault::none(),
    };
    state.books.lock().count_request();
    if !fault.after_create {
        wait(&fault).await;
    }
    let body = if fault.closes_unread() {
        Err(Unread::Broken)
    } else {
        incoming::read(incoming, state.body_limit).await
    };
    let (honest, seen) = match &body {
        Ok(body) => decide(state, &target, &fault, &Request { head: &head, body }),
        Err(Unread::TooLarge) => (None, Seen::Other(too_large(state, &target))),
        Err(Unread::Broken) => (None, Seen::Nothing),
    };
    let reply = match seen {
        Seen::Honest => honest.clone(),
        Seen::Other(reply) => Some(reply),
        Seen::Nothing => None,
    };
    let status = reply.as_ref().map(|reply| reply.status);
    record(
        state,
        at,
        head,
        &target,
        fault.clone(),
        body.ok(),
        honest,
        status,
    );
    if fault.after_create {
        wait(&fault).await;
    }
    Ok(respond(reply.ok_or(Close)?, &fault))
}

fn target<'s>(state: &'s State, head: &Parts) -> Target<'s> {
    let path = head.uri.path();
    if state.api.token_scopes(path).is_some() {
        return Target::Token;
    }
    if path == "/_mock/ledger" {
        let ledger = serde_json::to_value(state.books.lock().ledger()).unwrap_or_default();
        return Target::Fixed(Reply::json(StatusCode::OK, "application/json", &ledger));
    }
    match state.api.operation(head) {
        Ok(matched) => Target::Operation(matched),
        Err(reply) => Target::Fixed(reply),
    }
}

fn decide(
    state: &State,
    target: &Target<'_>,
    fault: &Fault,
    request: &Request<'_>,
) -> (Option<Reply>, Seen) {
    let honest =
        (fault.after_create || !fault.replaces_answer()).then(|| answer(state, target, request));
    let seen = match &fault.act {
        Act::None | Act::Garbage | Act::HalfBody | Act::SlowBytes(_) => Seen::Honest,
        Act::Status(status) => Seen::Other(failure(state, target, *status)),
        Act::Body {
            status,
            content_type,
            body,
        } => Seen::Other(
            Reply {
                body: body.clone(),
                ..Reply::empty(*status)
            }
            .with("content-type", content_type),
        ),
        Act::ExpiredToken => {
            let given = request.head.headers.get(AUTHORIZATION);
            if let Some(token) = given.and_then(|value| bearer(value.as_bytes())) {
                state.tokens.lock().expire(token);
            }
            let challenge = "Bearer realm=\"mock\", error=\"invalid_token\", error_description=\"the access token has expired\"";
            Seen::Other(
                failure(state, target, StatusCode::UNAUTHORIZED)
                    .with(WWW_AUTHENTICATE.as_str(), challenge),
            )
        }
        Act::CloseOnAccept | Act::CloseBeforeReading | Act::CloseAfterReading => Seen::Nothing,
    };
    (honest, seen)
}

fn answer(state: &State, target: &Target<'_>, request: &Request<'_>) -> Reply {
    match target {
        Target::Operation(matched) => state.api.answer(matched, request, &state.tokens),
        Target::Token => {
            let reply = state.tokens.lock().answer(
                request,
                state
                    .api
                    .token_scopes(request.head.uri.path())
                    .unwrap_or_default(),
            );
            if reply.status.is_success() {
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
        Target::Token => oauth_failure(status),
        Target::Operation(matched) => state
            .api
            .failure(Some(matched.operation), status, None, &[]),
        Target::Fixed(_) => state.api.failure(None, status, None, &[]),
    };
    // Whether there is one makes all the difference to a caller, so the fault says it.
    reply.headers.remove(RETRY_AFTER);
    reply
}

fn too_large(state: &State, target: &Target<'_>) -> Reply {
    let operation = match target {
        Target::Operation(matched) => Some(matched.operation),
        Target::Token | Target::Fixed(_) => None,
    };
    let reason = format!("the body has more than {} bytes", state.body_limit);
    state
        .api
        .failure(operation, StatusCode::PAYLOAD_TOO_LARGE, Some(&reason), &[])
}

#[expect(
    clippy::too_many_arguments,
    reason = "these are the parts of one exchange, and this is the one place that joins them"
)]
fn record(
    state: &State,
    at: SystemTime,
    head: Parts,
    target: &Target<'_>,
    fault: Fault,
    body: Option<Bytes>,
    honest: Option<Reply>,
    status: Option<StatusCode>,
) {
    let limit = state.books.lock().limits().body;
    let body = body.map(|body| Body::kept(&body, limit));
    let mut created = None;
    if let (Target::Operation(matched), Some(honest), Some(request)) =
        (target, honest.filter(|honest| honest.created), &body)
    {
        created = Some(Created {
            operation: matched.operation.label.clone(),
            request: request.clone(),
            answer: Body::kept(&honest.body, limit),
        });
    }
    let (is_created, is_operation) = (created.is_some(), matches!(target, Target::Operation(_)));
    let received = Received {
        at,
        method: head.method,
        uri: head.uri,
        headers: head.headers,
        body,
        fault,
        status,
        created: is_created,
    };
    if let Some(observer) = &state.observer {
        observer(&received);
    }
    let mut books = state.books.lock();
    if is_operation && received.body.is_some() {
        books.count_body();
    }
    if let Some(created) = created {
        books.create(created);
    }
    books.receive(received);
}

async fn wait(fault: &Fault) {
    if let Some(delay) = fault.wait() {
        tokio::time::sleep(delay).await;
    }
}

fn respond(reply: Reply, fault: &Fault) -> Response<Outgoing> {
    let body = match &fault.act {
        Act::Garbage => Outgoing::whole(Bytes::from_static(b"{\"id\": \xff\xfe")),
        Act::HalfBody => Outgoing::half(reply.body),
        Act::SlowBytes(pause) => Outgoing::slow(reply.body, *pause),
        _ => Outgoing::whole(reply.body),
    };
    let mut response = Response::new(body);
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    for (name, value) in &fault.headers {
        response.headers_mut().insert(name, value.clone());
    }
    if let Some(retry_after) = fault.retry_after {
        let text = match retry_after {
            RetryAfter::Seconds(seconds) => seconds.to_string(),
            RetryAfter::Date(date) => httpdate::fmt_http_date(date),
        };
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().insert(RETRY_AFTER, value);
        }
    }
    response
}
