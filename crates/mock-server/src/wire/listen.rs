use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::callers::{Callers, Wait};
use super::exchange::exchange;
use super::line::{Answers, Line};
use crate::state::State;

/// The door of the server: open, or shut so that connections are refused.
pub(crate) struct Gate {
    address: SocketAddr,
    door: Door,
}

enum Door {
    Open {
        accepting: JoinHandle<()>,
        closing: watch::Sender<()>,
    },
    /// A socket that is bound and does not listen: connections are refused, and nobody else gets the port.
    Shut(TcpSocket),
    /// Between the two.
    Ajar,
}

/// How long the door waits for the idle connections to be closed when it is shut.
const IDLE_CLOSE: Duration = Duration::from_millis(100);
/// Heads may be this large, and bodies are read in pieces of at most this size.
const BUFFER: usize = 64 * 1024;
const BACKLOG: u32 = 1024;
/// How soon a connection is accepted again after there was no room for one.
const RETRY: Duration = Duration::from_millis(10);

impl Gate {
    pub(crate) fn open(address: SocketAddr, state: Arc<State>) -> io::Result<Self> {
        let listener = bound(address)?.listen(BACKLOG)?;
        let address = listener.local_addr()?;
        Ok(Self {
            address,
            door: Door::open(listener, state),
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Refuses new connections, and closes the open ones as soon as they are idle.
    pub(crate) async fn refuse(&mut self) -> io::Result<()> {
        if let Door::Open { accepting, closing } = std::mem::replace(&mut self.door, Door::Ajar) {
            accepting.abort();
            // The listener is gone when the task is.
            let _ = accepting.await;
            let _ = closing.send(());
            // Idle connections are closed at once; busy ones go on to the end of their answer.
            let _ = tokio::time::timeout(IDLE_CLOSE, closing.closed()).await;
            self.door = Door::Shut(bound(self.address)?);
        }
        Ok(())
    }

    /// Accepts connections again.
    pub(crate) fn accept(&mut self, state: Arc<State>) -> io::Result<()> {
        let socket = match std::mem::replace(&mut self.door, Door::Ajar) {
            Door::Shut(socket) => socket,
            Door::Ajar => bound(self.address)?,
            open @ Door::Open { .. } => {
                self.door = open;
                return Ok(());
            }
        };
        self.door = Door::open(socket.listen(BACKLOG)?, state);
        Ok(())
    }
}

impl Door {
    fn open(listener: TcpListener, state: Arc<State>) -> Self {
        let (closing, closed) = watch::channel(());
        Self::Open {
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
            // The process has no file descriptor left, or the caller is gone already: the next one may have more luck.
            Err(_) => {
                callers.close_one();
                tokio::time::sleep(RETRY).await;
            }
        }
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
    let state = &*state;
    let answers = Answers::default();
    let service = service_fn(async |request| {
        let answer = exchange(state, &wait, request).await;
        answers.announce();
        answer
    });
    let mut http = http1::Builder::new();
    // Callers that keep the server waiting are closed by their `Wait`, at no cost for each request.
    http.header_read_timeout(None).max_buf_size(BUFFER);
    let mut connection = pin!(http.serve_connection(Line::new(stream, state, &answers), service));
    // An error is a caller that left or spoke no HTTP, or a fault that closes the connection: all of it is in the books.
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
