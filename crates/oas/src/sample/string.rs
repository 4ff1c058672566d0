use serde_json::Value;

use super::merged::Merged;
use super::pattern::matching;
use crate::Json;
use crate::validator::pattern_of;

/// A text of the right format and length, or one that matches the pattern.
pub(crate) fn string(schema: &Merged<'_>, variant: u64) -> Option<Value> {
    let least = usize::try_from(schema.at_least("minLength"))
        .ok()
        .filter(|least| *least <= LONGEST)?;
    let most = schema
        .at_most("maxLength")
        .and_then(|most| usize::try_from(most).ok())
        .unwrap_or(LONGEST);
    let formatted = schema
        .get("format")
        .and_then(Value::as_str)
        .and_then(|format| of_format(format, variant));
    // The validator's own way to match is bounded, whatever the pattern; what it cannot read binds nobody.
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str)
        && let Some(expression) = pattern_of(pattern)
    {
        let length = least..=most;
        let fits = |text: &String| {
            length.contains(&text.chars().count())
                && expression.is_valid(&Json::String(text.as_str().into()))
        };
        let mut made = formatted
            .into_iter()
            .chain(matching(pattern, &length, variant));
        if let Some(text) = made.find(fits) {
            return Some(text.into());
        }
        // What looks around is beyond making, and may be met by chance.
        let plain = ["a", "A", "0", "aA0", "a-0", "a@example.com"];
        let mut plain = plain.map(str::to_owned).into_iter().filter(fits);
        return plain.nth(usize::try_from(variant).ok()?).map(Value::String);
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

/// A value of each format that a validator asserts: another one for each variant.
fn of_format(format: &str, variant: u64) -> Option<String> {
    let number = if variant == 0 {
        String::new()
    } else {
        variant.to_string()
    };
    Some(match format {
        "date-time" => format!("{}-01-31T12:00:00Z", 2026 + variant % 7000),
        "date" => format!("{}-01-31", 2026 + variant % 7000),
        "time" => format!("12:{:02}:{:02}Z", variant / 60 % 60, variant % 60),
        "duration" => format!("P{}D", 1 + variant),
        "email" | "idn-email" => format!("someone{number}@example.com"),
        "hostname" | "idn-hostname" => format!("example{number}.com"),
        "ipv4" => format!("192.0.2.{}", 1 + variant % 254),
        "ipv6" => format!("2001:db8::{}", 1 + variant % 9000),
        "uri" | "uri-reference" | "iri" | "iri-reference" => {
            format!("https://example{number}.com/")
        }
        "uri-template" => format!("https://example{number}.com/{{id}}"),
        "uuid" => format!(
            "123e4567-e89b-12d3-a456-426614{}",
            174_000 + variant % 800_000
        ),
        "byte" if variant == 0 => "c3RyaW5n".to_owned(),
        // Digits are digits of Base64 too, in groups of four.
        "byte" => format!("c3RyaW5n{:04}", variant % 10_000),
        "json-pointer" => format!("/a{number}"),
        "relative-json-pointer" => format!("0/a{number}"),
        "regex" => format!("a{number}+"),
        _ => return None,
    })
}
