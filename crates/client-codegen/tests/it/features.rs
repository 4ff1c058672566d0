//! Crates that only some documents need: reported, and checked at the start of the source.

use client_codegen::{Settings, generate};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Things, version: '1'}
servers: [{url: 'https://things.example.com'}]
paths:
  /things/{id}:
    get:
      operationId: readThing
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: d, content: {application/json: {schema: SCHEMA}}}}
";

#[test]
fn checks_the_features_that_a_document_needs() -> Result<(), client_codegen::Error> {
    let settings = Settings::new("crate::generated").facade();
    for (schema, features, checks) in [
        ("{type: string}", &[][..], ""),
        (
            "{type: string, format: uuid}",
            &["uuid"],
            "::client_runtime::require_uuid!();\n",
        ),
        (
            "{type: string, pattern: '^a+$'}",
            &["regress"],
            "::client_runtime::require_regress!();\n",
        ),
    ] {
        let generated = generate(&DOCUMENT.replace("SCHEMA", schema), &settings)?;
        assert_eq!(generated.features, features);
        let version = "const _: () = ::client_runtime::generated::v0_1();\n";
        assert!(
            generated
                .source
                .starts_with(&format!("{version}{checks}///")),
            "{}",
            &generated.source[..200]
        );
    }
    Ok(())
}
