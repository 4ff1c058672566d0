//! The query parameter whose values are joined.

use syn::{
    Expr,
    visit_mut::{self, VisitMut},
};

/// Removes `.query(&QueryParam::new(name, values))`, and keeps the values.
pub(super) struct QueryParameter<'n> {
    pub(super) name: &'n str,
    pub(super) values: Option<Expr>,
}

impl QueryParameter<'_> {
    fn values(&self, expression: &Expr) -> Option<Expr> {
        let Expr::MethodCall(query) = expression else {
            return None;
        };
        let Some(Expr::Reference(parameter)) = query.args.first() else {
            return None;
        };
        let Expr::Call(new) = &*parameter.expr else {
            return None;
        };
        let Some(Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(name),
            ..
        })) = new.args.first()
        else {
            return None;
        };
        let is_wanted = query.method == "query" && name.value() == self.name;
        new.args.get(1).filter(|_| is_wanted).cloned()
    }
}

impl VisitMut for QueryParameter<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let Some(values) = self.values(expression)
            && let Expr::MethodCall(query) = expression
        {
            self.values = Some(values);
            *expression = (*query.receiver).clone();
        }
    }
}
