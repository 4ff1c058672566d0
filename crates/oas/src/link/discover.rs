use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::file_set::{FileSet, Target};
use super::linked::Reason;
use crate::Pointer;
use crate::source_map::Tree;
use crate::vocabulary::{Kind, Shape};

/// Edits of the values of the files.
#[derive(Default)]
pub(super) struct Edits {
    /// Edits by file and index of the value's entry.
    pub(super) by_entry: HashMap<(usize, usize), Edit>,
    /// The entries of each file that are edited.
    pub(super) entries: HashMap<usize, BTreeSet<usize>>,
    /// The files that references within the tree lead to.
    pub(super) linked: BTreeSet<usize>,
}

/// Edit of a value.
pub(super) enum Edit {
    /// The text of a reference.
    Text(String),
    /// The text of a reference that could not be followed.
    Unresolved(String, Reason),
    /// The target of a reference, which takes the place of the object that contains it.
    Copy(Result<Target, Reason>),
}

impl Edits {
    fn insert(&mut self, file: usize, at: usize, edit: Edit) {
        self.by_entry.insert((file, at), edit);
        self.entries.entry(file).or_default().insert(at);
    }
}

/// Kind of value expected at a position.
#[derive(Debug, Clone, Copy)]
enum Expected {
    Shape(Shape),
    /// The value of an extension.
    Extension,
}

/// A value to walk: its file, the index of its entry, and what is expected there.
struct Task {
    target: Target,
    expected: Expected,
}

/// A value in a file: the index of its entry, and what is expected there.
#[derive(Clone, Copy)]
struct Visit<'v> {
    value: &'v Value,
    at: usize,
    expected: Expected,
}

impl<'v> Visit<'v> {
    /// The members or items of the value.
    fn below(&self, tree: &Tree, expected: Expected) -> Vec<Self> {
        let values: Vec<&'v Value> = match self.value {
            Value::Object(members) => members.values().collect(),
            Value::Array(items) => items.iter().collect(),
            _ => Vec::new(),
        };
        let mut next = self.at + 1;
        let below = values.into_iter().map(|value| {
            let at = next;
            next += tree.entries.get(at).map_or(1, |entry| entry.size as usize);
            Self {
                value,
                at,
                expected,
            }
        });
        below.collect()
    }
}

/// Walks the entry and everything that references lead to, and reads the files.
pub(super) fn discover(set: &mut FileSet<'_>) -> Edits {
    let mut walk = Walk {
        edits: Edits::default(),
        tasks: Vec::new(),
        seen: HashSet::new(),
        follows_extensions: set.entry.is_some_and(|entry| entry.with_extensions),
    };
    let root = Target {
        file: 0,
        pointer: Pointer::root(),
        at: 0,
    };
    walk.task(root, Expected::Shape(Shape::One(Kind::Document)));
    // Files are read in the order of the text.
    let mut next = 0;
    while next < walk.tasks.len() {
        let Task { target, expected } = &walk.tasks[next];
        let (file, at, expected, pointer) =
            (target.file, target.at, *expected, target.pointer.clone());
        next += 1;
        let source = Rc::clone(&set.sources[file]);
        if let Some((value, _)) = source.tree.find(&pointer) {
            walk.file(set, file, value, at, expected);
        }
    }
    walk.edits
}

struct Walk {
    edits: Edits,
    tasks: Vec<Task>,
    seen: HashSet<(usize, usize, u8, Option<Kind>)>,
    follows_extensions: bool,
}

impl Walk {
    fn task(&mut self, target: Target, expected: Expected) {
        if self.is_new(target.file, target.at, expected) {
            self.tasks.push(Task { target, expected });
        }
    }

    fn is_new(&mut self, file: usize, at: usize, expected: Expected) -> bool {
        let (form, kind) = match expected {
            Expected::Shape(Shape::One(kind)) => (0, Some(kind)),
            Expected::Shape(Shape::Many(kind)) => (1, Some(kind)),
            Expected::Shape(Shape::Map(kind)) => (2, Some(kind)),
            Expected::Shape(_) => (3, None),
            Expected::Extension => (4, None),
        };
        self.seen.insert((file, at, form, kind))
    }

    /// Walks a value and the values below it in the same file.
    fn file(
        &mut self,
        set: &mut FileSet<'_>,
        file: usize,
        value: &Value,
        at: usize,
        expected: Expected,
    ) {
        let mut open = vec![Visit {
            value,
            at,
            expected,
        }];
        let mut first = true;
        while let Some(visit) = open.pop() {
            // The first value was new when it was added.
            if !std::mem::take(&mut first) && !self.is_new(file, visit.at, visit.expected) {
                continue;
            }
            let below = self.visit(set, file, visit);
            open.extend(below.into_iter().rev());
        }
    }

