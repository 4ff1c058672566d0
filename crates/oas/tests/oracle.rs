//! The official JSON Schema of OpenAPI 3.0 as an oracle: what it rejects is an error here, and the
//! reverse, with exceptions.
//!
//! The schema is part of the Python package openapi-spec-validator. `.ci/e2e` installs it, and runs
//! this test.

#[path = "it/blocks.rs"]
mod blocks;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::Write as _;
use std::process::{Command, Stdio};

use blocks::blocks;
use oas::lint::{Lint, RULES};
use oas::{Document, Pointer, Severity};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Rules whose errors the schema cannot express, with the reasons.
const NOT_EXPRESSIBLE: &[(&str, &str)] = &[
    ("allow-reason-missing", "an extension of this workspace"),
    (
        "array-items-missing",
        "required by the text, not by the schema",
    ),
    ("bounds-contradictory", "compares two values"),
    (
        "component-name-invalid",
        "the schema ignores such a component",
    ),
    ("default-invalid", "a value against its schema"),
    (
        "encoding-property-undeclared",
        "compares keys with another schema",
    ),
    ("enum-value-type-mismatch", "a value against its schema"),
    ("example-invalid", "a value against its schema"),
    ("link-operation-unresolved", "follows a reference"),
    ("operation-id-duplicate", "compares operations"),
    (
        "parameter-duplicate",
        "compares names, not whole parameters",
    ),
    ("path-duplicate", "compares paths"),
    ("path-parameter-undeclared", "compares names with the path"),
    ("path-parameter-unused", "compares names with the path"),
    (
        "path-template-invalid",
        "the schema does not read templates",
    ),
    (
        "pattern-invalid",
        "regular expressions of ECMA 262, which the validator does not have",
    ),
    (
        "read-only-and-write-only",
        "forbidden by the text, not by the schema",
    ),
    ("reference-circular", "follows references"),
    ("reference-dangling", "follows references"),
    ("reference-to-other-kind", "follows references"),
    ("scope-undeclared", "compares names with the scheme"),
    ("security-undefined", "compares names with the components"),
    ("server-url-invalid", "the schema does not read templates"),
    ("server-variable-invalid", "compares names with the URL"),
    ("successor-unknown", "an extension of this workspace"),
    ("tag-duplicate", "compares names, not whole tags"),
];

/// A rule that rejects below an object of this name what the schema accepts: a discriminator has
/// neither extensions nor other keywords by the text (section 4.7.25).
const MORE_LENIENT: (&str, &str) = ("keyword-unknown", "/discriminator/");

/// Reads one document per line, and prints the first error of each, or `null`.
const ORACLE: &str = "
import importlib.resources, json, sys
from jsonschema import Draft4Validator, FormatChecker
folder = importlib.resources.files('openapi_spec_validator')
schema = json.loads((folder / 'resources/schemas/v3.0/schema.json').read_text())
validator = Draft4Validator(schema, format_checker=FormatChecker(['email', 'uri-reference']))
for line in sys.stdin:
    error = next(validator.iter_errors(json.loads(line)), None)
    print(json.dumps(error and '/'.join(map(str, error.absolute_path)) + ': ' + error.message[:200]))
";

