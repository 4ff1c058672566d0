//! `tasks mock`: the mock server as a program.

mod chance;
mod log;
mod watch;

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
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use mock_server::{
    AfterSunset, Builder, Document, MockServer, Route, StartError,
    fault::{Fault, Faults, Latency, RateLimit},
    route_table,
};
use oas_cli::mock::Watched;

use crate::{interrupts::Interrupts, output::chain, say};
use chance::Chance;
use log::LogFormat;

/// Run a mock server until interrupted
///
/// It validates requests and responds per the document. Any token is accepted, and its token
/// endpoint issues one for any client id and secret. It logs one line per request to standard
/// error.
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
    /// Port; 0 takes any free one
    #[arg(long, default_value_t = 8080, allow_negative_numbers = true)]
    port: u16,
    /// Address to listen on; any but a loopback address can be reached from other machines
    #[arg(long, value_name = "IP", default_value_t = Ipv4Addr::LOCALHOST.into())]
    address: IpAddr,
    /// OpenAPI 3.0 document, in YAML or JSON [default: the one of the Workiva tasks API]
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
    /// Accept only the tokens in this file, one per line, and those of the token endpoint
    #[arg(long, value_name = "FILE")]
    tokens: Option<PathBuf>,
    /// Lifetime of the tokens of the token endpoint
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 600,
        allow_negative_numbers = true
    )]
    token_life: u32,
    /// Maximum size of a body; a larger one is rejected with 413
    #[arg(
        long,
        value_name = "BYTES",
        default_value_t = 10_485_760,
        allow_negative_numbers = true
    )]
    body_limit: usize,
    /// Number of requests, and of entries in the ledger, to keep
    #[arg(
        long,
        value_name = "N",
        default_value_t = 256,
        allow_negative_numbers = true
    )]
    keep: usize,
    /// Format of the log
    #[arg(long, value_enum, default_value_t)]
    format: LogFormat,
    /// Print a table of the routes
    #[arg(long)]
    routes: bool,
    /// Reload the document when one of its files changes
    #[arg(long, requires = "document")]
    watch: bool,
    /// Reject requests with `readOnly` members instead of ignoring these
    #[arg(long)]
    strict_requests: bool,
    /// Do not start with a document whose examples have to be corrected
    #[arg(long)]
    strict_examples: bool,
    /// Date of the server: from its sunset on, an operation is gone
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
    /// Response to an operation after its sunset [default: gone]
    #[arg(long, value_enum, requires = "today")]
    after_sunset: Option<Sunset>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Sunset {
    /// 410
    Gone,
    /// 404
    NotFound,
    /// 403 of a gateway that has no such route
    Forbidden,
    /// 308 to the successor
    Redirect,
}

impl From<Sunset> for AfterSunset {
    fn from(sunset: Sunset) -> Self {
        match sunset {
            Sunset::Gone => Self::Gone,
            Sunset::NotFound => Self::NotFound,
            Sunset::Forbidden => Self::Forbidden,
            Sunset::Redirect => Self::Redirect,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Faults")]
struct FaultArgs {
    /// Fault of the first request; repeat it for the second one, and so on
    #[arg(long, value_name = "FAULT", value_parser = readable::<Fault>, conflicts_with = "fault")]
    script: Vec<Fault>,
    /// Fault of every request, or of a share of them: `10%:503`. Repeat it for more
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    fault: Vec<Chance>,
    /// Fault of requests to the token endpoint; as --fault
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    token_fault: Vec<Chance>,
    /// Random seed for faults, latency, ids and `Prefer: dynamic=true` [default: 0 for faults,
    /// random for the rest]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Latency of every request: `200ms`, or a random one in `100ms-1.5s`
    #[arg(long, value_name = "TIME", value_parser = readable::<Latency>, allow_hyphen_values = true)]
    latency: Option<Latency>,
    /// Respond with 429 beyond a number of requests in a time: `10/1s`; `10/1s+date` for a date in
    /// Retry-After
    #[arg(long, value_name = "N/TIME", value_parser = readable::<RateLimit>, allow_hyphen_values = true)]
    rate_limit: Option<RateLimit>,
}

const NEXT: &str = "Forms of a fault, and examples: tasks mock --help";

const EXAMPLES: &str = "\
Forms of a fault:
  503, 429                any status, as the document describes it
  html-502, redirect-307  the page of a gateway; a redirect
  garbage, half-body, slow-bytes
                          the documented response with an invalid, truncated or slow body
  close-on-accept, close-before-reading, close-after-reading
                          close the connection without a response
  expired-token           401, and the token is expired
  none                    no fault
  Any of them can be followed by:
  +after-create           carry out the request before the fault
  +delay=200ms, +delay=100ms-1.5s
  +retry-after=5, +retry-after='Sun, 06 Nov 2033 08:49:37 GMT'

Preferences of a request (RFC 7240):
  Prefer: code=404, example=NAME, dynamic=true
                          a documented status, a named example, random values

Examples:
  tasks mock
      Then open http://127.0.0.1:8080/docs, or send a request:
      TASKS_TOKEN=any tasks create --base-url http://127.0.0.1:8080 --title 'Review the 10-K'
  curl http://127.0.0.1:8080/_mock/ledger
      List the requests that were carried out, whatever response their clients received
  tasks mock --document pets.yaml --watch --routes
      Serve another document, and reload it when it changes
  tasks mock --script 429+retry-after=2 --script close-after-reading+after-create
      Reject the first request, carry out the second one without a response, and serve all others
  tasks mock --fault 10%:503 --fault 5%:half-body --latency 50ms-300ms --rate-limit 20/1s --seed 7
      Simulate an unreliable service
  tasks mock --today 2027-02-01 --after-sunset redirect
      Simulate the end of a deprecated operation
  tasks mock --token-fault 503
      Simulate a failure of the token endpoint";

/// Runs `tasks mock`; `quiet`: requests are not logged.
pub(crate) fn mock(args: &MockArgs, quiet: bool) -> ExitCode {
    match run(args, quiet) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::from(2)
        }
    }
}

fn run(args: &MockArgs, quiet: bool) -> anyhow::Result<()> {
    let server = &args.server;
    let document = document(server.document.as_deref())?;
    let mut watched = Watched::new(&document);
    let mut builder = configured(document, args)?;
    if !quiet {
        let format = server.format;
        builder = builder.observer(move |request| log::request(format, request));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // Before the address is announced: its reader may send a signal at once.
        let mut interrupts = Interrupts::listen()?;
        let running = builder.start().map_err(explained)?;
        announce(&running, server);
        match server.document.as_deref().filter(|_| server.watch) {
            Some(path) => tokio::select! {
                () = interrupts.next() => {}
                () = watch::reload_on_change(path, &mut watched, &running) => {}
            },
            None => interrupts.next().await,
        }
        Ok(())
    })
}

