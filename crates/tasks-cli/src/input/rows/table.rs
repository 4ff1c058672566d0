use std::{
    cell::RefCell,
    io::{self, BufRead, Read},
    rc::Rc,
};

use super::columns::{CellError, Columns, Mapping};
use crate::{
    due::Zone,
    input::{error::InputError, schema::TaskSchema, source::Location},
};

/// Reads the rows of a CSV or TSV text.
pub(super) struct Table<R> {
    name: String,
    records: csv::Reader<Tee<R>>,
    record: csv::StringRecord,
    window: Rc<RefCell<Window>>,
    separator: u8,
    columns: Columns,
    zone: Option<Zone>,
    /// First line of the current record, or of the blank lines before it.
    line: usize,
    /// Offset of the start of `line`'s record.
    offset: u64,
}

/// Text from the current record on: a record does not contain the positions of its cells.
#[derive(Default)]
struct Window {
    bytes: Vec<u8>,
    /// Offset of the first byte.
    start: u64,
}

struct Tee<R> {
    reader: R,
    window: Rc<RefCell<Window>>,
}

impl<R: Read> Read for Tee<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.window
            .borrow_mut()
            .bytes
            .extend_from_slice(&buffer[..read]);
        Ok(read)
    }
}

/// A row as a JSON value, and its first line.
pub(super) type TableRow = Result<(serde_json::Value, usize), Vec<InputError>>;

impl<R: BufRead> Table<R> {
    /// Reads the header. The default separator is the most frequent one in the header.
    pub(super) fn new(
        name: &str,
        mut reader: R,
        separator: Option<u8>,
        mappings: &[Mapping],
        zone: Option<Zone>,
        schema: &TaskSchema,
    ) -> Result<Self, Vec<InputError>> {
        let unlocated = |message: String| {
            vec![InputError {
                location: None,
                message: format!("{name}: {message}"),
            }]
        };
        let failed = |error: io::Error| unlocated(format!("failed to read the table: {error}"));
        let mut line = 1;
        let stated = stated_separator(reader.fill_buf().map_err(failed)?);
        if stated.is_some() {
            reader.skip_until(b'\n').map_err(failed)?;
            line = 2;
        }
        let start = reader.fill_buf().map_err(failed)?;
        let separator = separator
            .or(stated)
            .unwrap_or_else(|| most_used_separator(start));
        let window = Rc::new(RefCell::new(Window::default()));
        let tee = Tee {
            reader,
            window: Rc::clone(&window),
        };
        let mut records = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(tee);
        let mut header = csv::StringRecord::new();
        let found = records.read_record(&mut header);
        match found {
            Ok(true) => {}
            Ok(false) => {
                return Err(unlocated(
                    "missing header: the first row names the columns".to_owned(),
                ));
            }
            Err(error) => return Err(unlocated(error.to_string())),
        }
        let mut table = Self {
            name: name.to_owned(),
            records,
            record: header,
            window,
            separator,
            columns: Columns::default(),
            zone,
            line,
            offset: 0,
        };
        match Columns::new(table.record.iter(), mappings, schema) {
            Ok(columns) => table.columns = columns,
            Err(errors) => return Err(table.located(errors)),
        }
        Ok(table)
    }

