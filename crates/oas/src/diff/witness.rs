mod build;
mod candidates;

use std::collections::HashMap;

use serde_json::Value;

use self::build::Way;
use super::change::{Change, Kind, SchemaKind};
use super::schema::Step;
use super::tree::Tree;
use super::walk::Met;
use crate::{Direction, Document, Pointer, Validator, Validators};

/// A value that shows what a breaking change of a schema breaks.
#[derive(Debug, Clone, PartialEq)]
pub enum Witness {
    /// In a request, what the base accepts and the revision refuses; in a response, what the revision
    /// may send and the base forbids. Both sides' validators say so.
    Value(Value),
    /// There is none, and why.
    None(&'static str),
}

/// Looks for witnesses in two documents.
pub(super) struct Witnesses<'d> {
    base: Side<'d>,
    revision: Side<'d>,
    /// How many may still be looked for.
    left: usize,
}

/// One document, and the schemas of it that were compiled.
pub(super) struct Side<'d> {
    tree: Tree<'d>,
    validators: Option<Validators<'d>>,
    compiled: HashMap<(Pointer, Direction), Option<Validator>>,
}

impl<'d> Side<'d> {
    fn new(document: &'d Document) -> Self {
        Self {
            tree: Tree::new(document),
            validators: None,
            compiled: HashMap::new(),
        }
    }

    fn accepts(&mut self, schema: &Pointer, direction: Direction, value: &Value) -> Option<bool> {
        let document = self.tree.document();
        let key = (schema.clone(), direction);
        let compiled = self.compiled.entry(key).or_insert_with(|| {
            let validators = self
                .validators
                .get_or_insert_with(|| Validators::new(document));
            validators.compile(schema, direction).ok()
        });
        Some(compiled.as_ref()?.is_valid(&value.into()))
    }
}

impl<'d> Witnesses<'d> {
    /// `most` bounds the effort: each witness may compile two schemas.
    pub(super) fn new(base: &'d Document, revision: &'d Document, most: usize) -> Self {
        Self {
            base: Side::new(base),
            revision: Side::new(revision),
            left: most,
        }
    }

    /// Looks for a witness of a change that breaks somebody. `None` for what no value can show.
    pub(super) fn of(&mut self, change: &Change, met: &Met) -> Option<Witness> {
        let Kind::Schema(kind) = &change.kind else {
            return None;
        };
        let (base_root, revision_root) = met.roots.as_ref()?;
        let direction = met.site.direction?;
        if let Some(reason) = never(kind, direction) {
            return Some(Witness::None(reason));
        }
        if self.left == 0 {
            return Some(Witness::None(
                "so many changes break something that none was looked for",
            ));
        }
        self.left -= 1;
        // Who sends is refused what was accepted; who reads is sent what was forbidden.
        let base = (&mut self.base, base_root);
        let revision = (&mut self.revision, revision_root);
        let (accepting, refusing, place) = match direction {
            Direction::Request => (base, revision, &change.base),
            Direction::Response => (revision, base, &change.revision),
        };
        let found = search(
            accepting,
            refusing,
            (kind, place),
            &met.site.steps,
            direction,
        );
        Some(found.map_or(Witness::None(NOT_FOUND), Witness::Value))
    }
}

const NOT_FOUND: &str = "no value was found that one side accepts and the other refuses; the keyword may restrict nothing here";

/// Why a kind of change has no witness, whatever the schemas say.
fn never(kind: &SchemaKind, direction: Direction) -> Option<&'static str> {
    match kind {
        SchemaKind::Default => Some("a default changes what a request means, not which are valid"),
        SchemaKind::ExtensibleValue(_) => Some("an open list of values refuses none"),
        SchemaKind::Property(property)
            if direction == Direction::Request && !property.required && !property.closed =>
        {
            Some("the revision does not say that it refuses the property")
        }
        SchemaKind::Keyword(_) => {
            Some("the keyword is not one of OpenAPI 3.0, so it is not checked")
        }
        _ => None,
    }
}

type Root<'s, 'd> = (&'s mut Side<'d>, &'s Pointer);

fn search(
    (accepting, accepting_root): Root<'_, '_>,
    (refusing, refusing_root): Root<'_, '_>,
    (kind, place): (&SchemaKind, &Pointer),
    steps: &[Step],
    direction: Direction,
) -> Option<Value> {
    let way = Way::down(&accepting.tree, accepting_root, steps);
    let other = Way::down(&refusing.tree, refusing_root, steps);
    let leaves = candidates::of(kind, &way, &other, place, direction);
    let mut values = leaves.iter().flat_map(|leaf| way.around(leaf, direction));
    values.find(|value| {
        accepting.accepts(accepting_root, direction, value) == Some(true)
            && refusing.accepts(refusing_root, direction, value) == Some(false)
    })
}
