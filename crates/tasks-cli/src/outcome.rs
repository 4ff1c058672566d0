use tasks_client::{Created, Effect, Error};

use crate::input::Input;

/// What became of one task of the input.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Its number in the input, from 0.
    pub(crate) index: usize,
    pub(crate) input: Input,
    pub(crate) end: End,
}

#[derive(Debug)]
pub(crate) enum End {
    Created(Box<Created>),
    Failed(Error),
    /// The user interrupted the call.
    Interrupted,
    /// The user interrupted the list before its turn came.
    Unsent,
}

/// Whether the task exists, the worst last: a doubt costs its owner more than a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Created,
    NotCreated,
    /// It exists, and its answer could not be read.
    Unread,
    MayExist,
}

impl Outcome {
    pub(crate) fn verdict(&self) -> Verdict {
        match &self.end {
            End::Created(_) => Verdict::Created,
            End::Failed(error) => match error.effect() {
                Effect::NotApplied => Verdict::NotCreated,
                Effect::Unknown => Verdict::MayExist,
                Effect::Applied => Verdict::Unread,
            },
            End::Interrupted => Verdict::MayExist,
            End::Unsent => Verdict::NotCreated,
        }
    }

    /// The id of the task, as far as it is known.
    pub(crate) fn id(&self) -> Option<&str> {
        match &self.end {
            End::Created(created) => created.id(),
            End::Failed(error) => error.created_id(),
            End::Interrupted | End::Unsent => None,
        }
    }

    /// Whether more than one task may have come of it.
    pub(crate) fn may_be_duplicate(&self) -> bool {
        matches!(&self.end, End::Created(created) if created.may_be_duplicate())
    }
}

impl Verdict {
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::Created => 0,
            Self::NotCreated => 1,
            Self::MayExist => 3,
            Self::Unread => 4,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::NotCreated => "not-created",
            Self::MayExist => "may-exist",
            Self::Unread => "created-unread",
        }
    }
}
