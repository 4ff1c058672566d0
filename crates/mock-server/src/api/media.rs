//! Media types and what callers say of them (RFC 9110, sections 8.3 and 12.5.1).

use std::borrow::Cow;

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName};

/// A media type, or a range of them, with its parameters: names in lower case, values without quotes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Media {
    kind: String,
    subtype: String,
    parameters: Vec<(String, String)>,
}

impl Media {
    /// Reads `type/subtype; name=value`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut pieces = split_outside_quotes(text, ';').into_iter();
        let (kind, subtype) = pieces.next()?.trim().split_once('/')?;
        if kind.is_empty()
            || subtype.is_empty()
            || !kind.chars().chain(subtype.chars()).all(is_token)
        {
            return None;
        }
        let mut parameters = Vec::new();
        for piece in pieces.map(str::trim).filter(|piece| !piece.is_empty()) {
            let (name, value) = piece.split_once('=')?;
            let unquoted = value
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'));
            let value =
                unquoted.map_or_else(|| value.to_owned(), |quoted| quoted.replace('\\', ""));
            parameters.push((name.to_ascii_lowercase(), value));
        }
        let (kind, subtype) = (kind.to_ascii_lowercase(), subtype.to_ascii_lowercase());
        Some(Self {
            kind,
            subtype,
            parameters,
        })
    }

    /// `*/*`
    pub(crate) fn any() -> Self {
        Self {
            kind: "*".to_owned(),
            subtype: "*".to_owned(),
            parameters: Vec::new(),
        }
    }

    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        let mut parameters = self.parameters.iter();
        parameters
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn essence(&self) -> String {
        format!("{}/{}", self.kind, self.subtype)
    }

    pub(crate) fn is_json(&self) -> bool {
        self.subtype == "json" || self.subtype.ends_with("+json")
    }

    /// A media type out of this range, for a text or for something else; `None` when it is no range.
    pub(crate) fn concrete(&self, text: bool) -> Option<&'static str> {
        Some(match (self.kind.as_str(), self.subtype.as_str()) {
            ("*", "*") if text => "text/plain",
            ("*", "*") => "application/json",
            ("application", "*") if !text => "application/json",
            ("application", "*+json") => "application/json",
            ("application", "*+xml") => "application/xml",
            ("text", "*") => "text/plain",
            ("image", "*") => "image/png",
            ("audio", "*") => "audio/mpeg",
            ("video", "*") => "video/mp4",
            (kind, subtype) if kind.contains('*') || subtype.contains('*') => {
                "application/octet-stream"
            }
            _ => return None,
        })
    }

    /// How precisely this range means a media type: more for more; `None` for not at all. Its own parameters must all be there, but for the
    /// weight and the charset.
    pub(crate) fn covers(&self, other: &Media) -> Option<usize> {
        let precision = match (self.kind.as_str(), self.subtype.as_str()) {
            ("*", "*") => 0,
            (kind, "*") if kind == other.kind => 1,
            (kind, subtype) if kind == other.kind && subtype == other.subtype => 2,
            // Not a range of RFC 9110, but documents have it.
            (kind, subtype)
                if kind == other.kind
                    && subtype
                        .strip_prefix('*')
                        .is_some_and(|suffix| other.subtype.ends_with(suffix)) =>
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
            let there = other.parameter(name)?.eq_ignore_ascii_case(value);
            there.then_some(precision + 1)
        })
    }
}

/// What a request says of its body's media type.
pub(crate) enum Given {
    Nothing,
    Unreadable(String),
    Media(Media),
}

impl Given {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut values = headers.get_all(CONTENT_TYPE).iter();
        let Some(first) = values.next() else {
            return Self::Nothing;
        };
        let text = String::from_utf8_lossy(first.as_bytes()).into_owned();
        match Media::parse(&text) {
            Some(media) if values.next().is_none() => Self::Media(media),
            _ => Self::Unreadable(text),
        }
    }
}

/// The media types that a caller accepts, each with its weight.
pub(crate) struct Accepted(Vec<(Media, f32)>);

impl Accepted {
    /// Without the header everything is accepted. A range that cannot be read is left out.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let text = joined(headers, &ACCEPT)?;
        let ranges = split_outside_quotes(&text, ',')
            .into_iter()
            .filter_map(|range| {
                let media = Media::parse(range)?;
                let weight = media.parameter("q").and_then(|weight| weight.parse().ok());
                Some((media, weight.unwrap_or(1.0)))
            });
        let ranges: Vec<_> = ranges.collect();
        (!ranges.is_empty()).then_some(Self(ranges))
    }

    /// The media types that the caller names and this range covers, each with its weight.
    pub(crate) fn within(&self, range: &Media) -> impl Iterator<Item = (&Media, f32)> {
        let named = self.0.iter().map(|(media, weight)| (media, *weight));
        named.filter(|(media, _)| media.concrete(true).is_none() && range.covers(media).is_some())
    }

    /// The weight of a media type: that of the most precise range; 0 when it is not accepted.
    pub(crate) fn weight(&self, media: &Media) -> f32 {
        let covering = self
            .0
            .iter()
            .filter_map(|(range, weight)| Some((range.covers(media)?, *weight)));
        covering
            .max_by_key(|(precision, _)| *precision)
            .map_or(0.0, |(_, weight)| weight)
    }
}

/// All lines of a header as one (RFC 9110, section 5.3).
pub(crate) fn joined<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<Cow<'h, str>> {
    let lines = headers.get_all(name).iter();
    lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .reduce(|lines, line| Cow::Owned(format!("{lines}, {line}")))
}

pub(crate) fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    let pieces = text.split(|character: char| {
        let splits = character == separator && !quoted;
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        splits
    });
    pieces.collect()
}

fn is_token(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::{Accepted, Media};

    #[test]
    fn the_most_precise_range_decides() {
        let json = Media::parse("application/json").unwrap();
        let cases = [
            ("*/*", 1.0),
            ("application/*;q=0.5", 0.5),
            ("*/*, application/json;q=0", 0.0),
            ("text/html, application/json;q=0.2, */*;q=0.1", 0.2),
            ("Application/JSON", 1.0),
            ("application/json;profile=\"a,b\"", 0.0),
            ("text/html", 0.0),
        ];
        for (text, weight) in cases {
            let headers = HeaderMap::from_iter([(http::header::ACCEPT, text.parse().unwrap())]);
            let accepted = Accepted::of(&headers).unwrap();
            assert_eq!(accepted.weight(&json), weight, "{text}");
        }
    }

    #[test]
    fn parameters_are_read_with_and_without_quotes() {
        let media = Media::parse("Text/Plain; Charset=\"UTF-8\" ; a=b;").unwrap();
        assert_eq!(
            (
                media.essence().as_str(),
                media.parameter("charset"),
                media.parameter("a")
            ),
            ("text/plain", Some("UTF-8"), Some("b"))
        );
        for text in [
            "",
            "text",
            "text/",
            "/plain",
            "te xt/plain",
            "text/plain; charset",
        ] {
            assert_eq!(Media::parse(text), None, "{text}");
        }
    }
}
