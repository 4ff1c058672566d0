//! Properties of schemas.

use std::collections::HashSet;

use oas::{Document, Node, Pointer};

/// Properties of the objects of a schema.
pub(crate) struct Properties<'d> {
    /// Each property with all of its schemas, alternatives included, in the order of the text.
    pub(crate) list: Vec<(&'d str, Vec<Node<'d>>)>,
    /// Whether the schema describes no properties and allows any.
    pub(crate) is_free_form: bool,
}

impl<'d> Properties<'d> {
    pub(crate) fn of(document: &'d Document, schema: &Node<'d>) -> Self {
        let mut list: Vec<(&str, Vec<Node<'_>>)> = Vec::new();
        let parts = parts(document, schema);
        for (name, node) in parts.iter().flat_map(|part| part.members_of("properties")) {
            match list.iter_mut().find(|(known, _)| *known == name) {
                Some((_, nodes)) => nodes.push(node),
                None => list.push((name, vec![node])),
            }
        }
        let closed = |part: &Node<'_>| {
            let additional = part.get("additionalProperties");
            additional.is_some_and(|node| node.value == false)
        };
        let other = |part: &Node<'_>| {
            let kind = part.str("type");
            kind.is_some_and(|kind| kind != "object")
        };
        let is_free_form = list.is_empty() && !parts.iter().any(|part| closed(part) || other(part));
        Self { list, is_free_form }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&[Node<'d>]> {
        let found = self.list.iter().find(|(known, _)| *known == name);
        found.map(|(_, nodes)| nodes.as_slice())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// A schema with everything that it combines: the members of `allOf`, `oneOf` and `anyOf`, and of
/// theirs, and the schemas that its discriminator selects.
pub(crate) fn parts<'d>(document: &'d Document, schema: &Node<'d>) -> Vec<Node<'d>> {
    let mut seen: HashSet<Pointer> = HashSet::new();
    let (mut open, mut found) = (vec![schema.clone()], Vec::new());
    while let Some(node) = open.pop() {
        // For a child, the parent is a part, but the other children of the parent are not.
        let own = document.resolve(node.clone());
        for part in document.all_of(node) {
            if part.reference().is_some() || !seen.insert(part.pointer.clone()) {
                continue;
            }
            let branches = ["oneOf", "anyOf"]
                .iter()
                .flat_map(|keyword| part.items_of(keyword));
            let mut branches: Vec<_> = branches.collect();
            if own.as_ref().is_some_and(|own| own.pointer == part.pointer)
                && let Some(discriminator) = document.discriminator(&part)
            {
                let variants = discriminator.variants.into_iter();
                branches.extend(variants.filter_map(|variant| variant.schema));
            }
            branches.reverse();
            open.extend(branches);
            found.push(part);
        }
    }
    found
}

/// Whether any of these schemas, or a member of their `allOf`, has a mark such as `readOnly: true`.
pub(crate) fn is_marked(document: &Document, nodes: &[Node<'_>], mark: &str) -> bool {
    nodes
        .iter()
        .any(|node| document.all_of(node.clone()).any(|part| part.is_true(mark)))
}

pub(crate) fn required<'d>(document: &'d Document, schema: &Node<'d>) -> HashSet<&'d str> {
    let parts = document.all_of(schema.clone());
    let names = parts.flat_map(|part| part.items_of("required").collect::<Vec<_>>());
    names.filter_map(|name| name.value.as_str()).collect()
}

/// The schema of the property `name`.
pub(crate) fn member<'d>(
    document: &'d Document,
    schema: &Node<'d>,
    name: &str,
) -> Option<Node<'d>> {
    let mut parts = parts(document, schema).into_iter();
    parts.find_map(|part| part.get("properties")?.get(name))
}

/// Whether a value of the schema may be of a type.
pub(crate) fn has_type(document: &Document, schema: &Node<'_>, kind: &str) -> bool {
    parts(document, schema)
        .iter()
        .any(|part| part.str("type") == Some(kind))
}
