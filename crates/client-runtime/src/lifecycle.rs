//! The lifecycle of an operation: as documented, and as announced by the service.

mod headers;
mod link;
mod notice;

pub use headers::Lifecycle;
pub use link::Link;
pub use notice::Notices;
