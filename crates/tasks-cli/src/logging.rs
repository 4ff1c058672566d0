use std::io;

use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    fmt::{self, format::FmtSpan},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// Shows on standard error what the client does: its calls, their attempts, and what it notices.
///
/// Only the client's own events are shown. Those of the HTTP stack below it are not written with secrets in mind.
pub(crate) fn log() {
    let lines = fmt::layer()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_target(false)
        .with_span_events(FmtSpan::CLOSE);
    let client = Targets::new().with_target("tasks_client", LevelFilter::DEBUG);
    tracing_subscriber::registry()
        .with(client)
        .with(lines)
        .init();
}
