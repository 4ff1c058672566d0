use serde_json::Value;
use syn::{File, ImplItem, Item, parse_quote};

use super::attributes::{docs, set_docs};
use crate::{document::operations, error::Error, idents::method_name, lifecycle::deprecation_note};

/// The start of the example that the generator appends to the documentation of an operation.
const EXAMPLE: &str = "```ignore";

/// Marks the methods of deprecated operations, with the dates, and leaves one constructor.
pub(crate) fn rewrite(file: &mut File, document: &Value) -> Result<(), Error> {
    drop_constructor(file);
    for operation in operations(document) {
        let name = method_name(operation.id());
        let methods = file.items.iter_mut().filter_map(|item| match item {
            Item::Impl(item) if item.trait_.is_none() => Some(&mut item.items),
            _ => None,
        });
        let methods = methods.flatten().filter_map(|item| match item {
            ImplItem::Fn(method) if method.sig.ident == name => Some(method),
            _ => None,
        });
        let Ok([method]) = <[_; 1]>::try_from(methods.collect::<Vec<_>>()) else {
            return Err(Error::missing(
                &operation.pointer,
                format!("one method `{name}`"),
            ));
        };
        // The example is incomplete: it would fail as a doctest, and count as skipped if ignored.
        // It is the last block, after the description of the author.
        let mut docs = docs(&method.attrs);
        if let Some(start) = docs.rfind(EXAMPLE) {
            docs.replace_range(start..start + EXAMPLE.len(), "\n```text");
            set_docs(&mut method.attrs, &docs);
        }
        if let Some(note) = deprecation_note(document, &operation) {
            method.attrs.push(parse_quote!(#[deprecated(note = #note)]));
        }
    }
    Ok(())
}

/// `Client::new` panics where there are no root certificates, and sets its own timeouts.
/// `Client::new_with_client` remains.
fn drop_constructor(file: &mut File) {
    for item in &mut file.items {
        let Item::Impl(item) = item else { continue };
        if item.trait_.is_none() {
            item.items.retain(
                |item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "new"),
            );
        }
    }
}
