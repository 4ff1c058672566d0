//! Lenient views of a document's tree: operations, parameters, bodies, schemas. An accessor returns
//! `None` for a value of another type; rules report such defects.

mod inheritance;
mod media_type;
mod node;
mod operation;
mod parameter;
mod polymorphism;
mod response;
mod security;

pub(crate) use inheritance::Inheritance;
pub(crate) use media_type::examples;
pub use media_type::{Example, MediaType};
pub(crate) use node::MAX_CHAIN;
pub use node::Node;
pub use operation::Operation;
pub use parameter::{Header, Parameter};
pub use polymorphism::{Discriminator, DiscriminatorForm, Variant};
pub use response::{RequestBody, Response};
pub use security::{SecurityRequirement, Server};
