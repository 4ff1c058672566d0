use std::collections::HashSet;

use serde_json::Value;

use super::constant::{constants, is_null_only};
use crate::diff::tree::{Tree, address};
use crate::{Node, Pointer};

/// A normalised schema: `$ref`s are followed, `allOf` is flattened, a choice with one alternative
/// is that alternative, a choice of constants is an `enum`, an alternative that is null is
/// `nullable`, and `not` of `not` of a schema is the schema.
#[derive(Debug, Clone, Default)]
pub(in crate::diff) struct Shape<'d> {
    /// The schema objects that all apply, outermost first.
    pub(super) parts: Vec<Node<'d>>,
    /// The choices that apply beside them.
    pub(in crate::diff) choices: Vec<Choice<'d>>,
    /// References that do not resolve.
    pub(super) opaque: Vec<Node<'d>>,
    /// Keywords beside a `$ref`, which OpenAPI 3.0 ignores.
    pub(super) ignored: Vec<Node<'d>>,
    /// Values of an `enum` that was written as a choice of constants.
    pub(super) constants: Vec<(Node<'d>, Vec<&'d Value>)>,
    /// Alternatives that are constants: only their documentation is left to compare.
    pub(super) values: Vec<Node<'d>>,
    /// Whether `null` is an alternative of a choice.
    pub(super) null_alternative: bool,
    /// Targets of the references that were followed, in order.
    pub(super) names: Vec<Pointer>,
    /// Values that were read without becoming part of the above.
    pub(super) read: Vec<&'d Value>,
    /// The number of double negations that were removed.
    pub(super) negations: usize,
}

/// A schema: the conjunction of some nodes, with one alternative picked in some of their choices.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Schema<'d> {
    pub(super) nodes: Vec<Node<'d>>,
    /// Choices by address, and the index of the alternative.
    pub(super) picks: Vec<(usize, usize)>,
    /// Whether a discriminator selected it, so that its own discriminators do not apply again.
    pub(super) is_variant: bool,
}

impl<'d> Schema<'d> {
    /// The reference that the schema is, if it is nothing else.
    pub(super) fn link(&self) -> Option<&Node<'d>> {
        let [node] = self.nodes.as_slice() else {
            return None;
        };
        let members = node.value.as_object()?;
        let is_link = members.len() == 1 && self.picks.is_empty() && node.reference().is_some();
        is_link.then_some(node)
    }
}

impl<'d> From<Node<'d>> for Schema<'d> {
    fn from(node: Node<'d>) -> Self {
        Self {
            nodes: vec![node],
            picks: Vec::new(),
            is_variant: false,
        }
    }
}

impl<'d> From<Vec<Node<'d>>> for Schema<'d> {
    fn from(nodes: Vec<Node<'d>>) -> Self {
        Self {
            nodes,
            picks: Vec::new(),
            is_variant: false,
        }
    }
}

/// A `oneOf` or `anyOf` with at least two alternatives.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Choice<'d> {
    pub(super) keyword: ChoiceKeyword,
    pub(super) node: Node<'d>,
    pub(in crate::diff) alternatives: Vec<Node<'d>>,
}

/// The two ways to offer alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) enum ChoiceKeyword {
    /// Exactly one alternative matches.
    OneOf,
    /// At least one alternative matches.
    AnyOf,
}

impl ChoiceKeyword {
    /// The keyword as it is written in a document.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::OneOf => "oneOf",
            Self::AnyOf => "anyOf",
        }
    }
}

/// Treatment of properties that an object does not name.
#[derive(Debug, Clone)]
pub(in crate::diff) enum Additional<'d> {
    Open,
    Closed,
    Schema(Vec<Node<'d>>),
}

impl<'d> Shape<'d> {
    /// Normalises a schema.
    pub(in crate::diff) fn of(tree: &Tree<'d>, schema: &Schema<'d>) -> Self {
        let mut shape = Self::default();
        let mut visited = HashSet::new();
        let mut pending: Vec<Node<'d>> = schema.nodes.iter().rev().cloned().collect();
        while let Some(node) = pending.pop() {
            if visited.insert(address(node.value)) {
                shape.take(tree, schema, node, &mut pending);
            }
        }
        shape
    }

    fn take(
        &mut self,
        tree: &Tree<'d>,
        schema: &Schema<'d>,
        node: Node<'d>,
        pending: &mut Vec<Node<'d>>,
    ) {
        if let Some(reference) = node.reference() {
            match tree.target(reference) {
                Some(target) => {
                    self.names.push(target.pointer.clone());
                    pending.push(target);
                }
                None => self.opaque.extend(node.get("$ref")),
            }
            if !tree.siblings_count() {
                self.read.push(node.value);
                let siblings = node.members().filter(|(key, _)| *key != "$ref");
                self.ignored.extend(siblings.map(|(_, sibling)| sibling));
                return;
            }
        }
        // Last in, first out: this schema's own keywords come first, then its conjuncts, then the
        // only alternatives of its choices.
        let mut below: Vec<Node<'d>> = node.items_of("allOf").collect();
        for keyword in [ChoiceKeyword::OneOf, ChoiceKeyword::AnyOf] {
            if let Some(choice) = node.get(keyword.name()) {
                below.extend(self.choose(tree, schema, keyword, choice));
            }
        }
        if let Some(inner) = node.get("not").and_then(|not| negated_by(&not)) {
            self.read.extend(node.value.get("not"));
            self.negations += 1;
            below.push(inner);
        }
        pending.extend(below.into_iter().rev());
        self.parts.push(node);
    }

