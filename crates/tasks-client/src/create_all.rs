use std::{
    collections::HashMap,
    fmt::{self, Display},
    future::IntoFuture,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_util::Stream;
use tokio::{
    runtime::Handle,
    task::{Id, JoinError, JoinSet},
};

use crate::{
    Client, Create, Created, Effect, Error, ErrorKind, error::Details,
    generated::types::NewPrototypeTask,
};

/// Creates the tasks of a stream, some at a time: a stream of results in the order they finish, each with the index of its
/// task in the input.
///
/// A task is taken from the input when there is room for it, so that memory does not grow with their number. Calls go on
/// while nobody polls this stream: a caller that is slow with a result lets no request run into its timeout. A 429 pauses
/// all of them. Dropping this stream ends the calls that are under way; their tasks may exist.
#[must_use = "a stream does nothing unless it is polled"]
pub struct CreateAll<S> {
    client: Client,
    tasks: Option<Pin<Box<S>>>,
    each: Box<dyn Fn(Create) -> Create + Send + Sync>,
    limit: usize,
    taken: usize,
    running: JoinSet<Result<Created, Error>>,
    indexes: HashMap<Id, usize>,
}

/// The index of a task in the input, and what came of it.
pub type Indexed = (usize, Result<Created, Error>);

const USUAL_LIMIT: usize = 8;

impl<S> CreateAll<S> {
    pub(crate) fn new(client: Client, tasks: S) -> Self {
        Self {
            client,
            tasks: Some(Box::pin(tasks)),
            each: Box::new(|call| call),
            limit: USUAL_LIMIT,
            taken: 0,
            running: JoinSet::new(),
            indexes: HashMap::new(),
        }
    }

    /// How many calls are under way at most: 8 unless set; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.limit = calls.max(1);
        self
    }

    /// Changes each call before it is made: its retry policy, its timeouts, its headers.
    pub fn each(mut self, change: impl Fn(Create) -> Create + Send + Sync + 'static) -> Self {
        self.each = Box::new(change);
        self
    }
}

impl<S> CreateAll<S>
where
    S: Stream,
    S::Item: TryInto<NewPrototypeTask, Error: Display>,
{
    /// The next task of the input, if there is one now, with its index.
    fn take(&mut self, context: &mut Context<'_>) -> Poll<Option<(usize, S::Item)>> {
        let Some(tasks) = &mut self.tasks else {
            return Poll::Ready(None);
        };
        let Some(task) = ready!(tasks.as_mut().poll_next(context)) else {
            self.tasks = None;
            return Poll::Ready(None);
        };
        self.taken += 1;
        Poll::Ready(Some((self.taken - 1, task)))
    }
}

#[cfg(feature = "blocking")]
impl<S> CreateAll<S>
where
    S: Stream,
    S::Item: TryInto<NewPrototypeTask, Error: Display>,
{
    /// Takes a task from the input without creating it.
    pub(crate) async fn skip_one(&mut self) -> Option<(usize, S::Item)> {
        std::future::poll_fn(|context| self.take(context)).await
    }
}

impl<S> Stream for CreateAll<S>
where
    S: Stream,
    S::Item: TryInto<NewPrototypeTask, Error: Display>,
{
    type Item = Indexed;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Indexed>> {
        while self.running.len() < self.limit {
            let Poll::Ready(Some((index, task))) = self.take(context) else {
                break;
            };
            let Ok(runtime) = Handle::try_current() else {
                return Poll::Ready(Some((index, Err(Error::outside_runtime()))));
            };
            let call = (self.each)(self.client.create(task)).into_future();
            let running = self.running.spawn_on(call, &runtime);
            self.indexes.insert(running.id(), index);
        }
        match ready!(self.running.poll_join_next_with_id(context)) {
            Some(joined) => {
                let (id, result) = joined.unwrap_or_else(lost);
                let index = self.indexes.remove(&id).unwrap_or(usize::MAX);
                Poll::Ready(Some((index, result)))
            }
            // The input wakes this stream when it has more.
            None if self.tasks.is_some() => Poll::Pending,
            None => Poll::Ready(None),
        }
    }
}

/// The runtime went away under a call.
fn lost(error: JoinError) -> (Id, Result<Created, Error>) {
    let details = Details::new(
        ErrorKind::Interrupted,
        Effect::Unknown,
        "the call was ended before a response",
    );
    let id = error.id();
    let source = Some(error.into());
    (id, Err(Details { source, ..details }.into()))
}

impl<S> fmt::Debug for CreateAll<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateAll")
            .field("concurrency", &self.limit)
            .field("taken", &self.taken)
            .field("running", &self.running.len())
            .finish_non_exhaustive()
    }
}
