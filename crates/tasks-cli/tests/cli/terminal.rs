use std::{
    fs::{File, OpenOptions},
    io::Read,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use mock_server::fault::{Fault, Faults};
use rustix::{
    fs::OFlags,
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{Winsize, tcsetwinsize},
};

use crate::run::{SECRET, server};

/// A pseudo-terminal, and the program that controls it.
struct Terminal {
    side: File,
    child: Child,
    screen: mpsc::Receiver<Vec<u8>>,
    text: String,
}

impl Terminal {
    fn start(columns: u16, command: &mut Command) -> Self {
        let side = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&side).unwrap();
        unlockpt(&side).unwrap();
        let name = ptsname(&side, Vec::new()).unwrap();
        let name = name.to_str().unwrap().to_owned();
        let side = File::from(side);
        resize(&side, columns);
        let open = || {
            let mut options = OpenOptions::new();
            let options = options.read(true).write(true);
            use std::os::unix::fs::OpenOptionsExt;
            options
                .custom_flags(OFlags::NOCTTY.bits() as i32)
                .open(&name)
                .unwrap()
        };
        let child = command
            .stdin(open())
            .stdout(Stdio::piped())
            .stderr(open())
            .spawn()
            .unwrap();
        let (sender, screen) = mpsc::channel();
        let mut reader = side.try_clone().unwrap();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            side,
            child,
            screen,
            text: String::new(),
        }
    }

    /// Reads until the screen contains a text.
    fn wait_for(&mut self, part: &str) {
        while !self.text.contains(part) {
            let bytes = self.screen.recv_timeout(Duration::from_secs(30));
            let bytes = bytes.unwrap_or_else(|_| panic!("no {part:?} in {:?}", self.text));
            self.text += &String::from_utf8_lossy(&bytes);
        }
    }

    fn press_ctrl_c(&mut self) {
        use std::io::Write;
        self.side.write_all(b"\x03").unwrap();
    }
}

fn resize(terminal: &File, columns: u16) {
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(terminal, size).unwrap();
}

/// The lines that were drawn, without the sequences that move the cursor.
fn drawn(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            '\u{1b}' => {
                let end = chars.find(char::is_ascii_alphabetic);
                if end == Some('K') {
                    lines.push(String::new());
                }
            }
            '\r' | '\n' => lines.push(String::new()),
            char => lines.last_mut().unwrap().push(char),
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// The bar shows progress, failures and pauses within the width of the terminal, and Ctrl-C ends
/// the run.
#[test]
fn shows_progress_on_a_terminal() {
    let server = server();
    let slow = || Fault::none().delay(Duration::from_millis(150));
    server.script([
        slow(),
        Fault::status(400),
        slow(),
        Fault::status(429).retry_after(Duration::from_secs(2)),
        slow(),
        slow(),
    ]);
    let dir = tempfile::tempdir().unwrap();
    let rows: String = (0..40).map(|number| format!("T{number}\n")).collect();
    std::fs::write(dir.path().join("tasks.csv"), format!("title\n{rows}")).unwrap();
    // `setsid --ctty` makes the pseudo-terminal the controlling one, whose Ctrl-C reaches the
    // program.
    let mut command = Command::new("setsid");
    let command = command
        .args([
            "--ctty",
            "--wait",
            env!("CARGO_BIN_EXE_tasks"),
            "batch",
            "tasks.csv",
            "--concurrency",
            "1",
        ])
        .env_clear()
        .env("HOME", dir.path())
        .env("LANG", "C.UTF-8")
        .env("TERM", "xterm")
        .env("PATH", "/usr/bin:/bin")
        .env("TASKS_BASE_URL", server.url())
        .env("TASKS_TOKEN", SECRET)
        .current_dir(dir.path());
    let mut terminal = Terminal::start(100, command);
    terminal.wait_for("paused");
    terminal.wait_for("1 failed");
    resize(&terminal.side, 60);
    server.set_faults(Faults::always(
        Fault::none().delay(Duration::from_millis(100)),
    ));
    terminal.wait_for("6/40");
    let before = terminal.text.len();
    terminal.wait_for("9/40");
    let narrow = drawn(&terminal.text[before..]);
    terminal.press_ctrl_c();
    terminal.wait_for("no further tasks are sent");
    let mut stdout = String::new();
    terminal
        .child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut stdout)
        .unwrap();
    assert_eq!(terminal.child.wait().unwrap().code(), Some(1), "{stdout}");
    while let Ok(bytes) = terminal.screen.try_recv() {
        terminal.text += &String::from_utf8_lossy(&bytes);
    }
    let all = drawn(&terminal.text);
    let bar = all.iter().find(|line| line.contains("paused")).unwrap();
    assert!(bar.starts_with("tasks.csv █"), "{bar:?}");
    assert!(bar.contains("/40 · ") && bar.contains("s (429)"), "{bar:?}");
    assert!(bar.chars().count() <= 100, "{bar:?}");
    let bars = narrow.iter().filter(|line| line.contains("/40"));
    for bar in bars {
        assert!(bar.chars().count() <= 60, "{bar:?}");
        assert!(bar.contains("left"), "{bar:?}");
    }
    assert!(
        all.iter()
            .any(|line| line.contains("tasks.csv:3: rejected “T1”")),
        "{all:?}"
    );
    let created = server.ledger().created;
    assert!(
        stdout.starts_with(&format!("40 rows: {created} created, 1 rejected, ")),
        "{stdout}"
    );
}

/// The bar is drawn in ASCII unless the encoding is UTF-8.
#[test]
fn draws_a_progress_bar_in_ascii() {
    let server = server();
    server.set_faults(Faults::always(
        Fault::none().delay(Duration::from_millis(100)),
    ));
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("t.csv"), "title\nA\nB\nC\nD\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tasks"));
    let command = command
        .args(["batch", "t.csv", "--concurrency", "1"])
        .env_clear()
        .env("HOME", dir.path())
        .env("LANG", "C")
        .env("TERM", "xterm")
        .env("TASKS_BASE_URL", server.url())
        .env("TASKS_TOKEN", SECRET)
        .current_dir(dir.path());
    let mut terminal = Terminal::start(80, command);
    terminal.wait_for("2/4");
    assert_eq!(terminal.child.wait().unwrap().code(), Some(0));
    let bars = drawn(&terminal.text)
        .into_iter()
        .filter(|line| line.contains("/4"));
    for bar in bars {
        assert!(bar.is_ascii() && bar.contains("t.csv"), "{bar:?}");
    }
}
