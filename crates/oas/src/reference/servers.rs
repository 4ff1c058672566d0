use super::markdown::{Markdown, code};
use super::prose;
use crate::Server;

/// Writes the list of servers.
pub(super) fn servers(page: &mut Markdown, servers: &[Server<'_>]) {
    let row = |server: &Server<'_>| {
        [
            code(server.url),
            prose::line(server.description().unwrap_or_default()),
        ]
    };
    page.table(
        ["Server", "Description"],
        &servers.iter().map(row).collect::<Vec<_>>(),
    );
}
