use std::{fs, path::Path};

use anyhow::{Context, bail};

/// Reads the tokens in a file, one per line. Errors do not quote them.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<String>> {
    let name = path.display();
    let text =
        fs::read_to_string(path).with_context(|| format!("failed to read the tokens in {name}"))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let tokens: Vec<String> = lines.map(str::to_owned).collect();
    // RFC 6750, section 2.1: a token has no blanks.
    let blank = |line: &str| line.trim().contains(char::is_whitespace);
    if let Some(number) = text.lines().position(blank) {
        bail!(
            "failed to read the tokens in {name}:{}: expected one token per line, without whitespace",
            number + 1
        );
    }
    if tokens.is_empty() {
        bail!(
            "failed to read the tokens in {name}: the file is empty: expected at least one token"
        );
    }
    Ok(tokens)
}
