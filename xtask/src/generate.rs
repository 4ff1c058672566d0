use std::{
    env, fs,
    path::PathBuf,
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::reference;
use crate::workspace::root;

/// The tests that hold generated files to what is generated: package and test target. With `INSTA_UPDATE=always` they
/// write the files; otherwise they say `stale: PATH`, `missing: PATH` or `orphaned: PATH` on a line each.
const TESTS: [(&str, &str); 3] = [
    ("client-codegen", "fixtures"),
    ("oas", "page"),
    ("tasks-client", "generated"),
];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Change nothing; report what is not as it would be generated
    #[arg(long)]
    check: bool,
}

/// Writes what is generated, or reports what is stale of it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if arguments.check {
        let findings = check()?;
        findings
            .iter()
            .for_each(|finding| anstream::println!("{}: {}", finding.what, finding.path.display()));
        if findings.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        anstream::println!("run `cargo xtask generate` and review the difference");
        return Ok(ExitCode::from(1));
    }
    let (passed, output) = test("always")?;
    if !passed {
        bail!("write the generated files: does the client compile with this document?\n{output}");
    }
    reference::write()?;
    for finding in check()? {
        if finding.what != "orphaned" {
            bail!(
                "write {}: it is still {}",
                finding.path.display(),
                finding.what
            );
        }
        fs::remove_file(root().join(&finding.path))
            .with_context(|| format!("delete {}", finding.path.display()))?;
        anstream::println!("deleted {}", finding.path.display());
    }
    Ok(ExitCode::SUCCESS)
}

struct Finding {
    what: String,
    /// Relative to the workspace.
    path: PathBuf,
}

fn check() -> Result<Vec<Finding>> {
    let (passed, output) = test("no")?;
    let mut findings: Vec<_> = output.lines().filter_map(finding).collect();
    if !passed && findings.is_empty() {
        bail!("read the generated files: does the client compile with this document?\n{output}");
    }
    if !reference::is_fresh()? {
        findings.push(Finding {
            what: "stale".to_owned(),
            path: reference::PATH.into(),
        });
    }
    Ok(findings)
}

fn finding(line: &str) -> Option<Finding> {
    let (what, path) = line.split_once(": ")?;
    let is_finding = matches!(what, "stale" | "missing" | "orphaned");
    is_finding.then(|| Finding {
        what: what.to_owned(),
        path: path.into(),
    })
}

/// Whether the tests pass, and what they print.
fn test(update: &str) -> Result<(bool, String)> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["test", "--quiet", "--no-fail-fast"]);
    for (package, test) in TESTS {
        command.args(["--package", package, "--test", test]);
    }
    command
        .current_dir(root())
        .env("INSTA_UPDATE", update)
        .stderr(Stdio::inherit());
    let output = command.output().context("run cargo test")?;
    Ok((
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    ))
}
