use super::Node;
use crate::Document;

/// One alternative of the security of an operation: all of these schemes; none if it is open.
#[derive(Debug, Clone, PartialEq)]
pub struct SecurityRequirement<'d> {
    /// The node of the requirement.
    pub node: Node<'d>,
    /// The schemes by name, each with the scopes it must grant.
    pub schemes: Vec<(&'d str, Vec<&'d str>)>,
}

impl<'d> SecurityRequirement<'d> {
    pub(crate) fn read_all(list: &Node<'d>) -> Vec<Self> {
        let read = |node: Node<'d>| {
            let scopes = |node: Node<'d>| {
                node.items()
                    .filter_map(|scope| scope.value.as_str())
                    .collect()
            };
            let schemes = node
                .members()
                .map(|(name, node)| (name, scopes(node)))
                .collect();
            Self { node, schemes }
        };
        list.items().map(read).collect()
    }
}

/// One server.
#[derive(Debug, Clone, PartialEq)]
pub struct Server<'d> {
    /// The server object.
    pub node: Node<'d>,
    /// The URL, perhaps a template, perhaps relative; empty when it has none.
    pub url: &'d str,
}

impl<'d> Server<'d> {
    pub(crate) fn read_all(list: &Node<'d>) -> Vec<Self> {
        list.items()
            .map(|node| Self {
                url: node.str("url").unwrap_or_default(),
                node,
            })
            .collect()
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.node.str("description")
    }
}

impl Document {
    /// The document's own security requirements, which apply to operations without any of their
    /// own.
    pub fn security(&self) -> Vec<SecurityRequirement<'_>> {
        self.root_node()
            .get("security")
            .map(|node| SecurityRequirement::read_all(&node))
            .unwrap_or_default()
    }

    /// The document's own servers.
    pub fn servers(&self) -> Vec<Server<'_>> {
        self.root_node()
            .get("servers")
            .map(|node| Server::read_all(&node))
            .unwrap_or_default()
    }

    /// The components of one kind (`schemas`, `responses`, …) by name, as written.
    pub fn components(&self, kind: &str) -> impl Iterator<Item = (&str, Node<'_>)> {
        self.root_node()
            .get("components")
            .into_iter()
            .flat_map(move |node| node.members_of(kind))
    }

    /// The schemas of the components by name.
    pub fn schemas(&self) -> impl Iterator<Item = (&str, Node<'_>)> {
        self.components("schemas")
    }

    /// The security schemes of the components by name, references resolved.
    pub fn security_schemes(&self) -> impl Iterator<Item = (&str, Node<'_>)> {
        self.components("securitySchemes")
            .filter_map(|(name, node)| Some((name, self.resolve(node)?)))
    }
}
