//! Loading: values, spans, anchors, merge keys, duplicate keys, and rejected input.

use indoc::indoc;
use oas::{Document, LoadError, Pointer};
use serde_json::json;

fn parse(text: &str) -> Document {
    Document::parse("test.yaml", text).expect("the text is readable")
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).expect("the pointer is well-formed")
}

/// The text of the key and of the value at a pointer.
fn written<'d>(document: &'d Document, at: &str) -> (Option<&'d str>, &'d str) {
    let (map, at) = (document.source_map(), pointer(at));
    let key = map
        .key(&at)
        .map(|span| &document.text()[span.start..span.end]);
    let value = map
        .value(&at)
        .map(|span| &document.text()[span.start..span.end]);
    (key, value.unwrap_or("nothing"))
}

#[test]
fn locates_every_value() {
    let document = parse(concat!(
        "# a comment\n",
        "info:   \n",
        "  title: Größe 📏 of things   # another\n",
        "  \"quoted key\": 'it''s'\n",
        "  empty:\n",
        "list:\n",
        "- one\n",
        "- {a: [1, 2], b: é}\n",
        "-\n",
        "text: |\n",
        "  first\n",
        "  second\n",
        "\n",
        "last: 1\n",
    ));
    assert_eq!(
        *document.root(),
        json!({
            "info": {"title": "Größe 📏 of things", "quoted key": "it's", "empty": null},
            "list": ["one", {"a": [1, 2], "b": "é"}, null],
            "text": "first\nsecond\n",
            "last": 1,
        })
    );
    assert_eq!(
        written(&document, "/info/title"),
        (Some("title"), "Größe 📏 of things")
    );
    assert_eq!(
        written(&document, "/info/quoted key"),
        (Some("\"quoted key\""), "'it''s'")
    );
    assert_eq!(written(&document, "/info/empty"), (Some("empty"), ""));
    assert_eq!(written(&document, "/info").1.lines().count(), 3);
    assert!(written(&document, "/info").1.ends_with("empty"));
    assert_eq!(written(&document, "/list/0"), (None, "one"));
    assert_eq!(written(&document, "/list/1"), (None, "{a: [1, 2], b: é}"));
    assert_eq!(written(&document, "/list/1/a/1"), (None, "2"));
    assert_eq!(written(&document, "/list/1/b"), (Some("b"), "é"));
    assert_eq!(
        written(&document, "/text"),
        (Some("text"), "first\n  second")
    );
    assert_eq!(written(&document, "/last"), (Some("last"), "1"));
    assert_eq!(written(&document, "/last/deeper"), (None, "nothing"));
    let location = document.locate(&pointer("/list/1/b"));
    assert_eq!((location.line, location.column), (8, 18));
    let nearest = document.locate(&pointer("/list/1/none/below"));
    assert_eq!((nearest.line, nearest.column), (8, 3));
}

#[test]
fn locations_ignore_byte_order_marks_and_carriage_returns() {
    let document = parse("\u{feff}a: ü\r\nb:\r\n  c: x  \r\n  d: |\r\n    t\r\n");
    assert_eq!(
        *document.root(),
        json!({"a": "ü", "b": {"c": "x", "d": "t\n"}})
    );
    assert_eq!(written(&document, "/a"), (Some("a"), "ü"));
    assert_eq!(written(&document, "/b/c"), (Some("c"), "x"));
    assert_eq!(written(&document, "/b/d"), (Some("d"), "t"));
    let location = document.locate(&pointer("/b/c"));
    assert_eq!((location.line, location.column), (3, 6));
}

#[test]
fn locates_values_of_json() {
    let document =
        parse("{\n\t\"a\": [true, null, -1.5e2, \"\\u00e9\\/\\n\"],\n\t\"b\": {}, \"c\": []\n}\n");
    assert_eq!(
        *document.root(),
        json!({"a": [true, null, -150.0, "é/\n"], "b": {}, "c": []})
    );
    assert_eq!(
        written(&document, "/a"),
        (Some("\"a\""), "[true, null, -1.5e2, \"\\u00e9\\/\\n\"]")
    );
    assert_eq!(written(&document, "/b"), (Some("\"b\""), "{}"));
    assert_eq!(written(&document, "/c"), (Some("\"c\""), "[]"));
}

