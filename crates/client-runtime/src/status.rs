use reqwest::StatusCode;

/// Returns a status with its name: `429 Too Many Requests`, or the number alone if it has none.
pub(crate) fn name(status: StatusCode) -> String {
    match status.canonical_reason() {
        Some(reason) => format!("{} {reason}", status.as_u16()),
        None => status.as_u16().to_string(),
    }
}
