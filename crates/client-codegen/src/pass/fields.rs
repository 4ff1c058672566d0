use std::collections::{BTreeMap, BTreeSet};

use quote::quote;
use syn::{Field, Ident, Meta, Path, Type, parse_quote};

use super::{
    attributes::{self, docs, serde, set_serde},
    paths,
};

/// The form of a field, which determines its type and its setter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    /// A required value.
    Required,
    /// An `Option`.
    Optional,
    /// An `Option` of a collection, which the generator made a collection that is skipped when
    /// empty.
    Collection,
    /// An `Option` of a box, which the generator made a box of an `Option` that is never skipped.
    Recursive,
    /// A `Nullable`, which the generator made an `Option`.
    Nullable,
    /// The map of unknown properties: empty unless given.
    Extra,
}

/// A field after it was rewritten.
#[derive(Clone, Debug)]
pub(crate) struct Rewritten {
    pub(crate) name: Ident,
    pub(crate) kind: FieldKind,
    pub(crate) docs: String,
}

/// The fields of every struct, by the struct's name.
pub(crate) type Structs = BTreeMap<String, Vec<Rewritten>>;

/// Rewrites one field of a generated struct or variant. `nullable` has the names of the owner's
/// fields of three states.
pub(crate) fn rewrite(
    field: &mut Field,
    module: &Path,
    nullable: &BTreeSet<String>,
) -> Option<Rewritten> {
    let name = field.ident.clone()?;
    let arguments = serde(&field.attrs);
    let skips = |suffix: &str| {
        arguments.iter().any(|argument| {
            argument.path().is_ident("skip_serializing_if")
                && attributes::text(argument).is_some_and(|path| path.ends_with(suffix))
        })
    };
    let is_flattened = attributes::has_serde(&field.attrs, "flatten");
    let is_default = attributes::has_serde(&field.attrs, "default");
    let is_recursive = is_default && boxed_option(&field.ty).is_some();
    let is_nullable = nullable.contains(&name.to_string());
    let kind = if is_flattened && paths::map_value(&field.ty).is_some() {
        FieldKind::Extra
    } else if is_recursive && !is_nullable {
        FieldKind::Recursive
    } else if skips("is_empty") && !is_nullable {
        FieldKind::Collection
    } else if is_nullable && (is_recursive || skips("is_empty") || skips("is_none")) {
        FieldKind::Nullable
    } else if paths::option_argument(&field.ty).is_some() {
        FieldKind::Optional
    } else {
        FieldKind::Required
    };
    let skip = match kind {
        FieldKind::Collection | FieldKind::Recursive => {
            Some("::std::option::Option::is_none".to_owned())
        }
        FieldKind::Nullable => {
            let path = quote!(#module::Nullable::is_absent).to_string();
            Some(path.replace(' ', ""))
        }
        _ => None,
    };
    if let Some(path) = skip {
        let mut kept: Vec<Meta> = arguments
            .into_iter()
            .filter(|argument| {
                !argument.path().is_ident("default")
                    && !argument.path().is_ident("skip_serializing_if")
            })
            .collect();
        kept.push(parse_quote!(default));
        kept.push(parse_quote!(skip_serializing_if = #path));
        set_serde(&mut field.attrs, &kept);
    }
    field.ty = retyped(&field.ty, kind, module);
    let docs = docs(&field.attrs);
    Some(Rewritten { name, kind, docs })
}

/// The type of a field of this kind, made from the generated type; the same for the struct and for
/// its builder.
pub(crate) fn retyped(ty: &Type, kind: FieldKind, module: &Path) -> Type {
    if let (FieldKind::Nullable | FieldKind::Recursive, Some(inner)) = (kind, boxed_option(ty)) {
        let boxed = parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
        return match kind {
            FieldKind::Nullable => retyped(&boxed, kind, module),
            _ => boxed,
        };
    }
    match (kind, paths::option_argument(ty)) {
        (FieldKind::Nullable, Some(inner)) => parse_quote!(#module::Nullable<#inner>),
        (FieldKind::Nullable, None) => parse_quote!(#module::Nullable<#ty>),
        (FieldKind::Collection, _) => parse_quote!(::std::option::Option<#ty>),
        _ => ty.clone(),
    }
}

/// `T` of a box of an optional `T`, the type of an optional property that may be `null` in a
/// recursive schema.
fn boxed_option(ty: &Type) -> Option<&Type> {
    paths::box_argument(ty).and_then(paths::option_argument)
}
