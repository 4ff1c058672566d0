use std::sync::Arc;

use chrono::NaiveDate;
use http::header::{ALLOW, HOST, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{Method, StatusCode, Version};
use oas::{Document, Pointer};

use super::failure::problem;
use super::lifecycle::{AfterSunset, End};
use super::mock_response::MockResponse;
use super::note::Note;
use super::operation::Operation;
use super::plan::last_parameter;
use super::rejection::Rejection;
use super::remarks::remarks;
use super::request::Request;
use super::response::Response;
use super::router::{Router, normalised};
use super::security::{self, Tokens};
use super::selection::invalid;
use super::source::Source;
use super::token_endpoint::{TokenEndpoint, token_endpoints, url_path};
use super::violation::Violation;

/// The whole document, compiled.
pub(crate) struct Api {
    source: Source,
    router: Router,
    token_endpoints: Vec<Arc<TokenEndpoint>>,
    routes: Vec<Route>,
    notes: Vec<Note>,
    has_credentials: bool,
    sunsets: Option<(NaiveDate, AfterSunset)>,
}

/// Options of a document that is served.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    pub(crate) strict_requests: bool,
    /// The date, and the response after the sunset of an operation.
    pub(crate) sunsets: Option<(NaiveDate, AfterSunset)>,
    /// The seed of random values and ids.
    pub(crate) seed: Option<u64>,
}

/// One route of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Route {
    /// The method.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The `operationId`.
    pub operation: Option<String>,
    /// The documented responses: `201, 4XX, default`.
    pub responses: String,
}

/// The operation that a request addresses.
pub(crate) struct Matched {
    pub(crate) operation: Arc<Operation>,
    /// The other operations of the same method and path.
    others: Vec<Arc<Operation>>,
    /// The parameters of the path, as written.
    parameters: Vec<(String, String)>,
}

/// The target of a request.
pub(crate) enum Target {
    Operation(Matched),
    /// A path of the document without an operation of the method.
    OtherMethods(MockResponse),
    /// The document has no such path.
    Unknown(MockResponse),
}

/// Maximum number of base paths of one server with variables.
const MAX_BASES: usize = 64;

impl Api {
    pub(crate) fn new(document: Arc<Document>, options: &Options) -> Self {
        let schemas = response_schemas(&document);
        let source = Source::new(document, schemas, options.strict_requests, options.seed);
        let document = source.document();
        let operations: Vec<_> = document.operations().collect();
        let mut bases: Vec<String> = Vec::new();
        let own = operations.iter().flat_map(oas::Operation::servers);
        for server in document.servers().into_iter().chain(own) {
            for base in base_paths(&server) {
                if !bases.contains(&base) {
                    bases.push(base);
                }
            }
        }
        let mut notes = remarks(document);
        let mut router = Router::new(bases);
        for operation in &operations {
            let item = item_parameter(operation.path(), &operations);
            let compiled = Operation::new(&source, operation, &operations, item, &mut notes);
            if let Some(compiled) = compiled {
                router.add(operation.path(), compiled);
            }
        }
        let routes = operations.iter().map(|operation| {
            let responses: Vec<_> = operation
                .responses()
                .map(|response| response.status)
                .collect();
            Route {
                method: operation.method().as_str().to_owned(),
                path: operation.path().to_owned(),
                operation: operation.id().map(str::to_owned),
                responses: responses.join(", "),
            }
        });
        let routes = routes.collect();
        let token_endpoints = token_endpoints(document, &mut notes);
        let token_endpoints = token_endpoints.into_iter().map(Arc::new).collect();
        let has_cookies = operations.iter().any(|operation| {
            let parameters = operation.parameters();
            parameters
                .iter()
                .any(|parameter| parameter.location() == "cookie")
        });
        let has_credentials = has_cookies || document.security_schemes().next().is_some();
        let mut known = std::collections::HashSet::new();
        notes.retain(|note| known.insert(note.clone()));
        Self {
            router,
            token_endpoints,
            routes,
            notes,
            has_credentials,
            sunsets: options.sunsets,
            source,
        }
    }

    pub(crate) fn document(&self) -> &Document {
        self.source.document()
    }

    pub(crate) fn routes(&self) -> &[Route] {
        &self.routes
    }

    pub(crate) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether clients send credentials or cookies.
    pub(crate) fn has_credentials(&self) -> bool {
        self.has_credentials
    }

    /// The token endpoints, except those that the document describes as operations.
    pub(crate) fn token_endpoints(&self) -> impl Iterator<Item = &Arc<TokenEndpoint>> {
        let endpoints = self.token_endpoints.iter();
        endpoints.filter(|endpoint| !self.describes(&Method::POST, &endpoint.path))
    }

