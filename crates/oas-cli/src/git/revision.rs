use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, anyhow, bail};
use oas::{FileError, Files, Found, RootPath};

use super::{line, run};

/// Maximum number of symbolic links on the path to a file.
const MAX_LINKS: usize = 8;

/// Maximum size of a file.
const MAX_BYTES: usize = 1 << 30;

/// The files of a git revision. Files are read by object id, so that file names are never passed to
/// git.
pub(crate) struct Revision {
    prefix: String,
    /// Path in the tree of the folder that paths are relative to, with a trailing slash; empty for
    /// the whole tree.
    root: String,
    entry: RootPath,
    blobs: HashMap<String, Blob>,
    batch: RefCell<Batch>,
}

/// A file of a tree.
#[derive(Clone)]
struct Blob {
    id: String,
    is_link: bool,
}

impl Revision {
    /// Opens the tree of the revision `name`, with the document `path` as its entry.
    ///
    /// The path is relative to the current folder, or to the top of the work tree if it begins with
    /// a slash.
    pub(crate) fn open(name: &str, path: &str, root: Option<&Path>) -> Result<Self> {
        let here = Path::new(".");
        let tree = format!("{name}^{{tree}}");
        let tree = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &tree,
        ];
        let tree = line(here, &tree).map_err(|_| anyhow!("find the revision `{name}`"))?;
        let listed = run(here, &["ls-tree", "-r", "-z", "--full-tree", &tree])?;
        let mut revision = Self {
            prefix: format!("{name}:"),
            root: String::new(),
            entry: RootPath::new(Path::new("-")).context("name the entry")?,
            blobs: blobs(&listed),
            batch: RefCell::new(Batch::start()?),
        };
        let full = match path.strip_prefix('/') {
            Some(path) => PathBuf::from(path),
            None => Path::new(&line(here, &["rev-parse", "--show-prefix"])?).join(path),
        };
        if let Some(root) = root {
            let top = line(here, &["rev-parse", "--show-toplevel"])?;
            let (root, top) = (std::fs::canonicalize(root)?, std::fs::canonicalize(top)?);
            let below = root.strip_prefix(&top).ok().and_then(RootPath::new);
            revision.root = below.map_or_else(String::new, |below| format!("{below}/"));
        }
        let missing = || format!("find {path} in `{name}`");
        let full = RootPath::new(&full).with_context(missing)?;
        let real = revision.real_path(full.as_str()).with_context(missing)?;
        let Some(entry) = real.strip_prefix(&revision.root) else {
            bail!("read {path}: it is outside the root");
        };
        revision.entry = RootPath::new(Path::new(entry)).with_context(missing)?;
        Ok(revision)
    }

    /// The path of the document, below the root.
    pub(crate) fn entry(&self) -> &RootPath {
        &self.entry
    }

    /// The content of the document.
    pub(crate) fn entry_bytes(&self) -> Result<Vec<u8>> {
        Ok(self.bytes(&format!("{}{}", self.root, self.entry))?)
    }

    /// The path of a regular file in the tree, with symbolic links resolved within the tree.
    fn real_path(&self, path: &str) -> Option<String> {
        let mut open: VecDeque<String> = path.split('/').map(str::to_owned).collect();
        let mut real: Vec<String> = Vec::new();
        let mut links = 0;
        while let Some(name) = open.pop_front() {
            match name.as_str() {
                "" | "." => continue,
                ".." => {
                    real.pop()?;
                    continue;
                }
                _ => real.push(name),
            }
            let Some(link) = self.blobs.get(&real.join("/")).filter(|blob| blob.is_link) else {
                continue;
            };
            links += 1;
            let target = String::from_utf8(self.batch.borrow_mut().read(&link.id).ok()?).ok()?;
            if links > MAX_LINKS || target.starts_with('/') {
                return None;
            }
            real.pop();
            for name in target.rsplit('/') {
                open.push_front(name.to_owned());
            }
        }
        let path = real.join("/");
        self.blobs.contains_key(&path).then_some(path)
    }

    fn bytes(&self, path: &str) -> Result<Vec<u8>, FileError> {
        let blob = self.blobs.get(path).ok_or(FileError::Unavailable)?;
        let read = self.batch.borrow_mut().read(&blob.id);
        read.map_err(|error| FileError::Failed(format!("failed to {error:#}")))
    }
}

impl Files for Revision {
    fn read(&self, path: &RootPath) -> Result<Found, FileError> {
        let real = self.real_path(&format!("{}{path}", self.root));
        let real = real.ok_or(FileError::Unavailable)?;
        let below = real.strip_prefix(&self.root);
        let path = below.and_then(|path| RootPath::new(Path::new(path)));
        // A link may resolve to a file that the reference itself could not name.
        let is_allowed =
            |path: &RootPath| path.has_extension() && !path.is_hidden_from(&self.entry);
        let path = path.filter(is_allowed).ok_or(FileError::Unavailable)?;
        let bytes = self.bytes(&real)?;
        Ok(Found { path, bytes })
    }

    fn prefix(&self) -> &str {
        &self.prefix
    }
}

/// Reads the output of `git ls-tree -r -z`: `<mode> <type> <id>\t<path>\0`. Submodules are skipped.
fn blobs(listed: &[u8]) -> HashMap<String, Blob> {
    let entries = listed.split(|byte| *byte == 0).filter_map(|entry| {
        let entry = String::from_utf8(entry.to_vec()).ok()?;
        let (head, path) = entry.split_once('\t')?;
        let mut head = head.split(' ');
        let (mode, kind, id) = (head.next()?, head.next()?, head.next()?);
        let blob = Blob {
            id: id.to_owned(),
            is_link: mode == "120000",
        };
        (kind == "blob").then(|| (path.to_owned(), blob))
    });
    entries.collect()
}

/// A running `git cat-file --batch`.
struct Batch {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Batch {
    fn start() -> Result<Self> {
        let mut child = Command::new("git")
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("run git")?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        Ok(Self {
            child,
            input,
            output: BufReader::new(output.context("run git cat-file")?),
        })
    }

    /// The content of an object.
    fn read(&mut self, id: &str) -> Result<Vec<u8>> {
        let input = self.input.as_mut().context("run git cat-file")?;
        writeln!(input, "{id}")
            .and_then(|()| input.flush())
            .context("run git cat-file")?;
        // `<id> <type> <size>`, or `<id> missing`.
        let mut head = String::new();
        self.output
            .read_line(&mut head)
            .context("run git cat-file")?;
        let size = head
            .trim_end()
            .rsplit_once(' ')
            .and_then(|(_, size)| size.parse().ok());
        let size: usize = size.with_context(|| format!("read the git object {id}"))?;
        if size > MAX_BYTES {
            bail!("read the git object {id}: it is larger than 1 GiB");
        }
        let mut bytes = vec![0; size + 1];
        self.output
            .read_exact(&mut bytes)
            .context("run git cat-file")?;
        bytes.pop();
        Ok(bytes)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        // The process ends at the end of its input.
        self.input = None;
        let _ = self.child.wait();
    }
}
