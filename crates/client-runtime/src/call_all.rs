use std::{
    collections::HashMap,
    fmt,
    future::IntoFuture,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_util::Stream;
use tokio::{
    runtime::Handle,
    task::{Id, JoinError, JoinSet},
};

use crate::{call::Call, error::Error, facts::Facts, operation::Operation};

/// Makes the calls of a stream, some at a time: a stream of results in the order they finish, each with the index of its
/// call in the input.
///
/// A call is taken from the input when there is room for it, so that memory does not grow with their number. Calls continue
/// while this stream is not polled: a caller that is slow with a result lets no request run into its timeout. A 429 pauses
/// all of them. Dropping this stream ends the calls in flight; they may have had their effect.
#[must_use = "a stream does nothing unless it is polled"]
pub struct CallAll<O: Operation, S> {
    calls: Option<Pin<Box<S>>>,
    each: Box<dyn Fn(Call<O>) -> Call<O> + Send + Sync>,
    facts: &'static Facts,
    limit: usize,
    taken: usize,
    running: JoinSet<Result<O::Reply, Error>>,
    indexes: HashMap<Id, usize>,
}

const DEFAULT_CONCURRENCY: usize = 8;

impl<O: Operation, S> CallAll<O, S> {
    /// The calls of a stream. `facts` are those of the operation.
    pub fn new(facts: &'static Facts, calls: S) -> Self {
        Self {
            calls: Some(Box::pin(calls)),
            each: Box::new(|call| call),
            facts,
            limit: DEFAULT_CONCURRENCY,
            taken: 0,
            running: JoinSet::new(),
            indexes: HashMap::new(),
        }
    }

    /// Sets the maximum number of concurrent calls: 8 by default; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.limit = calls.max(1);
        self
    }

    /// Changes each call before it is made: its retry policy, its timeouts, its headers.
    pub fn each(mut self, change: impl Fn(Call<O>) -> Call<O> + Send + Sync + 'static) -> Self {
        self.each = Box::new(change);
        self
    }
}

impl<O: Operation, S: Stream<Item = Call<O>>> CallAll<O, S> {
    /// The next call of the input, if there is one now, with its index.
    fn take(&mut self, context: &mut Context<'_>) -> Poll<Option<(usize, Call<O>)>> {
        let Some(calls) = &mut self.calls else {
            return Poll::Ready(None);
        };
        let Some(call) = ready!(calls.as_mut().poll_next(context)) else {
            self.calls = None;
            return Poll::Ready(None);
        };
        self.taken += 1;
        Poll::Ready(Some((self.taken - 1, call)))
    }

    /// Takes a call from the input and fails it without sending anything: it was polled inside an async runtime.
    #[cfg(feature = "blocking")]
    pub async fn reject_one(&mut self) -> Option<(usize, Result<O::Reply, Error>)> {
        let (index, _) = std::future::poll_fn(|context| self.take(context)).await?;
        Some((index, Err(Error::inside_runtime(self.facts))))
    }
}

impl<O: Operation, S: Stream<Item = Call<O>>> Stream for CallAll<O, S> {
    type Item = (usize, Result<O::Reply, Error>);

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while self.running.len() < self.limit {
            let Poll::Ready(Some((index, call))) = self.take(context) else {
                break;
            };
            let Ok(runtime) = Handle::try_current() else {
                return Poll::Ready(Some((index, Err(Error::outside_runtime(self.facts)))));
            };
            let call = (self.each)(call).into_future();
            let running = self.running.spawn_on(call, &runtime);
            self.indexes.insert(running.id(), index);
        }
        match ready!(self.running.poll_join_next_with_id(context)) {
            Some(joined) => {
                let lost =
                    |error: JoinError| (error.id(), Err(Error::lost(self.facts, error.into())));
                let (id, result) = joined.unwrap_or_else(lost);
                let index = self.indexes.remove(&id).unwrap_or(usize::MAX);
                Poll::Ready(Some((index, result)))
            }
            // The input wakes this stream when it has more.
            None if self.calls.is_some() => Poll::Pending,
            None => Poll::Ready(None),
        }
    }
}

impl<O: Operation, S> fmt::Debug for CallAll<O, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallAll")
            .field("operation", &self.facts.id)
            .field("concurrency", &self.limit)
            .field("taken", &self.taken)
            .field("running", &self.running.len())
            .finish_non_exhaustive()
    }
}
