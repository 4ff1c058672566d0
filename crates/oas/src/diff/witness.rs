//! Values that show what a breaking change of a schema breaks. A candidate is built for the
//! location of the change, wrapped in the rest of the value, validated against both sides, and
//! reduced.

mod build;
mod candidates;
mod shrink;

use std::collections::HashMap;

use serde_json::Value;

use self::build::SchemaPath;
use super::difference::{Difference, Fact};
use super::kinds::Kind;
use super::occurrence::Occurrence;
use super::site::{Part, Step};
use super::tree::Tree;
use super::value::bare;
use crate::validator::{Direction, Validator, Validators};
use crate::vocabulary::MediaRange;
use crate::{Document, Pointer};

/// A value that shows what a breaking change of a schema breaks.
#[derive(Debug, Clone, PartialEq)]
pub enum Witness {
    /// In a request, a value that the base accepts and the revision rejects; in a response, one
    /// that the revision may send and the base does not allow. Confirmed by the validators of
    /// both sides, and minimal.
    Value(Value),
    /// A value cannot show the change; the reason.
    None(&'static str),
    /// No value was found, so that the change may have no effect.
    NotFound,
}

/// Searches for witnesses in two documents.
pub(super) struct Witnesses<'d> {
    base: Side<'d>,
    revision: Side<'d>,
    /// The number of searches that are left.
    left: usize,
}

/// One document, with its compiled schemas.
struct Side<'d> {
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

    fn validators(&mut self) -> Validators<'d> {
        let document = self.tree.document();
        let validators = &mut self.validators;
        validators
            .get_or_insert_with(|| Validators::new(document))
            .clone()
    }

    /// The schemas at the end of the steps.
    fn path(&mut self, root: &Pointer, steps: &[Step]) -> SchemaPath<'d> {
        SchemaPath::down(self.tree.document(), self.validators(), root, steps)
    }

    fn accepts(&mut self, schema: &Pointer, direction: Direction, value: &Value) -> Option<bool> {
        let validators = self.validators();
        let key = (schema.clone(), direction);
        let compiled = self.compiled.entry(key);
        let compiled = compiled.or_insert_with(|| validators.compile(schema, direction).ok());
        Some(compiled.as_ref()?.is_valid(&value.into()))
    }
}

impl<'d> Witnesses<'d> {
    /// `limit` bounds the effort: each witness may compile two schemas.
    pub(super) fn new(base: &'d Document, revision: &'d Document, limit: usize) -> Self {
        Self {
            base: Side::new(base),
            revision: Side::new(revision),
            left: limit,
        }
    }

    /// Searches for a witness of a change that breaks a client. `None` for a change that is not one
    /// of accepted values, or if no more are searched for.
    pub(super) fn of(
        &mut self,
        kind: Kind,
        difference: &Difference,
        occurrence: &Occurrence,
    ) -> Option<Witness> {
        let roots = occurrence.roots.as_ref()?;
        let direction = occurrence.site.direction?;
        if let Some(reason) = never(kind, &difference.fact, occurrence) {
            return Some(Witness::None(reason));
        }
        if self.base.tree.siblings_count() || self.revision.tree.siblings_count() {
            let reason = "values are validated for OpenAPI 3.0 only";
            return Some(Witness::None(reason));
        }
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        // A sender's value that was accepted is rejected; a reader receives one that was not
        // allowed.
        let base = (&mut self.base, &roots.0);
        let revision = (&mut self.revision, &roots.1);
        let (accepting, rejecting, location) = match direction {
            Direction::Request => (base, revision, &difference.base),
            Direction::Response => (revision, base, &difference.revision),
        };
        let mut search = Search {
            accepting,
            rejecting,
            direction,
            carrier: Carrier::of(occurrence),
            has_accepted: false,
        };
        let found = search.run(kind, &difference.fact, location, &occurrence.site.steps);
        Some(match found {
            Some(value) => Witness::Value(value),
            None if search.has_accepted || is_choice(kind) => Witness::NotFound,
            // The search is inconclusive.
            None => Witness::None("no value was found that the schema accepts"),
        })
    }
}

/// The reason why a value cannot show a kind of change, whatever the schemas are.
fn never(kind: Kind, fact: &Fact, occurrence: &Occurrence) -> Option<&'static str> {
    if occurrence.context.xml {
        return Some("the value is sent as XML, which a JSON value does not show");
    }
    let request = occurrence.site.direction == Some(Direction::Request);
    match kind {
        Kind::DefaultValueAdded | Kind::DefaultValueRemoved | Kind::DefaultValueChanged => {
            Some("a default changes the meaning of a request, not which requests are valid")
        }
        Kind::ExtensibleValueAdded | Kind::ExtensibleValueRemoved => {
            Some("the value itself: an open list does not reject it, but may no longer support it")
        }
        Kind::KeywordAdded | Kind::KeywordRemoved | Kind::KeywordChanged => {
            Some("the keyword is not part of OpenAPI 3.0 and is not validated")
        }
        Kind::DiscriminatorPropertyNameChanged => {
            Some("the property that selects the schema has another name")
        }
        Kind::DiscriminatorMappingAdded => Some("the value itself, which selects a schema"),
        Kind::DiscriminatorMappingDeleted => Some("the value itself, which selected a schema"),
        Kind::DiscriminatorMappingChanged => Some("the value selects another schema"),
        Kind::PropertyRemoved
        | Kind::PropertyRemovedBeforeSunset
        | Kind::PropertyRemovedSunsetParse => match fact {
            Fact::Property(property) if request && property.closed => None,
            _ if request => Some("the revision does not state that it rejects the property"),
            _ => Some("the property may be missing, or have any value"),
        },
        Kind::SunsetDateChangedTooSmall
        | Kind::SunsetDateTooSmall
        | Kind::SunsetDeleted
        | Kind::PartSunsetDeleted
        | Kind::DeprecatedSunsetParse
        | Kind::StabilityDecreased
        | Kind::InvalidStabilityLevel => {
            Some("an announcement does not change which values are valid")
        }
        _ => None,
    }
}