    /// The token endpoint of a path. Like an operation, it is served below the base paths of the
    /// servers and at the root.
    pub(crate) fn token_endpoint(&self, path: &str) -> Option<&Arc<TokenEndpoint>> {
        let is_path = |full: &str| {
            let mut bases = self.router.bases().iter();
            full == path || bases.any(|base| full.strip_prefix(base.as_str()) == Some(path))
        };
        self.token_endpoints()
            .find(|endpoint| is_path(&endpoint.path))
    }

    /// Whether the document has an operation of this method at a path.
    pub(crate) fn describes(&self, method: &Method, path: &str) -> bool {
        let found = self.router.find(path);
        found.is_some_and(|found| found.entry.operation(method).is_some())
    }

    /// Whether the document has this path.
    pub(crate) fn has_path(&self, path: &str) -> bool {
        self.router.find(path).is_some()
    }

    /// Whether a path of the document begins with a segment.
    pub(crate) fn has_prefix(&self, prefix: &str) -> bool {
        let below = |path: &str| {
            path.strip_prefix(prefix)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.routes.iter().any(|route| below(&route.path))
            || self.router.bases().iter().any(|base| below(base))
    }

    /// The operation that a request addresses, or the response if there is none.
    pub(crate) fn target(&self, head: &Parts) -> Target {
        let path = &*normalised(head.uri.path());
        let hosts = head.headers.get_all(HOST).iter().count();
        if hosts != 1 && head.version == Version::HTTP_11 {
            let reason = "expected one `Host` header";
            let response = self.failure(None, StatusCode::BAD_REQUEST, Some(reason), &[]);
            return Target::Unknown(response);
        }
        // The server as a whole (RFC 9110, section 9.3.7).
        if path == "*" && head.method == Method::OPTIONS {
            return Target::OtherMethods(MockResponse::empty(StatusCode::NO_CONTENT));
        }
        let Some(found) = self.router.find(path) else {
            let reason = format!("the document has no path `{path}`");
            let response = self.failure(None, StatusCode::NOT_FOUND, Some(&reason), &[]);
            return Target::Unknown(response);
        };
        if let Some(operation) = found.entry.operation(&head.method) {
            let parameters = found
                .parameters
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
            return Target::Operation(Matched {
                operation: Arc::clone(operation),
                others: found.entry.all(&head.method).skip(1).cloned().collect(),
                parameters: parameters.collect(),
            });
        }
        let allow = found.entry.allow();
        if head.method == Method::OPTIONS {
            let response = MockResponse::empty(StatusCode::NO_CONTENT);
            return Target::OtherMethods(response.with(ALLOW.as_str(), &allow));
        }
        let reason = format!("`{path}` does not support {}, only {allow}", head.method);
        let first = found.entry.operations.first().map(|first| &**first);
        let response = self.failure(first, StatusCode::METHOD_NOT_ALLOWED, Some(&reason), &[]);
        Target::OtherMethods(response.with(ALLOW.as_str(), &allow))
    }

    /// Chooses the operation for which a request is valid, if several have the same method and
    /// path.
    pub(crate) fn choose(&self, matched: &mut Matched, request: &Request<'_>) {
        let is_valid = |operation: &Operation| {
            let read = operation.read(&self.source, request, &matched.parameters);
            read.is_ok()
        };
        if matched.others.is_empty() || is_valid(&matched.operation) {
            return;
        }
        let fitting = matched.others.iter().find(|other| is_valid(other));
        if let Some(fitting) = fitting {
            matched.operation = Arc::clone(fitting);
        }
    }

    /// The response to a request of an operation. A stub replaces the response to a valid request.
    pub(crate) fn respond(
        &self,
        matched: &Matched,
        request: &Request<'_>,
        tokens: &dyn Tokens,
        stub: &dyn Fn(&Operation) -> Option<MockResponse>,
    ) -> MockResponse {
        let operation = &*matched.operation;
        if let Some((today, after)) = self.sunsets
            && let Some(end) = operation.lifecycle.end(today, after)
        {
            let reason = "the operation was removed at its sunset";
            return match end {
                End::Failure(status) => self.failure_of(Some(operation), status, Some(reason), &[]),
                End::Response(response) => response.with_reason(Some(reason)),
            };
        }
        if let Err(denied) = security::check(&operation.security, request, tokens) {
            let reason = Some(&*denied.reason);
            let mut response = self.failure(Some(operation), denied.status, reason, &[]);
            let challenges = denied.challenges.iter();
            // Names from the document may not be valid in a header.
            let challenges = challenges.filter_map(|challenge| challenge.parse().ok());
            response.headers.remove(WWW_AUTHENTICATE);
            challenges.for_each(|value| _ = response.headers.append(WWW_AUTHENTICATE, value));
            return response;
        }
        let valid = operation.read(&self.source, request, &matched.parameters);
        let result = valid.and_then(|valid| match stub(operation) {
            Some(response) => Ok(response),
            None => operation.respond(&self.source, request, valid),
        });
        match result {
            Ok(response) => operation.announced(response),
            Err(Rejection {
                status,
                reason,
                violations,
                header,
            }) => {
                let mut response = match status {
                    Some(status) => {
                        self.failure(Some(operation), status, Some(&reason), &violations)
                    }
                    None => self.invalid(operation, &reason, &violations),
                };
                header.inspect(|(name, value)| response.set(name.as_str(), value));
                response
            }
        }
    }

    /// The response to a request that does not conform to the document.
    fn invalid(
        &self,
        operation: &Operation,
        reason: &str,
        violations: &[Violation],
    ) -> MockResponse {
        let is_syntax = violations.iter().any(Violation::is_syntax);
        let documented = invalid(&operation.responses, is_syntax);
        let (status, documented) = documented.map_or((StatusCode::BAD_REQUEST, None), |found| {
            (found.0, Some(found.1))
        });
        let response = documented.and_then(|documented| {
            documented.failure(&self.source, status, Some(reason), violations)
        });
        let response = response.unwrap_or_else(|| problem(status, Some(reason), violations));
        operation.announced(response.with_reason(Some(reason)))
    }

    /// An error in the shape that the document has for this status, or else for 400; otherwise a
    /// problem (RFC 9457).
    pub(crate) fn failure(
        &self,
        operation: Option<&Operation>,
        status: StatusCode,
        reason: Option<&str>,
        violations: &[Violation],
    ) -> MockResponse {
        let response = self.failure_of(operation, status, reason, violations);
        match operation {
            Some(operation) => operation.announced(response),
            None => response,
        }
    }

    fn failure_of(
        &self,
        operation: Option<&Operation>,
        status: StatusCode,
        reason: Option<&str>,
        violations: &[Violation],
    ) -> MockResponse {
        let documented = self.error_response(operation, status);
        let response = documented
            .and_then(|documented| documented.failure(&self.source, status, reason, violations));
        let response = response.unwrap_or_else(|| problem(status, reason, violations));
        response.with_reason(reason)
    }

    /// The response that describes an error: one of the operation's own before those of others.
    fn error_response<'s>(
        &'s self,
        own: Option<&'s Operation>,
        status: StatusCode,
    ) -> Option<&'s Response> {
        let among = |operations: &mut dyn Iterator<Item = &'s Operation>,
                     has_shape: fn(&Response) -> bool,
                     status| {
            let responses = operations.flat_map(|operation| &operation.responses);
            let errors = responses.filter(|response| response.is_error() && has_shape(response));
            let ranked = errors.filter_map(|response| Some((response.key.rank(status)?, response)));
            ranked
                .min_by_key(|(rank, _)| *rank)
                .map(|(_, response)| response)
        };
        [status, StatusCode::BAD_REQUEST]
            .into_iter()
            .find_map(|status| {
                let of_own = among(&mut own.into_iter(), Response::has_shape, status);
                of_own.or_else(|| {
                    let others = &mut self.router.operations();
                    among(others, Response::has_json_shape, status)
                })
            })
    }
}

