use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;

use super::schemes::Schemes;
use super::unchanged::Unchanged;
use crate::diff::coverage::Coverage;
use crate::diff::difference::{Difference, Fact};
use crate::diff::form::is_well_formed;
use crate::diff::kinds::Kind;
use crate::diff::lifecycle::Lifecycle;
use crate::diff::normalisation::{Normalisation, Normalised};
use crate::diff::occurrence::{Context, Occurrence};
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::schema::{Comparison, Links, PairId, Schema, Schemas, schemas};
use crate::diff::site::{OperationName, Site, turned};
use crate::diff::tree::Tree;
use crate::text::excerpt;
use crate::validator::Direction;
use crate::vocabulary::extension::{
    DEPRECATED_ON, EXTENSIBLE_ENUM, IDEMPOTENT, PINNED_VALUE, STABILITY_LEVEL, SUCCESSOR, SUNSET,
};
use crate::{Document, Node, Pointer};

/// Extensions with a meaning in a comparison of their own.
const KNOWN_EXTENSIONS: [&str; 7] = [
    DEPRECATED_ON,
    EXTENSIBLE_ENUM,
    IDEMPOTENT,
    PINNED_VALUE,
    STABILITY_LEVEL,
    SUCCESSOR,
    SUNSET,
];

/// The walk over both documents: its position, and the changes found.
pub(in crate::diff) struct Walk<'d> {
    pub(super) trees: Pair<Tree<'d>>,
    pub(super) schemas: Schemas<'d>,
    unchanged: Unchanged<'d>,
    /// The values that were compared. Only the methods of this module record them: those that
    /// report a change, or conclude that two values are equal.
    coverage: Pair<Coverage>,
    /// The number of changes and normalisations that were reported.
    conclusions: usize,
    pub(in crate::diff) collected: Vec<Collected>,
    pub(in crate::diff) normalised: Vec<Normalised>,
    /// Index of what was collected, by what makes two occurrences one change.
    known: HashMap<(Fact, Edit, Pair<Pointer>, Option<Direction>), usize>,
    /// The same for the changes of compared schemas, by pair and number.
    pub(super) known_differences: HashMap<(PairId, usize, Option<Direction>), usize>,
    /// The changes in and below two schemas, by what their severities depend on.
    pub(super) reached: HashMap<Reaching, Rc<Vec<usize>>>,
    /// The pairs of schemas whose comparison was taken over.
    pub(super) taken: HashSet<PairId>,
    /// Pairs of schemas without changes, in them and below.
    pub(super) clean: HashSet<PairId>,
    /// Components that have another name in the revision.
    pub(super) renamed: Vec<(Pointer, Pointer)>,
    /// Security schemes that have another name in the revision.
    pub(super) schemes: Schemes<'d>,
    /// Whether operations inherit the security of a document, and it changed for one of them.
    pub(super) inherited: Option<bool>,
    /// Whether the walk is in an operation or parameter that is a draft.
    pub(super) unstable: bool,
    /// Whether the parameter is required, in the base and in the revision.
    pub(super) required: (bool, bool),
    /// The callbacks that the walk is in, by address: one may contain itself.
    pub(super) callbacks: Vec<Pair<usize>>,
    /// Whether requests and responses are swapped: in a callback, the server calls.
    pub(super) turned: bool,
}

/// Two schemas, and what the severities of the changes below them depend on: the direction, what
/// surrounds them, whether they are in a draft.
pub(super) type Reaching = (PairId, Option<Direction>, Context, bool);

/// A change and its occurrences.
#[derive(Debug, Clone)]
pub(in crate::diff) struct Collected {
    pub(in crate::diff) difference: Difference,
    /// The first occurrence of each kind that may have a severity of its own.
    pub(in crate::diff) occurrences: Vec<Occurrence>,
    pub(in crate::diff) operations: Vec<Arc<OperationName>>,
}

impl Collected {
    /// Adds the operation in which it occurs.
    pub(super) fn used_by(&mut self, operation: Option<&Arc<OperationName>>) {
        let last = self.operations.last();
        let is_last = |one: &Arc<OperationName>| last.is_some_and(|last| Arc::ptr_eq(last, one));
        if let Some(operation) = operation.filter(|one| !is_last(one)) {
            self.operations.push(Arc::clone(operation));
        }
    }

