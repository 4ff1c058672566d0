use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde_json::Value;

use super::compare::compare;
use super::shape::Schema;
use crate::Pointer;
use crate::diff::change::Change;
use crate::diff::relation::Relation;
use crate::diff::tree::{Tree, address};

/// Every pair of schemas that was compared, each once however often and in whatever circle it is
/// referred to. A pair knows its own facts and the pairs below it.
#[derive(Debug, Default)]
pub(in crate::diff) struct Schemas<'d> {
    pairs: Vec<Pair<'d>>,
    ids: HashMap<Key, PairId>,
    /// How many choices deep the comparison stands that is being made.
    depth: usize,
}

/// Which pair of schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) struct PairId(usize);

type Side = (Vec<usize>, Vec<(usize, usize)>);
type Key = (Side, Side, bool);

#[derive(Debug)]
struct Pair<'d> {
    base: Schema<'d>,
    revision: Schema<'d>,
    plain: bool,
    state: State<'d>,
}

#[derive(Debug)]
enum State<'d> {
    New,
    Busy,
    Done(Rc<Comparison<'d>>),
}

/// What the comparison of two schemas found, without what lies below them.
#[derive(Debug, Default)]
pub(in crate::diff) struct Comparison<'d> {
    pub(in crate::diff) facts: Vec<Change>,
    pub(in crate::diff) below: Vec<Below>,
    /// Components that are met under another name in the revision.
    pub(in crate::diff) renamed: Vec<(Pointer, Pointer)>,
    /// Whether either side is `readOnly`.
    pub(in crate::diff) read_only: bool,
    /// Whether either side is `writeOnly`.
    pub(in crate::diff) write_only: bool,
    /// Whether the base promised nothing yet: stability `draft` or `alpha`.
    pub(in crate::diff) unstable: bool,
    /// What was compared with everything below it, and what is compared member by member.
    pub(in crate::diff) base_seen: Looked<'d>,
    pub(in crate::diff) revision_seen: Looked<'d>,
}

#[derive(Debug, Default)]
pub(in crate::diff) struct Looked<'d> {
    pub(in crate::diff) whole: Vec<&'d Value>,
    pub(in crate::diff) opened: Vec<&'d Value>,
}

/// A pair below a pair, and the way there.
#[derive(Debug)]
pub(in crate::diff) struct Below {
    pub(in crate::diff) pair: PairId,
    pub(in crate::diff) step: Step,
    /// Whether either side demands the property that this is.
    pub(in crate::diff) required: bool,
}

/// One step from a schema to a schema below it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a property.
    Property(String),
    /// Into the items of an array.
    Items,
    /// Into the properties that have no name.
    AdditionalProperties,
    /// Into an alternative of a choice; with its name or number.
    Alternative(String),
    /// Into what must not hold: there, fewer is more.
    Not,
    /// Into what another keyword of this name holds.
    Keyword(String),
}

/// Choices in choices in choices: beyond this depth, alternatives are told apart by their text.
const MAX_DEPTH: usize = 12;

impl<'d> Schemas<'d> {
    /// The pair of two schemas. `plain` says that their values travel as plain text.
    pub(in crate::diff) fn pair(
        &mut self,
        base: impl Into<Schema<'d>>,
        revision: impl Into<Schema<'d>>,
        plain: bool,
    ) -> PairId {
        let (base, revision) = (base.into(), revision.into());
        let side = |schema: &Schema<'d>| -> Side {
            let nodes = schema.nodes.iter().map(|node| address(node.value));
            (nodes.collect(), schema.picks.clone())
        };
        let key = (side(&base), side(&revision), plain);
        let next = PairId(self.pairs.len());
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.pairs.push(Pair {
                base,
                revision,
                plain,
                state: State::New,
            });
        }
        id
    }

    /// What the comparison of a pair found; `None` while it is being made.
    pub(in crate::diff) fn comparison(
        &mut self,
        trees: Trees<'_, 'd>,
        id: PairId,
    ) -> Option<Rc<Comparison<'d>>> {
        match &self.pairs[id.0].state {
            State::Done(comparison) => return Some(Rc::clone(comparison)),
            State::Busy => return None,
            State::New => {}
        }
        self.pairs[id.0].state = State::Busy;
        let Pair {
            base,
            revision,
            plain,
            ..
        } = &self.pairs[id.0];
        let (base, revision, plain) = (base.clone(), revision.clone(), *plain);
        let comparison = Rc::new(compare(trees, self, &base, &revision, plain));
        self.pairs[id.0].state = State::Done(Rc::clone(&comparison));
        Some(comparison)
    }

    /// What became of the accepted values, with everything below the pair. `None` when the choices
    /// are nested too deep to say.
    pub(super) fn relation(&mut self, trees: Trees<'_, 'd>, id: PairId) -> Option<Relation> {
        if self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let mut relation = Relation::EQUAL;
        let mut visited = HashSet::new();
        let mut pending = vec![(id, false)];
        while let Some((id, negated)) = pending.pop() {
            if !visited.insert((id, negated)) {
                continue;
            }
            // A pair that is being compared further out adds its own facts there.
            let Some(comparison) = self.comparison(trees, id) else {
                continue;
            };
            for fact in &comparison.facts {
                let own = if negated {
                    fact.relation.mirrored()
                } else {
                    fact.relation
                };
                relation = relation.and(own);
            }
            let flips = |below: &Below| negated != (below.step == Step::Not);
            pending.extend(
                comparison
                    .below
                    .iter()
                    .map(|below| (below.pair, flips(below))),
            );
        }
        self.depth -= 1;
        Some(relation)
    }
}

/// The two documents.
#[derive(Debug, Clone, Copy)]
pub(in crate::diff) struct Trees<'t, 'd> {
    pub(in crate::diff) base: &'t Tree<'d>,
    pub(in crate::diff) revision: &'t Tree<'d>,
}
