//! What the document says, made ready to answer requests by. Nothing in here waits, or knows of connections.

mod answer;
mod body;
mod failure;
mod operation;
mod reply;
mod router;
mod security;

use bytes::Bytes;
use http::header::{ALLOW, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{Method, StatusCode};
use oas::{Document, Validators};
use serde_json::{Map, Value};
use url::Url;

pub(crate) use operation::Operation;
pub(crate) use reply::Reply;
pub(crate) use security::bearer;

use crate::state::Shared;
use crate::token::Tokens;
use failure::{Complaint, Shape};
use operation::Refusal;
use router::Router;

/// The whole document, compiled.
pub(crate) struct Api {
    router: Router,
    /// The paths of the token endpoints that the document names, each with the scopes it grants.
    token_endpoints: Vec<(String, Vec<String>)>,
}

/// The operation that a request means.
pub(crate) struct Matched<'s> {
    pub(crate) operation: &'s Operation,
    /// The parameters of the path.
    parameters: Map<String, Value>,
}

/// A request that has been read.
pub(crate) struct Request<'r> {
    pub(crate) head: &'r Parts,
    pub(crate) body: &'r Bytes,
}

impl Api {
    pub(crate) fn new(document: &Document) -> Self {
        let validators = Validators::new(document);
        let mut router = Router::new(
            document
                .servers()
                .iter()
                .filter_map(|server| base_path(server.url))
                .collect(),
        );
        for operation in document.operations() {
            if let Some(compiled) = Operation::new(document, &validators, &operation) {
                router.add(operation.path(), compiled);
            }
        }
        let flows = document
            .security_schemes()
            .flat_map(|(_, scheme)| scheme.members_of("flows").collect::<Vec<_>>());
        let endpoints = flows.filter_map(|(_, flow)| {
            let scopes = flow.members_of("scopes").map(|(scope, _)| scope.to_owned());
            Some((url_path(flow.str("tokenUrl")?), scopes.collect()))
        });
        Self {
            router,
            token_endpoints: endpoints.collect(),
        }
    }

    /// The scopes that the token endpoint at this path grants; `None` when there is none.
    pub(crate) fn token_scopes(&self, path: &str) -> Option<&[String]> {
        let mut endpoints = self.token_endpoints.iter();
        endpoints
            .find(|(known, _)| known == path)
            .map(|(_, scopes)| scopes.as_slice())
    }

    /// The operation that a request means, or the answer when there is none.
    pub(crate) fn operation<'s>(&'s self, head: &Parts) -> Result<Matched<'s>, Reply> {
        let path = head.uri.path();
        let Some(found) = self.router.find(path) else {
            return Err(self.failure(
                None,
                StatusCode::NOT_FOUND,
                Some(&format!("there is nothing at {path}")),
                &[],
            ));
        };
        if let Some(operation) = found.entry.operation(&head.method) {
            let parameters = found
                .parameters
                .iter()
                .map(|(name, text)| ((*name).to_owned(), decoded(text).into()));
            return Ok(Matched {
                operation,
                parameters: parameters.collect(),
            });
        }
        let allow = found.entry.allow();
        if head.method == Method::OPTIONS {
            return Err(Reply::empty(StatusCode::NO_CONTENT).with(ALLOW.as_str(), &allow));
        }
        let reason = format!("{path} has no {}, only {allow}", head.method);
        let first = found.entry.operations.first();
        Err(self
            .failure(first, StatusCode::METHOD_NOT_ALLOWED, Some(&reason), &[])
            .with(ALLOW.as_str(), &allow))
    }

    /// The answer to a request of an operation.
    pub(crate) fn answer(
        &self,
        matched: &Matched<'_>,
        request: &Request<'_>,
        tokens: &Shared<Tokens>,
    ) -> Reply {
        let operation = matched.operation;
        if let Err(denied) = security::check(&operation.security, request, &tokens.lock()) {
            let reply = self.failure(Some(operation), denied.status, denied.reason, &[]);
            return reply.with(WWW_AUTHENTICATE.as_str(), &denied.challenge);
        }
        match operation.read(request) {
            Ok(body) => self.carry_out(matched, body),
            Err(Refusal::Complaints(complaints)) => {
                let reason = failure::summary(&complaints);
                self.failure(
                    Some(operation),
                    StatusCode::BAD_REQUEST,
                    Some(&reason),
                    &complaints,
                )
            }
            Err(Refusal::Status(status, reason)) => {
                self.failure(Some(operation), status, Some(&reason), &[])
            }
        }
    }

    fn carry_out(&self, matched: &Matched<'_>, body: Map<String, Value>) -> Reply {
        let operation = matched.operation;
        match operation.answer(body, &matched.parameters) {
            Some(reply) => Reply {
                created: operation.is_unsafe(),
                ..reply
            },
            None => {
                let reason = "no value was found that the schema of the answer accepts";
                self.failure(
                    Some(operation),
                    StatusCode::INTERNAL_SERVER_ERROR,
                    Some(reason),
                    &[],
                )
            }
        }
    }

    /// An error in the document's shape for this status, or else for 400, or else as a problem (RFC 9457).
    pub(crate) fn failure(
        &self,
        operation: Option<&Operation>,
        status: StatusCode,
        reason: Option<&str>,
        complaints: &[Complaint],
    ) -> Reply {
        let own = || {
            operation
                .into_iter()
                .flat_map(|operation| &operation.shapes)
        };
        let all = || {
            own().chain(
                self.router
                    .operations()
                    .flat_map(|operation| &operation.shapes),
            )
        };
        let bad_request = StatusCode::BAD_REQUEST;
        let shape: Option<&Shape> = own()
            .find(|shape| shape.is_for(status))
            .or_else(|| own().find(|shape| shape.covers(status)))
            .or_else(|| all().find(|shape| shape.is_for(status)))
            .or_else(|| all().find(|shape| shape.is_for(bad_request)))
            .or_else(|| all().find(|shape| shape.covers(bad_request)));
        shape.map_or_else(
            || failure::problem(status, reason, complaints),
            |shape| shape.reply(status, reason, complaints),
        )
    }
}

/// The path of a server's URL without the slash at its end; `None` when it has none, or is a template.
fn base_path(url: &str) -> Option<String> {
    let path = url_path(url);
    let path = path.trim_end_matches('/');
    (!path.is_empty() && !path.contains(['{', '%'])).then(|| path.to_owned())
}

/// The path of a URL that may be relative.
fn url_path(url: &str) -> String {
    match Url::parse(url) {
        Ok(url) => url.path().to_owned(),
        Err(_) => url.to_owned(),
    }
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}
