use std::{cell::RefCell, fmt, vec};

use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
        Unexpected, Visitor,
    },
    forward_to_deserialize_any,
};
use serde_json::{Map, Value, value::RawValue};
use tasks_client::types::PrototypeTask;

use super::{error::InputError, source::Source, suggest::closest};

/// Maximum length of a value in a message, in characters.
const MAX_SHOWN: usize = 60;

/// Reads a JSON object of a source as a `T`, with the members of `overrides` in place of its own.
///
/// serde ignores unknown fields, and all but the last of several equal ones. This deserializer, to
/// which the generated type passes the names of its fields, reports both with their locations.
pub(super) fn read<T: DeserializeOwned>(
    source: &Source,
    raw: &RawValue,
    overrides: &Map<String, Value>,
) -> Result<T, Vec<InputError>> {
    let context = Context {
        source,
        errors: RefCell::default(),
    };
    let root = Reader {
        context: &context,
        raw,
        overrides: Some(overrides),
    };
    let result = T::deserialize(root);
    let mut errors = context.errors.into_inner();
    match result {
        Ok(value) if errors.is_empty() => Ok(value),
        Ok(_) => Err(errors),
        Err(stop) => {
            errors.push(InputError {
                location: Some(source.location(stop.offset.unwrap_or(source.offset_of(raw.get())))),
                message: match stop.field {
                    Some(field) => format!("`{field}`: {}", stop.message),
                    None => stop.message,
                },
            });
            Err(errors)
        }
    }
}

struct Context<'t> {
    source: &'t Source,
    errors: RefCell<Vec<InputError>>,
}

#[derive(Clone, Copy)]
struct Reader<'r, 't> {
    context: &'r Context<'t>,
    raw: &'t RawValue,
    overrides: Option<&'t Map<String, Value>>,
}

impl<'r, 't> Reader<'r, 't> {
    fn starts_with(&self, byte: char) -> bool {
        self.raw.get().starts_with(byte)
    }

    fn members(self, fields: Option<&'static [&'static str]>) -> Result<Members<'r, 't>, Stop> {
        let text = self.raw.get();
        let source = self.context.source;
        let Pairs(pairs) = serde_json::from_str(text).map_err(|error| self.not_json(&error))?;
        let mut members: Vec<(String, Member<'t>)> = Vec::new();
        let mut end = source.offset_of(text) + 1;
        for (key, raw) in pairs {
            let gap = source.text()[end..].find('"').unwrap_or_default();
            let known = fields.is_none_or(|fields| fields.contains(&key.as_str()));
            let twice = members.iter().any(|(other, _)| *other == key);
            if twice || !known {
                let message = match fields {
                    _ if twice => format!("duplicate field `{key}`"),
                    _ if self.overrides.is_some() && is_in_responses(&key) => {
                        format!("field `{key}` is set by the service: remove it")
                    }
                    fields => unknown(&key, fields.unwrap_or_default()),
                };
                self.context.errors.borrow_mut().push(InputError {
                    location: Some(source.location(end + gap)),
                    message,
                });
            } else {
                members.push((key, Member::Written(raw)));
            }
            end = source.offset_of(raw.get()) + raw.get().len();
        }
        if let Some(overrides) = self.overrides {
            members.retain(|(key, _)| !overrides.contains_key(key));
            let values = overrides.iter();
            members.extend(values.map(|(key, value)| (key.clone(), Member::Override(value))));
        }
        Ok(Members {
            context: self.context,
            rest: members.into_iter(),
            next: None,
        })
    }

    fn not_json(&self, error: &serde_json::Error) -> Stop {
        self.stop(message_of(error))
    }

    fn stop(&self, message: String) -> Stop {
        Stop {
            message,
            field: None,
            offset: Some(self.context.source.offset_of(self.raw.get())),
        }
    }
}

/// Returns the message of serde_json without its location, which is relative to a part of the text.
pub(super) fn message_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    message.to_owned()
}

fn unknown(key: &str, fields: &[&str]) -> String {
    match closest(key, fields) {
        Some(suggestion) => format!("unknown field `{key}`: did you mean `{suggestion}`?"),
        None => format!(
            "unknown field `{key}`: expected one of `{}`",
            fields.join("`, `")
        ),
    }
}

