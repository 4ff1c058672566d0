use std::cell::OnceCell;

use super::codegen::OF_PROGENITOR_ALONE;
use super::composite::Composites;
use super::examples::{self, Checked};
use crate::objects::{self, Object};
use crate::vocabulary::Kind;
use crate::{Diagnostic, Document, Label, Severity, SourceId};

/// Note on a diagnostic that client-codegen makes obsolete.
const ALONE: &str = "this is true of progenitor by itself; client-codegen rewrites the document, or reports what it leaves out";

/// Context passed to a rule.
pub(crate) struct Context<'a> {
    input: Input<'a>,
    shared: &'a Shared<'a>,
    /// The id of the rule, and the severity of its diagnostics.
    rule: (&'static str, Severity),
    /// The severity that replaces every other.
    level: Option<Severity>,
}

/// Input of the rules.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) document: &'a Document,
    pub(super) published: Option<&'a [Document]>,
    pub(super) sunset_near_days: u32,
}

/// Data that several rules share, computed once.
#[derive(Default)]
pub(super) struct Shared<'a> {
    objects: OnceCell<Vec<Object<'a>>>,
    checked: OnceCell<Vec<Checked<'a>>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        input: Input<'a>,
        shared: &'a Shared<'a>,
        rule: (&'static str, Severity),
        level: Option<Severity>,
    ) -> Self {
        Self {
            input,
            shared,
            rule,
            level,
        }
    }

    /// The document.
    pub(crate) fn document(&self) -> &'a Document {
        self.input.document
    }

    /// Every object of the document, in the order of the text, references as they are written.
    pub(crate) fn objects(&self) -> &'a [Object<'a>] {
        self.shared
            .objects
            .get_or_init(|| objects::objects(self.input.document))
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
            let document = self.input.document;
            examples::check(document, examples::examples(document, self.objects()))
        })
    }

    /// The published examples, with the source that their labels are in.
    pub(crate) fn published(
        &self,
    ) -> Option<impl Iterator<Item = (SourceId, &'a Document)> + use<'a>> {
        let documents = self.input.published?;
        Some((1..).map(SourceId).zip(documents))
    }

    /// Number of days before a sunset at which it is near.
    pub(crate) fn sunset_near_days(&self) -> u32 {
        self.input.sunset_near_days
    }

    /// A diagnostic of this rule.
    pub(crate) fn diagnostic(&self, at: Label, message: impl Into<String>) -> Diagnostic {
        self.at_severity(self.rule.1, at, message)
    }

    /// A diagnostic of this rule with another severity than usual.
    pub(crate) fn at_severity(
        &self,
        severity: Severity,
        at: Label,
        message: impl Into<String>,
    ) -> Diagnostic {
        let (id, _) = self.rule;
        let diagnostic = Diagnostic::new(id, self.level.unwrap_or(severity), message, at);
        match OF_PROGENITOR_ALONE.contains(&id) {
            true => diagnostic.note(ALONE),
            false => diagnostic,
        }
    }
}
