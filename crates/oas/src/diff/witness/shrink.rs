use serde_json::{Map, Value};

use crate::diff::site::Step;

/// The part of a witness that shows the change, and so stays.
pub(super) struct Kept {
    /// The members on the path to the change; `None` for an item.
    path: Vec<Option<String>>,
}

impl Kept {
    /// The path of the steps, and of the property in question unless it is missing.
    pub(super) fn of(steps: &[Step], name: &str, is_absent: bool) -> Self {
        let mut path: Vec<Option<String>> = Vec::new();
        for step in steps {
            match step {
                Step::Property(name) => path.push(Some(name.clone())),
                Step::AdditionalProperties => path.push(Some("any".to_owned())),
                Step::Items => path.push(None),
                Step::Alternative(_) | Step::Variant(_) | Step::Not => {}
            }
        }
        if !name.is_empty() && !is_absent {
            path.push(Some(name.to_owned()));
        }
        Self { path }
    }
}

/// Removes what is not needed from a witness, and puts what shows the change first. `shows` returns
/// whether a value is still a witness.
pub(super) fn shrunk(value: Value, kept: &Kept, mut shows: impl FnMut(&Value) -> bool) -> Value {
    let mut value = value;
    // Each round removes something, or is the last.
    for _ in 0..MAX_ROUNDS {
        let mut smaller = None;
        for candidate in removals(&value, Some(&kept.path)) {
            if shows(&candidate) {
                smaller = Some(candidate);
                break;
            }
        }
        match smaller {
            Some(smaller) => value = smaller,
            None => break,
        }
    }
    ordered(value, &kept.path)
}

const MAX_ROUNDS: usize = 500;

/// The values with one member or item less, the largest parts first. Nothing on the path is
/// removed; `None` is off the path.
fn removals(value: &Value, path: Option<&[Option<String>]>) -> Vec<Value> {
    let mut found = Vec::new();
    match value {
        Value::Object(members) => {
            let on_path = path.and_then(|path| path.first());
            let is_kept = |key: &str| matches!(on_path, Some(Some(name)) if name == key);
            for key in members.keys().filter(|key| !is_kept(key)) {
                let mut smaller = members.clone();
                smaller.remove(key);
                found.push(Value::Object(smaller));
            }
            for (key, member) in members {
                let below = path.filter(|_| is_kept(key)).map(|path| &path[1..]);
                for smaller in removals(member, below) {
                    let mut members = members.clone();
                    members.insert(key.clone(), smaller);
                    found.push(Value::Object(members));
                }
            }
        }
        Value::Array(items) => {
            let on_path = matches!(path.and_then(|path| path.first()), Some(None));
            for index in (usize::from(on_path)..items.len()).rev() {
                let mut smaller = items.clone();
                smaller.remove(index);
                found.push(Value::Array(smaller));
            }
            // One of several equal items is sufficient.
            for (index, item) in items.iter().enumerate().take(2) {
                let below = path
                    .filter(|_| on_path && index == 0)
                    .map(|path| &path[1..]);
                for smaller in removals(item, below) {
                    let mut items = items.clone();
                    items[index] = smaller;
                    found.push(Value::Array(items));
                }
            }
        }
        _ => {}
    }
    found
}

/// The same value with the members on the path first.
fn ordered(value: Value, path: &[Option<String>]) -> Value {
    let Some((first, rest)) = path.split_first() else {
        return value;
    };
    match (value, first) {
        (Value::Object(mut members), Some(name)) => {
            let mut sorted = Map::new();
            if let Some(member) = members.shift_remove(name) {
                sorted.insert(name.clone(), ordered(member, rest));
            }
            sorted.extend(members);
            Value::Object(sorted)
        }
        (Value::Array(items), None) => {
            let mut items = items.into_iter();
            let first = items.next().map(|item| ordered(item, rest));
            Value::Array(first.into_iter().chain(items).collect())
        }
        (value, _) => value,
    }
}
