/// A value of `format`: of OpenAPI 3.0.3, or of the OpenAPI registry of formats. The set is open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Format {
    pub(crate) name: &'static str,
    /// The types that it is a format of.
    pub(crate) types: &'static [&'static str],
    /// Whether a string has the format, where JSON Schema does not define it.
    pub(crate) check: Option<fn(&str) -> bool>,
    /// A value, for messages.
    pub(crate) example: Option<&'static str>,
    /// A value for samples, another one for each number; `None` where any value of the type will
    /// do.
    pub(crate) sample: Option<fn(u64) -> String>,
}

impl Format {
    const fn checked(mut self, check: fn(&str) -> bool) -> Self {
        self.check = Some(check);
        self
    }

    const fn like(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }

    const fn sampled(mut self, sample: fn(u64) -> String) -> Self {
        self.sample = Some(sample);
        self
    }
}

/// The format of a name.
pub(crate) fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Known formats, by name.
pub(crate) const FORMATS: &[Format] = &[
    text("base64url"),
    text("binary"),
    text("byte").checked(is_base64).sampled(base64),
    text("char"),
    text("commonmark"),
    text("date").like("2026-01-31").sampled(date),
    text("date-time")
        .like("2026-01-31T12:00:00Z")
        .sampled(date_time),
    text("date-time-local"),
    Format {
        types: &["number", "integer", "string"],
        ..text("decimal")
    },
    number("decimal128"),
    number("double"),
    number("double-int"),
    text("duration").checked(is_duration).sampled(duration),
    text("email").sampled(email),
    number("float"),
    text("hostname").sampled(hostname),
    text("html"),
    text("http-date"),
    text("idn-email").sampled(email),
    text("idn-hostname").sampled(hostname),
    integer("int16"),
    integer("int32"),
    integer("int64"),
    integer("int8"),
    text("ipv4").sampled(ipv4),
    text("ipv6").sampled(ipv6),
    text("iri").sampled(uri),
    text("iri-reference").sampled(uri),
    text("json-pointer").sampled(json_pointer),
    text("media-range"),
    text("password"),
    text("regex").sampled(regex),
    text("relative-json-pointer").sampled(relative_json_pointer),
    text("sf-binary"),
    text("sf-boolean"),
    number("sf-decimal"),
    integer("sf-integer"),
    text("sf-string"),
    text("sf-token"),
    text("time").like("12:00:00Z").sampled(time),
    text("time-local"),
    integer("uint16"),
    integer("uint32"),
    integer("uint64"),
    integer("uint8"),
    integer("unixtime"),
    text("uri").like("https://example.com/").sampled(uri),
    text("uri-reference").sampled(uri),
    text("uri-template").sampled(uri_template),
    text("uuid")
        .checked(is_uuid)
        .like("123e4567-e89b-12d3-a456-426614174000")
        .sampled(uuid),
];

const fn text(name: &'static str) -> Format {
    Format {
        name,
        types: &["string"],
        check: None,
        example: None,
        sample: None,
    }
}

const fn integer(name: &'static str) -> Format {
    Format {
        name,
        types: &["integer", "number"],
        check: None,
        example: None,
        sample: None,
    }
}

const fn number(name: &'static str) -> Format {
    Format {
        name,
        types: &["number", "integer"],
        check: None,
        example: None,
        sample: None,
    }
}

fn date_time(number: u64) -> String {
    format!("{}T12:00:00Z", date(number))
}

fn date(number: u64) -> String {
    format!("{}-01-31", 2026 + number % 7000)
}

fn time(number: u64) -> String {
    format!("12:{:02}:{:02}Z", number / 60 % 60, number % 60)
}

fn duration(number: u64) -> String {
    format!("P{}D", 1 + number)
}

fn email(number: u64) -> String {
    format!("someone{}@example.com", suffix(number))
}

fn hostname(number: u64) -> String {
    format!("example{}.com", suffix(number))
}

fn ipv4(number: u64) -> String {
    format!("192.0.2.{}", 1 + number % 254)
}

fn ipv6(number: u64) -> String {
    format!("2001:db8::{}", 1 + number % 9000)
}

fn uri(number: u64) -> String {
    format!("https://{}/", hostname(number))
}

fn uri_template(number: u64) -> String {
    format!("https://{}/{{id}}", hostname(number))
}

fn uuid(number: u64) -> String {
    format!(
        "123e4567-e89b-12d3-a456-426614{}",
        174_000 + number % 800_000
    )
}

