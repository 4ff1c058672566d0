use std::io::{self, Read};

use super::{
    codec::{Chain, Frame},
    error::JournalError,
    record::Record,
};

/// Reads the records of a journal one by one.
pub(super) struct Records<R> {
    reader: R,
    buffer: Vec<u8>,
    /// Start of the next record in `buffer`.
    start: usize,
    is_at_end: bool,
    position: Position,
}

/// End of the last complete record, at which the next one is appended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) offset: u64,
    pub(super) chain: Chain,
}

impl<R: Read> Records<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            start: 0,
            is_at_end: false,
            position: Position::default(),
        }
    }

    pub(super) fn position(&self) -> Position {
        self.position
    }

    /// The next record with its offset; `None` at the end, or at an unfinished record.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Record)>, JournalError> {
        loop {
            let rest = &self.buffer[self.start..];
            match self.position.chain.decode(rest, self.is_at_end) {
                Frame::Complete(payload, length, chain) => {
                    let offset = self.position.offset;
                    let record = serde_json::from_slice(payload);
                    let record = record.map_err(|_| JournalError::Damaged { offset })?;
                    self.start += length;
                    self.position = Position {
                        offset: offset + length as u64,
                        chain,
                    };
                    return Ok(Some((offset, record)));
                }
                Frame::End => return Ok(None),
                Frame::Damaged => {
                    return Err(JournalError::Damaged {
                        offset: self.position.offset,
                    });
                }
                Frame::Incomplete => self
                    .fill()
                    .map_err(|error| JournalError::Read(std::sync::Arc::new(error)))?,
            }
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        const CHUNK: usize = 64 << 10;
        self.buffer.drain(..self.start);
        self.start = 0;
        let before = self.buffer.len();
        let read = (&mut self.reader)
            .take(CHUNK as u64)
            .read_to_end(&mut self.buffer)?;
        self.is_at_end = read < CHUNK;
        debug_assert_eq!(self.buffer.len(), before + read);
        Ok(())
    }
}
