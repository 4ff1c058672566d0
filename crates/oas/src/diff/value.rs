use serde_json::Value;

/// A value in a message, without the middle of a long one.
pub(super) fn shown(value: &Value) -> String {
    const MAX_CHARS: usize = 80;
    let text = value.to_string();
    if text.chars().count() <= MAX_CHARS {
        return text;
    }
    let start: String = text.chars().take(MAX_CHARS - 1).collect();
    format!("{start}…")
}

/// A value without the quotes of a string.
pub(super) fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
