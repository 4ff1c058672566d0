use crate::{Diagnostic, Document, File, Label, Location, Pointer, Position, SourceId, Span};

/// The documents of a report.
#[derive(Debug, Clone, Default)]
pub struct Sources<'d> {
    list: Vec<Source<'d>>,
}

/// A document, and its role in a report.
#[derive(Debug, Clone, Copy)]
pub struct Source<'d> {
    /// The document.
    pub document: &'d Document,
    /// `base` or `revision` when there are two sides.
    pub role: Option<&'static str>,
}

impl<'d> Sources<'d> {
    /// A report on one document.
    pub fn of(document: &'d Document) -> Self {
        let mut sources = Self::default();
        sources.add(document, None);
        sources
    }

    /// Adds a document. Labels refer to the first one unless they name another.
    pub fn add(&mut self, document: &'d Document, role: Option<&'static str>) -> SourceId {
        self.list.push(Source { document, role });
        SourceId(self.list.len() - 1)
    }

    /// Adds the documents of another report, and moves its diagnostics to this one.
    pub fn append(&mut self, sources: Self, diagnostics: &mut [Diagnostic]) {
        let offset = self.list.len();
        self.list.extend(sources.list);
        for diagnostic in diagnostics {
            let secondary = diagnostic.secondary.iter_mut();
            for label in std::iter::once(&mut diagnostic.primary).chain(secondary) {
                label.source.0 += offset;
            }
        }
    }

    /// The documents, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, Source<'d>)> + '_ {
        let ids = (0..).map(SourceId);
        ids.zip(self.list.iter().copied())
    }

    /// The name of the file of a label, its side in the report, and the location that every format
    /// shows; `None` when its document is not in this report.
    pub fn location(&self, label: &Label) -> Option<(&'d str, Option<&'static str>, Location)> {
        let located = self.locate(label)?;
        Some((located.file.name(), located.role, located.location))
    }

    /// The file and the location of a label; `None` when its document is not in this report.
    pub(crate) fn locate<'s>(&'s self, label: &Label) -> Option<Located<'d>> {
        let source = *self.list.get(label.source.0)?;
        let map = source.document.source_map();
        let span = match &label.position {
            Position::Key(pointer) => map.key(pointer).or_else(|| map.value(pointer)),
            Position::Value(pointer) => map.value(pointer),
            Position::Span(span) => Some(*span),
        };
        // A value that does not exist is shown at the key of what would contain it.
        let span = span.or_else(|| {
            let above = std::iter::successors(label.pointer()?.parent(), Pointer::parent);
            above
                .filter_map(|pointer| map.key(&pointer).or_else(|| map.value(&pointer)))
                .next()
        })?;
        let (file, local) = source.document.file_at(span);
        let location = file.location(local);
        Some(Located {
            role: source.role,
            file,
            location,
        })
    }

    /// The pointer of a label within its file.
    pub(crate) fn pointer(&self, label: &Label) -> Option<Pointer> {
        let document = self.list.get(label.source.0)?.document;
        Some(document.origin(label.pointer()?).1)
    }
}

/// A location with its file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'d> {
    role: Option<&'static str>,
    pub(crate) file: &'d File,
    pub(crate) location: Location,
}

impl Located<'_> {
    /// The name of the file, and its side in the report.
    pub(crate) fn name(&self) -> String {
        match self.role {
            Some(role) => format!("{} ({role})", self.file.name()),
            None => self.file.name().to_owned(),
        }
    }

    /// `base` or `revision` when there are two sides.
    pub(crate) fn role(&self) -> Option<&'static str> {
        self.role
    }

    /// The position in the order of the document's files, then in the file.
    pub(crate) fn order(&self) -> (u32, Span) {
        (self.file.base(), self.location.span)
    }

    /// The span, cut at the end of its first line: what can be underlined.
    pub(crate) fn first_line(&self) -> Span {
        let Span { start, end } = self.location.span;
        let text = self.file.text();
        let line_end = text
            .get(start..end)
            .and_then(|covered| covered.find(['\r', '\n']))
            .map_or(end, |at| start + at);
        Span {
            start,
            end: line_end,
        }
    }
}
