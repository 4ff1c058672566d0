//! Parses arbitrary `Retry-After`, `Date`, `Deprecation`, `Sunset` and `Link` headers: no input
//! causes a panic.
//!
//! The input is text with a line per header: `name: value`.
#![no_main]

use std::time::{Duration, SystemTime};

use chrono::NaiveDate;
use client_runtime::Lifecycle;
use libfuzzer_sys::fuzz_target;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};

/// The module is private, and reads headers only.
#[path = "../../src/retry"]
mod retry {
    pub(crate) mod retry_after;
}

fuzz_target!(|bytes: &[u8]| {
    let headers = headers(bytes);
    let delay = retry::retry_after::retry_after(&headers, SystemTime::UNIX_EPOCH);
    for value in headers.get_all(RETRY_AFTER) {
        let seconds = value.to_str().ok().and_then(|value| value.parse().ok());
        if let Some(seconds) = seconds {
            assert!(delay >= Some(Duration::from_secs(seconds)), "{headers:?}: {delay:?}");
        }
    }
    if let Some(lifecycle) = Lifecycle::announced(&headers) {
        lifecycle.days_left(NaiveDate::MIN);
        lifecycle.days_left(NaiveDate::MAX);
        for link in &lifecycle.links {
            assert!(!link.relation.contains(|c: char| c.is_ascii_uppercase() || c == ' '));
        }
    }
});

fn headers(bytes: &[u8]) -> HeaderMap {
    let lines = bytes.split(|byte| *byte == b'\n');
    let headers = lines.filter_map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = HeaderName::from_bytes(&line[..colon]).ok()?;
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).ok()?;
        Some((name, value))
    });
    let mut map = HeaderMap::new();
    headers.for_each(|(name, value)| drop(map.append(name, value)));
    map
}
