use std::{io, ops::ControlFlow};

use crate::{
    args::{Format, OutputArgs},
    input::Tasks,
    outcome::{End, Outcome, Verdict},
    output::{self, advice, check_first},
    printable::{chain, printable},
    stderr,
    unsent::Unsent,
};

/// Prints the outcome of each task: results to standard output, errors and notes to standard error.
pub(crate) struct Printer {
    format: Format,
    is_list: bool,
    shows_link_tokens: bool,
    total: usize,
    counts: Counts,
    unsent: Option<Unsent>,
    /// Error of standard output, after which results are printed to standard error.
    broken: Option<io::Error>,
}

#[derive(Default)]
struct Counts {
    created: usize,
    not_created: usize,
    unread: usize,
    unknown: usize,
    may_be_twice: usize,
}

impl Printer {
    pub(crate) fn new(args: &OutputArgs, tasks: &Tasks, unsent: Option<Unsent>) -> Self {
        Self {
            format: args.format,
            shows_link_tokens: args.show_link_tokens,
            is_list: tasks.is_list,
            total: tasks.inputs.len(),
            counts: Counts::default(),
            unsent,
            broken: None,
        }
    }

    /// Prints one outcome. Returns `Break` when standard output is closed.
    pub(crate) fn report(&mut self, outcome: &Outcome) -> ControlFlow<()> {
        self.counts.add(outcome);
        stderr::progress("");
        match self.format {
            // Standard error then shows only the tasks that were sent.
            _ if self.broken.is_some() && matches!(outcome.end, End::Unsent) => {}
            Format::Json => self.print(&output::record(outcome, self.shows_link_tokens)),
            Format::Human if self.is_list => self.print(&output::line(outcome)),
            Format::Human => {
                if let End::Created(created) = &outcome.end {
                    self.print(&output::details(created, self.shows_link_tokens));
                }
            }
        }
        if !self.is_list {
            explain(outcome);
        }
        if let End::Created(created) = &outcome.end {
            warn_of_loss(outcome, created.not_returned(), self.is_list);
        }
        if let Some(unsent) = self
            .unsent
            .as_mut()
            .filter(|_| outcome.verdict() == Verdict::NotCreated)
        {
            unsent.add(&outcome.input);
        }
        if self.is_list {
            stderr::progress(&format!("{} of {} tasks", self.counts.all(), self.total));
        }
        match self.broken {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    /// Prints the summary, and returns the exit code.
    pub(crate) fn finish(self) -> u8 {
        stderr::progress("");
        if self.is_list {
            stderr::note(self.counts.summary());
            if self.counts.unknown > 0 {
                stderr::help("check whether the tasks with unknown outcome exist before retrying");
            }
        }
        if self.counts.may_be_twice > 0 {
            stderr::warning(
                "an earlier attempt may have created the same task: check for duplicates",
            );
        }
        if let Some(unsent) = self.unsent {
            unsent.close();
        } else if self.is_list && self.counts.not_created > 0 {
            stderr::help("use --save-unsent FILE to save the tasks that were not created");
        }
        let mut worst = self.counts.worst();
        if let Some(error) = &self.broken {
            stderr::error(format_args!("failed to print the results: {error}"));
            worst = worst.max(Verdict::Unread);
        }
        worst.exit_code()
    }

    fn print(&mut self, text: &str) {
        if self.broken.is_none() {
            self.broken = output::print(text).err();
        }
        if self.broken.is_some() {
            stderr::note(text);
        }
    }
}

/// Warns about properties that the service may have dropped.
fn warn_of_loss(outcome: &Outcome, names: &[String], is_list: bool) {
    if names.is_empty() {
        return;
    }
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let location = match &outcome.input.location {
        Some(location) if is_list => format!("{location}: "),
        _ => String::new(),
    };
    stderr::warning(format_args!(
        "{location}sent, but not returned with the same value: {}",
        names.join(", ")
    ));
}

/// Prints the failure of a single task, and the action.
fn explain(outcome: &Outcome) {
    let title = printable(&outcome.input.task.title);
    match &outcome.end {
        End::Created(_) | End::Unsent => {}
        End::Failed(error) => {
            stderr::error(chain(error));
            if let Some(id) = error.request_id() {
                stderr::note(format_args!("request id: {}", printable(id)));
            }
            stderr::help(advice(error, &title));
        }
        End::Interrupted => {
            stderr::error(
                "interrupted while the request was in flight (outcome unknown: check whether the task exists before retrying)",
            );
            stderr::help(check_first(&title));
        }
    }
}

impl Counts {
    fn add(&mut self, outcome: &Outcome) {
        let count = match outcome.verdict() {
            Verdict::Created => &mut self.created,
            Verdict::NotCreated => &mut self.not_created,
            Verdict::Unread => &mut self.unread,
            Verdict::Unknown => &mut self.unknown,
        };
        *count += 1;
        self.may_be_twice += usize::from(outcome.may_be_duplicate());
    }

    fn all(&self) -> usize {
        self.created + self.not_created + self.unread + self.unknown
    }

    fn worst(&self) -> Verdict {
        Verdict::worst([
            (self.not_created, Verdict::NotCreated),
            (self.unread, Verdict::Unread),
            (self.unknown, Verdict::Unknown),
        ])
    }

    fn summary(&self) -> String {
        let parts = [
            (self.created, "created"),
            (self.unread, "created, but the response could not be read"),
            (self.not_created, "not created"),
            (self.unknown, "with unknown outcome"),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts
            .map(|(count, outcome)| format!("{count} {outcome}"))
            .collect();
        let tasks = if self.all() == 1 { "task" } else { "tasks" };
        match parts.as_slice() {
            [] => "the list is empty: nothing to create".to_owned(),
            parts => format!("{} {tasks}: {}", self.all(), parts.join("; ")),
        }
    }
}
