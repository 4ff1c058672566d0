use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// `tasks mock` on a free port, until it is dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) url: String,
}

impl Server {
    pub(crate) fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_tasks"))
            .args(["mock", "--port", "0"])
            .env_clear()
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(process.stderr.take().unwrap());
        let mut announced = String::new();
        log.read_line(&mut announced).unwrap();
        let url = announced
            .split([' ', ','])
            .find(|word| word.starts_with("http://"))
            .unwrap_or_else(|| panic!("no address in {announced:?}"))
            .to_owned();
        // Reads the whole log: a full pipe would block the server.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { process, url }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
