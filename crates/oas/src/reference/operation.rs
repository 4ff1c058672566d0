use super::code_samples;
use super::external_docs::external_docs;
use super::markdown::{Markdown, anchor, text};
use super::parameters;
use super::prose;
use super::request::SampleRequest;
use super::responses;
use super::security;
use super::servers::servers;
use crate::text::one_line;
use crate::vocabulary::extension::{DEPRECATED_ON, SUCCESSOR, SUNSET};
use crate::{Document, Operation};

/// Everything about one operation.
pub(super) fn section(page: &mut Markdown, document: &Document, operation: &Operation<'_>) {
    page.target(
        2,
        &anchor("operation", &operation.label()),
        &title(operation),
    );
    page.block(&banner(operation));
    page.code_block(
        "http",
        &format!("{} {}", operation.method(), one_line(operation.path())),
    );
    page.block(&prose::blocks(
        operation.description().unwrap_or_default(),
        2,
    ));
    page.block(&external_docs(operation.node()));
    if operation
        .node()
        .get("servers")
        .or_else(|| operation.path_item().get("servers"))
        .is_some()
    {
        servers(page, &operation.servers());
    }
    security::requirements(page, document, operation);
    parameters::sections(page, document, operation);
    page.heading(3, "Code samples");
    code_samples::sections(page, &SampleRequest::new(document, operation));
    code_samples::own_sections(page, operation);
    responses::sections(page, document, operation);
}

/// Returns the title of the operation.
pub(super) fn title(operation: &Operation<'_>) -> String {
    text(operation.summary().unwrap_or(&operation.label()))
}

fn banner(operation: &Operation<'_>) -> String {
    if !operation.is_deprecated() {
        return String::new();
    }
    let date = |key: &str, sentence: &str| {
        let date = operation.node().str(key).map(text);
        date.map(|date| format!(" {sentence} **{date}**."))
            .unwrap_or_default()
    };
    let successor = operation.node().str(SUCCESSOR).map(text);
    let successor = successor.map(|id| format!(" Its successor is [`{id}`](#operation-{id})."));
    format!(
        "> [!WARNING]\n> **Deprecated.** This operation is deprecated and may be removed in a future release.{}{}{}",
        date(DEPRECATED_ON, "It was deprecated on"),
        date(SUNSET, "It is scheduled for sunset on"),
        successor.unwrap_or_default(),
    )
}
