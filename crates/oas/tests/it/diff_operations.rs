//! Two operations, compared as two versions of one.

use std::path::Path;

use chrono::NaiveDate;
use oas::diff::{Change, OperationPair, Options, diff_operations};
use oas::{Document, Severity};

fn compared(document: &Document, ids: [&str; 2]) -> Vec<Change> {
    let ids = OperationPair {
        base: ids[0],
        revision: ids[1],
    };
    let options = Options::new(NaiveDate::default());
    let found = diff_operations(document, document, ids, &options);
    let found = found.expect("the document has both operations");
    assert!(found.is_complete());
    found.changes
}

fn listed(changes: &[Change]) -> String {
    let lines = changes.iter();
    let lines = lines.map(|one| format!("{} {}: {}\n", one.severity, one.id, one.message));
    lines.collect()
}

/// Changes of a migration to the successor: apart from path and version, the new operation
/// rejects nothing that the old one accepted.
#[test]
fn successor_accepts_what_the_deprecated_operation_accepts() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/tasks.yaml");
    let document = Document::load(&path).expect("the document is readable");
    let changes = compared(&document, ["createPrototypeTask", "createTask"]);
    let severe = changes.iter().filter(|one| one.severity != Severity::Info);
    assert_eq!(severe.count(), 0, "{}", listed(&changes));
    assert_snapshot!(listed(&changes));
}

#[test]
fn version_is_not_compared_as_a_parameter() {
    let text = "
openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /old/{id}:
    get:
      operationId: old
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: color, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
  /new/{thing}:
    post:
      operationId: new
      x-idempotent: true
      parameters:
        - {name: thing, in: path, required: true, schema: {type: string, maxLength: 5}}
        - {name: X-Version, in: header, required: true, x-pinned-value: '2', schema: {type: string}}
      responses: {'201': {description: ok}}
";
    let document = Document::parse("operations.yaml", text).expect("the text is YAML");
    let there = listed(&compared(&document, ["old", "new"]));
    let back = listed(&compared(&document, ["new", "old"]));
    assert_snapshot!(format!("{there}\n# from new to old\n{back}"));
}
