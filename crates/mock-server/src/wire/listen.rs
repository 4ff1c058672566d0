use std::convert::Infallible;
use std::future::{Future, poll_fn, ready};
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt;
use http::header::CONTENT_ENCODING;
use http::{HeaderValue, Request, Response};
use hyper::body::{Body, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower::Service;
use tower_http::decompression::{DecompressionBody, RequestDecompression};

use super::callers::{Callers, Wait};
use super::exchange::{Close, exchange};
use super::outgoing::Outgoing;
use crate::state::State;

/// The listening socket of the server, which can be closed so that connections are refused.
pub(crate) struct Listener {
    address: SocketAddr,
    socket: Socket,
}

enum Socket {
    Listening {
        accepting: JoinHandle<()>,
        closing: watch::Sender<()>,
    },
    /// It is bound and does not listen: connections are refused, and no other process gets the port.
    Bound(TcpSocket),
    /// Between the two.
    Changing,
}

/// How long idle connections may take to close when connections are refused.
const IDLE_CLOSE: Duration = Duration::from_millis(100);
/// Heads may be this large, and bodies are read in pieces of at most this size.
const BUFFER: usize = 64 * 1024;
const BACKLOG: u32 = 1024;
/// How soon a connection is accepted again after there was no room for one.
const RETRY: Duration = Duration::from_millis(10);

impl Listener {
    pub(crate) fn open(address: SocketAddr, state: Arc<State>) -> io::Result<Self> {
        let listener = bound(address)?.listen(BACKLOG)?;
        let address = listener.local_addr()?;
        Ok(Self {
            address,
            socket: Socket::listening(listener, state),
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Refuses new connections, and closes the open ones as soon as they are idle.
    pub(crate) async fn refuse(&mut self) -> io::Result<()> {
        let changed = std::mem::replace(&mut self.socket, Socket::Changing);
        if let Socket::Listening { accepting, closing } = changed {
            accepting.abort();
            // The listener is gone when the task is.
            let _ = accepting.await;
            let _ = closing.send(());
            // Idle connections are closed at once; busy ones go on to the end of their answer.
            let _ = tokio::time::timeout(IDLE_CLOSE, closing.closed()).await;
            self.socket = Socket::Bound(bound(self.address)?);
        }
        Ok(())
    }

    /// Accepts connections again.
    pub(crate) fn accept(&mut self, state: Arc<State>) -> io::Result<()> {
        let socket = match std::mem::replace(&mut self.socket, Socket::Changing) {
            Socket::Bound(socket) => socket,
            Socket::Changing => bound(self.address)?,
            listening @ Socket::Listening { .. } => {
                self.socket = listening;
                return Ok(());
            }
        };
        self.socket = Socket::listening(socket.listen(BACKLOG)?, state);
        Ok(())
    }
}

impl Socket {
    fn listening(listener: TcpListener, state: Arc<State>) -> Self {
        let (closing, closed) = watch::channel(());
        Self::Listening {
            accepting: tokio::spawn(accept(listener, state, closed)),
            closing,
        }
    }
}

fn bound(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()
    } else {
        TcpSocket::new_v6()
    }?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

async fn accept(listener: TcpListener, state: Arc<State>, closing: watch::Receiver<()>) {
    let mut callers = Callers::new(state.connections, state.reading.patience);
    let mut sweep = tokio::time::interval(callers.pause());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = sweep.tick() => {
                callers.sweep();
                continue;
            }
        };
        match accepted {
            Ok((stream, _)) if state.faults.lock().closes_on_accept() => drop(stream),
            Ok((stream, _)) => {
                while !callers.has_room() {
                    tokio::time::sleep(RETRY).await;
                }
                let wait = Arc::new(Wait::begin());
                let connection = connection(
                    stream,
                    Arc::clone(&state),
                    Arc::clone(&wait),
                    closing.clone(),
                );
                callers.add(wait, tokio::spawn(connection).abort_handle());
            }
            // The process has no file descriptor left, or the client is gone already: back off and retry.
            Err(_) => {
                callers.close_one();
                tokio::time::sleep(RETRY).await;
            }
        }
    }
}

/// One request whose body is decompressed if it has a content coding: limits count decompressed bytes.
///
/// A coding that is unknown, or doubled, stays in the head, and the request is rejected for it.
async fn decoded(
    state: &Arc<State>,
    wait: &Arc<Wait>,
    mut request: Request<Incoming>,
) -> Result<Response<Outgoing>, Close> {
    let mut codings = request.headers().get_all(CONTENT_ENCODING).iter();
    let (first, second) = (codings.next(), codings.next());
    if first.is_none() || second.is_some() {
        return exchange(state, wait, request, false).await;
    }
    // The layer compares letter by letter, and codings are case-insensitive (RFC 9110, section 8.4.1).
    if let Some(value) = request.headers_mut().get_mut(CONTENT_ENCODING)
        && let Ok(lower) = HeaderValue::from_bytes(&value.as_bytes().to_ascii_lowercase())
    {
        *value = lower;
    }
    // The layer decides how to read the body; the request with it is taken out of the service again.
    let mut taken = None;
    let service = tower::service_fn(|request: Request<DecompressionBody<Incoming>>| {
        taken = Some(request);
        ready(Ok::<_, Infallible>(Response::new(String::new())))
    });
    let mut layer = RequestDecompression::new(service).pass_through_unaccepted(true);
    let called = layer.call(request).now_or_never();
    drop((called, layer));
    let Some(request) = taken else {
        return Err(Close);
    };
    let is_coded = !request.headers().contains_key(CONTENT_ENCODING);
    let request = request.map(|body| Decompressed(Box::pin(body)));
    exchange(state, wait, request, is_coded).await
}

/// A body that is decompressed while it is read.
struct Decompressed(Pin<Box<DecompressionBody<Incoming>>>);

/// A body that cannot be decoded, or that ends too early.
#[derive(Debug, thiserror::Error)]
#[error("decode the body")]
struct CodingError(#[source] Box<dyn std::error::Error + Send + Sync>);

impl Body for Decompressed {
    type Data = Bytes;
    type Error = CodingError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, CodingError>>> {
        let frame = self.0.as_mut().poll_frame(context);
        frame.map(|frame| frame.map(|frame| frame.map_err(CodingError)))
    }
}

async fn connection(
    stream: TcpStream,
    state: Arc<State>,
    wait: Arc<Wait>,
    mut closing: watch::Receiver<()>,
) {
    // Without it a small answer would wait for the acknowledgement of the one before.
    let _ = stream.set_nodelay(true);
    let service = service_fn(async |request| decoded(&state, &wait, request).await);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(state.reading.patience)
        .max_buf_size(BUFFER);
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), service));
    // An error is a client that left or did not speak HTTP, or a fault that closes the connection.
    let shut = {
        let watched = closing.clone();
        let (mut shuts, mut registered) = (pin!(closing.changed()), false);
        poll_fn(|context| {
            // The waker of a task stays the same. So once is enough, and a lock is spared at each turn.
            if !registered || !matches!(watched.has_changed(), Ok(false)) {
                registered = true;
                if shuts.as_mut().poll(context).is_ready() {
                    return Poll::Ready(true);
                }
            }
            connection.as_mut().poll(context).map(|_| false)
        })
        .await
    };
    if shut {
        connection.as_mut().graceful_shutdown();
        // Nobody else looks after it any more.
        while tokio::time::timeout(state.reading.patience, connection.as_mut())
            .await
            .is_err()
            && !wait.is_longer_than(state.reading.patience)
        {}
    }
}
