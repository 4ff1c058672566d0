//! Decision about the next attempt and its delay, by pure functions.

mod backoff;
mod bucket;
mod decision;
mod gate;
mod outcome;
mod policy;
mod retry_after;

pub(crate) use bucket::Bucket;
pub(crate) use decision::{Next, Verdict};
pub use gate::MAX_PAUSE;
pub(crate) use gate::{Gate, Ticket};
pub(crate) use outcome::Outcome;
pub use policy::RetryPolicy;
pub(crate) use retry_after::retry_after;
