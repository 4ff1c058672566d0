use std::cell::OnceCell;

use super::codegen::OF_PROGENITOR_ALONE;
use super::composite::Composites;
use super::examples::{self, Checked};
use super::{Check, Lint, Rule};
use crate::objects::{self, Object};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Document, Label, Severity, SourceId};

/// Note on a diagnostic that client-codegen makes obsolete.
const ALONE: &str = "this is true of progenitor by itself; client-codegen rewrites the document, or reports what it leaves out";

/// Context passed to a rule.
pub(crate) struct Context<'a> {
    lint: &'a Lint<'a>,
    rule: &'static Rule,
    shared: &'a Shared<'a>,
}

/// Data that several rules share, computed once.
#[derive(Default)]
pub(super) struct Shared<'a> {
    objects: OnceCell<Vec<Object<'a>>>,
    checked: OnceCell<Vec<Checked<'a>>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(lint: &'a Lint<'a>, rule: &'static Rule, shared: &'a Shared<'a>) -> Self {
        Self { lint, rule, shared }
    }

    /// Runs the rule, unless its input is missing.
    pub(super) fn check(&self, found: &mut Vec<Diagnostic>) {
        match (&self.rule.check, self.lint.today, self.lint.published) {
            (Check::Document(check), ..) | (Check::Published(check), _, Some(_)) => {
                check(self, found);
            }
            (Check::Dated(check), Some(today), _) => check(self, today, found),
            (Check::Compared(check), ..) => {
                if let Some(compare) = self.lint.compare {
                    check(self, compare, found);
                }
            }
            (Check::Dated(_) | Check::Published(_) | Check::Allowances, ..) => {}
        }
    }

    /// The document.
    pub(crate) fn document(&self) -> &'a Document {
        self.lint.document
    }

    /// Every object of the document, in the order of the text, references as they are written.
    pub(crate) fn objects(&self) -> &'a [Object<'a>] {
        self.shared
            .objects
            .get_or_init(|| objects::objects(self.lint.document))
    }

    /// The objects of one kind that are not references.
    pub(crate) fn objects_of(&self, kind: Kind) -> impl Iterator<Item = &'a Object<'a>> {
        self.objects()
            .iter()
            .filter(move |object| object.kind == kind && !object.is_reference())
    }

    /// Returns the composites of the document.
    pub(crate) fn composites(&self) -> Composites<'a> {
        let schemas = self.objects().iter();
        let schemas = schemas.filter(|object| object.kind == Kind::Schema);
        Composites::new(self.document(), schemas.map(|object| &object.node))
    }

    /// Every example and default of the document, with its violations.
    pub(crate) fn checked_examples(&self) -> &'a [Checked<'a>] {
        self.shared.checked.get_or_init(|| {
            let document = self.lint.document;
            examples::check(document, examples::examples(document, self.objects()))
        })
    }

    /// The published examples, with the source that their labels are in.
    pub(crate) fn published(
        &self,
    ) -> Option<impl Iterator<Item = (SourceId, &'a Document)> + use<'a>> {
        let documents = self.lint.published?;
        Some((1..).map(SourceId).zip(documents))
    }

    /// Number of days before a sunset at which it is near.
    pub(crate) fn sunset_near_days(&self) -> u32 {
        self.lint.sunset_near_days
    }

    /// A diagnostic of this rule.
    pub(crate) fn diagnostic(&self, at: Label, message: impl Into<String>) -> Diagnostic {
        self.at_severity(self.rule.severity, at, message)
    }

    /// A diagnostic of this rule with another severity than usual.
    pub(crate) fn at_severity(
        &self,
        severity: Severity,
        at: Label,
        message: impl Into<String>,
    ) -> Diagnostic {
        let severity = self.lint.selection.severity(self.rule).unwrap_or(severity);
        let diagnostic = Diagnostic::new(self.rule.id, severity, message, at);
        match OF_PROGENITOR_ALONE.contains(&self.rule.id) {
            true => diagnostic.note(ALONE),
            false => diagnostic,
        }
    }
}
