use super::markdown::{anchor, code, link, text};
use crate::{Document, Node, Pointer};

/// The type of a schema in a few words, in Markdown: `array of [Task](#schema-Task) or null`.
pub(super) fn type_of(document: &Document, schema: &Node<'_>) -> String {
    Types {
        document,
        inside: false,
    }
    .nullable(schema)
}

/// The name of the component that a schema refers to.
pub(super) fn component_name(document: &Document, schema: &Node<'_>) -> Option<String> {
    let target = Pointer::from_reference(schema.reference()?)?;
    let name = target.last()?;
    let is_schema = target.parent()?.as_str() == "/components/schemas";
    (is_schema && document.get(&target).is_some()).then(|| name.into_owned())
}

/// A link to the section of a component.
pub(super) fn component_link(name: &str) -> String {
    link(&text(name), &anchor("schema", name))
}

#[derive(Clone, Copy)]
struct Types<'d> {
    document: &'d Document,
    /// Whether a reference to something other than a component is being followed. A second one is
    /// only named, so that references cannot multiply.
    inside: bool,
}

impl<'d> Types<'d> {
    fn nullable(self, schema: &Node<'d>) -> String {
        let name = self.name(schema);
        if self.is_nullable(schema) {
            format!("{name} or `null`")
        } else {
            name
        }
    }

    fn name(self, schema: &Node<'d>) -> String {
        if let Some(name) = component_name(self.document, schema) {
            return component_link(&name);
        }
        if let Some(reference) = schema.reference() {
            return match self.document.resolve(schema.clone()) {
                Some(target) if !self.inside => Types {
                    inside: true,
                    ..self
                }
                .name(&target),
                _ => code(reference),
            };
        }
        if let Some(name) = self.all_of(schema) {
            return name;
        }
        for (key, words) in [("oneOf", "one of: "), ("anyOf", "any of: ")] {
            let variants = schema.items_of(key).collect::<Vec<_>>();
            if !variants.is_empty() {
                return format!("{words}{}", self.variants(&variants));
            }
        }
        if let Some(not) = schema.get("not") {
            return format!("anything but {}", self.grouped(&not));
        }
        match kind(schema) {
            Some("array") => {
                let items = schema
                    .get("items")
                    .map_or("any".to_owned(), |items| self.grouped(&items));
                format!("array of {items}")
            }
            Some("object") => match schema.get("additionalProperties").filter(is_schema) {
                Some(values) if schema.get("properties").is_none() => {
                    format!("map to {}", self.grouped(&values))
                }
                _ => "object".to_owned(),
            },
            Some(kind) => match schema.str("format") {
                Some(format) => format!("{} ({})", text(kind), text(format)),
                None => text(kind),
            },
            None => "any".to_owned(),
        }
    }

    /// The idiom of 3.0 for adding a description to a reference is an `allOf` of one: it is that
    /// one.
    fn all_of(self, schema: &Node<'d>) -> Option<String> {
        let members = schema.items_of("allOf").collect::<Vec<_>>();
        if members.is_empty() {
            return None;
        }
        let is_named = |member: &&Node<'d>| member.reference().is_some();
        let mut names = members
            .iter()
            .filter(is_named)
            .map(|member| self.name(member))
            .collect::<Vec<_>>();
        let own = |node: &Node<'d>| node.get("properties").is_some();
        let inline = members.iter().filter(|member| !is_named(member)).any(own) || own(schema);
        match (names.is_empty(), inline) {
            (true, false) => names.push(self.name(members.first()?)),
            (true, true) => names.push("object".to_owned()),
            (false, true) => names.push("more".to_owned()),
            (false, false) => {}
        }
        Some(names.join(" and "))
    }

    fn variants(self, variants: &[Node<'d>]) -> String {
        let name = |(index, variant): (usize, &Node<'d>)| {
            let name = self.grouped(variant);
            let number = if variant.reference().is_none() && name == "object" {
                format!(" (variant {})", index + 1)
            } else {
                String::new()
            };
            name + &number
        };
        variants
            .iter()
            .enumerate()
            .map(name)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// In parentheses, where what follows or precedes could be taken for a part of it.
    fn grouped(self, schema: &Node<'d>) -> String {
        let name = self.nullable(schema);
        let is_choice = [" or `null`", " of: ", " and "]
            .iter()
            .any(|word| name.contains(word));
        if is_choice { format!("({name})") } else { name }
    }

    fn is_nullable(self, schema: &Node<'d>) -> bool {
        let Some(node) = self.document.resolve(schema.clone()) else {
            return false;
        };
        if node.is_true("nullable") {
            return true;
        }
        let mut members = node.items_of("allOf").peekable();
        node.get("type").is_none()
            && members.peek().is_some()
            && members.all(|member| self.is_nullable_member(&member))
    }

    fn is_nullable_member(self, member: &Node<'d>) -> bool {
        self.document
            .resolve(member.clone())
            .is_some_and(|node| node.is_true("nullable"))
    }
}

/// The type as written, or else the one that the keywords imply.
fn kind<'d>(schema: &Node<'d>) -> Option<&'d str> {
    let has = |key: &str| schema.get(key).is_some();
    schema
        .str("type")
        .or_else(|| (has("properties") || has("additionalProperties")).then_some("object"))
        .or_else(|| has("items").then_some("array"))
}

fn is_schema(additional: &Node<'_>) -> bool {
    additional
        .value
        .as_object()
        .is_some_and(|schema| !schema.is_empty())
}

/// The schema of the properties without a name of their own.
pub(super) fn additional_schema<'d>(schema: &Node<'d>) -> Option<Node<'d>> {
    schema.get("additionalProperties").filter(is_schema)
}
