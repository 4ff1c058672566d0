//! A proof that no connection was established for a request, by ownership.
//!
//! hyper races the checkout of an idle connection against a new connect. While neither has won, the
//! connect is owned by the request's future; if the checkout wins, the connect is *moved* into a
//! task of its own. So if dropping the request's future drops an unfinished connect that this
//! request started, no connection had been found, and nothing was sent.
//!
//! That a connect was started and did not finish proves nothing: the request may have been sent on
//! an idle connection in the meantime. The test at the end of this module would notice if a release
//! of hyper-util dropped the connect instead of moving it.

use std::{
    cell::Cell,
    future::{Future, poll_fn},
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    task::{Context, Poll},
};

use tower_layer::Layer;
use tower_service::Service;

/// Whether a request may have reached a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// No connection was established for the request.
    NoConnection,
    /// A connection was established, or nothing is known.
    Perhaps,
}

tokio::task_local! {
    static REQUEST: Watched;
}

/// The request that is being polled.
struct Watched {
    id: u64,
    closing: Cell<bool>,
    dropped_connect: Cell<bool>,
}

/// Runs a request, which must be `reqwest::Client::execute` alone, with a client that has a
/// [`WatchLayer`].
pub(crate) async fn watch<F: Future>(request: F) -> (F::Output, Reached) {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let watched = Watched {
        id: NEXT.fetch_add(1, Relaxed),
        closing: Cell::new(false),
        dropped_connect: Cell::new(false),
    };
    let closing = async move {
        let mut request = pin!(Some(request));
        let output = poll_fn(|context| match request.as_mut().as_pin_mut() {
            Some(request) => request.poll(context),
            None => Poll::Pending,
        })
        .await;
        REQUEST.with(|watched| watched.closing.set(true));
        // Drops the connect with it, if the request still owns one.
        request.set(None);
        let reached = if REQUEST.with(|watched| watched.dropped_connect.get()) {
            Reached::NoConnection
        } else {
            Reached::Perhaps
        };
        (output, reached)
    };
    REQUEST.scope(watched, closing).await
}

/// The layer of the connector; the outermost one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WatchLayer;

impl<S> Layer<S> for WatchLayer {
    type Service = WatchedConnector<S>;

    fn layer(&self, connector: S) -> WatchedConnector<S> {
        WatchedConnector(Arc::new(connector))
    }
}

/// A connector that records, for each connect, the request that started it.
///
/// reqwest clones its connector several times per request and rarely connects: the inner connector
/// is cloned when it does.
#[derive(Debug)]
pub(crate) struct WatchedConnector<S>(Arc<S>);

impl<S> Clone for WatchedConnector<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S, R> Service<R> for WatchedConnector<S>
where
    S: Service<R> + Clone + Send + Sync + 'static,
    S::Future: Send + 'static,
    R: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Connect<Result<S::Response, S::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, target: R) -> Self::Future {
        let mut connector = S::clone(&self.0);
        Connect {
            connect: Box::pin(async move {
                poll_fn(|context| connector.poll_ready(context)).await?;
                connector.call(target).await
            }),
            request: REQUEST.try_with(|watched| watched.id).ok(),
            is_finished: false,
        }
    }
}

/// A connect in progress.
pub(crate) struct Connect<T> {
    connect: Pin<Box<dyn Future<Output = T> + Send>>,
    request: Option<u64>,
    is_finished: bool,
}

impl<T> Future for Connect<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let polled = self.connect.as_mut().poll(context);
        self.is_finished = polled.is_ready();
        polled
    }
}

impl<T> Drop for Connect<T> {
    fn drop(&mut self) {
        if self.is_finished {
            return;
        }
        // Elsewhere than in the request's own task there is no request, or another one.
        let _ = REQUEST.try_with(|watched| {
            if self.request == Some(watched.id) && watched.closing.get() {
                watched.dropped_connect.set(true);
            }
        });
    }
}

#[cfg(test)]
mod tests;
