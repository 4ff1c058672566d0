//! The whole review, in every format.

use crate::support::{State, input, package, reviewed};
use oas::report::Format;

/// One change of each kind: breaking in a response, in a request, and for Rust callers only;
/// compatible; of documentation; and a new lint diagnostic.
fn mixed() -> State {
    State::edited(&[
        (
            "        id:\n          type: string\n          description: What tells it from others.\n",
            "",
        ),
        (
            "        color:\n          type: string\n          description: Its color.\n",
            "        color:\n          type: string\n          maxLength: 20\n          description: Its color.\n        size:\n          type: integer\n          description: Its size.\n",
        ),
        ("operationId: listThings", "operationId: findThings"),
        (
            "description: Everything there is.",
            "description: All there is.",
        ),
        ("      description: Creates a thing.\n", ""),
    ])
}

fn rendered(format: Format) -> String {
    let (base, revision) = (State::edited(&[]), mixed());
    let package = package("0.1.0");
    let stale = ["tests/snapshots/type.Thing.snap".to_owned()];
    let input = input(&base, &revision, &package);
    let input = review::Input {
        stale: &stale,
        ..input
    };
    reviewed(input).render(format, false)
}

#[test]
fn human() {
    assert_snapshot!(rendered(Format::Human));
}

#[test]
fn json() {
    assert_snapshot!(rendered(Format::Json));
}

#[test]
fn sarif() {
    assert_snapshot!(rendered(Format::Sarif));
}

#[test]
fn github() {
    assert_snapshot!(rendered(Format::Github));
}

#[test]
fn markdown() {
    assert_snapshot!(rendered(Format::Markdown));
}

/// Code hosts show lines of the revision only.
#[test]
fn annotations_are_in_the_revision() {
    let (base, revision) = (State::edited(&[]), mixed());
    let package = package("0.1.0");
    let shown = reviewed(input(&base, &revision, &package)).render(Format::Github, false);
    let removed = shown
        .lines()
        .find(|line| line.contains("response-property-removed"))
        .expect("the removed property is shown");
    let properties = revision.document.text();
    let line = properties
        .lines()
        .position(|line| line == "    Thing:")
        .expect("the schema is there");
    let properties = line + 4;
    assert!(
        removed.contains(&format!("line={properties},")),
        "{removed}"
    );
}
