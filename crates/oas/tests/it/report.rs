//! One report in every format, with hostile content.

use indoc::indoc;
use oas::report::{Format, Report, RuleInfo, sort};
use oas::{Diagnostic, Document, Label, Pointer, Severity, Sources, Span};

const BASE: &str = indoc! {"
    openapi: 3.0.3
    info:
      title: Grüße, 世界
      version: '1'
    paths: {}
"};
const REVISION: &str =
    "openapi: 3.0.3\r\ninfo:\r\n  title: short\r\n  version: '1'\r\npaths: {}\r\n";

fn render(format: Format) -> String {
    let base = Document::parse("dir with space/a,b:c.yaml", BASE).expect("readable");
    let revision = Document::parse("b.yaml", REVISION).expect("readable");
    let mut sources = Sources::default();
    sources.add(&base, Some("base"));
    let revised = sources.add(&revision, Some("revision"));
    let info = Pointer::root().join("info");
    let mut diagnostics = vec![
        Diagnostic::new(
            "title-changed",
            Severity::Error,
            "the title | has `changed`\n::error::100% <b>",
            Label::value(info.join("title")),
        )
        .label(
            Label::key(info.join("title"))
                .in_source(revised)
                .with_message("it is shorter now"),
        )
        .note("a note")
        .help("do something"),
        Diagnostic::new(
            "description-missing",
            Severity::Warning,
            "`info` has no description",
            Label::key(info.join("description")),
        ),
        Diagnostic::new(
            "first-byte",
            Severity::Info,
            "nothing is wrong here",
            Label::span(Span { start: 0, end: 7 }).in_source(revised),
        ),
    ];
    diagnostics.reverse();
    sort(&mut diagnostics, &sources);
    let rules = [RuleInfo {
        id: "title-changed",
        summary: "A title changed",
        documentation: "A *title* changed.",
        severity: Severity::Error,
        page: None,
    }];
    let report = Report {
        sources: &sources,
        diagnostics: &diagnostics,
        rules: &rules,
    };
    report.render(format, false)
}

#[test]
fn human() {
    assert_snapshot!(render(Format::Human));
}

#[test]
fn json() {
    assert_snapshot!(render(Format::Json));
}

#[test]
fn sarif() {
    assert_snapshot!(render(Format::Sarif));
}

#[test]
fn github() {
    assert_snapshot!(render(Format::Github));
}

#[test]
fn markdown() {
    assert_snapshot!(render(Format::Markdown));
}

/// Unpaired backticks do not disable escaping.
#[test]
fn escapes_html_in_markdown() {
    for text in [
        "<img src=x onerror=a()>",
        "`<img src=x>```",
        "``<img src=x>`",
        "`a` <img src=x>",
        "\\`<img src=x>\\`",
    ] {
        let table = format!("| a |\n|---|\n| {} |\n", oas::report::markdown_text(text));
        let options = pulldown_cmark::Options::ENABLE_TABLES;
        let html = pulldown_cmark::Parser::new_ext(&table, options)
            .any(|event| matches!(event, pulldown_cmark::Event::InlineHtml(_)));
        assert!(!html, "{table}");
    }
}

/// A document may be one long line with many diagnostics: each is shown with its surroundings, and
/// its true column.
#[test]
fn truncates_long_lines() {
    let members = (0..300)
        .map(|at| format!("\"größe{at}\": {{\"type\": \"object\"}}"))
        .collect::<Vec<_>>();
    let text = format!(
        "{{\"a\": 1, {}, \"z\": [\"{}\"]}}",
        members.join(", "),
        "é".repeat(500)
    );
    let document = Document::parse("one-line.json", text).expect("readable");
    let at = |token: &str| Pointer::root().join(token);
    let finding = |message, label| Diagnostic::new("found", Severity::Error, message, label);
    let diagnostics = [
        finding("at the beginning", Label::key(at("a"))),
        finding("in the middle", Label::value(at("größe150").join("type")))
            .label(Label::key(at("größe20")).with_message("far away")),
        finding("to the end", Label::value(at("z"))),
    ];
    let report = Report {
        sources: &Sources::of(&document),
        diagnostics: &diagnostics,
        rules: &[],
    };
    assert_snapshot!(report.render(Format::Human, false));
}
