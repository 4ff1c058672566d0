//! The rules, one per file, and the list of them.

mod additional_properties_false_on_response;
mod additional_properties_true_dropped;
mod allow_reason_missing;
mod allow_unused;
mod any_of_scalars;
mod array_items_missing;
mod bounds_contradictory;
mod component_name_clash;
mod component_name_collision;
mod component_name_invalid;
mod component_unused;
mod composition_illogical;
mod cookie_parameter_unsupported;
mod credential_in_parameter;
mod date_invalid;
mod default_always_sent;
mod default_invalid;
mod default_response_beside_success;
mod deprecated_without_successor;
mod deprecated_without_sunset;
mod description_breaks_doctest;
mod description_missing;
mod discriminator_value_unknown;
mod email_malformed;
mod encoding_property_undeclared;
mod enum_closed_in_response;
mod enum_duplicate;
mod enum_value_type_mismatch;
mod error_response_missing;
mod error_without_body;
mod example_ambiguous;
mod example_invalid;
mod example_missing;
mod example_property_undocumented;
mod extension_invalid;
mod form_property_not_scalar;
mod format_unknown;
mod header_parameter_ignored;
mod header_parameter_nullable;
mod idempotency_key_missing;
mod info_incomplete;
mod inline_type_name_collision;
mod json_media_type_not_decoded;
mod key_duplicate;
mod keyword_ignored;
mod keyword_missing;
mod keyword_unknown;
mod length_limit_on_response;
mod link_operation_unresolved;
mod markdown_unsafe;
mod media_type_encoding_unsupported;
mod media_type_schema_missing;
mod minimum_one_in_response;
mod not_unsupported;
mod nullable_ineffective;
mod nullable_without_type;
mod number_out_of_range;
mod one_of_overlapping;
mod openapi_version_unsupported;
mod operation_description_missing;
mod operation_id_duplicate;
mod operation_id_missing;
mod operation_id_not_camel_case;
mod operation_name_collision;
mod operation_summary_missing;
mod operation_tag_missing;
mod parameter_content_invalid;
mod parameter_content_unsupported;
mod parameter_duplicate;
mod parameter_explode_ignored;
mod parameter_name_collision;
mod parameter_name_shared;
mod parameter_not_text;
mod parameter_style_unsupported;
mod path_ambiguous;
mod path_duplicate;
mod path_item_reference_unsupported;
mod path_parameter_optional;
mod path_parameter_undeclared;
mod path_parameter_unused;
mod path_template_invalid;
mod path_trailing_slash;
mod path_with_query;
mod pattern_invalid;
mod property_name_collision;
mod published_example_different;
mod published_example_invalid;
mod published_example_missing;
mod published_example_unmatched;
mod raw_request_body_constrained;
mod read_only_and_write_only;
mod read_only_required_in_request;
mod reference_circular;
mod reference_dangling;
mod reference_siblings_ignored;
mod reference_to_other_kind;
mod request_body_on_get;
mod request_media_type_unsupported;
mod request_media_types_multiple;
mod required_duplicate;
mod required_property_undeclared;
mod response_body_missing;
mod response_types_mixed;
mod scope_undeclared;
mod secret_like_example;
mod security_missing;
mod security_undefined;
mod server_missing;
mod server_not_https;
mod server_trailing_slash;
mod server_url_invalid;
mod server_variable_invalid;
mod style_not_allowed;
mod success_response_missing;
mod successor_breaking;
mod successor_unknown;
mod sunset_before_deprecation;
mod sunset_near;
mod sunset_passed;
mod sunset_without_deprecation;
mod tag_duplicate;
mod tag_undeclared;
mod type_missing;
mod url_malformed;
mod value_empty;
mod value_invalid;
mod variant_name_collision;

use super::rule::Rule;

pub(super) use allow_unused::RULE as ALLOW_UNUSED;
pub(super) use openapi_version_unsupported::RULE as OPENAPI_VERSION_UNSUPPORTED;
pub(super) use reference_dangling::RULE as REFERENCE_DANGLING;

