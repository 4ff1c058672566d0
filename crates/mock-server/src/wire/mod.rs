//! Connections and what happens on them.

mod callers;
mod cors;
mod exchange;
mod incoming;
mod line;
mod listen;
mod outgoing;

pub(crate) use exchange::answer_to;
pub(crate) use incoming::Reading;
pub(crate) use listen::Gate;
