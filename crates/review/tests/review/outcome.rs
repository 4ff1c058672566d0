//! Outcome of a review: clean or not, required version, new diagnostics and approvals.

use crate::support::{BASE, State, input, package, reviewed};
use indoc::indoc;
use oas::diff::Policy;
use oas::report::Format;
use oas::{Document, Severity};
use review::{Bump, Input, Outcome, Side};

const WITHOUT_ID: (&str, &str) = (
    "        id:\n          type: string\n          description: What tells it from others.\n",
    "",
);
const WITH_SIZE: (&str, &str) = (
    "        color:\n",
    "        size:\n          type: integer\n          description: Its size.\n        color:\n",
);

fn verdict(outcome: &Outcome<'_>) -> (bool, Bump, String) {
    let verdict = &outcome.verdict;
    (outcome.is_clean(), verdict.bump, verdict.needed.to_string())
}

fn ids(found: &[oas::Diagnostic]) -> Vec<String> {
    let ids = found.iter();
    ids.map(|one| format!("{} {}", one.severity, one.id))
        .collect()
}

#[test]
fn most_severe_change_determines_the_version() {
    let base = State::edited(&[]);
    let package = package("0.1.0");
    type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], (bool, Bump, &'c str));
    let cases: [Case<'_>; 6] = [
        ("nothing", &[], (true, Bump::None, "0.1.0")),
        (
            "words",
            &[("Everything there is.", "All there is.")],
            (true, Bump::None, "0.1.0"),
        ),
        // Changed documentation requires a new version of a published package.
        (
            "words of a type",
            &[(
                "description: What tells it from others.",
                "description: Its id.",
            )],
            (false, Bump::Patch, "0.1.1"),
        ),
        (
            "a property more",
            &[WITH_SIZE],
            (false, Bump::Minor, "0.1.1"),
        ),
        (
            "a property less",
            &[WITHOUT_ID],
            (false, Bump::Major, "0.2.0"),
        ),
        (
            "a method renamed",
            &[("operationId: listThings", "operationId: findThings")],
            (false, Bump::Major, "0.2.0"),
        ),
    ];
    for (name, edits, (clean, bump, needed)) in cases {
        let revision = State::edited(edits);
        let outcome = reviewed(input(&base, &revision, &package));
        assert_eq!(
            verdict(&outcome),
            (clean, bump, needed.to_owned()),
            "{name}"
        );
    }
}

/// The version covers changes at compile time only; a change that breaks on the wire requires an
/// approval as well.
#[test]
fn major_version_permits_breaking_changes_for_rust_callers() {
    let base = State::edited(&[]);
    let package = package("0.2.0");
    let renamed = State::edited(&[("operationId: listThings", "operationId: findThings")]);
    assert!(reviewed(input(&base, &renamed, &package)).is_clean());
    let removed = State::edited(&[WITHOUT_ID]);
    let outcome = reviewed(input(&base, &removed, &package));
    assert!(!outcome.is_clean() && outcome.verdict.is_enough);
}

/// The base is a commit after the release: the changes between the two count as well.
#[test]
fn version_covers_all_changes_since_the_release() {
    let (released, base) = (State::edited(&[]), State::edited(&[WITHOUT_ID]));
    let package = package("0.1.0");
    let same = input(&base, &base, &package);
    assert!(reviewed(same).is_clean());
    let outcome = reviewed(Input {
        released: Some(released.side()),
        ..same
    });
    assert_eq!(outcome.changes.len(), 0);
    assert_eq!(verdict(&outcome), (false, Bump::Major, "0.2.0".to_owned()));
}

