use oas::Severity;
use oas::diff::Change;

/// A column of the table of operations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Breaking,
    Approved,
    PotentiallyBreaking,
    Compatible,
    Documentation,
}

impl Column {
    pub(super) const ALL: [Self; 5] = [
        Self::Breaking,
        Self::Approved,
        Self::PotentiallyBreaking,
        Self::Compatible,
        Self::Documentation,
    ];

    pub(super) fn of(change: &Change) -> Self {
        match change.severity {
            Severity::Error if change.approval.is_some() => Self::Approved,
            Severity::Error => Self::Breaking,
            Severity::Warning => Self::PotentiallyBreaking,
            Severity::Info if change.is_documentation() => Self::Documentation,
            Severity::Info => Self::Compatible,
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Approved => "breaking, approved",
            Self::PotentiallyBreaking => "potentially breaking",
            Self::Compatible => "compatible",
            Self::Documentation => "documentation",
        }
    }
}
