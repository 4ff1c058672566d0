use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use client_codegen::Settings;
use client_codegen::surface::{Part, parts};
use oas::Document;
use review::Side;

use crate::git;
use crate::workspace::{self, DOCUMENT, PUBLISHED};

/// Where the generated client is held.
const SNAPSHOTS: &str = "crates/tasks-client/tests/snapshots/generated";

/// The document with what belongs to it, as it is in some place.
pub(crate) struct State {
    document: Document,
    published: Vec<Document>,
    /// The client as it was committed: by the generator of its time.
    committed: Vec<Part>,
    /// The client that the generator at hand makes.
    generated: Vec<Part>,
    /// Why it makes none.
    failure: Option<String>,
    /// In the working tree what is generated counts, lest snapshots that are not written yet hide a change.
    is_tree: bool,
}

impl State {
    pub(crate) fn of_tree() -> Result<Self> {
        let mut state = Self::new(DOCUMENT, workspace::read(DOCUMENT)?)?;
        state.is_tree = true;
        state.published = workspace::published()?;
        let paths = workspace::files(SNAPSHOTS)?;
        let read = |path: &String| Ok((path.clone(), workspace::read(path)?));
        state.committed = snapshots(paths.iter().map(read).collect::<Result<_>>()?);
        Ok(state)
    }

    /// A document by itself, generated from as it is.
    pub(super) fn of_file(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).with_context(|| format!("read {name}"))?;
        Self::new(&name, bytes)
    }

    pub(super) fn of_commit(commit: &str) -> Result<Self> {
        let bytes = git::show(commit, DOCUMENT)?;
        let bytes = bytes.ok_or_else(|| anyhow!("find {DOCUMENT} in {commit}"))?;
        let mut state = Self::new(DOCUMENT, bytes)?;
        for (path, bytes) in git::read_all(commit, PUBLISHED)? {
            state.published.push(Document::from_bytes(path, bytes)?);
        }
        state.committed = snapshots(git::read_all(commit, SNAPSHOTS)?);
        Ok(state)
    }

    fn new(name: &str, bytes: Vec<u8>) -> Result<Self> {
        let document = Document::from_bytes(name, bytes)?;
        // As in the build script of tasks-client; where the two differ, every snapshot is stale.
        let settings = Settings::new("crate::generated")
            .inner_type("crate::hooks::CallContext")
            .schemars_feature("schemars");
        let source = client_codegen::generate(document.text(), &settings);
        let (generated, failure) = match source.and_then(|source| parts(&source)) {
            Ok(parts) => (parts, None),
            Err(error) => (Vec::new(), Some(failure(&error))),
        };
        Ok(Self {
            generated,
            failure,
            document,
            published: Vec::new(),
            committed: Vec::new(),
            is_tree: false,
        })
    }

    pub(super) fn side(&self) -> Side<'_> {
        let client = if self.is_tree || self.committed.is_empty() {
            &self.generated
        } else {
            &self.committed
        };
        Side {
            document: &self.document,
            published: (!self.published.is_empty()).then_some(&self.published),
            client: (!client.is_empty()).then_some(client),
        }
    }

    /// Why no client can be generated.
    pub(crate) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    /// The snapshots that are not what is generated, by path.
    pub(crate) fn stale(&self) -> Vec<String> {
        let same = |one: &Part, other: &Part| {
            one.name == other.name && one.source.trim() == other.source.trim()
        };
        let differs = |from: &[Part], to: &[Part]| -> Vec<String> {
            let lacking = from
                .iter()
                .filter(|one| !to.iter().any(|other| same(one, other)));
            lacking
                .map(|part| format!("{SNAPSHOTS}/{}.snap", part.name))
                .collect()
        };
        let mut stale = differs(&self.generated, &self.committed);
        stale.extend(differs(&self.committed, &self.generated));
        stale.sort();
        stale.dedup();
        stale
    }
}

/// An error with its causes, in a line.
fn failure(error: &client_codegen::Error) -> String {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |one| one.source());
    let causes: Vec<String> = causes.map(ToString::to_string).collect();
    causes.join(": ")
}

fn snapshots(files: Vec<(String, Vec<u8>)>) -> Vec<Part> {
    let parts = files.iter().filter_map(|(path, bytes)| {
        let name = Path::new(path).file_name()?.to_str()?;
        Part::from_snapshot(name, &String::from_utf8_lossy(bytes))
    });
    parts.collect()
}
