//! Bodies of requests, within a time and a memory limit.

use std::error::Error;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::Body;
use tokio::time::timeout;

/// How bodies are read.
pub(crate) struct Reading {
    /// The largest body, in bytes.
    pub(crate) limit: usize,
    /// How long a client may take to send one.
    pub(crate) patience: Duration,
    /// The bytes of all bodies that are being read or worked on, and of the large answers that are being sent.
    held: Arc<AtomicUsize>,
}

/// Why the body of a request was not read completely.
#[derive(Debug)]
pub(crate) enum Unread {
    TooLarge,
    TooSlow,
    /// The bodies of other clients take up all memory for bodies.
    TooBusy,
    /// It is not in the transfer or content coding that the head names.
    Garbled,
    /// The client left, or a fault closes the connection.
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

/// Maximum number of bytes that are held; beyond it, no more are read.
const MAX_HELD: usize = 256 * 1024 * 1024;
/// Responses below this size are not counted: there is one per connection at most.
const SMALL: usize = 64 * 1024;
/// How much of a body that is too large is read and discarded, and for how long.
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

    /// Reads a body. The rest of one that is too large is discarded, so that a client that is still sending sees the response.
    pub(crate) async fn read<B>(
        &self,
        mut body: B,
        limit: usize,
        discards: bool,
    ) -> Result<Held, Unread>
    where
        B: Body<Data = Bytes, Error: Error + 'static> + Unpin,
    {
        let read = match body.size_hint().lower() > limit as u64 {
            true => Err(Unread::TooLarge),
            false => match timeout(self.patience, self.collect(&mut body, limit)).await {
                Ok(result) => result,
                Err(_) => Err(Unread::TooSlow),
            },
        };
        if discards && matches!(read, Err(Unread::TooLarge)) {
            let _ = timeout(THROWING_AWAY, throw_away(&mut body)).await;
        }
        read
    }

    /// Counts the body of a response until it is sent.
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

    async fn collect<B>(&self, body: &mut B, limit: usize) -> Result<Held, Unread>
    where
        B: Body<Data = Bytes, Error: Error + 'static> + Unpin,
    {
        let mut count = self.nothing();
        let (mut first, mut rest) = (Bytes::new(), BytesMut::new());
        while let Some(data) = next(body).await? {
            // A body that is decoded is always ready, and the other clients are not to wait for it.
            tokio::task::coop::consume_budget().await;
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

async fn throw_away<B>(body: &mut B)
where
    B: Body<Data = Bytes, Error: Error + 'static> + Unpin,
{
    let mut left = THROWN_AWAY;
    while let Ok(Some(data)) = next(body).await {
        match left.checked_sub(data.len()) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// The next piece of a body, without its trailers.
async fn next<B>(body: &mut B) -> Result<Option<Bytes>, Unread>
where
    B: Body<Data = Bytes, Error: Error + 'static> + Unpin,
{
    loop {
        let Some(frame) = body.frame().await else {
            return Ok(None);
        };
        if let Ok(data) = frame.map_err(|error| unread(&error))?.into_data() {
            return Ok(Some(data));
        }
    }
}

/// An invalid coding is an error of the client; anything else is a lost connection.
fn unread(error: &(dyn Error + 'static)) -> Unread {
    let mut source: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = source {
        let kind = error.downcast_ref().map(io::Error::kind);
        if let Some(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe) = kind {
            return Unread::Broken;
        }
        if let Some(
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::Other,
        ) = kind
        {
            return Unread::Garbled;
        }
        source = error.source();
    }
    Unread::Broken
}
