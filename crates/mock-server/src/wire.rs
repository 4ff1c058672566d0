//! Connections: accepts them, reads requests and sends responses, with their faults.

mod callers;
mod cors;
mod exchange;
mod listen;
mod outgoing;

pub(crate) use exchange::answer_to;
pub(crate) use listen::Listener;
