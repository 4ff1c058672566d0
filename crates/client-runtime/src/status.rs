use reqwest::StatusCode;

/// A status as people write it: `429 Too Many Requests`, or the number alone when it has no name.
pub(crate) fn name(status: StatusCode) -> String {
    match status.canonical_reason() {
        Some(reason) => format!("{} {reason}", status.as_u16()),
        None => status.as_u16().to_string(),
    }
}
