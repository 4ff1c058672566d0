use serde_json::Value;

/// A value without the quotes of a string.
pub(super) fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
