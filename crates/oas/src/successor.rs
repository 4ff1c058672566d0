use chrono::NaiveDate;

use crate::Document;
use crate::diff::{OperationPair, Options, diff_operations};

/// The breaking changes between two operations of a document, by their `operationId`, as two
/// versions of one: for the rule about successors, [`Lint::compare`](crate::lint::Lint::compare).
/// Nothing if the document does not have both.
pub fn breaking_changes(document: &Document, base: &str, revision: &str) -> Vec<String> {
    // Lifecycle is not compared, so that the date does not matter.
    let options = Options::new(NaiveDate::MIN).without_witnesses();
    let ids = OperationPair { base, revision };
    let Ok(compared) = diff_operations(document, document, ids, &options) else {
        return Vec::new();
    };
    let breaking = compared.changes.into_iter();
    let breaking = breaking.filter(|change| change.is_breaking());
    breaking.map(|change| change.message).collect()
}
