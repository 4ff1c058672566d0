//! Code samples of an operation: its request, as commands and as Python.

mod curl;
mod httpie;
mod python;
mod shell;
mod wget;

use super::markdown::{Markdown, text};
use super::request::SampleRequest;
use crate::Operation;

/// Writes the request as samples for common tools.
pub(super) fn sections(page: &mut Markdown, request: &SampleRequest) {
    for (tool, language, sample) in [
        ("curl", "bash", Some(curl::sample(request))),
        ("HTTPie", "bash", Some(httpie::sample(request))),
        ("wget", "bash", wget::sample(request)),
        ("Python requests", "python", Some(python::sample(request))),
    ] {
        page.heading(4, tool);
        match sample {
            Some(sample) => page.code_block(language, &sample),
            None => page.block(&format!("{tool} cannot send this request.")),
        }
    }
}

/// The samples in the document: `x-codeSamples`, as Redoc and others read it.
pub(super) fn own_sections(page: &mut Markdown, operation: &Operation<'_>) {
    for sample in operation.node().items_of("x-codeSamples") {
        let Some(source) = sample.str("source") else {
            continue;
        };
        let language = sample.str("lang").unwrap_or_default();
        page.heading(4, &text(sample.str("label").unwrap_or(language)));
        page.code_block(language, source);
    }
}
