/// Why no source was generated. Displayed as one line that completes "failed to …".
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not YAML or JSON, holds a duplicate key, or has keys that are not scalars.
    #[error("read the document: {0}")]
    Syntax(String),
    /// The generator refused a part of the document, or panicked on it. The pointer names the smallest part that
    /// cannot be generated on its own.
    #[error("generate `{pointer}`: {reason}")]
    Part {
        /// JSON pointer (RFC 6901) into the document, as a URI fragment: `#/paths/~1orders/post`.
        pointer: String,
        /// What the generator said, in one line.
        reason: String,
    },
    /// What was generated lacks an item that a later step was to change, so the generator and this crate disagree.
    #[error("find what was generated for `{pointer}`: {expected}")]
    Missing {
        /// JSON pointer of the part of the document that the item belongs to.
        pointer: String,
        /// The item that was expected.
        expected: String,
    },
    /// What was given as generated source is not Rust.
    #[error("parse the generated source: {0}")]
    Source(String),
    /// A setting is not what it is meant to be.
    #[error("use the setting {name} = {value:?}: not a Rust path")]
    Setting {
        /// The setting's name.
        name: &'static str,
        /// The value it was given.
        value: String,
    },
}

/// The same text in one line: parts separated by line breaks are joined by a space.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