#[test]
fn rules_agree_with_the_official_schema() -> Result<()> {
    let mut documents = Vec::new();
    for rule in RULES {
        for mark in ["bad", "good"] {
            let examples = blocks(rule, mark).into_iter();
            documents.extend(examples.map(|block| block.document.root().clone()));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/kinds.yaml");
    let text = std::fs::read_to_string(path)?;
    let base = Document::parse("kinds.yaml", text)?.root().clone();
    documents.push(base.clone());
    documents.extend(mutants(&base));
    let verdicts = verdicts(&documents)?;
    assert_eq!(verdicts.len(), documents.len());
    let rejected = verdicts.iter().flatten().count();
    assert!(
        rejected > 1_000,
        "only {rejected} of {} are rejected",
        documents.len()
    );

    let mut unused = NOT_EXPRESSIBLE
        .iter()
        .map(|(id, _)| *id)
        .collect::<BTreeSet<_>>();
    let mut wrong = BTreeMap::new();
    for (document, verdict) in documents.iter().zip(&verdicts) {
        let errors = errors(document)?;
        let mut add = |what: String| {
            let (count, _) = wrong.entry(what).or_insert((0, document));
            *count += 1;
        };
        match verdict {
            Some(reason) if errors.is_empty() => {
                add(format!("only the schema rejects: {reason}"));
            }
            None => {
                for (id, pointer) in &errors {
                    let is_known = NOT_EXPRESSIBLE.iter().any(|(known, _)| known == id);
                    let (rule, place) = MORE_LENIENT;
                    let is_lenient = id == rule && pointer.contains(place);
                    unused.remove(id.as_str());
                    if !is_known && !is_lenient {
                        add(format!("only the rules reject: {id} {pointer}"));
                    }
                }
            }
            Some(_) => {}
        }
    }
    let shown = wrong
        .iter()
        .map(|(what, (count, document))| format!("{count} × {what}\n{document}"));
    assert!(wrong.is_empty(), "{}", shown.collect::<Vec<_>>().join("\n"));
    assert_eq!(unused, BTreeSet::new(), "exceptions without a case");
    Ok(())
}

/// The errors of the rules: id and pointer.
fn errors(document: &Value) -> Result<Vec<(String, String)>> {
    let document = Document::parse("mutant.yaml", document.to_string())?;
    let found = Lint::new(&document).run().into_iter();
    let errors = found.filter(|one| one.severity == Severity::Error);
    let shown = errors.map(|one| {
        let place = one.primary.pointer().map(ToString::to_string);
        (one.id.into_owned(), place.unwrap_or_default())
    });
    Ok(shown.collect())
}

/// Returns the first error of the schema for each document.
fn verdicts(documents: &[Value]) -> Result<Vec<Option<String>>> {
    let mut python = Command::new("python3")
        .args(["-c", ORACLE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = python.stdin.take().ok_or("no standard input")?;
    let lines = documents.iter().map(|document| format!("{document}\n"));
    let lines = lines.collect::<String>();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = python.wait_with_output()?;
    writer.join().map_err(|_| "the writer panicked")??;
    let verdicts = String::from_utf8(output.stdout)?;
    Ok(verdicts
        .lines()
        .map(serde_json::from_str)
        .collect::<std::result::Result<_, _>>()?)
}

/// The document with one value removed or replaced, or one key added, for each of its values.
fn mutants(base: &Value) -> Vec<Value> {
    let values = [
        json!(""),
        json!("a b"),
        json!(-1),
        json!(1.5),
        json!(true),
        json!([]),
        json!({}),
        json!(["a", "a"]),
        json!({"a": "b"}),
    ];
    let mut pointers = Vec::new();
    let mut open = vec![(Pointer::root(), base)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                open.extend(
                    members
                        .iter()
                        .map(|(key, value)| (pointer.join(key), value)),
                );
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(index, value)| (pointer.index(index), value)));
            }
            _ => {}
        }
        pointers.push(pointer);
    }
    let mut mutants = Vec::new();
    for pointer in pointers {
        let replaced = |value: &Value| {
            let mut mutant = base.clone();
            let place = mutant.pointer_mut(pointer.as_str())?;
            if place == value {
                return None;
            }
            *place = value.clone();
            Some(mutant)
        };
        if pointer != Pointer::root() {
            mutants.extend(values.iter().filter_map(replaced));
            mutants.extend(removed(base, &pointer));
        }
        let mut extended = base.clone();
        if let Some(Value::Object(members)) = extended.pointer_mut(pointer.as_str()) {
            members.insert("unknown".to_owned(), json!("a"));
            mutants.push(extended);
        }
    }
    mutants
}

fn removed(base: &Value, pointer: &Pointer) -> Option<Value> {
    let mut mutant = base.clone();
    let last = pointer.last()?.into_owned();
    match mutant.pointer_mut(pointer.parent()?.as_str())? {
        Value::Object(members) => {
            members.shift_remove(&last)?;
        }
        Value::Array(items) => {
            items.remove(last.parse().ok()?);
        }
        _ => return None,
    }
    Some(mutant)
}
