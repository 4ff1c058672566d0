use std::collections::BTreeMap;

use serde_json::Value;

/// A step of the path to a property of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Property(String),
    /// An item of a list, by its number.
    Item(usize),
    /// All items of a list, which the cell separates by `;`.
    Each,
}

impl Step {
    /// Whether a token of a JSON pointer is at this step.
    pub(super) fn matches(&self, token: &str) -> bool {
        match self {
            Self::Property(name) => name == token,
            Self::Item(_) | Self::Each => token.parse::<usize>().is_ok(),
        }
    }
}

/// A task under construction. Items of lists keep their index until all columns are read.
#[derive(Debug)]
pub(super) enum Tree {
    Value(Value),
    Object(Vec<(String, Tree)>),
    List(BTreeMap<usize, Tree>),
}

impl Default for Tree {
    fn default() -> Self {
        Self::Object(Vec::new())
    }
}

impl Tree {
    /// Sets the value at a path; `each` is the index of the item for [`Step::Each`].
    pub(super) fn set(&mut self, path: &[Step], each: Option<usize>, value: Self) {
        let Some((step, rest)) = path.split_first() else {
            *self = value;
            return;
        };
        let child = match step {
            Step::Property(name) => self.property(name),
            Step::Item(number) => self.item(*number),
            Step::Each => self.item(each.unwrap_or_default()),
        };
        child.set(rest, each, value);
    }

    fn property(&mut self, name: &str) -> &mut Self {
        if let Self::Value(value) = self {
            let members = value
                .as_object_mut()
                .map(std::mem::take)
                .unwrap_or_default();
            let members = members.into_iter();
            *self = Self::Object(
                members
                    .map(|(name, value)| (name, Self::Value(value)))
                    .collect(),
            );
        }
        if !matches!(self, Self::Object(_)) {
            *self = Self::default();
        }
        let Self::Object(members) = self else {
            return self;
        };
        let at = members.iter().position(|(known, _)| known == name);
        let at = at.unwrap_or_else(|| {
            members.push((name.to_owned(), Self::default()));
            members.len() - 1
        });
        &mut members[at].1
    }

    fn item(&mut self, number: usize) -> &mut Self {
        if let Self::Value(value) = self {
            let items = value.as_array_mut().map(std::mem::take).unwrap_or_default();
            *self = Self::List(items.into_iter().map(Self::Value).enumerate().collect());
        }
        if !matches!(self, Self::List(_)) {
            *self = Self::List(BTreeMap::new());
        }
        match self {
            Self::List(items) => items.entry(number).or_default(),
            other => other,
        }
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Value(value) => value,
            Self::Object(members) => {
                let members = members.into_iter();
                Value::Object(
                    members
                        .map(|(name, tree)| (name, tree.into_value()))
                        .collect(),
                )
            }
            Self::List(items) => items.into_values().map(Self::into_value).collect(),
        }
    }
}
