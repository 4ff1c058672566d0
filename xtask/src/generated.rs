//! The generated files of the workspace: what each must contain, and which are out of date.
//! `check`, `generate` and `review` share this list, so that they agree.

mod proofs;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use client_codegen::surface::{index, parts};
use client_codegen::{Settings, generate};
use oas::Document;

use crate::client::{self, SNAPSHOTS};
use crate::workspace::{self, DOCUMENT, root};

const REFERENCE: &str = "openapi/reference.md";
const RULES: &str = "crates/oas/rules.md";
const CHANGES: &str = "crates/oas/changes.md";

/// Documents, and the clients of them that tests compile.
const COMPILED: [(&str, &str); 3] = [
    (
        "crates/client-codegen/tests/facade/facade.yaml",
        "crates/client-codegen/tests/facade/client.rs",
    ),
    (
        "crates/client-codegen/tests/lowered/lowered.yaml",
        "crates/client-codegen/tests/lowered/client.rs",
    ),
    (
        "crates/client-codegen/tests/orders/orders.yaml",
        "crates/client-codegen/tests/orders/client.rs",
    ),
];

/// Files that are generated together and share a row in the table of `check`.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    /// Contents by path, relative to the workspace.
    files: BTreeMap<String, String>,
    /// A folder in which every other snapshot is orphaned.
    folder: Option<&'static str>,
}

/// A file that differs from what is generated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Outdated {
    /// Relative to the workspace.
    pub(crate) path: String,
    pub(crate) reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    Stale,
    Missing,
    /// Nothing generates this file anymore.
    Orphaned,
}

impl Reason {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Orphaned => "orphaned",
        }
    }
}

impl Group {
    fn new(name: &'static str, files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            name,
            files: files.into_iter().collect(),
            folder: None,
        }
    }

    /// Returns the files that differ from what is generated, by path.
    pub(crate) fn outdated(&self) -> Result<Vec<Outdated>> {
        let mut outdated = Vec::new();
        for (path, content) in &self.files {
            let reason = match fs::read(root().join(path)) {
                Ok(bytes) if bytes == content.as_bytes() => continue,
                Ok(_) => Reason::Stale,
                Err(_) => Reason::Missing,
            };
            let path = path.clone();
            outdated.push(Outdated { path, reason });
        }
        for path in self
            .folder
            .map(workspace::files)
            .transpose()?
            .unwrap_or_default()
        {
            if !self.files.contains_key(&path) {
                let reason = Reason::Orphaned;
                outdated.push(Outdated { path, reason });
            }
        }
        outdated.sort();
        Ok(outdated)
    }

    /// Writes or deletes the file at a path.
    pub(crate) fn write(&self, outdated: &Outdated) -> Result<()> {
        let path = root().join(&outdated.path);
        let Some(content) = self.files.get(&outdated.path) else {
            return fs::remove_file(path).with_context(|| format!("delete {}", outdated.path));
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("create the folder of {}", outdated.path))?;
        }
        fs::write(path, content).with_context(|| format!("write {}", outdated.path))
    }
}

/// Returns what is generated from the document: the snapshots of its client, given the client's
/// source, and its reference page.
pub(crate) fn of_document(document: &Document, source: &str) -> Result<Vec<Group>> {
    let parts = parts(source).context("read the generated client")?;
    let mut snapshots: Vec<_> = parts
        .iter()
        .map(|part| client::snapshot(&part.name, &part.source))
        .collect();
    let index = index(source).context("read the generated client")?;
    snapshots.push(client::snapshot("index", &index));
    let page = oas::reference(document);
    let page = format!(
        "<!-- Written by `cargo xtask generate` from {DOCUMENT}. Edit that, and run it again. -->\n\n{page}"
    );
    Ok(vec![
        Group {
            folder: Some(SNAPSHOTS),
            ..Group::new("snapshots", snapshots)
        },
        Group::new("reference page", [(REFERENCE.to_owned(), page)]),
    ])
}

/// Returns what is generated from the tools themselves. A workspace without their sources has none
/// of it.
pub(crate) fn of_tools() -> Result<Vec<Group>> {
    let exists = |path: &str| root().join(path).exists();
    let mut groups = Vec::new();
    if exists("crates/oas/Cargo.toml") {
        groups.push(Group::new(
            "rules page",
            [(RULES.to_owned(), oas::lint::page())],
        ));
        groups.push(Group::new(
            "changes page",
            [(CHANGES.to_owned(), oas::diff::page())],
        ));
    }
    let mut compiled = Vec::new();
    for (document, client) in COMPILED {
        if exists(document) {
            let text = String::from_utf8(workspace::read(document)?)?;
            let settings = Settings::new("crate::client");
            let settings = match document.contains("/facade/") {
                true => settings.facade(),
                false => settings,
            };
            let source = generate(&text, &settings).map(|new| new.source);
            let source = source.with_context(|| format!("generate a client from {document}"))?;
            compiled.push((client.to_owned(), source));
        }
    }
    if exists("xtask/tests/proofs/main.rs") {
        compiled.push((proofs::PATH.to_owned(), proofs::source()?));
    }
    if !compiled.is_empty() {
        groups.push(Group::new("compiled clients", compiled));
    }
    Ok(groups)
}