/// Digits are digits of Base64 too, in groups of four.
fn base64(number: u64) -> String {
    match number {
        0 => "c3RyaW5n".to_owned(),
        _ => format!("c3RyaW5n{:04}", number % 10_000),
    }
}

fn json_pointer(number: u64) -> String {
    format!("/a{}", suffix(number))
}

fn relative_json_pointer(number: u64) -> String {
    format!("0{}", json_pointer(number))
}

fn regex(number: u64) -> String {
    format!("a{}+", suffix(number))
}

/// The number, but nothing for the first value.
fn suffix(number: u64) -> String {
    match number {
        0 => String::new(),
        _ => number.to_string(),
    }
}

/// RFC 4648 §4: the standard alphabet, in groups of four, padded.
fn is_base64(text: &str) -> bool {
    let digits = text
        .strip_suffix("==")
        .or_else(|| text.strip_suffix('='))
        .unwrap_or(text);
    text.len().is_multiple_of(4)
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/')
}

/// RFC 3339, appendix A: `P1Y2M3DT4H5M6S`, or a part of it without a gap, or `P7W`.
fn is_duration(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else {
        return false;
    };
    if let Some(weeks) = text.strip_suffix('W') {
        return is_number(weeks);
    }
    match text.split_once('T') {
        Some(("", time)) => is_run(time, "HMS"),
        Some((date, time)) => is_run(date, "YMD") && is_run(time, "HMS"),
        None => is_run(text, "YMD"),
    }
}

/// Whether a text is numbers, each with its unit, of units that follow each other.
fn is_run(text: &str, units: &str) -> bool {
    let mut following = None;
    for part in text.split_inclusive(|character: char| !character.is_ascii_digit()) {
        let unit = part.char_indices().next_back();
        let Some((end, number)) = unit.and_then(|(end, unit)| Some((end, units.find(unit)?)))
        else {
            return false;
        };
        if !is_number(&part[..end]) || following.is_some_and(|following| following != number) {
            return false;
        }
        following = Some(number + 1);
    }
    following.is_some()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// RFC 9562, section 4, of any version.
fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    let mut digits = text.bytes().filter(|byte| *byte != b'-');
    groups.eq([8, 4, 4, 4, 12]) && digits.all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, is_base64, is_duration, is_uuid};

    #[test]
    fn formats_are_in_order() {
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
    }

    #[test]
    fn samples_pass_the_check_of_their_format_and_differ() {
        for format in FORMATS {
            let Some(sample) = format.sample else {
                continue;
            };
            assert_ne!(sample(0), sample(1), "{}", format.name);
            for number in [0, 1, 59, 254, 10_001] {
                let text = sample(number);
                assert!(
                    format.check.is_none_or(|check| check(&text)),
                    "{}: {text}",
                    format.name
                );
            }
        }
    }

    #[test]
    fn durations_have_no_gap() {
        let good = [
            "P1Y2M3DT4H5M6S",
            "P1D",
            "P2M",
            "PT36H",
            "PT0S",
            "P4W",
            "P1Y2M",
            "P3DT5M6S",
            "P10Y",
        ];
        for text in good {
            assert!(is_duration(text), "{text}");
        }
        let bad = [
            "", "P", "PT", "P1", "1D", "P1DT", "P1Y3D", "PT1H6S", "P1M1Y", "P1W2D", "P-1D",
            "P1.5D", "PD", "P1H", "p1d", "P٣D", "P1DT1S ", "P1é",
        ];
        for text in bad {
            assert!(!is_duration(text), "{text}");
        }
    }

    #[test]
    fn uuids_have_five_groups() {
        for text in [
            "123e4567-e89b-12d3-a456-426614174000",
            "00000000-0000-0000-0000-00000000000F",
        ] {
            assert!(is_uuid(text), "{text}");
        }
        let bad = [
            "",
            "123e4567e89b12d3a456426614174000",
            "123e4567-e89b-12d3-a456-42661417400",
            "123e4567-e89b-12d3-a456-42661417400g",
            "{123e4567-e89b-12d3-a456-426614174000}",
            "123e4567-e89b-12d3-a456-4266141740é0",
        ];
        for text in bad {
            assert!(!is_uuid(text), "{text}");
        }
    }

    #[test]
    fn base64_is_padded_to_groups_of_four() {
        for text in ["", "TWFu", "TWE=", "TQ==", "+/09"] {
            assert!(is_base64(text), "{text}");
        }
        for text in ["T", "TWE", "TQ=", "T===", "TW-u", "TW u"] {
            assert!(!is_base64(text), "{text}");
        }
    }
}
