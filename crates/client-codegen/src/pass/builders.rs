use quote::quote;
use syn::{ImplItem, ImplItemFn, Item, ItemImpl, ItemMod, ItemStruct, Path, Type, parse_quote};

use super::{
    attributes::set_docs,
    fields::{FieldKind, Rewritten, Structs, retyped},
    paths,
};

/// Adapts the builders to the rewritten structs, and lets their setters take values, `Option`s and
/// builders.
pub(crate) fn rewrite(builder: &mut ItemMod, structs: &Structs, module: &Path) {
    let Some((_, items)) = &mut builder.content else {
        return;
    };
    let mut types: Vec<ItemStruct> = Vec::new();
    for item in items.iter_mut() {
        let Item::Struct(item) = item else { continue };
        let Some(fields) = structs.get(&item.ident.to_string()) else {
            continue;
        };
        set_docs(
            &mut item.attrs,
            &format!("Builder for [`{0}`](super::{0}).", item.ident),
        );
        for (field, rewritten) in item.fields.iter_mut().zip(fields) {
            if let Some(argument) = paths::first_argument_mut(&mut field.ty) {
                *argument = retyped(argument, rewritten.kind, module);
            }
        }
        types.push(item.clone());
    }
    for item in items.iter_mut() {
        let Item::Impl(item) = item else { continue };
        let name = last_name(&item.self_ty);
        let Some(builder) = types
            .iter()
            .find(|builder| Some(builder.ident.to_string()) == name)
        else {
            continue;
        };
        let Some(fields) = name.and_then(|name| structs.get(&name)) else {
            continue;
        };
        match &item.trait_ {
            None => rewrite_setters(item, builder, fields, module),
            Some((path, _)) if is_default(path) => default(item, fields),
            Some(_) => {}
        }
    }
    let nested = types.iter().map(|builder| nested(&builder.ident, module));
    items.extend(nested);
}

fn rewrite_setters(item: &mut ItemImpl, builder: &ItemStruct, fields: &[Rewritten], module: &Path) {
    for item in &mut item.items {
        let ImplItem::Fn(setter) = item else { continue };
        let Some(rewritten) = fields.iter().find(|field| field.name == setter.sig.ident) else {
            continue;
        };
        let field = builder
            .fields
            .iter()
            .find(|field| field.ident.as_ref() == Some(&rewritten.name));
        let ty = field.and_then(|field| paths::result_argument(&field.ty));
        if let Some(setter_of_optional) = ty.and_then(|ty| optional(rewritten, ty, module)) {
            *setter = setter_of_optional;
        }
        let docs = match rewritten.docs.is_empty() {
            true => format!("Sets `{}`.", rewritten.name),
            false => format!("Sets `{}`: {}", rewritten.name, rewritten.docs),
        };
        set_docs(&mut setter.attrs, &docs);
    }
}

/// A setter that takes a value, a builder of one, or an `Option` of one.
fn optional(rewritten: &Rewritten, ty: &Type, module: &Path) -> Option<ImplItemFn> {
    let name = &rewritten.name;
    let inner = match rewritten.kind {
        FieldKind::Nullable => paths::nullable_argument(ty, module)?,
        _ => paths::option_argument(ty)?,
    };
    let unboxed = paths::box_argument(inner);
    let accepted = unboxed.unwrap_or(inner);
    let boxed = unboxed.map(|_| quote!(.map(|value| value.map(::std::boxed::Box::new))));
    let option = (rewritten.kind != FieldKind::Nullable)
        .then(|| quote!(.map(#module::Nullable::into_option)));
    let failure = format!("error converting supplied value for {name}: {{e}}");
    Some(parse_quote! {
        pub fn #name<T>(mut self, value: T) -> Self
        where
            T: ::std::convert::TryInto<#module::Nullable<#accepted>>,
            T::Error: ::std::fmt::Display,
        {
            self.#name = value.try_into() #boxed #option .map_err(|e| format!(#failure));
            self
        }
    })
}

/// Unknown fields are empty unless given.
fn default(item: &mut ItemImpl, fields: &[Rewritten]) {
    for field in fields.iter().filter(|field| field.kind == FieldKind::Extra) {
        let name = &field.name;
        for item in &mut item.items {
            let ImplItem::Fn(function) = item else {
                continue;
            };
            let Some(syn::Stmt::Expr(syn::Expr::Struct(literal), _)) =
                function.block.stmts.first_mut()
            else {
                continue;
            };
            for value in &mut literal.fields {
                if matches!(&value.member, syn::Member::Named(member) if member == name) {
                    value.expr = parse_quote!(Ok(::std::default::Default::default()));
                }
            }
        }
    }
}

/// Lets a setter take a builder where it takes the value.
fn nested(name: &syn::Ident, module: &Path) -> Item {
    parse_quote! {
        impl ::std::convert::TryFrom<#name> for #module::Nullable<super::#name> {
            type Error = super::error::ConversionError;
            fn try_from(value: #name) -> ::std::result::Result<Self, super::error::ConversionError> {
                super::#name::try_from(value).map(Self::Value)
            }
        }
    }
}

fn is_default(path: &Path) -> bool {
    let default: Path = parse_quote!(::std::default::Default);
    *path == default
}

fn last_name(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    // `super::Order` is the struct, `Order` its builder.
    path.path.get_ident().map(ToString::to_string)
}