    /// Reads a choice. Returns the alternative if there is only one.
    fn choose(
        &mut self,
        tree: &Tree<'d>,
        schema: &Schema<'d>,
        keyword: ChoiceKeyword,
        node: Node<'d>,
    ) -> Option<Node<'d>> {
        let (nulls, mut alternatives): (Vec<_>, Vec<_>) =
            node.items().partition(|item| is_null_only(tree, item));
        self.read.extend(nulls.iter().map(|null| null.value));
        self.null_alternative |= !nulls.is_empty();
        self.values.extend(nulls);
        if let Some((_, index)) = schema
            .picks
            .iter()
            .find(|(at, _)| *at == address(node.value))
        {
            return alternatives.get(*index).cloned();
        }
        if alternatives.len() == 1 {
            return alternatives.pop();
        }
        let constants: Option<Vec<&'d Value>> = alternatives
            .iter()
            .map(|item| constants(tree, item))
            .collect::<Option<Vec<_>>>()
            .map(|lists| lists.concat());
        match constants {
            Some(values) if !values.is_empty() => {
                self.values.extend(alternatives);
                self.constants.push((node, values));
            }
            _ if alternatives.is_empty() => {}
            _ => self.choices.push(Choice {
                keyword,
                node,
                alternatives,
            }),
        }
        None
    }

    /// Every value of a keyword, one from each part that has it.
    pub(in crate::diff) fn all<'s>(
        &'s self,
        keyword: &'s str,
    ) -> impl Iterator<Item = Node<'d>> + 's {
        self.parts.iter().filter_map(move |part| part.get(keyword))
    }

    /// The outermost value of a keyword.
    pub(super) fn first(&self, keyword: &str) -> Option<Node<'d>> {
        self.all(keyword).next()
    }

    pub(super) fn any_true(&self, keyword: &str) -> bool {
        self.parts.iter().any(|part| part.is_true(keyword))
    }

    /// The location of a keyword that does not exist: the schema that would contain it.
    pub(super) fn container(&self) -> Pointer {
        let container = self.parts.first().or(self.opaque.first());
        container
            .map(|node| node.pointer.clone())
            .unwrap_or_default()
    }

    /// Whether `null` is accepted, as far as `enum` does not decide it.
    pub(super) fn is_nullable(&self) -> bool {
        let lists_null = |node: Node<'d>| match node.value {
            Value::Array(names) => names.iter().any(|name| name == "null"),
            name => name == "null",
        };
        let typed = self.first("type").is_some();
        let limited_to_null = || {
            let values = self.limited_to();
            values.is_some_and(|values| values.iter().any(|value| value.is_null()))
        };
        self.null_alternative
            || self.any_true("nullable")
            || self.all("type").any(lists_null)
            || (!typed && limited_to_null())
    }

    /// The values of the `enum`; of several, those in common.
    pub(in crate::diff) fn limited_to(&self) -> Option<Vec<&'d Value>> {
        let lists = self.all("enum").filter_map(|node| {
            let values = node.value.as_array()?;
            Some(values.iter().collect::<Vec<_>>())
        });
        let constants = self.all("const").map(|node| vec![node.value]);
        let choices = self.constants.iter().map(|(_, values)| values.clone());
        let mut lists = lists.chain(constants).chain(choices);
        let first = lists.next()?;
        Some(lists.fold(first, |mut common, list| {
            common.retain(|value| list.contains(value));
            common
        }))
    }

    /// The names of the required properties, in the order they are written.
    pub(super) fn required(&self) -> Vec<&'d str> {
        let mut names = Vec::new();
        let mut known = HashSet::new();
        for list in self
            .parts
            .iter()
            .filter_map(|part| part.value.get("required")?.as_array())
        {
            names.extend(
                list.iter()
                    .filter_map(Value::as_str)
                    .filter(|name| known.insert(*name)),
            );
        }
        names
    }

    /// The schemas of a property, one from each part that declares it.
    pub(in crate::diff) fn property(&self, name: &str) -> Vec<Node<'d>> {
        self.all("properties")
            .filter_map(|properties| properties.get(name))
            .collect()
    }

    /// The names of the properties, in the order they are written.
    pub(super) fn property_names(&self) -> Vec<&'d str> {
        let mut known = HashSet::new();
        let properties = self
            .parts
            .iter()
            .filter_map(|part| part.value.get("properties")?.as_object());
        properties
            .flat_map(|properties| properties.keys())
            .map(String::as_str)
            .filter(|name| known.insert(*name))
            .collect()
    }

    /// The schemas under `not`, without double negations.
    pub(super) fn negated(&self) -> Vec<Node<'d>> {
        let all = self.all("not");
        all.filter(|node| negated_by(node).is_none()).collect()
    }

    pub(in crate::diff) fn additional(&self) -> Additional<'d> {
        let mut schemas = Vec::new();
        for node in self.all("additionalProperties") {
            match node.value {
                Value::Bool(false) => return Additional::Closed,
                Value::Object(schema) if !schema.is_empty() => schemas.push(node),
                _ => {}
            }
        }
        if schemas.is_empty() {
            Additional::Open
        } else {
            Additional::Schema(schemas)
        }
    }

    /// The schemas of the items; an empty schema equals none.
    pub(in crate::diff) fn items(&self) -> Vec<Node<'d>> {
        self.all("items")
            .filter(|node| {
                node.value
                    .as_object()
                    .is_none_or(|schema| !schema.is_empty())
            })
            .collect()
    }
}

/// The schema that a schema negates, if it does nothing else.
fn negated_by<'d>(node: &Node<'d>) -> Option<Node<'d>> {
    let members = node.value.as_object().filter(|members| members.len() == 1);
    members.and_then(|_| node.get("not"))
}
