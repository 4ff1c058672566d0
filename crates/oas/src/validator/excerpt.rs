use crate::json::Json;

/// A value as messages show it: whole when short, its beginning when long.
pub(super) fn excerpt(value: &Json<'_>) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    let beginning: String = text.chars().take(LONGEST - 1).collect();
    format!("{beginning}…")
}
