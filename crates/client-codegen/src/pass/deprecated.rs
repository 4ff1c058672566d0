//! Marks the fields and setters of deprecated properties.

use serde_json::Value;
use syn::{Attribute, File, ImplItem, Item, Type, parse_quote};

use super::{
    modules,
    walk::{Declarations, Key},
};
use crate::document::at;

pub(crate) fn rewrite(file: &mut File, document: &Value, declarations: &Declarations) {
    let is_deprecated = |pointer: &String| {
        at(document, pointer).and_then(|schema| schema.get("deprecated"))
            == Some(&Value::Bool(true))
    };
    let deprecated: Vec<&Key> = declarations
        .iter()
        .filter(|(_, pointers)| pointers.iter().any(is_deprecated))
        .map(|(key, _)| key)
        .collect();
    let Some(types) = modules::child(&mut file.items, "types").filter(|_| !deprecated.is_empty())
    else {
        return;
    };
    // Derived implementations and builders use the fields.
    types.attrs.push(parse_quote! {
        #[allow(deprecated, reason = "derived implementations use deprecated fields")]
    });
    let is_marked = |owner: &str, name: &str| {
        deprecated
            .iter()
            .any(|(known, field)| known == owner && field == name)
    };
    let attribute: Attribute = parse_quote!(#[deprecated(note = "by the service")]);
    for item in types.content.iter_mut().flat_map(|(_, items)| items) {
        match item {
            Item::Struct(item) => {
                let owner = item.ident.to_string();
                for field in &mut item.fields {
                    let name = field.ident.as_ref().map(ToString::to_string);
                    if name.is_some_and(|name| is_marked(&owner, &name)) {
                        field.attrs.push(attribute.clone());
                    }
                }
            }
            Item::Mod(module) if module.ident == "builder" => {
                for item in module.content.iter_mut().flat_map(|(_, items)| items) {
                    let Item::Impl(item) = item else { continue };
                    let Type::Path(path) = &*item.self_ty else {
                        continue;
                    };
                    let Some(owner) = path.path.get_ident().filter(|_| item.trait_.is_none())
                    else {
                        continue;
                    };
                    let owner = owner.to_string();
                    for item in &mut item.items {
                        if let ImplItem::Fn(setter) = item
                            && is_marked(&owner, &setter.sig.ident.to_string())
                        {
                            setter.attrs.push(attribute.clone());
                        }
                    }
                }
            }
            _ => {}
        }
    }
}
