//! Extensions of OpenAPI with a meaning in this workspace.

use super::Kind;

/// An extension, the objects that have it, and its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extension {
    pub(crate) name: &'static str,
    /// The kind of objects that have it; `None` for every object that takes extensions.
    pub(crate) kind: Option<Kind>,
    pub(crate) value: ExtensionValue,
}

/// Expected value of an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtensionValue {
    Flag,
    /// A whole number from 1.
    Count,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// The `operationId` of an operation.
    OperationId,
    /// A string, number or boolean that the schema of the parameter accepts.
    ParameterValue,
    /// A list of values.
    List,
    /// Reasons by the id of a rule.
    Allows,
    /// Anything; unknown values are ignored.
    Any,
}

/// The first day on which an operation is deprecated.
pub const DEPRECATED_ON: &str = "x-deprecated-on";

/// The last day on which an operation is available.
pub const SUNSET: &str = "x-sunset";

/// The operation that replaces a deprecated one.
pub const SUCCESSOR: &str = "x-successor";

/// Whether sending a request again has no further effect.
pub const IDEMPOTENT: &str = "x-idempotent";

/// The value of a parameter that a client always sends.
pub(crate) const PINNED_VALUE: &str = "x-pinned-value";

/// Whether a property must not be shown or logged.
pub const SENSITIVE: &str = "x-sensitive";

/// The size above which a request body is rejected.
pub(crate) const MAX_BODY_BYTES: &str = "x-max-body-bytes";

/// Known values of a string that may have others.
pub(crate) const EXTENSIBLE_ENUM: &str = "x-extensible-enum";

/// Stability of an operation, parameter or property: `draft`, `alpha`, `beta` or `stable`.
pub(crate) const STABILITY_LEVEL: &str = "x-stability-level";

/// Allowed diagnostics of the linter.
pub(crate) const LINT_ALLOW: &str = "x-lint-allow";

/// Every extension, by name.
pub(crate) const EXTENSIONS: &[Extension] = &[
    anywhere(DEPRECATED_ON, ExtensionValue::Date),
    of(EXTENSIBLE_ENUM, Kind::Schema, ExtensionValue::List),
    of(IDEMPOTENT, Kind::Operation, ExtensionValue::Flag),
    anywhere(LINT_ALLOW, ExtensionValue::Allows),
    of(MAX_BODY_BYTES, Kind::RequestBody, ExtensionValue::Count),
    of(
        PINNED_VALUE,
        Kind::Parameter,
        ExtensionValue::ParameterValue,
    ),
    of(SENSITIVE, Kind::Schema, ExtensionValue::Flag),
    anywhere(STABILITY_LEVEL, ExtensionValue::Any),
    of(SUCCESSOR, Kind::Operation, ExtensionValue::OperationId),
    anywhere(SUNSET, ExtensionValue::Date),
];

const fn of(name: &'static str, kind: Kind, value: ExtensionValue) -> Extension {
    Extension {
        name,
        kind: Some(kind),
        value,
    }
}

const fn anywhere(name: &'static str, value: ExtensionValue) -> Extension {
    Extension {
        name,
        kind: None,
        value,
    }
}
