use heck::ToPascalCase;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;

use crate::{
    document::members,
    idents::{self, type_name},
    settings::Settings,
};

/// A component whose `x-extensible-enum` lists the known values.
pub(crate) struct OpenEnum {
    pub(crate) pointer: String,
    pub(crate) name: Ident,
    description: String,
    variants: Vec<(Ident, String)>,
}

/// Returns all open enums, by name.
pub(crate) fn collect(document: &Value) -> Vec<OpenEnum> {
    let schemas = members(document, "#/components/schemas");
    let open = schemas.into_iter().filter_map(|(name, pointer, schema)| {
        let values = schema.get("x-extensible-enum")?.as_array()?;
        let is_string = schema.get("type").is_none_or(|ty| ty == "string");
        if !is_string || !values.iter().all(Value::is_string) {
            return None;
        }
        let description = schema
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or(name)
            .to_owned();
        let variants = variants(values.iter().filter_map(Value::as_str));
        Some(OpenEnum {
            pointer,
            name: type_name(name),
            description,
            variants,
        })
    });
    open.collect()
}

impl OpenEnum {
    /// The Rust enum with its documented variants and `Other`, and its traits.
    pub(crate) fn tokens(&self, settings: &Settings) -> TokenStream {
        let Self {
            name,
            description,
            variants,
            ..
        } = self;
        let (idents, values): (Vec<_>, Vec<_>) = variants.iter().cloned().unzip();
        let docs = values.iter().map(|value| format!("`{value}`"));
        let schema = settings.schemars().map(|feature| self.json_schema(feature));
        quote! {
            #[doc = #description]
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#[doc = #docs] #idents,)*
                /// A value that was not documented when this client was generated.
                Other(::std::string::String),
            }
            impl #name {
                /// The documented values, as they are on the wire.
                pub const KNOWN: &'static [&'static str] = &[#(#values),*];
                /// The value as it is on the wire.
                pub fn as_str(&self) -> &str {
                    match self {
                        #(Self::#idents => #values,)*
                        Self::Other(value) => value,
                    }
                }
            }
            impl ::std::fmt::Display for #name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.pad(self.as_str())
                }
            }
            impl ::std::convert::From<&str> for #name {
                fn from(value: &str) -> Self {
                    match value {
                        #(#values => Self::#idents,)*
                        other => Self::Other(other.to_owned()),
                    }
                }
            }
            impl ::std::convert::From<::std::string::String> for #name {
                fn from(value: ::std::string::String) -> Self {
                    Self::from(value.as_str())
                }
            }
            impl ::std::str::FromStr for #name {
                type Err = ::std::convert::Infallible;
                fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                    ::std::result::Result::Ok(Self::from(value))
                }
            }
            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                    <::std::string::String as ::serde::Deserialize>::deserialize(deserializer).map(Self::from)
                }
            }
            #schema
        }
    }

    fn json_schema(&self, feature: &str) -> TokenStream {
        let Self {
            name,
            description,
            variants,
            ..
        } = self;
        let text = name.to_string();
        let values = variants.iter().map(|(_, value)| value);
        quote! {
            #[cfg(feature = #feature)]
            impl ::schemars::JsonSchema for #name {
                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    #text.into()
                }
                fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    ::schemars::json_schema!({
                        "type": "string",
                        "description": #description,
                        "x-extensible-enum": [#(#values),*],
                    })
                }
            }
        }
    }
}

/// A variant for each distinct value. Values that would make the same name are numbered, in the
/// order of the list.
pub(crate) fn variants<'v>(values: impl Iterator<Item = &'v str>) -> Vec<(Ident, String)> {
    let mut variants: Vec<(Ident, String)> = Vec::new();
    for value in values {
        if variants.iter().any(|(_, known)| known == value) {
            continue;
        }
        let base = idents::type_name(value);
        let taken =
            |ident: &Ident| ident == "Other" || variants.iter().any(|(known, _)| known == ident);
        let mut ident = base.clone();
        let mut number = 2;
        while taken(&ident) {
            ident = idents::type_name(&format!("{base}{number}").to_pascal_case());
            number += 1;
        }
        variants.push((ident, value.to_owned()));
    }
    variants
}
