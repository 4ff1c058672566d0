use std::path::Path;

use anyhow::Context as _;
use client_codegen::surface::{Part, parts};
use oas::Document;
use review::Side;

use super::unreadable::{Unreadable, readable};
use crate::client::{self, SNAPSHOTS};
use crate::generated;
use crate::git;
use crate::workspace::{self, DOCUMENT, PUBLISHED};

/// A document with its published examples and its client, in the working tree, a commit or a file.
pub(crate) struct State {
    document: Document,
    published: Vec<Document>,
    /// The committed client, which an older generator may have written.
    committed: Vec<Part>,
    /// Source of the client that the current generator writes.
    source: Result<String, client_codegen::Error>,
    generated: Vec<Part>,
    /// Whether this is the working tree, of which the generated client is compared: its snapshots
    /// may be stale.
    is_tree: bool,
}

impl State {
    /// Reads the working tree.
    pub(crate) fn of_tree() -> anyhow::Result<Result<Self, Box<Unreadable>>> {
        let paths = workspace::files(PUBLISHED)?;
        let published = paths.iter().map(|path| readable(path));
        let read = readable(DOCUMENT)
            .and_then(|document| Ok((document, published.collect::<Result<_, _>>()?)));
        let (document, published) = match read {
            Ok(read) => read,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let paths = workspace::files(SNAPSHOTS)?;
        let read = |path: &String| Ok((path.clone(), workspace::read(path)?));
        let committed = snapshots(paths.iter().map(read).collect::<anyhow::Result<_>>()?);
        Ok(Ok(Self {
            is_tree: true,
            published,
            committed,
            ..Self::new(document)
        }))
    }

    /// Reads a document by itself, without examples and snapshots.
    pub(super) fn of_file(path: &Path) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).with_context(|| format!("read {name}"))?;
        Ok(Self::new(Document::from_bytes(&name, bytes)?))
    }

    /// Reads a commit, or returns the reason why its document cannot be read.
    pub(super) fn of_commit(commit: &str) -> anyhow::Result<Result<Self, String>> {
        let short: String = commit.chars().take(10).collect();
        let Some(bytes) = git::show(commit, DOCUMENT)? else {
            return Ok(Err(format!("{short} has no {DOCUMENT}")));
        };
        let read = || {
            let document = Document::from_bytes(DOCUMENT, bytes)?;
            let mut published = Vec::new();
            for (path, bytes) in git::read_all(commit, PUBLISHED)? {
                published.push(Document::from_bytes(path, bytes)?);
            }
            anyhow::Ok((document, published))
        };
        let (document, published) = match read() {
            Ok(read) => read,
            Err(error) => return Ok(Err(format!("failed to {error:#}, in {short}"))),
        };
        Ok(Ok(Self {
            published,
            committed: snapshots(git::read_all(commit, SNAPSHOTS)?),
            ..Self::new(document)
        }))
    }

    fn new(document: Document) -> Self {
        let source = client::generate(document.text());
        let source = source.and_then(|source| Ok((parts(&source)?, source)));
        let (generated, source) = match source {
            Ok((parts, source)) => (parts, Ok(source)),
            Err(error) => (Vec::new(), Err(error)),
        };
        Self {
            generated,
            source,
            document,
            published: Vec::new(),
            committed: Vec::new(),
            is_tree: false,
        }
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
            regenerated: (!self.generated.is_empty()).then_some(&self.generated),
        }
    }

    /// The source of the generated client.
    pub(crate) fn source(&self) -> Result<&str, &client_codegen::Error> {
        match &self.source {
            Ok(source) => Ok(source),
            Err(error) => Err(error),
        }
    }

    /// Paths of the files generated from the document that are out of date; empty if no client can
    /// be generated.
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

fn snapshots(files: Vec<(String, Vec<u8>)>) -> Vec<Part> {
    let parts = files.iter().filter_map(|(path, bytes)| {
        let name = Path::new(path).file_name()?.to_str()?;
        Part::from_snapshot(name, &String::from_utf8_lossy(bytes))
    });
    parts.collect()
}
