use std::time::Duration;

use mock_server::MockServer;
use oas::Document;
use tasks_client::{
    Client, ClientBuilder, ClientCredentials,
    types::{NewPrototypeTask, builder},
};

use super::{TestClock, log::enable_callsites};

/// A static access token.
pub(crate) const TOKEN: &str = "tok-3f9a71c2e8";
/// The secret of client credentials.
pub(crate) const SECRET: &str = "sec-91bd04aa57";

/// A mock server, a clock, and clients for both.
pub(crate) struct Stand {
    pub(crate) server: MockServer,
    pub(crate) clock: TestClock,
}

impl Stand {
    /// Jitter is a half: waits are half their bounds.
    pub(crate) fn new() -> Self {
        enable_callsites();
        Self {
            server: MockServer::start(tasks_client::DOCUMENT).unwrap(),
            clock: TestClock::new(0.5),
        }
    }

    /// The tokens of its token endpoint are valid for this time.
    pub(crate) fn with_token_life(life: Duration) -> Self {
        enable_callsites();
        let document = Document::parse("tasks.yaml", tasks_client::DOCUMENT).unwrap();
        let server = MockServer::builder(document)
            .token_life(life)
            .start()
            .unwrap();
        Self {
            server,
            clock: TestClock::new(0.5),
        }
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder()
            .base_url(self.server.url())
            .clock(self.clock.clone())
            .attempt_timeout(Duration::from_secs(20))
    }

    /// A client with a static token.
    pub(crate) fn client(&self) -> Client {
        self.builder().token(TOKEN).build().unwrap()
    }

    /// A client that requests its tokens.
    pub(crate) fn credentialed(&self) -> Client {
        let credentials = ClientCredentials::new("an-id", SECRET);
        self.builder().credentials(credentials).build().unwrap()
    }

    /// Number of bodies that the server read, and of tasks that it created.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let ledger = self.server.ledger();
        (ledger.bodies_read, ledger.created)
    }
}

/// A task to create.
pub(crate) fn task(title: &str) -> builder::NewPrototypeTask {
    NewPrototypeTask::builder().title(title)
}
