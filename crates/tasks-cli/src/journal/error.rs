use std::{io, sync::Arc};

use super::destination::Destination;

#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum JournalError {
    #[error("read the journal: {0}")]
    Read(Arc<io::Error>),
    #[error("open the journal: {0}")]
    Open(Arc<io::Error>),
    #[error("write the journal: {0}")]
    Write(String),
    #[error("read the journal: damaged at byte {offset}, or not a journal")]
    Damaged { offset: u64 },
    #[error("read the journal: format version {0} is newer than this program")]
    Version(u32),
    #[error("lock the journal: another run is using it")]
    Locked,
    #[error("continue the journal: it belongs to {journal}, and this run sends to {run}")]
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
                "check whether its rows exist before removing it; --journal FILE selects another journal",
            ),
            Self::OtherDestination { .. } => {
                Some("select that destination, or use another journal with --journal FILE")
            }
            Self::Locked => Some("wait for the other run, or stop it"),
            Self::Write(_) => {
                Some("no further tasks were sent: free disk space, and run the same command again")
            }
            _ => None,
        }
    }
}
