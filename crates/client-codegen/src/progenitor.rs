use ::progenitor::{GenerationSettings, Generator, HooksMode, InterfaceStyle, TypeImpl};
use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::quote;
use serde_json::Value;

use crate::{error::Error, lower::Marks, open_enum::OpenEnum, settings::Settings};

/// The generator with its settings.
pub(crate) struct Progenitor {
    settings: GenerationSettings,
    marks: Marks,
}

impl Progenitor {
    pub(crate) fn new(
        enums: &[OpenEnum],
        marks: Marks,
        settings: &Settings,
    ) -> Result<Self, Error> {
        let module = settings.module()?;
        let mut generation = GenerationSettings::new();
        generation.with_interface(InterfaceStyle::Builder);
        if settings.has_facade() {
            generation
                .with_hooks(HooksMode::Expected)
                .with_inner_type(quote!(::client_runtime::Exchange));
        }
        for OpenEnum { name, .. } in enums {
            let path = quote!(#module::types::#name).to_string().replace(' ', "");
            generation.with_replacement(
                name,
                path,
                [TypeImpl::Display, TypeImpl::FromStr].into_iter(),
            );
        }
        Ok(Self {
            settings: generation,
            marks,
        })
    }

    /// Returns the generated source, or the reason why there is none. It may panic.
    pub(crate) fn run(&self, document: &Value) -> Result<syn::File, String> {
        let api: openapiv3::OpenAPI =
            serde_json::from_value(document.clone()).map_err(|e| e.to_string())?;
        let tokens = Generator::new(&self.settings)
            .generate_tokens(&api)
            .map_err(|e| e.to_string())?;
        syn::parse2(without_suffixes(tokens, self.marks)).map_err(|e| e.to_string())
    }
}

/// Strips suffixes from all strings, also from those in macros and attributes.
fn without_suffixes(tokens: TokenStream, marks: Marks) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let mut stripped =
                    Group::new(group.delimiter(), without_suffixes(group.stream(), marks));
                stripped.set_span(group.span());
                TokenTree::Group(stripped)
            }
            TokenTree::Literal(literal) => {
                let source = literal.to_string();
                let text = marks
                    .is_in(&source)
                    .then(|| syn::parse_str::<syn::LitStr>(&source).ok())
                    .flatten();
                match text.and_then(|text| marks.strip(&text.value())) {
                    Some(text) => TokenTree::Literal(Literal::string(&text)),
                    None => TokenTree::Literal(literal),
                }
            }
            token => token,
        })
        .collect()
}