#[test]
fn decodes_surrogate_pairs_in_json() {
    let document = parse(r#"{"face": "\ud83d\ude00", "slash\/": ["\uD83D\uDE00é", 1]}"#);
    assert_eq!(
        *document.root(),
        json!({"face": "😀", "slash/": ["😀é", 1]})
    );
    assert_eq!(written(&document, "/face").1, r#""\ud83d\ude00""#);
    assert_eq!(
        written(&document, "/slash~1"),
        (Some(r#""slash\/""#), r#"["\uD83D\uDE00é", 1]"#)
    );
    assert_eq!(written(&document, "/slash~1/1").1, "1");
}

#[test]
fn reads_every_key_as_a_string() {
    let document = parse(indoc! {"
        200: a
        true: b
        ~: c
        1.50: d
    "});
    assert_eq!(
        *document.root(),
        json!({"200": "a", "true": "b", "~": "c", "1.50": "d"})
    );
    assert_eq!(written(&document, "/~0"), (Some("~"), "c"));
}

#[test]
fn expands_aliases_and_merge_keys() {
    let document = parse(concat!(
        "base: &base {a: 1, b: 2}\n",
        "more: &more\n",
        "  b: 3\n",
        "  c: &scalar x\n",
        "alias: *base\n",
        "key: {*scalar : *scalar}\n",
        "one:\n",
        "  <<: *base\n",
        "  a: 0\n",
        "two:\n",
        "  z: 9\n",
        "  <<: [*more, *base]\n",
        "plain:\n",
        "  <<: text\n",
        "quoted:\n",
        "  \"<<\": *base\n",
    ));
    assert_eq!(
        *document.root(),
        json!({
            "base": {"a": 1, "b": 2},
            "more": {"b": 3, "c": "x"},
            "alias": {"a": 1, "b": 2},
            "key": {"x": "x"},
            "one": {"a": 0, "b": 2},
            "two": {"z": 9, "b": 3, "c": "x", "a": 1},
            "plain": {"<<": "text"},
            "quoted": {"<<": {"a": 1, "b": 2}},
        })
    );
    assert_eq!(written(&document, "/alias"), (Some("alias"), "*base"));
    assert_eq!(
        document.locate(&pointer("/alias/b")),
        document.locate(&pointer("/base/b"))
    );
    assert_eq!(
        document.locate(&pointer("/two/a")),
        document.locate(&pointer("/base/a"))
    );
    assert_eq!(
        document.locate(&pointer("/two/c")),
        document.locate(&pointer("/more/c"))
    );
    assert_eq!(written(&document, "/one/a"), (Some("a"), "0"));
    assert_eq!(written(&document, "/two/z"), (Some("z"), "9"));
}

#[test]
fn keeps_duplicate_keys() {
    let document = parse(indoc! {"
        a:
          b: {x: 1}
          c: 2
          b: {y: [3, 4]}
          d: 5
        l: [{k: 1, k: 2}]
    "});
    assert_eq!(
        *document.root(),
        json!({"a": {"b": {"x": 1}, "c": 2, "d": 5}, "l": [{"k": 1}]})
    );
    assert_eq!(written(&document, "/a/d"), (Some("d"), "5"));
    let duplicates = document.duplicate_keys();
    assert_eq!(duplicates.len(), 2);
    assert_eq!(duplicates[0].pointer, pointer("/a/b"));
    assert_eq!(document.location(duplicates[0].again).line, 4);
    assert_eq!(duplicates[1].pointer, pointer("/l/0/k"));
}

#[test]
fn an_empty_text_is_null() {
    for text in ["", "\n", "# nothing\n", "---\n"] {
        let document = parse(text);
        assert!(document.root().is_null(), "{text:?}");
        assert_eq!(document.locate(&Pointer::root()).column, 1, "{text:?}");
    }
}

#[test]
fn locates_syntax_errors() {
    for (text, place) in [
        ("a: [1\nb: 2\n", "2:"),
        ("a: b: c\n", "1:"),
        ("{\"a\": 1,\n \"b\" 2}\n", "2:"),
        ("a: *nowhere\n", "1:4"),
        ("a: &a [*a]\n", "1:8"),
        (
            indoc! {"
            a: 1
            ---
            b: 2
        "},
            "2:1",
        ),
        ("? [a]\n: b\n", "1:3"),
        ("a: 1\nb: \0\n", "2:4"),
        ("a:\n  b: c\n\td: e\n", "3:1"),
        ("a:\n  b: 'c'\n \td: e\n", "3:2"),
    ] {
        let error = Document::parse("test.yaml", text).expect_err(text);
        assert!(
            matches!(error, LoadError::Syntax { .. }),
            "{text:?}: {error:?}"
        );
        let message = error.to_string();
        assert!(
            message.starts_with(&format!("read test.yaml:{place}")),
            "{text:?}: {message}"
        );
    }
    let error = Document::from_bytes("bytes", b"a: 1\nb: \xff".to_vec()).expect_err("not UTF-8");
    assert_eq!(error.to_string(), "read bytes:2:4: the text is not UTF-8");
}

#[test]
fn parses_json_files_strictly() {
    let text = "{\"openapi\": \"3.0.3\",\n \"paths\": {},}";
    assert!(Document::parse("a.yaml", text).is_ok());
    for name in ["a.json", "a.JSON", "main:api/a.json"] {
        let error = Document::parse(name, text).expect_err("a trailing comma");
        assert_eq!(
            error.to_string(),
            format!("read {name}:2:13: trailing comma, which JSON does not allow")
        );
    }
}
