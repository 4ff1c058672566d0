use std::io::{self, Write};

/// Prints a line on standard output, at once: whoever reads it may act on it.
///
/// # Errors
/// Nobody reads it any more, or the disk it goes to is full.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    writeln!(stdout, "{text}")?;
    stdout.flush()
}
