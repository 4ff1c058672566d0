use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    time::Duration,
};

use anyhow::{Context, anyhow, bail};
use mock_server::MockServer;
use tasks_client::{BuildError, Client, ClientBuilder, RetryPolicy};

use crate::{
    args::{SendingArgs, ServiceArgs},
    output::chain,
};

/// A client, and the mock server it talks to, if it is one.
pub(crate) struct Connection {
    pub(crate) client: Client,
    /// Stops when it is dropped.
    _mock: Option<MockServer>,
}

impl Connection {
    pub(crate) fn new(service: &ServiceArgs, sending: &SendingArgs) -> anyhow::Result<Self> {
        let (builder, mock) = if service.mock {
            let mock = MockServer::start(tasks_client::DOCUMENT);
            let mock = mock.map_err(|error| anyhow!("failed to {}", chain(&error)))?;
            (
                Client::builder().base_url(mock.url()).token("mock"),
                Some(mock),
            )
        } else {
            (configured(service)?, None)
        };
        let policy = if sending.at_least_once {
            RetryPolicy::at_least_once()
        } else {
            RetryPolicy::default()
        };
        let builder = builder
            .retry(policy)
            .time_budget(Duration::from_secs(sending.timeout));
        let client = builder.build().map_err(explained)?;
        Ok(Self {
            client,
            _mock: mock,
        })
    }

    /// The base URL that the arguments and the environment lead to; no token is needed for that.
    pub(crate) fn base_url(service: &ServiceArgs) -> anyhow::Result<String> {
        let client = configured(service)?.token("none").build();
        Ok(client.map_err(explained)?.base_url().to_owned())
    }
}

/// The environment, with the arguments over it.
fn configured(service: &ServiceArgs) -> anyhow::Result<ClientBuilder> {
    let mut builder = ClientBuilder::from_env();
    if let Some(region) = service.region {
        builder = builder.region(region);
    }
    if let Some(url) = &service.base_url {
        builder = builder.base_url(url);
    }
    if let Some(path) = &service.token_file {
        builder = builder.token(token(path)?);
    }
    Ok(builder)
}

/// Longer than any token; a device has no end.
const MOST_OF_A_TOKEN_FILE: u64 = 64 << 10;

/// No error here may quote what is in the file: it is a secret, or was meant to be one.
fn token(path: &Path) -> anyhow::Result<String> {
    let name = path.display();
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut file = File::open(path)?.take(MOST_OF_A_TOKEN_FILE + 1);
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let text = read().with_context(|| format!("failed to read the token file {name}"))?;
    if text.len() as u64 > MOST_OF_A_TOKEN_FILE {
        bail!("failed to read the token file {name}: it is too long for a token");
    }
    let text = String::from_utf8(text)
        .map_err(|_| anyhow!("failed to read the token file {name}: it is not text"))?;
    let token = text.trim();
    if token.is_empty() {
        bail!("failed to read the token file {name}: it is empty");
    }
    // RFC 6750, section 2.1: letters, digits and a few signs; nothing that is not seen.
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        bail!("failed to read the token file {name}: it must hold one token and nothing else");
    }
    Ok(token.to_owned())
}

fn explained(error: BuildError) -> anyhow::Error {
    match error {
        BuildError::NoToken => anyhow!(
            "there is no access token: set TASKS_TOKEN, or TASKS_CLIENT_ID and TASKS_CLIENT_SECRET, or give --token-file \
             (or --mock, to try things out)"
        ),
        error => anyhow!("failed to {}", chain(&error)),
    }
}
