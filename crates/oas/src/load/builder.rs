use serde_json::{Map, Value};

use super::events::{Event, Events, Origin, Placed, Stop};
use super::offsets::{BYTE_ORDER_MARK, Offsets};
use super::scalar::Resolution;
use super::surrogates::{self, Rewritten};
use crate::source_map::{Entry, Packed};
use crate::{Pointer, Span};

/// Maximum depth of a document, which bounds the recursion of every later walk.
pub(crate) const MAX_DEPTH: usize = 256;

/// Maximum number of values of a document after expanding aliases.
pub(crate) const MAX_NODES: usize = 2_000_000;

/// Maximum length of the keys above an array or object, in bytes together. Diagnostics and indices
/// hold such paths, as many as there are values below: one key of a megabyte over a thousand values
/// would make a gigabyte of them.
pub(crate) const MAX_PATH: usize = 4096;

/// The second writing of a key that its object already had. The tree keeps the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateKey {
    /// The pointer of the member that the tree keeps.
    pub pointer: Pointer,
    /// The span of its key, where the pointer is one within another file that is not part of the
    /// tree as a whole.
    pub first: Option<Span>,
    /// The span of the key that occurs again.
    pub again: Span,
}

/// A text as read: its tree, the span of every value, and the duplicate keys.
pub(crate) struct Built {
    pub(crate) root: Value,
    pub(crate) entries: Vec<Entry>,
    pub(crate) duplicates: Vec<DuplicateKey>,
    /// Whether a reference may lead to another file.
    pub(crate) refers_to_files: bool,
}

/// Reason why building ended, with its position in bytes.
pub(crate) enum Failure {
    Syntax(Stop),
    Limit { at: usize, limit: &'static str },
}

/// Builds the tree from the events of the text, without recursion.
pub(crate) fn build(text: &str, max_nodes: usize) -> Result<Built, Failure> {
    let content = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let built = read(
        Events::new(content, Offsets::new(text, Vec::new())),
        max_nodes,
    );
    if !matches!(built, Err(Failure::Syntax(_))) {
        return built;
    }
    // The YAML parser rejects the surrogate pairs by which JSON escapes characters beyond the basic
    // plane.
    match surrogates::rewrite(content) {
        Some(Rewritten {
            text: rewritten,
            pairs,
        }) => read(
            Events::new(&rewritten, Offsets::new(text, pairs)),
            max_nodes,
        ),
        None => built,
    }
}

fn read(mut events: Events<'_>, max_nodes: usize) -> Result<Built, Failure> {
    let mut builder = Builder {
        max_nodes,
        ..Builder::default()
    };
    while let Some(placed) = events.next().map_err(Failure::Syntax)? {
        builder.step(placed)?;
    }
    Ok(builder.finish())
}

#[derive(Default)]
struct Builder {
    root: Option<Value>,
    frames: Vec<Frame>,
    entries: Vec<Entry>,
    duplicates: Vec<DuplicateKey>,
    nodes: usize,
    max_nodes: usize,
    refers_to_files: bool,
    /// Offset up to which the text has been read.
    at: usize,
}

/// A container that is being read.
struct Frame {
    container: Container,
    entry: usize,
    origin: Origin,
    /// The end of what has been read of it.
    end: u32,
    /// The length of the keys that lead to it, in bytes.
    path: usize,
}

enum Container {
    Array(Vec<Value>),
    Object {
        members: Map<String, Value>,
        key: Option<Key>,
        merges: Vec<Merge>,
    },
}

struct Key {
    text: String,
    span: Packed,
    /// `<<`, unquoted: its mappings are merged once the object's own members are known, because
    /// those prevail.
    merge: bool,
    origin: Origin,
}

struct Merge {
    value: Value,
    entries: Vec<Entry>,
}

impl Builder {
    fn step(&mut self, placed: Placed<'_>) -> Result<(), Failure> {
        let Placed {
            event,
            span,
            origin,
            at,
        } = placed;
        self.at = at;
        if let Some(Frame {
            container: Container::Object {
                key: key @ None, ..
            },
            end,
            ..
        }) = self.frames.last_mut()
        {
            match event {
                Event::End => self.close(span),
                Event::Scalar(text, resolution) => {
                    *end = span.end.max(*end);
                    let merge = resolution == Resolution::Core && text == "<<";
                    *key = Some(Key {
                        text: text.into_owned(),
                        span,
                        merge,
                        origin,
                    });
                }
                Event::Array | Event::Object => {
                    let reason = "the key of a mapping must be a scalar".to_owned();
                    return Err(Failure::Syntax(Stop { at, reason }));
                }
            }
            return Ok(());
        }
        match event {
            Event::End => self.close(span),
            Event::Scalar(text, resolution) => {
                // An omitted value has no position of its own: it is located after its key.
                let span = match self.frames.last() {
                    Some(frame)
                        if text.is_empty()
                            && resolution == Resolution::Core
                            && origin != Origin::Alias =>
                    {
                        Packed {
                            start: frame.end,
                            end: frame.end,
                        }
                    }
                    _ => span,
                };
                let entry = self.open(span)?;
                self.attach(resolution.value(&text), entry);
            }
            Event::Array => self.begin(Container::Array(Vec::new()), span, origin)?,
            Event::Object => {
                let container = Container::Object {
                    members: Map::new(),
                    key: None,
                    merges: Vec::new(),
                };
                self.begin(container, span, origin)?;
            }
        }
        Ok(())
    }

