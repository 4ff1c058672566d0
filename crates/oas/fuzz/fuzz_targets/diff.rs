//! The comparison of two documents, cut from one input at a line `===`, is empty for equal ones and
//! never panics.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use oas::Document;
use oas::diff::{Options, diff};

fuzz_target!(|text: &str| {
    let Some((base, revision)) = text.split_once("\n===\n") else {
        return;
    };
    let read = |text: &str| Document::parse("fuzz.yaml", text).ok();
    let (Some(base), Some(revision)) = (read(base), read(revision)) else {
        return;
    };
    let options = Options::new(NaiveDate::default());
    diff(&base, &revision, &options);
    assert!(diff(&base, &base, &options).changes.is_empty());
});
