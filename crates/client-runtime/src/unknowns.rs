use std::{collections::BTreeSet, fmt};

use crate::printable::printable;

/// Collects what a response contains beyond its document: fields and enum values, by name and
/// location. Values are not kept: they may be confidential.
///
/// Generated code visits every type of a response with it.
#[derive(Debug, Default)]
pub struct Unknowns {
    path: Vec<&'static str>,
    found: BTreeSet<Unknown>,
}

/// Something in a response that the document does not describe.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unknown {
    /// A field, such as `assignees[].team`.
    Field(String),
    /// A value of an open enum at a location, such as `status`.
    Value(String),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => write!(f, "field {name}"),
            Self::Value(location) => write!(f, "value of {location}"),
        }
    }
}

impl Unknowns {
    /// Visits a property.
    pub fn property<T: Visit>(&mut self, name: &'static str, value: &T) {
        self.path.push(name);
        value.visit(self);
        self.path.pop();
    }

    /// Adds the names of fields that the document does not describe.
    pub fn fields<'n, N: AsRef<str> + 'n>(&mut self, names: impl IntoIterator<Item = &'n N>) {
        for name in names {
            let mut location = self.location();
            if !location.is_empty() {
                location.push('.');
            }
            location.push_str(name.as_ref());
            self.found.insert(Unknown::Field(location));
        }
    }

    /// Adds a value of an open enum that the document does not describe.
    pub fn value(&mut self) {
        self.found.insert(Unknown::Value(self.location()));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns what was found, sanitized: names come from the network.
    pub(crate) fn names(self, secrets: &[&str]) -> BTreeSet<String> {
        let found = self.found.into_iter();
        found
            .map(|unknown| printable(&unknown.to_string(), secrets))
            .collect()
    }

    fn location(&self) -> String {
        let mut location = String::new();
        for part in &self.path {
            if !location.is_empty() && *part != "[]" {
                location.push('.');
            }
            location.push_str(part);
        }
        location
    }
}

/// A type whose values may contain something that the document does not describe.
pub trait Visit {
    /// Adds the unknowns of this value.
    fn visit(&self, unknowns: &mut Unknowns);
}

impl<T: Visit> Visit for Option<T> {
    fn visit(&self, unknowns: &mut Unknowns) {
        if let Some(value) = self {
            value.visit(unknowns);
        }
    }
}

impl<T: Visit> Visit for Box<T> {
    fn visit(&self, unknowns: &mut Unknowns) {
        (**self).visit(unknowns);
    }
}

impl<T: Visit> Visit for Vec<T> {
    fn visit(&self, unknowns: &mut Unknowns) {
        self.as_slice().visit(unknowns);
    }
}

impl<T: Visit, const N: usize> Visit for [T; N] {
    fn visit(&self, unknowns: &mut Unknowns) {
        self.as_slice().visit(unknowns);
    }
}

impl<T: Visit> Visit for [T] {
    fn visit(&self, unknowns: &mut Unknowns) {
        unknowns.path.push("[]");
        self.iter().for_each(|value| value.visit(unknowns));
        unknowns.path.pop();
    }
}

impl<K, T: Visit, S> Visit for std::collections::HashMap<K, T, S> {
    fn visit(&self, unknowns: &mut Unknowns) {
        unknowns.path.push("[]");
        self.values().for_each(|value| value.visit(unknowns));
        unknowns.path.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct User {
        extra: Vec<&'static str>,
        is_unknown: bool,
    }

    impl Visit for User {
        fn visit(&self, unknowns: &mut Unknowns) {
            unknowns.fields(&self.extra);
            unknowns.property("type", &Kind(self.is_unknown));
        }
    }

    struct Kind(bool);

    impl Visit for Kind {
        fn visit(&self, unknowns: &mut Unknowns) {
            if self.0 {
                unknowns.value();
            }
        }
    }

    #[test]
    fn names_have_locations_and_no_secrets() {
        let mut unknowns = Unknowns::default();
        let users = vec![
            User {
                extra: vec!["team", "hunter2hunter2"],
                is_unknown: false,
            },
            User {
                extra: vec!["team"],
                is_unknown: true,
            },
        ];
        unknowns.fields(&["priority"]);
        unknowns.property("assignees", &Some(users));
        let names = unknowns
            .names(&["hunter2hunter2"])
            .into_iter()
            .collect::<Vec<_>>();
        assert_eq!(
            names,
            [
                "field assignees[].[redacted]",
                "field assignees[].team",
                "field priority",
                "value of assignees[].type",
            ]
        );
    }
}
