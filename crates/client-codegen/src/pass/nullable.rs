//! The three-state type: which fields have it, and its definition.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use syn::{File, Item, parse_quote};

use super::walk::Declarations;
use crate::{
    document::{at, members},
    error::Error,
    note::Note,
    schema,
    settings::Settings,
};

/// Included in every generated source as it is.
const RUNTIME: &str = include_str!("../runtime/nullable.rs");

/// The fields that a request can leave out or set to `null`, by their owner. Every declaration of a
/// field must agree: a property that is declared twice, or whose type could not be found, keeps the
/// generator's `Option` and is noted.
pub(crate) fn fields(
    document: &Value,
    declarations: &Declarations,
    notes: &mut Vec<Note>,
) -> BTreeMap<String, BTreeSet<String>> {
    let sent = in_requests(document);
    let is_nullable = |pointer: &String| at(document, pointer).is_some_and(is_nullable);
    let mut fields: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut reached = BTreeSet::new();
    for ((owner, name), pointers) in declarations {
        if pointers.iter().all(|pointer| !sent.contains(pointer)) {
            continue;
        }
        if pointers.iter().all(is_nullable) {
            reached.extend(pointers.iter().cloned());
            fields
                .entry(owner.clone())
                .or_default()
                .insert(name.clone());
        }
    }
    for pointer in sent.iter().filter(|pointer| !reached.contains(*pointer)) {
        notes.push(Note::lossy(
            pointer,
            "an explicit `null` is not distinguished from an absent property",
        ));
    }
    fields
}

/// Pointers of the optional nullable properties that a request can contain.
fn in_requests(document: &Value) -> BTreeSet<String> {
    let mut pointers = BTreeSet::new();
    for pointer in schema::in_requests(document) {
        let required = at(document, &pointer).and_then(|schema| schema.get("required")?.as_array());
        for (name, pointer, property) in members(document, &format!("{pointer}/properties")) {
            let is_required =
                required.is_some_and(|names| names.iter().any(|required| required == name));
            if is_nullable(property) && !is_required {
                pointers.insert(pointer);
            }
        }
    }
    pointers
}

/// Whether a property accepts `null`: by `nullable`, or because it accepts any value.
fn is_nullable(property: &Value) -> bool {
    const ANNOTATIONS: [&str; 9] = [
        "default",
        "deprecated",
        "description",
        "example",
        "externalDocs",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    ];
    let mut keys = property.as_object().into_iter().flatten();
    property.get("nullable") == Some(&Value::Bool(true))
        || property.is_object()
            && keys.all(|(key, _)| ANNOTATIONS.contains(&key.as_str()) || key.starts_with("x-"))
}

/// The definition of the type and its traits.
pub(crate) fn items(settings: &Settings) -> Result<Vec<Item>, Error> {
    let runtime: File = syn::parse_str(RUNTIME).map_err(|e| Error::missing("#", e.to_string()))?;
    let mut items = runtime.items;
    items.extend(settings.schemars().map(json_schema));
    Ok(items)
}

/// A `Nullable` that is not absent is encoded as an `Option` is.
fn json_schema(feature: &str) -> Item {
    parse_quote! {
        #[cfg(feature = #feature)]
        impl<T: ::schemars::JsonSchema> ::schemars::JsonSchema for Nullable<T> {
            fn inline_schema() -> bool {
                <::std::option::Option<T>>::inline_schema()
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                <::std::option::Option<T>>::schema_name()
            }
            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                <::std::option::Option<T>>::schema_id()
            }
            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                <::std::option::Option<T>>::json_schema(generator)
            }
        }
    }
}
