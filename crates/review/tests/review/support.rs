//! A document, edits of it, and the inputs of a review.

use chrono::NaiveDate;
use client_codegen::Settings;
use client_codegen::surface::{Part, parts};
use oas::Document;
use oas::diff::Policy;
use review::{Baseline, Input, Outcome, Release, Side, review};
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
                .and_then(|generated| parts(&generated.source))
                .expect("a client can be generated"),
        }
    }

    /// The document with some strings replaced.
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
            regenerated: None,
        }
    }
}

/// A package that was released as 0.1.0, with its declared version.
pub(crate) fn package(declared: &str) -> Release<'static> {
    Release {
        packages: vec!["things-client".to_owned()],
        declared: declared.parse().expect("a version"),
        manifest: None,
        baseline: Some(Baseline {
            since: "v0.1.0".to_owned(),
            version: Version::new(0, 1, 0),
        }),
    }
}

/// The input of a review in which only the document has changed.
pub(crate) fn input<'a>(
    base: &'a State,
    revision: &'a State,
    release: &'a Release<'a>,
) -> Input<'a> {
    Input {
        base: Some(base.side()),
        revision: revision.side(),
        released: None,
        release,
        policy: Policy::default(),
        approvals: "openapi/approvals.yaml",
        unreadable_base: None,
        failure: None,
        stale: &[],
        links: None,
        config: None,
        base_config: None,
        today: NaiveDate::from_ymd_opt(2030, 1, 1).expect("a date"),
    }
}

pub(crate) fn reviewed(input: Input<'_>) -> Outcome<'_> {
    review(input).expect("the client is Rust")
}
