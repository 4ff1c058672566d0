//! Client of a run, with the mock server that it may send to.

use std::time::SystemTime;

use anyhow::anyhow;
use mock_server::MockServer;
use tasks_client::{BuildError, Client, Clock, Lifecycle, RetryPolicy};

use crate::{args::ServiceArgs, config::Settings, journal::Destination, printable::chain, stderr};

/// A client, with the mock server of `--mock`.
pub(crate) struct Connection {
    pub(crate) client: Client,
    /// Stops when it is dropped.
    _mock: Option<MockServer>,
}

impl Connection {
    pub(crate) fn new(
        service: &ServiceArgs,
        settings: &Settings,
        policy: RetryPolicy,
    ) -> anyhow::Result<Self> {
        let (builder, mock) = if service.mock {
            let mock = MockServer::start(tasks_client::DOCUMENT);
            let mock = mock.map_err(|error| anyhow!("failed to {}", chain(&error)))?;
            let builder = Client::builder().base_url(mock.url()).token("mock");
            let builder = builder.api_version(settings.api_version.value);
            (builder, Some(mock))
        } else {
            (settings.client()?, None)
        };
        let builder = match service.today {
            Some(day) => builder.clock(FixedDay(day)),
            None => builder,
        };
        let builder = builder.retry(policy).time_budget(settings.timeout.value.0);
        let client = builder.build().map_err(explained)?;
        Ok(Self {
            client,
            _mock: mock,
        })
    }

    /// Returns the base URL of the settings. No token is required.
    pub(crate) fn base_url(settings: &Settings) -> anyhow::Result<String> {
        let builder = Client::builder().base_url(&settings.base_url.value);
        let client = builder.token("none").build();
        Ok(client.map_err(explained)?.base_url().to_owned())
    }

    pub(crate) fn destination(
        service: &ServiceArgs,
        settings: &Settings,
    ) -> anyhow::Result<Destination> {
        match service.mock {
            true => Ok(Destination::mock()),
            false => {
                let base_url = Self::base_url(settings)?;
                Ok(Destination::new(&base_url, settings.client_id()))
            }
        }
    }
}

pub(crate) fn warn_of_sunset(lifecycle: &Lifecycle) {
    if let Some(day) = lifecycle.sunset_on {
        stderr::warning(format_args!(
            "this endpoint is deprecated and may be removed on {day}"
        ));
        stderr::help("--api-version 2026-01-01 selects its successor");
    }
}

/// A clock whose calendar is fixed at the start of a day, in UTC.
struct FixedDay(chrono::NaiveDate);

impl Clock for FixedDay {
    fn calendar(&self) -> SystemTime {
        self.0.and_time(chrono::NaiveTime::MIN).and_utc().into()
    }
}

fn explained(error: BuildError) -> anyhow::Error {
    match error {
        BuildError::NoToken => anyhow!(
            "missing access token: set TASKS_TOKEN, or TASKS_CLIENT_ID and TASKS_CLIENT_SECRET, or use --token-file \
             or a profile (--mock requires none)"
        ),
        error => anyhow!("failed to {}", chain(&error)),
    }
}
