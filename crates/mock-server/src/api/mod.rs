//! What the document says, made ready to answer requests by. Nothing in here waits, or knows of connections.

mod answer;
mod body;
mod complaint;
mod form;
mod lifecycle;
mod media;
mod multipart;
mod operation;
mod parameter;
mod prefer;
mod reply;
mod response;
mod router;
mod security;
mod shape;
mod style;
mod typing;

use std::collections::HashSet;

use bytes::Bytes;
use http::header::{ALLOW, HOST, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{Method, StatusCode, Version};
use oas::{Document, Validators};
use url::Url;

pub(crate) use operation::Operation;
pub(crate) use reply::Reply;
pub(crate) use security::bearer;

use crate::state::Shared;
use crate::token::Tokens;
use complaint::Complaint;
use operation::Refusal;
use response::Response;
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
    /// As they stand in the path.
    parameters: Vec<(&'s str, String)>,
}

/// The parameters of a path, percent-encoded.
pub(crate) type PathParameters<'s> = [(&'s str, String)];

/// A request that has been read.
pub(crate) struct Request<'r> {
    pub(crate) head: &'r Parts,
    pub(crate) body: &'r Bytes,
}

impl Api {
    pub(crate) fn new(document: &Document) -> Self {
        let validators = Validators::new(document);
        let operations: Vec<_> = document.operations().collect();
        let mut bases: Vec<String> = Vec::new();
        let own = operations.iter().flat_map(oas::Operation::servers);
        for server in document.servers().into_iter().chain(own) {
            if let Some(base) = base_path(&server).filter(|base| !bases.contains(base)) {
                bases.push(base);
            }
        }
        let mut router = Router::new(bases);
        for operation in &operations {
            if let Some(compiled) = Operation::new(document, &validators, operation) {
                router.add(operation.path(), compiled);
            }
        }
        let schemes = document.security_schemes();
        let flows = schemes.flat_map(|(_, scheme)| scheme.members_of("flows").collect::<Vec<_>>());
        let mut token_endpoints: Vec<(String, Vec<String>)> = Vec::new();
        for (_, flow) in flows {
            let Some(url) = flow.str("tokenUrl") else {
                continue;
            };
            let (path, scopes) = (url_path(url), flow.members_of("scopes"));
            let scopes = scopes.map(|(scope, _)| scope.to_owned());
            match token_endpoints.iter_mut().find(|(known, _)| *known == path) {
                Some((_, known)) => known.extend(scopes),
                None => token_endpoints.push((path, scopes.collect())),
            }
        }
        for (_, scopes) in &mut token_endpoints {
            let mut seen = HashSet::new();
            scopes.retain(|scope| seen.insert(scope.clone()));
        }
        Self {
            router,
            token_endpoints,
        }
    }

    pub(crate) fn token_paths(&self) -> impl Iterator<Item = &str> {
        self.token_endpoints.iter().map(|(path, _)| path.as_str())
    }

    /// The scopes that the token endpoint at this path grants; `None` when there is none.
    pub(crate) fn token_scopes(&self, path: &str) -> Option<&[String]> {
        let mut endpoints = self.token_endpoints.iter();
        endpoints
            .find(|(known, _)| known == path)
            .map(|(_, scopes)| scopes.as_slice())
    }

