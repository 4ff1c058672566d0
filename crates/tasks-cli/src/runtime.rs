use anyhow::Context;
use tokio::runtime::{Builder, Runtime};

/// Calls run on a thread of their own: a pager that stops reading blocks this one, and must not let
/// a request time out.
pub(crate) fn runtime() -> anyhow::Result<Runtime> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    runtime.context("failed to start the runtime")
}
