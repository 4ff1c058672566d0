//! URLs of operations without path parameters, which the runtime parses once.

use quote::ToTokens;
use syn::{Expr, ExprMacro, Item, Lit, Token, parse_quote, punctuated::Punctuated};

use crate::expressions::edit_item;

/// Replaces `format!("{}/path", client.baseurl)` in the methods of the generator's client.
pub(super) fn rewrite(items: &mut [Item]) {
    for item in items {
        edit_item(item, &mut |expression| {
            if let Some(path) = fixed_path(expression) {
                *expression = parse_quote! {
                    client.inner.url(&client.baseurl, #path).map_err(Error::InvalidRequest)?
                };
            }
        });
    }
}

/// The path of a URL that has no other parameter than the base URL.
fn fixed_path(expr: &Expr) -> Option<String> {
    let Expr::Macro(ExprMacro { mac, .. }) = expr else {
        return None;
    };
    if !mac.path.is_ident("format") {
        return None;
    }
    let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
    let arguments = mac.parse_body_with(parse).ok()?;
    let [Expr::Lit(format), base] = arguments.iter().collect::<Vec<_>>()[..] else {
        return None;
    };
    let Lit::Str(format) = &format.lit else {
        return None;
    };
    let is_base = base.to_token_stream().to_string() == "client . baseurl";
    let path = format.value().strip_prefix("{}")?.to_owned();
    (is_base && !path.contains(['{', '}'])).then_some(path)
}
