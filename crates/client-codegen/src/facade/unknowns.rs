use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Fields, File, Item, ItemEnum, ItemStruct, Lit, Meta, Path, Type};

use crate::pass::{
    attributes,
    modules::{self, Types},
    paths,
};

/// The implementations that visit every type of the outputs, to report undocumented properties and
/// values.
pub(crate) fn visitor<'o>(
    file: &File,
    outputs: impl Iterator<Item = &'o Type>,
    module: &Path,
) -> TokenStream {
    let types = Types::new(modules::content(&file.items, "types"));
    let mut seen = BTreeSet::new();
    let mut open: Vec<String> = outputs.filter_map(|ty| visited(ty, module)).collect();
    while let Some(name) = open.pop() {
        if let Some(item) = types.get(&name)
            && seen.insert(name)
        {
            open.extend(fields(item).filter_map(|ty| visited(ty, module)));
        }
    }
    let implementations = seen.iter().map(|name| match types.get(name) {
        Some(Item::Struct(item)) => structure(item, module),
        Some(Item::Enum(item)) => enumeration(item, module),
        _ => TokenStream::new(),
    });
    quote! {
        #[allow(unused_imports, reason = "not every document has types")]
        use super::{Nullable, types};
        use ::client_runtime::{Unknowns, Visit};
        impl<T: Visit> Visit for Nullable<T> {
            fn visit(&self, unknowns: &mut Unknowns) {
                if let Self::Value(value) = self {
                    value.visit(unknowns);
                }
            }
        }
        #(#implementations)*
    }
}

/// Whether a type contains a generated one.
pub(crate) fn is_visited(ty: &Type, module: &Path) -> bool {
    visited(ty, module).is_some()
}

/// The name of the generated type in a type, through options, lists and maps.
fn visited(ty: &Type, module: &Path) -> Option<String> {
    let inner = paths::option_argument(ty)
        .or_else(|| paths::box_argument(ty))
        .or_else(|| paths::item(ty))
        .or_else(|| paths::map_value(ty))
        .or_else(|| paths::nullable_argument(ty, module));
    match inner {
        Some(_) if is_object(ty) => None,
        Some(inner) => visited(inner, module),
        None => generated(ty, module),
    }
}

/// A map of JSON values has nothing to visit.
fn is_object(ty: &Type) -> bool {
    ty.to_token_stream()
        .to_string()
        .starts_with(":: serde_json")
}

/// The name of a type in the module `types`, also by its absolute path. Numbers and `bool` are
/// named like one, but in lower case.
fn generated(ty: &Type, module: &Path) -> Option<String> {
    let name = paths::local(ty).or_else(|| paths::absolute(ty, module))?;
    let name = name.to_string();
    (!name.starts_with(char::is_lowercase)).then_some(name)
}

fn fields(item: &Item) -> Box<dyn Iterator<Item = &Type> + '_> {
    match item {
        Item::Struct(item) => Box::new(item.fields.iter().map(|field| &field.ty)),
        Item::Enum(item) => {
            let variants = item.variants.iter();
            Box::new(
                variants
                    .flat_map(|variant| &variant.fields)
                    .map(|field| &field.ty),
            )
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn structure(item: &ItemStruct, module: &Path) -> TokenStream {
    let name = &item.ident;
    let visits = item.fields.iter().enumerate().filter_map(|(index, field)| {
        let arguments = attributes::serde(&field.attrs);
        let is_flat = arguments.iter().any(|meta| meta.path().is_ident("flatten"));
        match &field.ident {
            Some(ident) if is_flat && paths::map_value(&field.ty).is_some() => {
                Some(quote!(unknowns.fields(self.#ident.keys());))
            }
            Some(ident) if is_flat => {
                is_visited(&field.ty, module).then(|| quote!(self.#ident.visit(unknowns);))
            }
            Some(ident) => {
                let property = renamed(&arguments)
                    .unwrap_or_else(|| ident.to_string().trim_start_matches("r#").to_owned());
                is_visited(&field.ty, module)
                    .then(|| quote!(unknowns.property(#property, &self.#ident);))
            }
            None => {
                let index = syn::Index::from(index);
                is_visited(&field.ty, module).then(|| quote!(self.#index.visit(unknowns);))
            }
        }
    });
    let visits: Vec<_> = visits.collect();
    implementation(quote!(#name), &quote!(#(#visits)*), visits.is_empty())
}

fn enumeration(item: &ItemEnum, module: &Path) -> TokenStream {
    let name = &item.ident;
    let is_open = item.variants.iter().any(|variant| variant.ident == "Other")
        && item.attrs.iter().all(|attribute| {
            !attribute
                .to_token_stream()
                .to_string()
                .contains("Deserialize")
        });
    let arms = item.variants.iter().filter_map(|variant| {
        let variant_name = &variant.ident;
        match &variant.fields {
            Fields::Unnamed(_) if is_open && variant_name == "Other" => {
                Some(quote!(Self::#variant_name(_) => unknowns.value()))
            }
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let ty = &fields.unnamed.first()?.ty;
                is_visited(ty, module)
                    .then(|| quote!(Self::#variant_name(value) => value.visit(unknowns)))
            }
            _ => None,
        }
    });
    let arms: Vec<_> = arms.collect();
    let body = quote! {
        #[allow(unreachable_patterns, reason = "the arms may cover all variants")]
        match self {
            #(#arms,)*
            _ => {}
        }
    };
    implementation(quote!(#name), &body, arms.is_empty())
}

fn implementation(name: TokenStream, body: &TokenStream, is_empty: bool) -> TokenStream {
    if is_empty {
        return quote! {
            impl Visit for types::#name {
                fn visit(&self, _: &mut Unknowns) {}
            }
        };
    }
    quote! {
        impl Visit for types::#name {
            fn visit(&self, unknowns: &mut Unknowns) {
                #body
            }
        }
    }
}

/// The name of a property on the wire.
fn renamed(arguments: &[Meta]) -> Option<String> {
    arguments.iter().find_map(|argument| {
        let Meta::NameValue(pair) = argument else {
            return None;
        };
        let syn::Expr::Lit(syn::ExprLit {
            lit: Lit::Str(name),
            ..
        }) = &pair.value
        else {
            return None;
        };
        pair.path.is_ident("rename").then(|| name.value())
    })
}
