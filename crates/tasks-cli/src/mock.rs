//! `tasks mock`: the mock server, as a program of its own.

mod chance;

use std::{
    fmt::Display,
    fs,
    net::{IpAddr, Ipv4Addr},
    path::{Path, PathBuf},
    process::ExitCode,
    str::FromStr,
    time::Duration,
};

use anyhow::{Context, anyhow, bail};
use clap::Args;
use mock_server::{
    Document, MockServer, Received, StartError,
    fault::{Fault, Faults, Latency, RateLimit},
};

use crate::{interrupts::Interrupts, output::chain, say};
use chance::Chance;

/// Run a mock server until interrupted
///
/// It validates requests and answers them by the document. Any token that is not empty will do, and its token endpoint
/// gives one for any client id and secret. One line for each request goes to standard error.
#[derive(Debug, Args)]
#[command(after_help = NEXT, after_long_help = EXAMPLES)]
pub(crate) struct MockArgs {
    #[command(flatten)]
    server: ServerArgs,
    #[command(flatten)]
    faults: FaultArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Server")]
struct ServerArgs {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080, allow_negative_numbers = true)]
    port: u16,
    /// The address to listen on; others can reach the server on any but a loopback address
    #[arg(long, value_name = "IP", default_value_t = Ipv4Addr::LOCALHOST.into())]
    address: IpAddr,
    /// Another OpenAPI 3.0 document, in YAML or JSON [default: the one this program was made from]
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
    /// Accept only the tokens in this file, one on a line, and those of the token endpoint
    #[arg(long, value_name = "FILE")]
    tokens: Option<PathBuf>,
    /// For how long a token of the token endpoint is good
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 600,
        allow_negative_numbers = true
    )]
    token_life: u32,
    /// The largest body that is read; a larger one is answered with 413
    #[arg(
        long,
        value_name = "BYTES",
        default_value_t = 10_485_760,
        allow_negative_numbers = true
    )]
    body_limit: usize,
    /// How many requests, and how many creates, are remembered
    #[arg(
        long,
        value_name = "N",
        default_value_t = 256,
        allow_negative_numbers = true
    )]
    keep: usize,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Faults")]
struct FaultArgs {
    /// What goes wrong with the first request; repeat it for the second one, and so on
    #[arg(long, value_name = "FAULT", value_parser = readable::<Fault>, conflicts_with = "fault")]
    script: Vec<Fault>,
    /// What goes wrong with every request, or with a share of them: `10%:503`. Repeat it for more
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    fault: Vec<Chance>,
    /// What goes wrong with requests to the token endpoint; as --fault
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    token_fault: Vec<Chance>,
    /// From what the shares and times are drawn: the same seed draws the same
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        allow_negative_numbers = true
    )]
    seed: u64,
    /// How long every request waits: `200ms`, or any time of `100ms-1.5s`
    #[arg(long, value_name = "TIME", value_parser = readable::<Latency>, allow_hyphen_values = true)]
    latency: Option<Latency>,
    /// Answer 429 beyond so many requests in a time: `10/1s`; `10/1s+date` has a date in Retry-After
    #[arg(long, value_name = "N/TIME", value_parser = readable::<RateLimit>, allow_hyphen_values = true)]
    rate_limit: Option<RateLimit>,
}

const NEXT: &str = "The forms of a fault, and examples: tasks mock --help";

const EXAMPLES: &str = "\
Forms of a fault:
  503, 429                any status, in the document's own shape
  html-502, redirect-307  a gateway's page; a redirect
  garbage, half-body, slow-bytes
                          the answer as it should be, with a broken or a slow body
  close-on-accept, close-before-reading, close-after-reading
                          the connection is closed without an answer
  expired-token           401, and the token is forgotten
  none                    nothing
  Behind any of them:
  +after-create           the request is carried out before the fault acts
  +delay=200ms, +delay=100ms-1.5s
  +retry-after=5, +retry-after='Sun, 06 Nov 2033 08:49:37 GMT'

Examples:
  tasks mock
      Then open http://127.0.0.1:8080/docs, or send something:
      TASKS_TOKEN=any tasks create --base-url http://127.0.0.1:8080 --title 'Review the 10-K'
  curl http://127.0.0.1:8080/_mock/ledger
      What was really created, whatever its caller heard of it
  tasks mock --script 429+retry-after=2 --script close-after-reading+after-create
      The first request is refused, the second one creates a task and hears nothing, all others are served
  tasks mock --fault 10%:503 --fault 5%:half-body --latency 50ms-300ms --rate-limit 20/1s --seed 7
      A bad day
  tasks mock --token-fault 503
      The token endpoint is down";

