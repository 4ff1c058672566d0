use std::{
    fs::File,
    io::{self, Seek, SeekFrom, Write},
};

/// The file of a journal, as its writer uses it; tests inject a full disk and a failed fsync.
pub(super) trait Storage: Send + 'static {
    /// Appends bytes; after an error, some of them may have been written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns when everything appended survives a power failure.
    fn sync(&mut self) -> io::Result<()>;

    /// Removes the bytes from this offset on.
    fn truncate(&mut self, length: u64) -> io::Result<()>;
}

impl Storage for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)?;
        self.seek(SeekFrom::Start(length)).map(drop)
    }
}
