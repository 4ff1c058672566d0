use serde_json::Value;

use crate::Node;
use crate::diff::tree::Tree;

/// Whether a schema accepts only `null`, as written in OpenAPI 3.0 or 3.1.
pub(super) fn is_null_only(tree: &Tree<'_>, node: &Node<'_>) -> bool {
    let Some(node) = tree.resolve(node) else {
        return false;
    };
    if node.str("type") == Some("null") {
        return has_only(&node, &["type"]);
    }
    let only_null = |value: &Value| {
        value
            .as_array()
            .is_some_and(|values| *values == [Value::Null])
    };
    let may_be_null = node.value.get("nullable").is_none_or(Value::is_boolean);
    node.value.get("enum").is_some_and(only_null)
        && may_be_null
        && is_known(node.value.get("type"))
        && has_only(&node, &["enum", "nullable", "type"])
}

/// The constants of a schema that has no other keywords than their type and documentation.
pub(super) fn constants<'d>(tree: &Tree<'d>, node: &Node<'d>) -> Option<Vec<&'d Value>> {
    let node = tree.resolve(node)?;
    let values: Vec<&'d Value> = match (node.value.get("enum"), node.value.get("const")) {
        (Some(Value::Array(values)), None) => values.iter().collect(),
        (None, Some(value)) => vec![value],
        _ => return None,
    };
    let name = node.value.get("type").and_then(Value::as_str);
    let typed = node.value.get("type").is_none() || values.iter().all(|value| is_of(value, name));
    (typed && has_only(&node, &["const", "enum", "type"])).then_some(values)
}

/// Whether a schema has no keywords but these and its documentation.
fn has_only(node: &Node<'_>, keywords: &[&str]) -> bool {
    let is_permitted =
        |key: &str| keywords.contains(&key) || matches!(key, "title" | "description");
    node.members().all(|(key, _)| is_permitted(key))
}

fn is_known(name: Option<&Value>) -> bool {
    const NAMES: [&str; 6] = ["boolean", "object", "array", "number", "integer", "string"];
    name.is_none_or(|name| NAMES.iter().any(|known| name == known))
}

fn is_of(value: &Value, name: Option<&str>) -> bool {
    match value {
        Value::String(_) => name == Some("string"),
        Value::Bool(_) => name == Some("boolean"),
        Value::Number(number) if number.is_f64() => name == Some("number"),
        Value::Number(_) => matches!(name, Some("integer" | "number")),
        _ => false,
    }
}
