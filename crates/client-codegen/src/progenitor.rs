use ::progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TypeImpl};
use quote::{ToTokens, quote};
use serde_json::Value;

use crate::{Error, Settings, open_enum::OpenEnum};

/// The generator, set up.
pub(crate) struct Progenitor(GenerationSettings);

impl Progenitor {
    pub(crate) fn new(enums: &[OpenEnum], settings: &Settings) -> Result<Self, Error> {
        let module = settings.module()?;
        let mut generation = GenerationSettings::new();
        generation.with_interface(InterfaceStyle::Builder);
        if let Some(inner) = settings.inner()? {
            generation
                .with_hooks(HooksMode::Expected)
                .with_inner_type(inner.to_token_stream());
        }
        for OpenEnum { name, .. } in enums {
            let path = quote!(#module::types::#name).to_string().replace(' ', "");
            generation.with_replacement(
                name,
                path,
                [TypeImpl::Display, TypeImpl::FromStr].into_iter(),
            );
        }
        Ok(Self(generation))
    }

    /// What the generator makes of the document, or why it makes nothing. It may panic.
    pub(crate) fn run(&self, document: &Value) -> Result<syn::File, String> {
        let api: openapiv3::OpenAPI =
            serde_json::from_value(document.clone()).map_err(|e| e.to_string())?;
        let tokens = Generator::new(&self.0)
            .generate_tokens(&api)
            .map_err(|e| e.to_string())?;
        syn::parse2(tokens).map_err(|e| e.to_string())
    }
}
