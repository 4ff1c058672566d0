use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::discover::{Edit, Edits};
use super::file_set::{FileSet, Source, Target};
use super::linked::{Linked, Origin, Reason, Unresolved};
use crate::Pointer;
use crate::load::{DuplicateKey, MAX_DEPTH, MAX_PATH};
use crate::source_map::{Entry, Packed, Tree};

/// Maximum nesting of copies.
const MAX_COPIES: usize = 32;

/// Writes the tree of the entry and those of the files that references lead to.
pub(super) fn emit(set: FileSet<'_>, edits: Edits) -> Linked {
    let mut emitter = Emitter {
        sources: set.sources.clone(),
        edits: &edits,
        entries: Vec::new(),
        pointer: Pointer::root(),
        copies: BTreeMap::new(),
        unresolved: Vec::new(),
        open: Vec::new(),
        budget: set.budget(),
    };
    let root = emitter.file(0);
    let root = Tree::new(root, std::mem::take(&mut emitter.entries));

    emitter.entries.push(Entry {
        key: Packed::NONE,
        value: Packed { start: 0, end: 0 },
        size: 1,
    });
    let mut parts = Map::new();
    for &file in &edits.linked {
        let key = set.sources[file].file.key().to_owned();
        emitter.pointer = Pointer::of_part(&key);
        let part = emitter.file(file);
        parts.insert(key, part);
    }
    emitter.entries[0].size = emitter.entries.len() as u32;
    let Emitter {
        entries,
        copies,
        unresolved,
        ..
    } = emitter;
    let parts = Tree::new(Value::Object(parts), entries);
    let files = set.sources.iter().map(|source| source.file.clone());
    Linked {
        files: files.collect(),
        root,
        parts,
        copies,
        duplicates: duplicates(&set.sources, &edits),
        unresolved,
        unreadable: set.unreadable,
    }
}

/// The duplicate keys of all files.
fn duplicates(sources: &[Rc<Source>], edits: &Edits) -> Vec<DuplicateKey> {
    let mut duplicates = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        let base = source.file.base() as usize;
        duplicates.extend(source.duplicates.iter().cloned().map(|mut duplicate| {
            duplicate.again.start += base;
            duplicate.again.end += base;
            if index > 0 && !edits.linked.contains(&index) {
                let entry = source.tree.entry(&duplicate.pointer);
                duplicate.first =
                    entry.and_then(|entry| entry.key.shifted(source.file.base()).span());
            } else if index > 0 {
                duplicate.pointer = Pointer::of_part(source.file.key()).concat(&duplicate.pointer);
            }
            duplicate
        }));
    }
    duplicates
}

struct Emitter<'e> {
    sources: Vec<Rc<Source>>,
    edits: &'e Edits,
    entries: Vec<Entry>,
    /// The pointer of the value that is written, in the tree that is written.
    pointer: Pointer,
    copies: BTreeMap<Pointer, Origin>,
    unresolved: Vec<Unresolved>,
    /// The targets whose copies are being written.
    open: Vec<(usize, usize)>,
    /// Number of values that may still be copied. A failed copy does not return its share.
    budget: usize,
}

/// A value to write: its file, the index of its entry there, its key, and its depth in the tree
/// that is written.
#[derive(Clone, Copy)]
struct Written<'v> {
    file: usize,
    value: &'v Value,
    at: usize,
    key: Packed,
    depth: usize,
}

