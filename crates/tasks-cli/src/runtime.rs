use anyhow::Context;
use tokio::runtime::{Builder, Runtime};

/// Creates a runtime whose calls run on a separate thread: a pager that stops reading blocks the
/// main thread, which must not cause timeouts.
pub(crate) fn runtime() -> anyhow::Result<Runtime> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    runtime.context("failed to start the runtime")
}
