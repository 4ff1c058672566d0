use serde_json::Value;

use super::Merged;

/// A text of the right format and length, or one that matches the pattern if a plain one does.
pub(crate) fn string(schema: &Merged<'_>, variant: u64) -> Option<Value> {
    let length = |keyword| schema.get(keyword).and_then(Value::as_u64);
    let least = usize::try_from(length("minLength").unwrap_or(0))
        .ok()
        .filter(|least| *least <= LONGEST)?;
    let most = length("maxLength")
        .and_then(|most| usize::try_from(most).ok())
        .unwrap_or(LONGEST);
    let formatted = schema
        .get("format")
        .and_then(Value::as_str)
        .and_then(of_format)
        .map(|text| varied(text, variant));
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        let pattern = regress::Regex::new(pattern).ok()?;
        let plain = [
            "",
            "a",
            "A",
            "0",
            "a0",
            "A0",
            "aA0",
            "Aa",
            "2026-01-31",
            "1.0.0",
            "https://example.com",
            "a@example.com",
        ];
        let repeated = ["a", "A", "0"]
            .into_iter()
            .flat_map(|unit| (1..=64).map(|times| unit.repeat(times)));
        let candidates = formatted
            .into_iter()
            .chain(plain.map(str::to_owned))
            .chain(repeated);
        let fits =
            |text: &String| (least..=most).contains(&text.len()) && pattern.find(text).is_some();
        let mut fitting = candidates.filter(fits);
        return fitting
            .nth(usize::try_from(variant).ok()?)
            .map(Value::String);
    }
    if let Some(text) = formatted {
        return Some(text.into());
    }
    let text = "string";
    let mut text = if most < text.len() {
        "a".repeat(most.max(least))
    } else {
        format!("{text:a<least$}")
    };
    if variant > 0 {
        let digits = variant.to_string();
        text.truncate(most.checked_sub(digits.len())?);
        text.push_str(&digits);
    }
    Some(text.into())
}

/// The longest text that is made up; a schema that wants a longer one gets none.
const LONGEST: usize = 1 << 16;

/// Another value of the same format, where it has a place for a number.
fn varied(text: &str, variant: u64) -> String {
    let places = [
        ("2026", 2026 + variant % 7000),
        ("174000", 174_000 + variant % 800_000),
        ("2.1", 1 + variant % 254),
        ("::1", 1 + variant % 9000),
    ];
    if variant == 0 {
        return text.to_owned();
    }
    for word in ["someone", "example"] {
        if text.contains(word) {
            return text.replacen(word, &format!("{word}{variant}"), 1);
        }
    }
    for (place, number) in places {
        if text.contains(place) {
            let lead = place.trim_end_matches(|last: char| last.is_ascii_digit());
            return text.replacen(place, &format!("{lead}{number}"), 1);
        }
    }
    text.to_owned()
}

/// A value of each format that a validator asserts.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00Z",
        "duration" => "P1D",
        "email" | "idn-email" => "someone@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" | "uri-reference" | "iri" | "iri-reference" => "https://example.com/",
        "uri-template" => "https://example.com/{id}",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "byte" => "c3RyaW5n",
        "json-pointer" => "/a",
        "relative-json-pointer" => "0/a",
        "regex" => "a+",
        _ => return None,
    })
}
