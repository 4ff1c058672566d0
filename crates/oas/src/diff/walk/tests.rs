use std::fmt::Write as _;

use super::document;
use crate::Document;

/// Component schemas that all refer to each other, so that the document has `count * count`
/// references. `limit` is in the first schema only.
fn clique(count: usize, title: &str, limit: usize) -> Document {
    let mut text = format!(
        "openapi: 3.0.3\ninfo: {{title: {title}, version: '1'}}\npaths:\n  /a:\n    get:\n      responses:\n        \
         '200': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/S0'}}}}}}}}\n\
         components:\n  schemas:\n"
    );
    for schema in 0..count {
        let limit = if schema == 0 { limit } else { 1 };
        let _ = write!(
            text,
            "    S{schema}:\n      type: object\n      properties:\n        own: {{type: string, maxLength: {limit}}}\n"
        );
        for other in 0..count {
            let _ = writeln!(
                text,
                "        p{other}: {{$ref: '#/components/schemas/S{other}'}}"
            );
        }
    }
    Document::parse("clique", text).expect("YAML")
}

/// The number of pairs of schemas that were compared keyword by keyword.
fn compared(base: &Document, revision: &Document) -> usize {
    document(base, revision).taken.len()
}

#[test]
fn compares_no_schema_of_equal_documents() {
    for count in [6, 60] {
        let (base, revision) = (clique(count, "a", 9), clique(count, "a", 9));
        assert_eq!(compared(&base, &revision), 0);
    }
}

#[test]
fn compares_no_schema_if_all_schemas_are_equal() {
    for count in [6, 60] {
        let (base, revision) = (clique(count, "a", 9), clique(count, "b", 9));
        assert_eq!(compared(&base, &revision), 0);
    }
}

#[test]
fn compares_each_schema_once_if_all_refer_to_a_changed_one() {
    for count in [6, 60] {
        let (base, revision) = (clique(count, "a", 9), clique(count, "a", 8));
        // Each schema, and its own property.
        assert_eq!(compared(&base, &revision), 2 * count);
    }
}