    /// Adds an occurrence, unless one with the same context is known.
    pub(super) fn occurs(
        &mut self,
        is_like: impl Fn(&Occurrence) -> bool,
        occurrence: impl FnOnce() -> Occurrence,
    ) {
        if !self.occurrences.iter().any(is_like) {
            self.occurrences.push(occurrence());
        }
    }
}

/// The members `key` of both nodes.
pub(super) fn get<'d>(nodes: &Pair<Node<'d>>, key: &str) -> Pair<Option<Node<'d>>> {
    nodes.as_ref().map(|node| node.get(key))
}

/// The nodes; where one is missing, what would contain it.
pub(super) fn or_container<'d>(
    nodes: Pair<Option<Node<'d>>>,
    containers: &Pair<Node<'d>>,
) -> Pair<Node<'d>> {
    let nodes = nodes.zip(containers.as_ref());
    nodes.map(|(node, container)| node.unwrap_or_else(|| container.clone()))
}

pub(super) fn pointers(nodes: &Pair<Node<'_>>) -> Pair<Pointer> {
    nodes.as_ref().map(|node| node.pointer.clone())
}

impl<'d> Walk<'d> {
    pub(in crate::diff) fn new(base: &'d Document, revision: &'d Document) -> Self {
        Self {
            trees: Pair::new(base, revision).map(Tree::new),
            schemas: schemas(),
            unchanged: Unchanged::of(Pair::new(base, revision)),
            coverage: Pair::default(),
            conclusions: 0,
            collected: Vec::new(),
            normalised: Vec::new(),
            known: HashMap::new(),
            known_differences: HashMap::new(),
            reached: HashMap::new(),
            taken: HashSet::new(),
            clean: HashSet::new(),
            renamed: Vec::new(),
            schemes: Schemes::default(),
            inherited: None,
            unstable: false,
            required: (false, false),
            callbacks: Vec::new(),
            turned: false,
        }
    }

    /// The direction of a request or a response of the operation that the walk is in.
    pub(super) fn direction(&self, direction: Direction) -> Direction {
        if self.turned {
            turned(direction)
        } else {
            direction
        }
    }

    /// Enters something that may be a draft. Returns whether what contains it is one.
    pub(super) fn enter(&mut self, base: &Node<'d>) -> bool {
        let outer = self.unstable;
        self.unstable |= Lifecycle::of(base).is_unstable();
        outer
    }

    /// Collects a change unless it is known. Returns its index.
    pub(super) fn collect(
        &mut self,
        difference: &Difference,
        direction: Option<Direction>,
    ) -> usize {
        let at = Pair::new(difference.base.clone(), difference.revision.clone());
        let key = (difference.fact.clone(), difference.edit, at, direction);
        *self.known.entry(key).or_insert_with(|| {
            self.collected.push(Collected {
                difference: difference.clone(),
                occurrences: Vec::new(),
                operations: Vec::new(),
            });
            self.collected.len() - 1
        })
    }

    /// Reports a change outside of schemas. What is below its location is compared by itself.
    pub(super) fn report(
        &mut self,
        fact: impl Into<Fact>,
        how: (Edit, Relation),
        at: Pair<Pointer>,
        text: Pair<Option<String>>,
        site: &Site,
    ) {
        self.conclusions += 1;
        let difference = Difference::new(fact, how, at, text);
        let index = self.collect(&difference, site.direction);
        let occurrence = Occurrence::at(site.clone(), self.unstable);
        let is_like = |known: &Occurrence| known.exclusion == occurrence.exclusion;
        self.collected[index].used_by(site.operation.as_ref());
        self.collected[index].occurs(is_like, || occurrence.clone());
    }

    /// Reports a change of two nodes. What was added or removed is compared with everything in it.
    pub(super) fn note(
        &mut self,
        fact: impl Into<Fact>,
        how: (Edit, Relation),
        nodes: &Pair<Node<'d>>,
        site: &Site,
    ) {
        self.note_text(fact, how, nodes, Pair::default(), site);
    }

    /// Reports a change of two nodes with the texts of both sides.
    pub(super) fn note_text(
        &mut self,
        fact: impl Into<Fact>,
        how: (Edit, Relation),
        nodes: &Pair<Node<'d>>,
        text: Pair<Option<String>>,
        site: &Site,
    ) {
        self.cover_lone(how.0, nodes);
        self.report(fact, how, pointers(nodes), text, site);
    }

