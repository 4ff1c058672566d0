/// A media type without its parameters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MediaRange {
    kind: String,
    subtype: String,
}

impl MediaRange {
    pub(super) fn of(name: &str) -> Self {
        let name = normalised(name);
        let essence = name.split(';').next().unwrap_or_default();
        let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
        Self {
            kind: kind.to_owned(),
            subtype: subtype.to_owned(),
        }
    }

    /// Whether a body is JSON, or may be.
    pub(super) fn is_json(&self) -> bool {
        matches!(self.subtype.as_str(), "json" | "*")
            || self.subtype.ends_with("+json")
            || self.kind == "*"
    }

    /// Whether every body of the other type is one of this type: `*/*` includes all, and what ends
    /// in `+json` is JSON (RFC 6839, section 3.1).
    pub(super) fn includes(&self, other: &Self) -> bool {
        let suffixed = || {
            let suffix = other.subtype.rsplit_once('+');
            suffix.is_some_and(|(_, end)| end == self.subtype)
        };
        self == other
            || self.kind == "*"
            || (self.kind == other.kind && (self.subtype == "*" || suffixed()))
    }
}

/// A media type in lower case, without spaces.
pub(super) fn normalised(name: &str) -> String {
    let written = name.chars().filter(|c| !c.is_whitespace());
    written.collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::MediaRange;

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
}
