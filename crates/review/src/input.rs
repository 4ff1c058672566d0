use chrono::NaiveDate;
use client_codegen::surface::Part;
use oas::Document;
use oas::diff::Policy;

use crate::version::Release;

/// Input of a review: the states to compare, and the context of the report.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The document and its client in the base; `None` if the base cannot be read and nothing is
    /// compared.
    pub base: Option<Side<'a>>,
    /// The document and its client under review.
    pub revision: Side<'a>,
    /// The state at the baseline of [`Input::release`], if it differs from the base. The required
    /// version covers all changes since then.
    pub released: Option<Side<'a>>,
    /// The version of the published packages.
    pub release: &'a Release<'a>,
    /// Approvals and custom severities.
    pub policy: Policy<'a>,
    /// Path of the file with approvals, relative to the workspace.
    pub approvals: &'a str,
    /// The reason why the base cannot be read; `None` if it can be read.
    pub unreadable_base: Option<&'a str>,
    /// The error of the generator, if it cannot generate a client from the revision.
    pub failure: Option<&'a client_codegen::Error>,
    /// Paths of generated files that are out of date.
    pub stale: &'a [String],
    /// The repository, for links to lines.
    pub links: Option<Links<'a>>,
    /// The configuration of the linter.
    pub config: Option<&'a Document>,
    /// The configuration of the linter in the base.
    pub base_config: Option<&'a Document>,
    /// Reference date for sunset checks.
    pub today: NaiveDate,
}

/// One side of the comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// The published examples of the document.
    pub published: Option<&'a [Document]>,
    /// The source of the generated client; `None` if the side has no client yet.
    pub client: Option<&'a [Part]>,
    /// The client that the current generator writes for the document; [`Side::client`] may be an
    /// older, committed one.
    pub regenerated: Option<&'a [Part]>,
}

/// A repository on a code host, for links to lines.
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// URL of the repository, without a trailing slash.
    pub repository: &'a str,
    /// The commit of the base; `None` for a base outside the repository.
    pub base: Option<&'a str>,
    /// The reviewed commit; `None` if the reviewed tree has not been committed.
    pub revision: Option<&'a str>,
}
