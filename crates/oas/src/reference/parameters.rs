use serde_json::Value;

use super::examples;
use super::facts::{described, usage};
use super::markdown::{Markdown, anchor, code, link, text};
use super::prose;
use super::schema_table::request_table;
use super::schema_type::type_of;
use crate::{Direction, Document, MediaType, Operation, Parameter, RequestBody};

/// The parameters, the body among them, and then the body by itself.
pub(super) fn sections(page: &mut Markdown, document: &Document, operation: &Operation<'_>) {
    let body = operation.request_body();
    let body_anchor = anchor("body", &operation.label());
    let mut rows = operation
        .parameters()
        .iter()
        .map(|parameter| row(document, parameter))
        .collect::<Vec<_>>();
    rows.extend(
        body.as_ref()
            .map(|body| body_row(document, body, &body_anchor)),
    );
    if !rows.is_empty() {
        page.heading(3, "Parameters");
        page.table(
            ["Parameter", "In", "Type", "Required", "Description"],
            &rows,
        );
    }
    let Some(body) = body else { return };
    page.target(3, &body_anchor, "Request body");
    let mut seen = Vec::new();
    for media_type in body.media_types() {
        media_type_section(page, document, &media_type, &mut seen);
    }
}

fn row(document: &Document, parameter: &Parameter<'_>) -> [String; 5] {
    let schema = parameter.schema();
    let usage = usage(
        document,
        parameter.node(),
        schema.as_ref(),
        &parameter.examples(),
    );
    [
        code(parameter.name()),
        text(parameter.location()),
        schema.map_or("any".to_owned(), |schema| type_of(document, &schema)),
        required(parameter.is_required()),
        usage,
    ]
}

fn body_row(document: &Document, body: &RequestBody<'_>, anchor: &str) -> [String; 5] {
    let types = body
        .media_types()
        .into_iter()
        .filter_map(|media_type| media_type.schema);
    let mut types = types
        .map(|schema| type_of(document, &schema))
        .collect::<Vec<_>>();
    types.dedup();
    [
        link("body", anchor),
        "body".to_owned(),
        types.join(" or "),
        required(body.is_required()),
        prose::line(body.node().str("description").unwrap_or_default()),
    ]
}

fn required(is_required: bool) -> String {
    if is_required { "**yes**" } else { "no" }.to_owned()
}

/// The same schema for another media type needs no second table.
fn media_type_section<'d>(
    page: &mut Markdown,
    document: &Document,
    media_type: &MediaType<'d>,
    seen: &mut Vec<&'d Value>,
) {
    let kind = media_type
        .schema
        .as_ref()
        .map(|schema| format!(", {}", type_of(document, schema)));
    let mut line = format!("{}{}", code(media_type.name), kind.unwrap_or_default());
    match &media_type.schema {
        Some(schema) if !seen.contains(&schema.value) => {
            seen.push(schema.value);
            let described = described(document, schema);
            let colon = if described.is_empty() { "." } else { ": " };
            line.push_str(&format!("{colon}{described}"));
            page.block(&line);
            request_table(page, document, schema);
        }
        _ => page.block(&format!("{line}.")),
    }
    let blocks = examples::blocks(document, media_type, Direction::Request);
    blocks.iter().for_each(|block| page.block(block));
}
