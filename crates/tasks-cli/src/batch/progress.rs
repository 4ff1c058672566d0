use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::stderr;

/// Progress of a run on standard error: a bar on a terminal, otherwise one line per interval.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    name: String,
    total: u64,
    start: Instant,
    next_line: Instant,
    is_unicode: bool,
}

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) done: u64,
    pub(super) failed: u64,
    pub(super) pause: Option<Duration>,
}

/// Interval between two lines without a terminal.
const INTERVAL: Duration = Duration::from_secs(10);

impl Progress {
    pub(super) fn new(name: &str, total: u64) -> Self {
        let is_shown = std::io::stderr().is_terminal() && !stderr::is_quiet();
        let is_unicode = is_unicode();
        let bar = is_shown.then(|| {
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            let chars = if is_unicode { "█░" } else { "#-" };
            let style = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len}{msg}");
            if let Ok(style) = style {
                bar.set_style(style.progress_chars(chars));
            }
            bar.set_prefix(name.to_owned());
            bar
        });
        let now = Instant::now();
        Self {
            bar,
            name: name.to_owned(),
            total,
            start: now,
            next_line: now + INTERVAL,
            is_unicode,
        }
    }

    pub(super) fn update(&mut self, counts: Counts) {
        if let Some(bar) = &self.bar {
            bar.set_position(counts.done);
            bar.set_message(self.message(counts));
            return;
        }
        let now = Instant::now();
        if now >= self.next_line && !stderr::is_quiet() {
            self.next_line = now + INTERVAL;
            let Counts { done, .. } = counts;
            let (name, total) = (&self.name, self.total);
            stderr::line(format_args!(
                "{name} {done}/{total}{}",
                self.message(counts)
            ));
        }
    }

    fn message(&self, counts: Counts) -> String {
        let message = message(counts, self.total, self.start.elapsed());
        match self.is_unicode {
            true => message,
            false => message.replace(" ·", ","),
        }
    }

    /// Prints something above the bar.
    pub(super) fn above(&self, print: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    pub(super) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Rate, failures, pause and remaining time.
fn message(counts: Counts, total: u64, elapsed: Duration) -> String {
    let rate = counts.done as f64 / elapsed.as_secs_f64().max(0.001);
    let mut parts = vec![match rate {
        10.0.. => format!("{rate:.0}/s"),
        _ => format!("{rate:.1}/s"),
    }];
    if counts.failed > 0 {
        parts.push(format!("{} failed", counts.failed));
    }
    if let Some(pause) = counts.pause.filter(|pause| !pause.is_zero()) {
        parts.push(format!("paused {} s (429)", pause.as_secs_f64().ceil()));
    }
    if counts.done > 0 && counts.done < total {
        let left = (total - counts.done) as f64 / rate.max(0.001);
        let left = left.min(359_999.0) as u64;
        let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
        parts.push(format!("{hours}:{minutes:02}:{seconds:02} left"));
    }
    parts.iter().map(|part| format!(" · {part}")).collect()
}

/// Whether the terminal is likely to display more than ASCII.
fn is_unicode() -> bool {
    if cfg!(windows) {
        return std::env::var_os("WT_SESSION").is_some();
    }
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"];
    let values = variables.iter().filter_map(|name| std::env::var(name).ok());
    let locale = values.into_iter().find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_states_rate_failures_pause_and_remaining_time() {
        let seconds = Duration::from_secs;
        let counts = |done, failed, pause| Counts {
            done,
            failed,
            pause,
        };
        let some = message(
            counts(412, 2, Some(Duration::from_millis(5_200))),
            500,
            seconds(17),
        );
        assert_eq!(some, " · 24/s · 2 failed · paused 6 s (429) · 0:00:03 left");
        assert_eq!(message(counts(0, 0, None), 500, seconds(0)), " · 0.0/s");
        let slow = message(counts(1, 0, None), 100_000, seconds(1));
        assert_eq!(slow, " · 1.0/s · 27:46:39 left");
        assert_eq!(message(counts(500, 0, None), 500, seconds(10)), " · 50/s");
    }
}
