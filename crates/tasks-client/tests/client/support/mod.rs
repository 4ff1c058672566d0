mod chain;
mod clock;
mod log;
mod stand;

pub(crate) use chain::causes;
pub(crate) use clock::TestClock;
pub(crate) use log::Log;
pub(crate) use stand::{SECRET, Stand, TOKEN, task};
