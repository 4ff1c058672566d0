use review::{MigrationError, migration};
use serde_json::{Value, json};

fn document(id: &str, path: &str, body: &str, schemas: Value) -> Value {
    let schema = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/other": {"get": {"operationId": "other", "responses": {"204": {"description": "d"}}}},
            path: {"post": {
                "operationId": id,
                "x-successor": "other",
                "deprecated": true,
                "requestBody": {"required": true, "content": {"application/json": {"schema": schema(body)}}},
                "responses": {"201": {"description": "d", "content": {"application/json": {"schema": schema("Thing")}}}},
            }},
        },
        "components": {"schemas": schemas},
    })
}

fn schemas(body: &str, part: &str) -> Value {
    json!({
        body: {"type": "object", "properties": {
            "name": {"type": "string"},
            "part": {"$ref": format!("#/components/schemas/{part}")},
        }},
        part: {"type": "object", "properties": {"size": {"type": "integer"}}},
        "Thing": {"type": "object", "properties": {"id": {"type": "string"}}},
        "Unrelated": {"type": "object", "properties": {"a": {"type": "string"}}},
    })
}

#[test]
fn same_types_under_another_method() {
    let document = document("createOld", "/old", "New", schemas("New", "Part"));
    let compared = migration((&document, "createOld"), (&document, "other")).expect("clients");
    assert_eq!(compared.base, "create_old");
    assert_eq!(compared.revision, "other");
    let same = migration((&document, "createOld"), (&document, "createOld")).expect("clients");
    let expected =
        "rust: the method is `create_old`\nrust: unchanged types: `New`, `Part`, `Thing`\n";
    assert_eq!(same.to_string(), expected);
}

#[test]
fn changes_of_types_and_of_the_body() {
    let base = document("createOld", "/old", "New", schemas("New", "Part"));
    let mut revised = schemas("NewThing", "Part");
    revised["Part"]["properties"] = json!({"length": {"type": "integer"}});
    revised["Unrelated"]["properties"] = json!({});
    let revision = document("createNew", "/new", "NewThing", revised);
    let compared = migration((&base, "createOld"), (&revision, "createNew")).expect("clients");
    insta::assert_snapshot!(compared);
}

#[test]
fn rejects_an_operation_without_a_method() {
    let document = document("createOld", "/old", "New", schemas("New", "Part"));
    let error = migration((&document, "createOld"), (&document, "lost")).expect_err("no method");
    assert!(matches!(error, MigrationError::NoMethod(id) if id == "lost"));
}
