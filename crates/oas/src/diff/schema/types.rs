use std::fmt;

use serde_json::Value;

use super::shape::Shape;
use crate::diff::relation::{Certainty, Relation};

/// The JSON types and formats that a schema accepts, apart from `null`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Types<'d> {
    /// A bit for each of [`NAMES`].
    accepted: u8,
    /// All of these.
    formats: Vec<&'d str>,
    /// The type to which the other keywords apply, if none is written.
    implied: Option<u8>,
    /// A name that is not a type: `any`, `file`.
    unknown: Option<&'d str>,
}

/// `number` is the type of numbers that are not integers.
const NAMES: [&str; 6] = ["boolean", "object", "array", "number", "integer", "string"];
const BOOLEAN: u8 = 1;
const OBJECT: u8 = 1 << 1;
const ARRAY: u8 = 1 << 2;
const NUMBER: u8 = 1 << 3;
const INTEGER: u8 = 1 << 4;
const STRING: u8 = 1 << 5;
/// Types that are sent as plain text in a path, a query or a header, where a string is not quoted.
const WRITTEN_PLAIN: u8 = BOOLEAN | NUMBER | INTEGER | STRING;
const ALL: u8 = 0b11_1111;

impl<'d> Types<'d> {
    pub(super) fn of(shape: &Shape<'d>) -> Self {
        let written: Vec<&'d Value> = shape.all("type").map(|node| node.value).collect();
        let mut accepted = written
            .iter()
            .map(|value| bits(value))
            .fold(ALL, |all, one| all & one);
        let mut implied = None;
        if written.is_empty() {
            match shape.limited_to() {
                Some(values) => accepted = values.iter().fold(0, |all, value| all | bit_of(value)),
                None => implied = implied_by(shape),
            }
        }
        if shape
            .parts
            .iter()
            .any(|part| part.value == &Value::Bool(false))
        {
            accepted = 0;
        }
        // `password` is a hint for user interfaces; every string has that format.
        let formats = shape.all("format").filter_map(|node| node.value.as_str());
        let mut formats: Vec<&str> = formats.filter(|format| *format != "password").collect();
        formats.sort_unstable();
        formats.dedup();
        let names = written.iter().filter_map(|value| value.as_str());
        let unknown = names
            .into_iter()
            .find(|name| !NAMES.contains(name) && *name != "null");
        Self {
            accepted,
            formats,
            implied,
            unknown,
        }
    }

    /// Whether no value is accepted by both, so that nothing else can be compared.
    pub(super) fn is_disjoint_from(&self, other: &Self) -> bool {
        self.accepted != other.accepted && self.accepted & other.accepted == 0
    }

    pub(super) fn is_integer_only(&self) -> bool {
        self.accepted == INTEGER
    }

    pub(super) fn differs_in_format_only(&self, other: &Self) -> bool {
        self.accepted == other.accepted && self.unknown == other.unknown
    }

    /// `plain` states that values are sent as plain text, where a number is a string too.
    pub(super) fn relation(&self, revision: &Self, plain: bool) -> Relation {
        if self.unknown != revision.unknown {
            return Relation::INCOMPARABLE;
        }
        let relation = Relation::of(!revision.cover(self, plain), !self.cover(revision, plain));
        // The other keywords applied to that type only, so that other types were probably not
        // intended.
        if self.implied == Some(revision.accepted) && relation == Relation::NARROWED {
            return Relation {
                loses: Certainty::Maybe,
                gains: Certainty::No,
            };
        }
        if revision.implied == Some(self.accepted) && relation == Relation::WIDENED {
            return Relation {
                loses: Certainty::No,
                gains: Certainty::Maybe,
            };
        }
        relation
    }

    fn cover(&self, inner: &Self, plain: bool) -> bool {
        if plain && self.accepted & STRING != 0 && self.formats.is_empty() {
            return inner.accepted & !(self.accepted | WRITTEN_PLAIN) == 0;
        }
        inner.accepted & !self.accepted == 0 && self.formats_cover(inner)
    }

    /// Whether a value with the formats of `inner` has those of this.
    fn formats_cover(&self, inner: &Self) -> bool {
        let covered = |outer: &str| {
            // Every integer is a number; `float` and `double` name a precision, not a range.
            let number = inner.is_integer_only() && matches!(outer, "float" | "double");
            number || inner.formats.iter().any(|format| covers(outer, format))
        };
        self.formats.iter().all(|outer| covered(outer))
    }
}

fn covers(outer: &str, inner: &str) -> bool {
    outer == inner
        || match inner {
            "int32" => matches!(outer, "int64" | "float" | "double"),
            "float" => outer == "double",
            _ => false,
        }
}

impl fmt::Display for Types<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<&str> = Vec::new();
        for (index, name) in NAMES.iter().enumerate() {
            // A `number` includes the integers.
            let implied = *name == "integer" && self.accepted & NUMBER != 0;
            if self.accepted & (1 << index) != 0 && !implied {
                names.push(name);
            }
        }
        match (self.unknown, self.accepted, names.is_empty()) {
            (Some(unknown), ..) => f.write_str(unknown)?,
            (None, ALL, _) => f.write_str("any type")?,
            (None, _, true) => f.write_str("no type")?,
            _ => f.write_str(&names.join(" or "))?,
        }
        self.formats
            .iter()
            .try_for_each(|format| write!(f, "/{format}"))
    }
}

fn bits(value: &Value) -> u8 {
    match value {
        Value::String(name) => bit(name),
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .map(bit)
            .fold(0, |all, one| all | one),
        _ => ALL,
    }
}

fn bit(name: &str) -> u8 {
    match NAMES.iter().position(|known| *known == name) {
        Some(index) if 1 << index == NUMBER => NUMBER | INTEGER,
        Some(index) => 1 << index,
        None if name == "null" => 0,
        None => ALL,
    }
}

fn bit_of(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => BOOLEAN,
        Value::Number(number) if number.is_f64() => NUMBER,
        Value::Number(_) => INTEGER,
        Value::String(_) => STRING,
        Value::Array(_) => ARRAY,
        Value::Object(_) => OBJECT,
    }
}

/// The only type to which the keywords of a schema without `type` apply.
fn implied_by(shape: &Shape<'_>) -> Option<u8> {
    const ABOUT: [(&str, u8); 12] = [
        ("properties", OBJECT),
        ("required", OBJECT),
        ("additionalProperties", OBJECT),
        ("minProperties", OBJECT),
        ("maxProperties", OBJECT),
        ("items", ARRAY),
        ("minItems", ARRAY),
        ("maxItems", ARRAY),
        ("uniqueItems", ARRAY),
        ("minLength", STRING),
        ("maxLength", STRING),
        ("pattern", STRING),
    ];
    let about = ABOUT
        .iter()
        .filter(|(keyword, _)| shape.first(keyword).is_some());
    let all = about.fold(0, |all, (_, bit)| all | bit);
    (all.count_ones() == 1).then_some(all)
}