/// Whether a change is one of a choice, whose effect follows from how its alternatives overlap.
fn is_choice(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::OneOfAdded
            | Kind::OneOfRemoved
            | Kind::AnyOfAdded
            | Kind::AnyOfRemoved
            | Kind::ChoiceKeywordChanged
            | Kind::WrappedInOneOf
            | Kind::UnwrappedFromOneOf
            | Kind::WrappedInAnyOf
            | Kind::UnwrappedFromAnyOf
    )
}

/// The carrier of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Carrier {
    Json,
    /// A path, a query or a header, which cannot carry `null` and does not distinguish a number
    /// from a string.
    Text,
}

impl Carrier {
    fn of(occurrence: &Occurrence) -> Self {
        match &occurrence.site.part {
            Part::Parameter { .. } | Part::Header { .. } if !has_json_content(occurrence) => {
                Self::Text
            }
            _ => Self::Json,
        }
    }

    fn can_carry(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Json, _) => true,
            (Self::Text, Value::Null) => false,
            (Self::Text, Value::Array(items)) => items.iter().all(|item| self.can_carry(item)),
            (Self::Text, Value::Object(members)) => {
                members.values().all(|member| self.can_carry(member))
            }
            (Self::Text, _) => true,
        }
    }

    /// The values that a receiver may read.
    fn readings(self, value: &Value) -> Vec<Value> {
        match self {
            Self::Json => vec![value.clone()],
            Self::Text => {
                let mut readings = vec![value.clone(), as_strings(value)];
                readings.push(as_typed(&readings[1]));
                readings
            }
        }
    }
}

/// Whether a parameter or header has `content` that is JSON instead of a `schema`.
fn has_json_content(occurrence: &Occurrence) -> bool {
    let is_json = |schema: &Pointer| {
        let mut tokens = schema.tokens().rev().skip(1);
        let (name, keyword) = (tokens.next(), tokens.next());
        keyword.as_deref() == Some("content")
            && name.is_some_and(|name| MediaRange::of(&name).may_be_json())
    };
    let roots = occurrence.roots.as_ref();
    roots.is_some_and(|(base, revision)| is_json(base) && is_json(revision))
}

fn as_strings(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(as_strings).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(key, one)| (key.clone(), as_strings(one)))
                    .collect(),
            )
        }
        scalar => Value::String(bare(scalar)),
    }
}

fn as_typed(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(as_typed).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(key, one)| (key.clone(), as_typed(one)))
                    .collect(),
            )
        }
        Value::String(text) => {
            let typed: Option<Value> = serde_json::from_str(text).ok();
            let typed = typed.filter(|typed| typed.is_number() || typed.is_boolean());
            typed.unwrap_or_else(|| value.clone())
        }
        other => other.clone(),
    }
}

type Root<'s, 'd> = (&'s mut Side<'d>, &'s Pointer);

struct Search<'s, 'd> {
    accepting: Root<'s, 'd>,
    rejecting: Root<'s, 'd>,
    direction: Direction,
    carrier: Carrier,
    /// Whether the accepting side accepted one of the values that were tried.
    has_accepted: bool,
}

impl Search<'_, '_> {
    fn run(
        &mut self,
        kind: Kind,
        fact: &Fact,
        location: &Pointer,
        steps: &[Step],
    ) -> Option<Value> {
        let (steps, absent) = match (fact, steps.split_last()) {
            // The property has to be missing.
            (Fact::ReadOnly | Fact::WriteOnly, Some((Step::Property(name), rest))) => {
                (rest, Some(name.as_str()))
            }
            _ => (steps, None),
        };
        let path = self.accepting.0.path(self.accepting.1, steps);
        let other = self.rejecting.0.path(self.rejecting.1, steps);
        let leaves = match absent {
            Some(name) => candidates::without(&path.samples(self.direction), name),
            None => candidates::of(kind, fact, &path, &other, location, self.direction),
        };
        let direction = self.direction;
        let mut values = leaves.iter().flat_map(|leaf| path.around(leaf, direction));
        let found = values.find(|value| self.shows(value))?;
        let kept = shrink::Kept::of(steps, fact.name(), absent.is_some());
        Some(shrink::shrunk(found, &kept, |value| self.shows(value)))
    }

    /// Whether one side accepts a value that the other rejects.
    fn shows(&mut self, value: &Value) -> bool {
        if !self.carrier.can_carry(value) {
            return false;
        }
        let direction = self.direction;
        let readings = self.carrier.readings(value);
        let (accepting, schema) = &mut self.accepting;
        let mut accepted = readings.iter();
        if !accepted.any(|value| accepting.accepts(schema, direction, value) == Some(true)) {
            return false;
        }
        self.has_accepted = true;
        let (rejecting, schema) = &mut self.rejecting;
        let mut rejected = readings.iter();
        rejected.all(|value| rejecting.accepts(schema, direction, value) == Some(false))
    }
}
