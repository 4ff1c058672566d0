use std::cell::OnceCell;
use std::collections::HashSet;
use std::path::Path;

use anyhow::Result;
use oas::{FileError, Files, Folder, Found, RootPath};

use super::run;

/// The files below a folder of a work tree that git tracks or does not ignore.
///
/// Build tools and CI leave credentials and caches in a work tree, so what git ignores is not read.
pub(crate) struct WorkTree {
    folder: Folder,
    tracked_only: bool,
    /// Listed on first use.
    listed: OnceCell<Result<HashSet<String>, String>>,
}

impl WorkTree {
    /// The files below a folder; only those that git tracks if `tracked_only`.
    pub(crate) fn new(folder: Folder, tracked_only: bool) -> Self {
        Self {
            folder,
            tracked_only,
            listed: OnceCell::new(),
        }
    }

    /// The paths of the files, relative to the folder.
    pub(crate) fn paths(&self) -> Result<impl Iterator<Item = &str>> {
        Ok(self.listed()?.iter().map(String::as_str))
    }

    fn listed(&self) -> Result<&HashSet<String>, FileError> {
        let listed = self.listed.get_or_init(|| {
            let mut arguments = vec!["ls-files", "-z", "--cached"];
            if !self.tracked_only {
                arguments.extend(["--others", "--exclude-standard"]);
            }
            let output = run(self.folder.root(), &arguments);
            let output = output.map_err(|error| format!("failed to {error:#}"))?;
            let names = output.split(|byte| *byte == 0);
            let names = names.filter_map(|name| String::from_utf8(name.to_vec()).ok());
            Ok(names.collect())
        });
        listed
            .as_ref()
            .map_err(|reason| FileError::Failed(reason.clone()))
    }
}

impl Files for WorkTree {
    fn read(&self, path: &RootPath) -> Result<Found, FileError> {
        let listed = self.listed()?;
        self.folder
            .read_if(path, |real| listed.contains(real.as_str()))
    }
}

/// The nearest folder at or above `folder` that has a `.git`.
///
/// Does not run git: a work tree that git rejects must not be treated as an ordinary folder.
pub(crate) fn find_top(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|above| above.join(".git").exists())
}
