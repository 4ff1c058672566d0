mod chain;
mod clock;
mod log;
mod raw;
mod stand;

pub(crate) use chain::causes;
pub(crate) use clock::TestClock;
pub(crate) use log::Log;
pub(crate) use raw::{Raw, RawServer, response};
pub(crate) use stand::{SECRET, Stand, TOKEN, task};
