//! Values that satisfy a schema: a complete one for examples and mock responses, a minimal one for
//! witnesses, a random one for tests.

mod branch;
mod merged;
mod number;
mod pattern;
mod sampler;
mod string;

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use crate::validator::{Direction, ValidatorSet, Validators, Violation, inner_targets};
use crate::{Document, Node, Pointer};
use branch::branches;
pub use sampler::Draw;
use sampler::{Extent, Sampler};

/// A minimal value that the schema at `schema` accepts: what is required, and nothing else.
///
/// Examples, defaults and enums of the schemas are preferred to generated values. The value is
/// checked before it is returned: `None` if no valid value was found, as for a schema that no
/// finite value satisfies, or for a pattern with look-around.
pub fn sample(document: &Document, schema: &Pointer, direction: Direction) -> Option<Value> {
    sample_by(&Validators::new(document), document, schema, direction)
}

/// The same by the validators of the document, which were prepared once.
pub(crate) fn sample_by<'d>(
    validators: &Validators<'d>,
    document: &'d Document,
    schema: &Pointer,
    direction: Direction,
) -> Option<Value> {
    let validator = validators.compile(schema, direction).ok()?;
    let node = document.node(schema)?;
    minimal(document, &node, direction, &|value| {
        validator.is_valid(&value.into())
    })
}

/// The value that [`sample`] tries first, unchecked.
pub(crate) fn draft(document: &Document, schema: &Pointer, direction: Direction) -> Option<Value> {
    let node = document.node(schema)?;
    Sampler::minimal(document, direction, true, 0).sample(&node)
}

fn minimal(
    document: &Document,
    node: &Node<'_>,
    direction: Direction,
    is_valid: &dyn Fn(&Value) -> bool,
) -> Option<Value> {
    let attempts = [(true, 0), (false, 0), (false, 1), (false, 2), (false, 3)];
    attempts.into_iter().find_map(|(examples, choice)| {
        Sampler::minimal(document, direction, examples, choice)
            .sample(node)
            .filter(is_valid)
    })
}

/// Complete and random samples of one document. The document is scanned, and its schemas are
/// compiled, once.
///
/// ```
/// # let text = "openapi: 3.0.3\ncomponents: {schemas: {A: {type: object, properties: {n: {type: integer}, at: {type: string, format: date}}}}}";
/// let document = oas::Document::parse("pets.yaml", text)?;
/// let schema = oas::Pointer::parse("/components/schemas/A")?;
/// let samples = oas::Samples::new(&document, [schema.clone()]);
/// let value = samples.complete(&schema, oas::Direction::Response);
/// assert_eq!(value, Some(serde_json::json!({"n": 1, "at": "2026-01-31"})));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Samples<D> {
    document: D,
    targets: Arc<HashSet<Pointer>>,
    schemas: Vec<Pointer>,
    request: OnceLock<Option<ValidatorSet>>,
    response: OnceLock<Option<ValidatorSet>>,
}

/// Maximum depth of a sample, in levels of objects and arrays. A sample that becomes too large is
/// made again with the next one.
const DEPTHS: [usize; 6] = [8, 5, 4, 3, 2, 1];
/// Maximum number of times that invalid examples are replaced by generated values.
const ROUNDS: usize = 6;
/// Maximum number of random values that are generated before a complete sample is returned.
const DRAWS: usize = 4;

impl<D: Deref<Target = Document>> Samples<D> {
    /// Prepares samples of the schemas at these pointers.
    pub fn new(document: D, schemas: impl IntoIterator<Item = Pointer>) -> Self {
        let targets = Arc::new(inner_targets(&document));
        let mut schemas: Vec<_> = schemas.into_iter().collect();
        // Whether a value matches exactly one branch is decided where the branches are.
        schemas.extend(branches(&document));
        let mut known = HashSet::new();
        schemas.retain(|schema| known.insert(schema.clone()));
        Self {
            document,
            targets,
            schemas,
            request: OnceLock::new(),
            response: OnceLock::new(),
        }
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The validators of the document, without another scan.
    pub fn validators(&self) -> Validators<'_> {
        Validators::with_targets(&self.document, Arc::clone(&self.targets))
    }

