use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;

use crate::{input::Input, stderr};

/// New file for the tasks that were not created: an input for another run.
pub(crate) struct Unsent {
    path: PathBuf,
    file: File,
    count: usize,
    broken: Option<io::Error>,
}

impl Unsent {
    /// Creates the file. An existing one is not overwritten: it may be the input, or that of an
    /// earlier run.
    pub(crate) fn create(path: &Path) -> anyhow::Result<Self> {
        let file = File::create_new(path);
        let file =
            file.with_context(|| format!("failed to create the new file {}", path.display()))?;
        Ok(Self {
            path: path.to_owned(),
            file,
            count: 0,
            broken: None,
        })
    }

    pub(crate) fn add(&mut self, input: &Input) {
        let write = || -> io::Result<()> {
            let mut line = serde_json::to_vec(&input.task)?;
            line.push(b'\n');
            (&self.file).write_all(&line)
        };
        match write() {
            Ok(()) => self.count += 1,
            Err(error) => self.broken = Some(error),
        }
    }

    /// Prints the number of tasks in the file, and removes an empty one.
    pub(crate) fn close(self) {
        let path = self.path.display();
        if let Some(error) = &self.broken {
            stderr::error(format_args!(
                "failed to save all tasks that were not created to {path}: {error}"
            ));
        }
        match self.count {
            0 => {
                drop(self.file);
                // An empty file may remain.
                let _ = fs::remove_file(&self.path);
            }
            1 => stderr::note(format_args!(
                "saved the task that was not created to {path}"
            )),
            count => stderr::note(format_args!(
                "saved the {count} tasks that were not created to {path}"
            )),
        }
    }
}
