//! Connections and what happens on them.

mod exchange;
mod incoming;
mod listen;
mod outgoing;

pub(crate) use listen::Gate;
