use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::connections::Wait;
use crate::body_reader::Count;

/// Body of a response: in one piece, or as a fault requires.
pub(crate) struct Outgoing {
    rest: Bytes,
    pace: Pace,
    _count: Option<Count>,
}

enum Pace {
    Whole,
    /// This many bytes are sent; then the connection is closed.
    Cut {
        left: usize,
        flushed: bool,
    },
    Slow {
        pause: Duration,
        sleep: Pin<Box<Sleep>>,
        wait: Arc<Wait>,
    },
}

impl Default for Outgoing {
    fn default() -> Self {
        Self::whole(Bytes::new(), None)
    }
}

impl Outgoing {
    pub(crate) fn whole(bytes: Bytes, count: Option<Count>) -> Self {
        Self {
            rest: bytes,
            pace: Pace::Whole,
            _count: count,
        }
    }

    pub(crate) fn half(bytes: Bytes, count: Option<Count>) -> Self {
        let left = bytes.len() / 2;
        Self {
            rest: bytes,
            pace: Pace::Cut {
                left,
                flushed: false,
            },
            _count: count,
        }
    }

    pub(crate) fn slow(
        bytes: Bytes,
        count: Option<Count>,
        pause: Duration,
        wait: Arc<Wait>,
    ) -> Self {
        Self {
            rest: bytes,
            pace: Pace::Slow {
                pause,
                sleep: Box::pin(sleep(pause)),
                wait,
            },
            _count: count,
        }
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let Self { rest, pace, .. } = &mut *self;
        if rest.is_empty() {
            return Poll::Ready(None);
        }
        let piece = match pace {
            Pace::Whole => rest.split_to(rest.len()),
            Pace::Cut {
                left: 0,
                flushed: true,
            } => return Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
            Pace::Cut { left: 0, flushed } => {
                // The connection flushes its buffer while the body is pending, and drops it when
                // the body fails.
                *flushed = true;
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Pace::Cut { left, .. } => rest.split_to(std::mem::take(left)),
            Pace::Slow {
                pause,
                sleep: timer,
                wait,
            } => {
                ready!(timer.as_mut().poll(context));
                // The delay is that of the server, not of the client.
                wait.for_client();
                timer.set(sleep(*pause));
                rest.split_to(1)
            }
        };
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
