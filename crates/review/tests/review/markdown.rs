//! The comment for a pull request: its content, and the escaping of text from a document.

use crate::support::{BASE, State, input, package, reviewed};
use oas::report::Format;
use pulldown_cmark::{Event, Options, Parser, Tag};
use review::Input;

fn comment(base: &State, revision: &State) -> String {
    let package = package("0.1.0");
    reviewed(input(base, revision, &package)).render(Format::Markdown, false)
}

#[test]
fn reports_no_change() {
    let base = State::edited(&[]);
    assert_snapshot!(comment(&base, &base));
}

#[test]
fn reports_a_renamed_operation() {
    let revision = State::edited(&[("operationId: listThings", "operationId: findThings")]);
    assert_snapshot!(comment(&State::edited(&[]), &revision));
}

/// The same document with another generator.
#[test]
fn reports_a_client_changed_by_the_generator() {
    let (base, mut revision) = (State::edited(&[]), State::edited(&[]));
    let part = revision
        .client
        .iter_mut()
        .find(|part| part.name == "type.Thing");
    let part = part.expect("the client has the type");
    part.source = part.source.replace("pub name: ", "pub label: ");
    assert_snapshot!(comment(&base, &revision));
}

/// Names, values and strings with Markdown, HTML or mentions.
#[test]
fn escapes_text_of_the_document() {
    const HOSTILE: &str =
        "``<img src=x>`|@octocat #1 [a](http://evil.example) **b** ![c](d)\\n# e\\n<!-- -->";
    let plain = BASE.replace("        color:\n", &format!("        \"{HOSTILE}\":\n"));
    let plain = plain.replace(
        "summary: List the things",
        &format!("summary: \"{HOSTILE}\""),
    );
    let limited = plain.replace(
        "          description: Its color.\n",
        &format!("          description: Its color.\n          enum: [\"```\\n{HOSTILE}\"]\n"),
    );
    let limited = limited.replace("'/things'", "/things").replace(
        "  /things:\n",
        &format!("  \"/`{HOSTILE}\":\n    get: {{responses: {{'204': {{description: d}}}}}}\n  /things:\n"),
    );
    let document = |text: &str| {
        oas::Document::parse(format!("{HOSTILE}.yaml"), text).expect("the text is YAML")
    };
    let (base, revision) = (document(&limited), document(&plain));
    let package = package("0.1.0");
    let stale = [HOSTILE.to_owned()];
    let side = |document| review::Side {
        document,
        published: None,
        client: None,
        regenerated: None,
    };
    let state = State::edited(&[]);
    for (base, revision) in [(&base, &revision), (&revision, &base)] {
        let shown = reviewed(Input {
            base: Some(side(base)),
            revision: side(revision),
            stale: &stale,
            failure: Some(&client_codegen::Error::Syntax(HOSTILE.to_owned())),
            ..input(&state, &state, &package)
        })
        .render(Format::Markdown, false);
        assert!(shown.contains("### Breaking changes"), "{shown}");
        assert_escaped(&shown);
    }
}

/// Asserts that the comment has only its own elements, and no mention outside of code.
fn assert_escaped(shown: &str) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut in_block = false;
    let mut headings = Vec::new();
    for event in Parser::new_ext(shown, options) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_block = false,
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = html.trim();
                let ours = ["<br>", "</details>", "</summary>", "<!-- xtask-review -->"]
                    .contains(&html)
                    || html.starts_with("<details>")
                    || html.starts_with("<details open>");
                assert!(ours, "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("a link to {dest_url}\n{shown}")
            }
            Event::Start(Tag::Strong) => panic!("strong text\n{shown}"),
            Event::Start(Tag::Heading { level, .. }) => headings.push(level as usize),
            Event::Text(text) if !in_block => assert!(!text.contains("@o"), "{text}"),
            _ => {}
        }
    }
    assert!(!in_block && !headings.contains(&1), "{shown}");
    assert_eq!(shown.matches("<!-- xtask-review -->").count(), 1);
}

/// GitHub rejects a comment of more than 65,536 characters.
#[test]
fn truncates_the_least_important_section() {
    let properties: String = (0..600)
        .map(|n| {
            format!(
                "        property{n}:\n          type: string\n          description: Number {n}.\n"
            )
        })
        .collect();
    let many = BASE.replace("        id:\n", &format!("{properties}        id:\n"));
    let document =
        |text: &str| oas::Document::parse("things.yaml", text).expect("the text is YAML");
    let (base, revision) = (document(&many), document(BASE));
    let state = State::edited(&[]);
    let package = package("0.1.0");
    let side = |document| review::Side {
        document,
        published: None,
        client: None,
        regenerated: None,
    };
    for (base, revision) in [(&base, &revision), (&revision, &base)] {
        let shown = reviewed(Input {
            base: Some(side(base)),
            revision: side(revision),
            ..input(&state, &state, &package)
        })
        .render(Format::Markdown, false);
        assert!(shown.chars().count() < 65_536, "{}", shown.len());
        assert_escaped(&shown);
        let more = shown.contains("Run `cargo xtask review` for the complete review.")
            || shown.contains("… and 550 more");
        assert!(more, "{shown}");
    }
}

/// A client that retries a call because the status is not a known success creates a duplicate.
#[test]
fn reports_possible_duplicate_calls_first() {
    let success = ("        '201':\n", "        '202':\n");
    let idempotent = (
        "      operationId: createThing\n",
        "      operationId: createThing\n      x-idempotent: true\n",
    );
    let base = State::edited(&[]);
    let promised = State::edited(&[idempotent]);
    for (base, revision) in [(&base, &State::edited(&[success])), (&promised, &base)] {
        let shown = comment(base, revision);
        let warning = shown.find("calls may now be sent twice");
        let table = shown.find("| operation |").expect("a table");
        assert!(warning.is_some_and(|warning| warning < table), "{shown}");
    }
}

#[test]
fn shows_a_long_witness_in_full_behind_its_summary() {
    let color = "        color:\n          type: string\n";
    let limited = format!("{color}          maxLength: 2000\n");
    let revision = State::edited(&[(color, &limited)]);
    let shown = comment(&State::edited(&[]), &revision);
    let witness = format!("  \"color\": \"{}\",\n", "a".repeat(2001));
    let summary = "<details><summary>Accepted by the base, rejected by the revision (2";
    let (summary, witness) = (shown.find(summary), shown.find(&witness));
    assert!(summary.is_some() && witness > summary, "{shown}");
}
