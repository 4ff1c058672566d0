use chrono::NaiveDate;
use client_codegen::surface::Part;
use oas::Document;
use oas::diff::Policy;

use crate::Package;

/// What is to be reviewed.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The document and its client as they were.
    pub base: Side<'a>,
    /// The document and its client as they are to be.
    pub revision: Side<'a>,
    /// The release at [`Package::since`], where that is not the base: the version is judged by all that came after it.
    pub released: Option<Side<'a>>,
    /// The package that the client is published as.
    pub package: &'a Package,
    /// What was decided about changes beforehand.
    pub policy: Policy<'a>,
    /// Why no client can be generated from the revision, if none can.
    pub failure: Option<&'a str>,
    /// Generated files that are not as they would be generated, by path.
    pub stale: &'a [String],
    /// The date to judge by.
    pub today: NaiveDate,
}

/// One of the two sides.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The document.
    pub document: &'a Document,
    /// The documents that the vendor published as examples with it.
    pub published: Option<&'a [Document]>,
    /// The source of the generated client; `None` if the side has no client yet.
    pub client: Option<&'a [Part]>,
}
