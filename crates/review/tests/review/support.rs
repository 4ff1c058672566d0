//! A document, edits of it, and what a review of them needs.

use chrono::NaiveDate;
use client_codegen::Settings;
use client_codegen::surface::{Part, parts};
use oas::Document;
use oas::diff::Policy;
use review::{Input, Outcome, Package, Side, review};
use semver::Version;

pub(crate) const BASE: &str = include_str!("things.yaml");

/// A document with its client.
pub(crate) struct State {
    pub(crate) document: Document,
    pub(crate) client: Vec<Part>,
}

impl State {
    pub(crate) fn new(text: &str) -> Self {
        let source = client_codegen::generate(text, &Settings::new("crate::client"));
        Self {
            document: Document::parse("openapi/things.yaml", text).expect("the text is YAML"),
            client: source
                .and_then(|source| parts(&source))
                .expect("a client can be generated"),
        }
    }

    /// The document with texts in it replaced by others.
    pub(crate) fn edited(edits: &[(&str, &str)]) -> Self {
        let replace = |text: String, (from, to): &(&str, &str)| {
            assert!(text.contains(from), "the document has no `{from}`");
            text.replace(from, to)
        };
        Self::new(&edits.iter().fold(BASE.to_owned(), replace))
    }

    pub(crate) fn side(&self) -> Side<'_> {
        Side {
            document: &self.document,
            published: None,
            client: Some(&self.client),
        }
    }
}

/// A package that was released as 0.1.0, and says that it is `declared` now.
pub(crate) fn package(declared: &str) -> Package {
    Package {
        name: "things-client".to_owned(),
        since: "things-client-v0.1.0".to_owned(),
        before: Version::new(0, 1, 0),
        declared: declared.parse().expect("a version"),
    }
}

/// What there is to review, when nothing but the document has changed.
pub(crate) fn input<'a>(base: &'a State, revision: &'a State, package: &'a Package) -> Input<'a> {
    Input {
        base: base.side(),
        revision: revision.side(),
        released: None,
        package,
        policy: Policy::default(),
        failure: None,
        stale: &[],
        today: NaiveDate::from_ymd_opt(2030, 1, 1).expect("a date"),
    }
}

pub(crate) fn reviewed(input: Input<'_>) -> Outcome<'_> {
    review(input).expect("the client is Rust")
}
