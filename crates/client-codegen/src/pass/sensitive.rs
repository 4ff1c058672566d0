//! Sensitive properties (`x-sensitive: true`): `Debug` does not show their values.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;
use syn::{
    Attribute, Fields, Item, ItemEnum, ItemMod, ItemStruct, Path, Token, ext::IdentExt,
    parse_quote, punctuated::Punctuated,
};

use super::{attributes, paths, walk::Declarations};
use crate::{
    document::{at, members, resolve},
    idents::type_name,
};

/// Properties that the document declares sensitive.
pub(crate) struct Sensitive {
    /// The fields, by their owner: a struct or a variant.
    fields: BTreeMap<String, BTreeSet<String>>,
    /// The types of whole components.
    types: BTreeSet<String>,
}

impl Sensitive {
    pub(crate) fn collect(document: &Value, declarations: &Declarations) -> Self {
        let mut fields: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((owner, name), pointers) in declarations {
            // One of several declarations is enough.
            if pointers
                .iter()
                .any(|pointer| is_sensitive(document, pointer))
            {
                let fields = fields.entry(owner.clone()).or_default();
                fields.insert(name.clone());
            }
        }
        let components = members(document, "#/components/schemas").into_iter();
        let types = components
            .filter(|(_, pointer, _)| is_sensitive(document, pointer))
            .map(|(name, ..)| type_name(name).to_string());
        Self {
            fields,
            types: types.collect(),
        }
    }

    /// Replaces the `Debug` of types and their builders that have sensitive fields, and adds the
    /// constant that names them.
    pub(crate) fn redact(&self, types: &mut ItemMod) {
        let Some((_, items)) = &mut types.content else {
            return;
        };
        let mut added = Vec::new();
        for item in items.iter_mut() {
            match item {
                Item::Struct(item) => {
                    added.extend(self.redact_struct(item));
                    added.extend(self.constant(item));
                }
                Item::Enum(item) => added.extend(self.redact_enum(item)),
                Item::Mod(builder) if builder.ident == "builder" => {
                    let Some((_, items)) = &mut builder.content else {
                        continue;
                    };
                    let mut added = Vec::new();
                    for item in items.iter_mut() {
                        if let Item::Struct(item) = item {
                            added.extend(self.redact_struct(item));
                        }
                    }
                    items.extend(added);
                }
                _ => {}
            }
        }
        items.extend(added);
    }

    fn contains(&self, owner: &str, name: &Ident) -> bool {
        let fields = self.fields.get(owner);
        fields.is_some_and(|fields| fields.contains(&name.to_string()))
    }

    fn redact_struct(&self, item: &mut ItemStruct) -> Option<Item> {
        let owner = item.ident.to_string();
        if let Fields::Unnamed(_) = item.fields {
            let is_sensitive = self.types.contains(&owner);
            return is_sensitive.then(|| {
                let debug = quote!(f.debug_tuple(#owner).field(&"[redacted]").finish());
                replace_debug(&item.ident, &mut item.attrs, &debug)
            });
        }
        self.fields.get(&owner)?;
        let shown = item.fields.iter().filter_map(|field| {
            let name = field.ident.as_ref()?;
            let text = name.unraw().to_string();
            // Whether there is a value is not confidential.
            let has_map = paths::option_argument(&field.ty)
                .or_else(|| paths::result_argument(&field.ty))
                .is_some();
            Some(if !self.contains(&owner, name) {
                quote!(.field(#text, &self.#name))
            } else if has_map {
                quote!(.field(#text, &self.#name.as_ref().map(|_| "[redacted]")))
            } else {
                quote!(.field(#text, &"[redacted]"))
            })
        });
        let debug = quote!(f.debug_struct(#owner)#(#shown)*.finish());
        Some(replace_debug(&item.ident, &mut item.attrs, &debug))
    }

    /// An enum with a sensitive field shows the names of its variants.
    fn redact_enum(&self, item: &mut ItemEnum) -> Option<Item> {
        let is_sensitive = item.variants.iter().any(|variant| {
            let owner = format!("{}::{}", item.ident, variant.ident);
            self.fields.contains_key(&owner)
        });
        if !is_sensitive {
            return None;
        }
        let arms = item.variants.iter().map(|variant| {
            let name = &variant.ident;
            let text = name.to_string();
            quote!(Self::#name { .. } => f.debug_struct(#text).finish_non_exhaustive(),)
        });
        let debug = quote!(match self { #(#arms)* });
        Some(replace_debug(&item.ident, &mut item.attrs, &debug))
    }

    fn constant(&self, item: &ItemStruct) -> Option<Item> {
        let name = &item.ident;
        let owner = name.to_string();
        self.fields.get(&owner)?;
        let properties = item.fields.iter().filter_map(|field| {
            let name = field.ident.as_ref()?;
            let property = attributes::serde_text(&field.attrs, "rename");
            self.contains(&owner, name)
                .then(|| property.unwrap_or_else(|| name.unraw().to_string()))
        });
        Some(parse_quote! {
            impl #name {
                /// Confidential properties (`x-sensitive`). `Debug` does not show their values.
                pub const SENSITIVE: &'static [&'static str] = &[#(#properties),*];
            }
        })
    }
}

/// Whether a schema, or one that it refers to, is sensitive.
fn is_sensitive(document: &Value, pointer: &str) -> bool {
    let marked = |pointer: &str| {
        let schema = at(document, pointer);
        schema.and_then(|schema| schema.get("x-sensitive")) == Some(&Value::Bool(true))
    };
    if marked(pointer) || marked(&resolve(document, pointer)) {
        return true;
    }
    // A reference with anything beside it is a single `allOf`.
    let parts = at(document, pointer).and_then(|schema| schema.get("allOf")?.as_array());
    let count = parts.map_or(0, Vec::len);
    (0..count).any(|index| {
        let part = format!("{pointer}/allOf/{index}");
        marked(&part) || marked(&resolve(document, &part))
    })
}

fn replace_debug(name: &Ident, attributes: &mut [Attribute], body: &TokenStream) -> Item {
    for attribute in attributes {
        if !attribute.path().is_ident("derive") {
            continue;
        }
        let parsed = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        let Ok(paths) = parsed else { continue };
        let kept = paths.iter().filter(|path| !path.is_ident("Debug"));
        *attribute = parse_quote!(#[derive(#(#kept),*)]);
    }
    parse_quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                #body
            }
        }
    }
}
