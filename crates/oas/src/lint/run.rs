use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::allow;
use super::context::{Context, Input, Shared};
use super::examples;
use super::rule::{Check, Compare, Rule};
use super::rules::{self, RULES};
use super::selection::Selection;
use super::unreadable;
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

    /// Whether a rule is selected and its input is available.
    fn runs(&self, rule: &Rule) -> bool {
        let has_input = match rule.check {
            Check::Document(_) | Check::Allowances => true,
            Check::Dated(_) => self.today.is_some(),
            Check::Compared(_) => self.compare.is_some(),
            Check::Published(_) => self.published.is_some(),
        };
        has_input && self.selection.contains(rule)
    }

    fn context<'s>(&'s self, rule: &Rule, shared: &'s Shared<'s>) -> Context<'s> {
        let input = Input {
            document: self.document,
            published: self.published,
            sunset_near_days: self.sunset_near_days,
        };
        let level = self.selection.severity(rule);
        Context::new(input, shared, (rule.id, rule.severity), level)
    }

    /// Runs a rule, unless its input is missing.
    fn check<'s>(&'s self, rule: &Rule, shared: &'s Shared<'s>, found: &mut Vec<Diagnostic>) {
        let context = self.context(rule, shared);
        match (&rule.check, self.today, self.published) {
            (Check::Document(check), ..) | (Check::Published(check), _, Some(_)) => {
                check(&context, found);
            }
            (Check::Dated(check), Some(today), _) => check(&context, today, found),
            (Check::Compared(check), ..) => {
                if let Some(compare) = self.compare {
                    check(&context, compare, found);
                }
            }
            (Check::Dated(_) | Check::Published(_) | Check::Allowances, ..) => {}
        }
    }

    /// Runs the selected rules, and applies the allows of the document.
    fn checked<'s>(&'s self, shared: &'s Shared<'s>) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.check(&rules::OPENAPI_VERSION_UNSUPPORTED, shared, &mut found);
        if !found.is_empty() {
            return found;
        }
        for rule in RULES.iter().filter(|rule| self.selection.contains(rule)) {
            self.check(rule, shared, &mut found);
        }
        let unused = self.context(&rules::ALLOW_UNUSED, shared);
        allow::apply(&unused, |rule| self.runs(rule), &mut found);
        found
    }

    /// Runs the selected rules; returns the diagnostics that the document does not allow, in the
    /// order of the text.
    ///
    /// A document of another version than 3.0 has this one diagnostic only.
    pub fn run(&self) -> Vec<Diagnostic> {
        let shared = Shared::default();
        let mut found = self.checked(&shared);
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

/// A diagnostic for each reference that does not resolve, and for each file that a reference leads
/// to and that cannot be read: what keeps a document from being read completely.
pub fn unresolved(document: &Document) -> Vec<Diagnostic> {
    let lint = Lint::new(document);
    let mut found = Vec::new();
    lint.check(&rules::REFERENCE_DANGLING, &Shared::default(), &mut found);
    found.extend(unreadable::parts(document));
    found
}

/// Number of examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExampleCount {
    /// All of them.
    pub total: usize,
    /// Those that have an error in them.
    pub failed: usize,
}
