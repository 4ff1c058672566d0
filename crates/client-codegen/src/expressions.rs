//! Edits the expressions of generated functions.

use syn::{
    Block, Expr, Item, Stmt,
    visit_mut::{self, VisitMut},
};

/// Passes each expression of the block to `edit`, those inside of another before it.
pub(crate) fn edit_block(block: &mut Block, edit: &mut dyn FnMut(&mut Expr)) {
    Expressions(edit).visit_block_mut(block);
}

/// Passes each expression of the item to `edit`, those inside of another before it.
pub(crate) fn edit_item(item: &mut Item, edit: &mut dyn FnMut(&mut Expr)) {
    Expressions(edit).visit_item_mut(item);
}

/// Passes each expression of the statement to `edit`, those inside of another before it.
pub(crate) fn edit_statement(statement: &mut Stmt, edit: &mut dyn FnMut(&mut Expr)) {
    Expressions(edit).visit_stmt_mut(statement);
}

/// The only visitor in a build: each implementation of the trait compiles all of syn's functions
/// again.
struct Expressions<'e>(&'e mut dyn FnMut(&mut Expr));

impl VisitMut for Expressions<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        (self.0)(expression);
    }
}
