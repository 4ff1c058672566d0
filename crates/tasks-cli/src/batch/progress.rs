use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::say;

/// Progress of a run on standard error: a bar on a terminal, otherwise one line per interval.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    name: String,
    total: u64,
    start: Instant,
    next_line: Instant,
}

/// Numbers to display.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) done: u64,
    pub(super) failed: u64,
    pub(super) pause: Option<Duration>,
}

/// Between two lines where there is no terminal.
const INTERVAL: Duration = Duration::from_secs(10);

impl Progress {
    pub(super) fn new(name: &str, total: u64) -> Self {
        let is_shown = std::io::stderr().is_terminal() && !say::is_quiet();
        let bar = is_shown.then(|| {
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            let chars = if is_unicode() { "█░" } else { "#-" };
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
        }
    }

    pub(super) fn update(&mut self, counts: Counts) {
        if let Some(bar) = &self.bar {
            bar.set_position(counts.done);
            bar.set_message(self.message(counts));
            return;
        }
        let now = Instant::now();
        if now >= self.next_line && !say::is_quiet() {
            self.next_line = now + INTERVAL;
            let Counts { done, .. } = counts;
            let (name, total) = (&self.name, self.total);
            say::line(format_args!(
                "{name} {done}/{total}{}",
                self.message(counts)
            ));
        }
    }

    fn message(&self, counts: Counts) -> String {
        let elapsed = self.start.elapsed().as_secs_f64();
        let rate = counts.done as f64 / elapsed.max(0.001);
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
        if counts.done > 0 && counts.done < self.total {
            let left = (self.total - counts.done) as f64 / rate.max(0.001);
            let left = left.min(359_999.0) as u64;
            let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
            parts.push(format!("{hours}:{minutes:02}:{seconds:02} left"));
        }
        parts.iter().map(|part| format!(" · {part}")).collect()
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
