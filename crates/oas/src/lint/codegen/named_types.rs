use std::collections::HashSet;

use heck::ToSnakeCase;

use super::names::type_name;
use super::responses::is_typed_json;
use super::types::has_name;
use crate::{Document, Node};

/// A schema for which the generator creates a named type.
pub(in crate::lint) struct NamedType<'d> {
    pub(in crate::lint) name: String,
    pub(in crate::lint) schema: Node<'d>,
    pub(in crate::lint) is_component: bool,
}

/// Every schema for which the generator creates a named type, components first. Names are derived
/// from the path to a schema, or from its `title`; the parts of an `allOf`, `anyOf` or `oneOf` are
/// left out, because their names depend on more.
pub(in crate::lint) fn named_types(document: &Document) -> Vec<NamedType<'_>> {
    let components = document.root_node().get("components");
    let components = components
        .iter()
        .flat_map(|node| node.members_of("schemas"));
    let mut open: Vec<(String, Node<'_>, bool)> = components
        .map(|(name, schema)| (name.to_owned(), schema, true))
        .collect();
    for operation in document.operations() {
        let Some(id) = operation.id() else { continue };
        let parameters = operation.parameters().into_iter().filter_map(|parameter| {
            Some((
                format!("{id}-{}", parameter.name()),
                parameter.node().get("schema")?,
            ))
        });
        let body = operation.request_body().into_iter();
        let bodies = body.flat_map(|body| body.media_types());
        let bodies = bodies.filter_map(|one| Some((format!("{id}-body"), one.schema?)));
        let responses = operation.responses().filter_map(|response| {
            let json = response.media_types().into_iter().find(is_typed_json)?;
            Some((format!("{id}-response"), json.schema?))
        });
        let inline = parameters.chain(bodies).chain(responses);
        open.extend(inline.map(|(name, schema)| (name, schema, false)));
    }
    open.reverse();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    while let Some((name, schema, is_component)) = open.pop() {
        if schema.reference().is_some() || !schema.value.is_object() {
            continue;
        }
        let members = schema.items_of("allOf").collect::<Vec<_>>();
        if let ([only], false) = (&members[..], is_component) {
            open.push((name, only.clone(), false));
            continue;
        }
        let name = match schema.str("title").filter(|_| !is_component) {
            Some(title) => title.to_owned(),
            None => name,
        };
        let rust = type_name(&name);
        let is_first = seen.insert(std::ptr::from_ref(schema.value));
        if is_component || has_name(&schema) {
            found.push(NamedType {
                name: rust,
                schema: schema.clone(),
                is_component,
            });
        }
        // The content of a shared response is visited once.
        if !is_first {
            continue;
        }
        let properties = schema.members_of("properties");
        let properties = properties
            .map(|(property, node)| (format!("{name}_{}", property.to_snake_case()), node));
        let items = schema
            .get("items")
            .map(|node| (format!("{name}_item"), node));
        let values = schema
            .get("additionalProperties")
            .map(|node| (format!("{name}Value"), node));
        let below = properties.chain(items).chain(values);
        let below = below
            .map(|(name, node)| (name, node, false))
            .collect::<Vec<_>>();
        open.extend(below.into_iter().rev());
    }
    found
}
