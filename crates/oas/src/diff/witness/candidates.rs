use serde_json::{Map, Number, Value, json};

use super::build::Way;
use crate::diff::change::SchemaKind;
use crate::diff::schema::{Additional, Bound, Shape};
use crate::{Direction, Pointer};

/// Longer texts and lists than this show nothing that shorter ones do not.
const LONGEST: u64 = 5_000;

/// Values that may show what a change breaks, at the place of the change. Which of them do, the
/// validators decide. `place` is that of the change in the document that accepts them.
pub(super) fn of(
    kind: &SchemaKind,
    accepting: &Way<'_>,
    refusing: &Way<'_>,
    place: &Pointer,
    direction: Direction,
) -> Vec<Value> {
    let samples = accepting.samples(direction);
    let mut values = Vec::new();
    match kind {
        SchemaKind::Enum | SchemaKind::EnumValue(_) => {
            let known = accepting.shapes().filter_map(|shape| shape.limited_to());
            values.extend(known.flatten().cloned());
        }
        SchemaKind::Bound(bound) | SchemaKind::Exclusive(bound) => {
            for way in [accepting, refusing] {
                way.shapes()
                    .for_each(|shape| around_bound(*bound, &shape, &samples, &mut values));
            }
        }
        SchemaKind::MultipleOf => {
            for shape in accepting.shapes().chain(refusing.shapes()) {
                for step in shape
                    .all("multipleOf")
                    .filter_map(|node| node.value.as_f64())
                {
                    values.extend((1..=12).map(|n| number(step * f64::from(n))));
                }
            }
        }
        SchemaKind::UniqueItems => values.extend(samples.iter().flat_map(repeated)),
        SchemaKind::Property(property) => {
            values.extend(samples.iter().cloned());
            let wrong = pool()
                .into_iter()
                .map(|value| (property.name.as_str(), value));
            let right = accepting
                .shapes()
                .flat_map(|shape| shape.property(&property.name));
            let right = right.filter_map(|node| accepting.sample(&node.pointer, direction));
            let right = right.map(|value| (property.name.as_str(), value));
            values.extend(with_each(&samples, right.chain(wrong)));
        }
        SchemaKind::Required(property) => values.extend(without(&samples, &property.name)),
        SchemaKind::RequiredUndeclared(name) => values.extend(without(&samples, name)),
        SchemaKind::AdditionalProperties => {
            values.extend(with_each(
                &samples,
                pool().into_iter().map(|value| ("any", value)),
            ));
        }
        SchemaKind::Nullable => values.push(Value::Null),
        SchemaKind::Alternative(..) => values.extend(accepting.sample(place, direction)),
        _ => {}
    }
    // A value that meets all of the choices, and small ones of every type.
    for shape in accepting.shapes() {
        for choice in &shape.choices {
            let alternatives = choice.alternatives.iter();
            values.extend(
                alternatives
                    .filter_map(|alternative| accepting.sample(&alternative.pointer, direction)),
            );
        }
        if let Additional::Schema(_) = shape.additional() {
            values.extend(with_each(
                &samples,
                pool().into_iter().map(|value| ("any", value)),
            ));
        }
    }
    values.extend(samples);
    values.extend(pool());
    values
}

fn around_bound(bound: Bound, shape: &Shape<'_>, samples: &[Value], values: &mut Vec<Value>) {
    let limits = shape
        .all(bound.keyword())
        .filter_map(|node| node.value.as_f64());
    for limit in limits {
        match bound {
            Bound::Maximum | Bound::Minimum => {
                let near = [0.0, 1.0, -1.0, 0.5, -0.5, 0.1, -0.1];
                values.extend(near.iter().map(|step| number(limit + step)));
            }
            _ => {
                for count in [limit, limit + 1.0, limit - 1.0] {
                    values.extend(count_of(count).and_then(|count| sized(bound, count, samples)));
                }
            }
        }
    }
}

fn count_of(count: f64) -> Option<usize> {
    let text = if count >= 0.0 && count.fract() == 0.0 {
        format!("{count}")
    } else {
        return None;
    };
    text.parse()
        .ok()
        .filter(|count: &u64| *count <= LONGEST)?
        .try_into()
        .ok()
}

/// A value of a size: a text, a list or an object.
fn sized(bound: Bound, count: usize, samples: &[Value]) -> Option<Value> {
    match bound {
        Bound::MaxLength | Bound::MinLength => Some(Value::String("a".repeat(count))),
        Bound::MaxItems | Bound::MinItems => {
            let item = samples
                .iter()
                .find_map(|sample| sample.as_array()?.first().cloned());
            let items = (0..count).map(|index| match &item {
                // Perhaps they have to be unique.
                Some(Value::String(_)) | None => Value::String(format!("a{index}")),
                Some(Value::Number(_)) => Value::from(index),
                Some(item) => item.clone(),
            });
            Some(items.collect())
        }
        Bound::MaxProperties | Bound::MinProperties => {
            let mut members = samples
                .iter()
                .find_map(Value::as_object)
                .cloned()
                .unwrap_or_default();
            let mut index = 0;
            while members.len() < count {
                members.insert(format!("a{index}"), Value::from("a"));
                index += 1;
            }
            Some(Value::Object(members))
        }
        Bound::Maximum | Bound::Minimum => None,
    }
}

fn number(value: f64) -> Value {
    // What is whole is written so, for a schema of type integer.
    let text = format!("{value}");
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole
        .or_else(|| Number::from_f64(value).map(Value::Number))
        .unwrap_or_default()
}

fn repeated(sample: &Value) -> Option<Value> {
    let items = sample.as_array()?;
    let item = items.first().cloned().unwrap_or_else(|| Value::from("a"));
    Some(json!([item, item]))
}

fn with_each<'a>(samples: &[Value], members: impl Iterator<Item = (&'a str, Value)>) -> Vec<Value> {
    let empty = Map::new();
    let sample = samples.iter().find_map(Value::as_object).unwrap_or(&empty);
    let with = members.map(|(name, value)| {
        let mut sample = sample.clone();
        sample.insert(name.to_owned(), value);
        Value::Object(sample)
    });
    with.collect()
}

fn without(samples: &[Value], name: &str) -> Vec<Value> {
    let without = samples.iter().filter_map(Value::as_object).map(|sample| {
        let mut sample = sample.clone();
        sample.remove(name);
        Value::Object(sample)
    });
    without.chain([json!({})]).collect()
}

/// Small values of every type.
fn pool() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(0.5),
        json!(5_000_000_000_i64),
        json!(""),
        json!("a"),
        json!("A text."),
        json!("none"),
        json!("aaa"),
        json!("aaaaaaaaaaaaaaaaaaaa"),
        json!("2020-02-29"),
        json!("2020-02-29T00:00:00Z"),
        json!([]),
        json!([1]),
        json!([null]),
        json!(["a"]),
        json!([{}]),
        json!({}),
        json!({"a": 1}),
    ]
}
