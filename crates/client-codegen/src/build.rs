use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::{error::Error, generate, settings::Settings};

/// Error of a build script that generates a client. Displayed as one line that completes "failed to
/// …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The document could not be read.
    #[error("read {path}")]
    Read {
        /// The document.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The document could not be generated.
    #[error("{error}, in {path}")]
    Generate {
        /// The document.
        path: PathBuf,
        /// The cause.
        error: Error,
    },
    /// The source could not be written.
    #[error("write {path}")]
    Write {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// There is no `OUT_DIR`, since the caller is not a build script.
    #[error("find OUT_DIR: call this from a build script")]
    NoOutDir,
}

/// Writes the client of a document, in a build script: `client_codegen::build("openapi.yaml",
/// "crate::api")`.
///
/// `module` is the absolute path of the module that includes the output, which is named after the
/// document:
///
/// ```ignore
/// pub mod api {
///     include!(concat!(env!("OUT_DIR"), "/openapi.rs"));
/// }
/// ```
///
/// The client is the facade over client-runtime, the only dependency that it needs. Deviations from
/// the document are printed as warnings of cargo. [`build_with`] has other settings.
///
/// # Errors
/// See [`BuildError`].
pub fn build(document: impl AsRef<Path>, module: impl Into<String>) -> Result<(), BuildError> {
    build_with(document, &Settings::new(module).facade())
}

/// Writes the client of a document with custom settings, in a build script.
///
/// # Errors
/// See [`BuildError`].
pub fn build_with(document: impl AsRef<Path>, settings: &Settings) -> Result<(), BuildError> {
    let result = write(document.as_ref(), settings);
    if let Err(error) = &result {
        print(&format!("cargo::error=failed to {error}"));
    }
    result
}

fn write(document: &Path, settings: &Settings) -> Result<(), BuildError> {
    print(&format!("cargo::rerun-if-changed={}", document.display()));
    let text = fs::read_to_string(document).map_err(|source| BuildError::Read {
        path: document.to_owned(),
        source,
    })?;
    let generated = generate(&text, settings).map_err(|error| BuildError::Generate {
        path: document.to_owned(),
        error,
    })?;
    for note in &generated.notes {
        print(&format!("cargo::warning={}: {note}", document.display()));
    }
    let directory = env::var_os("OUT_DIR").ok_or(BuildError::NoOutDir)?;
    let name = document.file_stem().unwrap_or_default();
    let path = Path::new(&directory).join(name).with_extension("rs");
    fs::write(&path, generated.source).map_err(|source| BuildError::Write { path, source })
}

#[expect(clippy::print_stdout, reason = "cargo reads it from a build script")]
fn print(line: &str) {
    println!("{line}");
}
