//! The reference page of a document, in Markdown.

mod code_samples;
mod examples;
mod external_docs;
mod facts;
mod markdown;
mod operation;
mod page;
mod parameters;
mod prose;
mod request;
mod responses;
mod schema_table;
mod schema_type;
mod security;
mod serialization;
mod servers;
mod status;

pub use page::reference;
