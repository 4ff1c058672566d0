use serde_json::Value;

use super::pair::Pair;
use crate::diagnostic::{Diagnostic, Label, Severity, SourceId};
use crate::lint::unresolved;
use crate::objects::objects;
use crate::{Document, Pointer};

/// A part of a document that could not be compared because it could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The side.
    pub side: Side,
    /// The defect, located in the first document of a report.
    pub diagnostic: Diagnostic,
    /// Whether nothing of the document can be compared.
    pub is_whole: bool,
    /// Whether the revision no longer has this defect.
    pub is_fixed: bool,
}

/// One of the two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The base.
    Base,
    /// The revision.
    Revision,
}

impl Side {
    /// `base` or `revision`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Revision => "revision",
        }
    }
}

impl Unreadable {
    fn new(side: Side, diagnostic: Diagnostic, is_whole: bool) -> Self {
        let message = format!("{}: {}", side.as_str(), diagnostic.message);
        Self {
            side,
            diagnostic: Diagnostic {
                message,
                severity: Severity::Error,
                ..diagnostic
            },
            is_whole,
            is_fixed: false,
        }
    }

    /// The location, if it has a pointer.
    pub fn pointer(&self) -> Option<&Pointer> {
        self.diagnostic.primary.pointer()
    }

    /// The diagnostic, in the document of its side: an error, unless the revision fixes the defect.
    pub fn diagnostic(&self, source: SourceId) -> Diagnostic {
        let diagnostic = self.diagnostic.clone().in_source(source);
        match (self.is_fixed, self.is_whole) {
            (true, _) => Diagnostic {
                severity: Severity::Warning,
                ..diagnostic.note("the revision fixes this; this part was not compared")
            },
            (false, true) => diagnostic,
            (false, false) => diagnostic.note("this part was not compared"),
        }
    }
}

/// The unreadable parts of both documents. A document that cannot be read as a whole is the only
/// entry of its side.
pub(super) fn unreadable(base: &Document, revision: &Document) -> Vec<Unreadable> {
    let documents = Pair::new(base, revision);
    let sides = Pair::new(Side::Base, Side::Revision);
    let found = documents
        .zip(sides)
        .map(|(document, side)| match whole(document) {
            Some(diagnostic) => vec![Unreadable::new(side, diagnostic, true)],
            None => {
                let parts = unresolved(document).into_iter().chain(cycles(document));
                parts
                    .map(|part| Unreadable::new(side, part, false))
                    .collect()
            }
        });
    let Pair { mut base, revision } = found;
    for unreadable in base.iter_mut().filter(|one| !one.is_whole) {
        let is_same = |other: &Unreadable| {
            other.is_whole
                || other.diagnostic.primary.position == unreadable.diagnostic.primary.position
        };
        unreadable.is_fixed = !revision.iter().any(is_same);
    }
    base.into_iter().chain(revision).collect()
}

/// The reason why a document is not an OpenAPI document of version 3.
fn whole(document: &Document) -> Option<Diagnostic> {
    let root = document.root();
    let version = root.get("openapi").map(super::value::bare);
    let (message, help) = match (root, &version) {
        (Value::Null, _) => (
            "the document is empty".to_owned(),
            Some("check that the command that wrote it succeeded"),
        ),
        (Value::Object(members), _) if members.contains_key("swagger") => (
            "Swagger 2.0 is not supported".to_owned(),
            Some(
                "convert both documents to OpenAPI 3.0, for example with `npx swagger2openapi`, and compare those",
            ),
        ),
        (Value::Object(_), None) => (
            "`openapi` is missing".to_owned(),
            Some("add `openapi: 3.0.3`"),
        ),
        (Value::Object(_), Some(version)) if version == "3" || version.starts_with("3.") => {
            return None;
        }
        (Value::Object(_), Some(version)) => (
            format!("OpenAPI version `{version}` is not supported"),
            None,
        ),
        _ => ("the document is not an object".to_owned(), None),
    };
    let label = Label::value(Pointer::root());
    let diagnostic = Diagnostic::new("document-unreadable", Severity::Error, message, label);
    Some(match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    })
}

/// References that resolve to themselves.
fn cycles(document: &Document) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for object in objects(document)
        .iter()
        .filter(|object| object.is_reference())
    {
        let at = &object.node.pointer;
        let mut visited = Vec::new();
        let mut node = object.node.clone();
        while let Some(reference) = node.reference() {
            let target = Pointer::from_reference(reference);
            let Some(target) = target.and_then(|target| document.node(&target)) else {
                break;
            };
            if target.pointer == *at {
                let message = "reference cycle never resolves";
                let label = Label::value(at.join("$ref"));
                let severity = Severity::Error;
                found.push(Diagnostic::new(
                    "reference-circular",
                    severity,
                    message,
                    label,
                ));
                break;
            }
            if visited.contains(&target.pointer) {
                break;
            }
            visited.push(target.pointer.clone());
            node = target;
        }
    }
    found
}