    /// Reports two nodes that differ, of which nothing is compared by itself.
    pub(super) fn whole(
        &mut self,
        fact: impl Into<Fact>,
        relation: Relation,
        nodes: &Pair<Node<'d>>,
        site: &Site,
    ) {
        self.cover(nodes.as_ref().map(Some));
        let how = (Edit::Changed, relation);
        self.report(fact, how, pointers(nodes), Pair::default(), site);
    }

    /// Reports two nodes of which some keywords are not comparable one by one.
    pub(super) fn replaced(
        &mut self,
        fact: impl Into<Fact>,
        relation: Relation,
        keywords: &[&str],
        nodes: &Pair<Node<'d>>,
        text: Pair<Option<String>>,
        site: &Site,
    ) {
        for keyword in keywords {
            self.cover(get(nodes, keyword).as_ref().map(Option::as_ref));
        }
        let at = get(nodes, keywords.first().copied().unwrap_or_default());
        let at = pointers(&or_container(at, nodes));
        self.report(fact, (Edit::Changed, relation), at, text, site);
    }

    /// Reports something that only one side has as the changes of its parts; if it has none, as a
    /// whole.
    pub(super) fn parts(
        &mut self,
        edit: Edit,
        whole: impl Into<Fact>,
        nodes: &Pair<Node<'d>>,
        site: &Site,
        report: impl FnOnce(&mut Self),
    ) {
        let before = self.conclusions;
        report(self);
        if self.conclusions == before {
            self.note(whole, (edit, Relation::EQUAL), nodes, site);
        } else {
            self.cover_lone(edit, nodes);
        }
    }

    /// Records that two ways of writing are equal. What is below them is compared by itself.
    pub(super) fn equal(&mut self, by: Normalisation, at: Pair<Pointer>) {
        self.conclusions += 1;
        self.normalised.push(Normalised {
            by,
            base: at.base,
            revision: at.revision,
        });
    }

    /// Compares keywords by their combined meaning: `compare` reports the changes at the location
    /// that it gets. If it reports none and the keywords differ, they are equal by `equal_by`.
    pub(super) fn meaning(
        &mut self,
        keywords: &[&str],
        equal_by: Normalisation,
        nodes: &Pair<Node<'d>>,
        compare: impl FnOnce(&mut Self, &Pair<Pointer>),
    ) {
        let written = nodes.as_ref().map(|node| {
            let found = keywords.iter().map(|keyword| {
                let value = node.get(keyword);
                value.filter(|value| is_well_formed(keyword, value.value))
            });
            found.collect::<Vec<_>>()
        });
        let first = written.as_ref().map(|found| {
            let mut found = found.iter().flatten();
            found.next().cloned()
        });
        let at = pointers(&or_container(first, nodes));
        let before = self.conclusions;
        compare(self, &at);
        for (coverage, found) in self.coverage.as_mut().zip(written.as_ref()).each() {
            let found = found.iter().flatten();
            found.for_each(|node| coverage.cover(node.value));
        }
        let values = written.as_ref().map(|found| {
            let values = found
                .iter()
                .map(|node| node.as_ref().map(|node| node.value));
            values.collect::<Vec<_>>()
        });
        if self.conclusions == before && values.differs() {
            self.equal(equal_by, at);
        }
    }

    /// Records that the changes of a keyword were reported where it applies.
    pub(super) fn explained(&mut self, keyword: &str, nodes: &Pair<Node<'d>>) {
        let values = get(nodes, keyword);
        let is_formed = |node: &&Node<'d>| is_well_formed(keyword, node.value);
        self.cover(values.as_ref().map(|node| node.as_ref().filter(is_formed)));
    }

    /// Whether two nodes are equal with everything that they refer to.
    pub(super) fn is_unchanged(&mut self, nodes: &Pair<Node<'d>>) -> bool {
        let is_unchanged = self.unchanged.includes(nodes);
        if is_unchanged {
            self.cover(nodes.as_ref().map(Some));
        }
        is_unchanged
    }

    /// Whether both nodes were compared, each by itself or member by member.
    pub(super) fn is_compared(&self, nodes: &Pair<Node<'d>>) -> bool {
        let all = self.coverage.as_ref().zip(nodes.as_ref()).each();
        all.into_iter()
            .all(|(coverage, node)| coverage.includes(node.value))
    }

