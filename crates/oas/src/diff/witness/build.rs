use std::cell::RefCell;
use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::diff::schema::{Additional, Schema, Shape, applied};
use crate::diff::site::Step;
use crate::diff::tree::Tree;
use crate::sample::{draft, sample_by};
use crate::{Direction, Document, Node, Pointer, Validators};

/// The path from a schema to a schema in it, in one document. Through a choice, there may be
/// several.
pub(super) struct SchemaPath<'d> {
    document: &'d Document,
    validators: Validators<'d>,
    root: Pointer,
    steps: Vec<Step>,
    /// The schemas at the end.
    ends: Vec<Node<'d>>,
    /// Samples of the schemas on the path, which are the most expensive part of a search.
    samples: RefCell<HashMap<(Pointer, Direction), Option<Value>>>,
}

/// Surroundings of a value on the path.
#[derive(Clone, Copy)]
enum Surrounding {
    /// A value that the schema may accept.
    Draft,
    /// A value that it accepts.
    Sample,
}

/// Maximum number of alternatives that are tried.
const MAX_ALTERNATIVES: usize = 8;

impl<'d> SchemaPath<'d> {
    pub(super) fn down(
        document: &'d Document,
        validators: Validators<'d>,
        root: &Pointer,
        steps: &[Step],
    ) -> Self {
        let mut ends: Vec<Node<'d>> = document.node(root).into_iter().collect();
        for step in steps {
            let below = ends.iter().flat_map(|end| below(document, end, step));
            ends = below.take(MAX_ALTERNATIVES).collect();
        }
        Self {
            document,
            validators,
            root: root.clone(),
            steps: steps.to_vec(),
            ends,
            samples: RefCell::default(),
        }
    }

    /// The shape of the schema at the end.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Shape<'d>> {
        let tree = Tree::new(self.document);
        self.ends
            .iter()
            .map(move |end| Shape::of(&tree, &Schema::from(end.clone())))
    }

    /// Small values that the schema at the end accepts.
    pub(super) fn samples(&self, direction: Direction) -> Vec<Value> {
        let samples = self.ends.iter();
        samples
            .filter_map(|end| self.sample(&end.pointer, direction))
            .collect()
    }

    /// A small value that the schema at a pointer accepts.
    pub(super) fn sample(&self, schema: &Pointer, direction: Direction) -> Option<Value> {
        let key = (schema.clone(), direction);
        let mut samples = self.samples.borrow_mut();
        let known = samples.entry(key);
        known
            .or_insert_with(|| sample_by(&self.validators, self.document, schema, direction))
            .clone()
    }

    /// Values of the whole with this one at the end. Drafts first: the caller validates the whole,
    /// and a sample validates each schema on the path.
    pub(super) fn around(&self, leaf: &Value, direction: Direction) -> impl Iterator<Item = Value> {
        let root = self.document.node(&self.root).into_iter();
        root.flat_map(move |root| {
            [Surrounding::Draft, Surrounding::Sample]
                .into_iter()
                .flat_map(move |surrounding| {
                    self.wrap(&root, &self.steps, leaf, (direction, surrounding))
                })
        })
    }

    /// The property by which the discriminator of a schema selects.
    fn selecting_property(&self, node: &Node<'d>) -> Option<&'d str> {
        let tree = Tree::new(self.document);
        let shape = Shape::of(&tree, &Schema::from(node.clone()));
        applied(&tree, &shape).map(|found| found.property)
    }

    fn wrap(
        &self,
        node: &Node<'d>,
        steps: &[Step],
        leaf: &Value,
        how: (Direction, Surrounding),
    ) -> Vec<Value> {
        let Some((step, rest)) = steps.split_first() else {
            return vec![leaf.clone()];
        };
        let around = match how {
            (direction, Surrounding::Draft) => draft(self.document, &node.pointer, direction),
            (direction, Surrounding::Sample) => self.sample(&node.pointer, direction),
        };
        // The value that must not match is the same one.
        if *step == Step::Not {
            return self.wrap(node, rest, leaf, how);
        }
        let nodes = below(self.document, node, step);
        let rest_of = |node: &Node<'d>| self.wrap(node, rest, leaf, how);
        if let Step::Variant(value) = step {
            let property = self.selecting_property(node);
            let inner = nodes.iter().flat_map(rest_of);
            return inner
                .take(MAX_ALTERNATIVES)
                .map(|inner| put(step, inner, around.as_ref()))
                .map(|value_of| selecting(value_of, property, value))
                .collect();
        }
        let inner = nodes
            .iter()
            .flat_map(|node| self.wrap(node, rest, leaf, how));
        inner
            .take(MAX_ALTERNATIVES)
            .map(|inner| put(step, inner, around.as_ref()))
            .collect()
    }
}

/// A value with another in it, and otherwise the members of the sample.
fn put(step: &Step, inner: Value, around: Option<&Value>) -> Value {
    let members = || {
        around
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    match step {
        Step::Property(name) => with(members(), name, inner),
        Step::AdditionalProperties => with(members(), "any", inner),
        Step::Items => {
            let mut items = around
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            items.truncate(items.len().saturating_sub(1));
            items.insert(0, inner);
            Value::Array(items)
        }
        Step::Alternative(_) | Step::Variant(_) | Step::Not => match inner {
            // The keywords beside the choice apply as well.
            Value::Object(inner) => {
                let mut members = members();
                members.extend(inner);
                Value::Object(members)
            }
            inner => inner,
        },
    }
}

/// An object with the value of the discriminator.
fn selecting(value: Value, property: Option<&str>, selector: &str) -> Value {
    match (value, property) {
        (Value::Object(members), Some(property)) => with(members, property, selector.into()),
        (value, _) => value,
    }
}

fn with(mut members: Map<String, Value>, name: &str, value: Value) -> Value {
    members.insert(name.to_owned(), value);
    Value::Object(members)
}

/// The schemas to which a step leads.
fn below<'d>(document: &'d Document, node: &Node<'d>, step: &Step) -> Vec<Node<'d>> {
    let shape = Shape::of(&Tree::new(document), &Schema::from(node.clone()));
    match step {
        Step::Property(name) => shape.property(name),
        Step::Items => shape.items(),
        Step::AdditionalProperties => match shape.additional() {
            Additional::Schema(nodes) => nodes,
            Additional::Open | Additional::Closed => Vec::new(),
        },
        Step::Alternative(_) => {
            let choices = shape.choices.iter();
            choices
                .flat_map(|choice| choice.alternatives.iter().cloned())
                .collect()
        }
        Step::Variant(value) => {
            let found = applied(&Tree::new(document), &shape);
            let variants = found.into_iter().flat_map(|found| found.variants);
            let selected = variants.filter(|variant| variant.value == value.as_str());
            selected.filter_map(|variant| variant.schema).collect()
        }
        Step::Not => shape.all("not").collect(),
    }
}
