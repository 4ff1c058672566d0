use std::{
    fmt, fs,
    io::Write,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    sync::Arc,
};

use mock_server::{Document, MockServer};
use tempfile::TempDir;

/// The token and client secret of all tests. No run may print it.
pub(crate) const SECRET: &str = "hunter2-is-secret";

/// One run of the program, in a separate directory and environment.
pub(crate) struct Run {
    command: Command,
    line: String,
    stdin: String,
    stdout: Stdio,
    dir: Arc<TempDir>,
}

/// Output and exit code of a run. Displayed as a golden file.
pub(crate) struct Ended {
    line: String,
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    dir: Arc<TempDir>,
}

/// `tasks` with these arguments, separated by spaces.
pub(crate) fn tasks(arguments: &str) -> Run {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tasks"));
    command
        .args(arguments.split_whitespace())
        .env_clear()
        .env("HOME", dir.path())
        .current_dir(dir.path());
    Run {
        command,
        line: format!("tasks {arguments}"),
        stdin: String::new(),
        stdout: Stdio::piped(),
        dir: Arc::new(dir),
    }
}

/// A mock server of the document, which keeps all requests of a test.
pub(crate) fn server() -> MockServer {
    let document = Document::parse("the document", tasks_client::DOCUMENT).unwrap();
    MockServer::builder(document).keep(4096).start().unwrap()
}

impl Run {
    /// Adds an argument that may contain spaces.
    pub(crate) fn argument(mut self, argument: &str) -> Self {
        self.line += &format!(" '{argument}'");
        self.command.arg(argument);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sends to this server, by environment variables.
    pub(crate) fn to(self, server: &MockServer) -> Self {
        self.env("TASKS_BASE_URL", server.url())
            .env("TASKS_TOKEN", SECRET)
    }

    pub(crate) fn stdin(mut self, text: &str) -> Self {
        self.stdin = text.to_owned();
        self
    }

    /// Runs in the directory of an earlier run.
    pub(crate) fn inside(mut self, ended: &Ended) -> Self {
        self.command
            .current_dir(ended.dir.path())
            .env("HOME", ended.dir.path());
        self.dir = Arc::clone(&ended.dir);
        self
    }

    /// The path of a file in its directory.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Creates a directory in the directory of the run.
    pub(crate) fn directory(self, name: &str) -> Self {
        fs::create_dir_all(self.dir.path().join(name)).unwrap();
        self
    }

    /// Creates a file in the directory of the run.
    pub(crate) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        fs::write(self.dir.path().join(name), text).unwrap();
        self
    }

    /// Creates a file that only its owner can read.
    pub(crate) fn secret_file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.dir.path().join(name);
        let run = self.file(name, text);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        run
    }

    /// Closes the reader of standard output.
    pub(crate) fn closed_stdout(mut self) -> Self {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        self.stdout = writer.into();
        self
    }

    pub(crate) fn end(self) -> Ended {
        self.start().end()
    }

    pub(crate) fn start(mut self) -> Started {
        self.command
            .stdin(Stdio::piped())
            .stdout(self.stdout)
            .stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(self.stdin.as_bytes()).unwrap();
        }
        Started {
            child,
            line: self.line,
            dir: self.dir,
        }
    }
}

/// A run in progress.
pub(crate) struct Started {
    pub(crate) child: Child,
    line: String,
    dir: Arc<TempDir>,
}

impl Started {
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Kills the program.
    pub(crate) fn kill(self) {
        self.killed();
    }

    /// Kills the program, and returns its output.
    pub(crate) fn killed(mut self) -> Ended {
        self.child.kill().unwrap();
        self.end()
    }

    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        let status = Command::new("/bin/sh")
            .args(["-c", &kill])
            .status()
            .unwrap();
        assert!(status.success(), "{kill}");
    }

    pub(crate) fn end(self) -> Ended {
        let Output {
            status,
            stdout,
            stderr,
        } = self.child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let ended = Ended {
            line: self.line,
            code: status.code(),
            stdout: text(stdout),
            stderr: text(stderr),
            dir: self.dir,
        };
        assert!(!ended.to_string().contains(SECRET), "{ended}");
        assert!(!ended.stderr.contains("panicked"), "{ended}");
        ended
    }
}

impl Ended {
    /// The path of a file in its directory.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map_or("none".to_owned(), |code| code.to_string());
        writeln!(f, "$ {}", self.line)?;
        if !self.stdout.is_empty() {
            writeln!(f, "{}", self.stdout.trim_end())?;
        }
        if !self.stderr.is_empty() {
            writeln!(f, "--- standard error")?;
            writeln!(f, "{}", self.stderr.trim_end())?;
        }
        write!(f, "--- exit code {code}")
    }
}

/// Compares with a golden file, in which ids, times and ports are replaced.
macro_rules! assert_golden {
    ($name:expr, $ended:expr) => {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            omit_expression => true,
            filters => [
                (r#"(task |created |created +|created,|"id":"|with the id |\(id )[0-9a-f]{32}\b"#, "$1<id>"),
                (r#""dateTime":"[^"]*""#, r#""dateTime":"<time>""#),
                (r"127\.0\.0\.1:\d+", "127.0.0.1:<port>"),
                (r"\(os error \d+\)", "(os error)"),
            ],
        }, {
            insta::assert_snapshot!($name, $ended.to_string());
        });
    };
}
pub(crate) use assert_golden;
