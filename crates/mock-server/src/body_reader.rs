//! Reads the bodies of requests within limits of time and memory.
//!
//! The layers of tower-http do not fit: `RequestBodyLimit` responds without the service and drops
//! the rest of the body, which resets a client that is still sending; `RequestBodyTimeout` limits
//! the time between two frames, so that a client that sends one byte at a time is never
//! disconnected.

use std::error::Error;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Body;
use tokio::time::timeout;

type BoxError = Box<dyn Error + Send + Sync>;

/// Reads bodies within limits of size, time and total memory.
pub(crate) struct BodyReader {
    /// Maximum size of a body, in bytes.
    pub(crate) limit: usize,
    /// Timeout of a body.
    pub(crate) client_timeout: Duration,
    /// Bytes of all bodies that are being read or processed, and of large responses that are being
    /// sent.
    held: Arc<AtomicUsize>,
}

/// Reason why the body of a request was not read completely.
#[derive(Debug)]
pub(crate) enum Unread {
    TooLarge,
    TooSlow,
    /// The bodies of other clients use all memory for bodies.
    TooBusy,
    /// It does not match its transfer or content coding.
    Undecodable,
    /// The client left, or a fault closes the connection.
    Broken,
}

/// A body, counted until it is dropped.
pub(crate) struct Held {
    pub(crate) bytes: Bytes,
    _count: Count,
}

/// A number of bytes, counted until it is dropped.
pub(crate) struct Count {
    held: Arc<AtomicUsize>,
    bytes: usize,
}

/// Maximum number of bytes that are held.
const MAX_HELD: usize = 256 * 1024 * 1024;
/// Responses below this size are not counted: there is at most one per connection.
const MIN_COUNTED: usize = 64 * 1024;
/// Size and timeout of the rest of a body that is read and discarded because the body is too large.
const MAX_DISCARDED: usize = 64 * 1024 * 1024;
const DISCARD_TIMEOUT: Duration = Duration::from_secs(2);

impl BodyReader {
    pub(crate) fn new(limit: usize, client_timeout: Duration) -> Self {
        Self {
            limit,
            client_timeout,
            held: Arc::default(),
        }
    }

    /// Reads a body. The rest of one that is too large is discarded, so that a client that is still
    /// sending sees the response.
    pub(crate) async fn read<B>(
        &self,
        mut body: B,
        limit: usize,
        discards: bool,
    ) -> Result<Held, Unread>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
    {
        let read = match body.size_hint().lower() > limit as u64 {
            true => Err(Unread::TooLarge),
            false => match timeout(self.client_timeout, self.collect(&mut body, limit)).await {
                Ok(result) => result,
                Err(_) => Err(Unread::TooSlow),
            },
        };
        if discards && matches!(read, Err(Unread::TooLarge)) {
            let _ = timeout(DISCARD_TIMEOUT, discard(&mut body)).await;
        }
        read
    }

    /// Counts the body of a response until it is sent.
    pub(crate) fn count(&self, bytes: usize) -> Option<Count> {
        (bytes >= MIN_COUNTED).then(|| {
            let mut count = self.zero();
            count.add(bytes);
            count
        })
    }

    /// A body that has been read already.
    pub(crate) fn held(&self, bytes: Bytes) -> Held {
        let mut count = self.zero();
        count.add(bytes.len());
        Held {
            bytes,
            _count: count,
        }
    }

    fn zero(&self) -> Count {
        Count {
            held: Arc::clone(&self.held),
            bytes: 0,
        }
    }

    async fn collect<B>(&self, body: &mut B, limit: usize) -> Result<Held, Unread>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
    {
        let mut count = self.zero();
        let (mut first, mut rest) = (Bytes::new(), BytesMut::new());
        let mut body = Limited::new(body, limit);
        while let Some(data) = next(&mut body).await? {
            // A decoded body is always ready, and must not delay other clients.
            tokio::task::coop::consume_budget().await;
            if count.add(data.len()) > MAX_HELD {
                return Err(Unread::TooBusy);
            }
            // A small body arrives in one piece, which is not copied.
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
    /// Adds bytes, and returns how many are held in all.
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

async fn discard<B>(body: &mut B)
where
    B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    let mut left = MAX_DISCARDED;
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
    B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    loop {
        let Some(frame) = body.frame().await else {
            return Ok(None);
        };
        let frame = frame.map_err(|error| unread(&*error.into()))?;
        if let Ok(data) = frame.into_data() {
            return Ok(Some(data));
        }
    }
}

/// A body beyond the limit and an invalid coding are errors of the client; anything else is a lost
/// connection.
fn unread(error: &(dyn Error + 'static)) -> Unread {
    let mut source: Option<&(dyn Error + 'static)> = Some(error);
    let mut is_of_connection = false;
    while let Some(error) = source {
        if error.is::<LengthLimitError>() {
            return Unread::TooLarge;
        }
        is_of_connection |= error.is::<hyper::Error>();
        let kind = error.downcast_ref().map(io::Error::kind);
        // A decoder expected more than a complete body had.
        if kind == Some(io::ErrorKind::UnexpectedEof) && !is_of_connection {
            return Unread::Undecodable;
        }
        if let Some(io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe) = kind {
            return Unread::Broken;
        }
        if let Some(
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::Other,
        ) = kind
        {
            return Unread::Undecodable;
        }
        source = error.source();
    }
    Unread::Broken
}
