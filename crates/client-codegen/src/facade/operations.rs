use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;
use syn::{Field, File, ImplItem, Item, ItemImpl, ItemStruct, Path, ReturnType, Type};

use super::facts::{Facts, Parameter, is_stream, parameters};
use crate::{
    document::{Operation, at, child, resolve},
    idents::{constant_name, method_name, operation_type_name},
    lifecycle::deprecation_note,
    lower::Plan,
    note::Note,
    pass::{modules, paths},
    schema,
};

/// The facade's method of an operation.
pub(crate) struct Method {
    pub(crate) name: Ident,
    pub(crate) constant: Ident,
    /// The type of the decoded success.
    pub(crate) output: Type,
    ty: Ident,
    decoder: Ident,
    /// Whether the success is decoded as a whole: one of several may be bytes.
    is_readable: bool,
    arguments: Vec<Argument>,
    docs: String,
    summary: String,
    deprecated: Option<String>,
}

struct Argument {
    name: Ident,
    ty: Type,
    kind: ArgumentKind,
    docs: String,
    is_deprecated: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum ArgumentKind {
    Required,
    Optional,
    /// Always this value.
    Pinned(String),
    /// A body that is built from a value or its builder.
    Body,
    /// A body without a type of its own.
    Bytes,
    OptionalBytes,
}

impl Method {
    /// Returns the method of an operation, from the items that the generator made for it.
    ///
    /// # Errors
    /// The operation stays on the client below the facade, for this reason.
    pub(crate) fn of(
        file: &File,
        document: &Value,
        lowered: &Value,
        plan: &Plan,
        operation: &Operation<'_>,
    ) -> Result<Self, Note> {
        let left_out = |reason: &str| {
            let message = format!("not in the facade, only in the client below it: {reason}");
            Note::lossy(&operation.pointer, message)
        };
        let name = method_name(operation.id());
        let ty = operation_type_name(operation.id());
        let builder = builder(file, &ty).ok_or_else(|| left_out("its builder was not found"))?;
        let facts = Facts::new(document, operation);
        let media_types = facts.success_media_types();
        if let Some(stream) = media_types.iter().find(|name| is_stream(name)) {
            return Err(left_out(&format!("`{stream}` is a stream")));
        }
        let success = success(file, &ty).ok_or_else(|| left_out("its result was not found"))?;
        let (output, decoder) = output(file, document, operation, success, &media_types)
            .ok_or_else(|| left_out("its result cannot be read completely"))?;
        let plan_of_operation = plan.of_operation(&operation.pointer);
        let decoder = match plan_of_operation.is_some_and(|plan| !plan.successes.is_empty()) {
            true => format_ident!("value"),
            false => decoder,
        };
        let documented = parameters(document, operation);
        let positions = positions(document, lowered, plan, operation, &documented);
        let position = |name: &Ident| positions.get(&name.to_string()).copied();
        let mut arguments = Vec::new();
        for field in builder.fields.iter().skip(1) {
            let position = field.ident.as_ref().and_then(position);
            let parameter = position.and_then(|position| documented.get(position));
            let argument = Argument::of(field, parameter, lowered, operation);
            arguments.push(argument.ok_or_else(|| left_out("an argument has an unknown type"))?);
        }
        arguments.sort_by_key(|argument| position(&argument.name).unwrap_or(usize::MAX));
        let text = |key: &str| {
            let value = operation.value.get(key).and_then(Value::as_str);
            value.unwrap_or_default().trim().to_owned()
        };
        let request = format!("`{} {}`", operation.method.to_uppercase(), operation.path);
        let paragraphs = [text("summary"), text("description"), request];
        let paragraphs = paragraphs.into_iter().filter(|text| !text.is_empty());
        Ok(Self {
            constant: constant_name(operation.id()),
            is_readable: !has_bytes(file, &output),
            output,
            decoder,
            arguments,
            docs: paragraphs.collect::<Vec<_>>().join("\n\n"),
            summary: format!("`{}`", operation.id()),
            deprecated: deprecation_note(document, operation),
            name,
            ty,
        })
    }

