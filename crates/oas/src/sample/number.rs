use serde_json::{Number, Value, json};

use super::merged::Merged;

/// An integer within the bounds: as near to zero as they allow, but one rather than zero.
pub(crate) fn integer(schema: &Merged<'_>, variant: u64) -> Option<Value> {
    let (least, most) = bounds(schema);
    let step = schema
        .get("multipleOf")
        .and_then(Value::as_f64)
        .unwrap_or(1.0)
        .max(1.0);
    let (least, most) = (least.map(f64::ceil), most.map(f64::floor));
    let value = away(nearest(step, least, most), step, most, variant);
    let value = if (value - value.round()).abs() < f64::EPSILON {
        value.round()
    } else {
        return None;
    };
    if value.abs() <= MAX_EXACT {
        return Some(json!(value as i64));
    }
    // A float does not represent one integer here; a bound is used as written.
    let bound = |keyword, exclusive| {
        let limit = schema.get(keyword)?.as_i64()?;
        let is_exclusive = schema.get(exclusive) == Some(&Value::Bool(true));
        Some(limit.saturating_add(match (is_exclusive, value > 0.0) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        }))
    };
    let variant = i64::try_from(variant).ok()?;
    match value > 0.0 {
        true => bound("minimum", "exclusiveMinimum")?.checked_add(variant),
        false => bound("maximum", "exclusiveMaximum")?.checked_sub(variant),
    }
    .map(|value| json!(value))
}

/// The largest integer up to which every integer is a float of its own: 2^53.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// A number within the bounds.
pub(crate) fn number(schema: &Merged<'_>, variant: u64) -> Option<Value> {
    let (least, most) = bounds(schema);
    let step = schema.get("multipleOf").and_then(Value::as_f64);
    let value = match (step, least, most) {
        (None, Some(_), Some(_)) => {
            // Between the bounds as they are written, which may be nearer to each other than one.
            let (least, _) = schema.bound("minimum", "exclusiveMinimum")?;
            let (most, _) = schema.bound("maximum", "exclusiveMaximum")?;
            let share = variant as f64 / (variant as f64 + 1.0);
            let middle = f64::midpoint(least, most);
            middle + (most - middle) * share
        }
        (step, least, most) => {
            let step = step.unwrap_or(1.0);
            away(nearest(step, least, most), step, most, variant)
        }
    };
    Number::from_f64(value).map(Value::Number)
}

/// Number of variants within the bounds; `None` if unlimited.
pub(crate) fn variants(schema: &Merged<'_>) -> Option<u64> {
    let step = schema
        .get("multipleOf")
        .and_then(Value::as_f64)
        .unwrap_or(1.0);
    let step = if schema.kind() == "integer" {
        step.max(1.0)
    } else {
        step
    };
    let (least, most) = bounds(schema);
    let count = (most? - least?) / step;
    // A float becomes the nearest number that an integer can be.
    Some((count.max(0.0) as u64).saturating_add(1))
}

/// So many steps away from a value: upwards as far as there is room, then downwards.
fn away(value: f64, step: f64, most: Option<f64>, variant: u64) -> f64 {
    let steps = variant as f64;
    let room = most.map_or(f64::INFINITY, |most| ((most - value) / step).floor());
    if steps <= room {
        value + steps * step
    } else {
        value - (steps - room.max(0.0)) * step
    }
}

fn nearest(step: f64, least: Option<f64>, most: Option<f64>) -> f64 {
    match (least, most) {
        (Some(least), _) if least > step => (least / step).ceil() * step,
        (_, Some(most)) if most < step => (most / step).floor() * step,
        _ => step,
    }
}

/// The bounds; an exclusive one is moved inwards by one.
fn bounds(schema: &Merged<'_>) -> (Option<f64>, Option<f64>) {
    let bound = |keyword, exclusive, inwards: f64| {
        let (limit, is_exclusive) = schema.bound(keyword, exclusive)?;
        Some(if is_exclusive { limit + inwards } else { limit })
    };
    (
        bound("minimum", "exclusiveMinimum", 1.0),
        bound("maximum", "exclusiveMaximum", -1.0),
    )
}
