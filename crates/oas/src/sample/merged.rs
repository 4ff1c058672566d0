use std::collections::HashSet;

use serde_json::{Value, json};

use crate::model::Node;
use crate::vocabulary::{Kind, format};
use crate::{Direction, Document};

/// Schemas that apply to one value together: a schema and the members of its `allOf`.
#[derive(Clone)]
pub(super) struct Merged<'d> {
    pub(super) parts: Vec<Node<'d>>,
    /// Members with the value that they must have: a discriminator's value is the name of the
    /// branch.
    pub(super) fixed: Vec<(String, Value)>,
    /// Optional properties that are left out.
    pub(super) omitted: HashSet<&'d str>,
    /// Whether the value may be left out by whatever contains it.
    pub(super) is_optional: bool,
}

impl<'d> Merged<'d> {
    pub(super) fn of(document: &'d Document, nodes: &[Node<'d>]) -> Self {
        let mut merged = Self {
            parts: Vec::new(),
            fixed: Vec::new(),
            omitted: HashSet::new(),
            is_optional: false,
        };
        for node in nodes {
            let added = merged.added(document, node);
            merged.parts.extend(added);
        }
        merged
    }

    /// The parts of another schema that are not among these.
    pub(super) fn added(&self, document: &'d Document, node: &Node<'d>) -> Vec<Node<'d>> {
        let parts = document.all_of(node.clone());
        let parts = parts.filter(|part| part.reference().is_none());
        parts
            .filter(|part| !self.parts.iter().any(|own| own.pointer == part.pointer))
            .collect()
    }

    /// The value of a keyword, from the first schema that has it.
    pub(super) fn get(&self, keyword: &str) -> Option<&'d Value> {
        self.all(keyword).next()
    }

    /// The values of a keyword.
    pub(super) fn all(&self, keyword: &str) -> impl Iterator<Item = &'d Value> {
        self.parts
            .iter()
            .filter_map(move |part| part.value.get(keyword))
    }

    /// The greatest value of a keyword that sets a lower limit, such as `minLength`.
    pub(super) fn at_least(&self, keyword: &str) -> u64 {
        self.all(keyword)
            .filter_map(Value::as_u64)
            .max()
            .unwrap_or(0)
    }

    /// The smallest value of a keyword that sets an upper limit, such as `maxLength`.
    pub(super) fn at_most(&self, keyword: &str) -> Option<u64> {
        self.all(keyword).filter_map(Value::as_u64).min()
    }

    /// The schemas of each property, in the order of the text.
    pub(super) fn properties(&self) -> Vec<(&'d str, Vec<Node<'d>>)> {
        let mut properties: Vec<(&str, Vec<Node<'_>>)> = Vec::new();
        for (name, node) in self
            .parts
            .iter()
            .flat_map(|part| part.members_of("properties"))
        {
            match properties.iter_mut().find(|(known, _)| *known == name) {
                Some((_, nodes)) => nodes.push(node),
                None => properties.push((name, vec![node])),
            }
        }
        properties
    }

    /// The properties that travel in a direction.
    pub(super) fn travelling(
        &self,
        document: &'d Document,
        direction: Direction,
    ) -> Vec<(&'d str, Vec<Node<'d>>)> {
        let mut properties = self.properties();
        properties.retain(|(_, nodes)| !nodes.iter().any(|node| direction.bars(document, node)));
        properties
    }

    /// The names in `required`, each once.
    pub(super) fn required(&self) -> Vec<&'d str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.all("required").filter_map(Value::as_array).flatten() {
            if let Some(name) = name.as_str().filter(|name| !names.contains(name)) {
                names.push(name);
            }
        }
        names
    }

    /// The schemas of additional properties; `None` if there may be none.
    pub(super) fn additional(&self) -> Option<Vec<Node<'d>>> {
        if self.all("additionalProperties").any(|value| value == false) {
            return None;
        }
        let schemas = self
            .parts
            .iter()
            .filter_map(|part| part.get("additionalProperties"));
        Some(schemas.filter(|node| node.value.is_object()).collect())
    }

    /// The values that every `enum` allows.
    pub(super) fn listed(&self) -> Option<Vec<&'d Value>> {
        let mut lists = self
            .all("enum")
            .filter_map(Value::as_array)
            .filter(|values| !values.is_empty());
        let first = lists.next()?;
        let others: Vec<_> = lists.collect();
        let common = first
            .iter()
            .filter(|value| others.iter().all(|list| list.contains(value)));
        Some(common.collect())
    }

    /// The lower or the upper bound of a number, and whether it is exclusive: the tightest one.
    pub(super) fn bound(&self, keyword: &str, exclusive: &str) -> Option<(f64, bool)> {
        let bounds = self.parts.iter().filter_map(|part| {
            let limit = part.value.get(keyword)?.as_f64()?;
            Some((limit, part.is_true(exclusive)))
        });
        let is_lower = keyword == "minimum";
        bounds.reduce(|one, other| {
            let is_tighter = match is_lower {
                true => other.0 > one.0,
                false => other.0 < one.0,
            };
            if is_tighter || (other.0 == one.0 && other.1) {
                other
            } else {
                one
            }
        })
    }

    /// The type of the value, written or implied by other keywords.
    pub(super) fn kind(&self) -> &'d str {
        let named = self.get("type").and_then(Value::as_str);
        let of_format = || {
            let name = self.get("format")?.as_str()?;
            format(name).map_or(Some("string"), |format| format.types.first().copied())
        };
        let implied = || {
            let mut fields = Kind::Schema.fields().iter();
            let field =
                fields.find(|field| !field.applies_to.is_empty() && self.get(field.name).is_some());
            field.map(|field| field.applies_to[0])
        };
        named
            .or_else(implied)
            .or_else(of_format)
            .unwrap_or("object")
    }

    /// The example or default that is used as the whole value: the schema's own, that of the only
    /// part with members, or a scalar.
    pub(super) fn documented(&self) -> Option<&'d Value> {
        let of = |part: &Node<'d>| part.value.get("example").or(part.value.get("default"));
        let describes = |part: &&Node<'d>| {
            ["properties", "oneOf", "anyOf"]
                .iter()
                .any(|keyword| part.value.get(*keyword).is_some())
        };
        let own = self.parts.first().and_then(of);
        own.or_else(|| {
            let is_alone = self.parts.iter().filter(describes).count() <= 1;
            let mut values = self.parts.iter().filter_map(of);
            values.find(|value| is_alone || !value.is_object())
        })
    }

    /// The members of the objects that are examples of the parts.
    pub(super) fn example_members(&self) -> impl Iterator<Item = (&'d String, &'d Value)> {
        let objects = self.parts.iter().filter_map(|part| {
            let example = part.value.get("example").or(part.value.get("default"));
            example?.as_object()
        });
        objects.flatten()
    }

    pub(super) fn is_unique(&self) -> bool {
        self.all("uniqueItems").any(|value| value == &json!(true))
    }
}
