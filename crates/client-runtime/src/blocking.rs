//! Waiting for calls without an async runtime.

use std::{future::Future, sync::Arc};

use tokio::runtime::{Builder, Handle, Runtime};

use crate::build_error::BuildError;

/// The runtime of a blocking client, shared by its clones. Its one thread keeps the connections:
/// one that the server closes while no call is running is noticed, and not used again.
#[derive(Clone, Debug)]
pub struct Blocking(Arc<Owned>);

#[derive(Debug)]
struct Owned(Option<Runtime>);

impl Blocking {
    /// Starts the runtime.
    ///
    /// # Errors
    /// Inside an async runtime, and if the system cannot start a thread.
    pub fn start() -> Result<Self, BuildError> {
        if Handle::try_current().is_ok() {
            return Err(BuildError::InsideRuntime);
        }
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("client")
            .enable_all()
            .build();
        runtime
            .map(|runtime| Self(Arc::new(Owned(Some(runtime)))))
            .map_err(BuildError::Runtime)
    }

    /// Waits for a future; none inside an async runtime.
    pub fn wait<F: Future>(&self, future: F) -> Option<F::Output> {
        match &self.0.0 {
            Some(runtime) if Handle::try_current().is_err() => Some(runtime.block_on(future)),
            _ => None,
        }
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // The last clone may be dropped inside another runtime, where a runtime must not wait for
        // its own end.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
