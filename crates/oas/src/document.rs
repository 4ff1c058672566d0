use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use crate::lines::Lines;
use crate::load::{self, DuplicateKey, Failure, LoadError, Tree};
use crate::model::Polymorphism;
use crate::source_map::{Entry, SourceMap, Span, WideIndex};
use crate::{Node, Pointer};

/// An OpenAPI document: its text, its tree, and where each value of the tree stands in the text.
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    text: String,
    root: Value,
    entries: Vec<Entry>,
    lines: Lines,
    duplicates: Vec<DuplicateKey>,
    wide: OnceLock<WideIndex>,
    polymorphism: OnceLock<Polymorphism>,
}

/// A place for people: line and column, counted from 1, the column in characters; and the same place in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The bytes.
    pub span: Span,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Document {
    /// Reads a file as YAML or JSON; its path becomes the document's name.
    ///
    /// # Errors
    /// When the file cannot be read, or is not readable YAML or JSON.
    pub fn load(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Self::from_bytes(name, bytes),
            Err(source) => Err(LoadError::Read { name, source }),
        }
    }

    /// Reads bytes as YAML or JSON in UTF-8.
    ///
    /// # Errors
    /// When they are not.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, LoadError> {
        let name = name.into();
        match String::from_utf8(bytes) {
            Ok(text) => Self::parse(name, text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
                let at = Span {
                    start: valid,
                    end: valid,
                };
                let location = Lines::of(&text).location(&text, at);
                Err(LoadError::Encoding { name, location })
            }
        }
    }

    /// Reads a text as YAML or JSON.
    ///
    /// # Errors
    /// When it is neither, or goes beyond a limit: 256 levels, 4,096 bytes of keys above a value that is no scalar,
    /// 2 million values once aliases are replaced, 4 GiB.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, LoadError> {
        let (name, text) = (name.into(), text.into());
        if u32::try_from(text.len()).is_err() {
            let start = Span { start: 0, end: 0 };
            return Err(LoadError::Limit {
                name,
                location: Lines::of("").location("", start),
                limit: "the document is larger than 4 GiB",
            });
        }
        let lines = Lines::of(&text);
        let locate = |at| lines.location(&text, Span { start: at, end: at });
        // The parser takes a NUL for the end of the text, and would drop the rest in silence.
        if let Some(at) = text.find('\0') {
            return Err(LoadError::Syntax {
                name,
                location: locate(at),
                reason: "a NUL character is not allowed in YAML or JSON".to_owned(),
            });
        }
        match load::build(&text) {
            Ok(Tree {
                root,
                entries,
                duplicates,
            }) => Ok(Self {
                name,
                text,
                root,
                entries,
                lines,
                duplicates,
                wide: OnceLock::new(),
                polymorphism: OnceLock::new(),
            }),
            Err(Failure::Syntax(stop)) => Err(LoadError::Syntax {
                name,
                location: locate(stop.at),
                reason: stop.reason,
            }),
            Err(Failure::Limit { at, limit }) => Err(LoadError::Limit {
                name,
                location: locate(at),
                limit,
            }),
        }
    }

    /// A document of which only the text is known, however broken: for reports on a text that could not be loaded.
    pub fn of_text(name: impl Into<String>, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        Self {
            name: name.into(),
            lines: Lines::of(&text),
            text,
            root: Value::Null,
            entries: Vec::new(),
            duplicates: Vec::new(),
            wide: OnceLock::new(),
            polymorphism: OnceLock::new(),
        }
    }

    /// The name under which messages speak of the document: its path, as given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree, with aliases replaced and merge keys applied. Of a key that was written twice it has the first.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The value at a pointer.
    pub fn get(&self, pointer: &Pointer) -> Option<&Value> {
        self.root.pointer(pointer.as_str())
    }

    /// The place at a pointer.
    pub fn node(&self, pointer: &Pointer) -> Option<Node<'_>> {
        Some(Node {
            value: self.get(pointer)?,
            pointer: pointer.clone(),
        })
    }

    /// Which component schemas inherit from which; computed once.
    pub fn polymorphism(&self) -> &Polymorphism {
        self.polymorphism.get_or_init(|| Polymorphism::read(self))
    }

    /// Where the keys and values stand in the text.
    pub fn source_map(&self) -> SourceMap<'_> {
        SourceMap {
            root: &self.root,
            entries: &self.entries,
            wide: &self.wide,
        }
    }

    /// The keys that were written again in the same object, in the order of the text.
    pub fn duplicate_keys(&self) -> &[DuplicateKey] {
        &self.duplicates
    }

    /// Where the value at a pointer stands; for a pointer to nothing, where its nearest existing ancestor stands.
    pub fn locate(&self, pointer: &Pointer) -> Location {
        let map = self.source_map();
        let mut pointer = pointer.clone();
        let span = loop {
            if let Some(span) = map.value(&pointer) {
                break span;
            }
            if pointer == Pointer::root() {
                break Span { start: 0, end: 0 };
            }
            pointer.pop();
        };
        self.location(span)
    }

    /// The text of some lines, counted from 1, without the last line's end.
    pub(crate) fn line_range(&self, first: usize, last: usize) -> Span {
        self.lines.range(&self.text, first, last)
    }

    /// The line and column of a place in the text.
    pub fn location(&self, span: Span) -> Location {
        self.lines.location(&self.text, span)
    }
}
