use std::convert::Infallible;
use std::future::ready;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
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
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;
use tower::Service;
use tower_http::decompression::{DecompressionBody, RequestDecompression};

use super::connections::{Connections, Wait};
use super::exchange::{Close, exchange};
use super::outgoing::Outgoing;
use crate::shared::Shared;
use crate::state::State;

/// The listening socket of the server, which can be closed to refuse connections.
pub(crate) struct Listener {
    address: SocketAddr,
    socket: Socket,
    connections: Arc<Shared<Connections>>,
}

enum Socket {
    Listening {
        accepting: JoinHandle<()>,
        /// Closes the connections that were accepted.
        open: Arc<GracefulShutdown>,
    },
    /// Bound but not listening: connections are refused, and no other process can take the port.
    Bound(TcpSocket),
    /// During a transition.
    Changing,
}

/// Timeout for idle connections to close when connections are refused.
const IDLE_CLOSE: Duration = Duration::from_millis(100);
/// Maximum size of a head, and of the pieces in which bodies are read.
const BUFFER: usize = 64 * 1024;
const BACKLOG: u32 = 1024;
/// Time between two attempts to make room for a connection.
const RETRY: Duration = Duration::from_millis(10);

impl Listener {
    pub(crate) fn open(address: SocketAddr, state: Arc<State>) -> io::Result<Self> {
        let listener = bound(address)?.listen(BACKLOG)?;
        let address = listener.local_addr()?;
        let connections = Connections::new(state.connections, state.bodies.client_timeout);
        let connections = Arc::new(Shared::new(connections));
        tokio::spawn(sweep(Arc::clone(&connections)));
        Ok(Self {
            address,
            socket: Socket::listening(listener, state, Arc::clone(&connections)),
            connections,
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Refuses new connections, and closes the open ones as soon as they are idle.
    pub(crate) async fn refuse(&mut self) -> io::Result<()> {
        let changed = std::mem::replace(&mut self.socket, Socket::Changing);
        if let Socket::Listening { accepting, open } = changed {
            accepting.abort();
            // The listener is closed when the task has ended.
            let _ = accepting.await;
            if let Some(open) = Arc::into_inner(open) {
                // Idle connections are closed at once; busy ones go on to the end of their
                // response.
                let _ = tokio::time::timeout(IDLE_CLOSE, open.shutdown()).await;
            }
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
        let listener = socket.listen(BACKLOG)?;
        self.socket = Socket::listening(listener, state, Arc::clone(&self.connections));
        Ok(())
    }
}

impl Socket {
    fn listening(
        listener: TcpListener,
        state: Arc<State>,
        connections: Arc<Shared<Connections>>,
    ) -> Self {
        let open = Arc::new(GracefulShutdown::new());
        let accepting = accept(listener, state, connections, Arc::clone(&open));
        Self::Listening {
            accepting: tokio::spawn(accepting),
            open,
        }
    }
}

/// Closes the connections of idle clients, even while new ones are refused.
async fn sweep(connections: Arc<Shared<Connections>>) {
    let interval = connections.lock().interval();
    loop {
        tokio::time::sleep(interval).await;
        connections.lock().sweep();
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

async fn accept(
    listener: TcpListener,
    state: Arc<State>,
    connections: Arc<Shared<Connections>>,
    open: Arc<GracefulShutdown>,
) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) if state.faults.lock().closes_on_accept() => drop(stream),
            Ok((stream, _)) => {
                while !connections.lock().has_room() {
                    tokio::time::sleep(RETRY).await;
                }
                let wait = Arc::new(Wait::begin());
                let connection = connection(
                    stream,
                    Arc::clone(&state),
                    Arc::clone(&wait),
                    open.watcher(),
                );
                let handle = tokio::spawn(connection).abort_handle();
                connections.lock().add(wait, handle);
            }
            // No file descriptor is available, or the client has disconnected: back off and retry.
            Err(_) => {
                connections.lock().close_one();
                tokio::time::sleep(RETRY).await;
            }
        }
    }
}

/// Decompresses the body of a request that has a content coding, so that limits count decompressed
/// bytes.
///
/// An unknown or repeated coding stays in the head, for which the request is rejected.
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
    // The layer knows the codings in lower case only, and not by their other names (RFC 9110,
    // section 8.4.1).
    if let Some(value) = request.headers_mut().get_mut(CONTENT_ENCODING) {
        let coding = value.as_bytes().to_ascii_lowercase();
        let coding = match coding.as_slice() {
            b"x-gzip" => b"gzip",
            other => other,
        };
        if let Ok(coding) = HeaderValue::from_bytes(coding) {
            *value = coding;
        }
    }
    // The layer decides how to read the body; its inner service returns the request.
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

/// A body that cannot be decoded, or ends too early.
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

async fn connection(stream: TcpStream, state: Arc<State>, wait: Arc<Wait>, watcher: Watcher) {
    // Otherwise a small response would wait for the acknowledgement of the previous one.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(state.bodies.client_timeout)
        .max_buf_size(BUFFER);
    let service = service_fn(async |request| decoded(&state, &wait, request).await);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    // It fails if the client disconnects or violates HTTP, or if a fault closes the connection.
    let _ = watcher.watch(connection).await;
}
