//! Loading ends for any input: with a document, or with an error that has a location.

use indoc::formatdoc;
use oas::lint::Lint;
use oas::{Document, LoadError};

fn rejection(text: String) -> String {
    let error = Document::parse("x", text).expect_err("hostile");
    assert!(error.location().is_some());
    error.to_string()
}

#[test]
fn bounds_exponential_aliases() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let below = level - 1;
        let aliases = vec![format!("*a{below}"); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    assert_eq!(
        rejection(bomb.clone()),
        "read x:7:10: the document has more than 2 million values, aliases replaced"
    );
    let merging = bomb
        .replace('[', "{<<: [")
        .replace(']', "]}")
        .replace("x, ", "");
    assert!(rejection(merging).contains("more than 2 million values"));
}

#[test]
fn bounds_nesting() {
    let deep = "read x:1:256: brackets nest deeper than 255 levels";
    assert_eq!(rejection("[".repeat(1_000_000)), deep);
    assert_eq!(rejection("[".repeat(256) + &"]".repeat(256)), deep);
    assert!(rejection("{a: ".repeat(100_000)).contains("255 levels"));
    assert!(rejection("- ".repeat(100_000) + "x").contains("256 levels"));
    let blocks: String = (0..2_000).map(|level| " ".repeat(level) + "a:\n").collect();
    assert!(rejection(blocks).contains("256 levels"));
    let aliased: String = (1..300)
        .map(|level| format!("a{level}: &a{level} [*a{}]\n", level - 1))
        .collect();
    assert!(rejection("a0: &a0 []\n".to_owned() + &aliased).contains("256 levels"));
    assert!(Document::parse("x", "[".repeat(255) + &"]".repeat(255)).is_ok());
}

/// Every diagnostic below contains its whole path.
#[test]
fn bounds_the_length_of_pointers() {
    let nested = |keys: &[usize]| -> String {
        let open: String = keys
            .iter()
            .map(|size| format!("{{{}: ", "k".repeat(*size)))
            .collect();
        open + "[]" + &"}".repeat(keys.len())
    };
    for keys in [&[1_000_000][..], &[4097], &[2000, 2000, 97]] {
        assert!(
            rejection(nested(keys)).contains("longer than 4,096 bytes"),
            "{keys:?}"
        );
    }
    assert!(Document::parse("x", nested(&[4096])).is_ok());
    assert!(Document::parse("x", nested(&[2000, 2000, 96])).is_ok());
}

#[test]
fn reads_long_scalars_and_keys() {
    let megabyte = "x".repeat(1 << 20);
    for text in [
        format!("a: {megabyte}\n"),
        format!("a: \"{megabyte}\"\n"),
        format!("a: |\n  {megabyte}\n"),
        format!("# {megabyte}\na: {megabyte}"),
    ] {
        let document = Document::parse("x", text).expect("readable");
        assert_eq!(
            document.root()["a"]
                .as_str()
                .map(|text| text.trim_end().len()),
            Some(1 << 20)
        );
    }
    // YAML allows 1024 characters for a key that is not announced by a question mark.
    assert!(rejection(format!("{megabyte}: a")).starts_with("read x:1:"));
}

#[test]
fn reports_every_duplicate_of_a_key() {
    let document = Document::parse("x", "a: 1\n".repeat(20_000)).expect("readable");
    assert_eq!(document.duplicate_keys().len(), 19_999);
}

#[test]
fn locates_invalid_utf_8() {
    let error = Document::from_bytes("x", b"ok: \xc3\xa9\n\xff\xfe".to_vec()).expect_err("no text");
    assert!(matches!(error, LoadError::Encoding { .. }));
    assert_eq!(error.to_string(), "read x:2:1: the text is not UTF-8");
    assert_eq!(
        rejection("a: 1\0b: 2".to_owned()),
        "read x:1:5: a NUL character is not allowed in YAML or JSON"
    );
}

/// The ids of the diagnostics of a document with the given schemas.
fn found_in_schemas(schemas: &str) -> Vec<String> {
    let text = formatdoc! {"
        openapi: 3.0.3
        info: {{title: T, version: '1', description: D}}
        paths: {{}}
        components:
          schemas:
        {schemas}"};
    let document = Document::parse("x", text).expect("readable");
    let found = Lint::new(&document).run();
    let ids = found.iter().map(|one| one.id.to_string());
    ids.filter(|id| id != "description-missing").collect()
}

#[test]
fn long_chains_of_schemas_are_linted() {
    let chain: String = (0..2_000)
        .map(|at| {
            format!(
                "    S{at}: {{allOf: [{{$ref: '#/components/schemas/S{}'}}]}}\n",
                at + 1
            )
        })
        .collect();
    let end = "    S2000: {type: string, example: 1}\n    Z: {allOf: [{$ref: '#/components/schemas/S0'}], example: 1}\n";
    assert_eq!(
        found_in_schemas(&(chain + end)),
        ["example-invalid", "example-invalid"]
    );
}

/// Each schema refers to the next one twice: there are more paths to the last one than can be
/// tried.
#[test]
fn bounds_exponential_branches() {
    let branches: String = (0..200)
        .map(|at| {
            let next = format!("$ref: '#/components/schemas/S{}'", at + 1);
            format!("    S{at}: {{oneOf: [{{{next}}}, {{allOf: [{{{next}}}]}}]}}\n")
        })
        .collect();
    let end = "    S200: {type: string}\n    Z: {allOf: [{$ref: '#/components/schemas/S190'}], example: x}\n    \
               Y: {allOf: [{$ref: '#/components/schemas/S0'}], example: 1}\n";
    found_in_schemas(&(branches + end));
}

/// Both branches go on into the value, and the value fails only at its end.
#[test]
fn bounds_branches_that_grow_with_the_value() {
    let branch = |title| {
        format!(
            "{{title: {title}, type: object, properties: {{a: {{$ref: '#/components/schemas/T'}}}}}}"
        )
    };
    let value = "{a: ".repeat(150) + "1" + &"}".repeat(150);
    let (a, b) = (branch("A"), branch("B"));
    let schemas = format!("    T:\n      anyOf: [{a}, {b}]\n      example: {value}\n");
    assert_eq!(found_in_schemas(&schemas), ["example-invalid"]);
}

#[test]
fn locates_many_diagnostics_in_one_object() {
    let wide: String = (0..3_000)
        .map(|at| format!("    S{at}: {{$ref: '#/nowhere/{at}'}}\n"))
        .collect();
    assert_eq!(found_in_schemas(&wide).len(), 3_000);
}
