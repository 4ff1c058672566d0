use std::fs;
use std::path::{Path, PathBuf};

/// Reads the document at a path, and returns the path of the file that contains it.
///
/// The path is a symbolic link in git. A checkout without `core.symlinks`, as most on Windows are,
/// has a file with the target's path in its place, which is followed. A package made from such a
/// checkout has no target.
pub(crate) fn read(path: &Path) -> Result<(PathBuf, String), String> {
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|error| format!("read {}: {error}", path.display()))
    };
    let text = read(path)?;
    let Some(target) = target(&text) else {
        return Ok((path.to_owned(), text));
    };
    let followed = path.with_file_name("").join(target);
    if !followed.is_file() {
        return Err(format!(
            "read {}: it contains the path of a symbolic link, and {} does not exist; run `git config core.symlinks true` and check it out again",
            path.display(),
            followed.display()
        ));
    }
    let text = read(&followed)?;
    Ok((followed, text))
}

/// Returns the target of a link that was checked out as text.
fn target(text: &str) -> Option<&str> {
    let text = text.trim_end();
    (text.starts_with("../") && text.lines().count() == 1).then_some(text)
}
