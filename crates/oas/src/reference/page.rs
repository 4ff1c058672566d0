use super::external_docs::external_docs;
use super::facts::facts;
use super::markdown::{Markdown, anchor, code, link, text};
use super::operation;
use super::prose;
use super::schema_table::own_table;
use super::schema_type::type_of;
use super::security;
use super::servers::servers;
use crate::{Document, Operation};

/// The reference page of a document, in GitHub's Markdown: every operation with its parameters, its
/// body, code samples and what it returns, then the schemas, each with an anchor.
///
/// Texts of the document cannot break the layout: a table keeps its columns, a code block its
/// fence, and HTML is shown as text. The same document results in the same page.
pub fn reference(document: &Document) -> String {
    let mut page = Markdown::default();
    let info = document
        .root_node()
        .get("info")
        .unwrap_or_else(|| document.root_node());
    page.heading(1, &text(info.str("title").unwrap_or("API reference")));
    page.block(
        &info
            .str("version")
            .map(|version| format!("Version {}.", code(version)))
            .unwrap_or_default(),
    );
    page.block(&prose::blocks(
        info.str("description").unwrap_or_default(),
        2,
    ));
    page.block(&external_docs(&document.root_node()));
    servers(&mut page, &document.servers());
    let operations = document.operations().collect::<Vec<_>>();
    contents(&mut page, &operations);
    for operation in &operations {
        operation::section(&mut page, document, operation);
    }
    security::schemes(&mut page, document);
    schemas(&mut page, document);
    page.finish()
}

/// The list of operations, if there are several.
fn contents(page: &mut Markdown, operations: &[Operation<'_>]) {
    if operations.len() < 2 {
        return;
    }
    let row = |operation: &Operation<'_>| {
        let title = link(
            &operation::title(operation),
            &anchor("operation", &operation.label()),
        );
        let deprecated = if operation.is_deprecated() {
            "deprecated"
        } else {
            ""
        };
        [
            title,
            code(&format!("{} {}", operation.method(), operation.path())),
            deprecated.to_owned(),
        ]
    };
    page.table(
        ["Operation", "Request", ""],
        &operations.iter().map(row).collect::<Vec<_>>(),
    );
}

fn schemas(page: &mut Markdown, document: &Document) {
    let mut schemas = document.schemas().peekable();
    if schemas.peek().is_some() {
        page.heading(2, "Schemas");
    }
    for (name, schema) in schemas {
        page.target(3, &anchor("schema", name), &text(name));
        page.block(&prose::blocks(
            schema.str("description").unwrap_or_default(),
            3,
        ));
        let mut facts = facts(document, &schema);
        if schema.get("properties").is_none() {
            facts.insert(0, format!("Type: {}.", type_of(document, &schema)));
        }
        page.block(&facts.join(" "));
        own_table(page, document, &schema);
    }
}