    /// The operation with its arguments.
    pub(crate) fn operation(&self, module: &Path) -> TokenStream {
        let Self {
            name,
            constant,
            output,
            ty,
            decoder,
            ..
        } = self;
        let fields = self.arguments.iter().filter_map(Argument::field);
        let (names, types): (Vec<_>, Vec<_>) = self
            .required()
            .map(|argument| (&argument.name, &argument.ty))
            .unzip();
        let unset = self.optional().map(|argument| {
            let name = &argument.name;
            quote!(#name: ::std::option::Option::None)
        });
        let setters: Vec<_> = self.optional().map(Argument::setter).collect();
        let setters = (!setters.is_empty()).then(|| quote!(impl #ty { #(#setters)* }));
        let transfers = self.arguments.iter().map(Argument::transfer);
        let received = match decoder.to_string().as_str() {
            "unit" | "value" => quote!(request.send().await),
            _ => quote!(request.send().await, &wire.inner),
        };
        let explain = self.explain();
        let unknowns = self.unknowns(module);
        let docs = format!("The operation {} with its arguments.", self.summary);
        quote! {
            #[doc = #docs]
            #[derive(Clone, Debug)]
            #[non_exhaustive]
            pub struct #ty {
                #(#fields,)*
            }
            impl #ty {
                /// The operation with its required arguments.
                #[allow(clippy::too_many_arguments, reason = "one for each required parameter")]
                pub(crate) fn new(#(#names: #types),*) -> Self {
                    Self { #(#names,)* #(#unset,)* }
                }
            }
            #setters
            impl ::client_runtime::Operation for #ty {
                type Output = #output;
                type Response = ::client_runtime::Response<#output>;
                type Wire = wire::Client;
                fn facts(&self) -> &'static ::client_runtime::Facts {
                    &document::operations::#constant
                }
                #[allow(deprecated, reason = "it sets deprecated parameters too")]
                async fn attempt(&self, wire: &wire::Client) -> ::client_runtime::Sent<#output> {
                    let request = wire.#name();
                    #(#transfers)*
                    ::client_runtime::generated::#decoder(#received)
                }
                fn response(
                    &self,
                    response: ::client_runtime::Response<#output>,
                    _: &::client_runtime::Notices,
                ) -> ::client_runtime::Response<#output> {
                    response
                }
                #explain
                #unknowns
            }
        }
    }

    /// The function that locates the cause of a decode error.
    fn explain(&self) -> Option<TokenStream> {
        let output = &self.output;
        let is_json = self.decoder == "json" || self.decoder == "value";
        (is_json && self.is_readable).then(|| {
            quote! {
                fn explain(&self, body: &[u8]) -> ::std::option::Option<::std::string::String> {
                    ::client_runtime::generated::explain::<#output>(body)
                }
            }
        })
    }

    /// The function that visits the types of the output.
    fn unknowns(&self, module: &Path) -> Option<TokenStream> {
        let output = &self.output;
        super::unknowns::is_visited(output, module).then(|| {
            quote! {
                fn unknowns(output: &#output, unknowns: &mut ::client_runtime::Unknowns) {
                    ::client_runtime::Visit::visit(output, unknowns);
                }
            }
        })
    }

    /// The method of the client.
    pub(crate) fn call(&self) -> TokenStream {
        let (name, ty, constant) = (&self.name, &self.ty, &self.constant);
        let (docs, deprecated) = (self.docs(), self.deprecated());
        let parameters = self.parameters();
        let mut converted = Vec::new();
        let mut values = Vec::new();
        for argument in self.required() {
            let name = &argument.name;
            if argument.kind == ArgumentKind::Body {
                let ty = &argument.ty;
                converted.push(quote! {
                    let #name: ::std::result::Result<#ty, _> = #name.try_into();
                    let #name = #name.map_err(|error| ::std::string::ToString::to_string(&error));
                });
            } else {
                converted.push(quote!(let #name = #name.into();));
            }
            values.push(name);
        }
        let has_body = self
            .required()
            .any(|argument| argument.kind == ArgumentKind::Body);
        let operation = match has_body {
            true => quote!(body.map(|body| operations::#ty::new(#(#values),*))),
            false => {
                quote!(::std::result::Result::Ok(operations::#ty::new(#(#values),*)))
            }
        };
        quote! {
            #[doc = #docs]
            #deprecated
            pub fn #name(&self, #(#parameters),*) -> ::client_runtime::Call<operations::#ty>
            {
                #(#converted)*
                let operation = #operation;
                ::client_runtime::Call::of(&self.core, &document::operations::#constant, operation)
            }
        }
    }

    /// The method of the blocking client.
    pub(crate) fn blocking_call(&self) -> TokenStream {
        let (name, ty) = (&self.name, &self.ty);
        let (docs, deprecated) = (self.docs(), self.deprecated());
        let parameters = self.parameters();
        let names = self.required().map(|argument| &argument.name);
        quote! {
            #[doc = #docs]
            #deprecated
            #[allow(clippy::all, deprecated, reason = "generated, of a method that may be deprecated")]
            pub fn #name(
                &self,
                #(#parameters),*
            ) -> ::client_runtime::Call<operations::#ty, ::client_runtime::Blocking>
            {
                super::Client::#name(&self.client, #(#names),*).blocking(self.runtime.clone())
            }
        }
    }

    fn parameters(&self) -> Vec<TokenStream> {
        let parameters = self.required().map(|argument| {
            let (name, ty) = (&argument.name, &argument.ty);
            match argument.kind {
                ArgumentKind::Body => {
                    quote!(#name: impl ::std::convert::TryInto<#ty, Error: ::std::fmt::Display>)
                }
                _ => quote!(#name: impl ::std::convert::Into<#ty>),
            }
        });
        parameters.collect()
    }

    fn docs(&self) -> String {
        let mut docs = self.docs.clone();
        let optional: Vec<String> = self
            .optional()
            .map(|argument| format!("`{}`", argument.name))
            .collect();
        if !optional.is_empty() {
            docs.push_str(&format!(
                "\n\nOptional arguments, set by [`with`](::client_runtime::Call::with): {}.",
                optional.join(", ")
            ));
        }
        docs
    }

    fn deprecated(&self) -> Option<TokenStream> {
        let note = self.deprecated.as_ref()?;
        Some(quote!(#[deprecated(note = #note)]))
    }

    fn required(&self) -> impl Iterator<Item = &Argument> {
        let is_required = |argument: &&Argument| {
            matches!(
                argument.kind,
                ArgumentKind::Required | ArgumentKind::Body | ArgumentKind::Bytes
            )
        };
        self.arguments.iter().filter(is_required)
    }

    fn optional(&self) -> impl Iterator<Item = &Argument> {
        let is_optional = |argument: &&Argument| {
            matches!(
                argument.kind,
                ArgumentKind::Optional | ArgumentKind::OptionalBytes
            )
        };
        self.arguments.iter().filter(is_optional)
    }
}

impl Argument {
    /// The field of the operation; nothing for a pinned value.
    fn field(&self) -> Option<TokenStream> {
        let (name, ty) = (&self.name, &self.ty);
        match self.kind {
            ArgumentKind::Pinned(_) => None,
            ArgumentKind::Optional | ArgumentKind::OptionalBytes => {
                Some(quote!(pub(crate) #name: ::std::option::Option<#ty>))
            }
            ArgumentKind::Required | ArgumentKind::Body | ArgumentKind::Bytes => {
                Some(quote!(pub(crate) #name: #ty))
            }
        }
    }

    /// The setter of an optional argument.
    fn setter(&self) -> TokenStream {
        let (name, ty, docs) = (&self.name, &self.ty, &self.docs);
        let deprecated = self
            .is_deprecated
            .then(|| quote!(#[deprecated(note = "by the service")]));
        quote! {
            #[doc = #docs]
            #deprecated
            pub fn #name(mut self, value: impl ::std::convert::Into<#ty>) -> Self {
                self.#name = ::std::option::Option::Some(value.into());
                self
            }
        }
    }

    /// The statement that passes the value to the builder of the client below the facade.
    fn transfer(&self) -> TokenStream {
        let name = &self.name;
        match &self.kind {
            ArgumentKind::Pinned(value) => {
                quote!(let request = request.#name(::std::string::String::from(#value));)
            }
            ArgumentKind::Required | ArgumentKind::Body => {
                quote!(let request = request.#name(self.#name.clone());)
            }
            ArgumentKind::Bytes => {
                quote!(let request = request.#name(::reqwest::Body::from(self.#name.clone()));)
            }
            ArgumentKind::Optional => quote! {
                let request = match &self.#name {
                    ::std::option::Option::Some(value) => request.#name(value.clone()),
                    ::std::option::Option::None => request,
                };
            },
            ArgumentKind::OptionalBytes => quote! {
                let request = match &self.#name {
                    ::std::option::Option::Some(value) => {
                        request.#name(::reqwest::Body::from(value.clone()))
                    }
                    ::std::option::Option::None => request,
                };
            },
        }
    }

    /// The argument of a field of the generator's builder; nothing if its type is unknown.
    fn of(
        field: &Field,
        parameter: Option<&Parameter<'_>>,
        lowered: &Value,
        operation: &Operation<'_>,
    ) -> Option<Self> {
        let name = field.ident.clone()?;
        let ty = paths::imported_argument(&field.ty, "Result")?;
        if parameter.is_none() && name == "body" {
            let left_out = paths::option_argument(ty);
            let ty = left_out.unwrap_or(ty);
            let (ty, kind) = match (built(ty), left_out) {
                (Some(ty), None) => (ty, ArgumentKind::Body),
                (Some(ty), Some(_)) => (ty, ArgumentKind::Optional),
                (None, _) if is_text(lowered, operation) => {
                    let kind = left_out.map_or(ArgumentKind::Required, |_| ArgumentKind::Optional);
                    (syn::parse_quote!(::std::string::String), kind)
                }
                (None, _) if *ty == syn::parse_quote!(reqwest::Body) => {
                    let kind =
                        left_out.map_or(ArgumentKind::Bytes, |_| ArgumentKind::OptionalBytes);
                    (syn::parse_quote!(::bytes::Bytes), kind)
                }
                (None, None) => (ty.clone(), ArgumentKind::Required),
                (None, Some(_)) => (ty.clone(), ArgumentKind::Optional),
            };
            return Some(Self {
                name,
                ty,
                kind,
                docs: "Sets the body.".to_owned(),
                is_deprecated: false,
            });
        }
        let optional = paths::imported_argument(ty, "Option");
        let (ty, is_optional) = match optional.or_else(|| paths::option_argument(ty)) {
            Some(ty) => (ty.clone(), true),
            None => (ty.clone(), false),
        };
        let kind = match parameter.and_then(Parameter::pinned) {
            Some(value) => ArgumentKind::Pinned(value.to_owned()),
            None if is_optional => ArgumentKind::Optional,
            None => ArgumentKind::Required,
        };
        let description = parameter.map_or("", |parameter| parameter.description.trim());
        let docs = match description {
            "" => format!("Sets `{name}`."),
            description => format!("Sets `{name}`: {description}"),
        };
        Some(Self {
            name,
            ty,
            kind,
            docs,
            is_deprecated: parameter.is_some_and(|parameter| parameter.is_deprecated),
        })
    }
}

/// The positions in the document of the parameters that the setters stand for.
fn positions(
    document: &Value,
    lowered: &Value,
    plan: &Plan,
    operation: &Operation<'_>,
    documented: &[Parameter<'_>],
) -> BTreeMap<String, usize> {
    let list = child(&operation.pointer, "parameters");
    let position = |pointer: String| {
        let name = at(lowered, &child(&pointer, "name"))?.as_str()?;
        let origin = resolve(document, &plan.origin(&pointer));
        let position = documented
            .iter()
            .position(|known| known.pointer == origin)?;
        Some((method_name(name).to_string(), position))
    };
    schema::items(lowered, &list)
        .into_iter()
        .filter_map(position)
        .collect()
}

/// Whether a type is the enum of several successes, of which one is a stream of bytes.
fn has_bytes(file: &File, ty: &Type) -> bool {
    let bytes: Type = syn::parse_quote!(::progenitor_client::ByteStream);
    modules::content(&file.items, "types")
        .iter()
        .any(|item| match item {
            Item::Enum(item) if paths::local(ty) == Some(&item.ident) => {
                let mut fields = item.variants.iter().flat_map(|variant| &variant.fields);
                fields.any(|field| field.ty == bytes)
            }
            _ => false,
        })
}

/// Whether the body of an operation is text, for which the generator's setter takes a string.
fn is_text(document: &Value, operation: &Operation<'_>) -> bool {
    let body = resolve(document, &child(&operation.pointer, "requestBody"));
    at(document, &child(&child(&body, "content"), "text/plain")).is_some()
}

/// `types::X` of the builder `types::builder::X`.
fn built(ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let names: Vec<_> = path.path.segments.iter().map(|part| &part.ident).collect();
    match names.as_slice() {
        [types, builder, name] if *types == "types" && *builder == "builder" => {
            Some(syn::parse_quote!(types::#name))
        }
        [types, name] if *types == "types" => Some(syn::parse_quote!(types::#name)),
        _ => None,
    }
}

/// The type of the decoded success, and the function of the runtime that decodes it.
fn output(
    file: &File,
    document: &Value,
    operation: &Operation<'_>,
    success: &Type,
    media_types: &[&str],
) -> Option<(Type, Ident)> {
    let decoder = |name: &str| Ident::new(name, proc_macro2::Span::call_site());
    let text = success.to_token_stream().to_string();
    match text.as_str() {
        _ if operation.method == "head" => Some((syn::parse_quote!(()), decoder("unit"))),
        "()" => Some((success.clone(), decoder("unit"))),
        "reqwest :: Upgraded" => None,
        "ByteStream" => {
            let is_json = |name: &&str| name.ends_with("+json");
            let ty = match media_types.iter().find(|name| is_json(name)) {
                Some(json) => {
                    let ty = json_type(file, document, operation, json);
                    let value = || syn::parse_quote!(::serde_json::Value);
                    return Some((ty.unwrap_or_else(value), decoder("json")));
                }
                None if media_types.iter().all(|name| name.starts_with("text/")) => {
                    (syn::parse_quote!(::std::string::String), decoder("text"))
                }
                None => (syn::parse_quote!(::bytes::Bytes), decoder("binary")),
            };
            Some(ty)
        }
        _ => Some((success.clone(), decoder("json"))),
    }
}

/// The type of the component that a success refers to.
fn json_type(
    file: &File,
    document: &Value,
    operation: &Operation<'_>,
    media_type: &str,
) -> Option<Type> {
    let responses = child(&operation.pointer, "responses");
    let responses = crate::document::members(document, &responses);
    responses.into_iter().find_map(|(status, pointer, _)| {
        let response = resolve(document, &pointer);
        let schema = child(&child(&child(&response, "content"), media_type), "schema");
        let target = crate::document::reference(at(document, &schema)?)?;
        let name = target.strip_prefix("#/components/schemas/")?;
        let name = crate::idents::type_name(name);
        let is_success = status.starts_with('2') || status == "default";
        let is_generated = modules::content(&file.items, "types")
            .iter()
            .any(|item| matches!(item, Item::Struct(item) if item.ident == name));
        (is_success && is_generated).then(|| syn::parse_quote!(types::#name))
    })
}

fn builder<'f>(file: &'f File, name: &Ident) -> Option<&'f ItemStruct> {
    let mut items = modules::content(&file.items, "builder").iter();
    items.find_map(|item| match item {
        Item::Struct(item) if item.ident == *name => Some(item),
        _ => None,
    })
}

/// `T` of the result of `send`.
fn success<'f>(file: &'f File, name: &Ident) -> Option<&'f Type> {
    let mut items = modules::content(&file.items, "builder").iter();
    items.find_map(|item| {
        let Item::Impl(ItemImpl { self_ty, items, .. }) = item else {
            return None;
        };
        let Type::Path(path) = &**self_ty else {
            return None;
        };
        let segments = &path.path.segments;
        if segments.len() != 1 || segments.first()?.ident != *name {
            return None;
        }
        items.iter().find_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == "send" => {
                let ReturnType::Type(_, ty) = &function.sig.output else {
                    return None;
                };
                let received = paths::imported_argument(ty, "Result")?;
                paths::imported_argument(received, "ResponseValue")
            }
            _ => None,
        })
    })
}
