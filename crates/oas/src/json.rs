//! JSON values that borrow their strings.

mod members;
mod read;
mod write;

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

pub use members::{Members, MembersIter};

use crate::Pointer;

/// A JSON value whose strings are borrowed from the text it was read from, wherever possible.
///
/// It takes a fraction of the allocations of a [`serde_json::Value`], which are most of a server's
/// effort for a small request. The reader bounds its depth, as for a `Value`.
///
/// ```
/// let text = r#"{"title": "t", "assignees": [], "title": "u"}"#;
/// let json: oas::Json<'_> = serde_json::from_str(text)?;
/// // Of a name that is there twice the last value counts.
/// assert_eq!(json.to_string(), r#"{"title":"u","assignees":[]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub enum Json<'t> {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as `serde_json` reads it.
    Number(Number),
    /// A string.
    String(Cow<'t, str>),
    /// An array.
    Array(Vec<Json<'t>>),
    /// An object.
    Object(Members<'t>),
}

impl Json<'_> {
    /// A view of this value. Strings are not copied.
    pub fn borrowed(&self) -> Json<'_> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(flag) => Json::Bool(*flag),
            Self::Number(number) => Json::Number(number.clone()),
            Self::String(text) => Json::String(Cow::Borrowed(text)),
            Self::Array(items) => Json::Array(items.iter().map(Json::borrowed).collect()),
            Self::Object(members) => Json::Object(members.borrowed()),
        }
    }

    /// The value at a pointer.
    pub fn at(&self, pointer: &Pointer) -> Option<&Self> {
        pointer.tokens().try_fold(self, |value, token| match value {
            Self::Object(members) => members.get(&token),
            Self::Array(items) => items.get(token.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// A copy that borrows nothing.
    pub fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Number(number) => Value::Number(number.clone()),
            Self::String(text) => Value::String(text.to_string()),
            Self::Array(items) => items.iter().map(Json::to_value).collect(),
            Self::Object(members) => {
                let members = members.iter();
                Value::Object(
                    members
                        .map(|(name, value)| (name.to_owned(), value.to_value()))
                        .collect(),
                )
            }
        }
    }
}

impl<'t> Json<'t> {
    /// The value at a pointer.
    pub fn at_mut(&mut self, pointer: &Pointer) -> Option<&mut Self> {
        pointer.tokens().try_fold(self, |value, token| match value {
            Self::Object(members) => members.get_mut(&token),
            Self::Array(items) => items.get_mut(token.parse::<usize>().ok()?),
            _ => None,
        })
    }
}

impl<'t> From<&'t Value> for Json<'t> {
    fn from(value: &'t Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::String(Cow::Borrowed(text)),
            Value::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (Cow::Borrowed(name.as_str()), value.into()))
                    .collect(),
            ),
        }
    }
}

impl From<Value> for Json<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(flag),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::String(Cow::Owned(text)),
            Value::Array(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(members_of(members)),
        }
    }
}

fn members_of<'t>(members: Map<String, Value>) -> Members<'t> {
    let members = members.into_iter();
    members
        .map(|(name, value)| (Cow::Owned(name), value.into()))
        .collect()
}
