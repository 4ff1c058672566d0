use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;
use syn::{
    Attribute, File, Ident, Item, ItemMod, ItemStruct, Path, Token, parse_quote,
    punctuated::Punctuated,
};

use super::fields::{self, FieldKind, Rewritten, Structs};
use crate::{error::Error, open_enum::OpenEnum, settings::Settings};

/// Rewrites the fields and attributes of all types. `nullable` has the fields of three states by
/// their owner.
pub(crate) fn rewrite(
    types: &mut ItemMod,
    module: &Path,
    settings: &Settings,
    nullable: &BTreeMap<String, BTreeSet<String>>,
) -> Structs {
    let none = BTreeSet::new();
    let mut structs = Structs::new();
    for item in types.content.iter_mut().flat_map(|(_, items)| items) {
        match item {
            Item::Struct(item) => {
                attributes(&mut item.attrs, settings);
                let owner = item.ident.to_string();
                let nullable = nullable.get(&owner).unwrap_or(&none);
                let fields: Vec<_> = item
                    .fields
                    .iter_mut()
                    .filter_map(|field| fields::rewrite(field, module, nullable))
                    .collect();
                derive_default(item, &fields);
                if !fields.is_empty() {
                    // An additional property is not a breaking change, since structs are built by
                    // builders.
                    item.attrs.push(parse_quote!(#[non_exhaustive]));
                }
                structs.insert(owner, fields);
            }
            Item::Enum(item) => {
                for variant in &mut item.variants {
                    let owner = format!("{}::{}", item.ident, variant.ident);
                    let nullable = nullable.get(&owner).unwrap_or(&none);
                    for field in &mut variant.fields {
                        fields::rewrite(field, module, nullable);
                    }
                }
                attributes(&mut item.attrs, settings);
                item.attrs.push(parse_quote!(#[non_exhaustive]));
            }
            _ => {}
        }
    }
    structs
}

fn attributes(attributes: &mut Vec<Attribute>, settings: &Settings) {
    // The generator does not derive it for objects.
    derive(attributes, "PartialEq");
    if let Some(feature) = settings.schemars() {
        attributes
            .push(parse_quote!(#[cfg_attr(feature = #feature, derive(::schemars::JsonSchema))]));
    }
}

/// Adds a trait to the first `derive`, unless it is derived already.
fn derive(attributes: &mut [Attribute], name: &str) {
    let Some(attribute) = attributes
        .iter_mut()
        .find(|attribute| attribute.path().is_ident("derive"))
    else {
        return;
    };
    let Ok(mut paths) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
    else {
        return;
    };
    if paths.iter().all(|path| !path.is_ident(name)) {
        paths.push(Ident::new(name, Span::call_site()).into());
        *attribute = parse_quote!(#[derive(#paths)]);
    }
}

/// Because of the map of unknown properties the generator does not derive `Default`.
fn derive_default(item: &mut ItemStruct, fields: &[Rewritten]) {
    let has_extra = fields.iter().any(|field| field.kind == FieldKind::Extra);
    if has_extra && fields.iter().all(|field| field.kind != FieldKind::Required) {
        derive(&mut item.attrs, "Default");
    }
}

/// Adds the open enums, which the generator expects instead of their components.
pub(crate) fn add_enums(
    types: &mut ItemMod,
    enums: &[OpenEnum],
    settings: &Settings,
) -> Result<(), Error> {
    let Some((_, items)) = &mut types.content else {
        return Ok(());
    };
    for open in enums {
        let file: File = syn::parse2(open.tokens(settings))
            .map_err(|e| Error::missing(&open.pointer, e.to_string()))?;
        items.extend(file.items);
    }
    Ok(())
}
