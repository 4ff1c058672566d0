use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::{Pointer, Span};

/// Severity of a diagnostic, in ascending order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// A probable or future defect.
    Warning,
    /// Wrong.
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

/// Something found in a document, or between two: what it is, how much it matters, and where it stands.
///
/// There is none without a place, and a place is a pointer wherever there is one: lines and columns are the renderers' affair.
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
    /// Other places that explain it.
    pub secondary: Vec<Label>,
    /// Additional notes.
    pub notes: Vec<String>,
    /// The action that resolves it.
    pub help: Option<String>,
    /// Further facts, for machine-readable formats.
    pub properties: serde_json::Map<String, serde_json::Value>,
}

impl Diagnostic {
    /// A finding at a place.
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

    /// Adds another place that explains the finding.
    pub fn label(mut self, label: Label) -> Self {
        self.secondary.push(label);
        self
    }

    /// Adds what else a reader should know.
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

    /// Leads with the place in a document, if there is one: what code hosts show is the document as it is to be.
    #[must_use]
    pub fn shown_in(mut self, source: SourceId) -> Self {
        let there = self.secondary.iter_mut();
        let there = there.filter(|label| label.source == source).take(1);
        if self.primary.source != source {
            there.for_each(|label| std::mem::swap(&mut self.primary, label));
        }
        self
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Which document of a report a place is in: an index into its [`Sources`](crate::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub(crate) usize);

impl SourceId {
    /// The same document in a report that has others before it, up to `last`.
    #[must_use]
    pub fn after(self, last: Self) -> Self {
        Self(last.0 + 1 + self.0)
    }
}

/// A place in a document, and what is to be said there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The document.
    pub source: SourceId,
    /// The place in it.
    pub place: Place,
    /// Text at the location; `None` for a primary label that adds nothing to the message.
    pub message: Option<String>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The key of the member at the pointer; where there is no key, the value.
    Key(Pointer),
    /// The value at the pointer.
    Value(Pointer),
    /// A range of the text, for what no pointer leads to: a key that was written twice, text that cannot be read.
    Span(Span),
}

impl Label {
    /// At the key of the member that `pointer` leads to.
    pub fn key(pointer: Pointer) -> Self {
        Self::at(Place::Key(pointer))
    }

    /// At the value that `pointer` leads to.
    pub fn value(pointer: Pointer) -> Self {
        Self::at(Place::Value(pointer))
    }

    /// At a range of the text.
    pub fn span(span: Span) -> Self {
        Self::at(Place::Span(span))
    }

    /// Says something at the place.
    pub fn saying(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Puts the place into another document of the report than the first.
    pub fn in_source(mut self, source: SourceId) -> Self {
        self.source = source;
        self
    }

    /// The pointer of the place, if it has one.
    pub fn pointer(&self) -> Option<&Pointer> {
        match &self.place {
            Place::Key(pointer) | Place::Value(pointer) => Some(pointer),
            Place::Span(_) => None,
        }
    }

    fn at(place: Place) -> Self {
        Self {
            source: SourceId::default(),
            place,
            message: None,
        }
    }
}
