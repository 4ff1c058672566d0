//! Rules about documents, and their diagnostics: one rule per file in `rules/`. A [`Lint`] runs a
//! selection of them, and applies the allows of the document.

mod allow;
mod allowances;
mod codegen;
mod composite;
mod config;
mod context;
mod describe;
mod examples;
mod left_out;
mod lifecycle;
mod page;
mod paths;
mod published;
mod rule;
mod rules;
mod run;
mod secrets;
mod selection;
mod unreadable;
mod uri;

pub use config::{CONFIG_INVALID, CONFIG_UNUSED, Config, Uses};
pub use left_out::LEFT_OUT;
pub use page::page;
pub use published::load_published;
pub use rule::{Category, Compare, Equivalent, Rule, Tool};
pub use rules::RULES;
pub use run::{ExampleCount, Lint, SUNSET_NEAR_DAYS, unresolved};
pub use selection::{
    Deny, Generator, Level, Selection, UnknownGenerator, UnknownLevel, UnknownRule,
};
pub use unreadable::{UNREADABLE, unreadable};

pub(crate) use context::Context;
pub(crate) use rule::Check;
