use std::{
    env, fs,
    path::PathBuf,
    process::{Command, ExitCode},
};

use anyhow::{Context, Result, bail};

use crate::reference;
use crate::workspace::root;

/// The tests that hold generated files to what is generated: package and test target. With `INSTA_UPDATE=always` they
/// write the files; otherwise they say `stale: PATH`, `missing: PATH` or `orphaned: PATH` on a line each.
const TESTS: [(&str, &str); 4] = [
    ("client-codegen", "fixtures"),
    ("oas", "page"),
    ("tasks-client", "generated"),
    ("xtask", "generated"),
];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Change nothing; report what is not as it would be generated
    #[arg(long)]
    check: bool,
}

/// Writes what is generated, or reports what is stale of it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    build()?;
    let findings = check()?;
    if findings.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.check {
        findings
            .iter()
            .for_each(|finding| anstream::println!("{}: {}", finding.what, finding.path.display()));
        anstream::println!("run `cargo xtask generate` and review the difference");
        return Ok(ExitCode::from(1));
    }
    let (passed, output) = test("always")?;
    if !passed {
        bail!("write the generated files\n{output}");
    }
    reference::write()?;
    for Finding { what, path } in &findings {
        let did = match what.as_str() {
            "orphaned" => {
                fs::remove_file(root().join(path))
                    .with_context(|| format!("delete {}", path.display()))?;
                "deleted"
            }
            _ => "wrote",
        };
        anstream::println!("{did} {}", path.display());
    }
    if let Some(Finding { what, path }) = check()?.first() {
        bail!("write {}: it is still {what}", path.display());
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
        bail!("read the generated files\n{output}");
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

/// Builds the tests, which generates the code that they hold the files to.
fn build() -> Result<()> {
    let status = cargo(&["--no-run"]).status().context("run cargo test")?;
    if !status.success() {
        bail!("compile what is generated: does the client fit this document?");
    }
    Ok(())
}

/// Whether the tests pass, and what they print.
fn test(update: &str) -> Result<(bool, String)> {
    let mut command = cargo(&["--no-fail-fast"]);
    let output = command.env("INSTA_UPDATE", update).output();
    let output = output.context("run cargo test")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok((output.status.success(), text))
}

/// `cargo test` of the tests that hold generated files.
fn cargo(options: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["test", "--quiet"]).args(options);
    for (package, test) in TESTS {
        command.args(["--package", package, "--test", test]);
    }
    command.current_dir(root());
    command
}
