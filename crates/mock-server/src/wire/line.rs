use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use http::StatusCode;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::state::State;

/// The line to a caller, on which every failure is told in the document's shape.
///
/// What cannot be read as a request never reaches the service: hyper refuses it by itself, with nothing but a status. That is caught
/// here, on its way out, and told as other failures are.
pub(crate) struct Line<'c> {
    stream: TokioIo<TcpStream>,
    state: &'c State,
    answers: &'c Answers,
    /// What is still to be sent in place of hyper's refusal.
    instead: Option<Bytes>,
}

/// Whether the service has an answer on its way to the line: then what comes is no refusal of hyper's.
#[derive(Default)]
pub(crate) struct Answers(AtomicBool);

impl Answers {
    pub(crate) fn announce(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl<'c> Line<'c> {
    pub(crate) fn new(stream: TcpStream, state: &'c State, answers: &'c Answers) -> Self {
        Self {
            stream: TokioIo::new(stream),
            state,
            answers,
            instead: None,
        }
    }

    /// Whether these bytes are a refusal, of which something else is sent instead.
    fn is_refusal(&mut self, bytes: &[u8]) -> bool {
        if self.instead.is_none() && !self.answers.0.load(Ordering::Relaxed) {
            self.instead = retold(self.state, bytes);
        }
        self.instead.is_some()
    }

    fn poll_instead(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(left) = self.instead.as_mut().filter(|left| left.has_remaining()) {
            match ready!(Pin::new(&mut self.stream).poll_write(context, left))? {
                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                sent => left.advance(sent),
            }
        }
        self.instead = None;
        Poll::Ready(Ok(()))
    }

    /// The answer has begun to be sent.
    fn begun(&self, sent: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(sent, Poll::Ready(Ok(_))) {
            self.answers.0.store(false, Ordering::Relaxed);
        }
        sent
    }
}

/// In bytes: a status, no body, and a date.
const LONGEST_REFUSAL: usize = 200;

/// A refusal of hyper's as the document would have it; `None` when the bytes are none.
fn retold(state: &State, bytes: &[u8]) -> Option<Bytes> {
    const NO_BODY: &str = "content-length: 0\r\n";
    if bytes.len() > LONGEST_REFUSAL || !bytes.ends_with(b"\r\n\r\n") {
        return None;
    }
    let head = std::str::from_utf8(bytes).ok()?;
    let status = head.strip_prefix("HTTP/1.1 ")?.get(..3)?;
    let status: StatusCode = status.parse().ok()?;
    let reason = match status {
        StatusCode::BAD_REQUEST => "what was sent cannot be read as a request of HTTP/1.1",
        StatusCode::URI_TOO_LONG => "the URI of the request is too long",
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => "the head of the request is too large",
        _ => return None,
    };
    let (before, after) = head.split_once(NO_BODY)?;
    let reply = state.api.failure(None, status, Some(reason), &[]);
    let mut told = before.as_bytes().to_vec();
    for (name, value) in &reply.headers {
        told.extend_from_slice(name.as_str().as_bytes());
        told.extend_from_slice(b": ");
        told.extend_from_slice(value.as_bytes());
        told.extend_from_slice(b"\r\n");
    }
    told.extend_from_slice(format!("content-length: {}\r\n{after}", reply.body.len()).as_bytes());
    told.extend_from_slice(&reply.body);
    Some(told.into())
}

impl Read for Line<'_> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for Line<'_> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_refusal(bytes) {
            ready!(self.poll_instead(context))?;
            return Poll::Ready(Ok(bytes.len()));
        }
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.begun(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        // A refusal is in one piece.
        if let [bytes] = pieces {
            return self.poll_write(context, bytes);
        }
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.begun(sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