    /// Returns why the schema at a pointer rejects a value; empty if it accepts it.
    pub fn violations(
        &self,
        schema: &Pointer,
        value: &Value,
        direction: Direction,
    ) -> Vec<Violation> {
        match self.set(direction).filter(|set| set.contains(schema)) {
            Some(set) => set.violations(schema, &value.into()),
            None => match self.validators().compile(schema, direction) {
                Ok(validator) => validator.violations(&value.into()),
                Err(_) => Vec::new(),
            },
        }
    }

    /// A value with every property, required or not, to a bounded depth and size, and one item in
    /// each array.
    ///
    /// Examples, defaults and enums of the schemas are preferred to generated values, where they
    /// are valid. The value is deterministic, and checked before it is returned; `None` if no
    /// valid value was found.
    pub fn complete(&self, schema: &Pointer, direction: Direction) -> Option<Value> {
        let node = self.document.node(schema)?;
        let mut distrusted = HashSet::new();
        for _ in 0..ROUNDS {
            let value = self.attempt(&node, direction, Some(&distrusted), None)?;
            let violations = self.violations(schema, &value, direction);
            if violations.is_empty() {
                return Some(value);
            }
            let known = distrusted.len();
            distrusted.extend(violations.into_iter().map(|violation| violation.instance));
            if distrusted.len() == known {
                break;
            }
        }
        let generated = self.attempt(&node, direction, None, None)?;
        self.pruned(schema, generated, direction).or_else(|| {
            minimal(&self.document, &node, direction, &|value| {
                self.violations(schema, value, direction).is_empty()
            })
        })
    }

    /// A random value, from the numbers that `draw` returns: valid, with every property, and
    /// without examples.
    ///
    /// Where no valid random value was found, it is the complete sample.
    pub fn random(&self, schema: &Pointer, direction: Direction, draw: Draw<'_>) -> Option<Value> {
        let node = self.document.node(schema)?;
        for _ in 0..DRAWS {
            let value = self.attempt(&node, direction, None, Some(&mut *draw))?;
            if let Some(value) = self.pruned(schema, value, direction) {
                return Some(value);
            }
        }
        self.complete(schema, direction)
    }

    /// A value as deep as its size allows, unchecked. Without `distrusted`, no example is used.
    fn attempt(
        &self,
        node: &Node<'_>,
        direction: Direction,
        distrusted: Option<&HashSet<Pointer>>,
        mut draw: Option<Draw<'_>>,
    ) -> Option<Value> {
        let accepts =
            |schema: &Pointer, value: &Value| self.violations(schema, value, direction).is_empty();
        let last = DEPTHS.len() - 1;
        DEPTHS.iter().enumerate().find_map(|(number, depth)| {
            let extent = Extent::complete(*depth, number == last, &accepts);
            let draw = draw.as_mut().map(|draw| &mut **draw as Draw<'_>);
            let mut sampler =
                Sampler::complete(&self.document, direction, extent, distrusted, draw);
            let value = sampler.sample(node);
            if sampler.is_exhausted() {
                None
            } else {
                Some(value)
            }
        })?
    }

    /// The value without the members that its schema rejects; `None` if it is invalid all the same.
    fn pruned(&self, schema: &Pointer, mut value: Value, direction: Direction) -> Option<Value> {
        loop {
            let violations = self.violations(schema, &value, direction);
            if violations.is_empty() {
                return Some(value);
            }
            let mut removed = false;
            for violation in violations {
                removed |= remove(&mut value, &violation.instance);
            }
            if !removed {
                return None;
            }
        }
    }

    fn set(&self, direction: Direction) -> Option<&ValidatorSet> {
        let cell = match direction {
            Direction::Request => &self.request,
            Direction::Response => &self.response,
        };
        let compile = || {
            let schemas = self.schemas.iter().cloned();
            self.validators().compile_all(schemas, direction).ok()
        };
        cell.get_or_init(compile).as_ref()
    }
}

/// Removes the member at a pointer; false if there is none.
fn remove(value: &mut Value, pointer: &Pointer) -> bool {
    let (Some(parent), Some(name)) = (pointer.parent(), pointer.last()) else {
        return false;
    };
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(members)) => members.shift_remove(&*name).is_some(),
        _ => false,
    }
}
