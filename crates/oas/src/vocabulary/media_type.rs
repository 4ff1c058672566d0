//! Names of media types (RFC 6838, RFC 9110 section 8.3.1).

/// JSON.
pub const JSON: &str = "application/json";

/// The fields of a form in one line.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// The fields of a form as parts, which may be files.
pub const MULTIPART_FORM: &str = "multipart/form-data";

/// Bytes.
pub const OCTET_STREAM: &str = "application/octet-stream";

/// Plain text.
pub const PLAIN_TEXT: &str = "text/plain";

/// Returns a name without its parameters, as written.
pub fn without_parameters(name: &str) -> &str {
    name.split(';').next().unwrap_or_default()
}

/// Media type without its parameters, in lower case, or a range of media types such as `text/*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MediaRange {
    essence: String,
    slash: usize,
}

impl MediaRange {
    pub(crate) fn of(name: &str) -> Self {
        let written = without_parameters(name).chars();
        let written = written.filter(|character| !character.is_whitespace());
        let essence = written.collect::<String>().to_ascii_lowercase();
        let slash = essence.find('/').unwrap_or(essence.len());
        Self { essence, slash }
    }

    /// Name without parameters, in lower case.
    pub(crate) fn essence(&self) -> &str {
        &self.essence
    }

    fn kind(&self) -> &str {
        &self.essence[..self.slash]
    }

    fn subtype(&self) -> &str {
        self.essence.get(self.slash + 1..).unwrap_or_default()
    }

    /// Whether every body is JSON: `application/json`, or a name that ends in `+json`.
    pub(crate) fn is_json(&self) -> bool {
        self.subtype() == "json" || self.subtype().ends_with("+json")
    }

    /// Whether a body may be JSON: the range includes a JSON media type.
    pub(crate) fn may_be_json(&self) -> bool {
        self.is_json() || self.subtype() == "*" || self.kind() == "*"
    }

    /// Whether every body is the fields of a form.
    pub(crate) fn is_form(&self) -> bool {
        matches!(self.essence(), FORM | MULTIPART_FORM)
    }

    /// Whether every body of the other type is one of this type: `*/*` includes all, and what ends
    /// in `+json` is JSON (RFC 6839, section 3.1).
    pub(crate) fn includes(&self, other: &Self) -> bool {
        let suffixed = || {
            let suffix = other.subtype().rsplit_once('+');
            suffix.is_some_and(|(_, end)| end == self.subtype())
        };
        self == other
            || self.kind() == "*"
            || (self.kind() == other.kind() && (self.subtype() == "*" || suffixed()))
    }
}

#[cfg(test)]
mod tests {
    use super::{MediaRange, without_parameters};

    #[test]
    fn includes_types_with_its_suffix_and_its_range() {
        let includes =
            |one: &str, other: &str| MediaRange::of(one).includes(&MediaRange::of(other));
        assert!(includes(
            "application/json",
            "application/problem+json; q=1"
        ));
        assert!(includes("application/*", "application/json"));
        assert!(includes("*/*", "text/plain"));
        assert!(!includes("application/problem+json", "application/json"));
        assert!(!includes("application/json", "application/xml"));
    }

    #[test]
    fn recognises_json_whatever_the_case_and_the_parameters() {
        for name in [
            "application/json",
            "Application/JSON ; charset=utf-8",
            "application/vnd.pet+json",
            "text/json",
        ] {
            assert!(MediaRange::of(name).is_json(), "{name}");
        }
        for name in ["", "json", "application/*", "*/*", "application/jsonp"] {
            assert!(!MediaRange::of(name).is_json(), "{name}");
        }
        assert!(MediaRange::of("*/*").may_be_json());
        assert!(!MediaRange::of("text/csv").may_be_json());
    }

    #[test]
    fn name_without_parameters_is_as_written() {
        assert_eq!(without_parameters("Text/Plain;a=b"), "Text/Plain");
        assert_eq!(without_parameters(""), "");
    }
}
