use http::StatusCode;
use oas::{Document, Node};

use super::identity::identity_property;
use super::site::Site;
use crate::api::properties::Properties;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Rule {
    /// The request creates what the response describes.
    Create,
    /// The request replaces it.
    Replace,
    /// The request changes a part of it.
    Merge,
    /// The response is the model.
    Model,
}

/// The schema of the body of a request, in a media type whose value has members.
pub(super) fn request_schema<'d>(operation: &oas::Operation<'d>) -> Option<Node<'d>> {
    let media_types = operation.request_body()?.media_types();
    let is_patch =
        |media_type: &&oas::MediaType<'_>| media_type.essence() == "application/json-patch+json";
    let mut members = media_types
        .iter()
        .filter(|media_type| !is_patch(media_type));
    let json = members.clone().find(|media_type| media_type.is_json());
    json.or_else(|| members.next())?.schema.clone()
}

pub(super) fn rule(
    document: &Document,
    site: &Site<'_>,
    request: Option<&Node<'_>>,
    response: Option<&Node<'_>>,
    properties: &Properties<'_>,
) -> Rule {
    let method = site.operation.method();
    let (Some(request), Some(response)) = (request, response) else {
        return match (method, site.status) {
            (oas::Method::Post, StatusCode::CREATED) => Rule::Create,
            (oas::Method::Put | oas::Method::Patch, _) if request.is_some() => Rule::Merge,
            _ => Rule::Model,
        };
    };
    match method {
        oas::Method::Post if site.status == StatusCode::CREATED => Rule::Create,
        oas::Method::Post
            if site.status == StatusCode::OK && is_composed(document, request, response) =>
        {
            Rule::Create
        }
        oas::Method::Put => {
            let requested = Properties::of(document, request);
            let shares_identity = identity_property(site, properties, None)
                .is_some_and(|property| requested.has(&property));
            if is_composed(document, request, response) || shares_identity {
                Rule::Replace
            } else {
                Rule::Merge
            }
        }
        oas::Method::Patch => Rule::Merge,
        _ => Rule::Model,
    }
}

/// Whether the schema of a response is that of the request, or contains it in `allOf`.
fn is_composed(document: &Document, request: &Node<'_>, response: &Node<'_>) -> bool {
    let Some(request) = unwrapped(document, request.clone()) else {
        return false;
    };
    let mut parts = document.all_of(response.clone());
    parts.any(|part| part.pointer == request.pointer || part.value == request.value)
}

/// The schema without references around it, and without an `allOf` of one member that adds nothing.
fn unwrapped<'d>(document: &'d Document, schema: Node<'d>) -> Option<Node<'d>> {
    let mut schema = document.resolve(schema)?;
    for _ in 0..8 {
        let mut members = schema.items_of("allOf");
        let (first, second) = (members.next(), members.next());
        let has_own = [
            "properties",
            "additionalProperties",
            "required",
            "oneOf",
            "anyOf",
        ]
        .iter()
        .any(|keyword| schema.get(keyword).is_some());
        match (first, second) {
            (Some(only), None) if !has_own => schema = document.resolve(only)?,
            _ => break,
        }
    }
    Some(schema)
}
