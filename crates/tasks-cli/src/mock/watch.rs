//! Reloads the document when one of its files changes.

use std::{path::Path, time::Duration};

use mock_server::MockServer;
use oas_cli::mock::Watched;

use super::document;
use crate::stderr;

const INTERVAL: Duration = Duration::from_millis(300);

/// Reloads the document until it is cancelled. If it cannot be read, the previous one stays.
pub(super) async fn reload_on_change(path: &Path, watched: &mut Watched, server: &MockServer) {
    loop {
        tokio::time::sleep(INTERVAL).await;
        if !watched.has_changed() {
            continue;
        }
        match document::read(Some(path)) {
            Ok(document) => {
                watched.update(&document);
                server.reload(document);
                stderr::note(format_args!("reloaded {}", path.display()));
                for note in server.notes() {
                    stderr::warning(note);
                }
            }
            Err(error) => {
                stderr::failure(&error);
                stderr::note("the previous document is still served");
            }
        }
    }
}
