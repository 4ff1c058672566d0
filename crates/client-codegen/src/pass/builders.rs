use quote::quote;
use syn::{
    GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, ItemMod, ItemStruct, Path, Type,
    parse_quote,
};

use super::{
    attributes::set_docs,
    fields::{Kind, Mended, argument_of, retyped},
    types::Structs,
};

/// Makes the builders fit the mended structs, and their setters take what a caller has at hand.
pub(crate) fn mend(builder: &mut ItemMod, structs: &Structs, module: &Path) {
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
        for (field, mended) in item.fields.iter_mut().zip(fields) {
            if let Some(argument) = first_argument(&mut field.ty) {
                *argument = retyped(argument, mended.kind, module);
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
            None => mend_setters(item, builder, fields, module),
            Some((_, path, _))
                if path
                    .segments
                    .last()
                    .is_some_and(|last| last.ident == "Default") =>
            {
                default(item, fields);
            }
            Some(_) => {}
        }
    }
    let nested = types.iter().map(|builder| nested(&builder.ident, module));
    items.extend(nested);
}

fn mend_setters(item: &mut ItemImpl, builder: &ItemStruct, fields: &[Mended], module: &Path) {
    for item in &mut item.items {
        let ImplItem::Fn(setter) = item else { continue };
        let Some(mended) = fields.iter().find(|field| field.name == setter.sig.ident) else {
            continue;
        };
        let field = builder
            .fields
            .iter()
            .find(|field| field.ident.as_ref() == Some(&mended.name));
        let ty = field.and_then(|field| argument_of(&field.ty, "Result"));
        if let Some(setter_of_optional) = ty.and_then(|ty| optional(mended, ty, module)) {
            *setter = setter_of_optional;
        }
        let docs = match mended.docs.is_empty() {
            true => format!("Sets `{}`.", mended.name),
            false => format!("Sets `{}`: {}", mended.name, mended.docs),
        };
        set_docs(&mut setter.attrs, &docs);
    }
}

/// A setter that takes a value, a builder of one, or an `Option` of one.
fn optional(mended: &Mended, ty: &Type, module: &Path) -> Option<ImplItemFn> {
    let name = &mended.name;
    let wrapper = if mended.kind == Kind::Nullable {
        "Nullable"
    } else {
        "Option"
    };
    let inner = argument_of(ty, wrapper)?;
    let unboxed = argument_of(inner, "Box");
    let accepted = unboxed.unwrap_or(inner);
    let boxed = unboxed.map(|_| quote!(.map(|value| value.map(::std::boxed::Box::new))));
    let option =
        (mended.kind != Kind::Nullable).then(|| quote!(.map(#module::Nullable::into_option)));
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
fn default(item: &mut ItemImpl, fields: &[Mended]) {
    for field in fields.iter().filter(|field| field.kind == Kind::Extra) {
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

fn first_argument(ty: &mut Type) -> Option<&mut Type> {
    let Type::Path(path) = ty else { return None };
    let syn::PathArguments::AngleBracketed(arguments) =
        &mut path.path.segments.last_mut()?.arguments
    else {
        return None;
    };
    arguments
        .args
        .iter_mut()
        .find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}

fn last_name(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    // `super::Order` is the struct, `Order` its builder.
    path.path.get_ident().map(ToString::to_string)
}
