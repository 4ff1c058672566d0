use std::process::ExitCode;

use tasks_client::{Created, Effect, Error};

use crate::{
    input::Input,
    journal::{JournalError, RowOutcome},
};

/// Exit code of a usage or input error: nothing was sent.
pub(crate) fn usage_error() -> ExitCode {
    ExitCode::from(2)
}

/// Result of one task of the input.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Index in the input.
    pub(crate) index: usize,
    pub(crate) input: Input,
    pub(crate) end: End,
    /// Error of its record in the journal.
    pub(crate) journal_error: Option<JournalError>,
}

#[derive(Debug)]
pub(crate) enum End {
    Created(Box<Created>),
    Failed(Error),
    /// The call was interrupted while a request was in flight.
    Interrupted,
    /// Nothing was sent.
    Unsent,
}

/// Existence of the task, in ascending order of severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Created,
    NotCreated,
    /// Created, but the response could not be read.
    Unread,
    Unknown,
}

impl End {
    pub(crate) fn verdict(&self) -> Verdict {
        match self {
            Self::Created(_) => Verdict::Created,
            Self::Failed(error) => match error.effect() {
                Effect::NotApplied => Verdict::NotCreated,
                Effect::Unknown => Verdict::Unknown,
                Effect::Applied => Verdict::Unread,
            },
            Self::Interrupted => Verdict::Unknown,
            Self::Unsent => Verdict::NotCreated,
        }
    }
}

impl Outcome {
    pub(crate) fn verdict(&self) -> Verdict {
        self.end.verdict()
    }

    /// Whether the service rejected the task itself.
    pub(crate) fn is_rejected(&self) -> bool {
        let End::Failed(error) = &self.end else {
            return false;
        };
        let status = error.status().map(|status| status.as_u16());
        error.effect() == Effect::NotApplied
            && matches!(status, Some(400..500))
            && !matches!(status, Some(401 | 408 | 429))
    }

    /// The id of the task, as far as it is known.
    pub(crate) fn id(&self) -> Option<&str> {
        match &self.end {
            End::Created(created) => created.id(),
            End::Failed(error) => error.created_id(),
            End::Interrupted | End::Unsent => None,
        }
    }

    /// Whether more than one task may have been created.
    pub(crate) fn may_be_duplicate(&self) -> bool {
        matches!(&self.end, End::Created(created) if created.may_be_duplicate())
    }
}

impl Verdict {
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::Created => 0,
            Self::NotCreated => 1,
            Self::Unknown => 3,
            Self::Unread => 4,
        }
    }

    pub(crate) fn exists(self) -> bool {
        matches!(self, Self::Created | Self::Unread)
    }

    /// The most severe of the verdicts that occurred.
    pub(crate) fn worst<const N: usize>(counts: [(usize, Self); N]) -> Self {
        let occurred = counts.into_iter().filter(|(count, _)| *count > 0);
        let worst = occurred.map(|(_, verdict)| verdict).max();
        worst.unwrap_or(Self::Created)
    }

    /// The verdict as it is recorded in a journal.
    pub(crate) fn row_outcome(self) -> RowOutcome {
        match self {
            Self::Created => RowOutcome::Created,
            Self::NotCreated => RowOutcome::NotCreated,
            Self::Unknown => RowOutcome::Unknown,
            Self::Unread => RowOutcome::CreatedUnread,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        self.row_outcome().as_str()
    }
}
