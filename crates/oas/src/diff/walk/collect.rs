use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::Direction;
use crate::diff::change::{ApiKind, Change, Edit, Kind, SchemaKind};
use crate::diff::relation::Relation;
use crate::diff::schema::{PairId, Schemas, shown};
use crate::diff::site::{OperationName, Site, turned};
use crate::diff::tree::Tree;
use crate::{Document, Node, Pointer};

/// The walk over both documents: what it stands on and what it found.
pub(in crate::diff) struct Walk<'d> {
    pub(super) base: Tree<'d>,
    pub(super) revision: Tree<'d>,
    pub(super) schemas: Schemas<'d>,
    pub(in crate::diff) collected: Vec<Collected>,
    /// Index of what was collected, by what makes two finds one change.
    known: HashMap<(Kind, Edit, Pointer, Pointer, Option<Direction>), usize>,
    /// The same for the facts of compared schemas, by pair and number.
    pub(super) known_facts: HashMap<(PairId, usize, Option<Direction>), usize>,
    /// Pairs of schemas with nothing to tell, in them and below.
    pub(super) clean: HashSet<PairId>,
    /// Components of the base that are met under another name in the revision.
    pub(super) renamed: Vec<(Pointer, Pointer)>,
    /// Whether what is walked promises nothing yet: an operation in draft.
    pub(super) unstable: bool,
    /// Whether what is walked is a parameter that has to be sent, so that its default never counts.
    pub(super) demanded: bool,
    /// The callbacks that are being walked, by address: one may lead into itself.
    pub(super) callbacks: Vec<(usize, usize)>,
    /// Whether requests and responses are turned round: in a callback, the server calls.
    pub(super) turned: bool,
}

/// A change, and everywhere it is met.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Collected {
    pub(in crate::diff) change: Change,
    /// The first place of each kind that may be judged by itself.
    pub(in crate::diff) met: Vec<Met>,
    pub(in crate::diff) operations: Vec<Arc<OperationName>>,
}

/// One place where a change is met.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Met {
    pub(in crate::diff) site: Site,
    pub(in crate::diff) manner: Manner,
    /// The schemas of both sides at which the steps of the site begin.
    pub(in crate::diff) roots: Option<(Pointer, Pointer)>,
}

/// How a change is met, as far as it matters for its judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::diff) struct Manner {
    pub(in crate::diff) cap: Option<Cap>,
    /// Whether it is about what must not hold, so that fewer is more.
    pub(in crate::diff) negated: bool,
    /// Whether the property it is met at is required.
    pub(in crate::diff) required: bool,
    /// Whether it is the whole of a parameter.
    pub(in crate::diff) parameter: bool,
    /// Whether it travels as XML.
    pub(in crate::diff) xml: bool,
}

/// Why a change cannot break anybody here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) enum Cap {
    /// A `readOnly` property is not part of a request.
    ReadOnly,
    /// A `writeOnly` property is not part of a response.
    WriteOnly,
    /// The base calls it `draft` or `alpha`.
    Unstable,
    /// Nothing refers to it.
    Unused,
}

impl Collected {
    /// Notes that the change is met, unless that says nothing new.
    pub(super) fn meet(
        &mut self,
        manner: Manner,
        operation: Option<&Arc<OperationName>>,
        place: impl FnOnce() -> (Site, Option<(Pointer, Pointer)>),
    ) {
        if let Some(operation) = operation.filter(|one| self.operations.last() != Some(*one)) {
            self.operations.push(Arc::clone(operation));
        }
        if self.met.iter().all(|met| met.manner != manner) {
            let (site, roots) = place();
            self.met.push(Met {
                site,
                manner,
                roots,
            });
        }
    }
}

impl<'d> Walk<'d> {
    pub(in crate::diff) fn new(base: &'d Document, revision: &'d Document) -> Self {
        Self {
            base: Tree::new(base),
            revision: Tree::new(revision),
            schemas: Schemas::default(),
            collected: Vec::new(),
            known: HashMap::new(),
            known_facts: HashMap::new(),
            clean: HashSet::new(),
            renamed: Vec::new(),
            unstable: false,
            demanded: false,
            callbacks: Vec::new(),
            turned: false,
        }
    }

    /// The direction of what travels in a request or a response of the operation that is walked.
    pub(super) fn direction(&self, direction: Direction) -> Direction {
        if self.turned {
            turned(direction)
        } else {
            direction
        }
    }

    /// Notes a change, or that it is met once more.
    pub(super) fn collect(&mut self, change: &Change, direction: Option<Direction>) -> usize {
        let (base, revision) = (change.base.clone(), change.revision.clone());
        let key = (change.kind.clone(), change.edit, base, revision, direction);
        *self.known.entry(key).or_insert_with(|| {
            self.collected.push(Collected {
                change: change.clone(),
                met: Vec::new(),
                operations: Vec::new(),
            });
            self.collected.len() - 1
        })
    }

    /// Notes a fact about a part of the API that has no schema.
    pub(super) fn fact(
        &mut self,
        kind: impl Into<Kind>,
        (edit, relation): (Edit, Relation),
        (base, revision): (&Node<'d>, &Node<'d>),
        site: Site,
    ) {
        let places = (base.pointer.clone(), revision.pointer.clone());
        self.fact_with(kind, (edit, relation), places, (None, None), site);
    }

