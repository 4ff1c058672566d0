use std::{
    collections::HashMap,
    fmt,
    future::{IntoFuture, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use futures_util::Stream;
use tokio::{
    runtime::Handle,
    task::{Id, JoinError, JoinSet},
};

use crate::{
    call::Call, core::Core, error::Error, facts::Facts, operation::Operation, options::List,
};

/// Makes the calls of a list, some at a time, and returns the results in the order they finish,
/// each with the index of its call in the input: by [`next`](Self::next), and as a stream.
///
/// A call is taken from the input when there is room for it, so that memory does not grow with
/// their number. Calls continue while this list is not polled: a slow consumer does not cause
/// timeouts. Dropping the list ends the calls in flight; they may have had their effect.
///
/// A 429 pauses all of them for the requested time: the time budget of a call starts when the pause
/// ends. [`Core::paused_for`] returns the rest of the pause, and [`deadline`](Self::deadline)
/// limits the whole list.
#[must_use = "a list does nothing unless it is polled"]
pub struct CallAll<O: Operation, S> {
    core: Core,
    calls: Option<Pin<Box<S>>>,
    each: Box<dyn Fn(Call<O>) -> Call<O> + Send + Sync>,
    facts: &'static Facts,
    limit: usize,
    deadline: Option<Instant>,
    taken: usize,
    not_tried: usize,
    running: JoinSet<Result<O::Response, Error>>,
    indexes: HashMap<Id, usize>,
}

const DEFAULT_CONCURRENCY: usize = 8;

impl<O: Operation, S> CallAll<O, S> {
    /// The calls of a stream. `facts` are those of the operation.
    pub fn new(core: &Core, facts: &'static Facts, calls: S) -> Self {
        Self {
            core: core.clone(),
            calls: Some(Box::pin(calls)),
            each: Box::new(|call| call),
            facts,
            limit: DEFAULT_CONCURRENCY,
            deadline: None,
            taken: 0,
            not_tried: 0,
            running: JoinSet::new(),
            indexes: HashMap::new(),
        }
    }

    /// Sets the maximum number of concurrent calls: 8 by default; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.limit = calls.max(1);
        self
    }

    /// Ends the list after this time, counted from now. Calls in flight get no more time than that,
    /// and no further ones are made, also if a pause lasts longer;
    /// [`not_tried`](Self::not_tried) returns their number.
    pub fn deadline(mut self, time: Duration) -> Self {
        self.deadline = self.core.clock().now().checked_add(time);
        self
    }

    /// The number of calls that were not made because of the [`deadline`](Self::deadline). It is
    /// known when the list has ended. Of an input that is not ready, only what is ready counts.
    pub fn not_tried(&self) -> usize {
        self.not_tried
    }

    /// Changes each call before it is made: its retry policy, its timeouts, its headers.
    pub fn each(mut self, change: impl Fn(Call<O>) -> Call<O> + Send + Sync + 'static) -> Self {
        self.each = Box::new(change);
        self
    }

    /// Whether no further call can be made before the deadline.
    fn is_over(&self) -> bool {
        let Some(deadline) = self.deadline else {
            return false;
        };
        let left = deadline.saturating_duration_since(self.core.clock().now());
        left.is_zero() || self.core.paused_for().is_some_and(|pause| pause >= left)
    }
}

impl<O: Operation, S: Stream<Item = Call<O>>> CallAll<O, S> {
    /// The next result with the index of its call; none at the end of the list.
    pub async fn next(&mut self) -> Option<(usize, Result<O::Response, Error>)> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next call of the input, if there is one now, with its index.
    fn take(&mut self, context: &mut Context<'_>) -> Poll<Option<(usize, Call<O>)>> {
        if self.is_over() {
            self.end(context);
        }
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

    /// Counts the remaining calls of the input.
    fn end(&mut self, context: &mut Context<'_>) {
        let Some(mut calls) = self.calls.take() else {
            return;
        };
        let (least, most) = calls.size_hint();
        // An endless input cannot be counted.
        if most == Some(least) || least == usize::MAX {
            self.not_tried = least;
            return;
        }
        while let Poll::Ready(Some(_)) = calls.as_mut().poll_next(context) {
            self.not_tried += 1;
        }
    }

    /// Takes a call from the input and fails it without sending anything: it was polled inside an
    /// async runtime.
    #[cfg(feature = "blocking")]
    pub async fn reject_one(&mut self) -> Option<(usize, Result<O::Response, Error>)> {
        let (index, _) = poll_fn(|context| self.take(context)).await?;
        Some((index, Err(Error::inside_runtime(self.facts))))
    }
}

impl<O: Operation, S: Stream<Item = Call<O>>> Stream for CallAll<O, S> {
    type Item = (usize, Result<O::Response, Error>);

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while self.running.len() < self.limit {
            let Poll::Ready(Some((index, call))) = self.take(context) else {
                break;
            };
            let Ok(runtime) = Handle::try_current() else {
                return Poll::Ready(Some((index, Err(Error::outside_runtime(self.facts)))));
            };
            let list = List {
                until: self.deadline,
            };
            let call = (self.each)(call).of_list(list).into_future();
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
            // The input wakes this stream.
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