#[test]
fn reports_only_new_diagnostics() {
    const SUMMARY: (&str, &str) = ("      summary: Create a thing\n", "");
    const DESCRIPTION: (&str, &str) = ("      description: Lists the things.\n", "");
    let package = package("0.9.0");
    let (base, revision) = (
        State::edited(&[SUMMARY]),
        State::edited(&[SUMMARY, DESCRIPTION]),
    );
    let found = |base: &State, revision: &State| {
        let outcome = reviewed(input(base, revision, &package));
        let places = outcome.introduced.iter();
        places
            .map(|one| {
                one.primary
                    .pointer()
                    .map(ToString::to_string)
                    .unwrap_or_default()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&base, &base), [""; 0]);
    assert_eq!(found(&base, &revision), ["/paths/~1things/get"]);
    // A diagnostic on a moved line is not new.
    let moved = State::new(&format!("# A comment.\n{}", base.document.text()));
    assert_eq!(found(&base, &moved), [""; 0]);
}

#[test]
fn stale_files_and_a_document_without_a_client_are_not_clean() {
    let base = State::edited(&[]);
    let package = package("0.1.0");
    let stale = ["tests/snapshots/`odd`|name.snap".to_owned()];
    let outcome = reviewed(Input {
        stale: &stale,
        ..input(&base, &base, &package)
    });
    assert!(!outcome.is_clean());
    let error = client_codegen::Error::Part {
        pointer: "#/paths/~1things/get/responses/200".to_owned(),
        reason: "it has two schemas".to_owned(),
    };
    let outcome = reviewed(Input {
        failure: Some(&error),
        revision: Side {
            client: None,
            ..base.side()
        },
        ..input(&base, &base, &package)
    });
    assert!(!outcome.is_clean());
    let shown = outcome.render(Format::Human, false);
    let message = "error[client-not-generated]: failed to generate `#/paths/~1things/get/responses/200`: it has two schemas";
    assert!(shown.contains(message), "{shown}");
    // The diagnostic is located at the part, not at the start of the document.
    let line = base
        .document
        .text()
        .lines()
        .position(|line| line.contains("'200':"));
    let place = format!("openapi/things.yaml (revision):{}:", line.unwrap() + 2);
    let (_, after) = shown.split_once(message).unwrap();
    assert!(
        after
            .lines()
            .nth(1)
            .is_some_and(|line| line.contains(&place)),
        "{place} {shown}"
    );
}

#[test]
fn approved_change_still_requires_its_version() {
    let (base, revision) = (State::edited(&[]), State::edited(&[WITHOUT_ID]));
    let package = package("0.2.0");
    let open = reviewed(input(&base, &revision, &package));
    let fingerprints = open.changes.iter().filter(|one| one.is_breaking());
    let approvals: String = fingerprints
        .map(|one| {
            format!(
                "- {{fingerprint: {}, reason: no client reads it}}\n",
                one.fingerprint()
            )
        })
        .collect();
    let approvals = Document::parse("openapi/approvals.yaml", approvals).expect("the text is YAML");
    let policy = Policy {
        approvals: Some(&approvals),
        ..Policy::default()
    };
    let outcome = reviewed(Input {
        policy,
        ..input(&base, &revision, &package)
    });
    assert_eq!(verdict(&outcome), (true, Bump::Major, "0.2.0".to_owned()));
    assert_snapshot!(outcome.render(Format::Markdown, false));
}

#[test]
fn unmatched_approval_is_an_error_only_if_new() {
    let base = State::edited(&[]);
    let package = package("0.1.0");
    let text = "- {fingerprint: c00000000000000, reason: once}\n";
    let approvals = Document::parse("openapi/approvals.yaml", text).expect("the text is YAML");
    let policy_result = |base_approvals| {
        let outcome = reviewed(Input {
            policy: Policy {
                approvals: Some(&approvals),
                base_approvals,
                levels: None,
            },
            ..input(&base, &base, &package)
        });
        (outcome.is_clean(), ids(&outcome.problems))
    };
    assert_eq!(
        policy_result(None),
        (false, vec!["error approval-unmatched".to_owned()])
    );
    assert_eq!(
        policy_result(Some(&approvals)),
        (true, vec!["info approval-unused".to_owned()])
    );
}

/// Custom severities apply to the required version as well as to the changes.
#[test]
fn applies_overridden_severities() {
    let ends = |date: &str| {
        let summary = "      summary: List the things\n";
        let ends = format!("{summary}      deprecated: true\n      x-sunset: '{date}'\n");
        State::edited(&[(summary, &ends)])
    };
    let (later, sooner) = (ends("2031-01-01"), ends("2030-06-01"));
    let package = package("0.1.1");
    let levels = Document::parse(
        "levels.yaml",
        "api-sunset-date-changed-too-small: warning\n",
    )
    .expect("the text is YAML");
    let policy_result = |levels, released| {
        let outcome = reviewed(Input {
            policy: Policy {
                levels,
                ..Policy::default()
            },
            released,
            ..input(&later, &sooner, &package)
        });
        let most_severe = outcome.changes.iter().map(|one| one.severity).max();
        (most_severe, outcome.is_clean(), outcome.verdict.bump)
    };
    assert_eq!(
        policy_result(None, None),
        (Some(Severity::Error), false, Bump::Major)
    );
    let lowered = (Some(Severity::Warning), true, Bump::Minor);
    assert_eq!(policy_result(Some(&levels), None), lowered);
    assert_eq!(policy_result(Some(&levels), Some(later.side())), lowered);
}

#[test]
fn reports_diagnostics_hidden_by_the_configuration() {
    let (base, revision) = (State::new(BASE), State::new(BASE));
    let release = package("0.1.0");
    let config = |text: &str| oas::Document::parse("openapi/oas.yaml", text).expect("readable");
    let before = config("generator: progenitor\nseverity: {scope-undeclared: error}\n");
    let after = config(indoc! {"
            severity: {scope-undeclared: info, type-missing: error}
            disable: [key-duplicate]
            allow:
              - {rule: type-missing, at: 'things.yaml#/components/schemas/A', reason: It is anything.}
        "});
    let messages = |base_config, config| {
        let outcome = reviewed(Input {
            config,
            base_config,
            ..input(&base, &revision, &release)
        });
        let weakened = outcome
            .problems
            .iter()
            .filter(|one| one.id == "config-weakened");
        weakened.map(|one| one.message.clone()).collect::<Vec<_>>()
    };
    let weakened = messages(Some(&before), Some(&after));
    for expected in [
        "the rule `key-duplicate` (error) no longer runs",
        "the severity of `scope-undeclared` was lowered from error to info",
        "the rules about `progenitor` no longer run",
        "`type-missing` is allowed at `things.yaml#/components/schemas/A`: It is anything.",
    ] {
        assert!(
            weakened.iter().any(|one| one == expected),
            "{expected}: {weakened:#?}"
        );
    }
    assert_eq!(messages(Some(&after), Some(&after)), Vec::<String>::new());
    assert_eq!(messages(None, Some(&before)), Vec::<String>::new());
    // Without the file, the defaults apply.
    let deleted = messages(Some(&before), None);
    assert!(
        deleted
            .iter()
            .any(|one| one.contains("`progenitor` no longer")),
        "{deleted:#?}"
    );
}
