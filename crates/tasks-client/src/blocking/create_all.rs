use std::{fmt::Display, sync::Arc};

use futures_util::{FutureExt, StreamExt, stream};

use super::{Client, runtime::Runtime};
use crate::{Create, Indexed, create_all, generated::types::NewPrototypeTask};

/// Creates the tasks of an iterator, some at a time: an iterator of results in the order they finish, each with the index of
/// its task in the input.
#[must_use = "an iterator does nothing unless it is asked for its items"]
#[derive(Debug)]
pub struct CreateAll<I> {
    calls: create_all::CreateAll<stream::Iter<I>>,
    runtime: Arc<Runtime>,
}

impl<I: Iterator> CreateAll<I> {
    pub(super) fn new(client: &Client, tasks: I) -> Self {
        Self {
            calls: create_all::CreateAll::new(client.client.clone(), stream::iter(tasks)),
            runtime: Arc::clone(&client.runtime),
        }
    }

    /// How many calls are under way at most: 8 unless set; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.calls = self.calls.concurrency(calls);
        self
    }

    /// Changes each call before it is made: its retry policy, its timeouts, its headers.
    pub fn each(mut self, change: impl Fn(Create) -> Create + Send + Sync + 'static) -> Self {
        self.calls = self.calls.each(change);
        self
    }
}

impl<I> Iterator for CreateAll<I>
where
    I: Iterator,
    I::Item: TryInto<NewPrototypeTask, Error: Display>,
{
    type Item = Indexed;

    fn next(&mut self) -> Option<Indexed> {
        match self.runtime.wait(self.calls.next()) {
            Ok(next) => next,
            // A task that is refused here has not been sent.
            Err(error) => {
                let (index, _) = self.calls.skip_one().now_or_never()??;
                Some((index, Err(error)))
            }
        }
    }
}
