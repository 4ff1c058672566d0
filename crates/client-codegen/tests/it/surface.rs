//! Edits of a document, and the changes for callers of the generated client that each causes.
#![cfg(feature = "surface")]

use std::{error::Error, fmt::Write as _};

use client_codegen::{
    Settings, generate,
    surface::{Level, Origins, Part, Surface, compare, parts},
};
use indoc::formatdoc;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const BASE: &str = "\
openapi: 3.0.3
info: {title: Orders, version: '1'}
paths:
  /orders:
    post:
      operationId: placeOrder
      parameters:
        - {name: X-Version, in: header, schema: {type: string}}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
      responses:
        '201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
components:
  schemas:
    NewOrder:
      type: object
      required: [title]
      properties:
        title: {type: string, description: The title.}
        colour: {$ref: '#/components/schemas/Colour'}
        due: {type: string, format: date-time, nullable: true}
        size: {type: string, enum: [small, large]}
    Colour: {type: string, x-extensible-enum: [red, green]}
    Order:
      type: object
      properties:
        id: {type: string}
        items: {type: array, items: {type: object, properties: {sku: {type: string}}}}
";

fn parts_of(document: &str) -> Result<Vec<Part>> {
    Ok(parts(
        &generate(document, &Settings::new("crate::client"))?.source,
    )?)
}

/// The changes that a replacement in the document causes, each with the pointer of its cause.
fn edited(base: &[Part], from: &str, to: &str) -> Result<String> {
    assert!(BASE.contains(from), "{from}");
    let document = BASE.replace(from, to);
    let (before, after) = (Origins::read(BASE)?, Origins::read(&document)?);
    let mut report = String::new();
    for change in compare(base, &parts_of(&document)?)? {
        let origins = if change.revision.is_none() && change.base.is_some() {
            &before
        } else {
            &after
        };
        writeln!(
            report,
            "{change}\n    {}",
            origins.pointer(&change.path).unwrap_or("-")
        )?;
    }
    Ok(report)
}

#[test]
fn edits_of_a_document() -> Result {
    let edits = [
        ("nothing", "Orders", "Orders"),
        (
            "a property more",
            "        id: {type: string}\n",
            "        id: {type: string}\n        name: {type: string}\n",
        ),
        ("a property less", "        id: {type: string}\n", ""),
        (
            "a property renamed",
            "        id: {type: string}\n",
            "        key: {type: string}\n",
        ),
        (
            "a property of an inline object more",
            "sku: {type: string}",
            "sku: {type: string}, count: {type: integer}",
        ),
        (
            "a property that became required",
            "[title]",
            "[title, colour]",
        ),
        ("a property that lost its null", ", nullable: true", ""),
        (
            "a type changed",
            "id: {type: string}",
            "id: {type: integer}",
        ),
        ("a value more", "[red, green]", "[red, green, blue]"),
        ("a value less", "[red, green]", "[red]"),
        (
            "a value of a closed enum more",
            "[small, large]",
            "[small, large, huge]",
        ),
        ("an operation renamed", "placeOrder", "makeOrder"),
        (
            "an operation deprecated",
            "      parameters:",
            "      deprecated: true\n      x-sunset: '2030-01-01'\n      parameters:",
        ),
        (
            "a parameter less",
            "      parameters:\n        - {name: X-Version, in: header, schema: {type: string}}\n",
            "",
        ),
        ("a component renamed", "Colour", "Color"),
        ("a description", "The title.", "The name."),
        ("a version", "version: '1'", "version: '2'"),
    ];
    let base = parts_of(BASE)?;
    let mut report = String::new();
    for (name, from, to) in edits {
        writeln!(report, "# {name}\n{}", edited(&base, from, to)?)?;
    }
    assert_snapshot!(report);
    Ok(())
}

