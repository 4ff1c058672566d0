//! `tasks auth`: checks the credentials.

use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};
use serde::Serialize;
use tasks_client::{Client, RetryPolicy, Token};

use crate::{
    args::{Format, ServiceArgs},
    config::Settings,
    connection::Connection,
    outcome::usage_error,
    output,
    printable::{chain, printable},
    runtime::runtime,
    stderr,
};

/// Check the credentials
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct AuthArgs {
    #[command(subcommand)]
    command: AuthCommand,
}

#[derive(Debug, Subcommand)]
enum AuthCommand {
    Status(StatusArgs),
}

/// Fetch an access token, and print its region and scopes
///
/// Exits with 1 if no token was issued, or if it lacks a scope that is required to create tasks. A
/// static access token cannot be checked without sending a task.
#[derive(Debug, Args)]
struct StatusArgs {
    #[command(flatten)]
    service: ServiceArgs,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    version: u8,
    region: Option<String>,
    base_url: String,
    identity: String,
    /// Absent for a static access token.
    scopes: Option<Vec<String>>,
    lifetime_seconds: Option<u64>,
    missing_scopes: Vec<&'static str>,
}

pub(crate) fn auth(args: &AuthArgs) -> ExitCode {
    let AuthCommand::Status(args) = &args.command;
    match status(args) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            stderr::failure(&error);
            usage_error()
        }
    }
}

fn status(args: &StatusArgs) -> anyhow::Result<u8> {
    let settings = Settings::new(&args.service, None, None)?;
    let connection = Connection::new(&args.service, &settings, RetryPolicy::default())?;
    let token = match runtime()?.block_on(connection.client.fetch_token()) {
        Ok(token) => token,
        Err(error) => {
            stderr::error(format_args!(
                "failed to fetch an access token: {}",
                chain(&error)
            ));
            stderr::help("check the client credentials, and that they belong to this region");
            return Ok(1);
        }
    };
    let is_static = token.is_none();
    let status = Status::new(args, &settings, &connection.client, token.as_ref());
    let text = match args.format {
        Format::Json => serde_json::to_string(&status)?,
        Format::Human => human(&status, is_static),
    };
    output::print(&text).context("failed to print the status")?;
    if !status.missing_scopes.is_empty() {
        stderr::error(format_args!(
            "missing scope: `{}`",
            status.missing_scopes.join("`, `")
        ));
        return Ok(1);
    }
    Ok(0)
}

impl Status {
    fn new(args: &StatusArgs, settings: &Settings, client: &Client, token: Option<&Token>) -> Self {
        let scopes = token.and_then(Token::scope).map(|scope| {
            let scopes = scope.split_whitespace().map(printable);
            scopes.collect::<Vec<String>>()
        });
        let required = client.api_version().facts().scopes().iter().copied();
        let missing_scopes = match &scopes {
            Some(scopes) => required
                .filter(|scope| !scopes.iter().any(|granted| granted == scope))
                .collect(),
            None => Vec::new(),
        };
        let region = settings.region().filter(|_| !args.service.mock);
        Self {
            version: 1,
            region: region.map(|region| region.to_string()),
            base_url: client.base_url().to_owned(),
            identity: match args.service.mock {
                true => "mock".to_owned(),
                false => settings.identity_source(),
            },
            scopes,
            lifetime_seconds: token.and_then(Token::lifetime).map(|life| life.as_secs()),
            missing_scopes,
        }
    }
}

fn human(status: &Status, is_static: bool) -> String {
    let region = status
        .region
        .as_deref()
        .map_or(String::new(), |region| format!(" (region {region})"));
    let scopes = match &status.scopes {
        Some(scopes) => scopes.join(" "),
        None if is_static => "unknown (static access token)".to_owned(),
        None => "unknown (not stated by the token endpoint)".to_owned(),
    };
    let lifetime = match status.lifetime_seconds {
        Some(seconds) => format!("{seconds} s"),
        None if is_static => "unknown".to_owned(),
        None => "unlimited".to_owned(),
    };
    format!(
        "server    {}{region}\nidentity  {}\nscopes    {scopes}\nlifetime  {lifetime}",
        status.base_url, status.identity
    )
}
