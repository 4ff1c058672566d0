use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::{
    document::{Operation, at, child, members, operations},
    facade,
    idents::constant_name,
    lifecycle::{day, deprecation_note},
};

/// The module of the facts of the document besides types: version, servers, tokens, lifecycle.
/// `generated` has the operations that were generated.
pub(crate) fn module(document: &Value, generated: &Value, has_facade: bool) -> syn::Item {
    let text = |pointer: &str| {
        at(document, pointer)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (title, version) = (text("#/info/title"), text("#/info/version"));
    let servers = servers(document);
    let credentials = client_credentials(document);
    let mut operations = operations(document);
    operations.retain(|operation| at(generated, &operation.pointer).is_some());
    let constants = operations
        .iter()
        .map(|op| operation(document, op, has_facade));
    let (service, operation_type, use_operation) = if has_facade {
        let generated: Vec<_> = operations.iter().collect();
        (Some(facade::constants(document, &generated)), None, None)
    } else {
        (
            None,
            Some(operation_type()),
            Some(quote!(
                use super::Operation;
            )),
        )
    };
    let module: TokenStream = quote! {
        /// The facts of the document besides its types.
        pub mod document {
            /// `info.title`.
            pub const TITLE: &str = #title;
            /// `info.version`.
            pub const VERSION: &str = #version;

            /// A base URL of the service.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub struct Server {
                /// The URL as the document gives it.
                pub url: &'static str,
                /// The description in the document, or an empty string.
                pub description: &'static str,
            }
            /// The servers, in the order of the document.
            pub const SERVERS: &[Server] = &[#(#servers),*];

            /// An OAuth 2 security scheme with the client credentials flow.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub struct ClientCredentials {
                /// The name of the security scheme.
                pub scheme: &'static str,
                /// The URL of the token endpoint.
                pub token_url: &'static str,
                /// All scopes that the scheme declares.
                pub scopes: &'static [&'static str],
            }
            /// The security schemes with the client credentials flow, by name.
            pub const CLIENT_CREDENTIALS: &[ClientCredentials] = &[#(#credentials),*];

            #service
            #operation_type
            /// The operations, one constant each.
            pub mod operations {
                #use_operation
                #(#constants)*
            }
        }
    };
    syn::parse_quote!(#module)
}

/// The type of the operations' constants, without a runtime that has one.
fn operation_type() -> TokenStream {
    quote! {
            /// An operation and its lifecycle.
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[non_exhaustive]
            pub struct Operation {
                /// The operationId.
                pub id: &'static str,
                /// The HTTP method, in upper case.
                pub method: &'static str,
                /// The path template.
                pub path: &'static str,
                /// The OAuth 2 scopes that a token needs for it.
                pub scopes: &'static [&'static str],
                /// Whether the document marks it as deprecated.
                pub deprecated: bool,
                /// The day it was deprecated, from `x-deprecated-on`.
                pub deprecated_on: ::std::option::Option<::chrono::NaiveDate>,
                /// The day of its sunset, from `x-sunset`.
                pub sunset: ::std::option::Option<::chrono::NaiveDate>,
            }
    }
}

fn servers(document: &Value) -> Vec<TokenStream> {
    let servers = at(document, "#/servers").and_then(Value::as_array);
    let server = |server: &Value| {
        let text = |key: &str| server.get(key).and_then(Value::as_str).unwrap_or_default();
        let (url, description) = (text("url"), text("description"));
        quote!(Server { url: #url, description: #description })
    };
    servers.into_iter().flatten().map(server).collect()
}

fn client_credentials(document: &Value) -> Vec<TokenStream> {
    let mut schemes = Vec::new();
    for (name, pointer, _) in members(document, "#/components/securitySchemes") {
        let flow = format!("{pointer}/flows/clientCredentials");
        let Some(token_url) = at(document, &child(&flow, "tokenUrl")).and_then(Value::as_str)
        else {
            continue;
        };
        let scopes = members(document, &child(&flow, "scopes"));
        let scopes = scopes.iter().map(|(scope, ..)| scope);
        schemes.push(quote!(ClientCredentials { scheme: #name, token_url: #token_url, scopes: &[#(#scopes),*] }));
    }
    schemes
}

fn operation(document: &Value, operation: &Operation<'_>, has_facade: bool) -> TokenStream {
    let (id, path) = (operation.id(), operation.path);
    let name = constant_name(id);
    let method = operation.method.to_uppercase();
    let doc = format!("`{method} {path}`.");
    let scopes = scopes(document, operation);
    let deprecated = deprecation_note(document, operation).is_some();
    let deprecated_on = day(operation, "x-deprecated-on");
    let sunset = day(operation, "x-sunset");
    if has_facade {
        let facts = facade::Facts::new(document, operation).tokens((deprecated_on, sunset));
        return quote! {
            #[doc = #doc]
            pub const #name: ::client_runtime::Facts = #facts;
        };
    }
    quote! {
        #[doc = #doc]
        pub const #name: Operation = Operation {
            id: #id,
            method: #method,
            path: #path,
            scopes: &[#(#scopes),*],
            deprecated: #deprecated,
            deprecated_on: #deprecated_on,
            sunset: #sunset,
        };
    }
}

/// The scopes of the first alternative that has any: one alternative suffices.
fn scopes<'d>(document: &'d Value, operation: &Operation<'d>) -> Vec<&'d str> {
    let security = operation
        .value
        .get("security")
        .or_else(|| at(document, "#/security"));
    let alternatives = security.and_then(Value::as_array).into_iter().flatten();
    let of = |alternative: &'d Value| -> Vec<&'d str> {
        let schemes = alternative.as_object().into_iter().flatten();
        let scopes = schemes
            .filter_map(|(_, scopes)| scopes.as_array())
            .flatten();
        scopes.filter_map(Value::as_str).collect()
    };
    alternatives
        .map(of)
        .find(|scopes| !scopes.is_empty())
        .unwrap_or_default()
}
