use super::{Node, Parameter, RequestBody, Response, SecurityRequirement, Server};
use crate::vocabulary::Method;
use crate::{Document, Pointer};

/// One operation: a method of a path.
#[derive(Debug, Clone)]
pub struct Operation<'d> {
    document: &'d Document,
    path: &'d str,
    method: Method,
    path_item: Node<'d>,
    node: Node<'d>,
}

impl<'d> Operation<'d> {
    /// The path template, as written: `/tasks/{id}`.
    pub fn path(&self) -> &'d str {
        self.path
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Returns the pointer of the operation.
    pub fn pointer(&self) -> &Pointer {
        &self.node.pointer
    }

    /// The operation object.
    pub fn node(&self) -> &Node<'d> {
        &self.node
    }

    /// The path item that the operation is in.
    pub fn path_item(&self) -> &Node<'d> {
        &self.path_item
    }

    /// The `operationId`.
    pub fn id(&self) -> Option<&'d str> {
        self.node.str("operationId")
    }

    /// The name for messages: the operation's id, or else its method and path.
    pub fn label(&self) -> String {
        self.id()
            .map_or_else(|| format!("{} {}", self.method, self.path), str::to_owned)
    }

    /// The summary.
    pub fn summary(&self) -> Option<&'d str> {
        self.node.str("summary")
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.node.str("description")
    }

    /// Whether it is marked `deprecated: true`.
    pub fn is_deprecated(&self) -> bool {
        self.node.is_true("deprecated")
    }

    /// The parameters: the operation's own, and those of its path item that it does not override
    /// (same name, same location).
    pub fn parameters(&self) -> Vec<Parameter<'d>> {
        let read = |node: &Node<'d>| {
            let parameters = node
                .items_of("parameters")
                .filter_map(|node| Parameter::read(self.document, node));
            parameters.collect::<Vec<_>>()
        };
        let mut parameters = read(&self.node);
        for inherited in read(&self.path_item) {
            if !parameters
                .iter()
                .any(|own| own.name() == inherited.name() && own.location() == inherited.location())
            {
                parameters.push(inherited);
            }
        }
        parameters
    }

    /// The request body.
    pub fn request_body(&self) -> Option<RequestBody<'d>> {
        RequestBody::read(self.document, self.node.get("requestBody")?)
    }

    /// The responses, in the order of the text.
    pub fn responses(&self) -> impl Iterator<Item = Response<'d>> + use<'d> {
        let document = self.document;
        let responses = self
            .node
            .members_of("responses")
            .filter(|(status, _)| !status.starts_with("x-"));
        responses.filter_map(move |(status, node)| Response::read(document, status, node))
    }

    /// The alternatives of which a client must satisfy one: the operation's own, or else the
    /// document's. An empty list requires nothing.
    pub fn security(&self) -> Vec<SecurityRequirement<'d>> {
        let own = self.node.get("security");
        own.map_or_else(
            || self.document.security(),
            |node| SecurityRequirement::read_all(&node),
        )
    }

    /// The servers: the operation's own, or else the path item's, or else the document's.
    pub fn servers(&self) -> Vec<Server<'d>> {
        let own = self
            .node
            .get("servers")
            .or_else(|| self.path_item.get("servers"));
        own.map_or_else(|| self.document.servers(), |node| Server::read_all(&node))
    }
}

impl Document {
    /// Every operation, in the order of the text.
    pub fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        let paths = self.root_node().members_of("paths");
        paths
            .filter(|(path, _)| path.starts_with('/'))
            .flat_map(move |(path, item)| {
                let path_item = self.resolve(item.clone()).unwrap_or(item);
                let members = path_item.members().collect::<Vec<_>>();
                members.into_iter().filter_map(move |(key, node)| {
                    let method = Method::from_key(key).filter(|_| node.value.is_object())?;
                    Some(Operation {
                        document: self,
                        path,
                        method,
                        path_item: path_item.clone(),
                        node,
                    })
                })
            })
    }
}
