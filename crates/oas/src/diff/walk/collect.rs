use std::collections::{HashMap, HashSet};

use crate::Direction;
use crate::diff::change::{ApiKind, Change, Edit, Kind, LifecycleKind, SchemaKind};
use crate::diff::relation::Relation;
use crate::diff::schema::{Comparison, PairId, Schemas, Step, Trees, shown};
use crate::diff::site::{Site, turned};
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
    /// Components of the base that are met under another name in the revision.
    pub(super) renamed: Vec<(Pointer, Pointer)>,
    /// Whether what is walked promises nothing yet: an operation in draft.
    pub(super) unstable: bool,
    /// Whether what is walked is a parameter that has to be sent, so that its default never counts.
    pub(super) demanded: bool,
    /// Whether requests and responses are turned round: in a callback, the server calls.
    pub(super) turned: bool,
}

/// A change, and everywhere it is met.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Collected {
    pub(in crate::diff) change: Change,
    pub(in crate::diff) met: Vec<Met>,
}

/// One place where a change is met.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Met {
    pub(in crate::diff) site: Site,
    pub(in crate::diff) cap: Option<Cap>,
    /// Whether it is about what must not hold, so that fewer is more.
    pub(in crate::diff) negated: bool,
    /// Whether the property it is met at is required.
    pub(in crate::diff) required: bool,
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

impl<'d> Walk<'d> {
    pub(in crate::diff) fn new(base: &'d Document, revision: &'d Document) -> Self {
        Self {
            base: Tree::new(base),
            revision: Tree::new(revision),
            schemas: Schemas::default(),
            collected: Vec::new(),
            known: HashMap::new(),
            renamed: Vec::new(),
            unstable: false,
            demanded: false,
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

    pub(super) fn collect(&mut self, change: Change, met: Met) {
        let key = (
            change.kind.clone(),
            change.edit,
            change.base.clone(),
            change.revision.clone(),
            met.site.direction,
        );
        if let Some(index) = self.known.get(&key) {
            self.collected[*index].met.push(met);
            return;
        }
        self.known.insert(key, self.collected.len());
        self.collected.push(Collected {
            change,
            met: vec![met],
        });
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
        let cap = self.unstable.then_some(Cap::Unstable);
        self.collect(
            change,
            Met {
                site,
                cap,
                negated: false,
                required: false,
            },
        );
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
                tree.saw(node.value);
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

    fn note_names(&mut self, base: &Node<'d>, revision: &Node<'d>) {
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

    /// Compares two schemas and everything below them.
    pub(super) fn schema(
        &mut self,
        base: &Node<'d>,
        revision: &Node<'d>,
        site: &Site,
        plain: bool,
    ) {
        let root = self.schemas.pair(base.clone(), revision.clone(), plain);
        self.note_names(base, revision);
        let required = self.demanded;
        let mut reached = vec![Reached {
            pair: root,
            from: None,
            negated: false,
            cap: None,
            required,
        }];
        let mut visited = HashSet::new();
        let mut next = 0;
        // Breadth first, so that a schema met on several ways is told by the shortest.
        while next < reached.len() {
            let index = next;
            next += 1;
            let Reached {
                pair,
                negated,
                cap,
                required,
                ..
            } = reached[index];
            if !visited.insert((pair, negated, cap)) {
                continue;
            }
            let trees = Trees {
                base: &self.base,
                revision: &self.revision,
            };
            let Some(comparison) = self.schemas.comparison(trees, pair) else {
                continue;
            };
            let at_property = matches!(reached[index].from, Some((_, Step::Property(_))));
            // That a property is a draft or `readOnly` excuses what changes in it, and not that.
            let outer = cap.or_else(|| self.cap(None, at_property, site.direction));
            let cap = cap.or_else(|| self.cap(Some(&comparison), at_property, site.direction));
            for value in &comparison.base_seen.whole {
                self.base.saw(value);
            }
            for value in &comparison.base_seen.opened {
                self.base.opened(value);
            }
            for value in &comparison.revision_seen.whole {
                self.revision.saw(value);
            }
            for value in &comparison.revision_seen.opened {
                self.revision.opened(value);
            }
            self.renamed.extend(comparison.renamed.iter().cloned());
            if !comparison.facts.is_empty() {
                let mut site = site.clone();
                site.steps.extend(steps(&reached, index));
                for fact in &comparison.facts {
                    let cap = if is_about_itself(&fact.kind) {
                        outer
                    } else {
                        cap
                    };
                    let met = Met {
                        site: site.clone(),
                        cap,
                        negated,
                        required,
                    };
                    self.collect(fact.clone(), met);
                }
            }
            for below in &comparison.below {
                reached.push(Reached {
                    pair: below.pair,
                    from: Some((index, below.step.clone())),
                    negated: negated != (below.step == Step::Not),
                    cap,
                    required: below.required,
                });
            }
        }
    }

    fn cap(
        &self,
        comparison: Option<&Comparison<'d>>,
        at_property: bool,
        direction: Option<Direction>,
    ) -> Option<Cap> {
        let says = |what: fn(&Comparison<'d>) -> bool| comparison.is_some_and(what);
        if self.unstable || says(|comparison| comparison.unstable) {
            return Some(Cap::Unstable);
        }
        match direction {
            None => Some(Cap::Unused),
            Some(Direction::Request) if at_property && says(|one| one.read_only) => {
                Some(Cap::ReadOnly)
            }
            Some(Direction::Response) if at_property && says(|one| one.write_only) => {
                Some(Cap::WriteOnly)
            }
            Some(_) => None,
        }
    }
}

/// A pair of schemas that was reached, and the way there.
struct Reached {
    pair: PairId,
    from: Option<(usize, Step)>,
    negated: bool,
    cap: Option<Cap>,
    required: bool,
}

fn is_about_itself(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Lifecycle(LifecycleKind::Stability)
            | Kind::Schema(SchemaKind::ReadOnly | SchemaKind::WriteOnly)
    )
}

fn steps(reached: &[Reached], index: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut at = index;
    while let Some((from, step)) = &reached[at].from {
        steps.push(step.clone());
        at = *from;
    }
    steps.reverse();
    steps
}

impl From<ApiKind> for Kind {
    fn from(kind: ApiKind) -> Self {
        Self::Api(kind)
    }
}
