//! Formats of the log.

use clap::ValueEnum;
use mock_server::Received;

use crate::{printable::printable, stderr};

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum LogFormat {
    /// A line of text per request
    #[default]
    Text,
    /// A JSON object per request
    Json,
}

pub(super) fn request(format: LogFormat, request: &Received) {
    match format {
        LogFormat::Text => stderr::line(printable(&request.to_string())),
        LogFormat::Json => stderr::line(request.to_json_line()),
    }
}
