use crate::{Diagnostic, Document, Label, Location, Place, Pointer, SourceId, Span};

/// The documents that a report speaks of.
#[derive(Debug, Clone, Default)]
pub struct Sources<'d> {
    list: Vec<Source<'d>>,
}

/// A document, and the part it plays in a report.
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

    /// Adds a document. Labels are in the first one unless they say otherwise.
    pub fn add(&mut self, document: &'d Document, role: Option<&'static str>) -> SourceId {
        self.list.push(Source { document, role });
        SourceId(self.list.len() - 1)
    }

    /// Adds the documents of another report, and makes its findings those of this one.
    pub fn append(&mut self, sources: Self, findings: &mut [Diagnostic]) {
        let offset = self.list.len();
        self.list.extend(sources.list);
        for finding in findings {
            let secondary = finding.secondary.iter_mut();
            for label in std::iter::once(&mut finding.primary).chain(secondary) {
                label.source.0 += offset;
            }
        }
    }

    /// The documents, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, Source<'d>)> + '_ {
        let ids = (0..).map(SourceId);
        ids.zip(self.list.iter().copied())
    }

    /// Where a label stands, in people's terms; `None` when its document is not in this report.
    pub(crate) fn locate(&self, label: &Label) -> Option<Located<'d>> {
        let source = *self.list.get(label.source.0)?;
        let map = source.document.source_map();
        let span = match &label.place {
            Place::Key(pointer) => map.key(pointer).or_else(|| map.value(pointer)),
            Place::Value(pointer) => map.value(pointer),
            Place::Span(span) => Some(*span),
        };
        // A place that is gone or was never there is shown at the key of what would hold it.
        let span = span.or_else(|| {
            let above = std::iter::successors(label.pointer()?.parent(), Pointer::parent);
            above
                .filter_map(|pointer| map.key(&pointer).or_else(|| map.value(&pointer)))
                .next()
        });
        let location = source.document.location(span?);
        Some(Located { source, location })
    }
}

/// A place with its document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'d> {
    pub(crate) source: Source<'d>,
    pub(crate) location: Location,
}

impl Located<'_> {
    /// The name of the document, and its part in the report.
    pub(crate) fn name(&self) -> String {
        match self.source.role {
            Some(role) => format!("{} ({role})", self.source.document.name()),
            None => self.source.document.name().to_owned(),
        }
    }

    /// The place, cut at the end of its first line: what can be underlined.
    pub(crate) fn first_line(&self) -> Span {
        let Span { start, end } = self.location.span;
        let text = self.source.document.text();
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
