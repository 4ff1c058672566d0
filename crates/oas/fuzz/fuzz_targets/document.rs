//! Loading and linting any bytes ends in diagnostics, never in a panic, and every location is in
//! the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oas::Document;
use oas::lint::Lint;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = Document::from_bytes("fuzz.yaml", bytes.to_vec()) {
        Lint::new(&document).run();
    }
});
