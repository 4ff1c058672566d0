use std::io;

use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    fmt::{self, format::FmtSpan},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// Logs the calls and attempts of the client to standard error.
///
/// Events of the HTTP stack are not logged: they may contain secrets.
pub(crate) fn log(verbosity: u8) {
    let level = match verbosity {
        0 => return,
        1 => LevelFilter::DEBUG,
        _ => LevelFilter::TRACE,
    };
    let lines = fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_target(false)
        .with_span_events(FmtSpan::CLOSE);
    let client = Targets::new()
        .with_target("tasks_client", level)
        .with_target("client_runtime", level);
    tracing_subscriber::registry()
        .with(client)
        .with(lines)
        .init();
}
