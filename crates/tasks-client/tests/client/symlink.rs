//! Checkouts without symbolic links.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

#[path = "../../build/link.rs"]
mod link;

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "");
    git.args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
        .args(arguments);
    let output = git.output().expect("git runs");
    assert!(output.status.success(), "{output:?}");
}

/// Stores a link in git without one on disk, so that the test also runs where links cannot be
/// created.
fn commit_link(folder: &Path) {
    git(folder, &["init", "--quiet", "--initial-branch=main"]);
    fs::create_dir_all(folder.join("openapi")).expect("a folder");
    fs::write(folder.join("openapi/tasks.yaml"), "openapi: 3.0.3\n").expect("a file");
    fs::write(folder.join("target"), "../../../openapi/tasks.yaml").expect("a file");
    let hashed = Command::new("git")
        .current_dir(folder)
        .args(["hash-object", "-w", "target"])
        .output();
    let hash = String::from_utf8(hashed.expect("git runs").stdout).expect("a hash");
    let link = format!(
        "120000,{},crates/tasks-client/openapi/tasks.yaml",
        hash.trim()
    );
    git(folder, &["add", "openapi"]);
    git(folder, &["update-index", "--add", "--cacheinfo", &link]);
    git(folder, &["commit", "--quiet", "--message", "m"]);
}

#[test]
fn follows_the_text_file_of_a_checkout_without_links() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let origin = folder.path().join("origin");
    fs::create_dir(&origin)?;
    commit_link(&origin);
    let origin = origin.to_string_lossy().into_owned();
    git(
        folder.path(),
        &[
            "clone",
            "--quiet",
            "--config",
            "core.symlinks=false",
            &origin,
            "clone",
        ],
    );
    let path = folder
        .path()
        .join("clone/crates/tasks-client/openapi/tasks.yaml");
    assert!(!path.is_symlink());
    assert_eq!(fs::read_to_string(&path)?, "../../../openapi/tasks.yaml");
    let (_, text) = link::read(&path)?;
    assert_eq!(text, "openapi: 3.0.3\n");
    Ok(())
}

#[test]
fn names_the_setting_if_the_target_is_missing() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("tasks.yaml");
    fs::write(&path, "../../../openapi/tasks.yaml")?;
    let error = link::read(&path).expect_err("the target does not exist");
    assert!(error.contains("git config core.symlinks true"), "{error}");
    Ok(())
}

#[test]
fn reads_a_document_as_it_is() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("tasks.yaml");
    fs::write(&path, "openapi: 3.0.3\n")?;
    assert_eq!(link::read(&path)?, (path, "openapi: 3.0.3\n".to_owned()));
    Ok(())
}
