//! Documents of several files, on disk and in git, and the files that are not read.

use std::fs;
use std::io::Write as _;
#[cfg(unix)]
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const ENTRY: &str = "\
openapi: 3.0.3
info: {title: T, version: '1', description: D}
servers: [{url: https://api.example.com}]
security: []
tags: [{name: Pets, description: Pets.}]
paths:
  /pets:
    get: {$ref: paths/list.yaml}
";

const OPERATION: &str = "\
operationId: listPets
summary: List pets
description: Lists all pets.
tags: [Pets]
responses:
  '200':
    description: The pets.
    content:
      application/json:
        schema: {$ref: '../schemas/Pet.yaml'}
        example: {name: Rex}
  4XX: {description: An error.}
";

const PET: &str = "\
description: A pet.
type: object
properties:
  name: {description: Its name., type: string}
";

struct Tree(TempDir);

impl Tree {
    fn new(files: &[(&str, &str)]) -> Self {
        let tree = Self(tempfile::tempdir().expect("a folder"));
        for (name, text) in files {
            tree.write(name, text);
        }
        tree
    }

    /// The document of three files below `api`.
    fn pets() -> Self {
        Self::new(&[
            ("api/openapi.yaml", ENTRY),
            ("api/paths/list.yaml", OPERATION),
            ("api/schemas/Pet.yaml", PET),
        ])
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Writes a file atomically, as editors do: a watcher must not see an empty one.
    fn replace(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        let new = path.with_extension("new");
        fs::write(&new, text).expect("written");
        fs::rename(new, path).expect("renamed");
    }

    fn git(&self, arguments: &[&str]) {
        let status = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "")
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "git {arguments:?}"
        );
    }

    fn commit(&self) {
        self.git(&["init", "--quiet"]);
        self.git(&["add", "."]);
        self.git(&["commit", "--quiet", "-m", "all"]);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oas"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env("NO_COLOR", "1");
        command
    }

    /// Returns the exit code and the output.
    fn oas(&self, arguments: &[&str]) -> (Option<i32>, String) {
        shown(self.command(arguments).output().expect("it runs"))
    }

    /// Returns the report after replacing the reference in `api/paths/list.yaml`.
    fn with_reference(&self, reference: &str, arguments: &[&str]) -> String {
        self.write(
            "api/paths/list.yaml",
            &OPERATION.replace("../schemas/Pet.yaml", reference),
        );
        let lint = ["lint", "api/openapi.yaml", "--format", "github"];
        self.oas(&[&lint, arguments].concat()).1
    }
}

fn shown(output: Output) -> (Option<i32>, String) {
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("text in UTF-8");
    (output.status.code(), text)
}

#[test]
fn lints_all_files_of_a_document() {
    let tree = Tree::pets();
    assert_eq!(
        tree.oas(&["lint", "api/openapi.yaml"]),
        (Some(0), "no diagnostics\n".to_owned())
    );
    tree.write(
        "api/schemas/Pet.yaml",
        &PET.replace("type: string", "type: integer"),
    );
    for (folder, argument, name) in [
        ("", "api/openapi.yaml", "api/paths/list.yaml:11:25"),
        ("api", "openapi.yaml", "paths/list.yaml:11:25"),
        ("api/paths", "../openapi.yaml", "list.yaml:11:25"),
    ] {
        let mut command = tree.command(&["lint", argument]);
        let output = command.current_dir(tree.path().join(folder)).output();
        let (code, text) = shown(output.expect("it runs"));
        assert_eq!(code, Some(1), "{text}");
        assert!(text.contains(name), "{text}");
        assert!(text.contains("error[example-invalid]"), "{text}");
    }
}

#[test]
fn rejects_references_out_of_the_root() {
    let tree = Tree::pets();
    tree.write("Secret.yaml", "token: s3cr3t");
    // Without a work tree the root is the folder of the document.
    let outside = tree.with_reference("../../Secret.yaml", &[]);
    assert!(outside.contains("is outside the root"), "{outside}");
    let missing = tree.with_reference("../../Missing.yaml", &[]);
    assert_eq!(outside.replace("Secret", "Missing"), missing);
    let inside = tree.with_reference("../../Secret.yaml", &["--root", "."]);
    assert!(!inside.contains("outside"), "{inside}");
    let (code, text) = tree.oas(&["lint", "Secret.yaml", "--root", "api"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("outside the root"), "{text}");
    assert!(!text.contains("s3cr3t"), "{text}");
}

#[cfg(unix)]
#[test]
fn rejects_links_out_of_the_root() {
    let tree = Tree::pets();
    tree.write("Secret.yaml", "token: s3cr3t");
    tree.write("api/.hidden/Secret.yaml", "token: s3cr3t");
    tree.write("api/secret.txt", "token: s3cr3t");
    let link = |target: &str, name: &str| symlink(target, tree.path().join(name)).expect("linked");
    link("../Secret.yaml", "api/Outside.yaml");
    link("../..", "api/schemas/up");
    link("../Nothing.yaml", "api/Gone.yaml");
    link(".hidden/Secret.yaml", "api/Hidden.yaml");
    link("secret.txt", "api/Text.yaml");
    link("Loop.yaml", "api/Loop.yaml");
    link("schemas/Pet.yaml", "api/Inside.yaml");
    fs::create_dir(tree.path().join("api/Folder.yaml")).expect("made");
    let mut messages = Vec::new();
    for name in [
        "Outside",
        "schemas/up/Secret",
        "Gone",
        "Hidden",
        "Text",
        "Loop",
        "Folder",
        "Missing",
    ] {
        let text = tree.with_reference(&format!("../{name}.yaml"), &[]);
        assert!(text.contains("there is no readable file"), "{name}: {text}");
        messages.push(text.replace(name, "*").replace(&" ".repeat(name.len()), ""));
    }
    // Whether the target of a link exists is not disclosed.
    assert_eq!(messages[0], messages[2]);
    assert_eq!(tree.with_reference("../Inside.yaml", &[]), "");
}

/// A pull request can make any file a link, and excerpts of files are printed into a public
/// comment.
#[test]
fn rejects_links_out_of_the_work_tree_wherever_a_file_is_named() {
    let tree = Tree::pets();
    tree.write(".gitignore", "build/\n");
    tree.write("build/ignored.yaml", "token: s3cr3t");
    tree.write("api/.hidden/a.yaml", "token: s3cr3t");
    tree.write("examples/listPets.200.json", "[]");
    tree.commit();
    tree.write("untracked.yaml", ENTRY);
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("secret.yaml"), "token: s3cr3t").expect("written");
    let secret = outside.path().join("secret.yaml");
    let link = |target: &Path, name: &str| {
        let name = tree.path().join(name);
        let _ = fs::remove_file(&name);
        symlink(target, name).expect("linked");
    };
    let rejected = |arguments: &[&str]| {
        let (code, text) = tree.oas(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {text}");
        let message = "the link resolves outside of the work tree, or to a hidden or ignored file";
        assert!(text.contains(message), "{arguments:?}: {text}");
        assert!(!text.contains("s3cr3t"), "{arguments:?}: {text}");
    };
    for target in [
        secret.as_path(),
        Path::new("../build/ignored.yaml"),
        Path::new(".hidden/a.yaml"),
        Path::new("../.git/config"),
    ] {
        link(target, "api/link.yaml");
        for command in ["lint", "bundle", "reference"] {
            rejected(&[command, "api/link.yaml"]);
        }
        rejected(&["diff", "api/openapi.yaml", "api/link.yaml"]);
    }
    link(Path::new("../untracked.yaml"), "api/link.yaml");
    rejected(&["lint", "api/link.yaml", "--tracked"]);
    link(Path::new("openapi.yaml"), "api/link.yaml");
    assert_eq!(tree.oas(&["lint", "api/link.yaml", "--tracked"]).0, Some(0));

    link(&secret, "api/oas.yaml");
    rejected(&["lint", "api/openapi.yaml"]);
    rejected(&["lint", "untracked.yaml", "--config", "api/oas.yaml"]);
    for option in ["--levels", "--approvals"] {
        let (base, revision) = ("api/openapi.yaml", "api/openapi.yaml");
        rejected(&["diff", base, revision, option, "api/oas.yaml"]);
    }
    fs::remove_file(tree.path().join("api/oas.yaml")).expect("removed");
    link(&secret, "examples/listPets.201.json");
    rejected(&["lint", "api/openapi.yaml", "--examples", "examples"]);
    link(outside.path(), "elsewhere");
    rejected(&["lint", "api/openapi.yaml", "--examples", "elsewhere"]);
}

#[test]
fn rejects_documents_other_than_openapi_3_0() {
    let tree = Tree::new(&[
        ("empty.yaml", ""),
        ("other.yaml", "a: 1"),
        ("newer.yaml", "openapi: 3.1.0"),
    ]);
    for (name, message) in [
        ("empty.yaml", "not an OpenAPI 3.0 document"),
        ("other.yaml", "not an OpenAPI 3.0 document"),
        ("newer.yaml", "expected OpenAPI 3.0, found `openapi: 3.1.0`"),
    ] {
        for command in ["bundle", "mock", "reference"] {
            let (code, text) = tree.oas(&[command, name]);
            assert_eq!(code, Some(2), "{command} {name}: {text}");
            assert!(text.contains(message), "{command} {name}: {text}");
        }
    }
}

#[test]
fn hidden_files_are_read_only_around_the_document() {
    let tree = Tree::pets();
    tree.write(
        ".api/openapi.yaml",
        &ENTRY.replace("paths/list", "../.api/list"),
    );
    tree.write(
        ".api/list.yaml",
        &OPERATION.replace("../schemas/Pet.yaml", "../api/schemas/Pet.yaml"),
    );
    let (code, text) = tree.oas(&["lint", ".api/openapi.yaml", "--root", "."]);
    assert_eq!((code, text.as_str()), (Some(0), "no diagnostics\n"));
    let text = tree.with_reference("../../.api/list.yaml", &["--root", "."]);
    assert!(text.contains("is hidden"), "{text}");
}

#[cfg(unix)]
#[test]
fn rejects_files_that_git_ignores() {
    let tree = Tree::pets();
    tree.write(".gitignore", "build/\n");
    tree.write("build/Secret.yaml", "token: s3cr3t");
    tree.commit();
    tree.write("new/Pet.yaml", PET);
    symlink("../build/Secret.yaml", tree.path().join("api/Link.yaml")).expect("linked");
    let ignored = tree.with_reference("../../build/Secret.yaml", &[]);
    assert!(ignored.contains("there is no readable file"), "{ignored}");
    let missing = tree.with_reference("../../build/Absent.yaml", &[]);
    assert_eq!(ignored.replace("Secret", "Absent"), missing);
    let linked = tree.with_reference("../Link.yaml", &[]);
    assert!(linked.contains("there is no readable file"), "{linked}");
    assert_eq!(tree.with_reference("../../new/Pet.yaml", &[]), "");
    let untracked = tree.with_reference("../../new/Pet.yaml", &["--tracked"]);
    assert!(
        untracked.contains("there is no readable file"),
        "{untracked}"
    );
}

#[test]
fn rejects_a_work_tree_that_git_does_not_trust() {
    let tree = Tree::pets();
    fs::create_dir(tree.path().join(".git")).expect("made");
    let (code, text) = tree.oas(&["lint", "api/openapi.yaml", "--format", "github"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(
        text.contains("cannot be read: failed to run git ls-files"),
        "{text}"
    );
}

#[test]
fn the_standard_input_has_a_root_on_request() {
    let tree = Tree::pets();
    let lint = |arguments: &[&str]| {
        let mut command = tree.command(&[&["lint", "-"], arguments].concat());
        let command = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(ENTRY.as_bytes()).expect("written");
        drop(input);
        shown(child.wait_with_output().expect("it ends"))
    };
    let (code, text) = lint(&["--format", "github"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("require `--root`"), "{text}");
    assert_eq!(
        lint(&["--root", "api"]),
        (Some(0), "no diagnostics\n".to_owned())
    );
}

#[cfg(unix)]
#[test]
fn a_revision_has_its_own_files() {
    let tree = Tree::pets();
    symlink("schemas/Pet.yaml", tree.path().join("api/Link.yaml")).expect("linked");
    symlink("../api", tree.path().join("api/all")).expect("linked");
    symlink("/etc/Secret.yaml", tree.path().join("api/Absolute.yaml")).expect("linked");
    tree.write("api/.hidden/Secret.yaml", "token: s3cr3t");
    tree.commit();
    // File names are never part of a command.
    tree.write("api/a\nb.yaml", PET);
    tree.git(&["add", "."]);
    tree.git(&["commit", "--quiet", "-m", "names"]);
    tree.write(
        "api/schemas/Pet.yaml",
        &PET.replace(
            "  name: {description: Its name., type: string}\n",
            "  id: {type: integer}\n",
        ),
    );
    let (code, text) = tree.oas(&["diff", "HEAD:api/openapi.yaml", "api/openapi.yaml"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("HEAD:api/schemas/Pet.yaml"), "{text}");
    assert!(!text.contains("@files"), "{text}");
    assert_eq!(
        tree.oas(&["lint", "HEAD:api/openapi.yaml"]).1,
        "no diagnostics\n"
    );
    let here = tree
        .command(&["lint", "HEAD:openapi.yaml"])
        .current_dir(tree.path().join("api"))
        .output();
    assert_eq!(shown(here.expect("it runs")).1, "no diagnostics\n");
    tree.write("api/schemas/Pet.yaml", PET);
    for (reference, expected) in [
        ("../Link.yaml", "no diagnostics"),
        ("../all/schemas/Pet.yaml", "no diagnostics"),
        (
            "../all/all/all/all/all/all/all/all/all/Link.yaml",
            "no readable file",
        ),
        ("../Absolute.yaml", "no readable file"),
        ("../.hidden/Secret.yaml", "is hidden"),
        ("../../../Secret.yaml", "is outside the root"),
        ("../New.yaml", "no readable file"),
        ("../a%0Ab.yaml", "is not a relative path"),
    ] {
        tree.with_reference(reference, &[]);
        tree.git(&["commit", "--quiet", "-a", "-m", "reference"]);
        tree.write("api/New.yaml", PET);
        let text = tree.oas(&["lint", "HEAD:api/openapi.yaml"]).1;
        assert!(text.contains(expected), "{reference}: {text}");
        assert!(!text.contains("s3cr3t"), "{text}");
    }
    for name in [
        "--output=x:api/openapi.yaml",
        "nothing:api/openapi.yaml",
        "HEAD:nothing.yaml",
        "HEAD:../x.yaml",
    ] {
        let (code, text) = tree.oas(&["lint", "--", name]);
        assert_eq!(code, Some(2), "{text}");
    }
}

#[test]
fn a_comparison_is_incomplete_if_a_file_cannot_be_read() {
    let tree = Tree::pets();
    let changed = ENTRY.replace("version: '1'", "version: '2'");
    tree.write(
        "api/next.yaml",
        &changed.replace("paths/list.yaml", "paths/gone.yaml"),
    );
    let (code, text) = tree.oas(&["diff", "api/openapi.yaml", "api/next.yaml"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("reference-dangling"), "{text}");
    let (code, text) = tree.oas(&["reference", "api/next.yaml"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(
        text.contains("failed to read api/next.yaml:8:17: unresolved reference"),
        "{text}"
    );
}

#[test]
fn moved_documents_are_equal() {
    let tree = Tree::pets();
    for (name, text) in [
        ("openapi.yaml", ENTRY),
        ("paths/list.yaml", OPERATION),
        ("schemas/Pet.yaml", PET),
    ] {
        tree.write(&format!("moved/{name}"), text);
    }
    assert_eq!(
        tree.oas(&["diff", "api/openapi.yaml", "moved/openapi.yaml"]),
        (Some(0), "no changes\n".to_owned())
    );
}

#[test]
fn bundle_is_equal_to_the_files() {
    let tree = Tree::pets();
    let (code, text) = tree.oas(&["bundle", "api/openapi.yaml", "-o", "bundled.yaml"]);
    assert_eq!((code, text.as_str()), (Some(0), ""));
    let bundled = fs::read_to_string(tree.path().join("bundled.yaml")).expect("written");
    assert_snapshot!(bundled);
    assert_eq!(tree.oas(&["lint", "bundled.yaml"]).1, "no diagnostics\n");
    assert_eq!(tree.oas(&["bundle", "bundled.yaml"]).1, bundled);
    tree.oas(&["bundle", "api/openapi.yaml", "-o", "bundled.json"]);
    let json = fs::read_to_string(tree.path().join("bundled.json")).expect("written");
    assert!(
        serde_json::from_str::<serde_json::Value>(&json).is_ok(),
        "{json}"
    );
}

/// The response to a request, as a string.
fn get(url: &str, path: &str) -> String {
    use std::io::Read as _;
    let address = url.trim_start_matches("http://");
    let mut stream = std::net::TcpStream::connect(address).expect("connected");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .expect("sent");
    let mut response = String::new();
    stream.read_to_string(&mut response).expect("received");
    response
}

#[test]
fn the_mock_serves_all_files_and_reloads_each() {
    use std::io::{BufRead as _, BufReader};
    use std::{sync::mpsc, thread, time::Duration};
    let tree = Tree::pets();
    let mut child = tree
        .command(&[
            "mock",
            "api/openapi.yaml",
            "--port",
            "0",
            "--watch",
            "--quiet",
        ])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let (sender, receiver) = mpsc::channel();
    let lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    thread::spawn(move || {
        lines
            .map_while(Result::ok)
            .try_for_each(|line| sender.send(line))
    });
    let line = || {
        let line = receiver.recv_timeout(Duration::from_secs(60));
        line.expect("a line within a minute")
    };
    let first = line();
    let url = first
        .split_whitespace()
        .find(|word| word.starts_with("http://"));
    let url = url.expect("an address").trim_end_matches(',').to_owned();
    assert!(
        get(&url, "/pets").ends_with("{\"name\":\"Rex\"}"),
        "{}",
        get(&url, "/pets")
    );
    let served = get(&url, "/_mock/openapi.json");
    assert!(
        served.contains("#/components/schemas/Pet") && !served.contains("@files"),
        "{served}"
    );
    tree.replace(
        "api/paths/list.yaml",
        &OPERATION.replace("Rex", "Fido the second"),
    );
    assert_eq!(line(), "reloaded api/openapi.yaml");
    assert!(get(&url, "/pets").contains("Fido the second"));
    tree.replace("api/schemas/Pet.yaml", "a: [");
    let reported = line();
    assert!(
        reported.contains("the previous document is still served"),
        "{reported}"
    );
    assert!(get(&url, "/pets").contains("Fido the second"));
    child.kill().expect("it ends");
    child.wait().expect("it ends");
}