    /// The pair of two schemas that a part of the API has.
    pub(super) fn linked(&mut self, nodes: &Pair<Node<'d>>, plain: bool) -> PairId {
        let links = Links::follow(self.trees.as_ref(), nodes.clone().map(Schema::from));
        for (coverage, followed) in self.coverage.as_mut().zip(links.followed).each() {
            followed.iter().for_each(|value| coverage.cover(value));
        }
        for renamed in links.renamed {
            let Pair { base, revision } = renamed.targets;
            self.renamed.push((base, revision));
            self.equal(Normalisation::ReferenceWritten, renamed.at);
        }
        self.schemas.pair(links.schemas, plain)
    }

    /// Takes over the results of comparing two schemas other than changes, once.
    pub(super) fn compared(&mut self, pair: PairId, comparison: &Comparison<'d>) {
        if !self.taken.insert(pair) {
            return;
        }
        let compared = comparison.compared.as_ref();
        for (coverage, compared) in self.coverage.as_mut().zip(compared).each() {
            coverage.compared(compared);
        }
        self.renamed.extend(comparison.renamed.iter().cloned());
        let normalised = comparison.normalised.iter();
        self.normalised.extend(normalised.cloned());
    }

    /// The locations that differ and that nothing compared.
    pub(super) fn missing(&self) -> Vec<Pointer> {
        let documents = self.trees.as_ref().map(|tree| tree.document());
        let Pair { base, revision } = &self.coverage;
        let mut missing = base.missing(documents.base, documents.revision);
        missing.extend(revision.missing(documents.revision, documents.base));
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The containers at a keyword, whose members are compared one by one.
    pub(super) fn containers(
        &mut self,
        keyword: &str,
        nodes: &Pair<Node<'d>>,
    ) -> Pair<Option<Node<'d>>> {
        let found = get(nodes, keyword);
        self.open(found.as_ref().map(Option::as_ref));
        found
    }

    fn cover(&mut self, nodes: Pair<Option<&Node<'d>>>) {
        for (coverage, node) in self.coverage.as_mut().zip(nodes).each() {
            if let Some(node) = node {
                coverage.cover(node.value);
            }
        }
    }

    /// Covers what only one side has.
    fn cover_lone(&mut self, edit: Edit, nodes: &Pair<Node<'d>>) {
        match edit {
            Edit::Removed => self.coverage.base.cover(nodes.base.value),
            Edit::Added => self.coverage.revision.cover(nodes.revision.value),
            Edit::Changed => {}
        }
    }

    fn open(&mut self, nodes: Pair<Option<&Node<'d>>>) {
        for (coverage, node) in self.coverage.as_mut().zip(nodes).each() {
            if let Some(node) = node {
                coverage.open(node.value);
            }
        }
    }

    /// Compares a keyword as a whole. `relation` is the effect of adding it.
    pub(super) fn keyword<F: Into<Fact>>(
        &mut self,
        fact: impl FnOnce(Edit) -> F,
        keyword: &str,
        relation: impl FnOnce(Edit) -> Relation,
        nodes: &Pair<Node<'d>>,
        site: &Site,
    ) {
        let found = get(nodes, keyword);
        self.cover(found.as_ref().map(Option::as_ref));
        let values = found
            .as_ref()
            .map(|node| node.as_ref().map(|node| node.value));
        let edit = Edit::between(values.base.is_some(), values.revision.is_some());
        if let Some(edit) = edit.filter(|_| values.differs()) {
            let text = values.map(|value| value.map(excerpt));
            let at = pointers(&or_container(found, nodes));
            self.report(fact(edit), (edit, relation(edit)), at, text, site);
        }
    }

    /// Compares a keyword that is `true` or not; what is absent is `false`. `relation` is the
    /// effect of setting it.
    pub(super) fn flag(
        &mut self,
        kinds: (Kind, Kind),
        keyword: &str,
        relation: Relation,
        nodes: &Pair<Node<'d>>,
        site: &Site,
    ) {
        let found = get(nodes, keyword);
        let is_flag = |node: &&Node<'d>| node.value.is_boolean();
        self.cover(found.as_ref().map(|node| node.as_ref().filter(is_flag)));
        let set = nodes.as_ref().map(|node| node.is_true(keyword));
        let (kind, edit, relation) = match (set.base, set.revision) {
            (false, true) => (kinds.0, Edit::Added, relation),
            (true, false) => (kinds.1, Edit::Removed, relation.mirrored()),
            _ => {
                let values = found
                    .as_ref()
                    .map(|node| node.as_ref().map(|node| node.value));
                if values.differs() && values.each().into_iter().flatten().all(Value::is_boolean) {
                    let at = pointers(&or_container(found, nodes));
                    self.equal(Normalisation::DefaultWritten, at);
                }
                return;
            }
        };
        let at = pointers(&or_container(found, nodes));
        self.report(kind, (edit, relation), at, Pair::default(), site);
    }

