//! A client for callers without an async runtime.
//!
//! ```no_run
//! use tasks_client::{blocking::Client, types::NewPrototypeTask};
//!
//! let client = Client::from_env()?;
//! let created = client.create(NewPrototypeTask::builder().title("Review the 10-K")).send()?;
//! println!("{}", created.id().unwrap_or("(no id)"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Inside an async runtime, including its blocking threads, every call is an error: use
//! [`tasks_client::Client`](crate::Client) there.

use std::time::Duration;

use client_runtime::{Blocking, BuildError, Call, Error, Lifecycle};
use futures_util::{FutureExt, stream};

use crate::{
    builder::ClientBuilder,
    client,
    create::{self, Creation},
    created::Created,
    generated,
    into_task::IntoTask,
};

/// A call that creates one task: change its options, then send it.
pub type Create = Call<Creation, Blocking>;

/// A [`tasks_client::Client`](crate::Client) for callers that wait. Clones are cheap and share
/// everything.
#[derive(Clone, Debug)]
pub struct Client {
    client: generated::Client,
    runtime: Blocking,
}

impl Client {
    /// Returns the settings of a client; [`build_blocking`](ClientBuilder::build_blocking) starts
    /// it.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// Starts a client with the settings of a builder.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`]; also inside an async runtime, and if the system cannot start a
    /// thread.
    pub fn start(builder: ClientBuilder) -> Result<Self, BuildError> {
        let runtime = Blocking::start()?;
        let client = builder.build()?;
        Ok(Self { client, runtime })
    }

    /// A client with the settings of the environment: see
    /// [`tasks_client::Client::from_env`](crate::Client::from_env).
    ///
    /// # Errors
    /// As there, and as [`start`](Self::start).
    pub fn from_env() -> Result<Self, BuildError> {
        Self::start(ClientBuilder::from_env())
    }

    /// Creates a task, from the struct or from its builder, when [`send`](Call::send) is called.
    pub fn create(&self, task: impl IntoTask) -> Create {
        self.client.create(task).blocking(self.runtime.clone())
    }

    /// Creates many tasks, some at a time: see
    /// [`tasks_client::Client::create_all`](crate::Client::create_all).
    pub fn create_all<I>(&self, tasks: I) -> CreateAll<I::IntoIter>
    where
        I: IntoIterator,
        I::Item: IntoTask + 'static,
    {
        CreateAll {
            calls: self.client.create_all(tasks),
            runtime: self.runtime.clone(),
        }
    }

    /// The lifecycle of the endpoint.
    pub fn lifecycle(&self) -> Lifecycle {
        self.client.lifecycle()
    }
}

impl ClientBuilder {
    /// Builds a client for callers without an async runtime.
    ///
    /// # Errors
    /// As [`build`](Self::build); also inside an async runtime, and if the system cannot start a
    /// thread.
    pub fn build_blocking(self) -> Result<Client, BuildError> {
        Client::start(self)
    }
}

/// Creates the tasks of an iterator, some at a time: an iterator of results in the order they
/// finish, each with the index of its task in the input.
#[must_use = "an iterator does nothing unless it is advanced"]
#[derive(Debug)]
pub struct CreateAll<I: Iterator> {
    calls: client::CreateAll<stream::Iter<I>>,
    runtime: Blocking,
}

impl<I: Iterator> CreateAll<I> {
    /// Sets the maximum number of concurrent calls: 8 by default; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.calls = self.calls.concurrency(calls);
        self
    }

    /// Ends the list after this time, counted from now: see
    /// [`CallAll::deadline`](client_runtime::CallAll::deadline).
    pub fn deadline(mut self, time: Duration) -> Self {
        self.calls = self.calls.deadline(time);
        self
    }

    /// The number of tasks that were not tried because of the [`deadline`](Self::deadline), once
    /// the list has ended.
    pub fn not_tried(&self) -> usize {
        self.calls.not_tried()
    }

    /// Changes each call before it is made: its retry policy, its timeouts, its headers.
    pub fn each(
        mut self,
        change: impl Fn(create::Create) -> create::Create + Send + Sync + 'static,
    ) -> Self {
        self.calls = self.calls.each(change);
        self
    }
}

impl<I: Iterator> Iterator for CreateAll<I> {
    type Item = (usize, Result<Created, Error>);

    fn next(&mut self) -> Option<Self::Item> {
        match self.runtime.wait(self.calls.next()) {
            Some(next) => next,
            None => self.calls.reject_one().now_or_never()?,
        }
    }
}
