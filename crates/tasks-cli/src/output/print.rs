use std::io::{self, Write};

/// Prints a line on standard output and flushes it.
///
/// # Errors
/// The reader has closed the pipe, or the disk is full.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    writeln!(stdout, "{text}")?;
    stdout.flush()
}
