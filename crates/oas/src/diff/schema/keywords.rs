/// Keywords that have a comparison of their own.
pub(super) const COMPARED: [&str; 44] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "deprecated",
    "description",
    "discriminator",
    "enum",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "title",
    "type",
    "uniqueItems",
    "writeOnly",
    "x-extensible-enum",
    "x-stability-level",
    "x-sunset",
    "xml",
    "$comment",
    "$schema",
    "$id",
];

/// Keywords of which only the outermost counts. The first of them are words.
pub(super) const OUTERMOST: [&str; 14] = [
    "title",
    "description",
    "example",
    "examples",
    "externalDocs",
    "$comment",
    "$schema",
    "$id",
    "default",
    "discriminator",
    "x-extensible-enum",
    "x-stability-level",
    "x-sunset",
    "xml",
];
pub(super) const WORDS: usize = 8;

/// Keywords of JSON Schema 2020-12 that restrict values and that OpenAPI 3.0 does not have.
pub(super) fn is_defined(keyword: &str) -> bool {
    matches!(
        keyword,
        "contains"
            | "contentEncoding"
            | "contentMediaType"
            | "contentSchema"
            | "dependentRequired"
            | "dependentSchemas"
            | "else"
            | "if"
            | "maxContains"
            | "minContains"
            | "patternProperties"
            | "prefixItems"
            | "propertyNames"
            | "then"
            | "unevaluatedItems"
            | "unevaluatedProperties"
    )
}
