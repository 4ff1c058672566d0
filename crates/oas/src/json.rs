//! JSON values that borrow their texts.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Number, Value};

use crate::Pointer;

/// A JSON value whose texts are those of what it was read from, wherever that is possible.
///
/// It takes a fraction of the allocations of a [`serde_json::Value`], which is most of what a small request costs a server.
/// Reading it is bounded in depth by the reader, as reading a `Value` is.
///
/// ```
/// let text = r#"{"title": "t", "assignees": [], "title": "u"}"#;
/// let json: oas::Json<'_> = serde_json::from_str(text)?;
/// // Of a name that is there twice the last value counts.
/// assert_eq!(serde_json::to_string(&json)?, r#"{"title":"u","assignees":[]}"#);
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
    /// A text.
    String(Cow<'t, str>),
    /// A list.
    Array(Vec<Json<'t>>),
    /// An object.
    Object(Members<'t>),
}

/// The members of an object in the order in which they were written, each name once.
#[derive(Debug, Clone, Default)]
pub struct Members<'t> {
    list: Vec<(Cow<'t, str>, Json<'t>)>,
    /// Of an object with many members, their numbers in the order of the names. Few are found faster by looking at each.
    by_name: Box<[u32]>,
}

/// So many members are few.
const FEW: usize = 16;

impl Json<'_> {
    /// The same value, for as long as this one lives. Texts are not copied.
    pub fn borrowed(&self) -> Json<'_> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(flag) => Json::Bool(*flag),
            Self::Number(number) => Json::Number(number.clone()),
            Self::String(text) => Json::String(Cow::Borrowed(text)),
            Self::Array(items) => Json::Array(items.iter().map(Json::borrowed).collect()),
            Self::Object(members) => Json::Object(Members {
                list: members
                    .list
                    .iter()
                    .map(|(name, value)| (Cow::Borrowed(&**name), value.borrowed()))
                    .collect(),
                by_name: members.by_name.clone(),
            }),
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

    /// The same value, by itself.
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

impl Json<'_> {
    /// Writes the value as text without blanks, as `serde_json` does. Texts in which nothing needs an escape, which are nearly all, are
    /// copied as a whole.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(true) => out.extend_from_slice(b"true"),
            Self::Bool(false) => out.extend_from_slice(b"false"),
            Self::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Self::String(text) => write_text(text, out),
            Self::Array(items) => {
                out.push(b'[');
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        out.push(b',');
                    }
                    item.write(out);
                }
                out.push(b']');
            }
            Self::Object(members) => {
                out.push(b'{');
                for (number, (name, value)) in members.iter().enumerate() {
                    if number > 0 {
                        out.push(b',');
                    }
                    write_text(name, out);
                    out.push(b':');
                    value.write(out);
                }
                out.push(b'}');
            }
        }
    }
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    // No shortcut: whole registers are compared at once.
    let escapes = text.bytes().fold(false, |escapes, byte| {
        escapes | (byte < b' ') | (byte == b'"') | (byte == b'\\')
    });
    if escapes {
        // Writing a text to memory does not fail.
        let _ = serde_json::to_writer(out, text);
        return;
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
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

impl<'t> Members<'t> {
    fn new(mut list: Vec<(Cow<'t, str>, Json<'t>)>) -> Self {
        let mut by_name = Vec::new();
        let repeats = if list.len() <= FEW {
            let mut names = list.iter().enumerate();
            names.any(|(number, (name, _))| list[..number].iter().any(|(other, _)| other == name))
        } else {
            by_name = numbers_by_name(&list);
            let name = |number: u32| &list[number as usize].0;
            by_name
                .windows(2)
                .any(|pair| name(pair[0]) == name(pair[1]))
        };
        if repeats {
            list = without_repeats(list);
            by_name = if list.len() <= FEW {
                Vec::new()
            } else {
                numbers_by_name(&list)
            };
        }
        Self {
            list,
            by_name: by_name.into(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Json<'t>> {
        Some(&self.list[self.number(name)?].1)
    }

    /// The value of a member.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json<'t>> {
        let number = self.number(name)?;
        Some(&mut self.list[number].1)
    }

    /// Names and values, in order.
    pub fn iter(&self) -> MembersIter<'_> {
        MembersIter(self.list.iter())
    }

    fn number(&self, name: &str) -> Option<usize> {
        if self.by_name.is_empty() {
            return self.list.iter().position(|(own, _)| own == name);
        }
        let found = self
            .by_name
            .binary_search_by(|number| (*self.list[*number as usize].0).cmp(name));
        Some(self.by_name[found.ok()?] as usize)
    }
}

/// Names and values of an object's members.
#[derive(Debug)]
pub struct MembersIter<'m>(std::slice::Iter<'m, (Cow<'m, str>, Json<'m>)>);

impl<'m> Iterator for MembersIter<'m> {
    type Item = (&'m str, &'m Json<'m>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (&**name, value))
    }
}

/// An object has no more members than a `u32` counts: its text would have more than 16 GiB.
fn numbers_by_name(list: &[(Cow<'_, str>, Json<'_>)]) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..list.len() as u32).collect();
    numbers.sort_unstable_by(|a, b| list[*a as usize].0.cmp(&list[*b as usize].0));
    numbers
}

/// Each name where it is first, with the value that it has last, as `serde_json::Value` has it.
fn without_repeats<'t>(list: Vec<(Cow<'t, str>, Json<'t>)>) -> Vec<(Cow<'t, str>, Json<'t>)> {
    let few = list.len() <= FEW;
    let mut kept: Vec<(Cow<'t, str>, Json<'t>)> = Vec::with_capacity(list.len());
    let mut places = HashMap::new();
    for (name, value) in list {
        let place = if few {
            kept.iter().position(|(own, _)| *own == name)
        } else {
            places.get(&name).copied()
        };
        match place {
            Some(place) => kept[place].1 = value,
            None => {
                if !few {
                    places.insert(name.clone(), kept.len());
                }
                kept.push((name, value));
            }
        }
    }
    kept
}

impl<'t> From<Vec<(Cow<'t, str>, Json<'t>)>> for Members<'t> {
    fn from(members: Vec<(Cow<'t, str>, Json<'t>)>) -> Self {
        Self::new(members)
    }
}

impl<'t> FromIterator<(Cow<'t, str>, Json<'t>)> for Members<'t> {
    fn from_iter<I: IntoIterator<Item = (Cow<'t, str>, Json<'t>)>>(members: I) -> Self {
        Self::new(members.into_iter().collect())
    }
}

impl<'t> IntoIterator for Members<'t> {
    type Item = (Cow<'t, str>, Json<'t>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
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

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de: 't, 't> Deserialize<'de> for Json<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

/// The name of a member.
#[derive(Deserialize)]
struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::String(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::String(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some((Name(name), value)) = members.next_entry()? {
            list.push((name, value));
        }
        Ok(Json::Object(Members::new(list)))
    }
}
