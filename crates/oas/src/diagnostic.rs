use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::{Pointer, Span};

/// Severity of a diagnostic, in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Advice; the document is correct.
    Info,
    /// A probable or future defect.
    Warning,
    /// A defect.
    Error,
}

impl Severity {
    /// `error`, `warning` or `info`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Severity {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Info, Self::Warning, Self::Error]
            .into_iter()
            .find(|severity| severity.as_str() == text)
            .ok_or(())
    }
}

/// Result of a rule, or a change between two documents: a message with a severity and a location.
///
/// The location is a pointer wherever there is one; renderers compute lines and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule or of the kind of change.
    pub id: Cow<'static, str>,
    /// Severity of the diagnostic.
    pub severity: Severity,
    /// The problem, in one line.
    pub message: String,
    /// Primary location.
    pub primary: Label,
    /// Other locations that explain it.
    pub secondary: Vec<Label>,
    /// Additional notes.
    pub notes: Vec<String>,
    /// The action that resolves it.
    pub help: Option<String>,
    /// Further facts, for machine-readable formats.
    pub properties: serde_json::Map<String, serde_json::Value>,
}

impl Diagnostic {
    /// A diagnostic at a location.
    pub fn new(
        id: impl Into<Cow<'static, str>>,
        severity: Severity,
        message: impl Into<String>,
        primary: Label,
    ) -> Self {
        Self {
            id: id.into(),
            severity,
            message: message.into(),
            primary,
            secondary: Vec::new(),
            notes: Vec::new(),
            help: None,
            properties: serde_json::Map::new(),
        }
    }

    /// Adds a fact for machine-readable formats.
    #[must_use]
    pub fn property(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
        self.properties.insert(name.to_owned(), value.into());
        self
    }

    /// Adds another location that explains the diagnostic.
    pub fn label(mut self, label: Label) -> Self {
        self.secondary.push(label);
        self
    }

    /// Adds an explanation.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Moves every label to another document of the report.
    #[must_use]
    pub fn in_source(mut self, source: SourceId) -> Self {
        let secondary = self.secondary.iter_mut();
        for label in std::iter::once(&mut self.primary).chain(secondary) {
            label.source = source;
        }
        self
    }

    /// Makes a label in the given document the primary one, if there is one: code hosts show the
    /// revision.
    #[must_use]
    pub fn shown_in(mut self, source: SourceId) -> Self {
        let labels = self.secondary.iter_mut();
        let labels = labels.filter(|label| label.source == source).take(1);
        if self.primary.source != source {
            labels.for_each(|label| std::mem::swap(&mut self.primary, label));
        }
        self
    }

    /// Sets the action that resolves it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Document of a report: an index into its [`Sources`](crate::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub(crate) usize);

impl SourceId {
    /// The same document in a report that has others before it, up to `last`.
    #[must_use]
    pub fn after(self, last: Self) -> Self {
        Self(last.0 + 1 + self.0)
    }
}

/// A location in a document, with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The document.
    pub source: SourceId,
    /// The position in it.
    pub position: Position,
    /// Text at the location; `None` for a primary label that adds nothing to the message.
    pub message: Option<String>,
}

/// A location in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// The key of the member at the pointer; where there is no key, the value.
    Key(Pointer),
    /// The value at the pointer.
    Value(Pointer),
    /// A range of the text, for content without a pointer: a duplicate key, text that cannot be
    /// read.
    Span(Span),
}

impl Label {
    /// A label at the key of the member at `pointer`.
    pub fn key(pointer: Pointer) -> Self {
        Self::at(Position::Key(pointer))
    }

    /// A label at the value at `pointer`.
    pub fn value(pointer: Pointer) -> Self {
        Self::at(Position::Value(pointer))
    }

    /// A label at a range of the text.
    pub fn span(span: Span) -> Self {
        Self::at(Position::Span(span))
    }

    /// Sets the text.
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Moves the label to another document of the report than the first.
    pub fn in_source(mut self, source: SourceId) -> Self {
        self.source = source;
        self
    }

    /// The pointer of the position, if it has one.
    pub fn pointer(&self) -> Option<&Pointer> {
        match &self.position {
            Position::Key(pointer) | Position::Value(pointer) => Some(pointer),
            Position::Span(_) => None,
        }
    }

    fn at(position: Position) -> Self {
        Self {
            source: SourceId::default(),
            position,
            message: None,
        }
    }
}
