//! What the server was sent, and what it really created.

use std::collections::VecDeque;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::fault::Fault;

/// A copy of the server's books: counts since the start, and the latest creates.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Ledger {
    /// Requests whose head was read: to operations, to the token endpoint and to nothing at all, but not to the server's own pages.
    pub requests: u64,
    /// Requests to operations whose body was read to its end, empty ones included.
    pub bodies_read: u64,
    /// Creates: requests of an unsafe method (RFC 9110, section 9.2.1) that were carried out, whatever the caller heard of it.
    pub created: u64,
    /// Tokens that the token endpoint has issued.
    pub tokens_issued: u64,
    /// The latest creates, the oldest first.
    pub entries: Vec<Created>,
}

/// One thing that was created.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Created {
    /// The `operationId`, or else method and path.
    pub operation: String,
    /// The body of the request.
    pub request: Body,
    /// The body of the answer as it should have reached the caller.
    pub answer: Body,
}

/// One request, and what became of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Received {
    /// When its head had been read.
    pub at: SystemTime,
    /// The method.
    pub method: Method,
    /// Path and query.
    pub uri: Uri,
    /// The headers, the secret ones too.
    pub headers: HeaderMap,
    /// The body; `None` when it was not read.
    pub body: Option<Body>,
    /// The fault it met.
    pub fault: Fault,
    /// The status of the answer; `None` when the connection was closed without one.
    pub status: Option<StatusCode>,
    /// Whether it created something.
    pub created: bool,
}

impl Received {
    /// The text of a header; the first when there are several.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON; `None` when it was not read, was truncated, or is no JSON.
    pub fn json(&self) -> Option<Value> {
        self.body.as_ref()?.json()
    }
}

/// A body as the server keeps it: large ones are truncated.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    bytes: Bytes,
    length: usize,
}

impl Body {
    pub(crate) fn kept(bytes: &Bytes, limit: usize) -> Self {
        // A copy of its own: a slice would keep the whole read buffer of the connection alive.
        Self {
            bytes: Bytes::copy_from_slice(&bytes[..bytes.len().min(limit)]),
            length: bytes.len(),
        }
    }

    /// The bytes that were kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes the body had.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The body as JSON; `None` when it was truncated or is no JSON.
    pub fn json(&self) -> Option<Value> {
        if self.bytes.len() < self.length {
            return None;
        }
        serde_json::from_slice(&self.bytes).ok()
    }
}

/// As JSON where it is JSON, else as text.
impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.json() {
            Some(value) => value.serialize(serializer),
            None => serializer.serialize_str(&String::from_utf8_lossy(&self.bytes)),
        }
    }
}

/// The books themselves.
pub(crate) struct Books {
    /// How many requests, and how many creates, are remembered.
    kept: usize,
    requests: u64,
    bodies_read: u64,
    created: u64,
    tokens_issued: u64,
    received: VecDeque<Received>,
    entries: VecDeque<Created>,
}

impl Books {
    pub(crate) fn new(kept: usize) -> Self {
        let (received, entries) = (VecDeque::new(), VecDeque::new());
        Self {
            kept,
            requests: 0,
            bodies_read: 0,
            created: 0,
            tokens_issued: 0,
            received,
            entries,
        }
    }

    pub(crate) fn count_request(&mut self) {
        self.requests += 1;
    }

    pub(crate) fn count_body(&mut self) {
        self.bodies_read += 1;
    }

    pub(crate) fn count_token(&mut self) {
        self.tokens_issued += 1;
    }

    pub(crate) fn receive(&mut self, received: Received) {
        push(&mut self.received, received, self.kept);
    }

    pub(crate) fn create(&mut self, created: Created) {
        self.created += 1;
        push(&mut self.entries, created, self.kept);
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.iter().cloned().collect()
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger {
            requests: self.requests,
            bodies_read: self.bodies_read,
            created: self.created,
            tokens_issued: self.tokens_issued,
            entries: self.entries.iter().cloned().collect(),
        }
    }
}

fn push<T>(ring: &mut VecDeque<T>, item: T, size: usize) {
    while ring.len() >= size.max(1) {
        ring.pop_front();
    }
    ring.push_back(item);
}
