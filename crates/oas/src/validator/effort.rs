use serde_json::{Map, Value};

use crate::Json;

/// Maximum number of steps of the search for violations. A value of a thousand properties under a
/// rich schema takes some thousand.
const MAX_STEPS: usize = 200_000;

/// Whether a value may be validated against schemas in several branches. Otherwise there is nothing
/// to count.
pub(crate) fn branches(schemas: &Map<String, Value>) -> bool {
    let mut open: Vec<&Value> = schemas.values().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(keywords) => {
                let branches = |(keyword, below): (&String, &Value)| match keyword.as_str() {
                    "allOf" | "anyOf" | "oneOf" => {
                        below.as_array().is_some_and(|members| members.len() > 1)
                    }
                    "not" => true,
                    _ => false,
                };
                if keywords.iter().any(branches) {
                    return true;
                }
                open.extend(keywords.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    false
}

/// Whether all violations of a value can be collected in bounded time.
///
/// Whether a value is valid is found quickly, because results are remembered; but the reasons are
/// collected from every branch of every `anyOf` and `oneOf`, and where branches recurse, their
/// number doubles with each level. So the steps are counted first.
pub(crate) fn is_bounded(schemas: &Map<String, Value>, number: usize, value: &Json<'_>) -> bool {
    let Some(schema) = schemas.get(&number.to_string()) else {
        return true;
    };
    let mut open = vec![(schema, value)];
    let mut steps = 0;
    while let Some((schema, value)) = open.pop() {
        steps += 1;
        if steps > MAX_STEPS {
            return false;
        }
        let Some(keywords) = schema.as_object() else {
            continue;
        };
        for (keyword, below) in keywords {
            match (keyword.as_str(), below, value) {
                ("$ref", Value::String(reference), _) => {
                    let number = reference.rsplit('/').next().unwrap_or_default();
                    open.extend(schemas.get(number).map(|schema| (schema, value)));
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(members), _) => {
                    open.extend(members.iter().map(|member| (member, value)));
                }
                ("then", below, value) if holds(keywords, value) => open.push((below, value)),
                ("else", below, value) if !holds(keywords, value) => open.push((below, value)),
                ("not", below, value) => open.push((below, value)),
                ("properties", Value::Object(properties), Json::Object(members)) => {
                    let described = members
                        .iter()
                        .filter_map(|(name, member)| Some((properties.get(name)?, member)));
                    open.extend(described);
                }
                ("additionalProperties", below @ Value::Object(_), Json::Object(members)) => {
                    open.extend(members.iter().map(|(_, member)| (below, member)));
                }
                ("items", below, Json::Array(items)) => {
                    open.extend(items.iter().map(|item| (below, item)));
                }
                _ => {}
            }
        }
    }
    true
}

/// Whether the `if` of a schema holds for a value. Only what the translation writes there is read.
fn holds(keywords: &Map<String, Value>, value: &Json<'_>) -> bool {
    let Some(condition) = keywords.get("if") else {
        return false;
    };
    let Some(Value::Object(properties)) = condition.get("properties") else {
        return matches!(value, Json::Null);
    };
    let Json::Object(members) = value else {
        return false;
    };
    properties.iter().all(|(name, condition)| {
        let Some((_, Json::String(text))) = members.iter().find(|(key, _)| key == name) else {
            return false;
        };
        let values = condition.get("enum").and_then(Value::as_array);
        values.is_none_or(|values| values.iter().any(|value| value.as_str() == Some(text)))
    })
}
