use std::fmt::Write as _;

use serde_json::Value;

use crate::Method;
use crate::reference::request::{Body, SampleRequest};

pub(super) fn sample(request: &SampleRequest) -> String {
    let (call, mut arguments) = match request.method {
        // The one method without a function of its own.
        Method::Trace => ("request", vec![string("TRACE")]),
        method => (method.key(), Vec::new()),
    };
    arguments.push(string(&request.url));
    if !request.headers.is_empty() {
        let headers = request.headers.iter().cloned();
        let headers = headers.map(|(name, value)| (name, Value::from(value)));
        arguments.push(format!(
            "headers={}",
            literal(&Value::Object(headers.collect()), 1)
        ));
    }
    arguments.extend(request.body.as_ref().map(body));
    let arguments = arguments
        .iter()
        .map(|argument| format!("\n    {argument},"));
    let arguments = arguments.collect::<String>();
    let body = if request.has_json_response {
        "response.json()"
    } else {
        "response.text"
    };
    format!(
        "import requests\n\nresponse = requests.{call}({arguments}\n)\nresponse.raise_for_status()\nprint({body})",
    )
}

fn body(body: &Body) -> String {
    match body {
        Body::Json(value) => format!("json={}", literal(value, 1)),
        // Text is sent as Latin-1 unless it is encoded first.
        Body::Text(text) => format!("data={}.encode()", string(text)),
        Body::File => "data=open('file', 'rb')".to_owned(),
        Body::Form(fields) => {
            let fields = fields.iter().map(|(name, value)| (name, string(value)));
            format!("data={}", pairs(fields))
        }
        Body::Multipart(fields) => {
            let fields = fields.iter().map(|field| {
                let part = match field.is_file {
                    true => "open('file', 'rb')".to_owned(),
                    // A part without the name of a file is sent as a plain field.
                    false => format!("(None, {})", string(&field.value)),
                };
                (&field.name, part)
            });
            format!("files={}", pairs(fields))
        }
    }
}

/// A list of pairs instead of a dictionary: a field may occur more than once.
fn pairs<'a>(pairs: impl Iterator<Item = (&'a String, String)>) -> String {
    let lines = pairs.map(|(name, value)| format!("\n        ({}, {value}),", string(name)));
    format!("[{}\n    ]", lines.collect::<String>())
}

/// A JSON value as Python writes it.
fn literal(value: &Value, depth: usize) -> String {
    let indent = "    ".repeat(depth);
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => string(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Array(items) => {
            let line = |item| format!("\n{indent}    {},", literal(item, depth + 1));
            format!("[{}\n{indent}]", items.iter().map(line).collect::<String>())
        }
        Value::Object(members) => {
            let line = |(key, value): (&String, &Value)| {
                format!(
                    "\n{indent}    {}: {},",
                    string(key),
                    literal(value, depth + 1)
                )
            };
            format!(
                "{{{}\n{indent}}}",
                members.iter().map(line).collect::<String>()
            )
        }
    }
}

fn string(text: &str) -> String {
    let mut literal = String::from("'");
    for character in text.chars() {
        match character {
            '\\' | '\'' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            control if control.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(literal, "\\x{:02x}", u32::from(control));
            }
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}