/// Cargo's rules for Rust that this generator does not write.
#[test]
fn classifies_changes_by_the_rules_of_cargo() -> Result {
    let cases = [
        (
            "pub struct A { pub a: u8 }",
            "pub struct A { pub a: u8, pub b: u8 }",
            Level::Major,
        ),
        (
            "#[non_exhaustive] pub struct A { pub a: u8 }",
            "#[non_exhaustive] pub struct A { pub a: u8, pub b: u8 }",
            Level::Minor,
        ),
        (
            "pub struct A { pub a: u8, b: u8 }",
            "pub struct A { pub a: u8, b: u8, pub c: u8 }",
            Level::Minor,
        ),
        (
            "pub struct A { pub a: u8 }",
            "pub struct A { pub a: u8, b: u8 }",
            Level::Major,
        ),
        (
            "pub struct A { pub a: u8 }",
            "#[non_exhaustive] pub struct A { pub a: u8 }",
            Level::Major,
        ),
        (
            "#[non_exhaustive] pub struct A { pub a: u8 }",
            "pub struct A { pub a: u8 }",
            Level::Minor,
        ),
        (
            "pub struct A { pub a: Option<u8> }",
            "pub struct A { pub a: u8 }",
            Level::Major,
        ),
        ("pub enum E { A }", "pub enum E { A, B }", Level::Major),
        (
            "#[non_exhaustive] pub enum E { A }",
            "#[non_exhaustive] pub enum E { A, B }",
            Level::Minor,
        ),
        (
            "pub enum E { A(u8) }",
            "pub enum E { A(u16) }",
            Level::Major,
        ),
        (
            "pub enum E { A }",
            "#[non_exhaustive] pub enum E { A }",
            Level::Major,
        ),
        (
            "#[derive(Clone)] pub struct A;",
            "pub struct A;",
            Level::Major,
        ),
        (
            "pub struct A;",
            "#[derive(Clone)] pub struct A;",
            Level::Minor,
        ),
        (
            "pub struct A; impl Clone for A {}",
            "#[derive(Clone)] pub struct A;",
            Level::Patch,
        ),
        (
            "pub struct A; impl A { pub fn f(&self) {} }",
            "pub struct A; impl A { fn f(&self) {} }",
            Level::Major,
        ),
        (
            "pub struct A; impl A { pub fn f(&self) {} }",
            "pub struct A; impl A { pub fn f(&mut self) {} }",
            Level::Major,
        ),
        ("pub fn f() {}", "#[deprecated] pub fn f() {}", Level::Minor),
        ("pub fn f() {}", "pub fn f() { loop {} }", Level::Patch),
        ("pub const A: u8 = 1;", "pub const A: u8 = 2;", Level::Patch),
        (
            "pub const A: u8 = 1;",
            "pub const A: u16 = 1;",
            Level::Major,
        ),
        ("pub use a::B;", "", Level::Major),
        (
            "pub mod m { pub struct A; }",
            "mod m { pub struct A; }",
            Level::Major,
        ),
        ("pub struct A;", "pub enum A {}", Level::Major),
        (
            "pub type A = ::std::string::String;",
            "pub type A = std::string::String;",
            Level::Patch,
        ),
    ];
    for (before, after, expected) in cases {
        let changes = compare(&parts(before)?, &parts(after)?)?;
        assert_eq!(
            changes.iter().map(|change| change.level).max(),
            Some(expected),
            "{before} | {after}: {changes:?}"
        );
        assert!(compare(&parts(before)?, &parts(before)?)?.is_empty());
    }
    Ok(())
}

#[test]
fn parses_snapshots_back_to_parts() -> Result {
    for part in parts_of(BASE)? {
        let text = formatdoc! {"
            ---
            source: tests/generated.rs
            ---
            {}", part.source};
        assert_eq!(
            Part::from_snapshot(&format!("{}.snap", part.name), &text),
            Some(part)
        );
    }
    assert_eq!(Part::from_snapshot("index.snap", "---\n---\n"), None);
    Ok(())
}

#[test]
fn every_type_has_one_origin() -> Result {
    let origins = Origins::read(BASE)?;
    let surface = Surface::read([generate(BASE, &Settings::new("crate::client"))?
        .source
        .as_str()])?;
    let mut listing = String::new();
    for (path, item) in surface
        .iter()
        .filter(|(path, _)| path.starts_with("types::") && !path.contains(" as "))
    {
        writeln!(
            listing,
            "{} {path}  {}",
            item.kind,
            origins.pointer(path).unwrap_or("-")
        )?;
    }
    assert_snapshot!(listing);
    Ok(())
}
