//! Documents whose deviations are noted or rejected at their pointer, one per class of third-party
//! documents.

use client_codegen::{Error, Generated, Note, NoteKind, Settings, generate};
use indoc::formatdoc;

/// A document with one operation and components, in YAML flow style.
fn document(operation: &str, schemas: &str) -> String {
    formatdoc! {"
        openapi: 3.0.3
        info: {{title: Shop, version: '1'}}
        paths:
          /goods:
            post: {operation}
        components:
          schemas:
        {schemas}
    "}
}

/// An operation that sends and receives a component `Good`.
const BOTH: &str = "{operationId: sell, \
     requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}, \
     responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}}}";

fn generated(text: &str) -> Result<Generated, Error> {
    generate(text, &Settings::new("crate::generated"))
}

fn notes(text: &str) -> Result<Vec<(NoteKind, String)>, Error> {
    let notes = generated(text)?.notes.into_iter();
    Ok(notes.map(|note| (note.kind, note.to_string())).collect())
}

fn lossy(text: &str) -> (NoteKind, String) {
    (NoteKind::Lossy, text.to_owned())
}

#[test]
fn notes_a_component_that_no_value_satisfies() -> Result<(), Error> {
    for schema in [
        "    Good: {allOf: [{type: object, properties: {a: {type: string}}}, {type: array, items: {type: string}}]}",
        "    Good: {allOf: [{type: integer}, {type: boolean}]}",
    ] {
        let expected = "`#/components/schemas/Good`: no value satisfies the schema, so that a response that contains one \
                        cannot be read";
        assert_eq!(notes(&document(BOTH, schema))?, [lossy(expected)]);
    }
    Ok(())
}

#[test]
fn notes_a_recursion_that_no_finite_value_satisfies() -> Result<(), Error> {
    for schema in [
        "    Good: {type: object, required: [of], properties: {of: {$ref: '#/components/schemas/Good'}}}",
        "    Good: {type: object, required: [all], properties: {all: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Good'}}}}",
    ] {
        let expected = "`#/components/schemas/Good`: no finite value satisfies the schema, which requires itself";
        let notes = notes(&document(BOTH, schema))?;
        assert!(notes.contains(&lossy(expected)), "{notes:?}");
    }
    let finite = "    Good: {type: object, required: [of], properties: {of: {type: array, items: {$ref: '#/components/schemas/Good'}}}}";
    assert_eq!(notes(&document(BOTH, finite))?, []);
    Ok(())
}

#[test]
fn notes_reserved_characters_that_are_encoded() -> Result<(), Error> {
    let operation = "{operationId: sell, parameters: [{name: path, in: query, allowReserved: true, schema: {type: string}}], \
                     responses: {'204': {description: d}}}";
    let expected = "`#/paths/~1goods/post/parameters/0/allowReserved`: reserved characters are percent-encoded";
    assert_eq!(
        notes(&document(operation, "    Good: {}"))?,
        [lossy(expected)]
    );
    Ok(())
}

#[test]
fn notes_a_property_whose_declarations_contradict_each_other() -> Result<(), Error> {
    let schema = "    Good:
      allOf:
        - {type: object, properties: {size: {type: string}}}
        - {type: object, properties: {size: {type: boolean}}}";
    let notes = notes(&document(BOTH, schema))?;
    let is_noted = |index: usize| {
        let pointer =
            format!("`#/components/schemas/Good/allOf/{index}/properties/size`: not generated");
        notes
            .iter()
            .any(|(kind, note)| *kind == NoteKind::Lossy && note.starts_with(&pointer))
    };
    assert!(is_noted(0) && is_noted(1), "{notes:?}");
    Ok(())
}

#[test]
fn rejects_exponential_alternatives_in_bounded_time() {
    let choice = |index: usize| {
        format!(
            "{{oneOf: [{{type: object, required: [a{index}], properties: {{a{index}: {{type: string}}}}}}, \
                 {{type: object, required: [b{index}], properties: {{b{index}: {{type: string}}}}}}]}}"
        )
    };
    for count in [5, 10, 14] {
        let choices: Vec<_> = (0..count).map(choice).collect();
        let schema = format!("    Good: {{allOf: [{}]}}", choices.join(", "));
        let error = generated(&document(BOTH, &schema))
            .err()
            .map(|error| error.to_string());
        let expected = format!(
            "generate `#/components/schemas/Good/allOf`: `allOf` combines {count} lists of alternatives, which make {} \
             combinations",
            1 << count
        );
        assert_eq!(error, Some(expected));
    }
}

#[test]
fn generates_alternatives_within_the_bound() -> Result<(), Error> {
    let schema = "    Good:
      allOf:
        - {oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}]}
        - {type: object, properties: {c: {type: string}}}";
    generated(&document(BOTH, schema)).map(drop)
}

