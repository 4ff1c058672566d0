use serde_json::{Map, Number, Value, json};

use super::build::SchemaPath;
use crate::diff::difference::Fact;
use crate::diff::kinds::Kind;
use crate::diff::schema::{Additional, Bound, Shape};
use crate::diff::value::bare;
use crate::{Direction, Pointer};

/// Maximum length of strings and arrays.
const MAX_LENGTH: u64 = 5_000;

/// Values that may show what a change breaks, at its location; the validators decide which do.
/// `location` is that in the document that accepts them.
pub(super) fn of(
    kind: Kind,
    fact: &Fact,
    accepting: &SchemaPath<'_>,
    rejecting: &SchemaPath<'_>,
    location: &Pointer,
    direction: Direction,
) -> Vec<Value> {
    let samples = accepting.samples(direction);
    let mut values = Vec::new();
    if let Some(bound) = Bound::of_kind(kind) {
        for path in [accepting, rejecting] {
            path.shapes()
                .for_each(|shape| around_bound(bound, &shape, &samples, &mut values));
        }
    }
    values.extend(match kind {
        Kind::BecameEnum | Kind::BecameNotEnum | Kind::EnumValueAdded | Kind::EnumValueRemoved => {
            listed(accepting, fact.name())
        }
        Kind::MultipleOfSet
        | Kind::MultipleOfUnset
        | Kind::MultipleOfChanged
        | Kind::MultipleOfGeneralized
        | Kind::MultipleOfSpecialized => multiples(accepting, rejecting),
        Kind::UniqueItemsSet | Kind::UniqueItemsUnset => {
            samples.iter().flat_map(repeated).collect()
        }
        Kind::UndeclaredBecameRequired | Kind::UndeclaredBecameOptional => {
            without(&samples, fact.name())
        }
        Kind::AdditionalPropertiesRestricted | Kind::AdditionalPropertiesRelaxed => {
            with_any(&samples)
        }
        Kind::BecameNullable | Kind::BecameNotNullable => vec![Value::Null],
        Kind::OneOfAdded | Kind::OneOfRemoved | Kind::AnyOfAdded | Kind::AnyOfRemoved => {
            let alternative = accepting.sample(location, direction);
            alternative.into_iter().collect()
        }
        Kind::ChoiceKeywordChanged => of_all_alternatives(accepting, direction),
        _ => Vec::new(),
    });
    match fact {
        Fact::Property(property) => {
            values.extend(samples.iter().cloned());
            values.extend(with_property(
                &samples,
                accepting,
                &property.name,
                direction,
            ));
        }
        Fact::Required(property) => values.extend(without(&samples, &property.name)),
        _ => {}
    }
    for shape in accepting.shapes() {
        let alternatives = shape.choices.iter().flat_map(|choice| &choice.alternatives);
        values.extend(alternatives.filter_map(|one| accepting.sample(&one.pointer, direction)));
        if let Additional::Schema(_) = shape.additional() {
            values.extend(with_any(&samples));
        }
    }
    values.extend(samples);
    values.extend(pool());
    values
}

/// The values of the `enum`, the one in question first.
fn listed(accepting: &SchemaPath<'_>, name: &str) -> Vec<Value> {
    let known = accepting.shapes().filter_map(|shape| shape.limited_to());
    let mut known: Vec<Value> = known.flatten().cloned().collect();
    known.sort_by_key(|value| bare(value) != name);
    known
}

/// Multiples of each `multipleOf`.
fn multiples(accepting: &SchemaPath<'_>, rejecting: &SchemaPath<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    for shape in accepting.shapes().chain(rejecting.shapes()) {
        let steps = shape.all("multipleOf");
        for step in steps.filter_map(|node| node.value.as_f64()) {
            values.extend((1..=12).map(|n| number(step * f64::from(n))));
        }
    }
    values
}

/// The samples with a property that no schema names, of each type.
fn with_any(samples: &[Value]) -> Vec<Value> {
    with_each(samples, pool().into_iter().map(|value| ("any", value)))
}

/// The samples with a value of the property, first those that its schemas accept.
fn with_property(
    samples: &[Value],
    accepting: &SchemaPath<'_>,
    name: &str,
    direction: Direction,
) -> Vec<Value> {
    let schemas = accepting.shapes().flat_map(|shape| shape.property(name));
    let right = schemas.filter_map(|node| accepting.sample(&node.pointer, direction));
    let values = right.chain(pool());
    with_each(samples, values.map(|value| (name, value)))
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
        .filter(|count: &u64| *count <= MAX_LENGTH)?
        .try_into()
        .ok()
}

/// A string, an array or an object of a size.
fn sized(bound: Bound, count: usize, samples: &[Value]) -> Option<Value> {
    match bound {
        Bound::MaxLength | Bound::MinLength => Some(Value::String("a".repeat(count))),
        Bound::MaxItems | Bound::MinItems => {
            let item = samples
                .iter()
                .find_map(|sample| sample.as_array()?.first().cloned());
            let items = (0..count).map(|index| match &item {
                // The schema may require unique items.
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
    // A whole number is written as one, for a schema of type integer.
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

/// Values that match several alternatives at once: objects with the members of all of them.
fn of_all_alternatives(accepting: &SchemaPath<'_>, direction: Direction) -> Vec<Value> {
    let mut found = Vec::new();
    for shape in accepting.shapes() {
        for choice in &shape.choices {
            let samples = choice.alternatives.iter();
            let samples = samples.filter_map(|node| accepting.sample(&node.pointer, direction));
            let samples: Vec<Value> = samples.collect();
            let objects: Vec<&Map<String, Value>> =
                samples.iter().filter_map(Value::as_object).collect();
            let all: Map<String, Value> = objects
                .iter()
                .flat_map(|members| members.iter())
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            for (index, one) in objects.iter().enumerate() {
                for other in &objects[index + 1..] {
                    let mut both = (*one).clone();
                    both.extend(
                        other
                            .iter()
                            .map(|(key, value)| (key.clone(), value.clone())),
                    );
                    found.push(Value::Object(both));
                }
            }
            found.push(Value::Object(all));
            found.extend(samples);
        }
    }
    found
}

pub(super) fn without(samples: &[Value], name: &str) -> Vec<Value> {
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
