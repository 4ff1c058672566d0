//! Media types of requests, and those that clients accept (RFC 9110, sections 8.3 and 12.5.1).

use std::borrow::Cow;

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName};
use oas::MediaRange;

/// A media type within a range, for a string or for another value; `None` if it is not a range.
pub(crate) fn concrete(range: &MediaRange, is_string: bool) -> Option<&'static str> {
    Some(match (range.kind(), range.subtype()) {
        ("*", "*") if is_string => "text/plain",
        ("*", "*") => "application/json",
        ("application", "*") if !is_string => "application/json",
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

/// The media type of a request's body.
pub(crate) enum Given {
    Absent,
    Invalid(String),
    Media(MediaRange),
}

impl Given {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut values = headers.get_all(CONTENT_TYPE).iter();
        let Some(first) = values.next() else {
            return Self::Absent;
        };
        let text = String::from_utf8_lossy(first.as_bytes()).into_owned();
        match MediaRange::parse(&text) {
            Some(media) if values.next().is_none() => Self::Media(media),
            _ => Self::Invalid(text),
        }
    }
}

/// The media types that a client accepts, each with its weight.
pub(crate) struct Accepted(Vec<(MediaRange, f32)>);

impl Accepted {
    /// `None` without the header, or without a valid range in it: everything is accepted.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let text = joined(headers, &ACCEPT)?;
        let ranges = MediaRange::parse_list(&text).map(|media| {
            let weight = media.parameter("q").and_then(|weight| weight.parse().ok());
            (media, weight.unwrap_or(1.0))
        });
        let ranges: Vec<_> = ranges.collect();
        (!ranges.is_empty()).then_some(Self(ranges))
    }

    /// The media types that the client lists and this range covers, each with its weight.
    pub(crate) fn within(&self, range: &MediaRange) -> impl Iterator<Item = (&MediaRange, f32)> {
        let listed = self.0.iter().map(|(media, weight)| (media, *weight));
        listed.filter(|(media, _)| concrete(media, true).is_none() && range.covers(media).is_some())
    }

    /// The weight of a media type: that of the most precise range; 0 if it is not accepted.
    pub(crate) fn weight(&self, media: &MediaRange) -> f32 {
        self.precise(media).unwrap_or(0.0)
    }

    /// The weight of a media type that the client does not list but can parse: the same type with
    /// other parameters, or a type of the same syntax, as `application/hal+json` for
    /// `application/json`.
    pub(crate) fn loose_weight(&self, media: &MediaRange) -> f32 {
        if self.precise(media).is_some() {
            return 0.0;
        }
        let can_read = |range: &MediaRange| {
            range.is_compatible(media)
                || ["json", "xml"]
                    .iter()
                    .any(|syntax| range.subtype() == *syntax && media.has_syntax(syntax))
        };
        let weights = self.0.iter().filter(|(range, _)| can_read(range));
        weights.map(|(_, weight)| *weight).fold(0.0, f32::max)
    }

    fn precise(&self, media: &MediaRange) -> Option<f32> {
        let covering = self
            .0
            .iter()
            .filter_map(|(range, weight)| Some((range.covers(media)?, *weight)));
        covering
            .max_by_key(|(precision, _)| *precision)
            .map(|(_, weight)| weight)
    }
}

/// All lines of a header as one (RFC 9110, section 5.3).
pub(crate) fn joined<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<Cow<'h, str>> {
    let lines = headers.get_all(name).iter();
    lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .reduce(|lines, line| Cow::Owned(format!("{lines}, {line}")))
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use oas::MediaRange;

    use super::Accepted;

    fn accepted(text: &str) -> Accepted {
        let headers = HeaderMap::from_iter([(http::header::ACCEPT, text.parse().unwrap())]);
        Accepted::of(&headers).unwrap()
    }

    #[test]
    fn most_precise_range_decides() {
        let json = MediaRange::parse("application/json").unwrap();
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
            assert_eq!(accepted(text).weight(&json), weight, "{text}");
        }
    }

    #[test]
    fn loose_weight_ignores_parameters_and_prefixes_of_a_syntax() {
        let cases = [
            ("application/json;profile=x", "application/json", 1.0),
            ("application/json;q=0.5", "application/hal+json", 0.5),
            ("application/xml", "text/xml", 1.0),
            ("application/hal+json", "application/json", 0.0),
            ("text/html", "application/json", 0.0),
            (
                "application/hal+json;q=0, application/json",
                "application/hal+json",
                0.0,
            ),
        ];
        for (text, media, weight) in cases {
            let media = MediaRange::parse(media).unwrap();
            assert_eq!(accepted(text).loose_weight(&media), weight, "{text}");
        }
    }
}
