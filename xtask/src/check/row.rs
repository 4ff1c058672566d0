use std::borrow::Cow;
use std::fmt;

/// Action for stale files.
const GENERATE: &str = "run `cargo xtask generate`";

/// A row of the table: the checked part, its state, and a note such as the action.
pub(super) struct Row {
    name: &'static str,
    state: State,
    note: Cow<'static, str>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Fresh,
    Stale,
    Failure,
}

impl Row {
    pub(super) fn fresh(name: &'static str, note: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, State::Fresh, note)
    }

    pub(super) fn failure(name: &'static str, note: impl Into<Cow<'static, str>>) -> Self {
        Self::new(name, State::Failure, note)
    }

    /// Returns the row of generated files with the number of stale ones.
    pub(super) fn of_stale(name: &'static str, stale: usize) -> Self {
        match stale {
            0 => Self::fresh(name, ""),
            1 => Self::new(name, State::Stale, GENERATE),
            files => Self::new(name, State::Stale, format!("{GENERATE} ({files} files)")),
        }
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.state == State::Fresh
    }

    fn new(name: &'static str, state: State, note: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name,
            state,
            note: note.into(),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Fresh => "Fresh",
            State::Stale => "Stale",
            State::Failure => "Failure",
        };
        let line = format!("{:<20}  {state:<9}  {}", self.name, self.note);
        writeln!(f, "{}", line.trim_end())
    }
}
