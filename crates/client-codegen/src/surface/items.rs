use std::fmt;

/// A public item of generated source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Item {
    /// The kind of item.
    pub kind: Kind,
    /// The note of its `#[deprecated]` attribute.
    pub deprecated: Option<String>,
}

/// The kind of a public item, with the properties that callers depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A module.
    Module,
    /// A struct.
    Struct {
        /// Whether callers can write it as a literal: all fields are public, and it is not
        /// `#[non_exhaustive]`.
        is_literal: bool,
    },
    /// A field, with its type.
    Field(String),
    /// An enum.
    Enum {
        /// Whether callers can match it without a wildcard: it is not `#[non_exhaustive]`.
        is_exhaustive: bool,
    },
    /// A variant, with what it holds.
    Variant(String),
    /// A function or method, with its signature.
    Function(String),
    /// A constant, with its type.
    Constant(String),
    /// A type alias, with its target.
    Alias(String),
    /// A name that is exported from elsewhere, with its path there.
    Export(String),
    /// An implementation of a trait.
    Trait,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Module => "module",
            Self::Struct { .. } => "struct",
            Self::Field(_) => "field",
            Self::Enum { .. } => "enum",
            Self::Variant(_) => "variant",
            Self::Function(_) => "function",
            Self::Constant(_) => "constant",
            Self::Alias(_) => "alias",
            Self::Export(_) => "export",
            Self::Trait => "trait",
        })
    }
}
