//! OpenAPI 3.0 documents: load them with spans, validate values, lint, compare, and render them.

mod document;
mod load;
mod model;
mod pointer;
mod sample;
mod source_map;
mod validator;

pub use document::{Document, Location};
pub use load::{DuplicateKey, LoadError};
pub use model::{
    Example, Header, MediaType, Method, Node, Operation, Parameter, RequestBody, Response,
    SecurityRequirement, Server,
};
pub use pointer::{Pointer, PointerError};
pub use sample::sample;
pub use source_map::{SourceMap, Span};
pub use validator::{CompileError, Direction, Validator, ValidatorSet, Validators, Violation};
