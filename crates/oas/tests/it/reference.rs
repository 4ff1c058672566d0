//! The reference page: its content, and that no text of a document breaks its layout.

use std::collections::BTreeSet;
use std::path::Path;

use indoc::indoc;
use oas::{Document, reference};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

fn fixture() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reference.yaml");
    Document::load(&path).expect("the fixture is readable")
}

#[test]
fn renders_every_operation() {
    let document = fixture();
    let page = reference(&document);
    assert_well_formed(&page);
    for operation in document.operations() {
        let request = format!("{} {}", operation.method(), operation.path());
        assert!(
            page.contains(&format!("```http\n{request}\n```")),
            "{request}"
        );
    }
    assert_snapshot!(page);
}

#[test]
fn renders_a_page_for_an_empty_document() {
    for text in [
        "{}",
        "[]",
        indoc! {"
        openapi: 3.0.3
        paths: 1
        components: []
    "},
        "",
    ] {
        let document = Document::parse("empty.yaml", text).expect("it is readable");
        assert_eq!(reference(&document), "# API reference\n", "{text}");
    }
}

#[test]
fn descriptions_keep_markdown_and_escape_html() {
    let events = |description: &str| {
        let page = reference(&described(description));
        assert_well_formed(&page);
        page
    };
    let page =
        events("Some *emphasis*, `<code>`, a <https://example.com/link> and\n\n1. a\n2. list");
    assert!(page.contains(
        "Some *emphasis*, `<code>`, a <https://example.com/link> and\n\n1. a\n2. list\n"
    ));
    // Escaping one piece of HTML uncovers what was inside it.
    let page = events("<div>\n# Heading\n<p>\n</div>");
    assert!(
        page.contains("\\<div>\n### Heading\n\\<p>\n\\</div>"),
        "{page}"
    );
    let page = events("```\nnever closed");
    assert!(page.contains("````\n```\nnever closed\n````"), "{page}");
}

#[test]
fn limits_chains_of_references() {
    let mut schemas = serde_json::Map::new();
    for n in 0..5_000 {
        let next = json!({ "$ref": format!("#/components/schemas/S{}", n + 1) });
        schemas.insert(
            format!("S{n}"),
            json!({ "properties": { "a": next, "b": next } }),
        );
    }
    let body = json!({ "$ref": "#/components/schemas/S0" });
    let content = json!({ "application/json": { "schema": body, "example": {} } });
    let document = json!({
        "paths": { "/a": { "put": { "requestBody": { "content": content } } } },
        "components": { "schemas": schemas },
    });
    let document = Document::parse("chain.json", document.to_string()).expect("it is readable");
    let page = reference(&document);
    assert!(page.contains("| `a.a.a.a.a.a.a.a` |"));
    assert!(!page.contains("| `a.a.a.a.a.a.a.a.a.a` |"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, rng_seed: RngSeed::Fixed(20270131), ..ProptestConfig::default() })]

    #[test]
    fn escapes_text_in_every_position(text in hostile_text()) {
        let page = reference(&hostile(&text));
        assert_well_formed(&page);
        let headings = outline(&page);
        let expected = outline(&reference(&hostile("x")));
        // The description of the API and the operation may have headings of their own, which are
        // below those of the page.
        let levels = |outline: &[(usize, String)]| outline.iter().filter(|(level, _)| *level <= 2).count();
        prop_assert_eq!(levels(&headings), levels(&expected));
    }
}

