use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::shape::Schema;
use crate::Pointer;
use crate::diff::change::Change;
use crate::diff::normalisation::Normalised;
use crate::diff::pair::Pair;
use crate::diff::relation::Relation;
use crate::diff::site::Step;
use crate::diff::tree::{Compared, Tree, address};

/// The pairs of schemas that were compared, each once, however often and in whatever cycle it is
/// referenced. A pair knows its own changes and the pairs below it.
#[derive(Debug)]
pub(in crate::diff) struct Schemas<'d> {
    compare: Compare<'d>,
    entries: Vec<Entry<'d>>,
    ids: HashMap<Key, PairId>,
    /// The nesting of choices in the current comparison.
    depth: usize,
}

/// Compares two schemas without what is below them.
pub(super) type Compare<'d> =
    fn(Trees<'_, 'd>, &mut Schemas<'d>, Pair<&Schema<'d>>, bool) -> Comparison<'d>;

/// The two documents.
pub(in crate::diff) type Trees<'t, 'd> = Pair<&'t Tree<'d>>;

/// Index of a pair of schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) struct PairId(usize);

/// Addresses of the nodes, and the picked alternatives.
type Side = (Vec<usize>, Vec<(usize, usize)>, bool);
type Key = (Pair<Side>, bool);

#[derive(Debug)]
struct Entry<'d> {
    schemas: Pair<Schema<'d>>,
    plain: bool,
    state: State<'d>,
}

#[derive(Debug)]
enum State<'d> {
    New,
    Busy,
    Done(Rc<Comparison<'d>>),
}

/// Result of comparing two schemas, without what is below them.
#[derive(Debug, Default)]
pub(in crate::diff) struct Comparison<'d> {
    pub(in crate::diff) changes: Vec<Change>,
    pub(in crate::diff) below: Vec<Below>,
    pub(in crate::diff) normalised: Vec<Normalised>,
    /// Components that have another name in the revision.
    pub(in crate::diff) renamed: Vec<(Pointer, Pointer)>,
    /// Whether each side is `readOnly`.
    pub(in crate::diff) read_only: Pair<bool>,
    /// Whether each side is `writeOnly`.
    pub(in crate::diff) write_only: Pair<bool>,
    /// Whether the stability level of the base is `draft` or `alpha`.
    pub(in crate::diff) unstable: bool,
    pub(in crate::diff) compared: Pair<Compared<'d>>,
}

/// A pair below a pair.
#[derive(Debug)]
pub(in crate::diff) struct Below {
    pub(in crate::diff) pair: PairId,
    pub(in crate::diff) step: Step,
    /// Whether each side requires the property that this is.
    pub(in crate::diff) required: (bool, bool),
}

/// Beyond this nesting of choices, alternatives are matched by their text.
const MAX_DEPTH: usize = 12;

impl<'d> Schemas<'d> {
    pub(super) fn new(compare: Compare<'d>) -> Self {
        Self {
            compare,
            entries: Vec::new(),
            ids: HashMap::new(),
            depth: 0,
        }
    }

    /// The pair of two schemas. `plain` says that their values are sent as plain text.
    pub(in crate::diff) fn pair(
        &mut self,
        schemas: Pair<impl Into<Schema<'d>>>,
        plain: bool,
    ) -> PairId {
        let schemas = schemas.map(Into::into);
        let side = |schema: &Schema<'d>| -> Side {
            let nodes = schema.nodes.iter().map(|node| address(node.value));
            (nodes.collect(), schema.picks.clone(), schema.is_variant)
        };
        let key = (schemas.as_ref().map(side), plain);
        let next = PairId(self.entries.len());
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.entries.push(Entry {
                schemas,
                plain,
                state: State::New,
            });
        }
        id
    }

    /// The comparison of a pair; `None` while it is in progress.
    pub(in crate::diff) fn comparison(
        &mut self,
        trees: Trees<'_, 'd>,
        id: PairId,
    ) -> Option<Rc<Comparison<'d>>> {
        let entry = &mut self.entries[id.0];
        match &entry.state {
            State::Done(comparison) => return Some(Rc::clone(comparison)),
            State::Busy => return None,
            State::New => entry.state = State::Busy,
        }
        let (schemas, plain) = (entry.schemas.clone(), entry.plain);
        let comparison = Rc::new((self.compare)(trees, self, schemas.as_ref(), plain));
        self.entries[id.0].state = State::Done(Rc::clone(&comparison));
        Some(comparison)
    }

    /// The relation of a pair with everything below it. `None` if choices are nested too deeply.
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
            // The changes of a pair in progress are added where it was started.
            let Some(comparison) = self.comparison(trees, id) else {
                continue;
            };
            for change in &comparison.changes {
                let own = if negated {
                    change.relation.mirrored()
                } else {
                    change.relation
                };
                relation = relation.and(own);
            }
            let flips = |below: &Below| negated != (below.step == Step::Not);
            let below = comparison.below.iter();
            pending.extend(below.map(|below| (below.pair, flips(below))));
            // Nothing that is still to be seen can change this.
            if relation == Relation::INCOMPARABLE {
                break;
            }
        }
        self.depth -= 1;
        Some(relation)
    }
}
