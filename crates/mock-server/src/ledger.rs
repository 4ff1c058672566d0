//! Received requests, and their effects.

use std::collections::VecDeque;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, Uri};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::fault::Fault;

/// A snapshot of the ledger: counts since the start, and the latest requests that were carried out.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Ledger {
    /// Requests whose head was read: to operations, to token endpoints and to unknown paths, but
    /// not to the server's own pages.
    pub requests: u64,
    /// Requests to operations whose body was read completely, empty ones included.
    pub bodies_read: u64,
    /// Requests of an unsafe method (RFC 9110, section 9.2.1) that were carried out, independent
    /// of the response that the client received.
    pub applied: u64,
    /// Applied requests that created a resource: the documented success is 201, or the response
    /// has the schema of the request.
    pub created: u64,
    /// Tokens that the token endpoints issued.
    pub tokens_issued: u64,
    /// The latest requests that were carried out, the oldest first.
    pub entries: Vec<Entry>,
}

/// One request that was carried out.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The `operationId`, or else method and path.
    pub operation: String,
    /// Whether it created a resource.
    pub created: bool,
    /// The body of the request.
    pub request: Body,
    /// The body of the response without a fault.
    pub response: Body,
}

/// One request, and its response.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Received {
    /// Time at which its head had been read.
    pub at: SystemTime,
    /// The method.
    pub method: Method,
    /// Path and query.
    pub uri: Uri,
    /// The headers, including secret ones.
    pub headers: HeaderMap,
    /// The body; `None` if it was not read.
    pub body: Option<Body>,
    /// The `operationId`, or else method and path; `None` if the request is not for an operation.
    pub operation: Option<String>,
    /// The fault that was injected.
    pub fault: Fault,
    /// The status of the response; `None` if the connection was closed without one.
    pub status: Option<StatusCode>,
    /// Reason why the request was rejected.
    pub reason: Option<String>,
    /// Remarks: members that were ignored, or could not be overlaid.
    pub notes: Vec<String>,
    /// Whether it was carried out.
    pub applied: bool,
    /// Whether it created a resource.
    pub created: bool,
}

impl Received {
    /// The value of a header; the first of several.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON; `None` if it was not read, was truncated, or is not JSON.
    pub fn json(&self) -> Option<Value> {
        self.body.as_ref()?.json()
    }
}

/// A stored body; a large one is truncated.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    bytes: Bytes,
    length: usize,
}

impl Body {
    pub(crate) fn kept(bytes: &Bytes, limit: usize) -> Self {
        // A slice would keep the whole read buffer of the connection alive.
        Self {
            bytes: Bytes::copy_from_slice(&bytes[..bytes.len().min(limit)]),
            length: bytes.len(),
        }
    }

    /// The bytes that were kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The size of the body, in bytes.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The body as JSON; `None` if it was truncated or is not JSON.
    pub fn json(&self) -> Option<Value> {
        if self.bytes.len() < self.length {
            return None;
        }
        serde_json::from_slice(&self.bytes).ok()
    }
}

/// As JSON if it is JSON, else as a string.
impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.json() {
            Some(value) => value.serialize(serializer),
            None => serializer.serialize_str(&String::from_utf8_lossy(&self.bytes)),
        }
    }
}

pub(crate) struct Records {
    /// Maximum number of requests, and of entries.
    kept: usize,
    requests: u64,
    bodies_read: u64,
    applied: u64,
    created: u64,
    tokens_issued: u64,
    received: VecDeque<Received>,
    entries: VecDeque<Entry>,
}

impl Records {
    pub(crate) fn new(kept: usize) -> Self {
        Self {
            kept,
            requests: 0,
            bodies_read: 0,
            applied: 0,
            created: 0,
            tokens_issued: 0,
            received: VecDeque::new(),
            entries: VecDeque::new(),
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

    pub(crate) fn apply(&mut self, entry: Entry) {
        self.applied += 1;
        self.created += u64::from(entry.created);
        push(&mut self.entries, entry, self.kept);
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.iter().cloned().collect()
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger {
            requests: self.requests,
            bodies_read: self.bodies_read,
            applied: self.applied,
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
