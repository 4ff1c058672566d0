use serde_json::Value;

use super::merged::Merged;
use super::pattern::{candidates, matching};
use crate::Json;
use crate::validator::pattern_of;
use crate::vocabulary::format;

/// A string of the right format and length, or one that matches the pattern.
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
        .and_then(|name| Some(format(name)?.sample?(variant)));
    // The validator bounds the time of a match; a pattern that it cannot parse has no effect.
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
        // A pattern with look-around, or a back-reference, can only be matched by trial.
        let plain = ["a", "A", "0", "aA0", "a-0", "a@example.com", "aa"];
        let tried = plain.map(str::to_owned).into_iter();
        let mut tried = tried.chain(candidates(pattern, &length)).filter(fits);
        return tried.nth(usize::try_from(variant).ok()?).map(Value::String);
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

/// Maximum length of a generated string; a schema that requires a longer one has no sample.
const LONGEST: usize = 1 << 16;
