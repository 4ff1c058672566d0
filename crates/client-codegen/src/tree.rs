//! JSON values of YAML: numbers of any size, merge keys, no duplicate keys.

use std::{collections::BTreeSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor},
};
use serde_json::{Map, Number, Value};

/// A value as JSON. An integer beyond 64 bits becomes the nearest number, as it does in a JSON
/// parser.
pub(crate) struct Tree(pub(crate) Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom(format!("{value} is not a number in JSON")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Tree(value)) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut seen = BTreeSet::new();
        let mut merged = Vec::new();
        while let Some(Tree(key)) = entries.next_key()? {
            let key = key_text(key).map_err(de::Error::custom)?;
            if !seen.insert(key.clone()) {
                return Err(de::Error::custom(format!(
                    "duplicate entry with key {key:?}"
                )));
            }
            let Tree(value) = entries.next_value()?;
            if key == "<<" {
                merged.push(value);
            } else {
                map.insert(key, value);
            }
        }
        for value in merged {
            merge(&mut map, value).map_err(de::Error::custom)?;
        }
        Ok(Value::Object(map))
    }

    /// A value with a tag.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_, content) = tagged.variant::<String>()?;
        content.newtype_variant::<Tree>().map(|Tree(value)| value)
    }
}

fn key_text(key: Value) -> Result<String, String> {
    match key {
        Value::String(text) => Ok(text),
        Value::Number(_) | Value::Bool(_) => Ok(key.to_string()),
        _ => Err(format!("the key {key} is not a scalar")),
    }
}

/// Adds the members of the merged maps that the map does not have itself.
fn merge(map: &mut Map<String, Value>, merged: Value) -> Result<(), String> {
    match merged {
        Value::Object(members) => {
            for (key, value) in members {
                map.entry(key).or_insert(value);
            }
            Ok(())
        }
        Value::Array(maps) => maps.into_iter().try_for_each(|merged| merge(map, merged)),
        other => Err(format!("a merge key requires a mapping, found {other}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Tree;

    fn read(text: &str) -> Result<Value, String> {
        let tree: Result<Tree, _> = serde_yaml::from_str(text);
        tree.map(|Tree(value)| value)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn reads_numbers_beyond_64_bits() {
        let read = read("[18446744073709551615, 18446744073709551616, -9223372036854775809]");
        let expected = json!([
            18446744073709551615u64,
            18446744073709551616.0,
            -9223372036854775809.0
        ]);
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn merges_maps_that_are_not_overridden() {
        let text = "a: &a {x: 1, y: 1}\nb: {<<: *a, y: 2}\nc: {<<: [{x: 3}, *a]}";
        let read = read(text).expect("it is YAML");
        assert_eq!(read["b"], json!({"x": 1, "y": 2}));
        assert_eq!(read["c"], json!({"x": 3, "y": 1}));
    }

    #[test]
    fn rejects_duplicate_keys_and_keys_that_are_not_scalars() {
        assert!(
            read("{a: 1, a: 2}")
                .is_err_and(|error| error.contains("duplicate entry with key \"a\""))
        );
        assert!(read("{[a]: 1}").is_err_and(|error| error.contains("is not a scalar")));
        assert_eq!(
            read("{200: a, true: b}"),
            Ok(json!({"200": "a", "true": "b"}))
        );
    }
}
