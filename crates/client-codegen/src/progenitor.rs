use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TypeImpl};
use quote::{ToTokens, quote};
use serde_json::Value;

use crate::{Error, Settings, error::one_line, open_enum::OpenEnum};

/// What the generator makes of the document, or why it makes nothing, in one line.
pub(crate) fn run(
    document: &Value,
    enums: &[OpenEnum],
    settings: &Settings,
) -> Result<syn::File, Error> {
    let generation = configure(enums, settings)?;
    let refused = |reason: String| Error::Part {
        pointer: "#".to_owned(),
        reason: one_line(&reason),
    };
    let api: openapiv3::OpenAPI =
        serde_json::from_value(document.clone()).map_err(|e| refused(e.to_string()))?;
    let tokens = Generator::new(&generation)
        .generate_tokens(&api)
        .map_err(|e| refused(e.to_string()))?;
    syn::parse2(tokens).map_err(|e| refused(e.to_string()))
}

fn configure(enums: &[OpenEnum], settings: &Settings) -> Result<GenerationSettings, Error> {
    let module = settings.module()?;
    let mut generation = GenerationSettings::new();
    generation.with_interface(InterfaceStyle::Builder);
    if let Some(inner) = settings.inner()? {
        generation
            .with_hooks(HooksMode::Expected)
            .with_inner_type(inner.to_token_stream());
    }
    for open in enums {
        let name = &open.name;
        let path: TokenStream = quote!(#module::types::#name);
        let impls = [TypeImpl::Display, TypeImpl::FromStr].into_iter();
        generation.with_replacement(name, path.to_string().replace(' ', ""), impls);
    }
    Ok(generation)
}
