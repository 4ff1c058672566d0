//! Rewrites the requests that a generated operation sends, and how it reads responses.

mod bodies;
mod query;
mod segments;
mod successes;

use proc_macro2::Ident;
use quote::{format_ident, quote};
use serde_json::Value;
use syn::{
    Arm, Block, Expr, ExprMatch, Fields, File, FnArg, ImplItem, ImplItemFn, Item, ItemMod, Pat,
    ReturnType, Stmt, Type, parse_quote,
};

use super::{modules, paths};
use crate::{
    document::{Operation, operations},
    error::Error,
    expressions::{edit_block, edit_statement},
    idents::{method_name, operation_type_name},
    lower::{BodyKind, Plan, Success},
};

/// Included where a query parameter has joined values.
const JOIN_QUERY: &str = include_str!("../runtime/join_query.rs");

/// Rewrites the builders of all operations, and adds the types of their successes.
pub(crate) fn rewrite(file: &mut File, document: &Value, plan: &Plan) -> Result<(), Error> {
    let mut successes = Vec::new();
    let mut has_path_parameter = false;
    let mut has_joined = false;
    let Some(builder) = modules::child(&mut file.items, "builder") else {
        return Ok(());
    };
    for operation in operations(document) {
        let segments = segments::of(operation.path);
        has_path_parameter |= !segments.is_empty();
        let Some(mut found) = Builder::find(builder, &operation) else {
            continue;
        };
        if let Some(plan) = plan.of_operation(&operation.pointer) {
            if plan.has_optional_body {
                found.make_body_optional()?;
            }
            has_joined |= !plan.joined.is_empty();
            for (name, separator) in &plan.joined {
                found.join_values(name, separator)?;
            }
            found.set_header("CONTENT_TYPE", &plan.media_type, plan.has_optional_body)?;
            found.set_header("ACCEPT", &plan.accept, false)?;
            for status in &plan.raw_statuses {
                let response = found.response()?;
                let arm = parse_quote!(#status => Err(Error::UnexpectedResponse(#response)),);
                found.responses()?.arms.insert(0, arm);
            }
            if !plan.successes.is_empty() {
                successes.extend(found.return_all(&plan.successes)?);
            }
        }
        found.reject_dot_segments(&segments)?;
        if matches!(operation.method, "trace" | "options") {
            found.name_method(operation.method);
        }
        found.order_responses()?;
        found.deprecate_parameters(&operation);
    }
    if has_path_parameter {
        segments::encode_backslashes(file);
    }
    if has_joined {
        let runtime: File =
            syn::parse_str(JOIN_QUERY).map_err(|error| Error::missing("#", error.to_string()))?;
        file.items.extend(runtime.items);
    }
    if let Some(types) = modules::child(&mut file.items, "types")
        && let Some((_, items)) = &mut types.content
    {
        items.extend(successes);
    }
    Ok(())
}

/// The generated builder of one operation.
struct Builder<'b> {
    pointer: String,
    name: Ident,
    fields: &'b mut Fields,
    functions: Vec<&'b mut ImplItemFn>,
}

impl<'b> Builder<'b> {
    fn find(builder: &'b mut ItemMod, operation: &Operation<'_>) -> Option<Self> {
        let name = operation_type_name(operation.id());
        let mut fields = None;
        let mut functions = Vec::new();
        for item in &mut builder.content.as_mut()?.1 {
            match item {
                Item::Struct(item) if item.ident == name => fields = Some(&mut item.fields),
                Item::Impl(item) if is_named(&item.self_ty, &name) => {
                    let found = item.items.iter_mut().filter_map(|item| match item {
                        ImplItem::Fn(function) => Some(function),
                        _ => None,
                    });
                    functions.extend(found);
                }
                _ => {}
            }
        }
        Some(Self {
            pointer: operation.pointer.clone(),
            name,
            fields: fields?,
            functions,
        })
    }

    fn function(&mut self, name: &str) -> Result<&mut ImplItemFn, Error> {
        let missing = Error::missing(&self.pointer, format!("a function `{name}`"));
        let found = self
            .functions
            .iter_mut()
            .find(|function| function.sig.ident == name);
        found.map(|function| &mut **function).ok_or(missing)
    }

    fn send(&mut self) -> Result<&mut Block, Error> {
        Ok(&mut self.function("send")?.block)
    }

    /// The `match` on the status of the response.
    fn responses(&mut self) -> Result<&mut ExprMatch, Error> {
        let missing = Error::missing(&self.pointer, "a match on the status");
        match self.send()?.stmts.last_mut() {
            Some(Stmt::Expr(Expr::Match(responses), None)) => Ok(responses),
            _ => Err(missing),
        }
    }

