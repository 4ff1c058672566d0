//! Names of other crates, redirected through client-runtime.

use proc_macro2::{Group, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, File, Item, parse_quote};

use crate::error::Error;

/// The crates that generated code names.
const CRATES: [&str; 11] = [
    "base64",
    "bytes",
    "chrono",
    "futures",
    "progenitor_client",
    "rand",
    "reqwest",
    "serde",
    "serde_json",
    "uuid",
    "regress",
];

/// Redirects every path into another crate.
pub(super) fn redirect(file: &mut File) -> Result<(), Error> {
    derive_through(&mut file.items);
    let tokens = redirected(file.to_token_stream());
    *file = syn::parse2(tokens).map_err(|error| Error::missing("#", error.to_string()))?;
    Ok(())
}

/// Names the crate of serde for its derives.
fn derive_through(items: &mut [Item]) {
    for item in items {
        let attributes: &mut Vec<Attribute> = match item {
            Item::Mod(module) => {
                if let Some((_, items)) = &mut module.content {
                    derive_through(items);
                }
                continue;
            }
            Item::Struct(item) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            _ => continue,
        };
        let derives_serde = attributes.iter().any(|attribute| {
            let text = attribute.to_token_stream().to_string();
            attribute.path().is_ident("derive") && text.contains("serde")
        });
        if derives_serde {
            attributes.push(parse_quote!(#[serde(crate = "::client_runtime::generated::serde")]));
        }
    }
}

fn redirected(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut output = TokenStream::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let follows_path = index >= 2 && is_separator(&tokens, index - 2);
        let is_absolute = is_separator(&tokens, index) && !follows_name(&tokens, index);
        if is_absolute && let Some(name) = crate_name(&tokens, index + 2) {
            output.extend(through_runtime(name));
            index += 3;
            continue;
        }
        if !follows_path
            && let Some(name) = crate_name(&tokens, index)
            && is_separator(&tokens, index + 1)
        {
            output.extend(through_runtime(name));
            index += 1;
            continue;
        }
        output.extend([match token {
            TokenTree::Group(group) => {
                let mut redirected =
                    Group::new(group.delimiter(), self::redirected(group.stream()));
                redirected.set_span(group.span());
                TokenTree::Group(redirected)
            }
            TokenTree::Literal(literal) => TokenTree::Literal(redirected_literal(literal)),
            token => token.clone(),
        }]);
        index += 1;
    }
    output
}

/// Whether `::` starts here.
fn is_separator(tokens: &[TokenTree], index: usize) -> bool {
    let is_colon = |index: usize, spacing: Option<Spacing>| match tokens.get(index) {
        Some(TokenTree::Punct(punct)) => {
            punct.as_char() == ':' && spacing.is_none_or(|spacing| punct.spacing() == spacing)
        }
        _ => false,
    };
    is_colon(index, Some(Spacing::Joint)) && is_colon(index + 1, None)
}

/// Whether a path before this place continues here.
fn follows_name(tokens: &[TokenTree], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|index| tokens.get(index));
    match before {
        Some(TokenTree::Ident(ident)) => {
            let name = ident.to_string();
            let is_keyword = syn::parse_str::<Ident>(&name).is_err();
            !is_keyword || matches!(&*name, "Self" | "crate" | "self" | "super")
        }
        _ => false,
    }
}

fn crate_name(tokens: &[TokenTree], index: usize) -> Option<&Ident> {
    match tokens.get(index) {
        Some(TokenTree::Ident(ident)) => CRATES.iter().any(|name| ident == name).then_some(ident),
        _ => None,
    }
}

fn through_runtime(name: &Ident) -> TokenStream {
    quote!(::client_runtime::generated::#name)
}

/// A path in an argument of serde.
fn redirected_literal(literal: &Literal) -> Literal {
    let text = literal.to_string();
    let path = text
        .strip_prefix("\"::")
        .and_then(|text| text.strip_suffix('"'));
    let first = path.and_then(|path| path.split("::").next());
    match (path, first) {
        (Some(path), Some(first)) if CRATES.contains(&first) && path.contains("::") => {
            let mut literal = Literal::string(&format!("::client_runtime::generated::{path}"));
            literal.set_span(Span::call_site());
            literal
        }
        _ => literal.clone(),
    }
}
