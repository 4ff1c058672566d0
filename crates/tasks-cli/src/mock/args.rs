use std::{
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use mock_server::{
    AfterSunset,
    fault::{Fault, Faults, Latency, RateLimit},
};

use super::{
    log::LogFormat,
    share::{self, FaultShare, readable},
};

/// Run a mock server until interrupted
///
/// Requests are validated against the document, and responses follow it. Any token is accepted,
/// and the token endpoint issues tokens for any client id and secret. Each request is logged to
/// standard error.
#[derive(Debug, Args)]
#[command(after_help = NEXT, after_long_help = EXAMPLES)]
pub(crate) struct MockArgs {
    #[command(flatten)]
    pub(super) server: ServerArgs,
    #[command(flatten)]
    pub(super) faults: FaultArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Server")]
pub(super) struct ServerArgs {
    /// Port; 0 selects a free one
    #[arg(long, default_value_t = 8080, allow_negative_numbers = true)]
    pub(super) port: u16,
    /// Address to listen on; other machines can reach the server on any but a loopback address
    #[arg(long, value_name = "IP", default_value_t = Ipv4Addr::LOCALHOST.into())]
    pub(super) address: IpAddr,
    /// OpenAPI 3.0 document, in YAML or JSON [default: that of the Workiva tasks API]
    #[arg(long, value_name = "FILE")]
    pub(super) document: Option<PathBuf>,
    /// Accept only the tokens in this file, one per line, and those of the token endpoint
    #[arg(long, value_name = "FILE")]
    pub(super) tokens: Option<PathBuf>,
    /// Lifetime of the tokens of the token endpoint
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 600,
        allow_negative_numbers = true
    )]
    pub(super) token_life: u32,
    /// Maximum size of a body; a larger one is rejected with 413
    #[arg(
        long,
        value_name = "BYTES",
        default_value_t = 10_485_760,
        allow_negative_numbers = true
    )]
    pub(super) body_limit: usize,
    /// Maximum number of requests, and of entries in the ledger, that are kept
    #[arg(
        long,
        value_name = "N",
        default_value_t = 256,
        allow_negative_numbers = true
    )]
    pub(super) keep: usize,
    /// Format of the log
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: LogFormat,
    /// Print a table of the routes
    #[arg(long)]
    pub(super) routes: bool,
    /// Reload the document when one of its files changes
    #[arg(long, requires = "document")]
    pub(super) watch: bool,
    /// Reject requests with `readOnly` members instead of ignoring these
    #[arg(long)]
    pub(super) strict_requests: bool,
    /// Fail if an example of the document is invalid
    #[arg(long)]
    pub(super) strict_examples: bool,
    /// Reference date for sunset checks: operations are removed from their sunset on
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<NaiveDate>,
    /// Response to an operation after its sunset [default: gone]
    #[arg(long, value_enum, requires = "today")]
    pub(super) after_sunset: Option<Sunset>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Sunset {
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
pub(super) struct FaultArgs {
    /// Fault of the first request; repeat it for the second one, and so on
    #[arg(long, value_name = "FAULT", value_parser = readable::<Fault>, conflicts_with = "fault")]
    script: Vec<Fault>,
    /// Fault of every request, or of a share of them, such as `10%:503`; repeatable
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    fault: Vec<FaultShare>,
    /// Fault of requests to the token endpoint, or of a share of them; repeatable
    #[arg(long, value_name = "[SHARE%:]FAULT")]
    token_fault: Vec<FaultShare>,
    /// Random seed for faults, latency, ids and `Prefer: dynamic=true` [default: 0 for faults,
    /// random for the rest]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(super) seed: Option<u64>,
    /// Latency of every request, such as `200ms`, or a random one in a range, such as `100ms-1.5s`
    #[arg(long, value_name = "TIME", value_parser = readable::<Latency>, allow_hyphen_values = true)]
    latency: Option<Latency>,
    /// Maximum rate of requests, such as `10/1s`; the response to others is 429, with a date in
    /// `Retry-After` for `10/1s+date`
    #[arg(long, value_name = "N/TIME", value_parser = readable::<RateLimit>, allow_hyphen_values = true)]
    pub(super) rate_limit: Option<RateLimit>,
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
      Open http://127.0.0.1:8080/docs in a browser, or send a request:
      TASKS_TOKEN=any tasks create --base-url http://127.0.0.1:8080 --title 'Review the 10-K'
  curl http://127.0.0.1:8080/_mock/ledger
      List the requests that were carried out, including those without a response
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

impl FaultArgs {
    /// The faults of requests to operations.
    pub(super) fn of_operations(&self, seed: u64) -> anyhow::Result<Faults> {
        let faults = match self.script.as_slice() {
            [] => share::random_faults("--fault", &self.fault, seed)?,
            script => Faults::script(script.iter().cloned()),
        };
        Ok(match &self.latency {
            Some(latency) => faults.latency(latency.clone()),
            None => faults,
        })
    }

    /// The faults of requests to the token endpoint.
    pub(super) fn of_tokens(&self, seed: u64) -> anyhow::Result<Faults> {
        share::random_faults("--token-fault", &self.token_fault, seed)
    }
}
