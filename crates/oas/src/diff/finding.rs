use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::change::{Change, Kind};
use super::classify;
use super::site::{OperationName, Site};
use super::walk::{Collected, Walk};
use super::witness::{Witness, Witnesses};
use super::{id, message};
use crate::{Document, Severity};

/// What a comparison needs to know besides the two documents.
#[derive(Debug, Clone)]
pub struct Options {
    /// The date at which a sunset has come or has not.
    pub today: NaiveDate,
    /// How many breaking changes of schemas get a witness. Each may need two schemas compiled.
    pub witnesses: usize,
}

impl Options {
    /// The usual: witnesses for as many changes as anybody reads.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            witnesses: 100,
        }
    }

    /// Judgements alone.
    #[must_use]
    pub fn without_witnesses(self) -> Self {
        Self {
            witnesses: 0,
            ..self
        }
    }
}

/// A change and its judgement.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The kind of change, in kebab-case.
    pub id: String,
    /// What it means for the clients that exist.
    pub severity: Severity,
    /// One sentence, without a full stop.
    pub message: String,
    /// The fact.
    pub change: Change,
    /// Where it weighs most.
    pub site: Site,
    /// Every operation it is met in, in the order of the documents.
    pub operations: Vec<Arc<OperationName>>,
    /// For a breaking change of a schema: a value that shows it, or why there is none.
    pub witness: Option<Witness>,
    /// Why somebody accepted it, if anybody did.
    pub approval: Option<String>,
}

impl Finding {
    /// Whether it is about words for people and nothing else.
    pub fn is_documentation(&self) -> bool {
        matches!(self.change.kind, Kind::Documentation(_))
    }

    /// Whether it breaks a client that was right, and nobody accepted that.
    pub fn is_breaking(&self) -> bool {
        self.severity == Severity::Error && self.approval.is_none()
    }

    /// What tells it from every other change: the kind, the places and what stands there. It does
    /// not depend on lines, on wording or on the rest of the documents.
    pub fn fingerprint(&self) -> String {
        let change = &self.change;
        let parts = [
            self.id.as_str(),
            change.base.as_str(),
            change.revision.as_str(),
            change.before.as_deref().unwrap_or_default(),
            change.after.as_deref().unwrap_or_default(),
        ];
        // FNV-1a: the same everywhere and for ever, and nobody gains from a collision.
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        // Begins with a letter, so that YAML takes none for a number.
        format!("c{:015x}", hash >> 4)
    }
}

/// Compares two documents: everything that is different, the gravest first.
pub fn diff(base: &Document, revision: &Document, options: &Options) -> Vec<Finding> {
    let mut walk = Walk::new(base, revision);
    walk.document();
    let mut witnesses = Witnesses::new(base, revision, options.witnesses);
    let judged = walk
        .collected
        .into_iter()
        .filter_map(|collected| judge(collected, options, &mut witnesses));
    let mut findings: Vec<Finding> = judged.collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    findings
}

/// The facts alone, in the order in which the walk met them.
pub fn changes(base: &Document, revision: &Document) -> Vec<Change> {
    let mut walk = Walk::new(base, revision);
    walk.document();
    walk.collected
        .into_iter()
        .map(|collected| collected.change)
        .collect()
}

fn judge(
    collected: Collected,
    options: &Options,
    witnesses: &mut Witnesses<'_>,
) -> Option<Finding> {
    let Collected {
        change,
        met,
        mut operations,
    } = collected;
    let today = options.today;
    let judged = met
        .iter()
        .map(|met| (classify::severity(&change, met, today), met));
    // The first of the gravest: `max_by_key` would take the last.
    let (severity, gravest) = judged.rev().max_by_key(|(severity, _)| *severity)?;
    let mut known = HashSet::new();
    operations.retain(|operation| known.insert(Arc::clone(operation)));
    Some(Finding {
        id: id::id(&change, gravest, today),
        severity,
        message: message::message(&change, gravest, today),
        site: gravest.site.clone(),
        witness: (severity == Severity::Error)
            .then(|| witnesses.of(&change, gravest))
            .flatten(),
        approval: None,
        operations,
        change,
    })
}
