use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use oas::{Document, Folder, RootPath};

use crate::git::{WorkTree, find_top};
use crate::links::check_link;
use crate::source::{Access, Loaded, open};

/// Loads the documents that arguments name; folders are searched recursively.
pub(super) fn load_all(arguments: &[String], access: &Access) -> Result<Vec<Loaded>> {
    let mut loaded = Vec::new();
    for argument in arguments {
        let path = Path::new(argument);
        if !path.is_dir() {
            loaded.push(open(argument, access)?);
            continue;
        }
        let before = loaded.len();
        for file in files_below(path, access)? {
            let bytes = fs::read(&file).with_context(|| format!("read {}", file.display()))?;
            if is_openapi(bytes) {
                loaded.push(open(&file.to_string_lossy(), access)?);
            }
        }
        if loaded.len() == before {
            bail!("find an OpenAPI document among the .yaml, .yml and .json files in {argument}");
        }
    }
    Ok(loaded)
}

/// The files of a folder that may be documents, sorted by path. Hidden files are skipped, and in a
/// work tree also those that git ignores.
fn files_below(folder: &Path, access: &Access) -> Result<Vec<PathBuf>> {
    let context = || format!("read {}", folder.display());
    let real = fs::canonicalize(folder).with_context(context)?;
    let paths: Vec<PathBuf> = if find_top(&real).is_some() {
        let entry = RootPath::new(Path::new("-")).with_context(context)?;
        let files = Folder::new(&real, entry).with_context(context)?;
        let listed = WorkTree::new(files, access.tracked);
        listed.paths()?.map(PathBuf::from).collect()
    } else {
        walk(&real).with_context(context)?
    };
    let is_hidden = |path: &Path| {
        path.iter()
            .any(|name| name.to_string_lossy().starts_with('.'))
    };
    let mut files: Vec<PathBuf> = paths
        .into_iter()
        .filter(|path| !is_hidden(path) && is_candidate(&real.join(path), access))
        .map(|path| folder.join(path))
        .collect();
    files.sort();
    Ok(files)
}

/// The files below a folder, relative to it. Links to folders are not followed: they may be cyclic.
fn walk(top: &Path) -> Result<Vec<PathBuf>> {
    let mut open = vec![PathBuf::new()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(top.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if !entry.file_type()?.is_dir() {
                files.push(path);
            } else if !entry.file_name().to_string_lossy().starts_with('.') {
                open.push(path);
            }
        }
    }
    Ok(files)
}

/// Whether a file may be a document. Links that must not be followed are skipped.
fn is_candidate(path: &Path, access: &Access) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json"))
        && path.is_file()
        && (!path.is_symlink() || check_link(path, access.tracked).is_ok())
}

/// Whether a text has `openapi` or `swagger` at its top level. If the document cannot be read, its
/// text is searched, so that the error is reported.
fn is_openapi(bytes: Vec<u8>) -> bool {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if !text.contains("openapi") && !text.contains("swagger") {
        return false;
    }
    match Document::from_bytes("", bytes) {
        Ok(document) => ["openapi", "swagger"]
            .iter()
            .any(|key| document.root().get(key).is_some()),
        Err(_) => text.lines().any(|line| {
            let line = line.trim_start_matches(['\u{feff}', '{', '"', '\'']);
            let rest = (line.strip_prefix("openapi")).or_else(|| line.strip_prefix("swagger"));
            rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
        }),
    }
}
