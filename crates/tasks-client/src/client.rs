use std::{fmt::Display, sync::Arc, time::Duration};

use futures_util::Stream;

use crate::{
    BuildError, Create, CreateAll, Lifecycle,
    builder::ClientBuilder,
    core::Core,
    generated::{self, types::NewPrototypeTask},
    hooks::CallContext,
};

/// Creates tasks, and never one of them twice unless told to.
///
/// Clones are cheap and share everything: connections, the access token, the pause after a 429, the retry budget.
#[derive(Clone, Debug)]
pub struct Client {
    core: Arc<Core>,
}

impl Client {
    /// Sets up a client. It needs a token, credentials or a source of tokens; all else has a default.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A client as the environment describes it.
    ///
    /// | Variable | Meaning |
    /// |---|---|
    /// | `TASKS_TOKEN` | an access token |
    /// | `TASKS_CLIENT_ID`, `TASKS_CLIENT_SECRET` | client credentials; not beside a token |
    /// | `TASKS_REGION` | `us` (the default), `eu` or `apac` |
    /// | `TASKS_BASE_URL` | another server; it outweighs the region |
    ///
    /// A variable that is empty counts as not set.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env().build()
    }

    pub(crate) fn new(core: Core) -> Self {
        Self {
            core: Arc::new(core),
        }
    }

    /// Creates a task, from the struct or from its builder. `await` what this returns.
    ///
    /// # Errors
    /// See [`Error`](crate::Error): each says whether the task may exist.
    pub fn create<T>(&self, task: T) -> Create
    where
        T: TryInto<NewPrototypeTask>,
        T::Error: Display,
    {
        Create::new(Arc::clone(&self.core), task)
    }

    /// Creates many tasks, some at a time: a stream of results in the order they finish, each with the index of its task in
    /// the input.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = mock_server::MockServer::start(tasks_client::DOCUMENT)?;
    /// # let client = tasks_client::Client::builder().base_url(server.url()).token("any").build()?;
    /// use futures_util::{StreamExt, stream};
    /// use tasks_client::types::NewPrototypeTask;
    ///
    /// let titles = ["Assets", "Liabilities", "Equity"];
    /// let tasks = stream::iter(titles.map(|title| NewPrototypeTask::builder().title(title)));
    /// let mut results = client.create_all(tasks).concurrency(2);
    /// while let Some((index, result)) = results.next().await {
    ///     match result {
    ///         Ok(created) => println!("{}: {}", titles[index], created.id().unwrap_or("(no id)")),
    ///         Err(error) => eprintln!("{}: {error}", titles[index]),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_all<S>(&self, tasks: S) -> CreateAll<S>
    where
        S: Stream,
        S::Item: TryInto<NewPrototypeTask, Error: Display>,
    {
        CreateAll::new(self.clone(), tasks)
    }

    /// How long the endpoint will be there: what the document says, and in its place what the service announced last.
    pub fn lifecycle(&self) -> Lifecycle {
        self.core.notices.lifecycle()
    }

    /// Ends the pause that a 429 imposed on all clones of this client, and the one that the token endpoint requested.
    /// Waiting calls are sent, spread out.
    pub fn clear_pause(&self) {
        self.core.tokens.clear_pause();
        self.core.gate.clear();
    }

    /// Remaining time of the pause that a 429 imposed on all clones of this client.
    pub fn paused_for(&self) -> Option<Duration> {
        self.core.gate.remaining(self.core.clock.now())
    }

    /// The server this client talks to.
    pub fn base_url(&self) -> &str {
        self.core.base.as_str()
    }

    /// The generated client below this one, for what this one does not do. It sends each request once, with the access
    /// token of this client; its errors do not say whether a task may exist.
    pub fn generated(&self) -> generated::Client {
        let core = Arc::clone(&self.core);
        generated::Client::new_with_client(
            core.base.as_str(),
            core.http.clone(),
            CallContext::direct(Arc::clone(&core)),
        )
    }
}
