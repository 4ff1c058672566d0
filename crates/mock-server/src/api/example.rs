//! Validates and corrects the examples of the document.

use oas::Pointer;
use serde_json::Value;

use super::source::Source;

/// An example after validation.
#[derive(Debug, PartialEq)]
pub(crate) enum Example {
    /// Used as written.
    Valid(Value),
    /// Used after a correction, for this reason.
    Corrected(Value, String),
    /// Not used, for this reason.
    Unusable(String),
}

/// Maximum number of successive corrections: one can cause another violation.
const MAX_ROUNDS: usize = 4;

impl Example {
    /// Validates an example against its schema. Each rejected value is replaced by that of the
    /// sample, missing members are added, and `writeOnly` and undescribed members are removed.
    pub(crate) fn of(source: &Source, schema: Option<&Pointer>, written: &Value) -> Self {
        let Some(schema) = schema else {
            return match parsed(written) {
                Some(value) => Self::Corrected(value, "JSON written as a string".to_owned()),
                None => Self::Valid(written.clone()),
            };
        };
        let mut violations = source.violations(schema, written);
        if violations.is_empty() {
            return Self::Valid(written.clone());
        }
        let mut reason = None;
        let mut value = written.clone();
        if let Some(parsed) = parsed(written) {
            reason = Some("JSON written as a string".to_owned());
            violations = source.violations(schema, &parsed);
            value = parsed;
        }
        let mut sample = None;
        for _ in 0..MAX_ROUNDS {
            let Some(first) = violations.first() else {
                break;
            };
            reason = reason.or_else(|| {
                Some(match first.instance.as_str() {
                    "" => first.message.clone(),
                    pointer => format!("{pointer}: {}", first.message),
                })
            });
            let sample = sample.get_or_insert_with(|| source.sample(schema));
            for violation in &violations {
                correct(
                    &mut value,
                    sample.as_ref(),
                    &violation.instance,
                    &violation.keyword,
                );
            }
            violations = source.violations(schema, &value);
        }
        let reason = reason.unwrap_or_default();
        let is_empty = |value: &Value| value.as_object().is_some_and(serde_json::Map::is_empty);
        // An empty example is less useful than the sample.
        if is_empty(&value)
            && let Some(sample) = source.sample(schema)
        {
            return Self::Corrected(sample, reason);
        }
        if violations.is_empty() {
            Self::Corrected(value, reason)
        } else {
            Self::Unusable(reason)
        }
    }
}

/// A structure that is written as a string.
pub(crate) fn parsed(written: &Value) -> Option<Value> {
    let text = written.as_str()?.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    serde_json::from_str(text).ok()
}

fn correct(value: &mut Value, sample: Option<&Value>, at: &Pointer, keyword: &str) {
    let replacement = sample.and_then(|sample| like(sample, at));
    match (keyword, value.pointer_mut(at.as_str()), replacement) {
        ("required", Some(Value::Object(members)), Some(Value::Object(sample))) => {
            for (name, value) in sample {
                if !members.contains_key(name) {
                    members.insert(name.clone(), value.clone());
                }
            }
        }
        ("readOnly" | "writeOnly" | "additionalProperties", Some(_), _) => remove(value, at),
        (_, Some(target), Some(replacement)) => *target = replacement.clone(),
        // The sample contains all required members.
        (_, Some(_), None) => remove(value, at),
        (_, None, _) => {}
    }
}

/// The value of a sample at a pointer; the first item of an array represents all items.
fn like<'v>(sample: &'v Value, at: &Pointer) -> Option<&'v Value> {
    at.tokens().try_fold(sample, |value, token| match value {
        Value::Array(items) => token
            .parse::<usize>()
            .ok()
            .and_then(|index| items.get(index))
            .or(items.first()),
        Value::Object(members) => members.get(&*token),
        _ => None,
    })
}

fn remove(value: &mut Value, at: &Pointer) {
    let (Some(parent), Some(name)) = (at.parent(), at.last()) else {
        return;
    };
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(members)) => _ = members.shift_remove(&*name),
        Some(Value::Array(items)) => {
            if let Ok(index) = name.parse::<usize>()
                && index < items.len()
            {
                items.remove(index);
            }
        }
        _ => {}
    }
}
