//! What goes to standard error, each line under its label.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
};

use clap::builder::styling::{AnsiColor, Style};

pub(crate) fn error(text: impl Display) {
    say("error", AnsiColor::Red, &text);
}

pub(crate) fn warning(text: impl Display) {
    say("warning", AnsiColor::Yellow, &text);
}

pub(crate) fn hint(text: impl Display) {
    say("hint", AnsiColor::Cyan, &text);
}

pub(crate) fn note(text: impl Display) {
    say("note", AnsiColor::Green, &text);
}

/// A failure and what led to it, on one line.
pub(crate) fn failure(error: &anyhow::Error) {
    self::error(format_args!("{error:#}"));
}

/// A line as it is.
pub(crate) fn line(text: impl Display) {
    // Whoever reads standard error may be gone; that must not end the program.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A line that the next one overwrites; without a terminal, nothing.
pub(crate) fn progress(text: &str) {
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        // Whoever reads standard error may be gone; that must not end the sending.
        let _ = write!(stderr, "\r\x1b[2K{text}").and_then(|()| stderr.flush());
    }
}

fn say(label: &str, color: AnsiColor, text: &dyn Display) {
    let style = Style::new().bold().fg_color(Some(color.into()));
    let mut stderr = anstream::stderr().lock();
    let _ = writeln!(stderr, "{style}{label}:{style:#} {text}");
}
