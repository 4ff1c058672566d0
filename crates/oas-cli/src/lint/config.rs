use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use oas::lint::{CONFIG_INVALID, Config, Selection, Uses, unreadable};
use oas::{Diagnostic, Document, Sources};

use crate::git::find_top;
use crate::links::{check_link, folder_of};
use crate::source::{Access, alone};

/// File name of a configuration.
pub(super) const NAME: &str = "oas.yaml";

/// A configuration and its used entries.
pub(super) struct Settings {
    pub(super) path: PathBuf,
    /// The folder, with symbolic links resolved.
    folder: PathBuf,
    pub(super) document: Document,
    config: Config,
    invalid: Vec<Diagnostic>,
    uses: Uses,
}

impl Settings {
    /// Reads a configuration; a missing file is an empty one.
    pub(super) fn read(path: &Path, access: &Access) -> Result<Self> {
        let context = || format!("read {}", path.display());
        let bytes = match path.exists() {
            true => {
                check_link(path, access.tracked)?;
                fs::read(path).with_context(context)?
            }
            false => Vec::new(),
        };
        let folder = folder_of(path).with_context(context)?;
        let (document, error) = alone(&path.display().to_string(), bytes);
        let source = Sources::default().add(&document, None);
        let (config, mut invalid) = Config::read(&document, source);
        if let Some(error) = &error {
            invalid = unreadable(error).into_iter().collect();
            invalid
                .iter_mut()
                .for_each(|one| one.id = CONFIG_INVALID.id.into());
        }
        Ok(Self {
            path: path.to_owned(),
            folder,
            document,
            config,
            invalid,
            uses: Uses::default(),
        })
    }

    /// The configuration that applies to a document: the nearest one from its folder up to the
    /// root.
    pub(super) fn find(name: &str, access: &Access) -> Option<PathBuf> {
        let real = fs::canonicalize(name).ok()?;
        let folder = if real.is_dir() { &real } else { real.parent()? };
        let root = match &access.root {
            Some(root) => fs::canonicalize(root).ok()?,
            None => find_top(folder).unwrap_or(folder).to_owned(),
        };
        let here = std::env::current_dir().unwrap_or_default();
        let shown = |path: PathBuf| match path.strip_prefix(&here) {
            Ok(path) => path.to_owned(),
            Err(_) => path,
        };
        let mut above = folder
            .ancestors()
            .take_while(|above| above.starts_with(&root));
        let found = above.find_map(|above| Some(above.join(NAME)).filter(|path| path.is_file()));
        found.map(shown)
    }

    pub(super) fn select(&self, selection: Selection) -> Selection {
        self.config.select(selection)
    }

    /// The path of a document, relative to the folder of the configuration.
    pub(super) fn path_to(&self, name: &str) -> String {
        let Ok(real) = fs::canonicalize(name) else {
            return name.to_owned();
        };
        let shared = real
            .iter()
            .zip(self.folder.iter())
            .take_while(|(one, other)| one == other);
        let shared = shared.count();
        let up = self.folder.iter().skip(shared).map(|_| "..".into());
        let down = real.iter().skip(shared).map(|name| name.to_string_lossy());
        up.chain(down).collect::<Vec<_>>().join("/")
    }

    pub(super) fn apply(&mut self, found: &mut Vec<Diagnostic>, document: &Document) {
        let entry = self.path_to(document.name());
        self.config.apply(found, document, &entry, &mut self.uses);
    }

    /// Returns the diagnostics about the configuration itself.
    pub(super) fn diagnostics(&self, selection: &Selection) -> Vec<Diagnostic> {
        let source = Sources::default().add(&self.document, None);
        let exists = |path: &str| self.folder.join(path).exists();
        let unused = self.config.unused(&self.uses, selection, source, exists);
        self.invalid.iter().cloned().chain(unused).collect()
    }

    /// Adds an allow for each diagnostic to the file, and returns the number of allows.
    pub(super) fn write_allows(&self, found: &[(&Document, Vec<Diagnostic>)]) -> Result<usize> {
        let entries: Vec<String> = found
            .iter()
            .map(|(document, _)| self.path_to(document.name()))
            .collect();
        let found = found.iter().zip(&entries);
        let found: Vec<_> = found
            .map(|((document, found), entry)| (*document, entry.as_str(), found.as_slice()))
            .collect();
        let reason = "recorded by --write-allows";
        let written = Config::with_allows(&self.document, &found, reason);
        let (text, count) =
            written.map_err(|why| anyhow!("add allows to {}: {why}", self.path.display()))?;
        if count > 0 {
            fs::write(&self.path, text)
                .with_context(|| format!("write {}", self.path.display()))?;
        }
        Ok(count)
    }
}
