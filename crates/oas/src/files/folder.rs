use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{FileError, Files, Found, RootPath};

/// Maximum size of a file.
const MAX_BYTES: u64 = 1 << 30;

/// The files below a folder on disk.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    entry: RootPath,
}

impl Folder {
    /// The files below `root`, for the document `entry`.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn new(root: &Path, entry: RootPath) -> std::io::Result<Self> {
        Ok(Self {
            root: fs::canonicalize(root)?,
            entry,
        })
    }

    /// The root, with symbolic links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The one path of a regular file, with symbolic links resolved, if it is below the root and
    /// may be read there.
    fn real_path(&self, path: &RootPath) -> Option<RootPath> {
        let real = fs::canonicalize(path.below(&self.root)).ok()?;
        let real_path = RootPath::new(real.strip_prefix(&self.root).ok()?)?;
        // A link may resolve to a file that the reference itself could not name.
        let is_allowed = real_path.has_extension() && !real_path.is_hidden_from(&self.entry);
        (is_allowed && real.is_file()).then_some(real_path)
    }

    /// Reads a file if `is_allowed` accepts its path, with symbolic links resolved.
    ///
    /// # Errors
    /// When there is no such file, or it must not be read.
    pub fn read_if(
        &self,
        path: &RootPath,
        is_allowed: impl FnOnce(&RootPath) -> bool,
    ) -> Result<Found, FileError> {
        let path = self
            .real_path(path)
            .filter(is_allowed)
            .ok_or(FileError::Unavailable)?;
        let file = fs::File::open(path.below(&self.root)).map_err(|_| FileError::Unavailable)?;
        let mut bytes = Vec::new();
        let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|_| FileError::Unavailable)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(FileError::Failed(
                "the file is larger than 1 GiB".to_owned(),
            ));
        }
        Ok(Found { path, bytes })
    }
}

impl Files for Folder {
    fn read(&self, path: &RootPath) -> Result<Found, FileError> {
        self.read_if(path, |_| true)
    }
}