    /// Compares documentation, and the extensions that are not known here.
    pub(super) fn words(&mut self, words: &[&'static str], nodes: &Pair<Node<'d>>, site: &Site) {
        self.open(nodes.as_ref().map(Some));
        let equal = |_| Relation::EQUAL;
        for word in words {
            let fact = |_| (Kind::DocumentationChanged, *word);
            self.keyword(fact, word, equal, nodes, site);
        }
        for name in keys(nodes) {
            if name.starts_with("x-") && !KNOWN_EXTENSIONS.contains(&name) {
                let fact = |_| (Kind::ExtensionChanged, name);
                self.keyword(fact, name, equal, nodes, site);
            }
        }
    }

    /// Compares the announcements of an operation, a parameter or a header.
    pub(super) fn lifecycle(&mut self, nodes: &Pair<Node<'d>>, site: &Site) {
        let deprecated = nodes.as_ref().map(|node| node.is_true("deprecated"));
        let kinds = (Kind::EndpointDeprecated, Kind::EndpointReactivated);
        self.flag(kinds, "deprecated", Relation::EQUAL, nodes, site);
        let equal = |_| Relation::EQUAL;
        let sunset = Fact::Sunset {
            was_deprecated: deprecated.base,
            is_deprecated: deprecated.revision,
        };
        self.keyword(|_| sunset, SUNSET, equal, nodes, site);
        self.keyword(|_| Fact::Stability, STABILITY_LEVEL, equal, nodes, site);
        let date = |_| Kind::DeprecationDateChanged;
        self.keyword(date, DEPRECATED_ON, equal, nodes, site);
        self.keyword(|_| Kind::SuccessorChanged, SUCCESSOR, equal, nodes, site);
    }

    /// Follows the references on both sides. `None` if one does not resolve.
    pub(super) fn resolved(
        &mut self,
        nodes: &Pair<Node<'d>>,
        site: &Site,
    ) -> Option<Pair<Node<'d>>> {
        self.note_names(nodes);
        let resolved = self.trees.as_ref().zip(nodes.as_ref());
        let resolved = resolved.map(|(tree, node)| tree.resolve(node)).both();
        let references = nodes.as_ref().map(|node| node.get("$ref"));
        let referring = references.as_ref().zip(nodes.as_ref());
        let referring = referring.map(|(reference, node)| reference.as_ref().map(|_| node));
        self.open(referring);
        self.cover(references.as_ref().map(Option::as_ref));
        match (&references.base, &references.revision) {
            (Some(_), Some(_)) => {
                for name in keys(nodes).into_iter().filter(|name| *name != "$ref") {
                    let fact = |_| (Kind::IgnoredKeywordChanged, name);
                    self.keyword(fact, name, |_| Relation::EQUAL, nodes, site);
                }
            }
            (None, None) => {}
            _ if resolved.is_some() => {
                self.equal(Normalisation::ReferenceWritten, pointers(nodes));
            }
            _ => {}
        }
        if resolved.is_none() {
            let values = nodes.as_ref().map(|node| node.value);
            if values.differs() {
                let text = values.map(|value| Some(excerpt(value)));
                let how = (Edit::Changed, Relation::UNKNOWN);
                self.report(Kind::ReferenceChanged, how, pointers(nodes), text, site);
            }
            self.cover(nodes.as_ref().map(Some));
        }
        resolved
    }

    /// Notes the names of a component that both nodes refer to.
    pub(super) fn note_names(&mut self, nodes: &Pair<Node<'d>>) {
        let targets = nodes.as_ref().map(|node| {
            let reference = node.reference();
            reference.and_then(Pointer::from_reference)
        });
        if let Some(targets) = targets.both().filter(Pair::differs) {
            self.equal(Normalisation::ReferenceWritten, pointers(nodes));
            self.renamed.push((targets.base, targets.revision));
        }
    }
}

/// The keys of both objects, each once.
pub(super) fn keys<'d>(nodes: &Pair<Node<'d>>) -> Vec<&'d str> {
    let mut known = HashSet::new();
    let all = nodes.base.members().chain(nodes.revision.members());
    let keys = all.map(|(key, _)| key);
    keys.filter(|key| known.insert(*key)).collect()
}
