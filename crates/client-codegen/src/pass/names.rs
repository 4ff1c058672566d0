use std::collections::BTreeMap;

use serde_json::Value;
use syn::{Item, ItemMod};

use crate::{Error, document::members, idents::type_name};

/// Refuses a document in which two components make one Rust name. The generator does not: it keeps both, or lets one
/// win, and an open enum that is not really in the place of a component shows here too.
pub(crate) fn check(types: &ItemMod, document: &Value) -> Result<(), Error> {
    let mut components = BTreeMap::new();
    for (name, pointer, _) in members(document, "#/components/schemas") {
        let ident = type_name(name).to_string();
        if let Some(first) = components.insert(ident.clone(), pointer.clone()) {
            return Err(taken(pointer, &ident, &first));
        }
    }
    let mut seen = BTreeMap::new();
    for item in types.content.iter().flat_map(|(_, items)| items) {
        let ident = match item {
            Item::Struct(item) => item.ident.to_string(),
            Item::Enum(item) => item.ident.to_string(),
            Item::Type(item) => item.ident.to_string(),
            _ => continue,
        };
        if seen.insert(ident.clone(), ()).is_some() {
            let pointer = components
                .get(&ident)
                .cloned()
                .unwrap_or_else(|| "#/components/schemas".to_owned());
            return Err(taken(pointer, &ident, "another schema"));
        }
    }
    Ok(())
}

fn taken(pointer: String, ident: &str, by: &str) -> Error {
    Error::Part {
        pointer,
        reason: format!("its Rust name, `{ident}`, is that of {by}"),
    }
}
