//! Checks of symbolic links in a work tree: a pull request can contain any link, and excerpts of
//! files are printed into public comments.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use oas::{Files as _, Folder, RootPath};

use crate::git::{WorkTree, find_top};

/// Checks that a path is not a link that resolves outside of its work tree, or to a file that
/// references must not name: a hidden or ignored file or, with `tracked`, an untracked one. Outside
/// of a work tree, every link is followed.
///
/// # Errors
/// When it is such a link, or it cannot be read.
pub fn check_link(path: &Path, tracked: bool) -> Result<()> {
    let context = || format!("read {}", path.display());
    let folder = folder_of(path).with_context(context)?;
    let real = fs::canonicalize(path).with_context(context)?;
    let named = folder.join(path.file_name().unwrap_or(OsStr::new("..")));
    let Some(top) = find_top(&folder).filter(|_| real != named) else {
        return Ok(());
    };
    let below = |path: &Path| path.strip_prefix(top).ok().and_then(RootPath::new);
    let is_allowed = match (below(&real), below(&named)) {
        // `..`, or the work tree itself, is not a link.
        (_, None) => real.starts_with(top) || path.file_name().is_none(),
        (None, Some(_)) => real == top,
        (Some(real_path), Some(named)) if real.is_dir() => !real_path.is_hidden_from(&named),
        (Some(real_path), Some(named)) => {
            let files = WorkTree::new(Folder::new(top, named).with_context(context)?, tracked);
            files.read(&real_path).is_ok()
        }
    };
    if !is_allowed {
        bail!(
            "read {}: the link resolves outside of the work tree, or to a hidden or ignored file",
            path.display()
        );
    }
    Ok(())
}

/// Checks a folder and every file in it with [`check_link`].
///
/// # Errors
/// When a link is rejected, or the folder cannot be read.
pub(crate) fn check_links_in(folder: &Path, tracked: bool) -> Result<()> {
    let context = || format!("read {}", folder.display());
    check_link(folder, tracked)?;
    for entry in fs::read_dir(folder).with_context(context)? {
        let entry = entry.with_context(context)?;
        if entry.file_type().with_context(context)?.is_symlink() {
            check_link(&entry.path(), tracked)?;
        }
    }
    Ok(())
}

/// The folder that a path is in, with symbolic links resolved.
pub(crate) fn folder_of(path: &Path) -> std::io::Result<PathBuf> {
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    fs::canonicalize(parent.unwrap_or(Path::new(".")))
}