    fn open(&mut self, span: Packed) -> Result<usize, Failure> {
        self.nodes += 1;
        if self.nodes > self.max_nodes {
            return Err(Failure::Limit {
                at: self.at,
                limit: "the document has more than 2 million values, aliases replaced",
            });
        }
        let key = match self.frames.last() {
            Some(Frame {
                container: Container::Object { key: Some(key), .. },
                ..
            }) => key.span,
            _ => Packed::NONE,
        };
        self.entries.push(Entry {
            key,
            value: span,
            size: 1,
        });
        Ok(self.entries.len() - 1)
    }

    fn begin(&mut self, container: Container, span: Packed, origin: Origin) -> Result<(), Failure> {
        if self.frames.len() >= MAX_DEPTH {
            return Err(Failure::Limit {
                at: self.at,
                limit: "the document nests deeper than 256 levels",
            });
        }
        let path = match self.frames.last() {
            Some(Frame {
                container: Container::Object { key: Some(key), .. },
                path,
                ..
            }) => path + key.text.len(),
            Some(frame) => frame.path,
            None => 0,
        };
        if path > MAX_PATH {
            return Err(Failure::Limit {
                at: self.at,
                limit: "the keys that lead here are longer than 4,096 bytes together",
            });
        }
        let entry = self.open(span)?;
        self.frames.push(Frame {
            container,
            entry,
            origin,
            end: span.end,
            path,
        });
        Ok(())
    }

    fn close(&mut self, span: Packed) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let value = match frame.container {
            Container::Array(items) => Value::Array(items),
            Container::Object {
                mut members,
                merges,
                ..
            } => {
                for merge in merges {
                    self.merge(&mut members, merge);
                }
                Value::Object(members)
            }
        };
        if frame.origin != Origin::Alias {
            // A block ends where its last member ends; only a flow collection has an end of its
            // own.
            self.entries[frame.entry].value.end = if span.end > span.start {
                span.end
            } else {
                frame.end
            };
        }
        self.attach(value, frame.entry);
    }

    /// Gives a finished value to its container.
    fn attach(&mut self, value: Value, entry: usize) {
        self.entries[entry].size = (self.entries.len() - entry) as u32;
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(value);
            return;
        };
        frame.end = frame.end.max(self.entries[entry].value.end);
        match &mut frame.container {
            Container::Array(items) => items.push(value),
            Container::Object {
                members,
                key,
                merges,
            } => {
                let Some(key) = key.take() else { return };
                self.refers_to_files |= may_refer_to_file(&key.text, &value);
                if key.merge && is_mergeable(&value) {
                    merges.push(Merge {
                        value,
                        entries: self.entries.split_off(entry),
                    });
                } else if members.contains_key(&key.text) {
                    self.entries.truncate(entry);
                    if key.origin == Origin::Text {
                        let pointer = self.path().join(&key.text);
                        self.duplicates
                            .extend(key.span.span().map(|again| DuplicateKey {
                                pointer,
                                first: None,
                                again,
                            }));
                    }
                } else {
                    members.insert(key.text, value);
                }
            }
        }
    }

    /// Adds the members of one mapping, or of each of a list, that the object does not have yet.
    fn merge(&mut self, members: &mut Map<String, Value>, merge: Merge) {
        match merge.value {
            Value::Object(merged) => self.add_members(members, merged, &merge.entries),
            Value::Array(sources) => {
                let mut at = 1;
                for source in sources {
                    let size = merge.entries[at].size as usize;
                    if let Value::Object(merged) = source {
                        self.add_members(members, merged, &merge.entries[at..at + size]);
                    }
                    at += size;
                }
            }
            _ => {}
        }
    }

    fn add_members(
        &mut self,
        members: &mut Map<String, Value>,
        merged: Map<String, Value>,
        entries: &[Entry],
    ) {
        let mut at = 1;
        for (key, value) in merged {
            let size = entries[at].size as usize;
            if !members.contains_key(&key) {
                self.entries.extend_from_slice(&entries[at..at + size]);
                members.insert(key, value);
            }
            at += size;
        }
    }

    /// Returns the pointer of the innermost container.
    fn path(&self) -> Pointer {
        let mut path = Pointer::root();
        for frame in self.frames.iter().rev().skip(1).rev() {
            match &frame.container {
                Container::Array(items) => path = path.index(items.len()),
                Container::Object { key, .. } => {
                    path.push(key.as_ref().map_or("", |key| &key.text))
                }
            }
        }
        path
    }

    fn finish(mut self) -> Built {
        self.entries.shrink_to_fit();
        if self.entries.is_empty() {
            self.entries.push(Entry {
                key: Packed::NONE,
                value: Packed { start: 0, end: 0 },
                size: 1,
            });
        }
        Built {
            root: self.root.unwrap_or(Value::Null),
            entries: self.entries,
            duplicates: self.duplicates,
            refers_to_files: self.refers_to_files,
        }
    }
}

fn is_mergeable(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().all(Value::is_object),
        _ => false,
    }
}

/// Whether a member may be a reference to another file, or a discriminator that names one.
fn may_refer_to_file(key: &str, value: &Value) -> bool {
    match (key, value) {
        ("$ref", Value::String(text)) => !text.starts_with('#'),
        ("mapping", Value::Object(members)) => members.values().any(|target| {
            target
                .as_str()
                .is_some_and(|text| text.contains(['.', '/']) && !text.starts_with('#'))
        }),
        _ => false,
    }
}
