mod allow;
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
mod secrets;
mod selection;
mod unreadable;
mod uri;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use config::{CONFIG_INVALID, CONFIG_UNUSED, CONFIG_WEAKENED, Config, Uses};
pub use left_out::LEFT_OUT;
pub use page::page;
pub use published::load_published;
pub use rule::{Category, Compare, Equivalent, Rule, Tool};
pub use rules::RULES;
pub use selection::{
    Deny, Generator, Level, Selection, UnknownGenerator, UnknownLevel, UnknownRule,
};
pub use unreadable::{UNREADABLE, unreadable, unresolved};

pub(crate) use context::Context;
pub(crate) use rule::Check;

use crate::{Diagnostic, Document, Pointer, Severity, Sources, objects, report};

/// Default number of days before a sunset at which it is near.
pub const SUNSET_NEAR_DAYS: u32 = 90;

/// A run of the rules over a document.
#[derive(Debug, Clone)]
pub struct Lint<'a> {
    /// The document.
    pub document: &'a Document,
    /// Examples published by the vendor: JSON files named `<operationId>.request.json` or
    /// `<operationId>.<status>.json`. `None` when the document has no such folder; the rules
    /// about it are silent then.
    pub published: Option<&'a [Document]>,
    /// Reference date; without one, the rules that depend on it do not run.
    pub today: Option<NaiveDate>,
    /// Comparison of two operations; without it, the rule about successors reports nothing.
    pub compare: Option<Compare>,
    /// Number of days before a sunset at which it is near.
    pub sunset_near_days: u32,
    /// The rules to run.
    pub selection: Selection,
}

impl<'a> Lint<'a> {
    /// The rules of the default set, over a document by itself, without a date.
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            published: None,
            today: None,
            compare: None,
            sunset_near_days: SUNSET_NEAR_DAYS,
            selection: Selection::default(),
        }
    }

    /// The documents that the diagnostics of [`Lint::run`] are in.
    pub fn sources(&self) -> Sources<'a> {
        let mut sources = Sources::of(self.document);
        for published in self.published.unwrap_or_default() {
            sources.add(published, None);
        }
        sources
    }

    /// Whether a rule is selected and has what it needs.
    pub(crate) fn runs(&self, rule: &Rule) -> bool {
        let has_input = match rule.check {
            Check::Document(_) | Check::Allowances => true,
            Check::Dated(_) => self.today.is_some(),
            Check::Compared(_) => self.compare.is_some(),
            Check::Published(_) => self.published.is_some(),
        };
        has_input && self.selection.contains(rule)
    }

    /// Runs the selected rules; returns the diagnostics that the document does not allow, in the
    /// order of the text.
    ///
    /// A document of another version than 3.0 has this one diagnostic only.
    pub fn run(&self) -> Vec<Diagnostic> {
        let shared = context::Shared::default();
        let version = &rules::OPENAPI_VERSION_UNSUPPORTED;
        let mut found = Vec::new();
        Context::new(self, version, &shared).check(&mut found);
        if found.is_empty() {
            for rule in RULES.iter().filter(|rule| self.selection.contains(rule)) {
                Context::new(self, rule, &shared).check(&mut found);
            }
            allow::apply(self, &shared, &mut found);
        }
        // Other defects of an unreadable part are unknown.
        let unresolved = self.document.unresolved().iter();
        for replaced in unresolved.filter_map(|one| one.replaced.as_ref()) {
            found.retain(|one| {
                let is_below = one
                    .primary
                    .pointer()
                    .is_some_and(|at| at.starts_with(replaced));
                !is_below || one.id == rules::REFERENCE_DANGLING.id
            });
        }
        found.extend(unreadable::parts(self.document));
        report::sort(&mut found, &self.sources());
        found
    }

    /// Counts the examples in the document and beside it, and those with an error.
    pub fn examples(&self, found: &[Diagnostic]) -> ExampleCount {
        let objects = objects::objects(self.document);
        let inline = examples::examples(self.document, &objects).into_iter();
        let inline = inline.filter(|example| !example.is_default);
        // An example among the components is one, however many places refer to it.
        let inline: BTreeSet<Pointer> = inline.map(|example| example.value.pointer).collect();
        let published = self.published.unwrap_or_default().len();
        let errors = found.iter().filter(|one| one.severity == Severity::Error);
        let places = errors.map(|error| (error.primary.source.0, error.primary.pointer()));
        let places = places.collect::<Vec<_>>();
        let has_error = |source: usize, example: &Pointer| {
            places.iter().any(|(at, pointer)| {
                *at == source && pointer.is_none_or(|pointer| pointer.starts_with(example))
            })
        };
        let failed = inline
            .iter()
            .filter(|example| has_error(0, example))
            .count();
        let root = Pointer::root();
        ExampleCount {
            total: inline.len() + published,
            failed: failed
                + (1..=published)
                    .filter(|file| has_error(*file, &root))
                    .count(),
        }
    }
}

/// Number of examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExampleCount {
    /// All of them.
    pub total: usize,
    /// Those that have an error in them.
    pub failed: usize,
}
