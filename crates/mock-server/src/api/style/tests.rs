use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Coding, Style};
use crate::api::typing::Typing;

fn written(name: &str, explode: bool) -> Style {
    Style::from((oas::Style::parse(name).unwrap(), explode))
}

fn text() -> Typing {
    Typing::text()
}

fn number() -> Typing {
    Typing::number()
}

fn array() -> Typing {
    Typing::Array(Box::new(text()))
}

fn object() -> Typing {
    let properties = ["R", "G", "B"].map(|name| (name.to_owned(), number()));
    Typing::Object {
        properties: HashMap::from(properties),
        additional: None,
    }
}

/// Style, explode, schema, query, value.
type Case = (
    &'static str,
    bool,
    Typing,
    &'static str,
    Result<Option<Value>, ()>,
);

/// The table "Style Values" of OpenAPI 3.0.4, with the cases that it omits.
#[test]
fn parses_paths_and_headers_in_every_style() {
    let (blue, colors) = (json!("blue"), json!(["blue", "black", "brown"]));
    let rgb = json!({"R": 100, "G": 200, "B": 150});
    let cases: [(&str, bool, Typing, &str, Option<&Value>); 22] = [
        ("simple", false, text(), "blue", Some(&blue)),
        ("simple", false, text(), "bl%75e", Some(&blue)),
        ("simple", false, text(), "bl%FFe", None),
        ("simple", false, array(), "blue,black,brown", Some(&colors)),
        ("simple", true, array(), "blue,bl%61ck,brown", Some(&colors)),
        ("simple", false, object(), "R,100,G,200,B,150", Some(&rgb)),
        ("simple", false, object(), "R,100,G", None),
        ("simple", true, object(), "R=100,G=200,B=150", Some(&rgb)),
        ("simple", true, object(), "R,100", None),
        ("label", false, text(), ".blue", Some(&blue)),
        ("label", false, text(), "blue", None),
        ("label", false, array(), ".blue,black,brown", Some(&colors)),
        ("label", true, array(), ".blue.black.brown", Some(&colors)),
        ("label", false, object(), ".R,100,G,200,B,150", Some(&rgb)),
        ("label", true, object(), ".R=100.G=200.B=150", Some(&rgb)),
        ("matrix", false, text(), ";color=blue", Some(&blue)),
        ("matrix", false, text(), ";size=blue", None),
        (
            "matrix",
            false,
            array(),
            ";color=blue,black,brown",
            Some(&colors),
        ),
        (
            "matrix",
            true,
            array(),
            ";color=blue;color=black;color=brown",
            Some(&colors),
        ),
        (
            "matrix",
            false,
            object(),
            ";color=R,100,G,200,B,150",
            Some(&rgb),
        ),
        ("matrix", true, object(), ";R=100;G=200;B=150", Some(&rgb)),
        ("matrix", true, object(), "R=100", None),
    ];
    for (style, explode, typing, text, expected) in cases {
        let value = written(style, explode).single("color", text, &typing, Coding::Percent);
        assert_eq!(value.ok().as_ref(), expected, "{style} {explode} {text}");
    }
}

#[test]
fn parses_queries_in_every_style() {
    let (colors, rgb) = (json!(["a b", "c,d"]), json!({"R": 100, "G": 200}));
    let cases: [Case; 20] = [
        ("form", true, text(), "color=blue", Ok(Some(json!("blue")))),
        ("form", true, text(), "color=", Ok(Some(json!("")))),
        (
            "form",
            true,
            text(),
            "color=a+b%2B",
            Ok(Some(json!("a b+"))),
        ),
        (
            "form",
            true,
            text(),
            "col%6Fr=blue",
            Ok(Some(json!("blue"))),
        ),
        ("form", true, text(), "other=blue", Ok(None)),
        ("form", true, text(), "color=a&color=b", Err(())),
        ("form", true, number(), "color=1.5", Ok(Some(json!(1.5)))),
        ("form", true, number(), "color=0x1", Ok(Some(json!("0x1")))),
        (
            "form",
            true,
            array(),
            "color=a+b&x=y&color=c,d",
            Ok(Some(colors.clone())),
        ),
        (
            "form",
            false,
            array(),
            "color=a%20b,c%2Cd",
            Ok(Some(colors.clone())),
        ),
        ("form", false, array(), "color=", Ok(Some(json!([])))),
        (
            "form",
            true,
            object(),
            "G=200&x=y&R=100",
            Ok(Some(json!({"G": 200, "R": 100}))),
        ),
        ("form", true, object(), "x=y", Ok(None)),
        (
            "form",
            false,
            object(),
            "color=R,100,G,200",
            Ok(Some(rgb.clone())),
        ),
        (
            "spaceDelimited",
            false,
            array(),
            "color=a%20b+c",
            Ok(Some(json!(["a", "b", "c"]))),
        ),
        (
            "pipeDelimited",
            false,
            array(),
            "color=a%20b|c,d",
            Ok(Some(colors.clone())),
        ),
        (
            "pipeDelimited",
            false,
            array(),
            "color=a+b%7Cc%2Cd",
            Ok(Some(colors.clone())),
        ),
        (
            "pipeDelimited",
            true,
            array(),
            "color=a%20b&color=c,d",
            Ok(Some(colors)),
        ),
        (
            "deepObject",
            true,
            object(),
            "color[R]=100&color%5BG%5D=200",
            Ok(Some(rgb)),
        ),
        ("deepObject", true, object(), "color=1", Ok(None)),
    ];
    for (style, explode, typing, query, expected) in cases {
        let pairs: Vec<_> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .collect();
        let value =
            written(style, explode).pairs("color", &pairs, &typing, Coding::Form, &|_| false);
        assert_eq!(value.map_err(drop), expected, "{style} {explode} {query}");
    }
}
