use serde::Serialize;

use crate::journal::Destination;

/// Events of `tasks batch --format json`, one per line. The event of a row is that of `tasks
/// create`.
///
/// Within version 1, fields may be added; none is removed or changes its meaning.
#[derive(Serialize)]
#[serde(
    tag = "event",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub(super) enum Event<'e> {
    Start {
        version: u8,
        input: &'e str,
        journal: &'e str,
        destination: &'e Destination,
        rows: usize,
        to_send: usize,
        created_earlier: usize,
        unknown: usize,
    },
    Progress {
        version: u8,
        done: u64,
        to_send: usize,
        failed: u64,
        paused_seconds: Option<u64>,
    },
    WouldSend {
        version: u8,
        line: usize,
        body: &'e serde_json::Value,
    },
    End {
        version: u8,
        rows: usize,
        created: usize,
        created_earlier: usize,
        rejected: usize,
        not_sent: usize,
        unknown: usize,
        stopped: Option<&'static str>,
        exit_code: u8,
    },
}

impl Event<'_> {
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
