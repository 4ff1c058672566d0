//! How long the operation will be there: what the document says, and what the service announces.

mod headers;
mod link;
mod notice;

pub use headers::Lifecycle;
pub use link::Link;
pub(crate) use notice::Notices;
