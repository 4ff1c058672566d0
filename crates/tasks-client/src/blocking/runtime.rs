use std::future::Future;

use tokio::runtime::{Builder, Handle, Runtime as Tokio};

use crate::{BuildError, Error};

/// The runtime of a blocking client. Its one thread keeps the connections: one that the server closes while nobody calls
/// is noticed, and not sent to.
#[derive(Debug)]
pub(super) struct Runtime(Option<Tokio>);

impl Runtime {
    pub(super) fn start() -> Result<Self, BuildError> {
        if Handle::try_current().is_ok() {
            return Err(BuildError::InsideRuntime);
        }
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("tasks-client")
            .enable_all()
            .build();
        runtime
            .map(|runtime| Self(Some(runtime)))
            .map_err(BuildError::Runtime)
    }

    /// Waits for a future.
    pub(super) fn wait<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        match &self.0 {
            Some(runtime) if Handle::try_current().is_err() => Ok(runtime.block_on(future)),
            _ => Err(Error::inside_runtime()),
        }
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        // The last clone may be dropped inside another runtime, where a runtime must not wait for its own end.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
