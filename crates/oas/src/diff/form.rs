use serde_json::Value;

/// Whether the value of a keyword has the form that OpenAPI requires, so that it was compared by its
/// meaning. A keyword without a required form is compared as written.
pub(super) fn is_well_formed(keyword: &str, value: &Value) -> bool {
    match keyword {
        "nullable" | "uniqueItems" | "readOnly" | "writeOnly" | "deprecated" | "explode"
        | "allowReserved" | "allowEmptyValue" => value.is_boolean(),
        "exclusiveMaximum" | "exclusiveMinimum" => value.is_boolean() || value.is_number(),
        "maximum" | "minimum" | "maxLength" | "minLength" | "maxItems" | "minItems"
        | "maxProperties" | "minProperties" | "multipleOf" => value.is_number(),
        "pattern" | "format" | "$ref" | "style" | "name" | "in" | "url" | "propertyName" => {
            value.is_string()
        }
        "type" => value.is_string() || is_list_of(value, Value::is_string),
        "required" => is_list_of(value, Value::is_string),
        "enum" | "x-extensible-enum" => value.is_array(),
        "allOf" | "anyOf" | "oneOf" => value.is_array(),
        "properties" | "discriminator" => value.is_object(),
        "mapping" => is_map_of(value, Value::is_string),
        "security" => is_list_of(value, |alternative| {
            is_map_of(alternative, |scopes| is_list_of(scopes, Value::is_string))
        }),
        _ => true,
    }
}

fn is_list_of(value: &Value, of: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(of))
}

fn is_map_of(value: &Value, of: impl Fn(&Value) -> bool) -> bool {
    value
        .as_object()
        .is_some_and(|members| members.values().all(of))
}
