use std::{
    io,
    sync::mpsc::{self, Receiver, Sender},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use super::{error::JournalError, read::Position, record::Record, storage::Storage};

/// Appends records durably, on a separate thread. Records that arrive during an fsync share the
/// next one.
#[derive(Debug)]
pub(super) struct Writer {
    entries: Sender<Entry>,
    thread: JoinHandle<WriterStats>,
}

/// Cost of durability.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WriterStats {
    pub(crate) records: u64,
    pub(crate) syncs: u64,
    pub(crate) sync_time: Duration,
}

#[derive(Debug)]
struct Entry {
    payload: String,
    is_intent: bool,
    done: oneshot::Sender<Result<(), JournalError>>,
}

impl Writer {
    pub(super) fn new(storage: impl Storage, position: Position) -> Self {
        let (entries, receiver) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut log = Log {
                storage,
                position,
                failure: None,
                stats: WriterStats::default(),
            };
            log.run(&receiver);
            log.stats
        });
        Self { entries, thread }
    }

    /// Returns when the record is durable. After an error no further record is accepted.
    pub(super) async fn append(&self, record: &Record) -> Result<(), JournalError> {
        let closed = || JournalError::Write("the writer ended".to_owned());
        let payload = serde_json::to_string(record);
        let payload = payload.map_err(|error| JournalError::Write(error.to_string()))?;
        let (done, result) = oneshot::channel();
        let is_intent = matches!(record, Record::Intent { .. });
        let entry = Entry {
            payload,
            is_intent,
            done,
        };
        self.entries.send(entry).map_err(|_| closed())?;
        result.await.unwrap_or_else(|_| Err(closed()))
    }

    pub(super) fn close(self) -> WriterStats {
        drop(self.entries);
        self.thread.join().unwrap_or_default()
    }
}

struct Log<S> {
    storage: S,
    /// End of the last durable record.
    position: Position,
    failure: Option<JournalError>,
    stats: WriterStats,
}

impl<S: Storage> Log<S> {
    fn run(&mut self, entries: &Receiver<Entry>) {
        while let Ok(first) = entries.recv() {
            let group = std::iter::once(first).chain(entries.try_iter());
            let (intents, others): (Vec<Entry>, Vec<Entry>) =
                group.partition(|entry| entry.is_intent);
            let (for_others, for_intents) = self.commit(&others, &intents);
            for (entries, result) in [(others, for_others), (intents, for_intents)] {
                for entry in entries {
                    // The waiting call may have been interrupted.
                    let _ = entry.done.send(result.clone());
                }
            }
        }
    }

    /// Intents come last: when they cannot be made durable they are removed again, because nothing
    /// was sent for them.
    fn commit(&mut self, others: &[Entry], intents: &[Entry]) -> (Committed, Committed) {
        if let Some(failure) = &self.failure {
            return (Err(failure.clone()), Err(failure.clone()));
        }
        let mut bytes = Vec::new();
        let middle = encode(self.position, others, &mut bytes);
        let end = encode(middle, intents, &mut bytes);
        let written = self.storage.append(&bytes);
        let synced = written.is_ok().then(|| self.sync());
        match (written, synced) {
            (Ok(()), Some(Ok(()))) => {
                self.position = end;
                self.stats.records += (others.len() + intents.len()) as u64;
                (Ok(()), Ok(()))
            }
            (Ok(()), failed) => {
                let error = failed.and_then(Result::err);
                let failure = self.fail(error.map(|error| error.to_string()), middle);
                (Err(failure.clone()), Err(failure))
            }
            (Err(error), _) => {
                let failure = self.fail(Some(error.to_string()), self.position);
                // The disk may have space for the outcomes alone.
                let length = (middle.offset - self.position.offset) as usize;
                let rescued = self
                    .storage
                    .append(&bytes[..length])
                    .and_then(|()| self.sync());
                if rescued.is_err() {
                    // If this fails as well, the rows of these outcomes are listed as unknown.
                    let _ = self.storage.truncate(self.position.offset);
                }
                (rescued.map_err(|_| failure.clone()), Err(failure))
            }
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let start = Instant::now();
        let result = self.storage.sync();
        self.stats.syncs += 1;
        self.stats.sync_time += start.elapsed();
        result
    }

    /// After a failed write or fsync the content of the disk is unknown: no further records are
    /// accepted.
    fn fail(&mut self, reason: Option<String>, keep: Position) -> JournalError {
        let failure = JournalError::Write(reason.unwrap_or_default());
        self.failure = Some(failure.clone());
        // If this fails as well, rows for which nothing was sent are listed as unknown.
        let _ = self.storage.truncate(keep.offset);
        failure
    }
}

type Committed = Result<(), JournalError>;

fn encode(from: Position, entries: &[Entry], bytes: &mut Vec<u8>) -> Position {
    let start = bytes.len();
    let chain = entries.iter().fold(from.chain, |chain, entry| {
        chain.encode(&entry.payload, bytes)
    });
    Position {
        offset: from.offset + (bytes.len() - start) as u64,
        chain,
    }
}
