//! Rewrites the generated source: `Nullable`, open enums, setters, deprecations, documentation.

mod attributes;
mod builders;
mod deprecated;
mod documentation;
mod fields;
mod names;
mod nullable;
mod operations;
mod paths;
mod requests;
mod sensitive;
mod types;
mod walk;

pub(crate) use self::names::clashes;

use serde_json::Value;
use syn::{File, Item, ItemMod};

use self::sensitive::Sensitive;
use crate::{Error, Note, Settings, lower::Plan, open_enum::OpenEnum};

/// Rewrites the generated source in place. `document` is the one that it was generated from.
pub(crate) fn rewrite(
    file: &mut File,
    document: &Value,
    plan: &Plan,
    enums: &[OpenEnum],
    settings: &Settings,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let module = settings.module()?;
    let declarations = walk::declarations(file, document);
    let nullable = nullable::fields(document, &declarations, notes);
    let sensitive = Sensitive::collect(document, &declarations);
    let types = child(&mut file.items, "types").ok_or_else(|| Error::missing("#", "mod types"))?;
    let structs = types::rewrite(types, &module, settings, &nullable);
    types::add_enums(types, enums, settings)?;
    let builder = types
        .content
        .as_mut()
        .and_then(|(_, items)| child(items, "builder"));
    if let Some(builder) = builder {
        builders::rewrite(builder, &structs, &module);
    }
    sensitive.redact(types);
    deprecated::rewrite(file, document, &declarations);
    requests::rewrite(file, document, plan)?;
    operations::rewrite(file, document)?;
    documentation::complete(file);
    file.items.extend(nullable::items(settings)?);
    Ok(())
}

/// The module of this name among `items`.
fn child<'i>(items: &'i mut [Item], name: &str) -> Option<&'i mut ItemMod> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => Some(module),
        _ => None,
    })
}
