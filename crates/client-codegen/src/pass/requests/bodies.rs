//! Rewrites the builder of an operation for a body that can be omitted.

use syn::{Expr, Member, parse_quote};

/// `body: …` of a new builder.
pub(super) fn omit_at_first(expression: &mut Expr) {
    let Expr::Struct(builder) = expression else {
        return;
    };
    for field in &mut builder.fields {
        if matches!(&field.member, Member::Named(name) if name == "body") {
            field.expr = parse_quote!(Ok(None));
        }
    }
}

/// `self.body = …` of the setter.
pub(super) fn set(expression: &mut Expr) {
    if let Expr::Assign(assign) = expression {
        let value = &assign.right;
        assign.right = parse_quote!(#value.map(Some));
    }
}

/// `body.and_then(|v| …)`, which makes the value from its builder.
pub(super) fn convert(expression: &mut Expr) {
    if let Expr::MethodCall(call) = expression
        && call.method == "and_then"
        && let Some(conversion) = call.args.first_mut()
    {
        *conversion = parse_quote!(|body| body.map(#conversion).transpose());
    }
}

/// The call that sets the body of the request, on the condition that there is one.
pub(super) fn send(expression: &Expr) -> Option<Expr> {
    let Expr::MethodCall(call) = expression else {
        return None;
    };
    let (receiver, method) = (&call.receiver, &call.method);
    if call.args.len() != 1 {
        return None;
    }
    Some(match method.to_string().as_str() {
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
        "body" => {
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
        _ => return None,
    })
}
