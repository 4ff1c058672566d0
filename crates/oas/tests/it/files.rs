//! Documents of several files.

use std::collections::HashMap;
use std::path::Path;

use indoc::{formatdoc, indoc};
use oas::lint::{Lint, Selection};
use oas::report::{Format, Report};
use oas::{Document, FileError, Files, Found, Pointer, Reason, RootPath};

/// Files in memory.
struct InMemory(HashMap<&'static str, Vec<u8>>);

impl Files for InMemory {
    fn read(&self, path: &RootPath) -> Result<Found, FileError> {
        let bytes = self.0.get(path.as_str()).ok_or(FileError::Unavailable)?;
        Ok(Found {
            path: path.clone(),
            bytes: bytes.clone(),
        })
    }
}

/// The document `api/openapi.yaml` with other files below the root.
fn document(entry: &str, files: &[(&'static str, &str)]) -> Document {
    let path = RootPath::new(Path::new("api/openapi.yaml")).expect("a path");
    let files = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes().to_vec()));
    let files = InMemory(files.collect());
    let document = Document::with_files("api/openapi.yaml", entry.into(), &path, &files);
    document.expect("readable")
}

const HEAD: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
tags: [{name: Pets, description: Pets.}]
";

fn with_head(rest: &str) -> String {
    format!("{HEAD}{rest}")
}

/// `id file:line:column message`, one per diagnostic.
fn linted(document: &Document) -> Vec<String> {
    let lint = Lint {
        selection: Selection::new(&[], &["codegen", "example-missing"]).expect("a category"),
        ..Lint::new(document)
    };
    let diagnostics = lint.run();
    let sources = lint.sources();
    let report = Report {
        sources: &sources,
        diagnostics: &diagnostics,
        rules: &[],
    };
    let json: serde_json::Value =
        serde_json::from_str(&report.render(Format::Json, false)).expect("JSON");
    let text =
        |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let findings = json["findings"].as_array().expect("a list").iter();
    let lines = findings.map(|one| {
        let (id, file, message) = (text(one, "id"), text(one, "file"), text(one, "message"));
        format!("{id} {file}:{}:{} {message}", one["line"], one["column"])
    });
    lines.collect()
}

const OPERATION: &str = "\
operationId: listPets
summary: List pets
description: Lists all pets.
tags: [Pets]
parameters: [{$ref: '../common.yaml#/limit'}]
responses:
  '200':
    description: The pets.
    content:
      application/json:
        schema: {type: array, items: {$ref: '../schemas/Pet.yaml'}}
        examples:
          two: {$ref: '../examples.yaml#/two'}
  4XX: {$ref: '../common.yaml#/Error'}
";

const COMMON: &str = "\
limit: {name: limit, in: query, description: How many., schema: {$ref: '#/Count'}}
Count: {type: integer, minimum: 0}
Error: {description: An error., content: {application/json: {schema: {$ref: 'openapi.yaml#/components/schemas/Error'}, example: {code: a}}}}
";

const PET: &str = "\
description: A pet.
type: object
properties:
  name: {description: Its name., type: string}
  parent: {$ref: Pet.yaml}
  home: {$ref: '../../shared/Home.yaml#/Home'}
";

const ENTRY: &str = "\
paths:
  /pets:
    get: {$ref: paths/list.yaml}
  /dogs: {$ref: 'paths/dogs.yaml#/item'}
components:
  schemas:
    Error: {description: An error., type: object, properties: {code: {description: A code., type: string}}}
";

fn all(home: &str, example: &str) -> Document {
    let dogs = indoc! {"
        item:
          get:
            $ref: list.yaml
    "};
    let dogs = dogs.replace(
        "$ref: list.yaml",
        &OPERATION
            .replace("listPets", "listDogs")
            .replace('\n', "\n    "),
    );
    document(
        &with_head(ENTRY),
        &[
            ("api/paths/list.yaml", OPERATION),
            ("api/paths/dogs.yaml", &dogs),
            ("api/common.yaml", COMMON),
            ("api/schemas/Pet.yaml", PET),
            ("api/examples.yaml", example),
            ("shared/Home.yaml", home),
        ],
    )
}

const EXAMPLES: &str = "two: {value: [{name: Rex}, {name: Fido, home: {city: Rome}}]}\n";
const HOME: &str = "Home: {description: A home., type: object, properties: {city: {description: Where., type: string}}}\n";

#[test]
fn lints_files_as_one_document() {
    let document = all(HOME, EXAMPLES);
    assert_eq!(linted(&document), Vec::<String>::new());
    let ids: Vec<_> = document.operations().map(|one| one.label()).collect();
    assert_eq!(ids, ["listPets", "listDogs"]);
    let keys: Vec<_> = document.files().iter().map(oas::File::key).collect();
    assert_eq!(
        keys,
        [
            "openapi.yaml",
            "paths/list.yaml",
            "paths/dogs.yaml",
            "common.yaml",
            "schemas/Pet.yaml",
            "examples.yaml",
            "../shared/Home.yaml"
        ]
    );
}

#[test]
fn reports_defects_in_the_file_that_has_them() {
    let document = all(
        indoc! {"


            Home: {type: object, properties: {city: {description: Where., type: string}}, required: [street]}
        "},
        indoc! {"
            two:
              value:
                - name: Rex
                  home:
                    city: 1
                    street: a
        "},
    );
    assert_eq!(
        linted(&document),
        [
            "example-invalid api/examples.yaml:5:15 expected a string, found number 1",
            "example-property-undocumented api/examples.yaml:6:9 no schema describes `street`",
            "required-property-undeclared shared/Home.yaml:3:90 `street` is required, but not declared",
        ]
        .map(str::to_owned)
    );
}

/// A path whose only response refers to a schema by `reference`.
fn with_schema(reference: &str) -> String {
    let operation = OPERATION
        .replace("parameters: [{$ref: '../common.yaml#/limit'}]\n", "")
        .replace(
            "{$ref: '../common.yaml#/Error'}",
            "{description: An error.}",
        )
        .replace(
            "        examples:\n          two: {$ref: '../examples.yaml#/two'}\n",
            "",
        )
        .replace("../schemas/Pet.yaml", reference);
    with_head(&formatdoc! {"
        paths:
          /pets:
            get:
              {}
    ",
    operation.trim_end().replace('\n', "\n      ")})
}

fn unresolved(reference: &str, files: &[(&'static str, &str)]) -> Vec<(String, Reason)> {
    let document = document(&with_schema(reference), files);
    let unresolved = document.unresolved().iter();
    unresolved
        .map(|one| (one.written.clone(), one.reason.clone()))
        .collect()
}

#[test]
fn reports_one_diagnostic_for_a_reference_that_cannot_be_followed() {
    let files = [
        ("api/a.yaml", "A: {description: A., type: string}\n"),
        ("secret.yaml", "type: string"),
    ];
    for (reference, reason) in [
        ("https://example.com/a.yaml", Reason::NotRelative),
        ("/secret.yaml", Reason::NotRelative),
        ("../../secret.yaml", Reason::Outside),
        ("../../missing.yaml", Reason::Outside),
        ("../.git/config.yaml", Reason::Hidden),
        ("a.txt", Reason::Extension),
        ("b.yaml", Reason::Unavailable),
        ("a.yaml#A", Reason::NotAPointer),
        (
            "a.yaml#/B",
            Reason::Missing {
                pointer: Pointer::root().join("B"),
                file: "a.yaml".to_owned(),
            },
        ),
    ] {
        assert_eq!(
            unresolved(reference, &files),
            [(reference.to_owned(), reason)]
        );
        let linted = linted(&document(&with_schema(reference), &files));
        assert_eq!(linted.len(), 1, "{linted:#?}");
        assert!(
            linted[0].starts_with("reference-dangling api/openapi.yaml:"),
            "{linted:#?}"
        );
        assert!(linted[0].contains("unresolved reference: "), "{linted:#?}");
    }
    assert_eq!(unresolved("../secret.yaml", &files), []);
}

#[test]
fn replaces_nothing_by_a_reference_that_cannot_be_followed() {
    let entry = with_head(indoc! {"
            paths:
              /pets:
                get: {$ref: paths/a.yaml}
                put: {$ref: paths/b.yaml}
        "});
    let files = [("api/paths/b.yaml", "a: [")];
    assert_eq!(
        linted(&document(&entry, &files)),
        [
            "reference-dangling api/openapi.yaml:8:17 unresolved reference: there is no readable file `paths/a.yaml`",
            "reference-dangling api/openapi.yaml:9:17 unresolved reference: `paths/b.yaml` is not readable YAML or JSON",
            "document-unreadable api/paths/b.yaml:1:5 while parsing a node, did not find expected node content",
        ]
        .map(str::to_owned)
    );
}

#[test]
fn reads_no_other_file_without_a_folder() {
    let document = Document::parse("a.yaml", with_schema("b.yaml")).expect("readable");
    assert_eq!(document.unresolved()[0].reason, Reason::NotRead);
    assert_eq!(document.files().len(), 1);
}

#[test]
fn reference_without_a_path_is_the_file_itself() {
    let part = indoc! {"
        Pet: {description: A pet., type: object, properties: {name: {$ref: '#/Name'}, home: {$ref: '#/Gone'}}}
        Name: {description: A name., type: string, minLength: -1}
    "};
    // The entry has what the part lacks, and the other way round.
    let entry = with_schema("a.yaml#/Pet") + "x-names: 1\nGone: {type: string}\n";
    let linted = linted(&document(&entry, &[("api/a.yaml", part)]));
    let expected = [
        "keyword-unknown api/openapi.yaml:",
        "reference-dangling api/a.yaml:1:92 unresolved reference: `#/Gone` does not exist in `a.yaml`",
        "value-invalid api/a.yaml:2:",
    ];
    assert_eq!(linted.len(), expected.len(), "{linted:#?}");
    for (one, expected) in linted.iter().zip(expected) {
        assert!(one.starts_with(expected), "{linted:#?}");
    }
}

#[test]
fn copies_where_openapi_allows_no_reference() {
    let entry = "\
openapi: 3.0.3
info: {$ref: info.yaml}
servers: {$ref: 'common.yaml#/servers'}
security: []
tags: [{name: Pets, description: {$ref: 'common.yaml#/text'}}]
paths: {$ref: paths.yaml}
";
    let files = [
        (
            "api/info.yaml",
            indoc! {"
            title: T
            version: '1'
            description: D
        "},
        ),
        (
            "api/common.yaml",
            indoc! {"
                servers: [{url: https://api.example.com}]
                text: Pets.
                ids: {type: integer, minimum: 1, maximum: 0}
            "},
        ),
        (
            "api/paths.yaml",
            indoc! {"
                /pets:
                  get:
                    operationId: listPets
                    summary: S
                    description: D
                    tags: [Pets]
                    responses:
                      4XX: {description: No.}
                      '204':
                        description: Yes.
                        headers: {$ref: headers.yaml}
            "},
        ),
        (
            "api/headers.yaml",
            "X-Id: {description: D, schema: {$ref: 'common.yaml#/ids'}}\n",
        ),
    ];
    let document = document(entry, &files);
    assert_eq!(document.unresolved(), []);
    let linted = linted(&document);
    assert_eq!(linted.len(), 1, "{linted:#?}");
    assert!(
        linted[0].starts_with("bounds-contradictory api/common.yaml:3:"),
        "{linted:#?}"
    );
    let header = Pointer::parse("/paths/~1pets/get/responses/204/headers/X-Id/description")
        .expect("a pointer");
    let (file, pointer) = document.origin(&header);
    assert_eq!(
        (file.key(), pointer.as_str()),
        ("headers.yaml", "/X-Id/description")
    );
    assert_eq!(
        document.reference_to(&header),
        "headers.yaml#/X-Id/description"
    );
    assert_eq!(document.locate(&header).to_string(), "1:21");
}

#[test]
fn content_that_would_contain_itself_is_an_error() {
    let entry = with_schema("Pet.yaml");
    let pet = indoc! {"
        description: A pet.
        type: object
        properties: {$ref: 'parts.yaml#/properties'}
    "};
    let parts = indoc! {"
        properties:
          a: {description: A., type: object, properties: {$ref: '#/properties'}}
          b: {$ref: Pet.yaml}
    "};
    let document = document(&entry, &[("api/Pet.yaml", pet), ("api/parts.yaml", parts)]);
    let reasons: Vec<_> = document
        .unresolved()
        .iter()
        .map(|one| &one.reason)
        .collect();
    assert_eq!(reasons, [&Reason::Circular]);
    let linted = linted(&document);
    assert_eq!(
        linted,
        [
            "reference-dangling api/parts.yaml:2:57 unresolved reference: the content of `#/properties` contains itself"
        ]
    );
    for reference in ["a.yaml", "b.yaml", "a.yaml#/x"] {
        let files = [
            ("api/a.yaml", "$ref: b.yaml\n"),
            ("api/b.yaml", "$ref: a.yaml\n"),
        ];
        let entry = with_head(&format!("paths: {{$ref: '{reference}'}}\n"));
        let document = self::document(&entry, &files);
        assert_eq!(document.unresolved().len(), 1, "{reference}");
    }
}

/// Each file copies the next one ten times.
#[test]
fn limits_apply_to_the_sum_of_the_copies() {
    const NAMES: [&str; 9] = [
        "api/0.yaml",
        "api/1.yaml",
        "api/2.yaml",
        "api/3.yaml",
        "api/4.yaml",
        "api/5.yaml",
        "api/6.yaml",
        "api/7.yaml",
        "api/8.yaml",
    ];
    let texts: Vec<String> = (0..NAMES.len())
        .map(|file| {
            let members = (0..10).map(|at| {
                format!(
                    "p{at}: {{type: object, properties: {{$ref: {}.yaml}}}}\n",
                    file + 1
                )
            });
            members.collect()
        })
        .collect();
    let mut files: Vec<_> = NAMES
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    files.push(("api/9.yaml", "p: {type: string}\n"));
    let schema = indoc! {"
            components: {schemas: {A: {type: object, properties: {$ref: 0.yaml}}}}
            paths: {}
        "};
    let document = document(&with_head(schema), &files);
    assert!(
        document
            .unresolved()
            .iter()
            .any(|one| matches!(one.reason, Reason::Limit(_))),
        "{:?}",
        document.unresolved()
    );
}

#[test]
fn chains_of_copies_end() {
    let files: Vec<(&'static str, String)> = (0..5_000)
        .map(|at| {
            (
                &*format!("api/{at}.yaml").leak(),
                format!("$ref: {}.yaml\n", at + 1),
            )
        })
        .collect();
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let document = document(&with_head("paths: {$ref: 0.yaml}\n"), &files);
    assert_eq!(document.unresolved().len(), 1);
}

#[test]
fn discriminators_name_schemas_in_other_files() {
    let part = "\
description: A pet.
type: object
required: [kind]
properties: {kind: {description: A kind., type: string}}
discriminator: {propertyName: kind, mapping: {cat: Cat.yaml, dog: 'Dog.yaml#/Dog', none: Gone.yaml, pet: '#'}}
";
    let cat = indoc! {"
        description: A cat.
        allOf: [{$ref: Pet.yaml}, {type: object, properties: {age: {description: An age., type: integer, minimum: x}}}]
    "};
    let files = [
        ("api/Pet.yaml", part),
        ("api/Cat.yaml", cat),
        (
            "api/Dog.yaml",
            "Dog: {description: A dog., allOf: [{$ref: Pet.yaml}]}\n",
        ),
    ];
    let document = document(&with_schema("Pet.yaml"), &files);
    let linted = linted(&document);
    assert!(
        linted[0].starts_with("reference-dangling api/Pet.yaml:5:90 unresolved reference: there is no readable file `Gone.yaml`"),
        "{linted:#?}"
    );
    assert!(
        linted[1].starts_with("value-invalid api/Cat.yaml:2:"),
        "{linted:#?}"
    );
    assert_eq!(linted.len(), 2, "{linted:#?}");
}

#[test]
fn a_key_that_occurs_twice_is_reported_in_its_file() {
    let files = [(
        "api/a.yaml",
        indoc! {"
            description: A.
            type: string
            type: integer
        "},
    )];
    assert_eq!(
        linted(&document(&with_schema("a.yaml"), &files)),
        ["key-duplicate api/a.yaml:3:1 `type` is written twice"]
    );
    let files = [(
        "api/a.yaml",
        indoc! {"
        /pets:
          x-a: 1
          x-a: 2
    "},
    )];
    let copied = document(&with_head("paths: {$ref: a.yaml}\n"), &files);
    assert_eq!(
        linted(&copied),
        ["key-duplicate api/a.yaml:3:3 `x-a` is written twice"]
    );
}

#[test]
fn examples_and_extensions_are_data() {
    let entry = with_schema("a.yaml") + "x-notes: {$ref: notes.yaml}\n";
    let schema = indoc! {"
        description: A.
        type: object
        properties: {$ref: {description: R., type: string}}
        example: {$ref: gone.yaml}
        default: {$ref: '../../x'}
    "};
    let document = document(&entry, &[("api/a.yaml", schema)]);
    assert_eq!(document.unresolved(), []);
    assert_eq!(linted(&document), Vec::<String>::new());
}

#[test]
fn allow_applies_below_it_in_its_file() {
    let pet = indoc! {"
        description: A pet.
        type: object
        x-lint-allow: {bounds-contradictory: To test it.}
        properties: {a: {description: A., type: integer, minimum: 1, maximum: 0}}
    "};
    assert_eq!(
        linted(&document(
            &with_schema("Pet.yaml"),
            &[("api/Pet.yaml", pet)]
        )),
        Vec::<String>::new()
    );
}

#[test]
fn names_that_resemble_internal_ones_are_ordinary() {
    let entry = with_schema("a.yaml")
        + indoc! {"
            '@files': {a.yaml: {type: string}}
            components: {schemas: {A: {description: A., type: object, properties: {a: {$ref: '#/@files/a.yaml'}}}}}
        "};
    let document = document(
        &entry,
        &[("api/a.yaml", "{description: A., type: integer}")],
    );
    assert_eq!(document.unresolved().len(), 1);
}

#[test]
fn names_of_files_may_have_any_characters() {
    let document = document(
        &with_schema("a%20%C3%BC~%25/b%23c.yaml#/x~1y"),
        &[(
            "api/a ü~%/b#c.yaml",
            "x/y: {description: A., type: integer, minimum: 1, maximum: 0}\n",
        )],
    );
    let linted = linted(&document);
    assert_eq!(linted.len(), 1, "{linted:#?}");
    assert!(
        linted[0].starts_with("bounds-contradictory api/a ü~%/b#c.yaml:1:"),
        "{linted:#?}"
    );
}

#[test]
fn a_comparison_reports_every_difference_in_every_file() {
    let parts = |unknown: &str, limit: &str| {
        let common = COMMON.replace("Error: {", &format!("Error: {{foo: {unknown}, "))
            + "unused: "
            + unknown
            + "\n";
        document(
            &with_head(ENTRY),
            &[
                ("api/paths/list.yaml", OPERATION),
                ("api/paths/dogs.yaml", "item: {}\n"),
                ("api/common.yaml", &common),
                ("api/schemas/Pet.yaml", &PET.replace("type: string", limit)),
                ("api/examples.yaml", EXAMPLES),
                ("shared/Home.yaml", HOME),
            ],
        )
    };
    let ids = |base: &Document, revision: &Document| {
        let today = chrono::NaiveDate::from_ymd_opt(2030, 1, 1).expect("a date");
        let findings = oas::diff::diff(base, revision, &oas::diff::Options::new(today));
        let ids = findings.changes.into_iter().map(|one| {
            assert!(!one.message.contains("@files"), "{}", one.message);
            one.id.to_string()
        });
        ids.collect::<Vec<_>>()
    };
    let base = parts("1", "type: string");
    assert_eq!(ids(&base, &base), Vec::<String>::new());
    assert_eq!(
        ids(&base, &parts("2", "type: string")),
        ["unclassified-change"]
    );
    let narrowed = parts("1", "type: string, maxLength: 3");
    let found = ids(&base, &narrowed);
    assert!(
        found
            .iter()
            .any(|id| id == "response-property-max-length-set" || id.contains("max-length")),
        "{found:?}"
    );
}

/// A part that is in a file on one side only was compared where it is referred to.
#[test]
fn a_comparison_reports_what_is_unknown_in_a_file_of_one_side() {
    const INLINE: &str = "paths: {/a: {get: {responses: {'204': {description: d}}}}}\n";
    const REFERRING: &str = "paths: {/a: {$ref: 'FILE'}}\n";
    const ITEM: &str = "get: {responses: {'204': {description: d}}}\n";
    let with_unknown = format!("foo: 1\n{ITEM}");
    let inline = document(&with_head(INLINE), &[]);
    let in_file = |name: &'static str, text: &str| {
        document(
            &with_head(&REFERRING.replace("FILE", name)),
            &[(
                if name == "a.yaml" {
                    "api/a.yaml"
                } else {
                    "api/b.yaml"
                },
                text,
            )],
        )
    };
    let today = chrono::NaiveDate::default();
    let options = oas::diff::Options::new(today);
    let unclassified = |base: &Document, revision: &Document| {
        let changes = oas::diff::diff(base, revision, &options).changes;
        let messages = changes.into_iter().map(|change| change.message);
        messages.collect::<Vec<_>>()
    };
    let (plain, unknown) = (in_file("a.yaml", ITEM), in_file("b.yaml", &with_unknown));
    for other in [&inline, &plain] {
        assert_eq!(
            unclassified(other, &unknown),
            ["`b.yaml#/foo` was added, which is not classified"]
        );
        assert_eq!(
            unclassified(&unknown, other),
            ["`b.yaml#/foo` was removed, which is not classified"]
        );
    }
    assert_eq!(unclassified(&inline, &plain), Vec::<String>::new());
}
