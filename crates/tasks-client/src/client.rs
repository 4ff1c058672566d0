use std::time::Duration;

use client_runtime::{BuildError, CallAll, Lifecycle, Token, TokenError};
use futures_util::{
    Stream, StreamExt,
    stream::{self, Iter, Map},
};

use crate::{
    api_version::ApiVersion,
    builder::ClientBuilder,
    create::{self, Create, Creation},
    generated::Client,
    into_task::IntoTask,
};

/// Creates the tasks of a list, some at a time, and returns the results in the order they finish,
/// each with the index of its task in the input.
pub type CreateAll<S> = CallAll<Creation, Calls<S>>;

/// The calls of a stream of tasks.
pub type Calls<S> = Map<S, Box<dyn FnMut(<S as Stream>::Item) -> Create + Send>>;

impl Client {
    /// Returns the settings of a client. It needs a token, credentials or a source of tokens; the
    /// rest has defaults.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// A client with the settings of the environment.
    ///
    /// | Variable | Meaning |
    /// |---|---|
    /// | `TASKS_TOKEN` | an access token |
    /// | `TASKS_CLIENT_ID`, `TASKS_CLIENT_SECRET` | client credentials; not beside a token |
    /// | `TASKS_REGION` | `us` (the default), `eu` or `apac` |
    /// | `TASKS_BASE_URL` | another server; overrides the region |
    /// | `TASKS_API_VERSION` | `2022-01-01` (the default) or `2026-01-01` |
    ///
    /// An empty variable counts as not set.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env().build()
    }

    /// Creates a task, from the struct or from its builder. `await` the returned call.
    ///
    /// # Errors
    /// See [`Error`](crate::Error): it reports whether the task may exist.
    pub fn create(&self, task: impl IntoTask) -> Create {
        create::call(self.core(), task.into_task())
    }

    /// Creates many tasks, some at a time, and returns the results in the order they finish, each
    /// with the index of its task in the input.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let server = mock_server::MockServer::start(tasks_client::DOCUMENT)?;
    /// # let client = tasks_client::Client::builder().base_url(server.url()).token("any").build()?;
    /// use tasks_client::types::NewPrototypeTask;
    ///
    /// let titles = ["Assets", "Liabilities", "Equity"];
    /// let tasks = titles.map(|title| NewPrototypeTask::builder().title(title));
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
    pub fn create_all<I>(&self, tasks: I) -> CreateAll<Iter<I::IntoIter>>
    where
        I: IntoIterator,
        I::Item: IntoTask + 'static,
    {
        self.create_stream(stream::iter(tasks))
    }

    /// Creates the tasks of a stream: see [`create_all`](Self::create_all).
    pub fn create_stream<S>(&self, tasks: S) -> CreateAll<S>
    where
        S: Stream,
        S::Item: IntoTask + 'static,
    {
        let client = self.clone();
        let call: Box<dyn FnMut(S::Item) -> Create + Send> =
            Box::new(move |task| client.create(task));
        CallAll::new(self.core(), self.api_version().facts(), tasks.map(call))
    }

    /// The API version whose endpoint creates the tasks.
    pub fn api_version(&self) -> ApiVersion {
        create::version(self.core())
    }

    /// The lifecycle of the endpoint: as documented, overridden by what the service announced last.
    pub fn lifecycle(&self) -> Lifecycle {
        self.core().notices().lifecycle(self.api_version().facts())
    }

    /// Ends the pause that a 429 imposed on all clones of this client, and the one that the token
    /// endpoint requested. Waiting calls are sent, spread out.
    pub fn clear_pause(&self) {
        self.core().clear_pause();
    }

    /// Fetches an access token, without using or keeping it: a check of the credentials. None with
    /// a static access token.
    ///
    /// # Errors
    /// The token endpoint did not issue one.
    pub async fn fetch_token(&self) -> Result<Option<Token>, TokenError> {
        self.core().fetch_token(self.api_version().facts()).await
    }

    /// Remaining time of the pause that a 429 imposed on all clones of this client.
    pub fn paused_for(&self) -> Option<Duration> {
        self.core().paused_for()
    }

    /// The server that requests are sent to.
    pub fn base_url(&self) -> &str {
        self.core().base_url()
    }
}
