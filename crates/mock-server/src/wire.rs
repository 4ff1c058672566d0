//! Connections: accepts them, reads requests, and sends responses with their faults. It does not
//! depend on the content of the document.

mod connections;
mod cors;
mod exchange;
mod listen;
mod outgoing;

pub(crate) use exchange::respond_to;
pub(crate) use listen::Listener;
