use super::media_type::{MediaType, media_types};
use super::{Header, Node};
use crate::Document;
use crate::vocabulary::Status;

/// The request body of an operation, references resolved.
#[derive(Debug, Clone)]
pub struct RequestBody<'d> {
    document: &'d Document,
    node: Node<'d>,
}

impl<'d> RequestBody<'d> {
    pub(crate) fn read(document: &'d Document, written: Node<'d>) -> Option<Self> {
        let node = document.resolve(written)?;
        node.value.is_object().then_some(Self { document, node })
    }

    /// The request body object, references resolved.
    pub fn node(&self) -> &Node<'d> {
        &self.node
    }

    /// Whether it must be sent.
    pub fn is_required(&self) -> bool {
        self.node.is_true("required")
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.node.str("description")
    }

    /// Its media types, in the order of the text.
    pub fn media_types(&self) -> Vec<MediaType<'d>> {
        media_types(self.document, &self.node)
    }
}

/// One response of an operation, references resolved.
#[derive(Debug, Clone)]
pub struct Response<'d> {
    document: &'d Document,
    /// The status as written: `201`, `4XX` or `default`.
    pub status: &'d str,
    node: Node<'d>,
}

impl<'d> Response<'d> {
    pub(crate) fn read(document: &'d Document, status: &'d str, written: Node<'d>) -> Option<Self> {
        let node = document.resolve(written)?;
        node.value.is_object().then_some(Self {
            document,
            status,
            node,
        })
    }

    /// The statuses that it describes; `None` when its key is not one of `responses`.
    pub fn statuses(&self) -> Option<Status> {
        Status::parse(self.status)
    }

    /// The status code; `None` for a class and for `default`.
    pub fn code(&self) -> Option<u16> {
        self.statuses()?.code()
    }

    /// Whether it describes a success: a status code, or the class, of the two hundreds.
    pub fn is_success(&self) -> bool {
        self.statuses().is_some_and(Status::is_success)
    }

    /// The response object, references resolved.
    pub fn node(&self) -> &Node<'d> {
        &self.node
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.node.str("description")
    }

    /// Its headers, in the order of the text.
    pub fn headers(&self) -> Vec<Header<'d>> {
        let headers = self.node.members_of("headers");
        headers
            .filter_map(|(name, node)| Header::read(self.document, name, node))
            .collect()
    }

    /// Its media types, in the order of the text.
    pub fn media_types(&self) -> Vec<MediaType<'d>> {
        media_types(self.document, &self.node)
    }
}
