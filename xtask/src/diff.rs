use std::process::ExitCode;

use anyhow::{Context as _, Result};
use oas_cli::diff::Arguments;
use review::migration;

/// Compares two documents, or two operations with their methods and types in the generated client.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let code = oas_cli::diff::run(arguments)?;
    if let Some([(base, base_id), (revision, id)]) = arguments.operations()? {
        let base = base.bundle().context("bundle the base")?;
        let revision = revision.bundle().context("bundle the revision")?;
        let migration = migration((&base, &base_id), (&revision, &id));
        let migration = migration.context("compare the generated clients")?;
        anstream::print!("{migration}");
    }
    Ok(code)
}
