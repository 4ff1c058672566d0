//! Writes the facade over client-runtime: a client with a method for each operation, its blocking
//! twin, the facts of the document, and the visitor of what a response contains beyond it. The
//! generator's client moves to the module `wire`.

mod facts;
mod operations;
mod runtime;
mod unknowns;

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use syn::{File, Item, parse_quote};

pub(crate) use self::facts::{Facts, constants};
use self::operations::Method;
use crate::{
    document::operations,
    error::Error,
    idents::{constant_name, method_name},
    note::Note,
    settings::Settings,
};

/// Wraps the generator's client in place. `document` is the author's, `lowered` the one that was
/// generated.
pub(crate) fn write(
    file: &mut File,
    document: &Value,
    lowered: &Value,
    settings: &Settings,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let mut methods = Vec::new();
    for operation in operations(lowered) {
        match Method::of(file, document, lowered, &operation) {
            Ok(method) => methods.push(method),
            Err(note) => notes.push(note),
        }
    }
    facts::notes(document, notes);
    let module = settings.module()?;
    let outputs = methods.iter().map(|method| &method.output);
    let visitor = unknowns::visitor(file, outputs, &module);
    let items = std::mem::take(&mut file.items);
    let (mut top, mut wire): (Vec<Item>, Vec<Item>) = items.into_iter().partition(is_shared);
    wire.insert(
        0,
        parse_quote!(
            #[allow(unused_imports)]
            use super::types;
        ),
    );
    wire.extend(hooks()?);
    top.push(parse_quote! {
        /// The generated client below the facade: one request per call, no retries.
        #[allow(clippy::all)]
        pub mod wire {
            #(#wire)*
        }
    });
    let arguments = methods.iter().map(|method| method.operation(&module));
    top.push(parse_quote! {
        /// The operations with their arguments.
        #[allow(clippy::all)]
        pub mod operations {
            #[allow(unused_imports)]
            use super::{Nullable, document, types, wire};
            #(#arguments)*
        }
    });
    let generated = operations(lowered);
    let generated: Vec<&str> = generated.iter().map(|operation| operation.id()).collect();
    top.extend(client(&methods, &generated, settings)?);
    top.push(parse_quote! {
        #[allow(clippy::all)]
        mod unknowns {
            #visitor
        }
    });
    file.items = top;
    Ok(())
}

/// Names everything through client-runtime, so that the including crate needs no other dependency.
pub(crate) fn through_runtime(file: &mut File) -> Result<(), Error> {
    runtime::redirect(file)
}

