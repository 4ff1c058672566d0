//! Names of media types, and ranges of them (RFC 6838, RFC 9110 sections 8.3.1 and 12.5.1).

use mediatype::{MediaTypeList, ReadParams};

/// JSON.
pub const JSON: &str = "application/json";

/// The fields of a form in one line.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// The fields of a form as parts, which may be files.
pub(crate) const MULTIPART_FORM: &str = "multipart/form-data";

/// Bytes.
pub(crate) const OCTET_STREAM: &str = "application/octet-stream";

/// Plain text.
pub(crate) const PLAIN_TEXT: &str = "text/plain";

/// Returns a name without its parameters, as written.
pub(crate) fn without_parameters(name: &str) -> &str {
    name.split(';').next().unwrap_or_default()
}

/// A media type, or a range of media types such as `text/*`.
///
/// Names are in lower case, and the values of parameters are without quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaRange {
    essence: String,
    slash: usize,
    parameters: Vec<(String, String)>,
}

impl MediaRange {
    /// Parses `type/subtype; name=value`.
    pub fn parse(text: &str) -> Option<Self> {
        let parsed = mediatype::MediaType::parse(text.trim());
        parsed.ok().map(|parsed| Self::from(&parsed))
    }

    /// Parses a list such as the value of `Accept`, without its invalid items.
    pub fn parse_list(text: &str) -> impl Iterator<Item = Self> {
        MediaTypeList::new(text)
            .filter_map(Result::ok)
            .map(|parsed| Self::from(&parsed))
    }

    /// A name of a document, without its parameters. It need not be valid.
    pub(crate) fn of(name: &str) -> Self {
        let written = without_parameters(name).chars();
        let written = written.filter(|character| !character.is_whitespace());
        let essence = written.collect::<String>().to_ascii_lowercase();
        let slash = essence.find('/').unwrap_or(essence.len());
        Self {
            essence,
            slash,
            parameters: Vec::new(),
        }
    }

    /// The range `*/*`.
    pub fn any() -> Self {
        Self::of("*/*")
    }

    /// Name without parameters, in lower case.
    pub fn essence(&self) -> &str {
        &self.essence
    }

    /// The part before the slash.
    pub fn kind(&self) -> &str {
        &self.essence[..self.slash]
    }

    /// The part after the slash, with its suffix.
    pub fn subtype(&self) -> &str {
        self.essence.get(self.slash + 1..).unwrap_or_default()
    }

    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        parameters
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether its subtype or suffix is a syntax such as `json` or `xml` (RFC 6839, section 3).
    pub fn has_syntax(&self, syntax: &str) -> bool {
        let suffix = self.subtype().rsplit_once('+').map(|(_, suffix)| suffix);
        suffix.unwrap_or(self.subtype()) == syntax
    }

    /// Whether every body is JSON: `application/json`, or a name that ends in `+json`.
    pub fn is_json(&self) -> bool {
        self.has_syntax("json")
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

    /// Whether both are the same type, and no parameter of both has different values.
    pub fn is_compatible(&self, other: &Self) -> bool {
        let mut parameters = self.parameters.iter();
        self.essence == other.essence
            && parameters.all(|(name, value)| {
                let given = other.parameter(name);
                let is_equal = given.is_none_or(|given| given.eq_ignore_ascii_case(value));
                is_equal || ["q", "charset"].contains(&name.as_str())
            })
    }

    /// Returns the precision with which this range covers a media type; `None` if it does not.
    ///
    /// The other must have the parameters of the range, apart from the weight and the charset.
    pub fn covers(&self, other: &Self) -> Option<usize> {
        let precision = match (self.kind(), self.subtype()) {
            ("*", "*") => 0,
            (kind, "*") if kind == other.kind() => 1,
            (kind, subtype) if kind == other.kind() && subtype == other.subtype() => 2,
            // `application/*+json` is not a range of RFC 9110, but documents contain it.
            (kind, subtype)
                if kind == other.kind()
                    && subtype
                        .strip_prefix('*')
                        .is_some_and(|suffix| other.subtype().ends_with(suffix)) =>
            {
                1
            }
            _ => return None,
        };
        let mut own = self
            .parameters
            .iter()
            .filter(|(name, _)| name != "q" && name != "charset");
        own.try_fold(precision, |precision, (name, value)| {
            let is_equal = other.parameter(name)?.eq_ignore_ascii_case(value);
            is_equal.then_some(precision + 1)
        })
    }
}

impl From<&mediatype::MediaType<'_>> for MediaRange {
    fn from(parsed: &mediatype::MediaType<'_>) -> Self {
        let parameters = parsed.params().map(|(name, value)| {
            let value = value.unquoted_str().into_owned();
            (name.as_str().to_ascii_lowercase(), value)
        });
        Self {
            parameters: parameters.collect(),
            ..Self::of(&parsed.essence().to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MediaRange, without_parameters};

    #[test]
    fn parses_parameters_with_and_without_quotes() {
        let media = MediaRange::parse("Text/Plain; Charset=\"UTF-8\" ; a=b;").unwrap();
        assert_eq!(media.essence(), "text/plain");
        assert_eq!(media.parameter("charset"), Some("UTF-8"));
        assert_eq!(media.parameter("a"), Some("b"));
        for text in ["", "text", "text/", "/plain", "te xt/plain", "a/b; charset"] {
            assert_eq!(MediaRange::parse(text), None, "{text}");
        }
    }

    #[test]
    fn precise_ranges_rank_higher() {
        let covers = |range: &str, other: &str| {
            let range = MediaRange::parse(range).unwrap();
            range.covers(&MediaRange::parse(other).unwrap())
        };
        assert_eq!(covers("*/*", "a/b"), Some(0));
        assert_eq!(covers("a/*", "a/b"), Some(1));
        assert_eq!(covers("a/*+json", "a/b+json"), Some(1));
        assert_eq!(covers("a/b; charset=x; q=0.1", "a/b"), Some(2));
        assert_eq!(covers("a/b; v=1", "a/b; V=1"), Some(3));
        assert_eq!(covers("a/b; v=1", "a/b"), None);
        assert_eq!(covers("a/c", "a/b"), None);
    }

    #[test]
    fn types_with_different_parameters_are_incompatible() {
        let is_compatible = |one: &str, other: &str| {
            let one = MediaRange::parse(one).unwrap();
            one.is_compatible(&MediaRange::parse(other).unwrap())
        };
        assert!(is_compatible("a/b; v=1", "a/b; profile=x"));
        assert!(is_compatible("a/b; charset=utf-8", "a/b; charset=utf-16"));
        assert!(!is_compatible("a/b; v=1", "a/b; v=2"));
        assert!(!is_compatible("a/b", "a/c"));
    }

    #[test]
    fn lists_omit_invalid_items() {
        let list = MediaRange::parse_list("text/html, invalid, a/b;c=\"d,e\"");
        let essences: Vec<_> = list.map(|range| range.essence().to_owned()).collect();
        assert_eq!(essences, ["text/html", "a/b"]);
    }

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
