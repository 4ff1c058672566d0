use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::difference::{Difference, Fact};
use super::judgement::Judgement;
use super::kinds::Kind;
use super::normalisation::Normalised;
use super::pair::Pair;
use super::readable::{Side, Unreadable, unreadable};
use super::site::{OperationName, Site};
use super::walk::{Collected, Walk, document, operations};
use super::witness::{Witness, Witnesses};
use crate::diagnostic::Severity;
use crate::fingerprint::hash;
use crate::model::Operation;
use crate::suggest::closest;
use crate::{Document, Pointer};

/// Options of a comparison.
#[derive(Debug, Clone)]
pub struct Options {
    /// The reference date for sunsets.
    pub today: NaiveDate,
    /// Maximum number of breaking changes of schemas for which a witness is searched. Each search
    /// may compile two schemas.
    witnesses: usize,
}

impl Options {
    /// The usual options, with witnesses for as many changes as a reviewer reads.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            witnesses: 1_000,
        }
    }

    /// Without witnesses: a change that no value shows keeps the severity of its kind.
    #[must_use]
    pub fn without_witnesses(self) -> Self {
        Self {
            witnesses: 0,
            ..self
        }
    }
}

/// The result of a comparison.
#[derive(Debug, Clone, Default)]
pub struct Diff {
    /// The changes, most severe first.
    pub changes: Vec<Change>,
    /// Parts that could not be read, and were not compared.
    pub unreadable: Vec<Unreadable>,
    /// Differences in writing that were proved to have no meaning.
    pub normalised: Vec<Normalised>,
}

impl Diff {
    /// Whether everything was compared.
    pub fn is_complete(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// Whether something could not be read that the revision does not fix.
    pub fn is_failed(&self) -> bool {
        self.unreadable.iter().any(|one| !one.is_fixed)
    }
}

/// A change with its severity.
#[derive(Debug, Clone)]
pub struct Change {
    /// The kind, with the subject that it names.
    pub id: String,
    /// The kind.
    pub kind: Kind,
    /// Its effect on existing clients.
    pub severity: Severity,
    /// One sentence, without a full stop.
    pub message: String,
    /// The difference.
    pub difference: Difference,
    /// The most severe occurrence.
    pub site: Site,
    /// Every operation in which it occurs, in the order of the documents.
    pub operations: Vec<Arc<OperationName>>,
    /// For a breaking change of a schema: a value that shows it, or the reason why there is none.
    pub witness: Option<Witness>,
    /// The reason of its approval.
    pub approval: Option<String>,
}

impl Change {
    /// Whether it is only about documentation.
    pub fn is_documentation(&self) -> bool {
        self.kind == Kind::DocumentationChanged
    }

    /// Whether it breaks an existing client and is not approved.
    pub fn is_breaking(&self) -> bool {
        self.severity == Severity::Error && self.approval.is_none()
    }

    /// The component that contains the change, by its name in the base if it has one there.
    pub fn component(&self) -> Option<String> {
        let name = |pointer: &Pointer| {
            let mut tokens = pointer.tokens();
            let is_component = tokens.next()? == "components";
            let _kind = tokens.next()?;
            let name = tokens.next()?;
            is_component.then(|| name.into_owned())
        };
        name(&self.difference.base).or_else(|| name(&self.difference.revision))
    }

    /// Other locations of a change that has several: base and revision of each.
    pub fn renames(&self) -> &[(Pointer, Pointer)] {
        match &self.difference.fact {
            Fact::Renamed(_, _, renames) => renames,
            _ => &[],
        }
    }

    /// A hash of the kind, the locations and the texts. It does not depend on lines, on messages or
    /// on the rest of the documents.
    pub fn fingerprint(&self) -> String {
        let difference = &self.difference;
        let parts = [
            self.id.as_str(),
            difference.base.as_str(),
            difference.revision.as_str(),
            difference.before.as_deref().unwrap_or_default(),
            difference.after.as_deref().unwrap_or_default(),
        ];
        // Begins with a letter, so that YAML does not read it as a number.
        format!("c{:015x}", hash(&parts) >> 4)
    }
}

/// Compares two documents.
///
/// Parts that cannot be read are listed, and the others are compared. If a document cannot be read
/// as a whole, nothing is compared.
pub fn diff(base: &Document, revision: &Document, options: &Options) -> Diff {
    let unreadable = unreadable(base, revision);
    if unreadable.iter().any(|one| one.is_whole) {
        return Diff {
            unreadable,
            ..Diff::default()
        };
    }
    result(
        document(base, revision),
        (base, revision),
        unreadable,
        options,
    )
}

/// Two operations, by their `operationId`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OperationPair<'a> {
    /// The operation of the base.
    pub base: &'a str,
    /// The operation of the revision.
    pub revision: &'a str,
}

