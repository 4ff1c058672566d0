//! Stubs: responses that a test sets for an operation.

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use serde_json::Value;

/// A valid and authenticated request.
#[derive(Debug)]
#[non_exhaustive]
pub struct Request<'r> {
    /// The method.
    pub method: &'r Method,
    /// Path and query.
    pub uri: &'r Uri,
    /// The headers.
    pub headers: &'r HeaderMap,
    /// The body.
    pub body: &'r [u8],
}

impl Request<'_> {
    /// The body as JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body).ok()
    }
}

type Condition = Box<dyn Fn(&Request<'_>) -> bool + Send>;

/// One response of an operation.
pub(crate) struct Stub {
    operation: String,
    condition: Option<Condition>,
    is_once: bool,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Option<Value>,
}

#[derive(Default)]
pub(crate) struct Stubs(Vec<Stub>);

pub(crate) struct Stubbed {
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Value>,
}

/// Builder of a stub: see [`MockServer::on`](crate::MockServer::on).
#[must_use = "a stub has no effect before `respond`"]
pub struct On<'s> {
    add: Box<dyn FnOnce(Stub) + 's>,
    stub: Stub,
}

impl<'s> On<'s> {
    pub(crate) fn new(operation: String, add: impl FnOnce(Stub) + 's) -> Self {
        let stub = Stub {
            operation,
            condition: None,
            is_once: false,
            status: None,
            headers: HeaderMap::new(),
            body: None,
        };
        Self {
            add: Box::new(add),
            stub,
        }
    }

    /// Responds to the next request only.
    pub fn once(mut self) -> Self {
        self.stub.is_once = true;
        self
    }

    /// Responds only to the requests that satisfy a condition.
    pub fn when(mut self, condition: impl Fn(&Request<'_>) -> bool + Send + 'static) -> Self {
        self.stub.condition = Some(Box::new(condition));
        self
    }

    /// Sets the status; by default it is that of the documented response.
    ///
    /// # Panics
    /// If the status is not between 200 and 599.
    #[expect(
        clippy::expect_used,
        reason = "stubs are written in tests, where a panic is the right message"
    )]
    pub fn status(mut self, status: u16) -> Self {
        let status = Some(status).filter(|status| (200..600).contains(status));
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        self.stub.status = Some(status.expect("a status between 200 and 599"));
        self
    }

    /// Adds a header.
    ///
    /// # Panics
    /// If the name or the value is not valid.
    #[expect(
        clippy::expect_used,
        reason = "stubs are written in tests, where a panic is the right message"
    )]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).expect("a header name");
        let value = HeaderValue::from_str(value).expect("a header value");
        self.stub.headers.append(name, value);
        self
    }

    /// Responds with a body, as JSON.
    pub fn respond(mut self, body: impl Into<Value>) {
        self.stub.body = Some(body.into());
        (self.add)(self.stub);
    }

    /// Responds without a body.
    pub fn respond_empty(self) {
        (self.add)(self.stub);
    }
}

impl std::fmt::Debug for On<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("On")
            .field("operation", &self.stub.operation)
            .finish_non_exhaustive()
    }
}

impl Stubs {
    pub(crate) fn add(&mut self, stub: Stub) {
        self.0.push(stub);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The response to a request: of the first matching stub for one request, or else of the last
    /// matching one for all.
    pub(crate) fn find(&mut self, operation: &str, request: &Request<'_>) -> Option<Stubbed> {
        let matches = |stub: &Stub| {
            let condition = stub.condition.as_ref();
            stub.operation == operation && condition.is_none_or(|condition| condition(request))
        };
        let once = self.0.iter().position(|stub| stub.is_once && matches(stub));
        if let Some(number) = once {
            let stub = self.0.remove(number);
            return Some(Stubbed {
                status: stub.status,
                headers: stub.headers,
                body: stub.body,
            });
        }
        let stub = self
            .0
            .iter()
            .rev()
            .find(|stub| !stub.is_once && matches(stub))?;
        Some(Stubbed {
            status: stub.status,
            headers: stub.headers.clone(),
            body: stub.body.clone(),
        })
    }
}
