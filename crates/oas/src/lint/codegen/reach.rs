use super::responses::is_typed_json;
use crate::lint::composite::reachable;
use crate::{Document, Node, Pointer};

/// The schemas that a generated client decodes: those of JSON in responses, and all below. Headers
/// are not decoded.
pub(in crate::lint) fn decoded(document: &Document) -> Vec<Node<'_>> {
    reachable(document, responses(document).into_iter())
}

/// The schemas that a generated client sends in bodies, and all below.
pub(in crate::lint) fn sent(document: &Document) -> Vec<Node<'_>> {
    reachable(document, bodies(document).into_iter())
}

/// The schemas for which the generator creates types: components, parameters, and bodies that are
/// not bytes.
pub(in crate::lint) fn generated(document: &Document) -> Vec<Node<'_>> {
    let components = document.root_node().get("components");
    let components = components
        .into_iter()
        .flat_map(|node| node.members_of("schemas"));
    let mut roots: Vec<Node<'_>> = components.map(|(_, schema)| schema).collect();
    for operation in document.operations() {
        let parameters = operation.parameters().into_iter();
        roots.extend(parameters.filter_map(|parameter| parameter.node().get("schema")));
    }
    roots.extend(bodies(document));
    roots.extend(responses(document));
    reachable(
        document,
        roots.into_iter().filter(|root| root.value.is_object()),
    )
}

/// Returns the name of a schema in messages, from its pointer.
pub(in crate::lint) fn called(schema: &Pointer) -> String {
    let tokens = schema.tokens().collect::<Vec<_>>();
    let token = |from_end: usize| {
        tokens
            .len()
            .checked_sub(from_end)
            .map(|index| &*tokens[index])
    };
    let named = |from_end: usize| match token(from_end + 1) {
        Some("properties" | "schemas") => token(from_end).map(|name| format!("`{name}`")),
        _ => None,
    };
    let of =
        |what: &str| named(2).map_or_else(|| what.to_owned(), |name| format!("{what} of {name}"));
    if let Some(name) = named(1) {
        return name;
    }
    match (token(5), token(4), token(1)) {
        (Some("responses"), Some(status), Some("schema")) => {
            match status.starts_with(|c: char| c.is_ascii_digit()) {
                true => format!("the body of the {status}"),
                false => format!("the body of `{status}`"),
            }
        }
        (_, Some("requestBody"), Some("schema")) => "the body of the request".to_owned(),
        (_, _, Some("items")) => of("an item"),
        (_, _, Some("additionalProperties")) => of("a value"),
        _ => "the schema".to_owned(),
    }
}

fn responses(document: &Document) -> Vec<Node<'_>> {
    let responses = document
        .operations()
        .flat_map(|operation| operation.responses());
    let json =
        responses.filter_map(|response| response.media_types().into_iter().find(is_typed_json));
    json.filter_map(|media_type| media_type.schema).collect()
}

fn bodies(document: &Document) -> Vec<Node<'_>> {
    let bodies = document
        .operations()
        .filter_map(|operation| operation.request_body());
    let media_types = bodies.flat_map(|body| body.media_types());
    media_types
        .filter_map(|media_type| media_type.schema)
        .collect()
}
