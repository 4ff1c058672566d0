use std::collections::HashSet;

use serde_json::Value;

use crate::vocabulary::Style;
use crate::{Document, Pointer};

/// Maximum length of a chain of references that is followed.
pub(crate) const MAX_CHAIN: usize = 32;

/// A value of a document with its pointer: the lenient view on which everything else is built.
///
/// Accessors return `None` for a value that is absent or of another type. Rules report such
/// defects.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'d> {
    /// Pointer to the value.
    pub pointer: Pointer,
    /// The value.
    pub value: &'d Value,
}

impl<'d> Node<'d> {
    /// The member or item `token`.
    pub fn get(&self, token: &str) -> Option<Node<'d>> {
        let value = match self.value {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            other => other.get(token)?,
        };
        Some(Node {
            pointer: self.pointer.join(token),
            value,
        })
    }

    /// The text of the member `key`.
    pub fn str(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    /// Whether the member `key` is `true`.
    pub fn is_true(&self, key: &str) -> bool {
        self.value.get(key) == Some(&Value::Bool(true))
    }

    /// The `style` and `explode` of a parameter, header or property of a form, with the defaults of
    /// its location; a style that does not exist is the default.
    pub fn style_in(&self, location: &str) -> (Style, bool) {
        let written = self.str("style").and_then(Style::parse);
        let style = written.unwrap_or_else(|| Style::default_in(location));
        let explode = self.value.get("explode").and_then(Value::as_bool);
        let explode = explode.unwrap_or_else(|| style.explodes_by_default());
        (style, explode)
    }

    /// The members of an object, in the order of the text; nothing for other values.
    pub fn members(&self) -> impl Iterator<Item = (&'d str, Node<'d>)> + use<'d> {
        let pointer = self.pointer.clone();
        let members = self.value.as_object().into_iter().flatten();
        members.map(move |(key, value)| {
            (
                key.as_str(),
                Node {
                    pointer: pointer.join(key),
                    value,
                },
            )
        })
    }

    /// The items of an array; nothing for other values.
    pub fn items(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let pointer = self.pointer.clone();
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items.map(move |(index, value)| Node {
            pointer: pointer.index(index),
            value,
        })
    }

    /// The members of the object `key` of this object.
    pub fn members_of(&self, key: &str) -> impl Iterator<Item = (&'d str, Node<'d>)> + use<'d> {
        self.get(key).into_iter().flat_map(|node| node.members())
    }

    /// The items of the array `key` of this object.
    pub fn items_of(&self, key: &str) -> impl Iterator<Item = Node<'d>> + use<'d> {
        self.get(key).into_iter().flat_map(|node| node.items())
    }

    /// The text of the `$ref`, when this is a reference object.
    pub fn reference(&self) -> Option<&'d str> {
        self.str("$ref")
    }
}

impl Document {
    /// The whole document as a node.
    pub(crate) fn root_node(&self) -> Node<'_> {
        Node {
            pointer: Pointer::root(),
            value: self.root(),
        }
    }

    /// The node at a pointer.
    pub fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        Some(Node {
            value: self.get(pointer)?,
            pointer: pointer.clone(),
        })
    }

    /// The content of the files that references lead to, by key, as nodes.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&str, Node<'_>)> {
        self.part_values().map(|(key, value)| {
            let pointer = Pointer::of_part(key);
            (key, Node { pointer, value })
        })
    }

    /// Follows `$ref`s until something else is reached; a node that is not a reference is
    /// returned unchanged.
    ///
    /// `None` if a reference is unresolved, external or circular.
    pub fn resolve<'d>(&'d self, node: Node<'d>) -> Option<Node<'d>> {
        let mut seen = Vec::new();
        let mut node = node;
        while let Some(reference) = node.reference() {
            let target = Pointer::from_reference(reference)?;
            if seen.contains(&target) {
                return None;
            }
            node = self.node(&target)?;
            seen.push(target);
        }
        Some(node)
    }

    /// A schema, the targets of its references, and the members of its `allOf`, of theirs, and so
    /// on: everything that a value of the schema matches at once. Each location occurs once; chains
    /// of more than 32 references are not followed to their end.
    pub fn all_of<'d>(&'d self, schema: Node<'d>) -> impl Iterator<Item = Node<'d>> {
        let mut open = vec![(schema, 0)];
        let mut seen = HashSet::new();
        std::iter::from_fn(move || {
            let (node, depth) = open.pop()?;
            if let Some(reference) = node.reference() {
                if depth < MAX_CHAIN && seen.insert(reference) {
                    let target = Pointer::from_reference(reference);
                    let target = target.and_then(|target| self.node(&target));
                    open.extend(target.map(|target| (target, depth + 1)));
                }
            } else {
                let members = node.items_of("allOf").map(|member| (member, depth));
                let members = members.collect::<Vec<_>>();
                open.extend(members.into_iter().rev());
            }
            Some(node)
        })
    }
}
