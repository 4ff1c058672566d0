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
    openapi_version_unsupported,
    server_trailing_slash,
    // lifecycle
    date_invalid,
    // allowing
    allow_reason_missing,
    allow_unused,
];

pub(super) use allow_unused::RULE as ALLOW_UNUSED;
pub(super) use openapi_version_unsupported::RULE as OPENAPI_VERSION_UNSUPPORTED;