/// A shared parameter is not reported as the reason of a failing operation.
#[test]
fn leaves_out_only_the_operations_that_fail() -> Result<(), Error> {
    let text = "openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /goods/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    get: {operationId: find, responses: {'204': {description: d}}}
  /photos:
    post:
      operationId: upload
      requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}}}
      responses: {'204': {description: d}}
    put:
      operationId: login
      parameters: [{name: session, in: cookie, required: true, schema: {type: string}}]
      responses: {'204': {description: d}}
components:
  parameters: {Id: {name: id, in: path, required: true, schema: {type: integer}}}
";
    let generated = generated(text)?;
    let pointers: Vec<_> = generated
        .notes
        .iter()
        .map(|note| (note.kind, &*note.pointer))
        .collect();
    assert_eq!(
        pointers,
        [
            (
                NoteKind::LeftOut,
                "#/paths/~1photos/post/requestBody/content"
            ),
            (NoteKind::LeftOut, "#/paths/~1photos/put/parameters/0"),
        ]
    );
    assert!(
        generated.source.contains("pub fn find(") && !generated.source.contains("pub fn upload(")
    );
    let strict = generate(text, &Settings::new("crate::generated").strict());
    let Err(Error::Parts(parts)) = strict else {
        panic!("notes are no error: {strict:?}");
    };
    assert_eq!(parts, generated.notes);
    Ok(())
}

/// Several failing schemas and operations are named in one run, each with its pointer and the
/// reason.
#[test]
fn names_all_culprits_at_once() -> Result<(), Error> {
    let schemas = "    Good: {type: object, properties: {a: {type: string, enum: [x-y, x_y]}}}
    Bad: {type: object, properties: {b: {type: string, enum: [a+b, a-b]}}}
    Fine: {type: object, properties: {good: {$ref: '#/components/schemas/Good'}}}";
    let notes = generated(&document(BOTH, schemas))?.notes;
    let pointers: Vec<_> = notes.iter().map(|note: &Note| &*note.pointer).collect();
    assert_eq!(
        pointers,
        [
            "#/components/schemas/Bad/properties/b",
            "#/components/schemas/Good/properties/a"
        ]
    );
    for note in &notes {
        assert!(
            note.message.contains("Failed to make unique variant names"),
            "{note}"
        );
    }
    Ok(())
}

#[test]
fn rejects_operation_ids_that_make_one_name() {
    for (id, reason) in [
        (
            "Sell_",
            "becomes the type `Sell`, as does that of `#/paths/~1goods/post`",
        ),
        ("builder", "becomes the method `builder`, which is reserved"),
        ("close", "becomes the method `close`, which is reserved"),
        ("core", "becomes the method `core`, which is reserved"),
    ] {
        let text = document(BOTH, "    Good: {}").replace(
            "components:",
            &formatdoc! {"
                  /other:
                    get: {{operationId: {id}, responses: {{'204': {{description: d}}}}}}
                components:"},
        );
        let settings = Settings::new("crate::generated")
            .reserved(["close"])
            .facade();
        let error = generate(&text, &settings)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        let start = "generate `#/paths/~1other/get/operationId`: ";
        assert!(
            error.starts_with(start) && error.ends_with(reason),
            "{error}"
        );
    }
}

#[test]
fn notes_a_read_only_property_that_a_request_requires() -> Result<(), Error> {
    let schemas =
        "    Good: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [id]}]}
    Base: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}";
    let expected = "`#/components/schemas/Base/properties/id`: required in a request, although it is `readOnly`";
    assert_eq!(notes(&document(BOTH, schemas))?, [lossy(expected)]);
    Ok(())
}

