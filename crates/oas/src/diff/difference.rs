use super::kinds::Kind;
use super::lifecycle::Lifecycle;
use super::pair::Pair;
use super::relation::{Edit, Relation};
use crate::pointer::Pointer;

/// A difference between two documents, without a severity.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The fact that changed.
    pub fact: Fact,
    /// Whether it was added, removed or changed.
    pub edit: Edit,
    /// The difference between the sets of accepted values.
    pub relation: Relation,
    /// Location in the base: the value itself, or the one that would contain it.
    pub base: Pointer,
    /// Location in the revision: the value itself, or the one that would contain it.
    pub revision: Pointer,
    /// The text in the base.
    pub before: Option<String>,
    /// The text in the revision.
    pub after: Option<String>,
}

/// The subject of a difference. The kind of most is known where they are found; that of the others
/// depends on where they occur.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A change of a known kind, with the name of the value, scheme, tag or keyword in question.
    Plain(Kind, String),
    /// Components or paths under another name: base and revision of each.
    Renamed(Kind, String, Vec<(Pointer, Pointer)>),
    /// A property of one side.
    Property(Property),
    /// A property of both sides that is required on one of them.
    Required(Property),
    /// `readOnly`.
    ReadOnly,
    /// `writeOnly`.
    WriteOnly,
    /// The date from which a part may be removed.
    Sunset {
        /// Whether the base is deprecated.
        was_deprecated: bool,
        /// Whether the revision is deprecated.
        is_deprecated: bool,
    },
    /// The stability level.
    Stability,
    /// An operation of one side.
    Operation {
        /// Its announcements.
        lifecycle: Lifecycle,
        /// Whether its path exists on one side only.
        with_path: bool,
    },
    /// A parameter of one side.
    Parameter(ParameterFacts),
}

/// A property, as far as the severity of adding or removing it depends on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Whether it is required.
    pub required: bool,
    /// Whether it has a default.
    pub has_default: bool,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// Whether only the client sends it.
    pub write_only: bool,
    /// Whether the side without it rejects properties that it does not name.
    pub closed: bool,
    /// Its announcements.
    pub lifecycle: Lifecycle,
}

/// A parameter, as far as the severity of adding or removing it depends on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterFacts {
    /// Its name.
    pub name: String,
    /// `path`, `query`, `header` or `cookie`.
    pub location: String,
    /// Whether a client has to send it.
    pub required: bool,
    /// Whether it is a header that OpenAPI ignores as a parameter.
    pub ignored: bool,
    /// Its announcements.
    pub lifecycle: Lifecycle,
}

impl Difference {
    pub(super) fn new(
        fact: impl Into<Fact>,
        (edit, relation): (Edit, Relation),
        at: Pair<Pointer>,
        text: Pair<Option<String>>,
    ) -> Self {
        Self {
            fact: fact.into(),
            edit,
            relation,
            base: at.base,
            revision: at.revision,
            before: text.base,
            after: text.revision,
        }
    }

    /// Whether its kind is the same wherever it occurs.
    pub fn is(&self, kind: Kind) -> bool {
        matches!(&self.fact, Fact::Plain(own, _) | Fact::Renamed(own, ..) if *own == kind)
    }
}

impl From<Kind> for Fact {
    fn from(kind: Kind) -> Self {
        Self::Plain(kind, String::new())
    }
}

impl<N: Into<String>> From<(Kind, N)> for Fact {
    fn from((kind, name): (Kind, N)) -> Self {
        Self::Plain(kind, name.into())
    }
}

impl Fact {
    /// The name of the value, property, scheme, tag or keyword in question; empty if there is none.
    pub fn name(&self) -> &str {
        match self {
            Self::Plain(_, name) | Self::Renamed(_, name, _) => name,
            Self::Property(property) | Self::Required(property) => &property.name,
            Self::Parameter(parameter) => &parameter.name,
            Self::ReadOnly | Self::WriteOnly | Self::Sunset { .. } | Self::Stability => "",
            Self::Operation { .. } => "",
        }
    }
}
