use std::{fmt::Display, time::Duration};

use client_runtime::{
    BuildError, Call, CallAll, Core, Exchange, Facts, Lifecycle, Token, TokenError,
};
use futures_util::{Stream, StreamExt, stream::Map};

use crate::{
    builder::ClientBuilder,
    create::{Create, CreateTask, FACTS},
    generated::{self, types::NewPrototypeTask},
};

/// Creates tasks, without creating duplicates.
///
/// Clones are cheap and share everything: connections, the access token, the pause after a 429, the retry budget.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) core: Core,
}

/// Creates the tasks of a stream, some at a time: a stream of results in the order they finish, each with the index of its
/// task in the input.
pub type CreateAll<S> = CallAll<CreateTask, Calls<S>>;

/// The calls of a stream of tasks.
pub type Calls<S> = Map<S, Box<dyn FnMut(<S as Stream>::Item) -> Create + Send>>;

impl Client {
    /// Returns the settings of a client. It needs a token, credentials or a source of tokens; the rest has defaults.
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
    pub fn create<T>(&self, task: T) -> Create
    where
        T: TryInto<NewPrototypeTask>,
        T::Error: Display,
    {
        let task = task.try_into().map_err(|error| error.to_string());
        Call::of(&self.core, &FACTS, task.map(CreateTask::new))
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
        S::Item: TryInto<NewPrototypeTask, Error: Display> + 'static,
    {
        let client = self.clone();
        let call: Box<dyn FnMut(S::Item) -> Create + Send> =
            Box::new(move |task| client.create(task));
        CallAll::new(&FACTS, tasks.map(call))
    }

    /// The lifecycle of the endpoint: as documented, overridden by what the service announced last.
    pub fn lifecycle(&self) -> Lifecycle {
        self.core.notices().lifecycle(&FACTS)
    }

    /// Ends the pause that a 429 imposed on all clones of this client, and the one that the token endpoint requested.
    /// Waiting calls are sent, spread out.
    pub fn clear_pause(&self) {
        self.core.clear_pause();
    }

    /// Fetches an access token, without using or keeping it: a check of the credentials. None with a static access token.
    ///
    /// # Errors
    /// The token endpoint did not issue one.
    pub async fn fetch_token(&self) -> Result<Option<Token>, TokenError> {
        self.core.fetch_token(&FACTS).await
    }

    /// Remaining time of the pause that a 429 imposed on all clones of this client.
    pub fn paused_for(&self) -> Option<Duration> {
        self.core.paused_for()
    }

    /// The server this client talks to.
    pub fn base_url(&self) -> &str {
        self.core.base_url()
    }

    /// The generated client below this one. It sends each request once, with the access token and after the pause of this
    /// client, and never retries; its errors do not report whether a task may exist.
    pub fn generated(&self) -> generated::Client {
        let facts = |method: &str| -> Option<&'static Facts> {
            (method == "create_prototype_task").then_some(&FACTS)
        };
        let exchange = Exchange::direct(self.core.clone(), facts);
        generated::Client::new_with_client(self.base_url(), self.core.http(), exchange)
    }
}

impl From<Core> for Client {
    fn from(core: Core) -> Self {
        Self { core }
    }
}
