use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, parse_quote, punctuated::Punctuated};

/// The string of a documentation attribute.
pub(crate) fn doc(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    match &pair.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

/// All documentation as one string.
pub(crate) fn docs(attributes: &[Attribute]) -> String {
    attributes
        .iter()
        .filter_map(doc)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Replaces all documentation by `text`, or removes it if that is empty.
pub(crate) fn set_docs(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|attribute| doc(attribute).is_none());
    if !text.is_empty() {
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

/// The arguments of a field's `serde` attributes.
pub(crate) fn serde(attributes: &[Attribute]) -> Vec<Meta> {
    let of = |attribute: &Attribute| {
        attribute
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()
    };
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .filter_map(of)
        .flatten()
        .collect()
}

/// Whether the `serde` attributes have this argument.
pub(crate) fn has_serde(attributes: &[Attribute], name: &str) -> bool {
    serde(attributes)
        .iter()
        .any(|argument| argument.path().is_ident(name))
}

/// The string given to an argument of the `serde` attributes: `type` of `rename = "type"`.
pub(crate) fn serde_text(attributes: &[Attribute], name: &str) -> Option<String> {
    serde(attributes)
        .iter()
        .find(|argument| argument.path().is_ident(name))
        .and_then(text)
}

/// The string of `name = "…"`.
pub(crate) fn text(argument: &Meta) -> Option<String> {
    match argument {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Replaces all `serde` attributes by one.
pub(crate) fn set_serde(attributes: &mut Vec<Attribute>, arguments: &[Meta]) {
    attributes.retain(|attribute| !attribute.path().is_ident("serde"));
    if !arguments.is_empty() {
        attributes.push(parse_quote!(#[serde(#(#arguments),*)]));
    }
}
