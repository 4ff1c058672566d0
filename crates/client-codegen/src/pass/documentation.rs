use syn::{File, Ident, ImplItem, Item, Visibility, parse_quote};

use super::attributes::docs;

/// Documents the public items that the generator does not document.
pub(crate) fn complete(file: &mut File) {
    items(&mut file.items);
}

fn items(list: &mut [Item]) {
    for item in list {
        match item {
            Item::Mod(module) => module.content.iter_mut().for_each(|(_, list)| items(list)),
            Item::Struct(item) => {
                for field in &mut item.fields {
                    let Some(name) = field.ident.clone() else {
                        continue;
                    };
                    document(&mut field.attrs, &field.vis, || match name == "extra" {
                        true => "Properties that the document does not name.".to_owned(),
                        false => format!("The property `{name}`."),
                    });
                }
            }
            Item::Impl(item) if item.trait_.is_none() => {
                for item in &mut item.items {
                    let ImplItem::Fn(function) = item else {
                        continue;
                    };
                    let name = function.sig.ident.clone();
                    document(&mut function.attrs, &function.vis, || describe(&name));
                }
            }
            _ => {}
        }
    }
}

fn document(
    attributes: &mut Vec<syn::Attribute>,
    visibility: &Visibility,
    text: impl FnOnce() -> String,
) {
    if matches!(visibility, Visibility::Public(_)) && docs(attributes).is_empty() {
        let text = text();
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

fn describe(function: &Ident) -> String {
    match function.to_string().as_str() {
        "builder" => "A builder with nothing set.".to_owned(),
        "new" => "A call with nothing set.".to_owned(),
        "body" => "Sets the body: a value, or a builder of one.".to_owned(),
        "body_map" => "Changes the builder of the body.".to_owned(),
        name => format!("Sets `{name}`."),
    }
}
