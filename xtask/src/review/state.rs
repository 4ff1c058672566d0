use std::path::Path;

use anyhow::{Context as _, anyhow};
use client_codegen::surface::{Part, parts};
use oas::Document;
use review::Side;

use crate::client::{self, SNAPSHOTS};
use crate::generated;
use crate::git;
use crate::workspace::{self, DOCUMENT, PUBLISHED};

/// The document with what belongs to it, as it is in some place.
pub(crate) struct State {
    document: Document,
    published: Vec<Document>,
    /// The client as it was committed: by the generator of its time.
    committed: Vec<Part>,
    /// Source of the client that today's generator writes, or the reason why it cannot.
    source: Result<String, String>,
    generated: Vec<Part>,
    /// In the working tree what is generated counts, lest snapshots that are not written yet hide a change.
    is_tree: bool,
}

impl State {
    pub(crate) fn of_tree() -> anyhow::Result<Self> {
        let mut state = Self::new(DOCUMENT, workspace::read(DOCUMENT)?)?;
        state.is_tree = true;
        state.published = workspace::published()?;
        let paths = workspace::files(SNAPSHOTS)?;
        let read = |path: &String| Ok((path.clone(), workspace::read(path)?));
        state.committed = snapshots(paths.iter().map(read).collect::<anyhow::Result<_>>()?);
        Ok(state)
    }

    /// A document by itself, generated from as it is.
    pub(super) fn of_file(path: &Path) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).with_context(|| format!("read {name}"))?;
        Self::new(&name, bytes)
    }

    pub(super) fn of_commit(commit: &str) -> anyhow::Result<Self> {
        let bytes = git::show(commit, DOCUMENT)?;
        let bytes = bytes.ok_or_else(|| anyhow!("find {DOCUMENT} in {commit}"))?;
        let mut state = Self::new(DOCUMENT, bytes)?;
        for (path, bytes) in git::read_all(commit, PUBLISHED)? {
            state.published.push(Document::from_bytes(path, bytes)?);
        }
        state.committed = snapshots(git::read_all(commit, SNAPSHOTS)?);
        Ok(state)
    }

    fn new(name: &str, bytes: Vec<u8>) -> anyhow::Result<Self> {
        let document = Document::from_bytes(name, bytes)?;
        let source = client::generate(document.text());
        let source = source.and_then(|source| Ok((parts(&source)?, source)));
        let (generated, source) = match source {
            Ok((parts, source)) => (parts, Ok(source)),
            Err(error) => (Vec::new(), Err(failure(&error))),
        };
        Ok(Self {
            generated,
            source,
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

    /// The source of the generated client, or why it cannot be generated.
    pub(crate) fn source(&self) -> Result<&str, &str> {
        self.source.as_deref().map_err(String::as_str)
    }

    /// Paths of the files generated from the document that are out of date. After a failed generation, none.
    pub(crate) fn stale(&self) -> anyhow::Result<Vec<String>> {
        let Ok(source) = &self.source else {
            return Ok(Vec::new());
        };
        let mut stale = Vec::new();
        for group in generated::of_document(&self.document, source)? {
            stale.extend(group.outdated()?.into_iter().map(|file| file.path));
        }
        Ok(stale)
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