/// Every rule, by category and id.
pub static RULES: &[&Rule] = &[
    // structure
    &component_name_invalid::RULE,
    &component_unused::RULE,
    &email_malformed::RULE,
    &extension_invalid::RULE,
    &info_incomplete::RULE,
    &key_duplicate::RULE,
    &keyword_missing::RULE,
    &keyword_unknown::RULE,
    &number_out_of_range::RULE,
    &openapi_version_unsupported::RULE,
    &reference_circular::RULE,
    &reference_dangling::RULE,
    &reference_to_other_kind::RULE,
    &server_missing::RULE,
    &server_trailing_slash::RULE,
    &server_url_invalid::RULE,
    &server_variable_invalid::RULE,
    &tag_duplicate::RULE,
    &tag_undeclared::RULE,
    &url_malformed::RULE,
    &value_empty::RULE,
    &value_invalid::RULE,
    // operations
    &encoding_property_undeclared::RULE,
    &error_response_missing::RULE,
    &header_parameter_ignored::RULE,
    &idempotency_key_missing::RULE,
    &link_operation_unresolved::RULE,
    &operation_description_missing::RULE,
    &operation_id_duplicate::RULE,
    &operation_id_missing::RULE,
    &operation_id_not_camel_case::RULE,
    &operation_summary_missing::RULE,
    &operation_tag_missing::RULE,
    &parameter_content_invalid::RULE,
    &parameter_duplicate::RULE,
    &path_ambiguous::RULE,
    &path_duplicate::RULE,
    &path_parameter_optional::RULE,
    &path_parameter_undeclared::RULE,
    &path_parameter_unused::RULE,
    &path_template_invalid::RULE,
    &path_trailing_slash::RULE,
    &path_with_query::RULE,
    &request_body_on_get::RULE,
    &response_body_missing::RULE,
    &style_not_allowed::RULE,
    &success_response_missing::RULE,
    // schemas
    &array_items_missing::RULE,
    &bounds_contradictory::RULE,
    &composition_illogical::RULE,
    &default_invalid::RULE,
    &description_missing::RULE,
    &enum_duplicate::RULE,
    &enum_value_type_mismatch::RULE,
    &format_unknown::RULE,
    &keyword_ignored::RULE,
    &nullable_ineffective::RULE,
    &nullable_without_type::RULE,
    &pattern_invalid::RULE,
    &read_only_and_write_only::RULE,
    &reference_siblings_ignored::RULE,
    &required_duplicate::RULE,
    &required_property_undeclared::RULE,
    &type_missing::RULE,
    // examples
    &discriminator_value_unknown::RULE,
    &example_ambiguous::RULE,
    &example_invalid::RULE,
    &example_missing::RULE,
    &example_property_undocumented::RULE,
    // published
    &published_example_different::RULE,
    &published_example_invalid::RULE,
    &published_example_missing::RULE,
    &published_example_unmatched::RULE,
    // lifecycle
    &date_invalid::RULE,
    &deprecated_without_successor::RULE,
    &deprecated_without_sunset::RULE,
    &successor_breaking::RULE,
    &successor_unknown::RULE,
    &sunset_before_deprecation::RULE,
    &sunset_near::RULE,
    &sunset_passed::RULE,
    &sunset_without_deprecation::RULE,
    // security
    &credential_in_parameter::RULE,
    &markdown_unsafe::RULE,
    &scope_undeclared::RULE,
    &secret_like_example::RULE,
    &security_missing::RULE,
    &security_undefined::RULE,
    &server_not_https::RULE,
    // codegen
    &additional_properties_false_on_response::RULE,
    &additional_properties_true_dropped::RULE,
    &any_of_scalars::RULE,
    &component_name_clash::RULE,
    &component_name_collision::RULE,
    &cookie_parameter_unsupported::RULE,
    &default_always_sent::RULE,
    &default_response_beside_success::RULE,
    &description_breaks_doctest::RULE,
    &enum_closed_in_response::RULE,
    &error_without_body::RULE,
    &form_property_not_scalar::RULE,
    &header_parameter_nullable::RULE,
    &inline_type_name_collision::RULE,
    &json_media_type_not_decoded::RULE,
    &length_limit_on_response::RULE,
    &media_type_encoding_unsupported::RULE,
    &media_type_schema_missing::RULE,
    &minimum_one_in_response::RULE,
    &not_unsupported::RULE,
    &one_of_overlapping::RULE,
    &operation_name_collision::RULE,
    &parameter_content_unsupported::RULE,
    &parameter_explode_ignored::RULE,
    &parameter_name_collision::RULE,
    &parameter_name_shared::RULE,
    &parameter_not_text::RULE,
    &parameter_style_unsupported::RULE,
    &path_item_reference_unsupported::RULE,
    &property_name_collision::RULE,
    &raw_request_body_constrained::RULE,
    &read_only_required_in_request::RULE,
    &request_media_type_unsupported::RULE,
    &request_media_types_multiple::RULE,
    &response_types_mixed::RULE,
    &variant_name_collision::RULE,
    // allowing
    &allow_reason_missing::RULE,
    &allow_unused::RULE,
];
