//! Runs of all rules, beyond the examples of each.

use indoc::{formatdoc, indoc};
use oas::lint::{ExampleCount, Generator, Level, Lint, Selection};
use oas::{Diagnostic, Direction, Document, Pointer, Samples, Severity};

fn document(schemas: &str) -> Document {
    let text = formatdoc! {"
        openapi: 3.0.3
        info: {{title: T, version: '1', description: D}}
        paths: {{}}
        components:
          schemas:
        {schemas}"};
    Document::parse("x.yaml", text).expect("readable")
}

fn ids(found: &[Diagnostic]) -> Vec<&str> {
    let ids = found.iter().map(|one| &*one.id);
    ids.filter(|id| *id != "description-missing").collect()
}

#[test]
fn examples_are_counted_with_those_that_have_an_error() {
    let document = document(
        "    A:\n      type: object\n      properties:\n        a: {type: integer, example: x, default: 1}\n        \
         b: {type: integer, example: 2}\n      example: {a: 1, b: [x], c: 3}\n",
    );
    let published = [
        Document::parse("a.200.json", "1").expect("readable"),
        Document::parse("b.json", "{}").expect("readable"),
    ];
    let lint = Lint {
        published: Some(&published),
        ..Lint::new(&document)
    };
    let found = lint.run();
    let count = ExampleCount {
        total: 5,
        failed: 4,
    };
    assert_eq!(lint.examples(&found), count, "{found:#?}");
    assert_eq!(
        Lint::new(&document).examples(&[]),
        ExampleCount {
            total: 3,
            failed: 0
        }
    );
}

/// A common idiom; read strictly, 3.0.3 does not accept `null` here.
#[test]
fn nullable_beside_a_reference_permits_null() {
    let schemas = |example: &str| {
        format!(
            "    Position: {{type: object, required: [id], properties: {{id: {{type: string}}}}}}\n    Task:\n      type: object\n      \
             properties:\n        place:\n          nullable: true\n          allOf: [{{$ref: '#/components/schemas/Position'}}]\n      \
             example: {{place: {example}}}\n"
        )
    };
    for (example, expected) in [
        ("null", &["nullable-without-type"][..]),
        ("{id: x}", &["nullable-without-type"]),
        ("{id: 1}", &["nullable-without-type", "example-invalid"]),
        ("{}", &["nullable-without-type", "example-invalid"]),
        ("7", &["nullable-without-type", "example-invalid"]),
    ] {
        let document = document(&schemas(example));
        let found = Lint::new(&document).run();
        assert_eq!(ids(&found), expected, "{example}");
    }
}

/// A schema that does not compile does not prevent others from being applied, and its own examples
/// are reported.
#[test]
fn checks_examples_of_every_schema() {
    let document = document(
        "    Bad: {type: string, pattern: '(', example: x}\n    Lost: {allOf: [{$ref: '#/components/schemas/Nowhere'}], example: 1}\n    \
         Round: {allOf: [{$ref: '#/components/schemas/Round'}], example: 1}\n    Good: {type: string, example: 1}\n",
    );
    let found = Lint::new(&document).run();
    let invalid = found.iter().filter(|one| one.id == "example-invalid");
    let places = invalid.map(|one| one.primary.pointer().map(|at| at.as_str().to_owned()));
    assert_eq!(
        places.collect::<Vec<_>>(),
        [Some("/components/schemas/Good/example".to_owned())],
        "{found:#?}"
    );
}

/// A document of another version has one diagnostic, with help.
#[test]
fn reports_other_versions_once() {
    for (text, message, help) in [
        ("", "the document is empty", "`openapi: 3.0.3`"),
        ("- a\n", "not an OpenAPI document", "`openapi: 3.0.3`"),
        ("a: 1\n", "does not state its version", "`openapi: 3.0.3`"),
        ("openapi: 3.0\n", "found 3.0", "`openapi: 3.0.3`"),
        (
            "openapi: 3.1.1\nwebhooks: {a: 1}\n",
            "version 3.1.1",
            "nothing newer",
        ),
        (
            "{\"swagger\": \"2.0\", \"pahts\": {}}",
            "version 2.0",
            "swagger2openapi",
        ),
    ] {
        let document = Document::parse("x.yaml", text).expect("readable");
        let found = Lint::new(&document).run();
        let [finding] = &found[..] else {
            panic!("{text}: {found:#?}")
        };
        assert_eq!(finding.id, "openapi-version-unsupported");
        assert!(finding.message.contains(message), "{finding:?}");
        assert!(
            finding
                .help
                .as_ref()
                .is_some_and(|text| text.contains(help)),
            "{finding:?}"
        );
    }
}

/// A document in several files is checked as far as it is in this one.
#[test]
fn accepts_a_response_in_another_file() {
    let text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1', description: D}
        paths:
          /a:
            get:
              responses:
                '200': {$ref: 'a.yaml#/A'}
                4XX: {$ref: 'a.yaml#/B'}
    "};
    let document = Document::parse("x.yaml", text).expect("readable");
    let found = Lint::new(&document).run();
    let ids = ids(&found);
    assert_eq!(
        ids.iter().filter(|id| **id == "reference-dangling").count(),
        2
    );
    assert!(
        !ids.iter().any(|id| id.ends_with("-response-missing")),
        "{ids:?}"
    );
}

#[test]
fn suggests_the_location_of_a_misplaced_key() {
    let text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1'}
        webhooks: {}
        paths:
          /a:
            get:
              '200': {}
              responses: {'201': {description: D, application/json: {}}}
    "};
    let document = Document::parse("x.yaml", text).expect("readable");
    let found = Lint::new(&document).run();
    let unknown = found.iter().filter(|one| one.id == "keyword-unknown");
    let helps = unknown.map(|one| one.help.as_deref().unwrap_or_default());
    assert_eq!(
        helps.collect::<Vec<_>>(),
        [
            "`webhooks` is for OpenAPI 3.1",
            "a status belongs below `responses`",
            "a media type belongs below `content`"
        ]
    );
}

/// `id: pointer` of each diagnostic of the given rules.
fn places(document: &Document, rules: &[&str]) -> Vec<String> {
    let found = Lint::new(document).run();
    let found = found.iter().filter(|one| rules.contains(&&*one.id));
    let shown = found.map(|one| {
        let place = one.primary.pointer().map(ToString::to_string);
        format!("{}: {}", one.id, place.unwrap_or_default())
    });
    shown.collect()
}

const ABOUT_DISCRIMINATORS: &[&str] = &[
    "component-unused",
    "discriminator-value-unknown",
    "example-invalid",
    "example-property-undocumented",
    "reference-dangling",
];

fn fleet(example: &str) -> Document {
    let text = formatdoc! {"
        openapi: 3.0.3
        info: {{title: T, version: '1'}}
        paths:
          /fleet:
            get:
              responses:
                '200':
                  description: D
                  content:
                    application/json:
                      schema: {{$ref: '#/components/schemas/Vehicle'}}
                      example: {example}
        components:
          schemas:
            Vehicle:
              type: object
              required: [kind]
              properties: {{kind: {{type: string}}}}
              discriminator: {{propertyName: kind, mapping: {{lorry: Truck}}}}
            Truck:
              allOf:
                - $ref: '#/components/schemas/Vehicle'
                - type: object
                  required: [load]
                  properties: {{load: {{type: integer}}}}
            Tanker: {{allOf: [{{$ref: '#/components/schemas/Truck'}}], properties: {{litres: {{type: integer}}}}}}
            Boat: {{type: object}}
    "};
    Document::parse("x.yaml", text).expect("readable")
}

#[test]
fn examples_are_checked_against_the_child_that_the_discriminator_names() {
    let example = "/paths/~1fleet/get/responses/200/content/application~1json/example";
    let unused = "component-unused: /components/schemas/Boat".to_owned();
    for (value, expected) in [
        ("{kind: lorry, load: 1}", None),
        ("{kind: Tanker, load: 1, litres: 2}", None),
        ("{kind: lorry, load: x}", Some("example-invalid: {}/load")),
        (
            "{kind: Tanker, load: 1, litres: x}",
            Some("example-invalid: {}/litres"),
        ),
        ("{kind: Truck}", Some("example-invalid: {}")),
        (
            "{kind: Vehicle, load: 1}",
            Some("example-property-undocumented: {}/load"),
        ),
        (
            "{kind: lorry, load: 1, litres: 2}",
            Some("example-property-undocumented: {}/litres"),
        ),
        ("{kind: ship}", Some("discriminator-value-unknown: {}/kind")),
        // The other keywords follow from the unknown kind.
        (
            "{kind: ship, load: 1}",
            Some("discriminator-value-unknown: {}/kind"),
        ),
        ("{load: 1}", Some("example-invalid: {}")),
    ] {
        let expected = expected.map(|expected| expected.replace("{}", example));
        let mut expected = expected.into_iter().collect::<Vec<_>>();
        expected.push(unused.clone());
        assert_eq!(
            places(&fleet(value), ABOUT_DISCRIMINATORS),
            expected,
            "{value}"
        );
    }
}

#[test]
fn reports_a_mapping_to_an_undefined_schema() {
    let text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            A:
              type: object
              discriminator:
                propertyName: t
                mapping:
                  ok: A
                  by-ref: '#/components/schemas/A'
                  a: '#/components/schemas/Gone'
                  b: Gone
            a/b: {type: object, discriminator: {propertyName: t, mapping: {x: a/b}}}
    "};
    let document = Document::parse("x.yaml", text).expect("readable");
    let mapping = "reference-dangling: /components/schemas/A/discriminator/mapping";
    assert_eq!(
        places(&document, ABOUT_DISCRIMINATORS),
        [format!("{mapping}/a"), format!("{mapping}/b")]
    );
}

/// A document with a defect of a rule about progenitor, one about the conventions of a project, and
/// a violation of OpenAPI 3.0.
fn selectable() -> Document {
    let text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              operationId: a
              deprecated: true
              parameters: [{name: c, in: cookie, schema: {type: string}}]
              responses: {'204': {}}
    "};
    Document::parse("x.yaml", text).expect("readable")
}

const SELECTABLE: [&str; 3] = [
    "cookie-parameter-unsupported",
    "deprecated-without-sunset",
    "keyword-missing",
];

fn selected(selection: Selection) -> Vec<String> {
    let document = selectable();
    let lint = Lint {
        selection,
        ..Lint::new(&document)
    };
    let found = lint.run().into_iter();
    let found = found.filter(|one| SELECTABLE.contains(&&*one.id));
    let mut found = found
        .map(|one| format!("{} {}", one.severity, one.id))
        .collect::<Vec<_>>();
    found.sort();
    found
}

#[test]
fn rules_of_a_generator_and_of_a_project_run_on_request_only() {
    let cookie = "error cookie-parameter-unsupported";
    let sunset = "warning deprecated-without-sunset";
    let keyword = "error keyword-missing";
    let none: &[&str] = &[];
    let only = |name| Selection::new(&[name], none).expect("a known name");
    assert_eq!(selected(Selection::default()), [keyword]);
    let generator = "progenitor".parse::<Generator>().expect("a known name");
    let generated = Selection::default().with_generator(generator);
    assert_eq!(selected(generated.clone()), [cookie, keyword]);
    assert_eq!(selected(only("codegen")), [cookie]);
    assert_eq!(selected(only("deprecated-without-sunset")), [sunset]);
    assert_eq!(selected(Selection::all()), [cookie, keyword, sunset]);
    assert!("progenitr".parse::<Generator>().is_err());
}

#[test]
fn the_level_of_a_rule_can_be_set() {
    let set = |selection: Selection, name: &str, level: &str| {
        let level = level.parse::<Level>().expect("a level");
        selection.with_level(name, level).expect("a known name")
    };
    let selection = Selection::default();
    assert_eq!(
        selected(set(selection.clone(), "keyword-missing", "off")),
        [""; 0]
    );
    let raised = set(selection.clone(), "deprecated-without-sunset", "info");
    assert_eq!(
        selected(set(raised, "keyword-missing", "warning")),
        ["info deprecated-without-sunset", "warning keyword-missing"]
    );
    let category = set(selection.clone(), "structure", "off");
    assert_eq!(
        selected(set(category, "keyword-missing", "info")),
        ["info keyword-missing"]
    );
    assert!(selection.with_level("keyword-mising", Level::Off).is_err());
    assert!("fatal".parse::<Level>().is_err());
}

const ABOUT_CONTEXT: &[&str] = &[
    "required-property-undeclared",
    "type-missing",
    "array-items-missing",
];

#[test]
fn members_of_a_composition_declare_properties() {
    for (schemas, expected) in [
        // Under `not`, nothing need be declared and no type given.
        (
            "A: {type: object, properties: {x: {type: string}}, not: {required: [x, y]}}",
            &[][..],
        ),
        (
            "A: {type: object, anyOf: [{required: [x], not: {required: [y]}}], properties: {x: {type: string}}}",
            &[],
        ),
        (
            "A: {type: object, not: {$ref: '#/components/schemas/B'}, properties: {x: {type: string}}}\n    B: {required: [x]}",
            &[],
        ),
        (
            "A: {type: object, not: {anyOf: [{properties: {z: {minLength: 1}}}]}}",
            &[],
        ),
        // A property named `not` is not a negation.
        (
            "A: {type: object, properties: {not: {type: object, required: [x]}}}",
            &["/A/properties/not/required/0"],
        ),
        // A property that a sibling describes.
        (
            indoc! {"
                A:
                      type: object
                      properties: {p: {required: [x]}}
                      allOf:
                        - type: object
                          properties: {p: {type: object, properties: {x: {type: string}}}}"},
            &[],
        ),
        (
            indoc! {"
                A:
                      type: object
                      properties: {p: {required: [y]}}
                      allOf:
                        - type: object
                          properties: {p: {type: object, properties: {x: {type: string}}}}"},
            &["/A/properties/p/required/0"],
        ),
        // The items of an array that a sibling describes.
        (
            indoc! {"
                A:
                      type: array
                      items: {required: [x]}
                      allOf:
                        - type: array
                          items: {type: object, properties: {x: {type: string}}}"},
            &[],
        ),
        // A base that another schema composes.
        (
            "A: {type: object, required: [x]}\n    B: {allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: string}}}",
            &[],
        ),
        (
            indoc! {"
                A: {type: object, required: [x]}
                    B: {allOf: [{$ref: '#/components/schemas/A'}]}
                    C:
                      allOf:
                        - $ref: '#/components/schemas/B'
                        - {type: object, properties: {x: {type: string}}}"},
            &[],
        ),
        (
            "A: {type: object, required: [x]}\n    B: {allOf: [{$ref: '#/components/schemas/A'}], properties: {y: {type: string}}}",
            &["/A/required/0"],
        ),
        ("A: {required: [x]}", &["/A/required", "/A/required/0"]),
        // Recursive schemas end.
        (
            "A: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/A'}, {required: [a, b]}]}}}",
            &["/A/properties/a/allOf/1/required/1"],
        ),
    ] {
        let document = document(&format!("    {schemas}\n"));
        let found = places(&document, ABOUT_CONTEXT);
        let found = found
            .iter()
            .map(|one| one.split("schemas").nth(1).unwrap_or(one));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{schemas}");
    }
}

/// `ID POINTER` of the errors of a document whose paths and components are given.
fn errors(text: &str) -> Vec<String> {
    let text = format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{text}");
    let document = Document::parse("x.yaml", text).expect("readable");
    let found = Lint::new(&document).run();
    let found = found.iter().filter(|one| one.severity == Severity::Error);
    let shown = found.map(|one| {
        let place = one.primary.pointer().map(ToString::to_string);
        format!("{} {}", one.id, place.unwrap_or_default())
    });
    shown.collect()
}

#[test]
fn a_style_is_allowed_at_some_locations_only() {
    let place = "/paths/~1a~1{p}/get/parameters/0/style";
    for (place_of, allowed) in [
        ("path", "simple label matrix"),
        ("query", "form spaceDelimited pipeDelimited deepObject"),
        ("header", "simple"),
        ("cookie", "form"),
    ] {
        for style in [
            "simple",
            "label",
            "matrix",
            "form",
            "spaceDelimited",
            "pipeDelimited",
            "deepObject",
        ] {
            let text = formatdoc! {"
                paths:
                  /a/{{p}}:
                    get:
                      parameters:
                        - {{name: p, in: {place_of}, required: true, style: {style}, schema: {{type: string}}}}
                        - {{name: p, in: path, required: true, schema: {{type: string}}}}
                      responses: {{'204': {{description: D}}}}
            "};
            let found = errors(&text);
            let is_error = found.contains(&format!("style-not-allowed {place}"));
            assert_eq!(
                is_error,
                !allowed.split(' ').any(|one| one == style),
                "{place_of} {style}"
            );
        }
    }
    let text = indoc! {"
        paths: {}
        components:
          headers: {H: {style: form, schema: {type: string}}}
          requestBodies:
            B: {content: {a/b: {schema: {type: object, properties: {x: {}}}, encoding: {x: {style: simple}}}}}
    "};
    assert_eq!(
        errors(text),
        [
            "style-not-allowed /components/headers/H/style",
            "style-not-allowed /components/requestBodies/B/content/a~1b/encoding/x/style"
        ]
    );
}

#[test]
fn violations_of_the_specification_are_errors() {
    for (text, expected) in [
        ("paths:\n  pets: {}\n", "keyword-unknown /paths/pets"),
        (
            "servers: [{url: 'https://{a'}]\npaths: {}\n",
            "server-url-invalid /servers/0/url",
        ),
        (
            "servers: [{url: 'https://a}/'}]\npaths: {}\n",
            "server-url-invalid /servers/0/url",
        ),
        (
            "externalDocs: {url: a b}\npaths: {}\n",
            "url-malformed /externalDocs/url",
        ),
        (
            "paths: {}\ncomponents: {schemas: {A: {multipleOf: 0}}}\n",
            "value-invalid /components/schemas/A/multipleOf",
        ),
        (
            indoc! {"
                paths: {}
                components: {securitySchemes: {k: {type: apiKey, name: k, in: header, scheme: basic}}}
            "},
            "keyword-unknown /components/securitySchemes/k/scheme",
        ),
        (
            indoc! {"
                paths: {}
                components: {securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: /a, tokenUrl: /t, scopes: {}}}}}}
            "},
            "keyword-unknown /components/securitySchemes/k/flows/implicit/tokenUrl",
        ),
        (
            indoc! {"
                paths: {}
                components: {securitySchemes: {k: {type: oauth2, flows: {password: {tokenUrl: 'a b', scopes: {}}}}}}
            "},
            "url-malformed /components/securitySchemes/k/flows/password/tokenUrl",
        ),
        (
            "paths: {}\ncomponents: {links: {l: {}}}\n",
            "link-operation-unresolved /components/links/l",
        ),
        (
            indoc! {"
                paths: {}
                components: {links: {l: {operationRef: '#/paths/~1a/get'}}}
            "},
            "link-operation-unresolved /components/links/l/operationRef",
        ),
    ] {
        assert_eq!(errors(text), [expected], "{text}");
    }
    for text in [
        indoc! {"
            servers: [{url: /v1}, {url: '../v1'}, {url: v1}, {url: 'https://{a}.b', variables: {a: {default: x}}}, {url: ''}]
            paths: {}
        "},
        "externalDocs: {url: docs/a.html#b}\npaths: {}\n",
        indoc! {"
            paths: {}
            components: {links: {l: {operationRef: 'https://example.com/other.yaml#/paths/~1a/get'}}}
        "},
        indoc! {"
            paths: {}
            components: {securitySchemes: {k: {type: http, scheme: bearer, bearerFormat: JWT}}}
        "},
    ] {
        assert_eq!(errors(text), [""; 0], "{text}");
    }
}

/// Pointers of a rule's diagnostics in a document with paths whose parameters have the given
/// schemas.
fn ambiguous(paths: &[(&str, &str, &str)]) -> bool {
    let mut text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1'}
        paths:
    "}
    .to_owned();
    for (path, method, schema) in paths {
        text += &format!(
            "  {path}:\n    {method}:\n      parameters: [{{name: p, in: path, required: true, schema: {schema}}}]\n      responses: \
             {{'204': {{description: D}}}}\n"
        );
    }
    let document = Document::parse("x.yaml", text).expect("readable");
    !places(&document, &["path-ambiguous"]).is_empty()
}

#[test]
fn paths_are_ambiguous_only_if_a_request_can_match_both() {
    let any = "{type: string}";
    for (left, right, expected) in [
        (("/a/{p}/b", "get", any), ("/a/c/{p}", "get", any), true),
        (("/a/{p}/b", "get", any), ("/a/c/{p}", "post", any), false),
        (
            ("/a/{p}/b", "get", "{type: string, format: uuid}"),
            ("/a/c/{p}", "get", any),
            false,
        ),
        (
            ("/a/{p}/b", "get", "{type: integer}"),
            ("/a/c/{p}", "get", any),
            false,
        ),
        (
            ("/a/{p}/b", "get", "{type: integer}"),
            ("/a/12/{p}", "get", any),
            true,
        ),
        (
            ("/a/{p}/b", "get", "{type: string, enum: [x, c]}"),
            ("/a/c/{p}", "get", any),
            true,
        ),
        (
            ("/a/{p}/b", "get", "{type: string, enum: [x, y]}"),
            ("/a/c/{p}", "get", any),
            false,
        ),
        (
            ("/a/{p}/b", "get", "{type: string, pattern: '^[0-9]+$'}"),
            ("/a/c/{p}", "get", any),
            false,
        ),
        (("/a/x-{p}/b", "get", any), ("/a/c/{p}", "get", any), false),
        (("/a/x-{p}/b", "get", any), ("/a/x-1/{p}", "get", any), true),
        (("/a/{p}", "get", any), ("/a/b", "get", any), false),
    ] {
        assert_eq!(ambiguous(&[left, right]), expected, "{left:?} {right:?}");
    }
}

#[test]
fn reports_a_secret_once() {
    let secret = "kT9vQ2xL7mZ4";
    let document = document(&format!(
        "    A: {{type: object, properties: {{password: {{type: string, example: {secret}}}}}}}\n    B: {{type: object, properties: \
         {{password: {{type: string, example: {secret}}}}}}}\n"
    ));
    assert_eq!(
        places(&document, &["secret-like-example"]),
        ["secret-like-example: /components/schemas/A/properties/password/example"]
    );
}

#[test]
fn accepts_numbers_out_of_range_as_numbers() {
    let digits = "9".repeat(400);
    let document = document(&format!(
        "    A: {{type: number, example: 1e400}}\n    B: {{type: integer, example: {digits}}}\n    C: {{type: number, maximum: -1e400}}\n    \
         D: {{type: number, example: 1.7976931348623157e308}}\n    E: {{type: string, example: 1e400}}\n"
    ));
    assert_eq!(
        places(
            &document,
            &["number-out-of-range", "example-invalid", "value-invalid"]
        ),
        [
            "number-out-of-range: /components/schemas/A/example",
            "number-out-of-range: /components/schemas/B/example",
            "number-out-of-range: /components/schemas/C/maximum",
            "example-invalid: /components/schemas/E/example",
            "number-out-of-range: /components/schemas/E/example",
        ]
    );
}

/// A schema whose `nullable` has no effect, the target of its reference, and both after following
/// the help.
const INEFFECTIVE: [[&str; 4]; 6] = [
    [
        "{type: string, nullable: true, enum: [a]}",
        "{}",
        "{type: string, nullable: true, enum: [a, null]}",
        "{}",
    ],
    [
        "{type: string, nullable: true, enum: []}",
        "{}",
        "{type: string, nullable: true, enum: [null]}",
        "{}",
    ],
    [
        "{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
        "{type: string, enum: [a]}",
        "{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
        "{type: string, nullable: true, enum: [a, null]}",
    ],
    [
        "{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
        "{allOf: [{type: string, enum: [a]}]}",
        "{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
        "{allOf: [{type: string, nullable: true, enum: [a, null]}]}",
    ],
    [
        "{type: string, nullable: true, oneOf: [{$ref: '#/components/schemas/B'}]}",
        "{type: string, enum: [a]}",
        "{type: string, nullable: true, oneOf: [{$ref: '#/components/schemas/B'}]}",
        "{type: string, nullable: true, enum: [a, null]}",
    ],
    [
        "{type: string, nullable: true, anyOf: [{enum: [b]}, {$ref: '#/components/schemas/B'}]}",
        "{type: string, enum: [a]}",
        "{type: string, nullable: true, anyOf: [{enum: [b]}, {$ref: '#/components/schemas/B'}]}",
        "{type: string, nullable: true, enum: [a, null]}",
    ],
];

#[test]
fn following_the_help_resolves_an_ineffective_nullable() {
    let rules = [
        "nullable-ineffective",
        "enum-value-type-mismatch",
        "nullable-without-type",
    ];
    let found = |a: &str, b: &str| {
        let document = document(&format!("    A: {a}\n    B: {b}\n"));
        places(&document, &rules)
    };
    for [before, other, after, other_after] in INEFFECTIVE {
        let expected = "nullable-ineffective: /components/schemas/A/nullable";
        assert_eq!(found(before, other), [expected], "{before}");
        assert!(found(after, other_after).is_empty(), "{after}");
    }
    for (schema, other) in [
        ("{type: string, enum: [a]}", "{}"),
        (
            "{type: string, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
            "{description: D}",
        ),
        (
            "{type: string, nullable: true, oneOf: [{enum: [b]}, {$ref: '#/components/schemas/B'}]}",
            "{type: string, nullable: true}",
        ),
    ] {
        assert!(found(schema, other).is_empty(), "{schema}");
    }
}

/// Validators accept it, other programs do not: a sample is valid for both.
#[test]
fn samples_never_contain_a_null_that_openapi_excludes() {
    for [schema, other, ..] in INEFFECTIVE {
        let document = document(&format!(
            "    A: {schema}\n    B: {other}\n    C: {{type: object, required: [a], properties: {{a: {{$ref: \
             '#/components/schemas/A'}}, l: {{type: array, minItems: 1, items: {{$ref: '#/components/schemas/A'}}}}}}}}\n    D: {{type: object, \
             minProperties: 1, additionalProperties: {{$ref: '#/components/schemas/A'}}}}\n"
        ));
        let pointer = |name: &str| Pointer::parse(&format!("/components/schemas/{name}"));
        let schemas = ["A", "C", "D"].map(|name| pointer(name).expect("well-formed"));
        let samples = Samples::new(&document, schemas.clone());
        for schema in &schemas {
            for direction in [Direction::Request, Direction::Response] {
                let mut state = 7_u64;
                let mut draw = |below: u64| {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    (state >> 33) % below
                };
                let random = (0..50).map(|_| samples.random(schema, direction, &mut draw));
                let values = [
                    samples.complete(schema, direction),
                    oas::sample(&document, schema, direction),
                ];
                for value in values.into_iter().chain(random).flatten() {
                    assert!(!value.to_string().contains("null"), "{schema}: {value}");
                }
            }
        }
    }
}

#[test]
fn reports_references_to_objects_of_another_kind() {
    for (reference, expected) in [
        ("'#/components/schemas/A'", true),
        ("'#/components/schemas/A/properties/a'", true),
        ("'#/components/x-more/A'", true),
        ("'#'", false),
        ("'#/info'", false),
        ("'#/info/title'", false),
        ("'#/paths/~1a/get'", false),
        ("'#/components/responses/R'", false),
        ("'#/components/parameters/P'", false),
    ] {
        let text = formatdoc! {"
            openapi: 3.0.3
            info: {{title: T, version: '1'}}
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: D
                      content: {{application/json: {{schema: {{$ref: {reference}}}}}}}
            components:
              schemas: {{A: {{type: object, properties: {{a: {{type: string}}}}}}}}
              responses: {{R: {{description: D}}}}
              parameters: {{P: {{name: p, in: query, schema: {{type: string}}}}}}
              x-more: {{A: {{type: string}}}}
        "};
        let document = Document::parse("x.yaml", text).expect("readable");
        let found = places(&document, &["reference-to-other-kind"]);
        assert_eq!(found.is_empty(), expected, "{reference}: {found:?}");
    }
}

/// The specification says that such a property SHOULD NOT be sent, not that it must not.
#[test]
fn warns_of_examples_with_properties_of_the_other_direction() {
    let text = indoc! {"
        openapi: 3.0.3
        info: {title: T, version: '1'}
        paths:
          /a:
            post:
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: {id: 1, pin: x}}}
              responses:
                '200':
                  description: D
                  content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: {id: x, pin: y}}}
        components:
          schemas: {A: {type: object, properties: {id: {type: integer, readOnly: true}, pin: {type: string, writeOnly: true}}}}
    "};
    let document = Document::parse("x.yaml", text).expect("readable");
    let found = Lint::new(&document).run();
    let found = found.iter().filter(|one| one.id == "example-invalid");
    let found: Vec<_> = found
        .map(|one| (one.severity, one.message.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (
                Severity::Warning,
                "`id` is read-only: a request must not have it"
            ),
            (Severity::Error, "expected an integer, found string \"x\""),
            (
                Severity::Warning,
                "`pin` is write-only: a response must not have it"
            ),
        ]
    );
}