/// The schemas of all responses and their headers.
fn response_schemas(document: &Document) -> Vec<Pointer> {
    let mut schemas = Vec::new();
    for operation in document.operations() {
        for response in operation.responses() {
            let contents = response.media_types().into_iter();
            schemas.extend(contents.filter_map(|content| Some(content.schema?.pointer)));
            let headers = response.headers().into_iter();
            schemas.extend(headers.filter_map(|header| Some(header.schema()?.pointer)));
        }
    }
    schemas
}

/// The parameter of the path of one item, if `path` is that of the list.
fn item_parameter<'d>(path: &str, operations: &[oas::Operation<'d>]) -> Option<&'d str> {
    let path = path.trim_end_matches('/');
    operations.iter().find_map(|operation| {
        let rest = operation.path().strip_prefix(path)?.strip_prefix('/')?;
        last_parameter(operation.path()).filter(|_| !rest.contains('/'))
    })
}

/// The paths of a server's URL without the slash at their end: one for each value of its variables.
fn base_paths(server: &oas::Server<'_>) -> Vec<String> {
    let mut urls = vec![server.url.to_owned()];
    for (name, variable) in server.node.members_of("variables") {
        let default = variable.str("default");
        let listed = variable
            .items_of("enum")
            .filter_map(|node| node.value.as_str());
        let values: Vec<&str> = default.into_iter().chain(listed).collect();
        let key = format!("{{{name}}}");
        if values.is_empty() || !server.url.contains(&key) {
            continue;
        }
        let replaced = urls
            .iter()
            .flat_map(|url| values.iter().map(|value| url.replace(&key, value)));
        urls = replaced.take(MAX_BASES).collect();
    }
    let mut bases: Vec<String> = Vec::new();
    for url in urls {
        // A host may have variables without a value, which make no difference here.
        let path = match url.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
            None => &url,
        };
        if path.contains('{') {
            continue;
        }
        let path = url_path(path);
        let path = path.trim_end_matches('/');
        if !path.is_empty() && !bases.iter().any(|base| base == path) {
            bases.push(path.to_owned());
        }
    }
    bases
}
