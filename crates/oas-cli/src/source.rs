use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, Result, anyhow, bail};
use oas::lint::UNREADABLE;
use oas::{Diagnostic, Document, FileError, Files, Folder, Found, LoadError, Position, RootPath};
use serde_json::Value;

use crate::git::{Revision, WorkTree, find_top};
use crate::links::check_link;

/// Access to the files of a document.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Access {
    /// Root folder; references to files outside of it are rejected [default: the git work tree, or
    /// the folder of the document]
    #[arg(long, value_name = "FOLDER")]
    pub root: Option<PathBuf>,
    /// Follow references only to files that git tracks
    #[arg(long)]
    pub tracked: bool,
    /// Whether references in extensions are followed as well.
    #[arg(skip)]
    pub with_extensions: bool,
}

/// A document; if it could not be loaded, one with its text only, and the error.
pub type Loaded = (Document, Option<LoadError>);

/// Opens a document with the files that it refers to: a file, `REV:PATH` from git, or `-` for the
/// standard input.
///
/// # Errors
/// When the document itself cannot be read. References that cannot be followed are listed in the
/// document.
pub fn open(name: &str, access: &Access) -> Result<Loaded> {
    if name == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.context("read the standard input")?;
        return standard_input(bytes, access);
    }
    match name.split_once(':') {
        Some((revision, path)) if !Path::new(name).exists() => {
            let revision = Revision::open(revision, path, access.root.as_deref())?;
            let bytes = revision.entry_bytes()?;
            Ok(load(name, bytes, revision.entry(), &revision, access))
        }
        _ => file(name, access),
    }
}

/// Opens an OpenAPI 3.0 document of which every file can be read.
///
/// # Errors
/// When the document cannot be read, its version is not 3.0, or one of its references
/// cannot be followed.
pub(crate) fn open_readable(name: &str, access: &Access) -> Result<Document> {
    let document = open_servable(name, access)?;
    match oas::lint::unresolved(&document).first() {
        Some(diagnostic) => Err(failed(&document, diagnostic)),
        None => Ok(document),
    }
}

/// Opens an OpenAPI 3.0 document, which may have unresolved references.
///
/// # Errors
/// When the document or one of its files is not valid YAML or JSON, or its version is not
/// 3.0.
pub fn open_servable(name: &str, access: &Access) -> Result<Document> {
    let (document, error) = open(name, access)?;
    if let Some(error) = error {
        return Err(error.into());
    }
    check_version(&document)?;
    let unresolved = oas::lint::unresolved(&document);
    let mut unresolved = unresolved.iter();
    match unresolved.find(|diagnostic| diagnostic.id == UNREADABLE.id) {
        Some(diagnostic) => Err(failed(&document, diagnostic)),
        None => Ok(document),
    }
}

/// Converts a diagnostic of a document to an error.
fn failed(document: &Document, diagnostic: &Diagnostic) -> Error {
    let span = match &diagnostic.primary.position {
        Position::Key(at) | Position::Value(at) => document.span(at),
        Position::Span(span) => *span,
    };
    let (file, local) = document.file_at(span);
    let (name, at) = (file.name(), file.location(local));
    anyhow!("read {name}:{at}: {}", diagnostic.message)
}

/// Checks that a document is OpenAPI 3.0, the only version that is supported.
fn check_version(document: &Document) -> Result<()> {
    let (name, root) = (document.name(), document.root());
    let version = ["openapi", "swagger"]
        .into_iter()
        .find_map(|key| Some((key, root.get(key)?)));
    match version {
        Some(("openapi", version)) if is_3_0(version) => Ok(()),
        Some((key, version)) => {
            let version = version
                .as_str()
                .map_or_else(|| version.to_string(), str::to_owned);
            bail!("read {name}: expected OpenAPI 3.0, found `{key}: {version}`")
        }
        None => bail!(
            "read {name}: not an OpenAPI 3.0 document: `openapi` is missing, for example `openapi: 3.0.3`"
        ),
    }
}

fn is_3_0(version: &Value) -> bool {
    let version = version.as_str();
    version.is_some_and(|version| version.starts_with("3.0."))
}

fn file(name: &str, access: &Access) -> Result<Loaded> {
    let context = || format!("read {name}");
    // A pipe has no path to which references could be relative.
    let Ok(real) = fs::canonicalize(name) else {
        return Ok(alone(name, fs::read(name).with_context(context)?));
    };
    check_link(Path::new(name), access.tracked)?;
    let bytes = fs::read(name).with_context(context)?;
    let folder = real.parent().unwrap_or(&real);
    let root = match &access.root {
        Some(root) => fs::canonicalize(root).with_context(|| format!("read {}", root.display()))?,
        None => find_top(folder).unwrap_or(folder).to_owned(),
    };
    let entry = real.strip_prefix(&root).ok().and_then(RootPath::new);
    let Some(entry) = entry else {
        bail!("read {name}: it is outside the root {}", root.display());
    };
    with_folder(name, bytes, &entry, &root, access)
}

fn standard_input(bytes: Vec<u8>, access: &Access) -> Result<Loaded> {
    let entry = RootPath::new(Path::new("<stdin>")).context("name the standard input")?;
    match &access.root {
        Some(root) => {
            let root =
                fs::canonicalize(root).with_context(|| format!("read {}", root.display()))?;
            with_folder("<stdin>", bytes, &entry, &root, access)
        }
        None => Ok(load("<stdin>", bytes, &entry, &NoFolder, access)),
    }
}

fn with_folder(
    name: &str,
    bytes: Vec<u8>,
    entry: &RootPath,
    root: &Path,
    access: &Access,
) -> Result<Loaded> {
    let context = || format!("read {}", root.display());
    let folder = Folder::new(root, entry.clone()).with_context(context)?;
    Ok(if access.tracked || find_top(root).is_some() {
        let files = WorkTree::new(folder, access.tracked);
        load(name, bytes, entry, &files, access)
    } else {
        load(name, bytes, entry, &folder, access)
    })
}

fn load(
    name: &str,
    bytes: Vec<u8>,
    entry: &RootPath,
    files: &dyn Files,
    access: &Access,
) -> Loaded {
    let read = match access.with_extensions {
        true => Document::with_files_and_extensions,
        false => Document::with_files,
    };
    match read(name.to_owned(), bytes.clone(), entry, files) {
        Ok(document) => (document, None),
        Err(error) => (Document::of_text(name, &bytes), Some(error)),
    }
}

/// Loads a document without other files.
pub(crate) fn alone(name: &str, bytes: Vec<u8>) -> Loaded {
    match Document::from_bytes(name, bytes.clone()) {
        Ok(document) => (document, None),
        Err(error) => (Document::of_text(name, &bytes), Some(error)),
    }
}

/// Files of a document from the standard input, which are all rejected.
struct NoFolder;

impl Files for NoFolder {
    fn read(&self, _: &RootPath) -> Result<Found, FileError> {
        let reason = "relative references from the standard input require `--root`";
        Err(FileError::Failed(reason.to_owned()))
    }
}
