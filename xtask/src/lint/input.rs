use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use oas::{Document, LoadError};

/// Each document; where it cannot be loaded, its bare text and the reason.
pub(super) type Loaded = (Document, Option<LoadError>);

/// The documents that arguments name: a file, `-` for the standard input, or a folder for those anywhere in it.
pub(super) fn load_all(arguments: &[PathBuf]) -> Result<Vec<Loaded>> {
    let mut loaded = Vec::new();
    for argument in arguments {
        if argument.as_os_str() == "-" {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.context("read the standard input")?;
            loaded.push(load("<stdin>".to_owned(), bytes));
        } else if argument.is_dir() {
            let before = loaded.len();
            for file in files_below(argument)? {
                let bytes = read(&file)?;
                if is_openapi(&bytes) {
                    loaded.push(load(file.display().to_string(), bytes));
                }
            }
            if loaded.len() == before {
                let folder = argument.display();
                bail!(
                    "find a document of OpenAPI among the .yaml, .yml and .json files in {folder}"
                );
            }
        } else {
            loaded.push(load(argument.display().to_string(), read(argument)?));
        }
    }
    Ok(loaded)
}

pub(super) fn load(name: String, bytes: Vec<u8>) -> Loaded {
    match Document::from_bytes(name.clone(), bytes.clone()) {
        Ok(document) => (document, None),
        Err(error) => (Document::of_text(name, &bytes), Some(error)),
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("read {}", file.display()))
}

/// The files of a folder and of those in it that may be documents, by path; hidden ones are left alone.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut open = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        let context = || format!("read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(context)? {
            let entry = entry.with_context(context)?;
            let path = entry.path();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            // A link to a folder is not followed: it may lead back.
            if entry.file_type().with_context(context)?.is_dir() {
                open.extend((!is_hidden).then_some(path));
            } else if !is_hidden && is_candidate(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_candidate(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yaml" | "yml" | "json")) && path.is_file()
}

/// Whether a text says `openapi` or `swagger` where a document has it: as the key at the beginning of a line or of the text. A
/// document that cannot be read must not be overlooked, so the text is not parsed for it.
fn is_openapi(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let begins = |line: &str| {
        let line = line.trim_start_matches(['\u{feff}', '{', ' ', '\t', '"', '\'']);
        let rest = (line.strip_prefix("openapi")).or_else(|| line.strip_prefix("swagger"));
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    text.lines().any(begins)
}