    /// Follows the reference of a value. Returns the values below it that remain to be walked.
    fn visit<'v>(
        &mut self,
        set: &mut FileSet<'_>,
        file: usize,
        visit: Visit<'v>,
    ) -> Vec<Visit<'v>> {
        let Visit {
            value,
            at,
            expected,
        } = visit;
        let reference = value.get("$ref").and_then(Value::as_str);
        match expected {
            Expected::Shape(Shape::Any) => Vec::new(),
            Expected::Shape(Shape::One(kind)) => self.object(set, file, visit, kind),
            Expected::Shape(Shape::SchemaOrFlag) => vec![Visit {
                expected: Expected::Shape(Shape::One(Kind::Schema)),
                ..visit
            }],
            _ if reference.is_some_and(|text| self.copy(set, file, at, text, expected)) => {
                Vec::new()
            }
            Expected::Shape(Shape::Many(kind)) if value.is_array() => {
                visit.below(&set.sources[file].tree, Expected::Shape(Shape::One(kind)))
            }
            Expected::Shape(Shape::Map(kind)) if value.is_object() => {
                visit.below(&set.sources[file].tree, Expected::Shape(Shape::One(kind)))
            }
            Expected::Shape(_) => Vec::new(),
            Expected::Extension => visit.below(&set.sources[file].tree, expected),
        }
    }

    /// Follows the reference of an object of a kind. Returns the values of its fields.
    fn object<'v>(
        &mut self,
        set: &mut FileSet<'_>,
        file: usize,
        visit: Visit<'v>,
        kind: Kind,
    ) -> Vec<Visit<'v>> {
        let Some(object) = visit.value.as_object() else {
            return Vec::new();
        };
        let fields = visit.below(&set.sources[file].tree, Expected::Extension);
        let position = object.keys().position(|key| key == "$ref");
        let reference = position.map(|position| &fields[position]);
        if let Some(reference) = reference
            && let Some(text) = reference.value.as_str()
        {
            if kind.can_be_reference() || kind == Kind::PathItem {
                self.reference(set, file, reference.at, text, kind);
                if kind.can_be_reference() {
                    return Vec::new();
                }
            } else if self.copy(set, file, visit.at, text, visit.expected) {
                return Vec::new();
            }
        }
        if kind == Kind::Discriminator {
            self.mapping(set, file, &fields, object);
        }
        let fields = object.keys().zip(fields).filter_map(|(key, field)| {
            let expected = match kind.shape(key) {
                Some(shape) => Expected::Shape(shape),
                None if self.follows_extensions => Expected::Extension,
                None => return None,
            };
            Some(Visit { expected, ..field })
        });
        fields.collect()
    }

    /// A reference where OpenAPI allows one; `at` is the entry of its text.
    fn reference(&mut self, set: &mut FileSet<'_>, file: usize, at: usize, text: &str, kind: Kind) {
        let is_local = file == 0 && text.starts_with('#');
        match set.target(file, text) {
            Ok(target) => {
                if is_local && target.pointer.in_parts().is_some() {
                    // The name is taken by the other files.
                    let reason = Reason::Missing {
                        pointer: target.pointer,
                        file: set.sources[0].file.key().to_owned(),
                    };
                    self.edits
                        .insert(file, at, Edit::Unresolved(text.to_owned(), reason));
                    return;
                }
                if !is_local {
                    let written = self.written(set, &target);
                    self.edits.insert(file, at, Edit::Text(written));
                }
                self.task(target, Expected::Shape(Shape::One(kind)));
            }
            // Rules report unresolved references within the entry.
            Err(_) if is_local && !text.starts_with("#/@files/") => {}
            Err(reason) => self
                .edits
                .insert(file, at, Edit::Unresolved(text.to_owned(), reason)),
        }
    }

    /// A reference where OpenAPI does not allow one; `at` is the entry of the object that contains
    /// it. `false` within the entry, where rules report it as in a document of one file.
    fn copy(
        &mut self,
        set: &mut FileSet<'_>,
        file: usize,
        at: usize,
        text: &str,
        expected: Expected,
    ) -> bool {
        if file == 0 && text.starts_with('#') {
            return false;
        }
        let target = set.target(file, text);
        if let Ok(Target { file, pointer, at }) = &target {
            let (file, pointer, at) = (*file, pointer.clone(), *at);
            self.task(Target { file, pointer, at }, expected);
        }
        self.edits.insert(file, at, Edit::Copy(target));
        true
    }

    /// The mapping of a discriminator: names of schemas, and references to schemas.
    fn mapping(
        &mut self,
        set: &mut FileSet<'_>,
        file: usize,
        fields: &[Visit<'_>],
        discriminator: &Map<String, Value>,
    ) {
        let mut fields = discriminator.keys().zip(fields);
        let Some((_, mapping)) = fields.find(|(key, _)| *key == "mapping") else {
            return;
        };
        if !mapping.value.is_object() {
            return;
        }
        for target in mapping.below(&set.sources[file].tree, Expected::Extension) {
            if let Some(text) = target.value.as_str().filter(|text| is_reference(set, text)) {
                self.reference(set, file, target.at, text, Kind::Schema);
            }
        }
    }

    /// The text of a reference within the tree.
    fn written(&mut self, set: &FileSet<'_>, target: &Target) -> String {
        if target.file == 0 {
            return target.pointer.to_reference();
        }
        self.edits.linked.insert(target.file);
        let key = set.sources[target.file].file.key();
        Pointer::of_part(key).concat(&target.pointer).to_reference()
    }
}

/// Whether a value of a mapping is a reference: not the name of a schema of the entry, and with a
/// fragment or an extension.
fn is_reference(set: &FileSet<'_>, text: &str) -> bool {
    let name = Pointer::root()
        .join("components")
        .join("schemas")
        .join(text);
    let path = text.split('#').next().unwrap_or_default();
    let is_file = [".yaml", ".yml", ".json"]
        .iter()
        .any(|extension| path.ends_with(extension));
    (text.starts_with('#') || is_file) && set.sources[0].tree.find(&name).is_none()
}
