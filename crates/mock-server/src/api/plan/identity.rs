use std::mem::discriminant;

use oas::{Document, Json, Members};

use super::site::{Site, is_id, last_parameter};
use crate::api::properties::Properties;
use crate::api::typing::Typing;

/// The member that equals the last segment of the path.
pub(super) struct Identity {
    parameter: String,
    pub(super) property: String,
    typings: Vec<Typing>,
}

/// From 2^53 on, floats do not represent every integer.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

impl Identity {
    /// The value of the member for a request: that of its path, with the type of the model if
    /// possible.
    pub(super) fn value(&self, path: &Members<'_>, model: &Json<'_>) -> Option<Json<'static>> {
        let text = match path.get(&self.parameter)? {
            Json::String(text) => text.clone().into_owned(),
            other => other.to_string(),
        };
        let typings = self.typings.iter();
        let values = typings.map(|typing| Json::from(typing.value(&text)));
        // A rounded integer is another id.
        let values = values.filter(|value| match value {
            Json::Number(number) if number.is_f64() => number
                .as_f64()
                .is_some_and(|number| number.abs() < MAX_EXACT),
            _ => true,
        });
        let mut values: Vec<_> = values.collect();
        let current = match model {
            Json::Object(members) => members.get(&self.property),
            _ => None,
        };
        let has_type = |value: &Json<'_>| {
            current.is_none_or(|current| discriminant(current) == discriminant(value))
        };
        let preferred = values.iter().position(has_type).unwrap_or(0);
        (!values.is_empty()).then(|| values.swap_remove(preferred))
    }
}

pub(super) fn identity(
    document: &Document,
    site: &Site<'_>,
    response: &Properties<'_>,
    model: Option<&Json<'_>>,
) -> Option<Identity> {
    let parameter = last_parameter(site.operation.path())?;
    let property = identity_property(site, response, model)?;
    let typings = match response.get(&property) {
        Some(nodes) => nodes
            .iter()
            .flat_map(|node| Typing::alternatives(document, Some(node)))
            .collect(),
        None => match model {
            Some(Json::Object(members)) => match members.get(&property) {
                Some(Json::Number(_)) => vec![Typing::number(), Typing::text()],
                _ => vec![Typing::text()],
            },
            _ => vec![Typing::text()],
        },
    };
    Some(Identity {
        parameter: parameter.to_owned(),
        property,
        typings,
    })
}

/// The property that the last segment of the path identifies: that of the same name, or else `id`.
pub(super) fn identity_property(
    site: &Site<'_>,
    response: &Properties<'_>,
    model: Option<&Json<'_>>,
) -> Option<String> {
    let parameter = last_parameter(site.operation.path())?;
    let has = |name: &str| {
        let in_model = matches!(model, Some(Json::Object(members)) if members.get(name).is_some());
        response.has(name) || in_model
    };
    if has(parameter) {
        return Some(parameter.to_owned());
    }
    (is_id(parameter) && has("id")).then(|| "id".to_owned())
}
