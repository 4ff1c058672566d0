//! `oas mock`.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result, bail};
use chrono::NaiveDate;
use mock_server::fault::{Fault, Faults};
use mock_server::{MockServer, route_table};
use oas::Document;

use crate::source::{Access, open_servable};

/// Interval at which the files are checked for changes.
const INTERVAL: Duration = Duration::from_millis(300);

/// Runs until interrupted. Exits with 2 if the document cannot be read or the server cannot listen
/// on the address.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Document in YAML or JSON, `REV:PATH` from git, or `-` for the standard input
    document: String,
    /// Port to listen on; 0 selects a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Address to listen on; other machines can reach the server on any but a loopback address
    #[arg(long, value_name = "IP", default_value_t = Ipv4Addr::LOCALHOST.into())]
    address: IpAddr,
    /// Reload the document when one of its files changes
    #[arg(long)]
    watch: bool,
    /// Fault of the first request, such as 503 or half-body; repeat the option for the following
    /// ones
    #[arg(long, value_name = "FAULT", value_parser = fault)]
    script: Vec<Fault>,
    /// Reject requests with `readOnly` members instead of ignoring these
    #[arg(long)]
    strict_requests: bool,
    /// Fail if an example of the document is invalid
    #[arg(long)]
    strict_examples: bool,
    /// Reference date for sunset checks, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = crate::clock::date)]
    today: Option<NaiveDate>,
    /// Print a table of the routes
    #[arg(long)]
    routes: bool,
    /// Format of the log
    #[arg(long, value_enum, default_value_t)]
    format: LogFormat,
    /// Random seed for ids and `Prefer: dynamic=true` [default: random]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Do not log requests
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    access: Access,
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum LogFormat {
    /// A line of text per request
    #[default]
    Text,
    /// A JSON object per request
    Json,
}

/// Serves a document until interrupted.
///
/// # Errors
/// When the document cannot be read, or the server cannot listen on the address.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let name = arguments.document.as_str();
    if arguments.watch && !Path::new(name).is_file() {
        bail!("watch {name}: only files on disk can be watched");
    }
    let document = load(arguments)?;
    let mut watched = Watched::new(&document);
    let mut builder =
        MockServer::builder(document).address((arguments.address, arguments.port).into());
    if !arguments.script.is_empty() {
        builder = builder.faults(Faults::script(arguments.script.iter().cloned()));
    }
    if arguments.strict_requests {
        builder = builder.strict_requests();
    }
    if arguments.strict_examples {
        builder = builder.strict_examples();
    }
    if let Some(today) = arguments.today {
        builder = builder.today(today);
    }
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if !arguments.quiet {
        let format = arguments.format;
        builder = builder.observer(move |request| {
            let line = match format {
                LogFormat::Text => request.to_string(),
                LogFormat::Json => request.to_json_line(),
            };
            anstream::eprintln!("{}", oas::one_line(&line));
        });
    }
    let server = builder.start().with_context(|| format!("serve {name}"))?;
    anstream::eprintln!("serving {name} at {}, until interrupted", server.url());
    notes(&server);
    if arguments.routes {
        for line in route_table(&server.routes()) {
            anstream::eprintln!("{}", oas::one_line(&line));
        }
    }
    if !arguments.address.is_loopback() {
        anstream::eprintln!("warning: other machines can reach this server");
    }
    loop {
        if !arguments.watch {
            thread::park();
            continue;
        }
        thread::sleep(INTERVAL);
        if !watched.has_changed() {
            continue;
        }
        match load(arguments) {
            Ok(document) => {
                watched.update(&document);
                server.reload(document);
                anstream::eprintln!("reloaded {name}");
                notes(&server);
            }
            Err(error) => {
                anstream::eprintln!(
                    "error: failed to {error:#}; the previous document is still served"
                );
            }
        }
    }
}

fn load(arguments: &Arguments) -> Result<Document> {
    open_servable(&arguments.document, &arguments.access)
}

fn notes(server: &MockServer) {
    for note in server.notes() {
        anstream::eprintln!("warning: {note}");
    }
}

/// Errors of the library complete "failed to …".
fn fault(text: &str) -> Result<Fault, String> {
    text.parse().map_err(|error| format!("failed to {error}"))
}

/// Files of a document, with their modification times and sizes when they were read.
#[derive(Debug)]
pub struct Watched(Vec<(PathBuf, Option<(SystemTime, u64)>)>);

impl Watched {
    /// Records the modification times and sizes of the files.
    pub fn new(document: &Document) -> Self {
        let files = document
            .files()
            .iter()
            .map(|file| PathBuf::from(file.name()));
        Self(files.map(|path| (path.clone(), version(&path))).collect())
    }

    /// Replaces the files with those of a reloaded document. The record of a known file is kept: it
    /// may have changed again while the document was read.
    pub fn update(&mut self, document: &Document) {
        let mut updated = Self::new(document);
        for (path, version) in &mut updated.0 {
            let known = self.0.iter().find(|(known, _)| known == path);
            if let Some((_, known)) = known {
                *version = *known;
            }
        }
        *self = updated;
    }

    /// Whether a file has changed since the last call.
    pub fn has_changed(&mut self) -> bool {
        let mut has_changed = false;
        for (path, last) in &mut self.0 {
            let now = version(path);
            // An editor may be replacing a missing file: its absence is not a change.
            if now.is_some() && now != *last {
                *last = now;
                has_changed = true;
            }
        }
        has_changed
    }
}

fn version(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
