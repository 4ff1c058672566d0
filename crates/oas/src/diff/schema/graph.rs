use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use serde_json::Value;

use super::shape::Schema;
use crate::Pointer;
use crate::diff::coverage::Compared;
use crate::diff::difference::Difference;
use crate::diff::normalisation::Normalised;
use crate::diff::pair::Pair;
use crate::diff::relation::Relation;
use crate::diff::site::Step;
use crate::diff::tree::{Tree, address};

/// The pairs of schemas that were compared, each once, however often and in whatever cycle it is
/// referenced. A pair knows its own changes and the pairs below it.
#[derive(Debug)]
pub(in crate::diff) struct Schemas<'d> {
    compare: Compare<'d>,
    entries: Vec<Entry<'d>>,
    ids: HashMap<Key, PairId>,
    /// The relations of pairs with everything below them, where no comparison in progress is
    /// missing.
    relations: HashMap<PairId, Relation>,
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
    pub(in crate::diff) differences: Vec<Difference>,
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

/// Two schemas without the references that resolve to them on both sides, so that a schema is one
/// node of the graph however many references it has.
pub(in crate::diff) struct Links<'d> {
    pub(in crate::diff) schemas: Pair<Schema<'d>>,
    /// The references that were followed.
    pub(in crate::diff) followed: Pair<Vec<&'d Value>>,
    /// Those whose targets have different names.
    pub(in crate::diff) renamed: Vec<Renamed>,
}

/// Two references whose targets have different names.
pub(in crate::diff) struct Renamed {
    pub(in crate::diff) at: Pair<Pointer>,
    pub(in crate::diff) targets: Pair<Pointer>,
}

/// Longer chains of references are compared as they are written.
const MAX_LINKS: usize = 8;

impl<'d> Links<'d> {
    pub(in crate::diff) fn follow(trees: Trees<'_, 'd>, schemas: Pair<Schema<'d>>) -> Self {
        let mut links = Self {
            schemas,
            followed: Pair::default(),
            renamed: Vec::new(),
        };
        for _ in 0..MAX_LINKS {
            let nodes = links.schemas.as_ref().map(Schema::link);
            let Some(nodes) = nodes.both() else { break };
            let targets = trees.zip(nodes.as_ref());
            let targets = targets.map(|(tree, node)| tree.target(node.reference()?));
            let Some(targets) = targets.both() else { break };
            links.followed.base.push(nodes.base.value);
            links.followed.revision.push(nodes.revision.value);
            let pointers = targets.as_ref().map(|node| node.pointer.clone());
            if pointers.differs() {
                links.renamed.push(Renamed {
                    at: nodes.map(|node| node.pointer.clone()),
                    targets: pointers,
                });
            }
            links.schemas = links.schemas.zip(targets).map(|(schema, target)| Schema {
                nodes: vec![target],
                ..schema
            });
        }
        links
    }
}

/// Beyond this nesting of choices, alternatives are matched by their text.
const MAX_DEPTH: usize = 12;

impl<'d> Schemas<'d> {
    pub(super) fn new(compare: Compare<'d>) -> Self {
        Self {
            compare,
            entries: Vec::new(),
            ids: HashMap::new(),
            relations: HashMap::new(),
            depth: 0,
        }
    }

    /// The pair of two schemas. `plain` states that their values are sent as plain text.
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
        if let Some(known) = self.relations.get(&id) {
            return Some(*known);
        }
        if self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let mut is_complete = true;
        let (root, mut relation) = (id, Relation::EQUAL);
        let mut visited = HashSet::new();
        let mut pending = vec![(id, false)];
        while let Some((id, negated)) = pending.pop() {
            if !visited.insert((id, negated)) {
                continue;
            }
            // The changes of a pair in progress are added where it was started.
            let Some(comparison) = self.comparison(trees, id) else {
                is_complete = false;
                continue;
            };
            for difference in &comparison.differences {
                let own = if negated {
                    difference.relation.mirrored()
                } else {
                    difference.relation
                };
                relation = relation.and(own);
            }
            let flips = |below: &Below| negated != (below.step == Step::Not);
            let below = comparison.below.iter();
            pending.extend(below.map(|below| (below.pair, flips(below))));
            // The remaining pairs cannot change this.
            if relation == Relation::INCOMPARABLE {
                break;
            }
        }
        self.depth -= 1;
        if is_complete {
            self.relations.insert(root, relation);
        }
        Some(relation)
    }
}
