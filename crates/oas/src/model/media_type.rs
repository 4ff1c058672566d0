use super::Node;
use crate::Document;
use crate::vocabulary::MediaRange;

/// One media type of a request body, response, parameter or header.
#[derive(Debug, Clone)]
pub struct MediaType<'d> {
    /// The name, as written: `application/json`.
    pub name: &'d str,
    /// The media type object.
    pub node: Node<'d>,
    /// Its schema, as written: perhaps a reference.
    pub schema: Option<Node<'d>>,
    /// Its examples, without those of its schema.
    pub examples: Vec<Example<'d>>,
}

/// One example.
#[derive(Debug, Clone, PartialEq)]
pub struct Example<'d> {
    /// Its name among the `examples`; the single `example` has none.
    pub name: Option<&'d str>,
    /// The example's value.
    pub value: Node<'d>,
}

impl MediaType<'_> {
    /// The name without its parameters, in lower case.
    pub fn essence(&self) -> String {
        MediaRange::of(self.name).essence().to_owned()
    }

    /// Whether it carries JSON: `application/json`, or a name that ends in `+json`, whatever its
    /// parameters.
    pub fn is_json(&self) -> bool {
        MediaRange::of(self.name).is_json()
    }
}

pub(crate) fn media_types<'d>(document: &'d Document, node: &Node<'d>) -> Vec<MediaType<'d>> {
    let content = node
        .members_of("content")
        .filter(|(_, node)| node.value.is_object());
    let read = |(name, node): (&'d str, Node<'d>)| {
        let examples = examples(document, &node);
        MediaType {
            name,
            schema: node.get("schema"),
            examples,
            node,
        }
    };
    content.map(read).collect()
}

/// The `example` and the `examples` of a media type, parameter or header. An example by
/// `externalValue` has no value here.
pub(crate) fn examples<'d>(document: &'d Document, node: &Node<'d>) -> Vec<Example<'d>> {
    let single = node
        .get("example")
        .map(|value| Example { name: None, value });
    let named = node.members_of("examples").filter_map(|(name, node)| {
        let value = document.resolve(node)?.get("value")?;
        Some(Example {
            name: Some(name),
            value,
        })
    });
    single.into_iter().chain(named).collect()
}