    /// The variable of the response, which a parameter named `response` changes.
    fn response(&mut self) -> Result<Expr, Error> {
        let missing = Error::missing(&self.pointer, "the status of a response");
        match &*self.responses()?.expr {
            Expr::MethodCall(code) => match &*code.receiver {
                Expr::MethodCall(status) => Ok((*status.receiver).clone()),
                _ => Err(missing),
            },
            _ => Err(missing),
        }
    }

    /// The index of the statement that declares the variable.
    fn variable(&mut self, is_wanted: impl Fn(&str, &Expr) -> bool) -> Result<usize, Error> {
        let missing = Error::missing(&self.pointer, "a statement of `send`");
        let index = self.send()?.stmts.iter().position(|statement| {
            let Stmt::Local(local) = statement else {
                return false;
            };
            let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) else {
                return false;
            };
            is_wanted(&name.ident.to_string(), &init.expr)
        });
        index.ok_or(missing)
    }

    /// Rejects values that would change the path of the request. A URL cannot encode them.
    fn reject_dot_segments(&mut self, segments: &[Vec<segments::Piece>]) -> Result<(), Error> {
        for segment in segments {
            let check = segments::check(segment);
            let is_url =
                |name: &str, value: &Expr| name.ends_with("url") && matches!(value, Expr::Macro(_));
            let index = self.variable(is_url)?;
            self.send()?.stmts.insert(index, check);
        }
        Ok(())
    }

    /// Sets a header in the place of the generated one, if there is a body where it is `with_body`.
    fn set_header(
        &mut self,
        name: &str,
        value: &Option<String>,
        with_body: bool,
    ) -> Result<(), Error> {
        let Some(value) = value else { return Ok(()) };
        let name = format_ident!("{name}");
        let mut statement: Stmt = parse_quote! {
            header_map.insert(
                ::reqwest::header::#name,
                ::reqwest::header::HeaderValue::from_static(#value),
            );
        };
        if with_body {
            statement = parse_quote!(if body.is_some() { #statement });
        }
        let index = self.variable(|name, _| name == "header_map")?;
        self.send()?.stmts.insert(index + 1, statement);
        Ok(())
    }

    /// Writes the values of a query parameter into one, with a separator that is not encoded.
    fn join_values(&mut self, name: &str, separator: &str) -> Result<(), Error> {
        let missing = Error::missing(&self.pointer, format!("the query parameter `{name}`"));
        let index = self.variable(|_, value| {
            let Expr::Try(built) = value else {
                return false;
            };
            matches!(&*built.expr, Expr::MethodCall(build) if build.method == "build")
        })?;
        let send = self.send()?;
        let mut values = None;
        edit_statement(&mut send.stmts[index], &mut |expression| {
            values = query::take_values(expression, name).or(values.take());
        });
        let (Some(values), Stmt::Local(local)) = (values, &send.stmts[index]) else {
            return Err(missing);
        };
        let Pat::Ident(request) = &local.pat else {
            return Err(missing);
        };
        let request = &request.ident;
        let join = parse_quote!(super::join_query(&mut #request, #name, #values, #separator););
        send.stmts.insert(index + 1, join);
        Ok(())
    }

    /// reqwest has no functions for these methods.
    fn name_method(&mut self, method: &str) {
        let Ok(send) = self.send() else { return };
        edit_block(send, &mut |expression| {
            if let Expr::MethodCall(call) = expression
                && call.method == method
                && call.args.len() == 1
            {
                let method = format_ident!("{}", method.to_uppercase());
                call.method = format_ident!("request");
                call.args
                    .insert(0, parse_quote!(::reqwest::Method::#method));
            }
        });
    }

    /// Sends no body unless one was set.
    fn make_body_optional(&mut self) -> Result<(), Error> {
        let body = self
            .fields
            .iter_mut()
            .find(|field| field.ident.as_ref().is_some_and(|name| name == "body"));
        let Some(argument) = body.and_then(|field| paths::first_argument_mut(&mut field.ty)) else {
            return Err(Error::missing(&self.pointer, "a field `body`"));
        };
        *argument = parse_quote!(::std::option::Option<#argument>);
        for function in &mut self.functions {
            match function.sig.ident.to_string().as_str() {
                "new" => edit_block(&mut function.block, &mut bodies::omit_at_first),
                "body" => edit_block(&mut function.block, &mut bodies::set),
                "body_map" => {
                    function.block.stmts[0] = parse_quote! {
                        self.body = self.body.map(|body| Some(f(body.unwrap_or_default())));
                    };
                }
                _ => {}
            }
        }
        let index = self.variable(|name, _| name == "body")?;
        let send = self.send()?;
        edit_statement(&mut send.stmts[index], &mut bodies::convert);
        let mut is_sent = false;
        edit_block(send, &mut |expression| {
            if let Some(sending) = bodies::send(expression) {
                *expression = sending;
                is_sent = true;
            }
        });
        match is_sent {
            true => Ok(()),
            false => Err(Error::missing(&self.pointer, "a call that sets the body")),
        }
    }

    /// Returns every documented success: an `Option` if the others have no body, else an enum by
    /// status.
    fn return_all(&mut self, successes: &[Success]) -> Result<Vec<Item>, Error> {
        let mut schemas: Vec<_> = successes
            .iter()
            .filter_map(|success| match &success.kind {
                BodyKind::Json(schema) => Some(successes::component(schema)),
                BodyKind::Empty | BodyKind::Raw => None,
            })
            .collect();
        schemas.dedup();
        let has_raw = successes
            .iter()
            .any(|success| success.kind == BodyKind::Raw);
        let (ty, items): (Type, _) = match &schemas[..] {
            [one] if !has_raw => (parse_quote!(::std::option::Option<#one>), Vec::new()),
            _ => {
                let name = format_ident!("{}Success", self.name);
                (
                    parse_quote!(types::#name),
                    successes::success_enum(&name, successes),
                )
            }
        };
        let enum_name = (!items.is_empty()).then(|| format_ident!("{}Success", self.name));
        let response = self.response()?;
        let responses = self.responses()?;
        responses.arms.retain(|arm| !is_success(&arm.pat));
        let mut ordered: Vec<_> = successes.iter().collect();
        ordered.sort_by_key(|success| success.status.ends_with('X'));
        let mut arms: Vec<Arm> = Vec::new();
        for Success { status, kind } in ordered {
            let pattern: Pat = match status.parse::<u16>() {
                Ok(status) => parse_quote!(#status),
                Err(_) => parse_quote!(200..=299),
            };
            let variant = format_ident!("Status{status}");
            let read: Expr = match (kind, &enum_name) {
                (BodyKind::Json(schema), name) => {
                    let ty = successes::component(schema);
                    let wrap: Expr = match name {
                        Some(name) => parse_quote!(types::#name::#variant),
                        None => parse_quote!(Some),
                    };
                    parse_quote!(ResponseValue::<#ty>::from_response(#response).await?.map(#wrap))
                }
                (BodyKind::Empty, Some(name)) => {
                    parse_quote!(ResponseValue::empty(#response).map(|()| types::#name::#variant))
                }
                (BodyKind::Empty, None) => {
                    parse_quote!(ResponseValue::empty(#response).map(|()| None))
                }
                (BodyKind::Raw, Some(name)) => {
                    parse_quote!(ResponseValue::stream(#response).map(types::#name::#variant))
                }
                (BodyKind::Raw, None) => continue,
            };
            arms.push(parse_quote!(#pattern => #read,));
        }
        responses.arms.splice(0..0, arms);
        let missing = Error::missing(&self.pointer, "the type of the response");
        let ReturnType::Type(_, result) = &mut self.function("send")?.sig.output else {
            return Err(missing);
        };
        let value = paths::first_argument_mut(result).ok_or(missing)?;
        *value = parse_quote!(ResponseValue<#ty>);
        Ok(items)
    }

    /// Puts statuses before ranges: the first arm that matches is taken.
    fn order_responses(&mut self) -> Result<(), Error> {
        self.responses()?.arms.sort_by_key(|arm| match &arm.pat {
            Pat::Lit(_) => 0,
            Pat::Range(_) => 1,
            _ => 2,
        });
        Ok(())
    }

    fn deprecate_parameters(&mut self, operation: &Operation<'_>) {
        let parameters = operation.value.get("parameters").and_then(Value::as_array);
        for parameter in parameters.into_iter().flatten() {
            let name = parameter
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let schema = parameter.get("schema");
            let is_deprecated = [Some(parameter), schema]
                .into_iter()
                .flatten()
                .any(|value| value.get("deprecated") == Some(&Value::Bool(true)));
            if !is_deprecated {
                continue;
            }
            let is_setter = |function: &&mut &mut ImplItemFn| {
                function.sig.ident == method_name(name)
                    && matches!(function.sig.inputs.first(), Some(FnArg::Receiver(_)))
            };
            if let Some(setter) = self.functions.iter_mut().find(is_setter) {
                setter
                    .attrs
                    .push(parse_quote!(#[deprecated(note = "by the service")]));
            }
        }
    }
}

fn is_success(pattern: &Pat) -> bool {
    let text = quote!(#pattern).to_string();
    text.starts_with('2')
}

fn is_named(ty: &Type, name: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    let mut segments = path.path.segments.iter();
    segments.next().is_some_and(|first| first.ident == *name) && segments.next().is_none()
}
