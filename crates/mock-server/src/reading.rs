//! Bodies of requests, within a time and a memory limit.

use std::error::Error;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use hyper::body::{Body, Incoming};
use tokio::time::timeout;

/// How bodies are read.
pub(crate) struct Reading {
    /// The largest body, in bytes.
    pub(crate) limit: usize,
    /// How long a caller may take for one.
    pub(crate) patience: Duration,
    /// The bytes of all bodies that are being read or worked on, and of the large answers that are being sent.
    held: Arc<AtomicUsize>,
}

/// Why a request's body was not read to its end.
#[derive(Debug)]
pub(crate) enum Unread {
    TooLarge,
    TooSlow,
    /// The other callers hold all the memory there is for bodies.
    TooBusy,
    /// What came is not in chunks, although the head said so.
    Garbled,
    /// The caller left, or nobody wanted to read it.
    Broken,
}

/// A body, counted as long as it lives.
pub(crate) struct Held {
    pub(crate) bytes: Bytes,
    _count: Count,
}

/// Bytes that count as long as it lives.
pub(crate) struct Count {
    held: Arc<AtomicUsize>,
    bytes: usize,
}

/// So many bytes may be held; then no more are read.
const MAX_HELD: usize = 256 * 1024 * 1024;
/// Answers below this are not counted: there is one for each connection at most.
const SMALL: usize = 64 * 1024;
/// So much of a body that is too large is read and thrown away, in at most so much time: a caller that is still sending would not see
/// the answer, and take the closed connection for a failure of the network.
const THROWN_AWAY: usize = 64 * 1024 * 1024;
const THROWING_AWAY: Duration = Duration::from_secs(2);

impl Reading {
    pub(crate) fn new(limit: usize, patience: Duration) -> Self {
        Self {
            limit,
            patience,
            held: Arc::default(),
        }
    }

    /// Reads a body. A caller that waits to hear whether it may send a body is not kept waiting for a refusal.
    pub(crate) async fn read(
        &self,
        mut body: Incoming,
        limit: usize,
        waits: bool,
    ) -> Result<Held, Unread> {
        if body.size_hint().lower() > limit as u64 {
            if !waits {
                let _ = timeout(THROWING_AWAY, throw_away(&mut body)).await;
            }
            return Err(Unread::TooLarge);
        }
        match timeout(self.patience, self.collect(&mut body, limit)).await {
            Ok(Err(Unread::TooLarge)) => {
                let _ = timeout(THROWING_AWAY, throw_away(&mut body)).await;
                Err(Unread::TooLarge)
            }
            Ok(result) => result,
            Err(_) => Err(Unread::TooSlow),
        }
    }

    /// Counts the body of an answer until it is sent.
    pub(crate) fn count(&self, bytes: usize) -> Option<Count> {
        (bytes >= SMALL).then(|| {
            let mut count = self.nothing();
            count.add(bytes);
            count
        })
    }

    /// A body that is there already.
    pub(crate) fn held(&self, bytes: Bytes) -> Held {
        let mut count = self.nothing();
        count.add(bytes.len());
        Held {
            bytes,
            _count: count,
        }
    }

    fn nothing(&self) -> Count {
        Count {
            held: Arc::clone(&self.held),
            bytes: 0,
        }
    }

    async fn collect(&self, body: &mut Incoming, limit: usize) -> Result<Held, Unread> {
        let mut count = self.nothing();
        let (mut first, mut rest) = (Bytes::new(), BytesMut::new());
        while let Some(data) = next(body).await? {
            let held = count.add(data.len());
            if count.bytes > limit {
                return Err(Unread::TooLarge);
            }
            if held > MAX_HELD {
                return Err(Unread::TooBusy);
            }
            // A small body comes in one piece, which needs no copy.
            if first.is_empty() {
                first = data;
            } else if rest.is_empty() {
                rest = BytesMut::from(first.as_ref());
                rest.extend_from_slice(&data);
            } else {
                rest.extend_from_slice(&data);
            }
        }
        let bytes = if rest.is_empty() {
            first
        } else {
            rest.freeze()
        };
        Ok(Held {
            bytes,
            _count: count,
        })
    }
}

impl Count {
    /// Counts these too, and says how many are held in all.
    fn add(&mut self, bytes: usize) -> usize {
        self.bytes += bytes;
        self.held.fetch_add(bytes, Ordering::Relaxed) + bytes
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        self.held.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

async fn throw_away(body: &mut Incoming) {
    let mut left = THROWN_AWAY;
    while let Ok(Some(data)) = next(body).await {
        match left.checked_sub(data.len()) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// The next piece of a body, without its trailers.
async fn next(body: &mut Incoming) -> Result<Option<Bytes>, Unread> {
    loop {
        let Some(frame) = poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await else {
            return Ok(None);
        };
        if let Ok(data) = frame.map_err(|error| unread(&error))?.into_data() {
            return Ok(Some(data));
        }
    }
}

fn unread(error: &hyper::Error) -> Unread {
    let source = error.source().and_then(|source| source.downcast_ref());
    match source.map(io::Error::kind) {
        Some(io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) => Unread::Garbled,
        _ => Unread::Broken,
    }
}
