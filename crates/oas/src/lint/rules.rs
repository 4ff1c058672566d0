use super::Rule;

/// Names the files of the rules once: each file has one static `RULE`.
macro_rules! rules {
    ($($file:ident),* $(,)?) => {
        $(mod $file;)*

        /// Every rule, by category and id.
        pub static RULES: &[&Rule] = &[$(&$file::RULE),*];
    };
}

rules![
    // structure
    component_name_invalid,
    component_unused,
    info_incomplete,
    key_duplicate,
    keyword_missing,
    keyword_unknown,
    openapi_version_unsupported,
    reference_circular,
    reference_dangling,
    reference_to_other_kind,
    server_missing,
    server_trailing_slash,
    server_url_invalid,
    server_variable_invalid,
    tag_duplicate,
    tag_undeclared,
    value_invalid,
    // operations
    error_response_missing,
    header_parameter_ignored,
    operation_description_missing,
    operation_id_duplicate,
    operation_id_missing,
    operation_id_not_camel_case,
    operation_summary_missing,
    operation_tag_missing,
    parameter_duplicate,
    path_ambiguous,
    path_duplicate,
    path_parameter_optional,
    path_parameter_undeclared,
    path_parameter_unused,
    path_template_invalid,
    path_trailing_slash,
    path_with_query,
    request_body_on_get,
    response_body_missing,
    success_response_missing,
    // schemas
    array_items_missing,
    bounds_contradictory,
    composition_illogical,
    default_invalid,
    description_missing,
    enum_duplicate,
    enum_value_type_mismatch,
    format_unknown,
    keyword_ignored,
    nullable_without_type,
    pattern_invalid,
    read_only_required_in_request,
    reference_siblings_ignored,
    required_property_undeclared,
    type_missing,
    // examples
    example_ambiguous,
    example_invalid,
    example_missing,
    example_property_undocumented,
    // published
    published_example_different,
    published_example_invalid,
    published_example_missing,
    published_example_unmatched,
    // lifecycle
    date_invalid,
    deprecated_without_sunset,
    sunset_before_deprecation,
    sunset_near,
    sunset_passed,
    sunset_without_deprecation,
    // security
    credential_in_parameter,
    markdown_unsafe,
    scope_undeclared,
    secret_like_example,
    security_missing,
    security_undefined,
    server_not_https,
    // codegen
    // allowing
    allow_reason_missing,
    allow_unused,
];

pub(super) use allow_unused::RULE as ALLOW_UNUSED;
pub(super) use openapi_version_unsupported::RULE as OPENAPI_VERSION_UNSUPPORTED;