#[test]
fn notes_null_bodies_of_requests() -> Result<(), Error> {
    let good = "    Good: {type: object, nullable: true, properties: {a: {type: string}}}";
    let inline = document(BOTH, "    Good: {type: object}").replacen(
        "{$ref: '#/components/schemas/Good'}",
        "{type: object, nullable: true, properties: {a: {type: string}}}",
        1,
    );
    for text in [document(BOTH, good), inline] {
        let settings = Settings::new("crate::generated").facade();
        let generated = generate(&text, &settings)?;
        let notes: Vec<_> = generated.notes.iter().map(ToString::to_string).collect();
        let expected = "`#/paths/~1goods/post/requestBody/content/application~1json/schema`: `null` as the whole body cannot be sent";
        assert_eq!(notes, [expected]);
        assert!(
            generated
                .source
                .contains("body: impl ::std::convert::TryInto<")
        );
    }
    Ok(())
}

#[test]
fn notes_null_bodies_beside_another_success() -> Result<(), Error> {
    let operation = "{operationId: sell, responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}, '204': {description: d}}}";
    let schema = "    Good: {type: object, nullable: true, properties: {a: {type: string}}}";
    let expected = "`#/paths/~1goods/post/responses/200`: `null` is not decoded, since the operation has another success";
    assert_eq!(notes(&document(operation, schema))?, [lossy(expected)]);
    Ok(())
}

/// Every private character of the basic plane, so that the marks are from another one.
#[test]
fn keeps_private_characters() -> Result<(), Error> {
    let private: String = ('\u{E000}'..='\u{F8FF}').collect();
    let schema = format!(
        "    Good: {{type: object, description: '{private}', properties: {{a-b: {{type: string}}, a_b: {{type: string}}, \
         '\u{E000}c\u{E001}': {{type: string}}}}}}"
    );
    let generated = generated(&document(BOTH, &schema))?;
    assert_eq!(generated.notes, []);
    let file = syn::parse_file(&generated.source).map_err(|error| error.to_string());
    let source = generated.source;
    assert!(source.contains(&private));
    for field in ["a_b", "a_b_2", "c"] {
        let field = format!("pub {field}: ::std::option::Option<::std::string::String>");
        assert!(source.contains(&field), "{field}");
    }
    assert!(source.contains("rename = \"a-b\"") && file.is_ok());
    Ok(())
}

#[test]
fn reads_bounds_beyond_64_bits() -> Result<(), Error> {
    let schema = "    Good: {type: object, properties: {a: {type: integer, maximum: 18446744073709551616}, b: {type: number, maximum: 1e23}, c: {type: integer, minimum: -9223372036854775809}}}";
    assert_eq!(notes(&document(BOTH, schema))?, []);
    Ok(())
}

/// JSON escapes characters beyond the basic plane as two surrogates.
#[test]
fn reads_surrogate_pairs() -> Result<(), Error> {
    let schema = r#"    Good: {type: object, description: "\ud83d\ude00 \\ud83d", properties: {a: {type: string}}}"#;
    let source = generated(&document(BOTH, schema))?.source;
    assert!(source.contains("\u{1F600}") && source.contains("ud83d"));
    Ok(())
}

#[test]
fn leaves_out_a_path_parameter_with_the_name_of_a_function() -> Result<(), Error> {
    let operation = "{operationId: sell, parameters: [{name: send, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}
      /other:
        get: {operationId: other, responses: {'204': {description: d}}}".replace("      /other", "  /other").replace("        get", "    get");
    let text = document(&operation, "    Good: {}").replace("/goods:", "'/goods/{send}':");
    let expected = "`#/paths/~1goods~1{send}/post/parameters/0`: not generated: the path parameter `send` has the name of another item of the builder";
    assert_eq!(notes(&text)?, [(NoteKind::LeftOut, expected.to_owned())]);
    Ok(())
}

#[test]
fn notes_invalid_lifecycle_extensions() -> Result<(), Error> {
    let operation = "{operationId: sell, deprecated: true, x-sunset: soon, x-successor: nothing, responses: {'204': {description: d}}}";
    let expected = [
        "`#/paths/~1goods/post/x-successor`: no other operation has the id `nothing`",
        "`#/paths/~1goods/post/x-sunset`: expected a day as YYYY-MM-DD, found `soon`",
    ];
    assert_eq!(
        notes(&document(operation, "    Good: {}"))?,
        expected.map(lossy)
    );
    Ok(())
}

