//! `oas::Json` is read, looked into and written as `serde_json::Value` is.

use oas::{Json, Pointer};
use serde_json::Value;

/// An object with this many members, some of which come again.
fn object(members: usize) -> String {
    let members = (0..members).map(|number| format!("\"n{}\": {number}", number * 7 % 50));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

#[test]
fn parses_the_same_value_as_serde_json() {
    let texts = [
        "null".to_owned(),
        r#"[true, -1, 18446744073709551615, 1.5e3, 1e-400, "é\u00e9\n", [], {}]"#.to_owned(),
        r#"["\u0000", "\u001f", " ", "a\"b", "a\\b", "\/", "\u007f", "as long as a whole register is, and a \t"]"#.to_owned(),
        r#"{"a\"\n": "\u2028"}"#.to_owned(),
        r#"{"a": 1, "b": {"a": [{"a": 2, "a": 3}]}, "\u0061": 4}"#.to_owned(),
        object(16),
        object(17),
        object(50),
        object(120),
    ];
    for text in texts {
        let value: Value = serde_json::from_str(&text).unwrap();
        let json: Json<'_> = serde_json::from_str(&text).unwrap();
        // As texts, for the order of the members counts too.
        let expected = value.to_string();
        assert_eq!(json.to_string(), expected);
        assert_eq!(json.to_value().to_string(), expected);
        assert_eq!(json.borrowed().to_value().to_string(), expected);
        assert_eq!(Json::from(&value).to_value().to_string(), expected);
        assert_eq!(Json::from(value).to_value().to_string(), expected);
    }
}

#[test]
fn rejects_invalid_json_like_serde_json() {
    let deep = "[".repeat(100_000);
    for text in ["", "{", r#"{"a" 1}"#, "[1,]", "1 2", "\"\u{0}\"", &deep] {
        let expected = serde_json::from_str::<Value>(text).unwrap_err();
        let error = serde_json::from_str::<Json<'_>>(text).unwrap_err();
        assert_eq!(error.to_string(), expected.to_string(), "{text:.20}");
    }
}

#[test]
fn finds_members_by_name_in_objects_of_any_size() {
    for members in [0, 1, 16, 17, 300] {
        let text = object(members);
        let value: Value = serde_json::from_str(&text).unwrap();
        let Json::Object(object) = serde_json::from_str(&text).unwrap() else {
            panic!("an object")
        };
        for number in 0..60 {
            let name = format!("n{number}");
            let found = object.get(&name).map(Json::to_value);
            assert_eq!(found.as_ref(), value.get(&name), "{name} of {members}");
        }
    }
}

#[test]
fn pointer_returns_a_mutable_value() {
    let mut json = Json::from(serde_json::json!({"a/b": [{"c": 1}]}));
    let pointer = |text| Pointer::parse(text).unwrap();
    *json.at_mut(&pointer("/a~1b/0/c")).unwrap() = Json::Null;
    assert_eq!(json.to_value().to_string(), r#"{"a/b":[{"c":null}]}"#);
    for nowhere in ["/a", "/a~1b/1", "/a~1b/x", "/a~1b/0/c/d"] {
        assert!(json.at_mut(&pointer(nowhere)).is_none(), "{nowhere}");
    }
}