/// An operation that a document does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("find the operation `{id}` in the {}", side.as_str())]
pub struct UnknownOperation {
    /// The document.
    pub side: Side,
    /// The `operationId`.
    pub id: String,
    /// The `operationId` of the document that is most similar.
    pub suggestion: Option<String>,
}

/// Compares two operations, of any documents, as two versions of one.
///
/// # Errors
///
/// If a document does not have the operation.
pub fn diff_operations(
    base: &Document,
    revision: &Document,
    ids: OperationPair<'_>,
    options: &Options,
) -> Result<Diff, UnknownOperation> {
    let unreadable = unreadable(base, revision);
    if unreadable.iter().any(|one| one.is_whole) {
        return Ok(Diff {
            unreadable,
            ..Diff::default()
        });
    }
    let pair = Pair::new(
        find(base, Side::Base, ids.base)?,
        find(revision, Side::Revision, ids.revision)?,
    );
    let walk = operations(Pair::new(base, revision), &pair);
    Ok(result(walk, (base, revision), unreadable, options))
}

fn find<'d>(
    document: &'d Document,
    side: Side,
    id: &str,
) -> Result<Operation<'d>, UnknownOperation> {
    let mut all = document.operations();
    let found = all.find(|operation| operation.node().str("operationId") == Some(id));
    found.ok_or_else(|| {
        let ids = document.operations();
        let ids = ids.filter_map(|operation| operation.node().str("operationId"));
        UnknownOperation {
            side,
            id: id.to_owned(),
            suggestion: closest(id, ids).map(str::to_owned),
        }
    })
}

fn result(
    walk: Walk<'_>,
    (base, revision): (&Document, &Document),
    unreadable: Vec<Unreadable>,
    options: &Options,
) -> Diff {
    let mut normalised = walk.normalised;
    let mut known = HashSet::new();
    normalised.retain(|one| known.insert(one.clone()));
    let mut witnesses = Witnesses::new(base, revision, options.witnesses);
    let changes = walk.collected.into_iter();
    let changes = changes.filter_map(|collected| judged(collected, options, &mut witnesses));
    let mut changes: Vec<Change> = changes.collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.severity));
    Diff {
        changes,
        unreadable,
        normalised,
    }
}

/// The differences without severities, in the order in which they were found.
pub fn differences(base: &Document, revision: &Document) -> Vec<Difference> {
    let walk = document(base, revision);
    let collected = walk.collected.into_iter();
    collected.map(|collected| collected.difference).collect()
}

fn judged(
    collected: Collected,
    options: &Options,
    witnesses: &mut Witnesses<'_>,
) -> Option<Change> {
    let Collected {
        difference,
        occurrences,
        mut operations,
    } = collected;
    let judged = occurrences.iter();
    let judged = judged.map(|one| (Judgement::of(&difference, one, options.today), one));
    let mut judged: Vec<_> = judged.collect();
    // Stable, so that the first of the most severe is the first.
    judged.sort_by_key(|(judgement, _)| std::cmp::Reverse(judgement.severity));
    let errors = judged
        .iter()
        .filter(|(judgement, _)| judgement.severity == Severity::Error);
    let mut shown = None;
    let mut witness = None;
    for (index, (judgement, occurrence)) in errors.enumerate() {
        let found = witnesses.of(judgement.kind, &difference, occurrence);
        let is_value = matches!(found, Some(Witness::Value(_)));
        if index == 0 || is_value {
            witness = found;
            shown = Some(index);
        }
        // A change for which no value is searched has none at other sites.
        if is_value || !matches!(witness, Some(Witness::NotFound)) {
            break;
        }
    }
    let (judgement, occurrence) = judged.get(shown.unwrap_or_default())?;
    let severity = match witness {
        // No value shows that it breaks a client.
        Some(Witness::NotFound) => Severity::Warning,
        _ => judgement.severity,
    };
    let mut known = HashSet::new();
    // Every mention of an operation shares its name.
    operations.retain(|operation| known.insert(Arc::as_ptr(operation)));
    Some(Change {
        id: judgement.id.clone(),
        kind: judgement.kind,
        severity,
        message: judgement.message(&difference, occurrence),
        site: occurrence.site.clone(),
        witness,
        approval: None,
        operations,
        difference,
    })
}