/// Whether responses have a property of this name: the input may be a response.
fn is_in_responses(key: &str) -> bool {
    let response = Value::Object(Map::from_iter([(key.to_owned(), Value::Null)]));
    serde_json::from_value(response).is_ok_and(|task: PrototypeTask| task.extra.is_empty())
}

impl<'t> Deserializer<'t> for Reader<'_, 't> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Stop> {
        let text = self.raw.get();
        if self.starts_with('{') {
            return visitor
                .visit_map(self.members(None)?)
                .map_err(|stop| stop.at(self));
        }
        if self.starts_with('[') {
            let elements: Vec<&RawValue> =
                serde_json::from_str(text).map_err(|error| self.not_json(&error))?;
            let elements = Elements {
                context: self.context,
                rest: elements.into_iter(),
            };
            return visitor.visit_seq(elements).map_err(|stop| stop.at(self));
        }
        let expected = (&visitor as &dyn Expected).to_string();
        serde_json::Deserializer::from_str(text)
            .deserialize_any(visitor)
            .map_err(|_| {
                self.stop(mismatch(
                    &format!("`{}`", oas::shortened(text, MAX_SHOWN)),
                    &expected,
                ))
            })
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.raw.get() {
            "null" => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if !self.starts_with('{') {
            let text = mismatch(
                &format!("`{}`", oas::shortened(self.raw.get(), MAX_SHOWN)),
                "a JSON object",
            );
            return Err(self.stop(text));
        }
        visitor
            .visit_map(self.members(Some(fields))?)
            .map_err(|stop| stop.at(self))
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

enum Member<'t> {
    Written(&'t RawValue),
    Override(&'t Value),
}

struct Members<'r, 't> {
    context: &'r Context<'t>,
    rest: vec::IntoIter<(String, Member<'t>)>,
    next: Option<(String, Member<'t>)>,
}

impl<'t> MapAccess<'t> for Members<'_, 't> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        self.next = self.rest.next();
        let key = self.next.as_ref().map(|(key, _)| key.as_str());
        key.map(|key| seed.deserialize(key.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        let (key, value) = self.next.take().ok_or_else(|| Stop::custom("no value"))?;
        let read = match value {
            Member::Override(value) => seed.deserialize(value).map_err(Stop::custom),
            Member::Written(raw) => seed.deserialize(Reader {
                context: self.context,
                raw,
                overrides: None,
            }),
        };
        read.map_err(|stop| Stop {
            field: stop.field.or(Some(key)),
            ..stop
        })
    }
}

struct Elements<'r, 't> {
    context: &'r Context<'t>,
    rest: vec::IntoIter<&'t RawValue>,
}

impl<'t> SeqAccess<'t> for Elements<'_, 't> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'t>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Stop> {
        let context = self.context;
        let next = self.rest.next();
        next.map(|raw| {
            seed.deserialize(Reader {
                context,
                raw,
                overrides: None,
            })
        })
        .transpose()
    }
}

/// The members of an object in their order, including equal ones.
struct Pairs<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Pairs<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'t> Visitor<'t> for All {
            type Value = Pairs<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Pairs<'t>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(All)
    }
}

/// Error that ends the deserialization of an object.
#[derive(Debug)]
struct Stop {
    message: String,
    /// The innermost field that is invalid.
    field: Option<String>,
    offset: Option<usize>,
}

impl Stop {
    fn at(self, reader: Reader<'_, '_>) -> Self {
        let here = || reader.context.source.offset_of(reader.raw.get());
        Self {
            offset: self.offset.or_else(|| Some(here())),
            ..self
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Stop {}

impl Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            field: None,
            offset: None,
        }
    }

    fn missing_field(field: &'static str) -> Self {
        Self::custom(format!("missing field `{field}`"))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Map => "an object".to_owned(),
            Unexpected::Seq => "an array".to_owned(),
            other => other.to_string(),
        };
        Self::custom(mismatch(&found, &expected.to_string()))
    }
}

fn mismatch(found: &str, expected: &str) -> String {
    let expected = match expected {
        "a sequence" => "an array",
        date if date.contains("RFC 3339") => {
            "a date and time with an offset, such as 2026-03-01T17:00:00Z"
        }
        other => other,
    };
    format!("expected {expected}, found {found}")
}
