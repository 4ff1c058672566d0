//! The client that is generated from [`DOCUMENT`](crate::DOCUMENT) when this crate is built: its
//! types, their builders, its one method per operation, and the facts of the document as constants.

include!(concat!(env!("OUT_DIR"), "/generated.rs"));
