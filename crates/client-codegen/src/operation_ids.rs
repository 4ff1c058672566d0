//! Operation ids that cannot be methods of the generated client beside the others.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    document::{child, operations},
    error::Error,
    idents::{method_name, operation_type_name},
    note::Note,
    settings::Settings,
};

/// Methods that the client has, is given by the including crate, or calls on itself.
const METHODS: [&str; 10] = [
    "api_version",
    "blocking",
    "builder",
    "clone",
    "exec",
    "new",
    "new_with_client",
    "post",
    "pre",
    "wire",
];

/// Methods and types of the facade, by the names of operations.
const FACADE: [&str; 4] = ["core", "generated", "nullable", "start"];

/// Types that the generated module of builders uses by these names.
const TYPES: [&str; 11] = [
    "ByteStream",
    "ClientHooks",
    "ClientInfo",
    "Error",
    "From",
    "OperationInfo",
    "Option",
    "RequestBuilderExt",
    "ResponseValue",
    "Result",
    "String",
];

/// Rejects a document with two operations of one name, or one with the name of another item.
pub(crate) fn check(document: &Value, settings: &Settings) -> Result<(), Error> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut errors = Vec::new();
    for operation in operations(document) {
        let id = operation.id();
        let pointer = child(&operation.pointer, "operationId");
        if id.is_empty() {
            continue;
        }
        let (method, ty) = (
            method_name(id).to_string(),
            operation_type_name(id).to_string(),
        );
        let is_reserved = METHODS.contains(&method.as_str())
            || settings.reserved_names().contains(&method)
            || settings.has_facade() && FACADE.contains(&method.as_str());
        if is_reserved {
            let reason =
                format!("operation id `{id}` becomes the method `{method}`, which is reserved");
            errors.push(Note::left_out(pointer, reason));
        } else if TYPES.contains(&ty.as_str()) {
            let reason = format!("operation id `{id}` becomes the type `{ty}`, which is reserved");
            errors.push(Note::left_out(pointer, reason));
        } else if let Some(first) = seen.get(&ty) {
            let reason =
                format!("operation id `{id}` becomes the type `{ty}`, as does that of `{first}`");
            errors.push(Note::left_out(pointer, reason));
        } else {
            seen.insert(ty, operation.pointer);
        }
    }
    match errors.is_empty() {
        true => Ok(()),
        false => Err(Error::parts(errors)),
    }
}
