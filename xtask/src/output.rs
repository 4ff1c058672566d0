use std::io::{ErrorKind, Write as _};

use anyhow::{Context as _, Result};

/// Writes to the standard output: with its colours to a terminal, without to anything else.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut stdout = anstream::stdout().lock();
    let written = stdout.write_all(text.as_bytes());
    match written.and_then(|()| stdout.flush()) {
        // The reader of a pipe has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.context("write the output"),
    }
}
