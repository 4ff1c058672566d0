//! Messages on standard error, each on a line with its label.

use std::{
    fmt::Display,
    io::{self, IsTerminal, Write},
    sync::atomic::{AtomicBool, Ordering},
};

use clap::builder::styling::{AnsiColor, Style};

static IS_QUIET: AtomicBool = AtomicBool::new(false);
static IS_VERBOSE: AtomicBool = AtomicBool::new(false);

/// Prints only errors from now on (`--quiet`).
pub(crate) fn set_quiet() {
    IS_QUIET.store(true, Ordering::Relaxed);
}

/// Prints debug messages from now on (`--verbose`).
pub(crate) fn set_verbose() {
    IS_VERBOSE.store(true, Ordering::Relaxed);
}

pub(crate) fn is_quiet() -> bool {
    IS_QUIET.load(Ordering::Relaxed)
}

pub(crate) fn error(text: impl Display) {
    print("error", AnsiColor::Red, &text);
}

pub(crate) fn warning(text: impl Display) {
    print("warning", AnsiColor::Yellow, &text);
}

/// Prints the action that resolves an error.
pub(crate) fn help(text: impl Display) {
    print("help", AnsiColor::Cyan, &text);
}

pub(crate) fn note(text: impl Display) {
    print("note", AnsiColor::Green, &text);
}

/// Prints a message with `--verbose`.
pub(crate) fn debug(text: impl Display) {
    if IS_VERBOSE.load(Ordering::Relaxed) {
        print("debug", AnsiColor::Blue, &text);
    }
}

/// Prints an error and its causes, on one line.
pub(crate) fn failure(error: &anyhow::Error) {
    self::error(format_args!("{error:#}"));
}

/// Prints a line without a label.
pub(crate) fn line(text: impl Display) {
    // A closed standard error must not end the program.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints a line that the next one overwrites, if standard error is a terminal.
pub(crate) fn progress(text: &str) {
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() && !is_quiet() {
        // A closed standard error must not end the run.
        let _ = write!(stderr, "\r\x1b[2K{text}").and_then(|()| stderr.flush());
    }
}

fn print(label: &str, color: AnsiColor, text: &dyn Display) {
    if is_quiet() && label != "error" {
        return;
    }
    let style = Style::new().bold().fg_color(Some(color.into()));
    let mut stderr = anstream::stderr().lock();
    let _ = writeln!(stderr, "{style}{label}:{style:#} {text}");
}