    pub(super) fn fact_with(
        &mut self,
        kind: impl Into<Kind>,
        (edit, relation): (Edit, Relation),
        (base, revision): (Pointer, Pointer),
        (before, after): (Option<String>, Option<String>),
        site: Site,
    ) {
        let kind = kind.into();
        let change = Change {
            kind,
            edit,
            relation,
            base,
            revision,
            before,
            after,
        };
        let index = self.collect(&change, site.direction);
        let manner = Manner {
            cap: self.unstable.then_some(Cap::Unstable),
            ..Manner::default()
        };
        self.collected[index].meet(manner, site.operation.as_ref(), || (site.clone(), None));
    }

    /// Compares one keyword as a whole. `relation` is what setting it does.
    pub(super) fn keyword(
        &mut self,
        kind: impl Into<Kind>,
        keyword: &str,
        relation: impl Fn(Edit) -> Relation,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        let (old, new) = (base.get(keyword), revision.get(keyword));
        for (tree, node) in [(&mut self.base, &old), (&mut self.revision, &new)] {
            if let Some(node) = node {
                tree.saw(node.value);
            }
        }
        let value = |node: &Option<Node<'d>>| node.as_ref().map(|node| node.value);
        if value(&old) == value(&new) {
            return;
        }
        let Some(edit) = Edit::between(old.is_some(), new.is_some()) else {
            return;
        };
        let texts = (value(&old).map(shown), value(&new).map(shown));
        let places = (
            old.unwrap_or_else(|| base.clone()).pointer,
            new.unwrap_or_else(|| revision.clone()).pointer,
        );
        self.fact_with(kind, (edit, relation(edit)), places, texts, site.clone());
    }

    /// Compares words for people, and the extensions that have no meaning here.
    pub(super) fn words(
        &mut self,
        words: &[&str],
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        self.base.opened(base.value);
        self.revision.opened(revision.value);
        for word in words {
            let kind = Kind::Documentation((*word).to_owned());
            self.keyword(kind, word, |_| Relation::EQUAL, (base, revision), site);
        }
        const MEANT: [&str; 3] = ["x-sunset", "x-stability-level", "x-extensible-enum"];
        let mut names: Vec<&str> = Vec::new();
        for (key, _) in base.members().chain(revision.members()) {
            if key.starts_with("x-") && !MEANT.contains(&key) && !names.contains(&key) {
                names.push(key);
            }
        }
        for name in names {
            let kind = Kind::Extension(name.to_owned());
            self.keyword(kind, name, |_| Relation::EQUAL, (base, revision), site);
        }
    }

    /// Follows the references on both sides, and notes what a component is called on each.
    pub(super) fn resolved(
        &mut self,
        base: &Node<'d>,
        revision: &Node<'d>,
        site: &Site,
    ) -> Option<(Node<'d>, Node<'d>)> {
        self.note_names(base, revision);
        let (old, new) = (self.base.resolve(base), self.revision.resolve(revision));
        for (tree, node) in [(&mut self.base, base), (&mut self.revision, revision)] {
            if node.reference().is_some() {
                tree.opened(node.value);
                node.value
                    .get("$ref")
                    .into_iter()
                    .for_each(|value| tree.saw(value));
            }
        }
        if base.reference().is_some() && revision.reference().is_some() {
            let mut names: Vec<&str> = Vec::new();
            for (name, _) in base.members().chain(revision.members()) {
                if name != "$ref" && !names.contains(&name) {
                    names.push(name);
                }
            }
            for name in names {
                let kind = Kind::Schema(SchemaKind::Ignored(name.to_owned()));
                self.keyword(kind, name, |_| Relation::EQUAL, (base, revision), site);
            }
        }
        match (old, new) {
            (Some(old), Some(new)) => Some((old, new)),
            _ => {
                if base.value != revision.value {
                    let kind = Kind::Schema(SchemaKind::Reference);
                    let texts = (Some(shown(base.value)), Some(shown(revision.value)));
                    let places = (base.pointer.clone(), revision.pointer.clone());
                    let fact = (Edit::Changed, Relation::UNKNOWN);
                    self.fact_with(kind, fact, places, texts, site.clone());
                }
                self.base.saw(base.value);
                self.revision.saw(revision.value);
                None
            }
        }
    }

    pub(super) fn note_names(&mut self, base: &Node<'d>, revision: &Node<'d>) {
        let target = |node: &Node<'d>| node.reference().and_then(Pointer::from_reference);
        if let (Some(old), Some(new)) = (target(base), target(revision))
            && old != new
        {
            self.renamed.push((old, new));
        }
    }

    /// Notes that something is on one side only, with everything in it.
    pub(super) fn saw_lone(&mut self, base: Option<&Node<'d>>, revision: Option<&Node<'d>>) {
        if let Some(node) = base {
            self.base.saw(node.value);
        }
        if let Some(node) = revision {
            self.revision.saw(node.value);
        }
    }
}

impl From<ApiKind> for Kind {
    fn from(kind: ApiKind) -> Self {
        Self::Api(kind)
    }
}
