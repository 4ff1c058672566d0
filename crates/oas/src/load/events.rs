use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event as Yaml, Parser, ScanError, Span, StrInput};

use super::offsets::Offsets;
use super::scalar::Resolution;
use crate::source_map::Packed;

/// One step of a document, with aliases already replaced by their nodes.
#[derive(Debug, Clone)]
pub(crate) enum Event<'t> {
    Array,
    Object,
    End,
    Scalar(Cow<'t, str>, Resolution),
}

/// An event and its position. The node of an alias has the position of the alias; the values below
/// it have the positions at which they are written.
pub(crate) struct Placed<'t> {
    pub(crate) event: Event<'t>,
    pub(crate) span: Packed,
    pub(crate) origin: Origin,
    /// Offset up to which the text has been read: within an alias, that of the outermost alias.
    pub(crate) at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Written here.
    Text,
    /// The first event of the node of an alias.
    Alias,
    /// Further events of the node of an alias.
    Replay,
}

/// Reason why the events end early.
pub(crate) struct Stop {
    pub(crate) at: usize,
    pub(crate) reason: String,
}

/// Pulls the events of one document, one at a time.
///
/// An anchored node is kept as its events, and an alias replays them: memory is bound by the text,
/// however often an alias is used. The reader of the events stops when there are too many.
pub(crate) struct Events<'t> {
    parser: Parser<'t, StrInput<'t>>,
    offsets: Offsets<'t>,
    log: Vec<(Logged<'t>, Packed)>,
    /// The anchors whose node is being read: id, first entry of the log, depth.
    open: Vec<(usize, usize, usize)>,
    anchors: HashMap<usize, Range<usize>>,
    depth: usize,
    /// Replayed events, innermost last.
    replays: Vec<Range<usize>>,
    documents: usize,
    at: usize,
}

#[derive(Debug, Clone)]
enum Logged<'t> {
    Event(Event<'t>),
    Alias(Range<usize>),
}

impl<'t> Events<'t> {
    /// The events of a text without a byte order mark, whose positions `offsets` converts.
    pub(crate) fn new(text: &'t str, offsets: Offsets<'t>) -> Self {
        Self {
            parser: Parser::new_from_str(text),
            offsets,
            log: Vec::new(),
            open: Vec::new(),
            anchors: HashMap::new(),
            depth: 0,
            replays: Vec::new(),
            documents: 0,
            at: 0,
        }
    }

    /// The next event; `None` at the end of the text.
    pub(crate) fn next(&mut self) -> Result<Option<Placed<'t>>, Stop> {
        if let Some(replayed) = self.replayed() {
            return Ok(Some(replayed));
        }
        loop {
            let Some(next) = self.parser.next_event() else {
                return Ok(None);
            };
            let (event, span) = next.map_err(|error| self.stop(&error))?;
            let placed = match event {
                Yaml::Nothing | Yaml::StreamStart | Yaml::StreamEnd | Yaml::DocumentEnd => continue,
                Yaml::DocumentStart(_) => {
                    self.documents += 1;
                    if self.documents > 1 {
                        return Err(self.stop_at(
                            span,
                            "a second YAML document begins here; one file holds one document",
                        ));
                    }
                    continue;
                }
                Yaml::Alias(anchor) => return self.alias(anchor, span).map(Some),
                Yaml::SequenceStart(anchor, _) => self.written(Event::Array, span, anchor),
                Yaml::MappingStart(anchor, _) => self.written(Event::Object, span, anchor),
                Yaml::SequenceEnd | Yaml::MappingEnd => self.written(Event::End, span, 0),
                Yaml::Scalar(text, style, anchor, tag) => {
                    let resolution = Resolution::of(style, tag.as_deref());
                    self.written(Event::Scalar(text, resolution), span, anchor)
                }
            };
            return Ok(Some(placed));
        }
    }

    fn written(&mut self, event: Event<'t>, span: Span, anchor: usize) -> Placed<'t> {
        let span = self.offsets.span(span);
        self.at = span.start as usize;
        if anchor != 0 {
            self.open.push((anchor, self.log.len(), self.depth));
        }
        match event {
            Event::Array | Event::Object => self.depth += 1,
            Event::End => self.depth = self.depth.saturating_sub(1),
            Event::Scalar(..) => {}
        }
        if !self.open.is_empty() {
            self.log.push((Logged::Event(event.clone()), span));
        }
        while let Some(&(anchor, start, depth)) = self.open.last() {
            if depth < self.depth {
                break;
            }
            self.anchors.insert(anchor, start..self.log.len());
            self.open.pop();
        }
        Placed {
            event,
            span,
            origin: Origin::Text,
            at: self.at,
        }
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<Placed<'t>, Stop> {
        let Some(range) = self.anchors.get(&anchor).cloned() else {
            return Err(self.stop_at(span, "the alias is within its own anchor"));
        };
        let span = self.offsets.span(span);
        self.at = span.start as usize;
        if !self.open.is_empty() {
            self.log.push((Logged::Alias(range.clone()), span));
        }
        Ok(self.replay(range, span))
    }

    /// Begins a replay, and returns its first event with the position of the alias.
    fn replay(&mut self, mut range: Range<usize>, span: Packed) -> Placed<'t> {
        let first = range.next().and_then(|first| self.log.get(first));
        let event = match first {
            Some((Logged::Event(event), _)) => event.clone(),
            // An alias cannot carry an anchor, so no log of an anchor begins with one.
            _ => Event::Scalar(Cow::Borrowed(""), Resolution::Core),
        };
        self.replays.push(range);
        Placed {
            event,
            span,
            origin: Origin::Alias,
            at: self.at,
        }
    }

    fn replayed(&mut self) -> Option<Placed<'t>> {
        loop {
            let range = self.replays.last_mut()?;
            let Some(next) = range.next() else {
                self.replays.pop();
                continue;
            };
            let (logged, span) = self.log.get(next)?.clone();
            return Some(match logged {
                Logged::Event(event) => Placed {
                    event,
                    span,
                    origin: Origin::Replay,
                    at: self.at,
                },
                Logged::Alias(range) => self.replay(range, span),
            });
        }
    }

    fn stop(&self, error: &ScanError) -> Stop {
        let at = self.offsets.byte(*error.marker());
        // The parser's mark is where the value before the tab begins.
        if error.info().contains("tab")
            && let Some(at) = self.offsets.indenting_tab(at)
        {
            let reason = "found a tab in the indentation".to_owned();
            return Stop { at, reason };
        }
        Stop {
            at,
            reason: match error.info() {
                // The parser has a limit of its own, for brackets and braces, just below that of
                // the tree.
                "recursion limit exceeded" => "brackets nest deeper than 255 levels".to_owned(),
                info => info.to_owned(),
            },
        }
    }

    fn stop_at(&self, span: Span, reason: &str) -> Stop {
        Stop {
            at: self.offsets.byte(span.start),
            reason: reason.to_owned(),
        }
    }
}
