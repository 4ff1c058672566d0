//! Reloads the document when its file changes.

use std::{
    path::Path,
    time::{Duration, SystemTime},
};

use mock_server::MockServer;

use super::document;
use crate::say;

const INTERVAL: Duration = Duration::from_millis(300);

/// Never ends. A document that cannot be read is reported, and the one before stays.
pub(crate) async fn reload_on_change(path: &Path, server: &MockServer) {
    let mut last = version(path);
    loop {
        tokio::time::sleep(INTERVAL).await;
        let now = version(path);
        if now == last || now.is_none() {
            continue;
        }
        last = now;
        match document(Some(path)) {
            Ok(document) => {
                server.reload(document);
                say::note(format_args!("reloaded {}", path.display()));
                for note in server.notes() {
                    say::warning(note);
                }
            }
            Err(error) => {
                say::failure(&error);
                say::note("the document before is still served");
            }
        }
    }
}

/// What changes with the file: editors replace a file, so its absence is no change yet.
fn version(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
