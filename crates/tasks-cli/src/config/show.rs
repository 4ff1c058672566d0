use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::settings::{Identity, Secret, Setting, Settings, Source};
use crate::{
    args::{Format, ServiceArgs},
    outcome::usage_error,
    output, stderr,
};

/// Show the configuration
#[derive(Debug, Args)]
#[command(arg_required_else_help = true, after_help = FILE)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    Show(ShowArgs),
}

/// Print each setting with its source; secrets are hidden
#[derive(Debug, Args)]
struct ShowArgs {
    #[command(flatten)]
    service: ServiceArgs,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const FILE: &str = "\
The configuration file is tasks/config.toml in the configuration directory of the system
($XDG_CONFIG_HOME or ~/.config, on Windows %APPDATA%), or the file of --config or TASKS_CONFIG:

  profile = \"eu-prod\"               # unless --profile or TASKS_PROFILE selects another one

  [defaults]
  timeout = \"2m\"

  [profiles.eu-prod]
  region = \"eu\"                     # or base-url
  client-id = \"…\"
  client-secret-file = \"eu-prod.secret\"   # or token-file; relative to this file, mode 600
  concurrency = 4
  rate = \"20/s\"
  time-zone = \"Europe/Berlin\"";

pub(crate) fn config(args: &ConfigArgs) -> ExitCode {
    let ConfigCommand::Show(args) = &args.command;
    match show(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            stderr::failure(&error);
            usage_error()
        }
    }
}

#[derive(Serialize)]
struct Shown {
    name: &'static str,
    value: String,
    source: String,
}

fn show(args: &ShowArgs) -> anyhow::Result<()> {
    let settings = Settings::new(&args.service, None, None)?;
    let rows = rows(&settings);
    let text = match args.format {
        Format::Json => {
            let config = settings.config.display().to_string();
            let shown = serde_json::json!({"version": 1, "config": config, "settings": rows});
            shown.to_string()
        }
        Format::Human => {
            let width = |text: fn(&Shown) -> &str| {
                let widths = rows.iter().map(|row| text(row).chars().count());
                widths.max().unwrap_or_default()
            };
            let (name, value) = (width(|row| row.name), width(|row| &row.value));
            let exists = if settings.config.exists() {
                ""
            } else {
                " (does not exist)"
            };
            let lines = rows
                .iter()
                .map(|row| format!("\n{:name$}  {:value$}  {}", row.name, row.value, row.source));
            let head = format!("configuration: {}{exists}", settings.config.display());
            head + &lines.collect::<String>()
        }
    };
    output::print(&text).context("failed to print the settings")
}

fn rows(settings: &Settings) -> Vec<Shown> {
    fn shown<T>(name: &'static str, setting: &Setting<T>, text: impl Fn(&T) -> String) -> Shown {
        Shown {
            name,
            value: text(&setting.value),
            source: setting.source.to_string(),
        }
    }
    let unset = |name| Shown {
        name,
        value: "(not set)".to_owned(),
        source: String::new(),
    };
    let secret = |secret: &Secret| match secret {
        Secret::Value(_) => "(hidden)".to_owned(),
        Secret::File(path) => format!("(hidden) in {}", path.display()),
    };
    let mut rows = Vec::new();
    rows.push(match &settings.profile {
        Some(profile) if profile.source == Source::Defaults => Shown {
            source: "configuration: `profile`".to_owned(),
            ..shown("profile", profile, String::clone)
        },
        Some(profile) => shown("profile", profile, String::clone),
        None => unset("profile"),
    });
    if let Some(region) = &settings.region {
        rows.push(shown("region", region, ToString::to_string));
    }
    rows.push(shown("base-url", &settings.base_url, String::clone));
    rows.push(shown(
        "api-version",
        &settings.api_version,
        ToString::to_string,
    ));
    match &settings.identity {
        None => rows.push(unset("token or client-id")),
        Some(Identity::Token(token)) => rows.push(shown("token", token, secret)),
        Some(Identity::Client { id, secret: value }) => {
            rows.push(shown("client-id", id, String::clone));
            rows.push(shown("client-secret", value, secret));
        }
    }
    rows.push(shown("timeout", &settings.timeout, ToString::to_string));
    rows.push(shown(
        "concurrency",
        &settings.concurrency,
        ToString::to_string,
    ));
    let rate = settings.rate.as_ref();
    rows.push(rate.map_or_else(
        || unset("rate"),
        |rate| shown("rate", rate, ToString::to_string),
    ));
    let zone = settings.time_zone.as_ref();
    rows.push(zone.map_or_else(
        || unset("time-zone"),
        |zone| shown("time-zone", zone, ToString::to_string),
    ));
    rows
}
