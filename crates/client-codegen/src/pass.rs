//! Rewrites the generated source: `Nullable`, open enums, setters, deprecations, documentation.

pub(crate) mod attributes;
mod builders;
mod deprecated;
mod documentation;
mod fields;
pub(crate) mod modules;
mod names;
mod nullable;
mod operations;
pub(crate) mod paths;
mod requests;
mod sensitive;
mod types;
mod walk;

pub(crate) use self::names::clashes;

use serde_json::Value;
use syn::File;

use self::sensitive::Sensitive;
use crate::{error::Error, lower::Plan, note::Note, open_enum::OpenEnum, settings::Settings};

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
    let walked = walk::follow(file, document, plan.marks);
    let declarations = walked.declarations;
    for pointer in walked.uninhabited {
        let message =
            "no value satisfies the schema, so that a response that contains one cannot be read";
        notes.push(Note::lossy(pointer, message));
    }
    for pointer in walked.dropped {
        let message = "not generated, since its declarations contradict each other";
        notes.push(Note::lossy(pointer, message));
    }
    let nullable = nullable::fields(document, &declarations, notes);
    let sensitive = Sensitive::collect(document, &declarations);
    let types =
        modules::child(&mut file.items, "types").ok_or_else(|| Error::missing("#", "mod types"))?;
    let structs = types::rewrite(types, &module, settings, &nullable);
    types::add_enums(types, enums, settings)?;
    let builder = types
        .content
        .as_mut()
        .and_then(|(_, items)| modules::child(items, "builder"));
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
