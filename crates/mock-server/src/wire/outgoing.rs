use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::callers::Wait;
use crate::reading::Count;

/// The body of an answer, on its way out in one piece or in another manner.
pub(crate) struct Outgoing {
    rest: Bytes,
    manner: Manner,
    _count: Option<Count>,
}

enum Manner {
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
            manner: Manner::Whole,
            _count: count,
        }
    }

    pub(crate) fn half(bytes: Bytes, count: Option<Count>) -> Self {
        let left = bytes.len() / 2;
        Self {
            rest: bytes,
            manner: Manner::Cut {
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
            manner: Manner::Slow {
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
        let Self { rest, manner, .. } = &mut *self;
        if rest.is_empty() {
            return Poll::Ready(None);
        }
        let piece = match manner {
            Manner::Whole => rest.split_to(rest.len()),
            Manner::Cut {
                left: 0,
                flushed: true,
            } => return Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
            Manner::Cut { left: 0, flushed } => {
                // The connection flushes what it has while its body makes it wait, and drops it when the body fails.
                *flushed = true;
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            Manner::Cut { left, .. } => rest.split_to(std::mem::take(left)),
            Manner::Slow {
                pause,
                sleep: timer,
                wait,
            } => {
                ready!(timer.as_mut().poll(context));
                // It is the server that takes its time here.
                wait.for_caller();
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
