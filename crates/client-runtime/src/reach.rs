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
    future::Future,
    pin::{Pin, pin},
    sync::atomic::{AtomicU64, Ordering::Relaxed},
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
        let output = std::future::poll_fn(|context| match request.as_mut().as_pin_mut() {
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
        WatchedConnector(connector)
    }
}

/// A connector whose connects know the request that started them.
#[derive(Clone, Debug)]
pub(crate) struct WatchedConnector<S>(S);

impl<S, R> Service<R> for WatchedConnector<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Connect<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, target: R) -> Self::Future {
        Connect {
            connect: Box::pin(self.0.call(target)),
            request: REQUEST.try_with(|watched| watched.id).ok(),
            is_finished: false,
        }
    }
}

/// A connect in progress.
pub(crate) struct Connect<F> {
    connect: Pin<Box<F>>,
    request: Option<u64>,
    is_finished: bool,
}

impl<F: Future> Future for Connect<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let polled = self.connect.as_mut().poll(context);
        self.is_finished = polled.is_ready();
        polled
    }
}

impl<F> Drop for Connect<F> {
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
