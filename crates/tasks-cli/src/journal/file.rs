use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    path::Path,
    sync::Arc,
};

use chrono::{SecondsFormat, Utc};
use fs4::{FileExt, TryLockError};

use super::{
    codec::HEADER,
    destination::Destination,
    error::JournalError,
    history::{History, RowState},
    read::Position,
    record::{ContentHash, Record, RowKey, RowOutcome, VERSION},
    writer::{Writer, WriterStats},
};

/// The journal before a run: read, and locked against other runs.
#[derive(Debug)]
pub(crate) struct OpenJournal {
    pub(crate) history: History,
    pub(crate) reader: JournalReader,
    destination: Destination,
    position: Position,
}

/// The journal during a run, open for appending.
#[derive(Debug)]
pub(crate) struct Journal {
    writer: Writer,
}

impl OpenJournal {
    /// Opens a journal, or creates an empty one.
    pub(crate) fn open(path: &Path, destination: &Destination) -> Result<Self, JournalError> {
        let open = |error| JournalError::Open(Arc::new(error));
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path).map_err(open)?;
        require_file(&file).map_err(open)?;
        lock(&file)?;
        let (history, position) = History::read(&file)?;
        if let Some(journal) = &history.destination
            && journal != destination
        {
            return Err(JournalError::OtherDestination {
                journal: journal.clone(),
                run: destination.clone(),
            });
        }
        Ok(Self {
            history,
            reader: JournalReader { file },
            destination: destination.clone(),
            position,
        })
    }

    /// Recovers the journal, and starts to append to it: an unfinished last record is removed.
    pub(crate) async fn start(self, path: &Path) -> Result<Journal, JournalError> {
        let open = |error| JournalError::Open(Arc::new(error));
        let JournalReader { mut file } = self.reader;
        recover(&mut file, self.position).map_err(open)?;
        let journal = Journal {
            writer: Writer::new(file, self.position),
        };
        if self.history.destination.is_none() {
            let record = Record::Journal {
                version: VERSION,
                program: concat!("tasks ", env!("CARGO_PKG_VERSION")).to_owned(),
                destination: self.destination,
            };
            journal.writer.append(&record).await?;
            sync_directory(path).map_err(open)?;
        }
        Ok(journal)
    }
}

impl Journal {
    /// Records the start of a run, and the rows that no earlier run has seen.
    pub(crate) async fn begin(
        &self,
        rows: u64,
        api_version: &str,
        new: &[ContentHash],
    ) -> Result<(), JournalError> {
        const PER_RECORD: usize = 1024;
        for hashes in new.chunks(PER_RECORD) {
            let rows = hashes.iter().map(ToString::to_string).collect();
            self.writer.append(&Record::Seen { rows }).await?;
        }
        let run = Record::Run {
            at: now(),
            rows,
            api_version: api_version.to_owned(),
        };
        self.writer.append(&run).await
    }

    /// Records that the request of a row is about to be sent. It must not be sent before this
    /// returns `Ok`.
    pub(crate) async fn intent(
        &self,
        row: RowKey,
        number: u64,
        line: u64,
        title: &str,
    ) -> Result<(), JournalError> {
        let intent = Record::Intent {
            row,
            number,
            line,
            title: shortened(title),
            at: now(),
        };
        self.writer.append(&intent).await
    }

    /// Records the outcome of a row whose intent is recorded.
    pub(crate) async fn outcome(
        &self,
        row: RowKey,
        outcome: RowOutcome,
        details: Details,
    ) -> Result<(), JournalError> {
        let Details {
            id,
            status,
            message,
            request_id,
            ..
        } = details;
        let outcome = Record::Outcome {
            row,
            outcome,
            id,
            status,
            message: message.as_deref().map(shortened),
            request_id,
            at: now(),
        };
        self.writer.append(&outcome).await
    }

    /// Waits for the last records.
    pub(crate) fn close(self) -> WriterStats {
        self.writer.close()
    }
}

/// Read access to a journal, to which a run may be appending.
#[derive(Debug)]
pub(crate) struct JournalReader {
    file: File,
}

/// Strings of a row in a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Details {
    pub(crate) title: String,
    pub(crate) id: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
}

impl JournalReader {
    pub(crate) fn open(path: &Path) -> Result<(Self, History), JournalError> {
        let open = |error| JournalError::Open(Arc::new(error));
        let file = File::open(path).map_err(open)?;
        require_file(&file).map_err(open)?;
        let (history, _) = History::read(&file)?;
        Ok((Self { file }, history))
    }

    pub(crate) fn details(&mut self, row: &RowState) -> Result<Details, JournalError> {
        let mut details = Details::default();
        if let Record::Intent { title, .. } = self.record(row.intent_at)? {
            details.title = title;
        }
        if let Some(offset) = row.outcome_at
            && let Record::Outcome {
                id,
                status,
                message,
                request_id,
                ..
            } = self.record(offset)?
        {
            details = Details {
                id,
                status,
                message,
                request_id,
                ..details
            };
        }
        Ok(details)
    }

    /// Reads a record that was validated by the replay.
    fn record(&mut self, offset: u64) -> Result<Record, JournalError> {
        let mut read = || -> io::Result<Record> {
            let mut header = [0; HEADER];
            self.file.seek(SeekFrom::Start(offset))?;
            self.file.read_exact(&mut header)?;
            let length = std::str::from_utf8(&header[..8]).ok();
            let length = length.and_then(|digits| u64::from_str_radix(digits, 16).ok());
            let mut payload = Vec::new();
            (&self.file)
                .take(length.unwrap_or_default())
                .read_to_end(&mut payload)?;
            Ok(serde_json::from_slice(&payload)?)
        };
        read().map_err(|error| JournalError::Read(Arc::new(error)))
    }
}

/// Rejects devices, which may be endless and store nothing.
fn require_file(file: &File) -> io::Result<()> {
    match file.metadata()?.is_file() {
        true => Ok(()),
        false => Err(io::Error::other("not a regular file")),
    }
}

fn lock(file: &File) -> Result<(), JournalError> {
    // Not `file.try_lock()`: newer compilers have a method of that name.
    FileExt::try_lock(file).map_err(|error| match error {
        TryLockError::WouldBlock => JournalError::Locked,
        TryLockError::Error(error) => JournalError::Open(Arc::new(error)),
    })
}

fn recover(file: &mut File, position: Position) -> io::Result<()> {
    if file.metadata()?.len() > position.offset {
        file.set_len(position.offset)?;
        file.sync_all()?;
    }
    file.seek(SeekFrom::Start(position.offset)).map(drop)
}

/// Syncs the directory, so that a new file survives a power failure.
fn sync_directory(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let parent = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        File::open(parent.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Time of a record, for display only: the order of the records is that of the file.
fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Truncates a string for a journal, which needs it for listings and comparisons only.
pub(crate) fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 200;
    text.chars().take(MAX_CHARS).collect()
}
