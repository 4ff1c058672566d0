//! Rust client source from an OpenAPI 3.0 document, by progenitor and a small pass over its output.
//!
//! [`generate`] takes a document in YAML or JSON and returns formatted Rust with notes. The source
//! needs `chrono`, `progenitor-client`, `reqwest` (features `json` and `query`), `serde` and
//! `serde_json` where it is included, and the crates in [`Generated::features`]: `uuid` for strings
//! of that format, `regress` for patterns, and `base64`, `rand` and `futures` for the extensions of
//! Dropshot. With [`Settings::facade`] it needs client-runtime only, with these features. It can be
//! included in a module by `include!`.
//!
//! # Notes
//!
//! A document is rewritten where the generator does not support it, without a loss of values if
//! possible. Each rewrite that a caller can see, each loss and each operation that is left out is a
//! [`Note`] at its pointer, for a build script to print as `cargo::warning`. [`Settings::strict`]
//! turns notes into an error.
//!
//! # Guarantees of the source beyond progenitor
//!
//! - A component with `x-extensible-enum` is an enum with its known values and `Other(String)`: no
//!   value is rejected or lost.
//! - An optional property that a request may set to `null` is a `Nullable`: absent, `null` and a
//!   value remain distinct.
//! - An optional collection is an `Option`: absent and empty remain distinct, and `null` in a
//!   response is decoded as absent.
//! - A property with a `default` is optional, and is sent only if it is set.
//! - Unknown properties, where the document has `additionalProperties: {}`, are kept, and need not
//!   be set in the builder.
//! - Setters accept a value, an `Option` of one, a builder of one, and a date with any offset.
//! - Structs and enums are `#[non_exhaustive]`, so that properties and values added to the document
//!   are not breaking changes for callers. Builders replace struct literals, and a `match` needs a
//!   wildcard. `Nullable` is exhaustive, since it cannot have other states.
//! - A deprecated operation is a `#[deprecated]` method, with the days in `x-deprecated-on` and
//!   `x-sunset`, which are also constants in its module `document`, with servers, token URLs and
//!   scopes.
//! - Each documented success is `Ok`: an `Option` if another success has no body, an enum by status
//!   if there are several. A redirect is an error with its headers.
//! - A path parameter that is empty or a dot segment is rejected before anything is sent.
//! - There is no `Client::new`, which panics without root certificates and sets its own timeouts:
//!   `Client::new_with_client` takes a `reqwest::Client`.

mod bound;
mod build;
mod constants;
mod degrade;
mod document;
mod error;
mod expressions;
mod facade;
mod generate;
mod idents;
mod isolate;
mod lifecycle;
mod lower;
mod markdown;
mod note;
mod open_enum;
mod operation_ids;
mod panics;
mod pass;
mod prepare;
mod progenitor;
mod schema;
mod settings;
#[cfg(feature = "surface")]
pub mod surface;
mod surrogates;
mod tree;

pub use build::{BuildError, build, build_with};
pub use error::Error;
pub use generate::{Generated, generate};
pub use note::{Note, NoteKind};
pub use settings::Settings;
