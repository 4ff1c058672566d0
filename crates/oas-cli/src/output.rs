use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};

/// Maximum number of diagnostics of one id that a long report shows with their lines.
pub(crate) const MAX_PER_ID: usize = 5;

/// Writes to the standard output, with colors only if it is a terminal.
///
/// # Errors
/// When writing fails, except to a closed pipe.
pub fn print(text: &str) -> Result<()> {
    let mut stdout = anstream::stdout().lock();
    let written = stdout.write_all(text.as_bytes());
    match written.and_then(|()| stdout.flush()) {
        // The reader has closed the pipe.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.context("write the output"),
    }
}

/// Writes to a file, or to the standard output if there is none.
pub(crate) fn write(text: &str, file: Option<&Path>) -> Result<()> {
    match file {
        None => print(text),
        Some(path) => {
            std::fs::write(path, text).with_context(|| format!("write {}", path.display()))
        }
    }
}