    /// The next row that is not blank.
    pub(super) fn next(&mut self) -> Option<TableRow> {
        loop {
            self.advance();
            match self.records.read_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    return Some(Err(vec![InputError {
                        location: Some(self.location(0)),
                        message: match error.into_kind() {
                            csv::ErrorKind::Io(error) => format!("failed to read the row: {error}"),
                            other => format!("{other:?}"),
                        },
                    }]));
                }
            }
            if self.record.iter().all(|cell| cell.trim().is_empty()) && !self.has_open_quote() {
                continue;
            }
            return Some(self.row());
        }
    }

    /// Moves to the next record.
    fn advance(&mut self) {
        let next = self.records.position().byte();
        let mut window = self.window.borrow_mut();
        let passed = (next - self.offset) as usize;
        let passed = window.from(self.offset).iter().take(passed);
        self.line += passed.filter(|byte| **byte == b'\n').count();
        self.offset = next;
        window.forget_before(next);
    }

    fn row(&self) -> TableRow {
        if self.has_open_quote() {
            let (cells, _) = self.cells();
            let last = cells.len().saturating_sub(1);
            let message = "unterminated quoted cell".to_owned();
            return Err(self.located(vec![(last, message)]));
        }
        let (found, expected) = (self.record.len(), self.columns.len());
        let has_text = self
            .record
            .iter()
            .skip(expected)
            .any(|cell| !cell.trim().is_empty());
        if found < expected || has_text {
            let message = format!("expected {expected} cells as in the header, found {found}");
            return Err(self.located(vec![(0, message)]));
        }
        let value = self.columns.value(self.record.iter(), self.zone.as_ref());
        let value = value.map_err(|errors| self.located(errors))?;
        Ok((value, self.line()))
    }

    /// The location of the cell that fills a JSON pointer of the row, or of the row itself.
    pub(super) fn location_of(&self, pointer: &oas::Pointer) -> Location {
        self.location(self.columns.at(pointer).unwrap_or_default())
    }

    fn located(&self, errors: Vec<CellError>) -> Vec<InputError> {
        let errors = errors.into_iter().map(|(cell, message)| InputError {
            location: Some(self.location(cell)),
            message,
        });
        errors.collect()
    }

    fn line(&self) -> usize {
        self.line + self.blank_lines()
    }

    fn location(&self, cell: usize) -> Location {
        let (cells, text) = self.cells();
        let at = cells.get(cell).copied().unwrap_or_default();
        let before = &text[..at.min(text.len())];
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        let in_line = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        Location {
            file: self.name.clone(),
            line: self.line() + lines,
            column: String::from_utf8_lossy(&before[in_line..]).chars().count() + 1,
        }
    }

    /// Number of blank lines before the record, which the reader counts as a part of it.
    fn blank_lines(&self) -> usize {
        let window = self.window.borrow();
        let bytes = window.from(self.offset);
        let breaks = bytes
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        breaks.filter(|byte| **byte == b'\n').count()
    }

    fn has_open_quote(&self) -> bool {
        let (_, text) = self.cells();
        cells(&text, self.separator).1
    }

    /// Start of each cell, in the text of the record.
    fn cells(&self) -> (Vec<usize>, Vec<u8>) {
        let window = self.window.borrow();
        let bytes = window.from(self.offset);
        let end = self.records.position().byte().saturating_sub(self.offset) as usize;
        let text = &bytes[..end.min(bytes.len())];
        let breaks = text
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        let text = text[breaks..].to_vec();
        (cells(&text, self.separator).0, text)
    }
}

impl Window {
    fn forget_before(&mut self, offset: u64) {
        let passed = offset.saturating_sub(self.start) as usize;
        // Moving the rest is linear in its length.
        if passed > self.bytes.len() / 2 {
            self.bytes.drain(..passed.min(self.bytes.len()));
            self.start = offset;
        }
    }

    fn from(&self, offset: u64) -> &[u8] {
        let at = offset.saturating_sub(self.start) as usize;
        &self.bytes[at.min(self.bytes.len())..]
    }
}

/// The starts of the cells of a record, and whether the quote of its last cell is open.
fn cells(text: &[u8], separator: u8) -> (Vec<usize>, bool) {
    let mut starts = vec![0];
    let mut is_quoted = false;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let begins_cell = starts.last() == Some(&at);
        match byte {
            b'"' if is_quoted && text.get(at + 1) == Some(&b'"') => at += 1,
            b'"' if is_quoted || begins_cell => is_quoted = !is_quoted,
            byte if *byte == separator && !is_quoted => starts.push(at + 1),
            _ => {}
        }
        at += 1;
    }
    (starts, is_quoted)
}

/// The separator of a first line such as `sep=;`, which Excel reads and writes.
fn stated_separator(start: &[u8]) -> Option<u8> {
    let rest = start.strip_prefix(b"sep=")?;
    match rest {
        [separator, b'\r' | b'\n', ..] => Some(*separator),
        _ => None,
    }
}

fn most_used_separator(start: &[u8]) -> u8 {
    let mut is_quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in start {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            byte => {
                let count = counts.iter_mut().find(|(separator, _)| separator == byte);
                if let Some((_, count)) = count {
                    *count += 1;
                }
            }
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| *separator)
}
