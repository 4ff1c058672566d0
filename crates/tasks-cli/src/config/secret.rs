use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use anyhow::{Context, anyhow, bail};

/// Maximum size of a file in bytes, more than any secret; a device may be endless.
const MAX_BYTES: u64 = 64 << 10;

/// Reads a token or a client secret from a file that only its owner can read.
///
/// Errors do not quote the content of the file.
pub(super) fn read(what: &str, path: &Path) -> anyhow::Result<String> {
    let name = path.display();
    let failed = || format!("failed to read the {what} file {name}");
    let file = File::open(path).with_context(failed)?;
    require_private(what, path, &file)?;
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().with_context(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{}: longer than 64 KiB", failed());
    }
    let text = String::from_utf8(bytes).map_err(|_| anyhow!("{}: invalid UTF-8", failed()))?;
    let secret = text.trim();
    if secret.is_empty() {
        bail!("{}: the file is empty", failed());
    }
    // RFC 6750, section 2.1: letters, digits and some punctuation.
    if !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        bail!("{}: expected one {what} and nothing else", failed());
    }
    Ok(secret.to_owned())
}

#[cfg(unix)]
fn require_private(what: &str, path: &Path, file: &File) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let name = path.display();
    let metadata = file
        .metadata()
        .with_context(|| format!("failed to read the {what} file {name}"))?;
    // A pipe, such as that of `<(pass show token)`, is as private as its writer.
    let mode = metadata.permissions().mode() & 0o777;
    if metadata.is_file() && mode & 0o077 != 0 {
        let quoted = name.to_string().replace('\'', r"'\''");
        bail!(
            "failed to read the {what} file {name}: readable by other users (mode {mode:03o}); run: chmod 600 '{quoted}'"
        );
    }
    Ok(())
}

/// Access control lists are not modes: files in a Windows profile are private unless they were
/// shared.
#[cfg(not(unix))]
fn require_private(_: &str, _: &Path, _: &File) -> anyhow::Result<()> {
    Ok(())
}
