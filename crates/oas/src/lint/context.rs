use chrono::NaiveDate;

use super::{Lint, Rule};
use crate::{Diagnostic, Document, Label, SourceId};

/// What a rule looks at.
pub(crate) struct Context<'a> {
    lint: &'a Lint<'a>,
    rule: &'static Rule,
    #[expect(dead_code, reason = "rules that share work keep it here")]
    shared: &'a Shared,
}

/// What several rules need and one computes.
#[derive(Default)]
pub(super) struct Shared {}

impl<'a> Context<'a> {
    pub(super) fn new(lint: &'a Lint<'a>, rule: &'static Rule, shared: &'a Shared) -> Self {
        Self { lint, rule, shared }
    }

    /// The document.
    pub(crate) fn document(&self) -> &'a Document {
        self.lint.document
    }

    /// The published examples, with the source that their labels are in.
    pub(crate) fn published(
        &self,
    ) -> Option<impl Iterator<Item = (SourceId, &'a Document)> + use<'a>> {
        let documents = self.lint.published?;
        Some((1..).map(SourceId).zip(documents))
    }

    /// The date to judge by.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        self.lint.today
    }

    /// How many days before its sunset an operation is near it.
    pub(crate) fn sunset_near_days(&self) -> u32 {
        self.lint.sunset_near_days
    }

    /// A finding of this rule.
    pub(crate) fn finding(&self, at: Label, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.rule.id, self.rule.severity, message, at)
    }
}
