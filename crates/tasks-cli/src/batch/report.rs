use std::{io, ops::ControlFlow, path::Path};

use tasks_client::Client;

use super::{
    events::Event,
    plan::{Plan, State},
    progress::{Counts, Progress},
    rejection::print_journal_error,
};
use crate::{
    args::Format,
    engine::{Job, Stop, interrupted},
    outcome::{End, Outcome, Verdict},
    output,
    printable::printable,
    stderr,
};

/// Prints the progress, the events and the summary of a run.
pub(super) struct Report<'r> {
    pub(super) format: Format,
    pub(super) journal: &'r Path,
    pub(super) shows_link_tokens: bool,
    pub(super) client: Client,
    pub(super) progress: Progress,
    pub(super) counts: Counts,
    pub(super) to_send: usize,
    pub(super) plan: &'r mut Plan,
    /// Error of standard output.
    pub(super) broken: Option<io::Error>,
    pub(super) next_event: std::time::Instant,
}

/// Interval between two progress events.
const INTERVAL: std::time::Duration = std::time::Duration::from_secs(1);

impl Report<'_> {
    pub(super) fn ended(&mut self, job: &Job, outcome: &Outcome) -> ControlFlow<()> {
        let verdict = outcome.verdict();
        if let Some(row) = self.plan.rows.get_mut(job.index) {
            row.state = match verdict {
                Verdict::Created => State::Created,
                Verdict::Unread => State::CreatedUnread,
                Verdict::Unknown => State::Unknown,
                // A rejection does not determine the outcome of an earlier request.
                Verdict::NotCreated if row.state == State::Unknown => State::Unknown,
                Verdict::NotCreated if outcome.is_rejected() => State::Rejected,
                Verdict::NotCreated => State::Unsent,
            };
        }
        if !matches!(outcome.end, End::Unsent) {
            self.counts.done += 1;
            self.counts.failed += u64::from(!verdict.exists());
        }
        match self.format {
            Format::Json => self.print(&output::record(outcome, self.shows_link_tokens)),
            Format::Human if verdict != Verdict::Created => {
                self.progress.above(|| stderr::line(output::line(outcome)));
            }
            Format::Human => {}
        }
        if let Some(error) = &outcome.journal_error
            && verdict != Verdict::NotCreated
        {
            let location = outcome.input.location.as_ref().map(ToString::to_string);
            let location = location.unwrap_or_default();
            let id = outcome
                .id()
                .map_or_else(String::new, |id| format!(" (id {})", printable(id)));
            self.progress.above(|| {
                stderr::error(format_args!(
                    "{location}: {}{id}, not recorded in the journal: failed to {error}",
                    verdict.as_str()
                ));
            });
        }
        self.tick()
    }

    pub(super) fn tick(&mut self) -> ControlFlow<()> {
        self.counts.pause = self.client.paused_for();
        self.progress.update(self.counts);
        let now = std::time::Instant::now();
        if self.format == Format::Json && now >= self.next_event {
            self.next_event = now + INTERVAL;
            let Counts {
                done,
                failed,
                pause,
            } = self.counts;
            let event = Event::Progress {
                version: 1,
                done,
                to_send: self.to_send,
                failed,
                paused_seconds: pause.map(|pause| pause.as_secs_f64().ceil() as u64),
            };
            self.print(&event.line());
        }
        match self.broken {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    pub(super) fn stopping(&self, stop: &Stop, in_flight: usize) {
        let reason = match stop {
            Stop::Interrupted => interrupted(in_flight),
            Stop::MaxFailures => "stopping: --max-failures was reached".to_owned(),
            Stop::Pointless(reason) | Stop::Input(reason) => format!("stopping: {reason}"),
            Stop::Journal(error) => {
                return self
                    .progress
                    .above(|| print_journal_error(self.journal, error));
            }
            Stop::Output => "stopping: the results cannot be printed".to_owned(),
        };
        self.progress.above(|| match stop {
            Stop::Interrupted | Stop::MaxFailures => stderr::note(reason),
            _ => stderr::error(reason),
        });
    }

    fn print(&mut self, text: &str) {
        if self.broken.is_none() {
            self.broken = output::print(text).err();
        }
    }

    /// Prints the summary, and returns the exit code.
    pub(super) fn finish(mut self, stop: Option<&Stop>) -> u8 {
        let totals = Totals::of(self.plan);
        let mut code = totals.worst().exit_code();
        if self.broken.is_some() && code < Verdict::Unknown.exit_code() {
            code = Verdict::Unread.exit_code();
        }
        if self.format == Format::Json {
            let event = Event::End {
                version: 1,
                rows: totals.rows,
                created: totals.created + totals.unread,
                created_earlier: totals.earlier,
                rejected: totals.rejected,
                not_sent: totals.unsent,
                unknown: totals.unknown,
                stopped: stop.map(name),
                exit_code: code,
            };
            self.print(&event.line());
        }
        self.progress.finish();
        let summary = format!("{} → {}", totals.summary(), self.journal.display());
        match (self.format, &self.broken) {
            (Format::Json, None) => {}
            (Format::Human, None) => {
                let _ = output::print(&summary);
            }
            (_, Some(error)) => {
                stderr::error(format_args!("failed to print the results: {error}"));
                stderr::note(summary);
            }
        }
        if totals.unknown > 0 {
            print_unknown(self.plan, totals.unknown);
        }
        if totals.rejected + totals.unsent > 0 {
            stderr::help("run the same command again to send the rows that were not created");
        }
        code
    }
}

/// Number of rows in each state.
struct Totals {
    rows: usize,
    created: usize,
    unread: usize,
    earlier: usize,
    rejected: usize,
    unsent: usize,
    unknown: usize,
}

impl Totals {
    fn of(plan: &Plan) -> Self {
        Self {
            rows: plan.rows.len(),
            created: plan.count(State::Created),
            unread: plan.count(State::CreatedUnread),
            earlier: plan.count(State::CreatedEarlier),
            rejected: plan.count(State::Rejected),
            unsent: plan.count(State::Unsent),
            unknown: plan.count(State::Unknown),
        }
    }

    fn worst(&self) -> Verdict {
        Verdict::worst([
            (self.unread, Verdict::Unread),
            (self.rejected + self.unsent, Verdict::NotCreated),
            (self.unknown, Verdict::Unknown),
        ])
    }

    fn summary(&self) -> String {
        let all = self.created + self.unread + self.earlier;
        let mut parts = vec![match self.earlier {
            0 => format!("{all} created"),
            earlier => format!("{all} created ({earlier} earlier)"),
        }];
        for (count, outcome) in [
            (self.rejected, "rejected"),
            (self.unsent, "not created"),
            (self.unknown, "unknown"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {outcome}"));
            }
        }
        let noun = if self.rows == 1 { "row" } else { "rows" };
        format!("{} {noun}: {}", self.rows, parts.join(", "))
    }
}

fn name(stop: &Stop) -> &'static str {
    match stop {
        Stop::Interrupted => "interrupted",
        Stop::Pointless(_) => "connection",
        Stop::MaxFailures => "max-failures",
        Stop::Journal(_) => "journal",
        Stop::Output => "output",
        Stop::Input(_) => "input",
    }
}

/// Prints the lines of the rows whose outcome is unknown.
fn print_unknown(plan: &Plan, count: usize) {
    const MAX_LINES: usize = 50;
    let rows = plan.rows.iter().filter(|row| row.state == State::Unknown);
    let lines: Vec<String> = rows
        .take(MAX_LINES)
        .map(|row| row.line.to_string())
        .collect();
    let more = match count.saturating_sub(MAX_LINES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let noun = if count == 1 { "line" } else { "lines" };
    stderr::warning(format_args!(
        "unknown outcome: {noun} {}{more}; check whether the tasks exist",
        lines.join(", ")
    ));
    stderr::help(
        "`tasks batch status` lists them; --resend-unknown sends them again and may create duplicates",
    );
}
