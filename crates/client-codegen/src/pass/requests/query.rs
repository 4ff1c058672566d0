//! The query parameter whose values are joined.

use syn::{Expr, ExprLit, Lit};

/// Removes `.query(&QueryParam::new(name, values))` from its receiver, and returns the values.
pub(super) fn take_values(expression: &mut Expr, name: &str) -> Option<Expr> {
    let Expr::MethodCall(query) = expression else {
        return None;
    };
    let Some(Expr::Reference(parameter)) = query.args.first() else {
        return None;
    };
    let Expr::Call(new) = &*parameter.expr else {
        return None;
    };
    let Some(Expr::Lit(ExprLit {
        lit: Lit::Str(found),
        ..
    })) = new.args.first()
    else {
        return None;
    };
    if query.method != "query" || found.value() != name {
        return None;
    }
    let values = new.args.get(1).cloned()?;
    *expression = (*query.receiver).clone();
    Some(values)
}
