//! The generator and the linter read the same tree, with two YAML readers.

use std::path::Path;

use anyhow::{Result, ensure};
use client_codegen::surface::tree;
use fastrand::Rng;
use indoc::indoc;
use oas::{
    Document, Severity,
    lint::{Lint, RULES},
};

/// Asserts that both read the same tree, or that both report an error.
fn is_read_alike(name: &str, text: &str) -> Result<()> {
    let document = Document::parse(name, text);
    match (tree(text), document) {
        (Ok(tree), Ok(document)) => ensure!(
            &tree == document.root(),
            "{name}: {text}\nthe generator reads {tree}\nlint reads {}",
            document.root()
        ),
        (Ok(tree), Err(error)) => {
            anyhow::bail!("{name}: {text}\nthe generator reads {tree}, lint: {error}")
        }
        (Err(_), Err(_)) => {}
        (Err(error), Ok(document)) => {
            let diagnostics = Lint::new(&document).run();
            let is_error = diagnostics
                .iter()
                .any(|one| one.severity == Severity::Error);
            ensure!(
                is_error,
                "{name}: {text}\nthe generator: {error}\nlint reads {}",
                document.root()
            );
        }
    }
    Ok(())
}

#[test]
fn reads_the_document_alike() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/tasks.yaml");
    is_read_alike("tasks.yaml", &std::fs::read_to_string(path)?)
}

#[test]
fn reads_the_examples_of_every_rule_alike() -> Result<()> {
    let mut count = 0;
    for rule in RULES {
        for block in rule.documentation.split("\n```yaml,").skip(1) {
            let text = block
                .split_once('\n')
                .and_then(|(_, rest)| rest.split("\n```").next())
                .unwrap_or_default();
            count += 1;
            is_read_alike(rule.id, text)?;
        }
    }
    assert!(
        count >= 2 * RULES.len(),
        "each rule has an example of either kind, and {count} were read"
    );
    Ok(())
}

#[test]
fn reads_every_scalar_alike() {
    let texts = SCALARS.map(|scalar| format!("a: {scalar}\n"));
    let failures: Vec<_> = texts
        .iter()
        .filter_map(|text| is_read_alike("scalar", text).err())
        .map(|error| error.to_string())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Numbers beyond 64 bits, duplicate keys, merge keys, and every other scalar that two readers may
/// read differently.
#[test]
fn reads_random_documents_alike() -> Result<()> {
    let mut failures = Vec::new();
    for seed in 0..2000 {
        let text = random(&mut Rng::with_seed(seed));
        if let Err(error) = is_read_alike(&seed.to_string(), &text) {
            failures.push(error);
        }
    }
    let first = failures.first().map(ToString::to_string);
    assert!(
        failures.is_empty(),
        "{} failures: {}",
        failures.len(),
        first.unwrap_or_default()
    );
    Ok(())
}

const SCALARS: [&str; 43] = [
    "1",
    "-7",
    "+3",
    "007",
    "1.5",
    "-0.0",
    "1.",
    ".5",
    "1e3",
    "1E+2",
    "1e400",
    "-1e400",
    "1e-400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "100000000000000000000000.5",
    "0x1F",
    "0o17",
    "1_000",
    ".inf",
    "-.inf",
    ".nan",
    "~",
    "null",
    "Null",
    "true",
    "True",
    "yes",
    "on",
    "2024-01-01",
    "12:30:45",
    "text",
    "'1'",
    "'a: b'",
    "\"\\u00e9\\n\"",
    "\"\\ud83d\\ude00\"",
    "!!str 1",
    "!!int '5'",
    "'null'",
    "''",
];

/// YAML in block or flow style.
fn random(rng: &mut Rng) -> String {
    let mut text = String::from(indoc! {"
            base: &base {x: 1, y: [a, 2.5]}
            other: &other {y: 3, z: 1e400}
        "});
    if rng.bool() {
        text = text.replace("1e400", "1e40");
    }
    for index in 0..rng.usize(1..6) {
        // One of two keys may occur twice.
        let key = ["a", "b", "c", "1", "true", "'quoted'"][rng.usize(..6)];
        let key = if rng.u8(..4) == 0 {
            key.to_owned()
        } else {
            format!("{key}{index}")
        };
        text += &format!("{key}: {}\n", value(rng, 2));
    }
    text
}

fn value(rng: &mut Rng, depth: usize) -> String {
    match rng.usize(..if depth == 0 { 4 } else { 8 }) {
        0..=3 => SCALARS[rng.usize(..SCALARS.len())].to_owned(),
        4 => "*base".to_owned(),
        5 => {
            let items: Vec<_> = (0..rng.usize(..4)).map(|_| value(rng, depth - 1)).collect();
            format!("[{}]", items.join(", "))
        }
        6 => {
            let merged = ["*base", "*other", "[*base, *other]", "{x: 5}", "5"][rng.usize(..5)];
            format!("{{<<: {merged}, y: {}}}", value(rng, depth - 1))
        }
        _ => {
            let members: Vec<_> = (0..rng.usize(..4))
                .map(|_| {
                    let key = ["k", "l", "2", "2.5", "null", "\"k\""][rng.usize(..6)];
                    format!("{key}: {}", value(rng, depth - 1))
                })
                .collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}
