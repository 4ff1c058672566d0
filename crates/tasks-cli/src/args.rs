//! Arguments that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tasks_client::{ApiVersion, Region};

use crate::duration::{self, Rate, Span};

#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Service")]
pub(crate) struct ServiceArgs {
    /// Send to a mock server inside this program: no network, no token
    #[arg(long, conflicts_with_all = ["region", "base_url", "token_file", "profile"])]
    pub(crate) mock: bool,
    /// Region of the service: us, eu or apac [default: us]
    #[arg(long, conflicts_with = "base_url", value_parser = region)]
    pub(crate) region: Option<Region>,
    /// Base URL of another server: https, or http on this machine
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// API version, which determines the endpoint: 2022-01-01 or 2026-01-01 [default: 2022-01-01]
    #[arg(long, value_name = "DATE", value_parser = api_version)]
    pub(crate) api_version: Option<ApiVersion>,
    /// Reference date for sunset checks
    #[arg(long, value_name = "DATE", hide = true)]
    pub(crate) today: Option<chrono::NaiveDate>,
    /// Read the access token from a file that only its owner can read
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// Profile of the configuration file
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Configuration file; see `tasks config --help`
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Sending")]
pub(crate) struct LimitArgs {
    /// Maximum time for one task, with all attempts and pauses [default: 2m]
    #[arg(long, value_name = "TIME", value_parser = duration::timeout)]
    pub(crate) timeout: Option<Span>,
    /// Maximum number of concurrent requests; 1 keeps the order [default: 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) concurrency: Option<u16>,
    /// Maximum rate of tasks, such as 20/s or 100/1m
    #[arg(long, value_name = "N/TIME")]
    pub(crate) rate: Option<Rate>,
    /// Stop after this number of failed tasks
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_failures: Option<u64>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Show links with the tokens that they contain
    #[arg(long)]
    pub(crate) show_link_tokens: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Human,
    /// One JSON object per line
    Json,
}

fn api_version(text: &str) -> Result<ApiVersion, String> {
    let known = || ApiVersion::ALL.iter().map(|version| version.as_str());
    text.parse()
        .map_err(|_| format!("expected one of {}", known().collect::<Vec<_>>().join(", ")))
}

fn region(text: &str) -> Result<Region, String> {
    text.parse()
        .map_err(|_| "expected us, eu or apac".to_owned())
}
