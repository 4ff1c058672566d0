//! Reading any journal ends in its rows or in an error, never in a panic; one that was cut off is
//! read without its last record.
//!
//! The input is a journal, or after a line `payloads` the payloads of one, a line each: no mutation
//! finds the checksums by chance.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use journal::{JournalError, JournalReader, OpenJournal};
use libfuzzer_sys::fuzz_target;
use src::journal;
use tempfile::TempDir;

#[path = "../../src"]
#[allow(dead_code, unused_imports, reason = "only the reading part is used")]
mod src {
    pub(crate) mod journal;
}

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| TempDir::new().expect("a folder"));
static FILE: LazyLock<PathBuf> = LazyLock::new(|| FOLDER.path().join("tasks.csv.journal"));

fuzz_target!(|bytes: &[u8]| {
    let Some(payloads) = bytes.strip_prefix(b"payloads\n") else {
        let _ = read(bytes);
        return;
    };
    let (bytes, ends) = framed(payloads);
    let whole = read(&bytes);
    // A truncated last record does not affect earlier records.
    let (Some(last), Some(before)) = (ends.last(), ends.iter().nth_back(1)) else {
        return;
    };
    let cut = read(&bytes[..last - 1]);
    assert!(cut.is_ok() || whole.is_err(), "{cut:?}");
    if let Ok(cut) = cut {
        assert_eq!(Some(cut), read(&bytes[..*before]).ok());
    }
});

/// Reads a journal, and everything that it holds about its rows.
fn read(bytes: &[u8]) -> Result<Vec<(String, String)>, JournalError> {
    fs::write(&*FILE, bytes).expect("a file to write");
    let (mut reader, history) = JournalReader::open(&FILE)?;
    let rows = history.rows().into_iter().map(|(key, row)| {
        let details = reader.details(&row).expect("the details of a row that was replayed");
        (key.to_string(), format!("{row:?} {details:?}"))
    });
    let rows = rows.collect();
    if let Some(destination) = &history.destination {
        let opened = OpenJournal::open(&FILE, destination).expect("a journal that was read");
        assert_eq!(opened.history, history);
    }
    Ok(rows)
}

/// Makes the records of payloads, and returns where each of them ends.
fn framed(payloads: &[u8]) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut ends, mut chain) = (Vec::new(), Vec::new(), 0);
    for payload in payloads.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let length = format!("{:08x}", payload.len());
        let check = checksum(chain, length.as_bytes());
        chain = checksum(chain, payload);
        bytes.extend(format!("{length} {check:08x} {chain:08x} ").bytes());
        bytes.extend(payload);
        bytes.push(b'\n');
        ends.push(bytes.len());
    }
    (bytes, ends)
}

fn checksum(chain: u32, bytes: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&chain.to_be_bytes());
    hasher.update(bytes);
    hasher.finalize()
}
