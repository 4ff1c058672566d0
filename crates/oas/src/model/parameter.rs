use super::Node;
use super::media_type::{Example, MediaType, examples, media_types};
use crate::{Document, Style};

/// A parameter of an operation, references resolved.
#[derive(Debug, Clone)]
pub struct Parameter<'d> {
    document: &'d Document,
    node: Node<'d>,
    written: Node<'d>,
}

impl<'d> Parameter<'d> {
    pub(crate) fn read(document: &'d Document, written: Node<'d>) -> Option<Self> {
        let node = document.resolve(written.clone())?;
        node.value.is_object().then_some(Self {
            document,
            node,
            written,
        })
    }

    /// The name; empty when it has none.
    pub fn name(&self) -> &'d str {
        self.node.str("name").unwrap_or_default()
    }

    /// The location, `in`: `query`, `header`, `path` or `cookie`; empty when it has none.
    pub fn location(&self) -> &'d str {
        self.node.str("in").unwrap_or_default()
    }

    /// Whether it must be sent.
    pub fn is_required(&self) -> bool {
        self.node.is_true("required")
    }

    /// Style of its value, and whether an array or object is exploded; by default those of its
    /// location.
    pub fn style(&self) -> (Style, bool) {
        self.node.style_in(self.location())
    }

    /// The parameter object, references resolved.
    pub fn node(&self) -> &Node<'d> {
        &self.node
    }

    /// The parameter where the operation or path item lists it: perhaps a reference.
    pub fn written(&self) -> &Node<'d> {
        &self.written
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.node.str("description")
    }

    /// The schema; that of its only media type when the parameter has `content`.
    pub fn schema(&self) -> Option<Node<'d>> {
        self.node.get("schema").or_else(|| {
            self.media_types()
                .into_iter()
                .find_map(|media_type| media_type.schema)
        })
    }

    /// Its `content`, for a parameter that is serialised as a media type.
    pub fn media_types(&self) -> Vec<MediaType<'d>> {
        media_types(self.document, &self.node)
    }

    /// Its own examples, without those of its schema.
    pub fn examples(&self) -> Vec<Example<'d>> {
        examples(self.document, &self.node)
    }
}

/// A header of a response, references resolved.
#[derive(Debug, Clone)]
pub struct Header<'d> {
    /// The header's name, as written.
    pub name: &'d str,
    inner: Parameter<'d>,
}

impl<'d> Header<'d> {
    pub(crate) fn read(document: &'d Document, name: &'d str, written: Node<'d>) -> Option<Self> {
        Some(Self {
            name,
            inner: Parameter::read(document, written)?,
        })
    }

    /// The header object, references resolved.
    pub fn node(&self) -> &Node<'d> {
        self.inner.node()
    }

    /// Whether the response always has it.
    pub fn is_required(&self) -> bool {
        self.inner.is_required()
    }

    /// The description.
    pub fn description(&self) -> Option<&'d str> {
        self.inner.description()
    }

    /// The schema.
    pub fn schema(&self) -> Option<Node<'d>> {
        self.inner.schema()
    }

    /// Its own examples, without those of its schema.
    pub fn examples(&self) -> Vec<Example<'d>> {
        self.inner.examples()
    }
}