fn configured(
    document: Document,
    MockArgs { server, faults }: &MockArgs,
) -> anyhow::Result<Builder> {
    let seed = faults.seed.unwrap_or(0);
    let mut builder = MockServer::builder(document)
        .address((server.address, server.port).into())
        .token_life(Duration::from_secs(server.token_life.into()))
        .body_limit(server.body_limit)
        .keep(server.keep)
        .faults(faults.of_operations(seed)?)
        .token_faults(chance::draw("--token-fault", &faults.token_fault, seed)?)
        .after_sunset(
            server
                .after_sunset
                .map(AfterSunset::from)
                .unwrap_or_default(),
        );
    if let Some(path) = &server.tokens {
        builder = builder.tokens(tokens(path)?);
    }
    if let Some(limit) = faults.rate_limit {
        builder = builder.rate_limit(limit);
    }
    if let Some(seed) = faults.seed {
        builder = builder.seed(seed);
    }
    if let Some(today) = server.today {
        builder = builder.today(today);
    }
    if server.strict_requests {
        builder = builder.strict_requests();
    }
    if server.strict_examples {
        builder = builder.strict_examples();
    }
    Ok(builder)
}

fn announce(running: &MockServer, server: &ServerArgs) {
    let (url, routes) = (running.url(), running.routes());
    say::note(format_args!(
        "serving {} at {url}, until interrupted",
        operations(&routes)
    ));
    let docs = running.docs_url();
    let docs = docs
        .map(|docs| format!("try it at {docs}; "))
        .unwrap_or_default();
    let tokens: String = running
        .token_urls()
        .iter()
        .map(|url| format!("; tokens: {url}"))
        .collect();
    say::note(format_args!(
        "{docs}ledger: {}{tokens}",
        running.ledger_url()
    ));
    if !server.address.is_loopback() {
        say::warning(
            "other machines can reach this server, and it keeps the tokens that they send",
        );
    }
    for note in running.notes() {
        say::warning(note);
    }
    if server.routes {
        route_table(&routes).iter().for_each(say::line);
    }
}

/// The names of a few operations, or the number of many.
fn operations(routes: &[Route]) -> String {
    let names = routes.iter().map(|route| match &route.operation {
        Some(id) => id.clone(),
        None => format!("{} {}", route.method, route.path),
    });
    match routes.len() {
        0 => "no operation".to_owned(),
        1..=4 => names.collect::<Vec<_>>().join(", "),
        many => format!("{many} operations"),
    }
}

/// Reads the document to serve, and the files that it refers to.
fn document(path: Option<&Path>) -> anyhow::Result<Document> {
    let document = match path {
        Some(path) => oas_cli::open_servable(&path.to_string_lossy(), &oas_cli::Access::default()),
        None => Document::parse("the built-in document", tasks_client::DOCUMENT)
            .map_err(anyhow::Error::from),
    };
    let document = document.map_err(|error| anyhow!("failed to {error:#}"))?;
    if !(document.root().get("paths")).is_some_and(|paths| paths.is_object()) {
        bail!(
            "failed to read {}: `paths` is missing, an object with the operations",
            document.name()
        );
    }
    Ok(document)
}

impl FaultArgs {
    fn of_operations(&self, seed: u64) -> anyhow::Result<Faults> {
        let faults = match self.script.as_slice() {
            [] => chance::draw("--fault", &self.fault, seed)?,
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
    // RFC 6750, section 2.1: a token has no blanks.
    let blank = |line: &str| line.trim().contains(char::is_whitespace);
    if let Some(number) = text.lines().position(blank) {
        bail!(
            "failed to read the tokens in {name}:{}: expected one token per line, without blanks",
            number + 1
        );
    }
    if tokens.is_empty() {
        bail!(
            "failed to read the tokens in {name}: the file is empty, so that no token would be accepted"
        );
    }
    Ok(tokens)
}

fn explained(error: StartError) -> anyhow::Error {
    let text = chain(&error);
    match error {
        StartError::Listen { source, .. } if source.kind() == std::io::ErrorKind::AddrInUse => {
            anyhow!("failed to {text}: use another --port, or 0 for a free one")
        }
        _ => anyhow!("failed to {text}"),
    }
}
