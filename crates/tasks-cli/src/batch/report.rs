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
    engine::{Job, Stop},
    outcome::{End, Outcome, Verdict},
    output,
    plain::plain,
    say,
};

/// Reports a run while it proceeds, and sums it up.
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

/// Between two progress events.
const INTERVAL: std::time::Duration = std::time::Duration::from_secs(1);

impl Report<'_> {
    pub(super) fn ended(&mut self, job: &Job, outcome: &Outcome) -> ControlFlow<()> {
        let verdict = outcome.verdict();
        if let Some(row) = self.plan.rows.get_mut(job.index) {
            row.state = match verdict {
                Verdict::Created => State::Created,
                Verdict::Unread => State::CreatedUnread,
                Verdict::Unknown => State::Unknown,
                // A rejection does not state the outcome of an earlier request.
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
                self.progress.above(|| say::line(output::line(outcome)));
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
                .map_or_else(String::new, |id| format!(" (id {})", plain(id)));
            self.progress.above(|| {
                say::error(format_args!(
                    "{location}: {}{id}, and the journal does not have it: failed to {error}",
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
            Stop::Interrupted => {
                format!(
                    "no further tasks are sent; {in_flight} in flight (Ctrl-C again abandons them)"
                )
            }
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
            Stop::Interrupted | Stop::MaxFailures => say::note(reason),
            _ => say::error(reason),
        });
    }

    fn print(&mut self, text: &str) {
        if self.broken.is_none() {
            self.broken = output::print(text).err();
        }
    }

    /// Prints the summary, and returns the exit code.
    pub(super) fn finish(mut self, stop: Option<&Stop>) -> u8 {
        let count = |is| self.plan.count(|state| state == is);
        let (created, unread) = (count(State::Created), count(State::CreatedUnread));
        let (earlier, rejected) = (count(State::CreatedEarlier), count(State::Rejected));
        let (unsent, unknown) = (count(State::Unsent), count(State::Unknown));
        let rows = self.plan.rows.len();
        let worst = [
            (unknown > 0, Verdict::Unknown),
            (unread > 0, Verdict::Unread),
            (rejected + unsent > 0, Verdict::NotCreated),
        ];
        let worst = worst.into_iter().find(|(is, _)| *is);
        let mut code = worst
            .map_or(Verdict::Created, |(_, verdict)| verdict)
            .exit_code();
        if self.broken.is_some() && code < Verdict::Unknown.exit_code() {
            code = Verdict::Unread.exit_code();
        }
        if self.format == Format::Json {
            let event = Event::End {
                version: 1,
                rows,
                created: created + unread,
                created_earlier: earlier,
                rejected,
                not_sent: unsent,
                unknown,
                stopped: stop.map(name),
                exit_code: code,
            };
            self.print(&event.line());
        }
        self.progress.finish();
        let all_created = created + unread + earlier;
        let mut parts = vec![match (earlier, all_created) {
            (0, all) => format!("{all} created"),
            (earlier, all) => format!("{all} created ({earlier} earlier)"),
        }];
        for (count, what) in [
            (rejected, "rejected"),
            (unsent, "not created"),
            (unknown, "unknown"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        let noun = if rows == 1 { "row" } else { "rows" };
        let summary = format!(
            "{rows} {noun}: {} → {}",
            parts.join(", "),
            self.journal.display()
        );
        match (self.format, &self.broken) {
            (Format::Json, None) => {}
            (Format::Human, None) => {
                let _ = output::print(&summary);
            }
            (_, Some(error)) => {
                say::error(format_args!("failed to print the results: {error}"));
                say::note(summary);
            }
        }
        if unknown > 0 {
            say_unknown(self.plan, unknown);
        }
        if rejected + unsent > 0 {
            say::help("run the same command again to send the rows that are not created");
        }
        code
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

/// Lists the rows that may exist.
fn say_unknown(plan: &Plan, count: usize) {
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
    say::warning(format_args!(
        "unknown outcome: {noun} {}{more}; check whether the tasks exist",
        lines.join(", ")
    ));
    say::help(
        "`tasks batch status` lists them; --resend-unknown sends them again and may create duplicates",
    );
}
