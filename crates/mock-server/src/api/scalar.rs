use oas::Json;

/// A value as text: a string without quotes, nothing for null, a structure as JSON.
pub(crate) fn scalar(value: &Json<'_>) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone().into_owned(),
        other => other.to_string(),
    }
}
