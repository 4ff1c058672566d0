//! The enum of several documented successes.

use proc_macro2::Ident;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{Item, Type, parse_quote};

use crate::{
    document::reference,
    idents::type_name,
    lower::{BodyKind, Success},
    schema,
};

/// The enum with a variant for each success, and its `Debug` if that cannot be derived.
pub(super) fn success_enum(name: &Ident, successes: &[Success]) -> Vec<Item> {
    let variants: Vec<Ident> = successes
        .iter()
        .map(|success| format_ident!("Status{}", success.status))
        .collect();
    let payloads = successes.iter().map(|success| match &success.kind {
        BodyKind::Json(schema) => {
            let name = component_ident(schema);
            Some(quote!((#name)))
        }
        BodyKind::Raw => Some(quote!((::progenitor_client::ByteStream))),
        BodyKind::Empty => None,
    });
    let docs = successes
        .iter()
        .map(|success| format!("The response of a {}.", success.status));
    let has_raw = successes
        .iter()
        .any(|success| success.kind == BodyKind::Raw);
    let derives = (!has_raw).then(|| {
        quote! {
            #[derive(::serde::Deserialize, Clone, Debug, PartialEq)]
            #[serde(untagged)]
        }
    });
    let item = parse_quote! {
        /// A documented success, by its status.
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#[doc = #docs] #variants #payloads,)*
        }
    };
    if !has_raw {
        return vec![item];
    }
    let labels = variants.iter().map(ToString::to_string);
    let patterns = successes
        .iter()
        .zip(&variants)
        .map(|(success, variant)| match success.kind {
            BodyKind::Empty => quote!(Self::#variant),
            _ => quote!(Self::#variant(_)),
        });
    // A stream of bytes has no `Debug`.
    let debug = parse_quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(match self { #(#patterns => #labels,)* })
            }
        }
    };
    vec![item, debug]
}

fn component_ident(schema: &Value) -> Ident {
    let name = reference(schema).and_then(schema::component_name);
    type_name(&name.unwrap_or_default())
}

/// The type of the component that a schema refers to.
pub(super) fn component(schema: &Value) -> Type {
    let ident = component_ident(schema);
    parse_quote!(types::#ident)
}
