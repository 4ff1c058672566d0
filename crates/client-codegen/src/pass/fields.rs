use std::collections::BTreeSet;

use quote::quote;
use syn::{Field, Ident, Meta, Path, Type, parse_quote};

use super::attributes::{docs, serde, set_docs, set_serde};
use crate::prepare::split_mark;

/// What became of a field, and so what its builder has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As it was: the value must be given.
    Required,
    /// As it was: an `Option`.
    Optional,
    /// Was a collection that is left out when empty, is now an `Option` of it.
    Wrapped,
    /// Was an `Option`, is now a `Nullable`.
    Nullable,
    /// The map of unknown fields: empty unless given.
    Extra,
}

/// A field after it was mended.
#[derive(Clone, Debug)]
pub(crate) struct Mended {
    pub(crate) name: Ident,
    pub(crate) kind: Kind,
    pub(crate) docs: String,
}

/// Mends one field of a generated struct, and notes the marks it found.
pub(crate) fn mend(
    field: &mut Field,
    module: &Path,
    found: &mut BTreeSet<String>,
) -> Option<Mended> {
    let name = field.ident.clone()?;
    let text = docs(&field.attrs);
    let (docs, mark) = match split_mark(&text) {
        Some((text, pointer)) => (text, Some(pointer.to_owned())),
        None => (text, None),
    };
    set_docs(&mut field.attrs, &docs);
    let arguments = serde(&field.attrs);
    let skips = |suffix: &str| {
        arguments
            .iter()
            .any(|argument| skip_path(argument).is_some_and(|p| p.ends_with(suffix)))
    };
    let kind = if arguments
        .iter()
        .any(|argument| argument.path().is_ident("flatten"))
        && is_map(&field.ty)
    {
        Kind::Extra
    } else if skips("is_empty") {
        Kind::Wrapped
    } else if mark.is_some() && skips("is_none") {
        Kind::Nullable
    } else if argument_of(&field.ty, "Option").is_some() {
        Kind::Optional
    } else {
        Kind::Required
    };
    found.extend(mark);
    let ty = retyped(&field.ty, kind, module);
    let skip = match kind {
        Kind::Wrapped => Some(quote!(::std::option::Option).to_string()),
        Kind::Nullable => Some(quote!(#module::Nullable).to_string()),
        _ => None,
    };
    if let Some(owner) = skip {
        let function = if kind == Kind::Nullable {
            "is_absent"
        } else {
            "is_none"
        };
        let path = format!("{}::{function}", owner.replace(' ', ""));
        let mut kept: Vec<Meta> = arguments
            .into_iter()
            .filter(|a| a.path().is_ident("rename"))
            .collect();
        kept.push(parse_quote!(default));
        kept.push(parse_quote!(skip_serializing_if = #path));
        set_serde(&mut field.attrs, &kept);
    }
    field.ty = ty;
    Some(Mended { name, kind, docs })
}

/// The type a field of this kind has, made from the type it had; the same for the struct and for its builder.
pub(crate) fn retyped(ty: &Type, kind: Kind, module: &Path) -> Type {
    match (kind, argument_of(ty, "Option")) {
        (Kind::Nullable, Some(inner)) => parse_quote!(#module::Nullable<#inner>),
        (Kind::Wrapped, _) => parse_quote!(::std::option::Option<#ty>),
        _ => ty.clone(),
    }
}

/// The first type argument of a path that ends in `name`: `T` of `::std::option::Option<T>`.
pub(crate) fn argument_of<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == name)?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

fn is_map(ty: &Type) -> bool {
    argument_of(ty, "Map").is_some() || argument_of(ty, "HashMap").is_some()
}

fn skip_path(argument: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = argument else {
        return None;
    };
    let syn::Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(path),
        ..
    }) = &pair.value
    else {
        return None;
    };
    pair.path
        .is_ident("skip_serializing_if")
        .then(|| path.value())
}