    /// The operation that a request means, or the answer when there is none.
    #[expect(
        clippy::result_large_err,
        reason = "the error is an answer, which is sent at once"
    )]
    pub(crate) fn operation<'s>(&'s self, head: &Parts) -> Result<Matched<'s>, Reply> {
        let path = &*router::normalised(head.uri.path());
        let hosts = head.headers.get_all(HOST).iter().count();
        if hosts != 1 && head.version == Version::HTTP_11 {
            let reason = "the request needs one Host header";
            return Err(self.failure(None, StatusCode::BAD_REQUEST, Some(reason), &[]));
        }
        // Whether the server as a whole is there (RFC 9110, section 9.3.7).
        if path == "*" && head.method == Method::OPTIONS {
            return Err(Reply::empty(StatusCode::NO_CONTENT));
        }
        let Some(found) = self.router.find(path) else {
            let reason = format!("there is nothing at {path}");
            return Err(self.failure(None, StatusCode::NOT_FOUND, Some(&reason), &[]));
        };
        if let Some(operation) = found.entry.operation(&head.method) {
            let parameters = found
                .parameters
                .iter()
                .map(|(name, text)| (*name, (*text).to_owned()));
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
        let reply = self.failure(first, StatusCode::METHOD_NOT_ALLOWED, Some(&reason), &[]);
        Err(reply.with(ALLOW.as_str(), &allow))
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
            let mut reply = self.failure(Some(operation), denied.status, denied.reason, &[]);
            let challenges = denied.challenges.iter();
            // Names out of the document may be no header values.
            let challenges = challenges.filter_map(|challenge| challenge.parse().ok());
            reply.headers.remove(WWW_AUTHENTICATE);
            challenges.for_each(|value| _ = reply.headers.append(WWW_AUTHENTICATE, value));
            return reply;
        }
        let input = operation.read(request, &matched.parameters);
        match input.and_then(|input| operation.answer(request, input)) {
            Ok(Some(reply)) => {
                let created = operation.is_unsafe() && reply.status.is_success();
                operation.told(Reply { created, ..reply })
            }
            Ok(None) => {
                let reason = "no value was found that the schema of the answer accepts";
                self.failure(
                    Some(operation),
                    StatusCode::INTERNAL_SERVER_ERROR,
                    Some(reason),
                    &[],
                )
            }
            Err(Refusal {
                status,
                reason,
                complaints,
                header,
            }) => {
                let mut reply = self.failure(Some(operation), status, Some(&reason), &complaints);
                header.inspect(|(name, value)| reply.set(name.as_str(), value));
                reply
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
        let response = self.error_response(operation, status);
        let reply = response.and_then(|response| response.failure(status, reason, complaints));
        let reply = reply.unwrap_or_else(|| shape::problem(status, reason, complaints));
        match operation {
            Some(operation) => operation.told(reply),
            None => reply,
        }
    }

    /// The response in whose shape an error is told: the operation's own before those of others.
    fn error_response<'s>(
        &'s self,
        own: Option<&'s Operation>,
        status: StatusCode,
    ) -> Option<&'s Response> {
        let among = |operations: &mut dyn Iterator<Item = &'s Operation>, status| {
            let responses = operations.flat_map(|operation| &operation.responses);
            let errors =
                responses.filter(|response| !response.is_success() && response.has_shape());
            let ranked = errors.filter_map(|response| Some((response.rank(status)?, response)));
            ranked
                .min_by_key(|(rank, _)| *rank)
                .map(|(_, response)| response)
        };
        [status, StatusCode::BAD_REQUEST]
            .into_iter()
            .find_map(|status| {
                let of_own = among(&mut own.into_iter(), status);
                of_own.or_else(|| among(&mut self.router.operations(), status))
            })
    }
}

/// The path of a server's URL without the slash at its end, with the defaults of its variables; `None` when it has none.
fn base_path(server: &oas::Server<'_>) -> Option<String> {
    let mut url = server.url.to_owned();
    for (name, variable) in server.node.members_of("variables") {
        if let Some(default) = variable.str("default") {
            url = url.replace(&format!("{{{name}}}"), default);
        }
    }
    let path = url_path(&url);
    let path = path.trim_end_matches('/');
    (!path.is_empty() && !path.contains('{')).then(|| path.to_owned())
}

/// The path of a URL that may be relative.
fn url_path(url: &str) -> String {
    match Url::parse(url) {
        Ok(url) => url.path().to_owned(),
        Err(_) => format!("/{}", url.trim_start_matches('/')),
    }
}
