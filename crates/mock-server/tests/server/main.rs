//! The server as its callers meet it, over real sockets. One program, so that it is linked once.

mod answers;
mod attack;
mod choices;
mod create;
mod fault;
mod forms;
mod http;
mod kinds;
mod model;
mod parameters;
mod security;
mod support;
