//! The invariant of the client generator, checked on random documents: the source compiles, and a
//! value that the document allows survives a round trip; or `generate` fails at a pointer of the
//! document; or the loss is noted, or reported by lint.

mod documents;

use std::{fs, path::Path, process::Command, process::ExitCode};

use anyhow::{Context as _, Result, ensure};
use client_codegen::{Error, NoteKind, Settings};
use oas::{
    Direction, Document, Pointer, Samples,
    lint::{Generator, Lint, Selection},
};
use serde_json::Value;

use crate::{version, workspace};

/// Number of values per document that are decoded and encoded again.
const VALUES: usize = 8;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Number of documents
    #[arg(long, default_value_t = 40)]
    documents: u64,
    /// Random seed of the first document
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let folder = workspace::root().join("target/invariant");
    let source = folder.join("src");
    let _ = fs::remove_dir_all(&source);
    fs::create_dir_all(&source)?;
    let mut main = "#![allow(warnings)]\n".to_owned();
    let mut calls = String::new();
    let (mut compiled, mut tested, mut failed) = (0, 0, Vec::new());
    for seed in arguments.seed..arguments.seed + arguments.documents {
        let document = documents::random(seed);
        let text = serde_json::to_string_pretty(&document)?;
        fs::write(source.join(format!("d{seed}.json")), &text)?;
        let generated = client_codegen::generate(&text, &Settings::new(format!("crate::d{seed}")));
        let generated = match generated {
            Ok(generated) => generated,
            Err(error) => {
                if !is_located(&document, &error) {
                    failed.push(format!("seed {seed}: {error}"));
                }
                continue;
            }
        };
        fs::write(source.join(format!("d{seed}.rs")), &generated.source)?;
        main += &format!("mod d{seed};\n");
        compiled += 1;
        let is_lossy = generated
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::Lossy);
        if is_lossy || is_reported(&text)? {
            continue;
        }
        tested += 1;
        let direction = match documents::has_response(seed) {
            true => Direction::Response,
            false => Direction::Request,
        };
        for value in values(&text, direction)? {
            let value = serde_json::to_string(&value)?;
            calls +=
                &format!("    failures += check::<d{seed}::types::Root>({seed}, {value:?});\n");
        }
    }
    main += &format!(
        "fn main() {{\n    let mut failures = 0;\n{calls}    std::process::exit(i32::from(failures > 0));\n}}\n{CHECK}"
    );
    fs::write(source.join("main.rs"), main)?;
    write_manifest(&folder)?;
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .status()
        .context("run cargo")?;
    for failure in &failed {
        anstream::println!("{failure}");
    }
    anstream::println!(
        "{} documents: {compiled} generated, {tested} of them without a reported loss, {} errors without a pointer",
        arguments.documents,
        failed.len(),
    );
    Ok(match status.success() && failed.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// Source of the check that a value survives a round trip. Numbers are compared by value, since `1`
/// and `1.0` are equal.
const CHECK: &str = r#"
fn check<T: serde::Serialize + serde::de::DeserializeOwned>(seed: u64, text: &str) -> usize {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let written = serde_json::from_value::<T>(value.clone()).map(|typed| serde_json::to_value(typed).unwrap());
    match written {
        Ok(written) if is_same(&written, &value) => return 0,
        Ok(written) => println!("seed {seed}: {value}\n    became {written}"),
        Err(error) => println!("seed {seed}: {value}\n    cannot be read: {error}"),
    }
    1
}

fn is_same(a: &serde_json::Value, b: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Number, Object};
    match (a, b) {
        (Number(a), Number(b)) => a.as_f64() == b.as_f64(),
        (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (Object(a), Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| is_same(a, b)))
        }
        (a, b) => a == b,
    }
}
"#;

/// Whether an error has a pointer to a part of the document.
fn is_located(document: &Value, error: &Error) -> bool {
    let is_there = |pointer: &str| {
        pointer
            .strip_prefix('#')
            .is_some_and(|pointer| document.pointer(pointer).is_some())
    };
    match error {
        Error::Part { pointer, .. } => is_there(pointer),
        Error::Parts(notes) => notes.iter().all(|note| is_there(&note.pointer)),
        _ => false,
    }
}

/// Rules that report the loss of a value which the document allows.
const LOSSES: [&str; 5] = [
    "additional-properties-true-dropped",
    "any-of-scalars",
    "one-of-overlapping",
    "read-only-required-in-request",
    "variant-name-collision",
];

/// Whether lint reports such a loss.
fn is_reported(text: &str) -> Result<bool> {
    let document = Document::parse("random.json", text)?;
    let mut lint = Lint::new(&document);
    lint.selection = Selection::all().with_generator(Generator::Progenitor);
    let found = lint.run();
    Ok(found.iter().any(|one| LOSSES.contains(&one.id.as_ref())))
}

/// Values that the component `Root` accepts: in a response if one contains it, else in a request.
fn values(text: &str, direction: Direction) -> Result<Vec<Value>> {
    let document = Document::parse("random.json", text)?;
    let root = Pointer::parse("/components/schemas/Root")?;
    let samples = Samples::new(&document, [root.clone()]);
    let mut rng = fastrand::Rng::with_seed(text.len() as u64);
    let mut draw = |count: u64| rng.u64(..count.max(1));
    let mut values: Vec<_> = (0..VALUES)
        .filter_map(|_| samples.random(&root, direction, &mut draw))
        .collect();
    values.extend(samples.complete(&root, direction));
    Ok(values)
}

fn write_manifest(folder: &Path) -> Result<()> {
    let manifest = r#"[package]
name = "invariant"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["std", "clock", "serde"] }
progenitor-client = { version = "@progenitor-client", default-features = false }
regress = "0.11"
reqwest = { version = "0.13", default-features = false, features = ["json", "query"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
uuid = { version = "1", features = ["serde"] }

[profile.dev]
debug = false
"#;
    let version = version::requirement("progenitor-client")?;
    let manifest = manifest.replace("@progenitor-client", &version);
    fs::write(folder.join("Cargo.toml"), manifest)?;
    let lock = workspace::root().join("Cargo.lock");
    ensure!(lock.exists(), "the workspace has no Cargo.lock");
    if !folder.join("Cargo.lock").exists() {
        fs::copy(lock, folder.join("Cargo.lock"))?;
    }
    Ok(())
}
