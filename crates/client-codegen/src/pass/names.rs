use std::collections::BTreeSet;

use serde_json::Value;
use syn::{File, Item};

use crate::{document::members, idents::type_name, open_enum::OpenEnum};

/// The components whose type was generated twice: for themselves, and for an inline schema that got
/// the same name.
pub(crate) fn clashes(file: &File, document: &Value, enums: &[OpenEnum]) -> Vec<String> {
    let types = file.items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
        _ => None,
    });
    let mut seen: BTreeSet<_> = enums.iter().map(|open| open.name.to_string()).collect();
    let mut twice = BTreeSet::new();
    for item in types.into_iter().flat_map(|(_, items)| items) {
        let ident = match item {
            Item::Struct(item) => item.ident.to_string(),
            Item::Enum(item) => item.ident.to_string(),
            Item::Type(item) => item.ident.to_string(),
            _ => continue,
        };
        if !seen.insert(ident.clone()) {
            twice.insert(ident);
        }
    }
    let components = members(document, "#/components/schemas");
    components
        .into_iter()
        .map(|(name, ..)| name.to_owned())
        .filter(|name| twice.contains(&type_name(name).to_string()))
        .collect()
}
