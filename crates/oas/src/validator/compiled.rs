use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::effort::{branches, is_bounded};
use super::format::with_formats;
use super::keyword::with_keywords;
use super::node::Borrowed;
use super::options::options;
use super::translate::{Direction, Translation, inner_targets};
use super::violation::{Violation, violations};
use crate::{Document, Json, Pointer};

/// Compiles the schemas of a document, to check values by them.
#[derive(Debug, Clone)]
pub struct Validators<'d> {
    document: &'d Document,
    targets: Arc<HashSet<Pointer>>,
    accepts_read_only: bool,
}

/// Reason why a schema could not be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("compile the schema at {pointer}: {reason}")]
pub struct CompileError {
    /// The schema.
    pub pointer: Pointer,
    /// Message of the validator.
    pub reason: String,
}

impl<'d> Validators<'d> {
    /// Prepares for the schemas of a document.
    pub fn new(document: &'d Document) -> Self {
        Self::with_targets(document, Arc::new(inner_targets(document)))
    }

    /// The same for a document whose references have been collected already.
    pub(crate) fn with_targets(document: &'d Document, targets: Arc<HashSet<Pointer>>) -> Self {
        Self {
            document,
            targets,
            accepts_read_only: false,
        }
    }

    /// Accepts any value of a `readOnly` property in a request: OpenAPI says that it SHOULD NOT be
    /// sent, and a server can ignore it.
    #[must_use]
    pub fn accepting_read_only(mut self) -> Self {
        self.accepts_read_only = true;
        self
    }

    /// Compiles the schema at a pointer, and all that it refers to, for values that are sent in one
    /// direction; with `None`, in either: then a property that is sent in one direction only is
    /// optional.
    ///
    /// OpenAPI 3.0 is interpreted as authors use it: `nullable` also holds beside `allOf`, `$ref`
    /// or an `enum` without `null`; formats are asserted; keywords that 3.0 does not have, whose
    /// value is of the wrong type, or that refer to nothing, are left out instead of failing.
    ///
    /// # Errors
    /// When there is nothing at the pointer.
    pub fn compile(
        &self,
        schema: &Pointer,
        direction: impl Into<Option<Direction>>,
    ) -> Result<Validator, CompileError> {
        if self.document.get(schema).is_none() {
            return Err(CompileError {
                pointer: schema.clone(),
                reason: "there is nothing".to_owned(),
            });
        }
        let mut translation = self.translation(direction.into());
        let number = translation.number(schema);
        let root = json!({ "$ref": format!("#/schemas/{number}") });
        let schemas = translation.schemas();
        let inner = build(root, &schemas, schema)?;
        Ok(Validator {
            inner,
            pointers: translation.pointers.into(),
            branching: branches(&schemas).then(|| Arc::new(schemas)),
        })
    }

    fn translation(&self, direction: Option<Direction>) -> Translation<'_> {
        let translation = Translation::new(self.document, &self.targets, direction);
        match self.accepts_read_only {
            true => translation.accepting_read_only(),
            false => translation,
        }
    }

    /// Compiles many schemas at once: a schema that several of them refer to is compiled once, so
    /// that the effort is linear in the document.
    ///
    /// # Errors
    /// As for one; the error names the first schema.
    pub fn compile_all(
        &self,
        schemas: impl IntoIterator<Item = Pointer>,
        direction: impl Into<Option<Direction>>,
    ) -> Result<ValidatorSet, CompileError> {
        let mut translation = self.translation(direction.into());
        let properties = schemas.into_iter().map(|pointer| {
            let number = translation.number(&pointer);
            (
                number.to_string(),
                json!({ "$ref": format!("#/schemas/{number}") }),
            )
        });
        let root = json!({ "properties": properties.collect::<Map<_, _>>() });
        let schemas = translation.schemas();
        let first = translation.pointers.first().cloned().unwrap_or_default();
        let inner = build(root, &schemas, &first)?;
        Ok(ValidatorSet {
            inner,
            schemas,
            pointers: translation.pointers,
            numbers: translation.numbers,
        })
    }
}

fn build(
    mut root: Value,
    schemas: &Map<String, Value>,
    pointer: &Pointer,
) -> Result<jsonschema::Validator<Borrowed>, CompileError> {
    root["schemas"] = Value::Object(schemas.clone());
    let options = with_keywords(with_formats(options()));
    let built = options.build(&root);
    built.map_err(|error| CompileError {
        pointer: pointer.clone(),
        reason: error.to_string(),
    })
}

/// A compiled schema.
#[derive(Debug, Clone)]
pub struct Validator {
    inner: jsonschema::Validator<Borrowed>,
    /// The pointer of each schema, by its number. The requested one is number 0.
    pointers: Arc<[Pointer]>,
    /// The schemas, where their branches may multiply the search for violations.
    branching: Option<Arc<Map<String, Value>>>,
}

impl Validator {
    /// Whether the schema accepts a value. Much cheaper than [`Validator::violations`].
    pub fn is_valid(&self, value: &Json<'_>) -> bool {
        self.inner.is_valid(value)
    }

    /// Returns the violations of a value; empty if the schema accepts it.
    pub fn violations(&self, value: &Json<'_>) -> Vec<Violation> {
        if self.inner.is_valid(value) {
            return Vec::new();
        }
        if let Some(schemas) = &self.branching
            && !is_bounded(schemas, 0, value)
        {
            let whole = self.pointers.first().map(Violation::unexplained);
            return whole.into_iter().collect();
        }
        violations(self.inner.iter_errors(value), &self.pointers, value)
    }
}

/// Many compiled schemas that share what they refer to.
#[derive(Debug)]
pub struct ValidatorSet {
    inner: jsonschema::Validator<Borrowed>,
    pointers: Vec<Pointer>,
    schemas: Map<String, Value>,
    numbers: HashMap<Pointer, usize>,
}

impl ValidatorSet {
    /// Whether the schema at a pointer is in the set.
    pub fn contains(&self, schema: &Pointer) -> bool {
        self.numbers.contains_key(schema)
    }

    /// Returns the violations of a value against the schema at a pointer; empty if it accepts the
    /// value or is not in the set.
    pub fn violations(&self, schema: &Pointer, value: &Json<'_>) -> Vec<Violation> {
        let Some(&number) = self.numbers.get(schema) else {
            return Vec::new();
        };
        let wrapped = Json::Object(crate::Members::from_iter([(
            number.to_string().into(),
            value.borrowed(),
        )]));
        if self.inner.is_valid(&wrapped) {
            return Vec::new();
        }
        if !is_bounded(&self.schemas, number, value) {
            return vec![Violation::unexplained(schema)];
        }
        let mut found = violations(self.inner.iter_errors(&wrapped), &self.pointers, &wrapped);
        let wrapper = Pointer::root().index(number);
        for violation in &mut found {
            if let Some(inside) = violation.instance.strip_prefix(&wrapper) {
                violation.instance = inside;
            }
        }
        found
    }
}
