//! OpenAPI 3.0 documents: load them with spans, validate values, lint, compare, and render them.

mod bundle;
mod diagnostic;
pub mod diff;
mod document;
mod file;
mod files;
mod fingerprint;
mod json;
mod lines;
mod link;
pub mod lint;
mod load;
mod model;
mod objects;
mod pointer;
mod reference;
pub mod report;
mod sample;
mod source_map;
mod sources;
mod successor;
mod suggest;
mod text;
mod validator;
mod vocabulary;
mod yaml;

pub use bundle::BundleError;
pub use diagnostic::{Diagnostic, Label, Position, Severity, SourceId};
pub use document::Document;
pub use file::File;
pub use files::{FileError, Files, Folder, Found, RootPath};
pub use json::{Json, Members, MembersIter};
pub use lines::Location;
pub use link::{Reason, Unreadable, Unresolved};
pub use load::{DuplicateKey, LoadError};
pub use model::{
    Discriminator, DiscriminatorForm, Example, Header, MediaType, Node, Operation, Parameter,
    RequestBody, Response, SecurityRequirement, Server, Variant,
};
pub use pointer::{Pointer, PointerError};
pub use reference::reference;
pub use sample::{Draw, Samples, sample};
pub use source_map::{SourceMap, Span};
pub use sources::{Source, Sources};
pub use successor::breaking_changes;
pub use suggest::closest;
pub use text::{one_line, shortened};
pub use validator::{CompileError, Direction, Validator, ValidatorSet, Validators, Violation};
pub use vocabulary::{MediaRange, Method, Status, Style, extension, media_type};
pub use yaml::to_yaml;