/// `tasks mock`; `quiet`: requests are not logged.
pub(crate) fn mock(args: &MockArgs, quiet: bool) -> ExitCode {
    match run(args, quiet) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::from(2)
        }
    }
}

fn run(MockArgs { server, faults }: &MockArgs, quiet: bool) -> anyhow::Result<()> {
    let document = match &server.document {
        Some(path) => Document::load(path),
        None => Document::parse("the built-in document", tasks_client::DOCUMENT),
    };
    let document = document.map_err(|error| anyhow!("failed to {}", chain(&error)))?;
    must_be_served(&document)?;
    let mut builder = MockServer::builder(document)
        .address((server.address, server.port).into())
        .token_life(Duration::from_secs(server.token_life.into()))
        .body_limit(server.body_limit)
        .keep(server.keep)
        .faults(faults.of_operations()?)
        .token_faults(chance::draw(
            "--token-fault",
            &faults.token_fault,
            faults.seed,
        )?);
    if let Some(path) = &server.tokens {
        builder = builder.tokens(tokens(path)?);
    }
    if let Some(limit) = faults.rate_limit {
        builder = builder.rate_limit(limit);
    }
    if !quiet {
        builder = builder.observer(log);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // Before the address is announced: who reads it may send a signal at once.
        let mut interrupts = Interrupts::listen()?;
        let running = builder.start().map_err(explained)?;
        let url = running.url();
        say::note(format_args!("answering at {url}, until interrupted"));
        let tokens: String = running
            .token_urls()
            .map(|url| format!("; tokens: {url}"))
            .collect();
        say::note(format_args!(
            "to try it: {url}/docs; what it created: {url}/_mock/ledger{tokens}"
        ));
        if !server.address.is_loopback() {
            say::warning("others can reach this server, and it keeps the tokens that they send");
        }
        interrupts.next().await;
        Ok(())
    })
}

/// Of another document the server would understand nothing, and answer 404 to everything.
fn must_be_served(document: &Document) -> anyhow::Result<()> {
    let (name, root) = (document.name(), document.root());
    let version = root.get("openapi").and_then(|version| version.as_str());
    if !version.is_some_and(|version| version.starts_with("3.0.")) {
        bail!(
            "failed to serve {name}: it is no OpenAPI 3.0 document, which says so in `openapi`, such as `openapi: 3.0.3`"
        );
    }
    if !root.get("paths").is_some_and(|paths| paths.is_object()) {
        bail!("failed to serve {name}: it has no `paths`, an object with the operations to answer");
    }
    Ok(())
}

impl FaultArgs {
    fn of_operations(&self) -> anyhow::Result<Faults> {
        let faults = match self.script.as_slice() {
            [] => chance::draw("--fault", &self.fault, self.seed)?,
            script => Faults::script(script.iter().cloned()),
        };
        Ok(match &self.latency {
            Some(latency) => faults.latency(latency.clone()),
            None => faults,
        })
    }
}

/// The library's errors complete a "failed to".
fn readable<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("failed to {error}"))
}

/// The lines of a file. They are secrets, or may be: no error quotes them.
fn tokens(path: &Path) -> anyhow::Result<Vec<String>> {
    let name = path.display();
    let text =
        fs::read_to_string(path).with_context(|| format!("failed to read the tokens in {name}"))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let tokens: Vec<String> = lines.map(str::to_owned).collect();
    // RFC 6750, section 2.1: what has blanks can be in no request.
    let blank = |line: &str| line.trim().contains(char::is_whitespace);
    if let Some(number) = text.lines().position(blank) {
        bail!(
            "failed to read the tokens in {name}:{}: a line is to be one token, without blanks",
            number + 1
        );
    }
    if tokens.is_empty() {
        bail!(
            "failed to read the tokens in {name}: it is empty, and no token at all would be accepted"
        );
    }
    Ok(tokens)
}

fn explained(error: StartError) -> anyhow::Error {
    let text = chain(&error);
    match error {
        StartError::Listen { source, .. } if source.kind() == std::io::ErrorKind::AddrInUse => {
            anyhow!("failed to {text}: give another --port, or 0 for a free one")
        }
        _ => anyhow!("failed to {text}"),
    }
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
