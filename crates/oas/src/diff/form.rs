use serde_json::Value;

use crate::vocabulary::extension::EXTENSIBLE_ENUM;
use crate::vocabulary::{Kind, Shape};

/// Kinds of objects whose keywords are compared by their meaning. Of two with a keyword of the same
/// name, the first decides.
const KINDS: [Kind; 6] = [
    Kind::Schema,
    Kind::Discriminator,
    Kind::Parameter,
    Kind::PathItem,
    Kind::Operation,
    Kind::Server,
];

/// Whether the value of a keyword has the form that OpenAPI requires, so that it was compared by
/// its meaning. A keyword without a required form is compared as written.
pub(super) fn is_well_formed(keyword: &str, value: &Value) -> bool {
    match (keyword, value) {
        // Of OpenAPI 3.1, only these are compared by meaning.
        ("exclusiveMaximum" | "exclusiveMinimum", Value::Number(_)) => true,
        ("type", Value::Array(types)) => types.iter().all(Value::is_string),
        (EXTENSIBLE_ENUM, _) => value.is_array(),
        _ => {
            let mut fields = KINDS.iter().flat_map(|kind| kind.fields());
            let field = fields.find(|field| field.name == keyword);
            field.is_none_or(|field| is_comparable(field.shape, value))
        }
    }
}

/// Whether a value has a shape, as far as comparing it requires: what is in it is compared by
/// itself.
fn is_comparable(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Word(_) => value.is_string(),
        Shape::Count => value.is_number(),
        Shape::Many(Kind::SecurityRequirement) => is_list_of(value, |alternative| {
            let mut scopes = alternative
                .as_object()
                .into_iter()
                .flat_map(|it| it.values());
            alternative.is_object() && scopes.all(|scopes| is_list_of(scopes, Value::is_string))
        }),
        Shape::Many(_) => value.is_array(),
        Shape::Map(_) => value.is_object(),
        shape => shape.accepts(value),
    }
}

fn is_list_of(value: &Value, of: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(of))
}
