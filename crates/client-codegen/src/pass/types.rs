use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Span;
use syn::{
    Attribute, File, Ident, Item, ItemMod, ItemStruct, Path, Token, parse_quote,
    punctuated::Punctuated,
};

use super::{
    attributes::{docs, set_docs},
    builders, documentation,
    fields::{self, Mended},
    names, operations,
};
use crate::{
    Error, Settings,
    open_enum::OpenEnum,
    prepare::{Prepared, split_mark},
};

/// Spliced into every generated source as it stands: what is generated has to carry its own three-state type.
const NULLABLE: &str = include_str!("../runtime/nullable.rs");

/// Mends the generator's output in place.
pub(crate) fn mend(
    file: &mut File,
    prepared: &Prepared,
    enums: &[OpenEnum],
    settings: &Settings,
) -> Result<(), Error> {
    let module = settings.module()?;
    let mut found = BTreeSet::new();
    let types = child(&mut file.items, "types").ok_or_else(|| missing("#", "mod types"))?;
    let structs = mend_types(types, &module, settings, &mut found);
    if let Some(lost) = prepared
        .marked
        .iter()
        .find(|pointer| !found.contains(*pointer))
    {
        return Err(missing(lost, "a field for the nullable property"));
    }
    add_enums(types, enums, settings)?;
    names::check(types, &prepared.document)?;
    let builder = types
        .content
        .as_mut()
        .and_then(|(_, items)| child(items, "builder"));
    if let Some(builder) = builder {
        builders::mend(builder, &structs, &module);
    }
    operations::mend(file, &prepared.document)?;
    documentation::complete(file);
    let runtime: File = syn::parse_str(NULLABLE).map_err(|e| missing("#", &e.to_string()))?;
    file.items.extend(runtime.items);
    file.items.extend(settings.schemars().map(nullable_schema));
    Ok(())
}

/// On the wire a `Nullable` that is not absent looks as an `Option` does.
fn nullable_schema(feature: &str) -> Item {
    parse_quote! {
        #[cfg(feature = #feature)]
        impl<T: ::schemars::JsonSchema> ::schemars::JsonSchema for Nullable<T> {
            fn inline_schema() -> bool {
                <::std::option::Option<T>>::inline_schema()
            }
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                <::std::option::Option<T>>::schema_name()
            }
            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                <::std::option::Option<T>>::schema_id()
            }
            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                <::std::option::Option<T>>::json_schema(generator)
            }
        }
    }
}

/// The fields of every struct, by the struct's name.
pub(crate) type Structs = BTreeMap<String, Vec<Mended>>;

fn mend_types(
    types: &mut ItemMod,
    module: &Path,
    settings: &Settings,
    found: &mut BTreeSet<String>,
) -> Structs {
    let mut structs = Structs::new();
    for item in types.content.iter_mut().flat_map(|(_, items)| items) {
        match item {
            Item::Struct(item) => {
                mend_attributes(&mut item.attrs, &item.ident.to_string(), settings);
                let fields: Vec<_> = item
                    .fields
                    .iter_mut()
                    .filter_map(|field| fields::mend(field, module, found))
                    .collect();
                derive_default(item, &fields);
                if !fields.is_empty() {
                    // A property more is no breaking change: there are builders to make one.
                    item.attrs.push(parse_quote!(#[non_exhaustive]));
                }
                structs.insert(item.ident.to_string(), fields);
            }
            Item::Enum(item) => {
                let fields = item
                    .variants
                    .iter_mut()
                    .flat_map(|variant| &mut variant.fields);
                fields.for_each(|field| drop(fields::mend(field, module, found)));
                mend_attributes(&mut item.attrs, &item.ident.to_string(), settings);
                item.attrs.push(parse_quote!(#[non_exhaustive]));
            }
            _ => {}
        }
    }
    structs
}

fn mend_attributes(attributes: &mut Vec<Attribute>, name: &str, settings: &Settings) {
    // The type of an inline object has the description of its property, and with it the mark.
    if let Some((text, _)) = split_mark(&docs(attributes)) {
        let text = if text.is_empty() {
            format!("`{name}`")
        } else {
            text
        };
        set_docs(attributes, &text);
    }
    // What is made of numbers, texts and each other can be compared; the generator leaves it out for objects.
    derive(attributes, "PartialEq");
    if let Some(feature) = settings.schemars() {
        attributes
            .push(parse_quote!(#[cfg_attr(feature = #feature, derive(::schemars::JsonSchema))]));
    }
}

/// Adds a trait to the first `derive`, unless it is there.
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
    if paths
        .iter()
        .all(|path| path.segments.last().is_none_or(|last| last.ident != name))
    {
        paths.push(Ident::new(name, Span::call_site()).into());
        *attribute = parse_quote!(#[derive(#paths)]);
    }
}

/// The map of unknown fields costs a struct the `Default` that it would have without.
fn derive_default(item: &mut ItemStruct, fields: &[Mended]) {
    let has_extra = fields.iter().any(|field| field.kind == fields::Kind::Extra);
    if has_extra
        && fields
            .iter()
            .all(|field| field.kind != fields::Kind::Required)
    {
        derive(&mut item.attrs, "Default");
    }
}

fn add_enums(types: &mut ItemMod, enums: &[OpenEnum], settings: &Settings) -> Result<(), Error> {
    let Some((_, items)) = &mut types.content else {
        return Ok(());
    };
    for open in enums {
        let file: File = syn::parse2(open.tokens(settings))
            .map_err(|e| missing(&open.pointer, &e.to_string()))?;
        items.extend(file.items);
    }
    Ok(())
}

/// The module of this name among `items`.
pub(crate) fn child<'i>(items: &'i mut [Item], name: &str) -> Option<&'i mut ItemMod> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => Some(module),
        _ => None,
    })
}

pub(crate) fn missing(pointer: &str, expected: &str) -> Error {
    Error::Missing {
        pointer: pointer.to_owned(),
        expected: expected.to_owned(),
    }
}
