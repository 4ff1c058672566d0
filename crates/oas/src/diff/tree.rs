use serde_json::Value;

use crate::{Document, Node, Pointer};

/// One of the two documents, as its raw tree.
#[derive(Debug)]
pub(super) struct Tree<'d> {
    document: &'d Document,
}

impl<'d> Tree<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document }
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    pub(super) fn root(&self) -> Node<'d> {
        self.document.root_node()
    }

    /// Whether keywords beside a `$ref` count, as they do since OpenAPI 3.1; 3.0 ignores them.
    pub(super) fn siblings_count(&self) -> bool {
        let version = self.document.root().get("openapi").and_then(Value::as_str);
        version.is_some_and(|version| !version.starts_with("3.0"))
    }

    /// Follows the `$ref`s of a node. `None` if they do not resolve.
    pub(super) fn resolve(&self, node: &Node<'d>) -> Option<Node<'d>> {
        self.document.resolve(node.clone())
    }

    /// The target of a reference within the document.
    pub(super) fn target(&self, reference: &str) -> Option<Node<'d>> {
        self.document.node(&Pointer::from_reference(reference)?)
    }
}

/// The identity of a value in its document.
pub(super) fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}
