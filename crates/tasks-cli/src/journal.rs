#![doc = include_str!("journal.md")]

mod codec;
mod destination;
mod error;
mod file;
mod history;
mod read;
mod record;
mod storage;
#[cfg(test)]
mod tests;
mod writer;

pub(crate) use destination::Destination;
pub(crate) use error::JournalError;
pub(crate) use file::{Details, Journal, JournalReader, OpenJournal, shortened};
pub(crate) use history::{History, RowState};
pub(crate) use record::{ContentHash, RowKey, RowKeys, RowOutcome};
