use std::{fmt::Display, sync::Arc};

use super::{Create, CreateAll, runtime::Runtime};
use crate::{BuildError, ClientBuilder, Lifecycle, generated::types::NewPrototypeTask};

/// As [`tasks_client::Client`](crate::Client), for callers that wait. Clones are cheap and share everything.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) client: crate::Client,
    pub(super) runtime: Arc<Runtime>,
}

impl Client {
    /// Starts what a builder set up.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`]; also inside an async runtime, and when the system has no thread to give.
    pub fn start(builder: ClientBuilder) -> Result<Self, BuildError> {
        let runtime = Arc::new(Runtime::start()?);
        let client = builder.build()?;
        Ok(Self { client, runtime })
    }

    /// A client as the environment describes it: see [`tasks_client::Client::from_env`](crate::Client::from_env).
    ///
    /// # Errors
    /// As there, and as [`start`](Self::start).
    pub fn from_env() -> Result<Self, BuildError> {
        Self::start(ClientBuilder::from_env())
    }

    /// Creates a task, from the struct or from its builder, when [`send`](Create::send) is called.
    pub fn create<T>(&self, task: T) -> Create
    where
        T: TryInto<NewPrototypeTask>,
        T::Error: Display,
    {
        Create {
            call: self.client.create(task),
            runtime: Arc::clone(&self.runtime),
        }
    }

    /// Creates many tasks, some at a time: see [`tasks_client::Client::create_all`](crate::Client::create_all).
    pub fn create_all<I>(&self, tasks: I) -> CreateAll<I::IntoIter>
    where
        I: IntoIterator,
        I::Item: TryInto<NewPrototypeTask, Error: Display>,
    {
        CreateAll::new(self, tasks.into_iter())
    }

    /// How long the endpoint will be there.
    pub fn lifecycle(&self) -> Lifecycle {
        self.client.lifecycle()
    }
}
