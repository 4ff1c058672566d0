//! `tasks mock`: runs the mock server, and logs its requests.

mod args;
mod document;
mod log;
mod share;
mod tokens;
mod watch;

use std::{process::ExitCode, time::Duration};

use anyhow::anyhow;
use mock_server::{AfterSunset, Builder, Document, MockServer, Route, StartError, route_table};
use oas_cli::mock::Watched;

use crate::{interrupts::Interrupts, outcome::usage_error, printable::chain, stderr};
pub(crate) use args::MockArgs;
use args::ServerArgs;

/// Runs `tasks mock`; `quiet`: requests are not logged.
pub(crate) fn mock(args: &MockArgs, quiet: bool) -> ExitCode {
    match run(args, quiet) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            stderr::failure(&error);
            usage_error()
        }
    }
}

fn run(args: &MockArgs, quiet: bool) -> anyhow::Result<()> {
    let server = &args.server;
    let document = document::read(server.document.as_deref())?;
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
        // A signal may arrive as soon as the address is printed.
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
        .token_faults(faults.of_tokens(seed)?)
        .after_sunset(
            server
                .after_sunset
                .map(AfterSunset::from)
                .unwrap_or_default(),
        );
    if let Some(path) = &server.tokens {
        builder = builder.tokens(tokens::read(path)?);
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
    stderr::note(format_args!(
        "serving {} at {url}, until interrupted",
        operations(&routes)
    ));
    let docs = running.docs_url();
    let docs = docs
        .map(|docs| format!("docs: {docs}; "))
        .unwrap_or_default();
    let tokens: String = running
        .token_urls()
        .iter()
        .map(|url| format!("; tokens: {url}"))
        .collect();
    stderr::note(format_args!(
        "{docs}ledger: {}{tokens}",
        running.ledger_url()
    ));
    if !server.address.is_loopback() {
        stderr::warning(
            "other machines can reach this server, and it stores the tokens that they send",
        );
    }
    for note in running.notes() {
        stderr::warning(note);
    }
    if server.routes {
        route_table(&routes).iter().for_each(stderr::line);
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

fn explained(error: StartError) -> anyhow::Error {
    let text = chain(&error);
    match error {
        StartError::Listen { source, .. } if source.kind() == std::io::ErrorKind::AddrInUse => {
            anyhow!("failed to {text}: use another --port, or 0 for a free one")
        }
        _ => anyhow!("failed to {text}"),
    }
}
