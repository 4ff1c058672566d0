use indexmap::IndexMap;

use super::examples;
use super::facts::usage;
use super::markdown::{Markdown, code};
use super::prose;
use super::schema_type::type_of;
use super::status;
use crate::{Direction, Document, Header, Operation, Pointer, Response};

/// Writes the responses: statuses with meaning and schema, headers, examples.
pub(super) fn sections(page: &mut Markdown, document: &Document, operation: &Operation<'_>) {
    let responses = operation.responses().collect::<Vec<_>>();
    if responses.is_empty() {
        return;
    }
    page.heading(3, "Returns");
    let rows = responses
        .iter()
        .map(|response| row(document, response))
        .collect::<Vec<_>>();
    page.table(["Status", "Meaning", "Body"], &rows);
    headers(page, document, &responses);
    examples(page, document, &responses);
}

fn row(document: &Document, response: &Response<'_>) -> [String; 3] {
    let bodies = response.media_types().into_iter().map(|media_type| {
        let schema = media_type.schema.map(|schema| type_of(document, &schema));
        let space = if schema.is_some() { " as " } else { "" };
        format!(
            "{}{space}{}",
            schema.unwrap_or_default(),
            code(media_type.name)
        )
    });
    let bodies = bodies.collect::<Vec<_>>();
    let bodies = if bodies.is_empty() {
        "none".to_owned()
    } else {
        bodies.join("<br>")
    };
    [
        title(response),
        prose::line(response.description().unwrap_or_default()),
        bodies,
    ]
}

fn title(response: &Response<'_>) -> String {
    format!(
        "{} {}",
        code(response.status),
        status::name(response.status)
    )
    .trim_end()
    .to_owned()
}

/// A header that several statuses share is described once.
fn headers(page: &mut Markdown, document: &Document, responses: &[Response<'_>]) {
    let mut shared = IndexMap::<(String, Pointer), (Header<'_>, Vec<String>)>::new();
    for response in responses {
        for header in response.headers() {
            let key = (header.name.to_lowercase(), header.node().pointer.clone());
            let (_, statuses) = shared.entry(key).or_insert_with(|| (header, Vec::new()));
            statuses.push(code(response.status));
        }
    }
    if shared.is_empty() {
        return;
    }
    page.heading(3, "Response headers");
    let row = |(header, statuses): &(Header<'_>, Vec<String>)| {
        let schema = header.schema();
        let usage = usage(document, header.node(), schema.as_ref(), &header.examples());
        [
            code(header.name),
            statuses.join(", "),
            schema.map_or("any".to_owned(), |schema| type_of(document, &schema)),
            if header.is_required() {
                "**yes**"
            } else {
                "no"
            }
            .to_owned(),
            usage,
        ]
    };
    let rows = shared.values().map(row).collect::<Vec<_>>();
    page.table(["Header", "With", "Type", "Always", "Description"], &rows);
}

fn examples(page: &mut Markdown, document: &Document, responses: &[Response<'_>]) {
    let mut is_first = true;
    for response in responses {
        for media_type in response.media_types() {
            let blocks = examples::blocks(document, &media_type, Direction::Response);
            if !blocks.is_empty() {
                if std::mem::take(&mut is_first) {
                    page.heading(3, "Example responses");
                }
                page.heading(4, &title(response));
            }
            blocks.iter().for_each(|block| page.block(block));
        }
    }
}
