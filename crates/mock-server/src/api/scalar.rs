use oas::Json;

/// A value as a string: a string without quotes, an empty one for null, a structure as JSON.
pub(crate) fn scalar(value: &Json<'_>) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone().into_owned(),
        other => other.to_string(),
    }
}
