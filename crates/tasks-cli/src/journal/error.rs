use std::{io, sync::Arc};

use super::destination::Destination;

/// Error of a journal.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum JournalError {
    #[error("read it: {0}")]
    Read(Arc<io::Error>),
    #[error("open it: {0}")]
    Open(Arc<io::Error>),
    #[error("write it: {0}")]
    Write(String),
    #[error("read it: it is not a journal, or it was changed at byte {offset}")]
    Damaged { offset: u64 },
    #[error("read it: its format has version {0}, which a later version of this program wrote")]
    Version(u32),
    #[error("lock it: another run is using it")]
    Locked,
    #[error("continue it: it belongs to {journal}, and this run sends to {run}")]
    OtherDestination {
        journal: Destination,
        run: Destination,
    },
}

impl JournalError {
    /// Returns the action that resolves the error.
    pub(crate) fn help(&self) -> Option<&'static str> {
        match self {
            Self::Damaged { .. } => Some(
                "its rows may exist: check them before you remove it; --journal FILE uses another one",
            ),
            Self::OtherDestination { .. } => {
                Some("select that destination, or keep a journal for this one with --journal FILE")
            }
            Self::Locked => Some("wait for the other run, or stop it"),
            Self::Write(_) => {
                Some("nothing more was sent; free the disk, and run the same command again")
            }
            _ => None,
        }
    }
}
