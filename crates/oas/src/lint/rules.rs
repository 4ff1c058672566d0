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
    server_trailing_slash,
    server_url_invalid,
    server_variable_invalid,
    tag_duplicate,
    tag_undeclared,
    value_invalid,
    // schemas
    array_items_missing,
    bounds_contradictory,
    default_invalid,
    description_missing,
    enum_duplicate,
    enum_value_type_mismatch,
    format_unknown,
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
    // allowing
    allow_reason_missing,
    allow_unused,
];

pub(super) use allow_unused::RULE as ALLOW_UNUSED;
pub(super) use openapi_version_unsupported::RULE as OPENAPI_VERSION_UNSUPPORTED;
