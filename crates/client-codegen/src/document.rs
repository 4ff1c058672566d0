use serde_json::Value;

use crate::{error::Error, error::one_line, surrogates, tree::Tree};

/// Reads YAML or JSON. Every object is sorted by key, so that the order of keys has no effect.
pub(crate) fn read(text: &str) -> Result<Value, Error> {
    let syntax = |message: String| Error::Syntax(one_line(&message));
    let tree: Tree = serde_yaml::from_str(text)
        .or_else(|error| match surrogates::rewrite(text) {
            Some(rewritten) => serde_yaml::from_str(&rewritten),
            None => Err(error),
        })
        .map_err(|error| syntax(error.to_string()))?;
    let mut value = tree.0;
    with_numbers(&mut value, text);
    value.sort_all_objects();
    Ok(value)
}

/// The value at a pointer in fragment form, `#/components/schemas/Order`.
pub(crate) fn at<'d>(document: &'d Value, pointer: &str) -> Option<&'d Value> {
    document.pointer(pointer.strip_prefix('#')?)
}

pub(crate) fn at_mut<'d>(document: &'d mut Value, pointer: &str) -> Option<&'d mut Value> {
    document.pointer_mut(pointer.strip_prefix('#')?)
}

/// Removes the member at `pointer` from its object.
pub(crate) fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, token)) = pointer.rsplit_once('/') else {
        return;
    };
    if let Some(parent) = at_mut(document, parent).and_then(Value::as_object_mut) {
        parent.remove(&unescaped(token));
    }
}

/// The key that a token of a pointer stands for.
pub(crate) fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// The pointer to a child, its token escaped (RFC 6901, section 3).
pub(crate) fn child(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}

/// The longest prefix of `pointer` that the document has.
pub(crate) fn existing(document: &Value, mut pointer: String) -> String {
    while at(document, &pointer).is_none() {
        let Some(end) = pointer.rfind('/') else { break };
        pointer.truncate(end);
    }
    pointer
}

/// Follows references within the document from `pointer` to a value that is not a reference. A
/// cycle or an unresolved reference ends at its last pointer.
pub(crate) fn resolve(document: &Value, pointer: &str) -> String {
    let mut seen = vec![pointer.to_owned()];
    let mut here = pointer.to_owned();
    while let Some(next) = at(document, &here).and_then(reference) {
        if seen.iter().any(|pointer| pointer == next) || at(document, next).is_none() {
            break;
        }
        here = next.to_owned();
        seen.push(here.clone());
    }
    here
}

/// The target of an object that is a reference.
pub(crate) fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()
}

/// The first reference to another file: the pointer of its object, and its text. Examples and
/// extensions are data.
pub(crate) fn other_file(document: &Value) -> Option<(String, &str)> {
    let mut open = vec![("#".to_owned(), document)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(text) = reference(value).filter(|text| !text.starts_with('#')) {
                    return Some((pointer, text));
                }
                let is_data = |key: &str| {
                    key.starts_with("x-") || matches!(key, "example" | "default" | "enum" | "value")
                };
                let members = members.iter().rev().filter(|(key, _)| !is_data(key));
                open.extend(members.map(|(key, value)| (child(&pointer, key), value)));
            }
            Value::Array(items) => {
                let items = items.iter().enumerate().rev();
                open.extend(items.map(|(index, item)| (format!("{pointer}/{index}"), item)));
            }
            _ => {}
        }
    }
    None
}

/// The members of the object at `pointer`, each with its own pointer; empty if there is no object.
pub(crate) fn members<'d>(document: &'d Value, pointer: &str) -> Vec<(&'d str, String, &'d Value)> {
    let object = at(document, pointer).and_then(Value::as_object);
    object
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), child(pointer, key), value))
        .collect()
}

/// One operation of the document.
pub(crate) struct Operation<'d> {
    pub(crate) method: &'d str,
    pub(crate) path: &'d str,
    pub(crate) pointer: String,
    pub(crate) value: &'d Value,
}

impl Operation<'_> {
    /// The operationId. The generator rejects an operation without one.
    pub(crate) fn id(&self) -> &str {
        self.value
            .get("operationId")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// All operations, by path and method.
pub(crate) fn operations(document: &Value) -> Vec<Operation<'_>> {
    const METHODS: [&str; 8] = [
        "delete", "get", "head", "options", "patch", "post", "put", "trace",
    ];
    let mut operations = Vec::new();
    for (path, pointer, _) in members(document, "#/paths") {
        for (method, pointer, value) in members(document, &pointer) {
            if METHODS.contains(&method) {
                operations.push(Operation {
                    method,
                    path,
                    pointer,
                    value,
                });
            }
        }
    }
    operations
}

/// The reader takes some plain numbers for strings. They are numbers unless `text` quotes them.
fn with_numbers(value: &mut Value, text: &str) {
    match value {
        Value::String(string) => {
            let is_quoted = |quote: char| text.contains(&format!("{quote}{string}{quote}"));
            let number = number(string).filter(|_| !is_quoted('"') && !is_quoted('\''));
            if let Some(number) = number {
                *value = number;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| with_numbers(item, text)),
        Value::Object(object) => object
            .values_mut()
            .for_each(|value| with_numbers(value, text)),
        _ => {}
    }
}

/// A number with leading zeros, or beyond the range of 64-bit floats, which becomes the largest
/// one.
fn number(text: &str) -> Option<Value> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with('0') {
        return text.parse::<i64>().ok().map(Value::from);
    }
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    let number: f64 = text.parse().ok().filter(|_| is_number)?;
    number
        .is_infinite()
        .then(|| f64::MAX.copysign(number).into())
}