/// Reason why a copy cannot be written.
struct Overflow(&'static str);

impl Emitter<'_> {
    fn file(&mut self, file: usize) -> Value {
        let source = Rc::clone(&self.sources[file]);
        let key = Packed::NONE;
        let before = self.entries.len();
        let root = Written {
            file,
            value: &source.tree.value,
            at: 0,
            key,
            depth: 0,
        };
        self.value(root).unwrap_or_else(|_| {
            // Only copies can overflow, and those are replaced by what is written.
            self.entries.truncate(before);
            self.whole(file, 0, key);
            source.tree.value.clone()
        })
    }

    /// Writes a value, as its edit states.
    fn value(&mut self, one: Written<'_>) -> Result<Value, Overflow> {
        let edits = self.edits;
        match edits.by_entry.get(&(one.file, one.at)) {
            Some(Edit::Text(text)) => {
                self.spend(1)?;
                self.whole(one.file, one.at, one.key);
                Ok(Value::String(text.clone()))
            }
            Some(Edit::Unresolved(text, reason)) => self.unresolved(one, text, reason),
            Some(Edit::Copy(target)) => {
                let copied = match target {
                    Ok(target) => self.copy(target, one.key, one.depth),
                    Err(reason) => Err(reason.clone()),
                };
                match copied {
                    Ok(value) => Ok(value),
                    Err(reason) => self.not_copied(one, reason),
                }
            }
            None => self.not_edited(one),
        }
    }

    /// Writes the text of a reference that could not be followed.
    fn unresolved(
        &mut self,
        one: Written<'_>,
        text: &str,
        reason: &Reason,
    ) -> Result<Value, Overflow> {
        self.spend(1)?;
        self.whole(one.file, one.at, one.key);
        self.unresolved.push(Unresolved {
            at: self.pointer.clone(),
            replaced: None,
            written: text.to_owned(),
            reason: reason.clone(),
        });
        // A text that denotes another position in the tree must stay distinct.
        let text = match text.strip_prefix('#') {
            Some(fragment) => format!("{}#{fragment}", self.sources[one.file].file.key()),
            None => text.to_owned(),
        };
        Ok(Value::String(text))
    }

    /// Writes an object as it is that its target should have replaced.
    fn not_copied(&mut self, one: Written<'_>, reason: Reason) -> Result<Value, Overflow> {
        let written = one.value.get("$ref").and_then(Value::as_str);
        self.unresolved.push(Unresolved {
            at: self.pointer.join("$ref"),
            replaced: Some(self.pointer.clone()),
            written: written.unwrap_or_default().to_owned(),
            reason,
        });
        self.spend(self.size(one))?;
        self.whole(one.file, one.at, one.key);
        Ok(one.value.clone())
    }

    /// Writes a value that has no edit itself: as it is, unless there are edits below it.
    fn not_edited(&mut self, one: Written<'_>) -> Result<Value, Overflow> {
        let size = self.size(one);
        let mut edited = self.edits.entries.get(&one.file).into_iter();
        if edited.any(|entries| entries.range(one.at..one.at + size).next().is_some()) {
            return self.members(one);
        }
        self.spend(size)?;
        if !self.open.is_empty() && one.depth + levels(one.value) > MAX_DEPTH {
            return Err(Overflow("the document nests deeper than 256 levels"));
        }
        self.whole(one.file, one.at, one.key);
        Ok(one.value.clone())
    }

    /// Writes a container member by member.
    fn members(&mut self, one: Written<'_>) -> Result<Value, Overflow> {
        if one.depth >= MAX_DEPTH {
            return Err(Overflow("the document nests deeper than 256 levels"));
        }
        self.spend(1)?;
        let source = Rc::clone(&self.sources[one.file]);
        let base = source.file.base();
        let entry = self.entries.len();
        self.entries.push(Entry {
            key: one.key,
            value: source.tree.entries[one.at].value.shifted(base),
            size: 1,
        });
        let mut next = one.at + 1;
        let mut child = |emitter: &mut Self, token: &str, value: &Value| {
            let written = source.tree.entries.get(next).copied();
            let member = Written {
                value,
                at: next,
                key: written.map_or(Packed::NONE, |entry| entry.key.shifted(base)),
                depth: one.depth + 1,
                ..one
            };
            next += written.map_or(1, |entry| entry.size as usize);
            emitter.pointer.push(token);
            let value = emitter.value(member);
            emitter.pointer.pop();
            value
        };
        let value = match one.value {
            Value::Object(members) => {
                let mut copied = Map::new();
                for (key, member) in members {
                    copied.insert(key.clone(), child(self, key, member)?);
                }
                Value::Object(copied)
            }
            Value::Array(items) => {
                let mut copied = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    copied.push(child(self, &index.to_string(), item)?);
                }
                Value::Array(copied)
            }
            other => other.clone(),
        };
        self.entries[entry].size = (self.entries.len() - entry) as u32;
        Ok(value)
    }

    /// The number of entries of a value: itself and everything below it.
    fn size(&self, one: Written<'_>) -> usize {
        let entry = self.sources[one.file].tree.entries.get(one.at);
        entry.map_or(1, |entry| entry.size as usize)
    }

    /// Writes the target of a reference. Its key is that of the referring file.
    fn copy(&mut self, target: &Target, key: Packed, depth: usize) -> Result<Value, Reason> {
        if self.open.contains(&(target.file, target.at)) {
            return Err(Reason::Circular);
        }
        if self.open.len() >= MAX_COPIES {
            return Err(Reason::Limit(
                "copies of content where OpenAPI allows no reference nest deeper than 32 levels",
            ));
        }
        if self.pointer.as_str().len() > MAX_PATH {
            return Err(Reason::Limit(
                "the keys that lead here are longer than 4,096 bytes together",
            ));
        }
        let source = Rc::clone(&self.sources[target.file]);
        let Some((value, at)) = source.tree.find(&target.pointer) else {
            return Err(Reason::Missing {
                pointer: target.pointer.clone(),
                file: source.file.key().to_owned(),
            });
        };
        let (entries, unresolved, pointer) = (
            self.entries.len(),
            self.unresolved.len(),
            self.pointer.clone(),
        );
        let origin = Origin {
            file: target.file,
            pointer: target.pointer.clone(),
        };
        self.copies.insert(pointer.clone(), origin);
        self.open.push((target.file, target.at));
        let copied = self.value(Written {
            file: target.file,
            value,
            at,
            key,
            depth,
        });
        self.open.pop();
        copied.map_err(|Overflow(limit)| {
            self.entries.truncate(entries);
            self.unresolved.truncate(unresolved);
            let after = self.copies.range(pointer.clone()..);
            let after = after
                .map(|(copy, _)| copy)
                .take_while(|copy| copy.as_str().starts_with(pointer.as_str()));
            let below = after.filter(|copy| copy.starts_with(&pointer)).cloned();
            for copy in below.collect::<Vec<_>>() {
                self.copies.remove(&copy);
            }
            self.pointer = pointer;
            Reason::Limit(limit)
        })
    }

    /// Writes the entries of a value that is not edited.
    fn whole(&mut self, file: usize, at: usize, key: Packed) {
        let source = &self.sources[file];
        let base = source.file.base();
        let size = source
            .tree
            .entries
            .get(at)
            .map_or(0, |entry| entry.size as usize);
        let copied = source.tree.entries[at..at + size]
            .iter()
            .map(|entry| Entry {
                key: entry.key.shifted(base),
                value: entry.value.shifted(base),
                size: entry.size,
            });
        let first = self.entries.len();
        self.entries.extend(copied);
        if let Some(entry) = self.entries.get_mut(first) {
            entry.key = key;
        }
    }

    /// Counts values that are copied; those that are written in place were counted when they were
    /// read.
    fn spend(&mut self, nodes: usize) -> Result<(), Overflow> {
        if self.open.is_empty() {
            return Ok(());
        }
        self.budget = self.budget.checked_sub(nodes).ok_or(Overflow(
            "the document has more than 2 million values, copies included",
        ))?;
        Ok(())
    }
}

/// Returns the number of levels of a value, itself included.
fn levels(value: &Value) -> usize {
    let below: &mut dyn Iterator<Item = &Value> = match value {
        Value::Object(members) => &mut members.values(),
        Value::Array(items) => &mut items.iter(),
        _ => return 0,
    };
    1 + below.map(levels).max().unwrap_or(0)
}
