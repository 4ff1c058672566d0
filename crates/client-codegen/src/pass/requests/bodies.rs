//! Rewrites the builder of an operation for a body that can be omitted.

use syn::{
    Expr, ExprMethodCall, parse_quote,
    visit_mut::{self, VisitMut},
};

/// `body: …` of a new builder.
pub(super) struct Initial;

impl VisitMut for Initial {
    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        if matches!(&field.member, syn::Member::Named(name) if name == "body") {
            field.expr = parse_quote!(Ok(None));
        }
    }
}

/// `self.body = …` of the setter.
pub(super) struct Setter;

impl VisitMut for Setter {
    fn visit_expr_assign_mut(&mut self, assign: &mut syn::ExprAssign) {
        let value = &assign.right;
        assign.right = parse_quote!(#value.map(Some));
    }
}

/// `body.and_then(|v| …)`, which makes the value from its builder.
pub(super) struct Conversion;

impl VisitMut for Conversion {
    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if call.method == "and_then"
            && let Some(conversion) = call.args.first_mut()
        {
            *conversion = parse_quote!(|body| body.map(#conversion).transpose());
        }
    }
}

/// The call that sets the body of the request.
pub(super) struct Sending {
    pub(super) is_done: bool,
}

impl VisitMut for Sending {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(call) = expression
            && matches!(
                call.method.to_string().as_str(),
                "json" | "form_urlencoded" | "body"
            )
            && call.args.len() == 1
        {
            let (receiver, method) = (&call.receiver, &call.method);
            *expression = match method.to_string().as_str() {
                "form_urlencoded" => parse_quote! {
                    match &body {
                        Some(body) => #receiver.form_urlencoded(body),
                        None => Ok(#receiver),
                    }
                },
                "json" => parse_quote! {
                    match &body {
                        Some(body) => #receiver.json(body),
                        None => #receiver,
                    }
                },
                _ => {
                    // The generator sets the header with the body.
                    let bare = match &**receiver {
                        Expr::MethodCall(header) if header.method == "header" => &header.receiver,
                        _ => receiver,
                    };
                    parse_quote! {
                        match body {
                            Some(body) => #receiver.body(body),
                            None => #bare,
                        }
                    }
                }
            };
            self.is_done = true;
            return;
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}
