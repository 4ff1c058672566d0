use std::{path::PathBuf, process::ExitCode};

use anyhow::anyhow;
use clap::Args;
use mock_server::{Document, MockServer, Received};

use crate::{interrupts::Interrupts, output::chain, say};

/// Run a mock server until interrupted
///
/// It validates requests and answers them by the document, on the loopback address only. Any bearer token that is not
/// empty will do. One line for each request goes to standard error.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MockArgs {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// Another OpenAPI 3.0 document, in YAML or JSON [default: the one this program was made from]
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  tasks mock
  TASKS_TOKEN=any tasks create --base-url http://127.0.0.1:8080 --title 'Review the 10-K'";

pub(crate) fn mock(args: &MockArgs) -> ExitCode {
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::from(2)
        }
    }
}

fn run(args: &MockArgs) -> anyhow::Result<()> {
    let document = match &args.document {
        Some(path) => Document::load(path),
        None => Document::parse("the built-in document", tasks_client::DOCUMENT),
    };
    let document = document.map_err(|error| anyhow!("failed to {}", chain(&error)))?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // Before the address is announced: who reads it may send a signal at once.
        let mut interrupts = Interrupts::listen()?;
        let server = MockServer::builder(document)
            .port(args.port)
            .observer(log)
            .start();
        let server = server.map_err(|error| anyhow!("failed to {}", chain(&error)))?;
        say::note(format_args!(
            "answering at {}, until interrupted",
            server.url()
        ));
        interrupts.next().await;
        Ok(())
    })
}

/// Method, path and status; never the headers, which hold tokens.
fn log(request: &Received) {
    let status = match request.status {
        Some(status) => status.to_string(),
        None => "closed without an answer".to_owned(),
    };
    let created = if request.created { ", created" } else { "" };
    say::line(format_args!(
        "{} {} -> {status}{created}",
        request.method,
        request.uri.path()
    ));
}