/// Words that mean something to Markdown, HTML, tables, fences and shells, and arbitrary text.
fn hostile_text() -> impl Strategy<Value = String> {
    let words = [
        "|",
        "\\",
        "`",
        "```",
        "~~~",
        "<",
        ">",
        "</a>",
        "<b>",
        "<!--",
        "-->",
        "\n",
        "\n\n",
        "# ",
        "---",
        "===",
        "- ",
        "1. ",
        "    ",
        "> ",
        "[",
        "](",
        ")",
        "](#",
        "*",
        "**",
        "_",
        "&",
        "&#124;",
        "&lt;",
        "!",
        "<script>",
        "$",
        "'",
        "\"",
        "\r\n",
        "\t",
        "a",
        "ä",
        "| a |\n|---|\n",
        "{",
        "}",
        "<br>",
        "<?",
        "<![CDATA[",
        "[a]: b\n",
    ];
    let word = prop_oneof![4 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    proptest::collection::vec(word, 1..24).prop_map(|words| words.concat())
}

fn described(description: &str) -> Document {
    let operation = json!({ "description": description, "responses": {} });
    parse(&json!({ "paths": { "/a": { "get": operation } } }))
}

/// A document with one text wherever it can have one.
fn hostile(text: &str) -> Document {
    let schema = json!({
        "description": text, "type": text, "format": text, "enum": [text], "default": text, "pattern": text,
        "example": text, "required": [text], "properties": {
            text: { "description": text, "x-extensible-enum": [text, 1], "nullable": true },
            "and": { "type": "array", "items": { "type": "string", "default": text } },
        },
        "discriminator": { "propertyName": text, "mapping": { text: text } },
    });
    let content = json!({ text: { "schema": { "$ref": "#/components/schemas/a" }, "examples": {
        text: { "summary": text, "description": text, "value": { text: text } },
    } } });
    let parameter = |place: &str| json!({ "name": text, "in": place, "required": true, "description": text, "schema": { "type": "string" }, "example": text });
    let parameters = ["query", "path", "header", "cookie", text].map(parameter);
    parse(&json!({
        "info": { "title": text, "version": text, "description": text },
        "externalDocs": { "url": format!("https://{text}"), "description": text },
        "servers": [{ "url": text, "description": text }],
        "paths": { "/a": {
            "post": {
                "summary": text, "description": text, "operationId": text, "deprecated": true, "x-sunset": text,
                "security": [{ "a": [text] }],
                "parameters": parameters,
                "requestBody": { "description": text, "content": content },
                "responses": { "200": {
                    "description": text, "content": content,
                    "headers": { text: { "description": text, "schema": { "type": text }, "example": text } },
                } },
                "x-codeSamples": [{ "lang": text, "label": text, "source": text }],
            },
            "get": { "summary": "b", "responses": { text: { "description": text } } },
        } },
        "components": {
            "schemas": { "a": schema, text: { "type": text, "$ref": text } },
            "securitySchemes": { "a": {
                "type": "oauth2", "description": text,
                "flows": { text: { "tokenUrl": text, "scopes": { text: text } } },
            } },
        },
    }))
}

fn parse(value: &Value) -> Document {
    Document::parse("made.json", value.to_string()).expect("it is readable")
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// The headings with their levels.
fn outline(page: &str) -> Vec<(usize, String)> {
    let mut outline = Vec::new();
    let mut heading = None;
    for event in Parser::new_ext(page, options()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some((level as usize, String::new()))
            }
            Event::End(TagEnd::Heading(_)) => outline.extend(heading.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, heading)) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    outline
}

/// The heads of the tables that the page makes.
const HEADS: [&str; 9] = [
    "| Server | Description |",
    "| Operation | Request |",
    "| Parameter | In | Type | Required | Description |",
    "| Property | Type | Required | Description |",
    "| Status | Meaning | Body |",
    "| Header | With | Type | Always | Description |",
    "| Flow ",
    "| Scope | What it allows |",
    "|---|",
];

/// Read back with a CommonMark parser: every row of a table of the page has its columns, the page
/// has no HTML but its own, and its links within the page resolve.
fn assert_well_formed(page: &str) {
    let (mut names, mut links) = (BTreeSet::new(), Vec::new());
    for (event, range) in Parser::new_ext(page, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Table(columns))
                if HEADS
                    .iter()
                    .any(|head| page[range.clone()].starts_with(head)) =>
            {
                for row in page[range].lines() {
                    assert_eq!(row.matches('|').count(), columns.len() + 1, "{row}");
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let name = html
                    .strip_prefix("<a name=\"")
                    .and_then(|rest| rest.strip_suffix("\">"));
                names.extend(name.map(str::to_owned));
                let own =
                    ["</a>", "<br>", "<br/>", "<br />", "<code>", "</code>"].contains(&html.trim());
                assert!(own || name.is_some(), "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.extend(
                    dest_url
                        .strip_prefix("#schema-")
                        .map(|rest| format!("schema-{rest}")),
                );
            }
            _ => {}
        }
    }
    for link in links {
        assert!(names.contains(&link), "nothing is called {link}");
    }
}