/// Types and the three-state type belong to the facade as much as to the client below it.
fn is_shared(item: &Item) -> bool {
    match item {
        Item::Mod(module) => module.ident == "types" || module.ident == "document",
        Item::Enum(item) => item.ident == "Nullable",
        Item::Impl(item) => {
            let subjects = [
                Some(quote::ToTokens::to_token_stream(&item.self_ty)),
                item.trait_.as_ref().map(|(_, path, _)| quote!(#path)),
            ];
            let mut tokens = subjects.into_iter().flatten().flatten();
            tokens.any(|token| token.to_string() == "Nullable")
        }
        _ => false,
    }
}

fn hooks() -> Result<Vec<Item>, Error> {
    items(quote! {
        impl ::client_runtime::Wire for Client {
            fn new(base: &str, http: &::reqwest::Client, exchange: ::client_runtime::Exchange) -> Self {
                Self::new_with_client(base, http.clone(), exchange)
            }
            fn exchange(&mut self) -> &mut ::client_runtime::Exchange {
                &mut self.inner
            }
        }
        impl ClientHooks<::client_runtime::Exchange> for Client {
            async fn pre<E>(
                &self,
                request: &mut ::reqwest::Request,
                info: &OperationInfo,
            ) -> ::std::result::Result<(), Error<E>> {
                self.inner.pre(request, info.operation_id).await
            }
            async fn exec(
                &self,
                request: ::reqwest::Request,
                _: &OperationInfo,
            ) -> ::reqwest::Result<::reqwest::Response> {
                self.inner.exec(&self.client, request).await
            }
        }
    })
}

/// The client and its blocking twin. `generated` are the operations of the client below, some of
/// which have no method here.
fn client(methods: &[Method], generated: &[&str], settings: &Settings) -> Result<Vec<Item>, Error> {
    let builder = settings.has_builder().then(|| {
        quote! {
            /// Returns the settings of a client.
            pub fn builder() -> ::client_runtime::Builder<Self> {
                ::client_runtime::Builder::new(&document::SERVICE)
            }
        }
    });
    let calls = methods.iter().map(Method::call);
    let blocking_calls = methods.iter().map(Method::blocking_call);
    let by_method = generated.iter().map(|id| {
        let (name, constant) = (method_name(id).to_string(), constant_name(id));
        quote!(#name => ::std::option::Option::Some(&document::operations::#constant))
    });
    let feature = settings.blocking_feature_name();
    let blocking = settings.is_blocking().then(|| {
        let cfg = feature.map(|feature| quote!(#[cfg(feature = #feature)]));
        quote! {
            /// The client for callers without an async runtime.
            #cfg
            pub mod blocking {
                #[allow(unused_imports)]
                use super::{Nullable, document, operations, types};
                /// The blocking twin of [`Client`](super::Client). Clones are cheap and share everything.
                #[derive(Clone, Debug)]
                pub struct Client {
                    client: super::Client,
                    runtime: ::client_runtime::Blocking,
                }
                impl Client {
                    /// Starts a blocking client over an async one.
                    ///
                    /// # Errors
                    /// Inside an async runtime, and if the system cannot start a thread.
                    pub fn start(
                        client: super::Client,
                    ) -> ::std::result::Result<Self, ::client_runtime::BuildError> {
                        let runtime = ::client_runtime::Blocking::start()?;
                        ::std::result::Result::Ok(Self { client, runtime })
                    }
                    #(#blocking_calls)*
                }
            }
        }
    });
    items(quote! {
        /// A client of the service, with a method for each operation.
        ///
        /// Clones are cheap and share everything: connections, tokens, the pause after a 429, the retry budget.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: ::client_runtime::Core,
        }
        impl ::std::convert::From<::client_runtime::Core> for Client {
            fn from(core: ::client_runtime::Core) -> Self {
                Self { core }
            }
        }
        #[allow(clippy::all)]
        impl Client {
            #builder
            /// The state that all clones share.
            pub fn core(&self) -> &::client_runtime::Core {
                &self.core
            }
            /// The generated client below this one: it sends each request once to the base URL, with the token and after the
            /// pause of this client, and never retries. Its errors do not report the effect of a call. It is the one for event
            /// streams and for downloads of any size, for which it sets no timeout.
            pub fn generated(&self) -> wire::Client {
                let exchange = ::client_runtime::Exchange::direct(self.core.clone(), |method| {
                    match method {
                        #(#by_method,)*
                        _ => ::std::option::Option::None,
                    }
                });
                wire::Client::new_with_client(self.core.base_url(), self.core.http().clone(), exchange)
            }
            #(#calls)*
        }
        #blocking
    })
}

fn items(tokens: TokenStream) -> Result<Vec<Item>, Error> {
    let file: File = syn::parse2(tokens).map_err(|error| Error::missing("#", error.to_string()))?;
    Ok(file.items)
}

/// Puts checks of client-runtime before the source: of its version, and of each needed feature.
pub(crate) fn with_checks(source: &str, features: &[&str]) -> String {
    let features = features
        .iter()
        .map(|feature| format!("::client_runtime::require_{feature}!();\n"));
    let version = "const _: () = ::client_runtime::generated::v0_1();\n";
    format!("{version}{}{source}", features.collect::<String>())
}
