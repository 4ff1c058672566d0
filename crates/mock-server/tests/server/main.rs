//! The server as its callers meet it, over real sockets. One program, so that it is linked once.

mod answers;
mod create;
mod fault;
mod http;
mod parameters;
mod security;
mod support;