#[test]
fn notes_invalid_extensions_of_the_client() -> Result<(), Error> {
    let operation = "{operationId: sell, x-idempotent: maybe, parameters: [{name: X-Version, in: header, x-pinned-value: 1, schema: {type: string}}], \
                     requestBody: {x-max-body-bytes: many, content: {application/json: {schema: {type: object}}}}, \
                     responses: {'204': {description: d}}}";
    let settings = Settings::new("crate::generated").facade();
    let generated = generate(&document(operation, "    Good: {}"), &settings)?;
    let expected = [
        "`#/paths/~1goods/post/x-idempotent`: expected true or false",
        "`#/paths/~1goods/post/requestBody/x-max-body-bytes`: expected a number of bytes",
        "`#/paths/~1goods/post/parameters/0/x-pinned-value`: expected a string of visible ASCII characters",
    ];
    for note in expected {
        let found = generated
            .notes
            .iter()
            .any(|found| found.to_string() == note);
        assert!(found, "{note}: {:?}", generated.notes);
    }
    Ok(())
}

/// A cycle through `allOf` would abort the process.
#[test]
fn notes_recursive_schemas_that_cannot_be_merged() -> Result<(), Error> {
    let schemas =
        "    Good: {type: object, properties: {both: {$ref: '#/components/schemas/Both'}}}
    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
    Leaf: {type: object, properties: {next: {$ref: '#/components/schemas/Leaf'}}}
    Both: {allOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Leaf'}]}";
    let expected = "`#/components/schemas/Both`: generated as any JSON value: its `allOf` merges recursive schemas without end";
    assert_eq!(
        notes(&document(BOTH, schemas))?,
        [(NoteKind::Lowered, expected.to_owned())]
    );
    Ok(())
}

#[test]
fn generates_an_enum_that_lists_a_value_twice() -> Result<(), Error> {
    let schema = "    Good: {type: object, properties: {a: {type: string, enum: [x, y, x]}}}";
    let generated = generated(&document(BOTH, schema))?;
    assert_eq!(generated.notes, []);
    assert!(generated.source.contains("pub enum GoodA"));
    Ok(())
}

#[test]
fn resolves_references_to_path_items() -> Result<(), Error> {
    let text = "openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /goods: {$ref: '#/x-paths/goods'}
  /wares: {$ref: '#/paths/~1items'}
  /items:
    get: {operationId: listItems, responses: {'204': {description: d}}}
x-paths:
  goods:
    get: {operationId: listGoods, responses: {'204': {description: d}}}
";
    let generated = generated(text)?;
    let notes: Vec<_> = generated.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "`#/paths/~1wares`: not generated: its operations are those of another path, with the same ids"
        ]
    );
    for method in ["list_goods", "list_items"] {
        assert!(generated.source.contains(&format!("pub fn {method}(")));
    }
    Ok(())
}

#[test]
fn notes_errors_that_are_not_decoded_at_their_own_pointer() -> Result<(), Error> {
    let json = |name: &str| {
        format!(
            "{{description: d, content: {{application/json: {{schema: {{type: object, properties: {{{name}: {{type: string}}}}}}}}}}}}"
        )
    };
    let operation = format!(
        "{{operationId: sell, responses: {{'204': {{description: d}}, '400': {}, '409': {}, default: {}}}}}",
        json("a"),
        json("b"),
        json("c")
    );
    let notes = generated(&document(&operation, "    Good: {}"))?.notes;
    let pointers: Vec<_> = notes.iter().map(|note| &*note.pointer).collect();
    assert_eq!(
        pointers,
        [
            "#/paths/~1goods/post/responses/409",
            "#/paths/~1goods/post/responses/default"
        ]
    );
    Ok(())
}

/// A property that accepts any value accepts `null`, as the `value` of a JSON Patch does.
#[test]
fn distinguishes_null_where_any_value_is_accepted() -> Result<(), Error> {
    let schema =
        "    Good: {type: object, properties: {value: {description: Any.}, same: {type: string}}}";
    let source = generated(&document(BOTH, schema))?.source;
    assert!(source.contains("pub value: crate::generated::Nullable<::serde_json::Value>"));
    assert!(source.contains("pub same: ::std::option::Option<::std::string::String>"));
    Ok(())
}
