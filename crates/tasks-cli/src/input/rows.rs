//! Rows of an input that may be too large for the memory: they are read one by one, in several
//! passes.

mod columns;
mod decode;
mod table;
#[cfg(test)]
mod tests;
mod tree;

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use clap::ValueEnum;
use serde_json::{Value, value::RawValue};
use sha2::{Digest, Sha256};
use tasks_client::types::NewPrototypeTask;

use super::{
    error::InputError,
    overrides::Overrides,
    schema::TaskSchema,
    source::{Location, Source},
    tasks::{self, Tasks},
};
use crate::{due::Zone, journal::ContentHash};
pub(crate) use columns::Mapping;
use decode::Utf8Reader;
use table::Table;

/// An input of rows.
pub(crate) struct RowSource {
    name: String,
    content: Content,
    format: RowFormat,
    options: RowOptions,
}

/// Options for reading the rows of an input.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowOptions {
    pub(crate) format: Option<RowFormat>,
    pub(crate) mappings: Vec<Mapping>,
    pub(crate) zone: Option<Zone>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    Csv,
    Tsv,
    /// JSON Lines: one object per line.
    Jsonl,
    /// A JSON array of objects, at most 64 MiB long.
    Json,
}

/// One valid row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) location: Location,
    /// Number among the rows, from 1.
    pub(crate) number: u64,
    pub(crate) task: NewPrototypeTask,
    pub(crate) content: ContentHash,
}

enum Content {
    File(PathBuf),
    /// Standard input, in a temporary file that is removed at exit.
    Spooled(File),
}

/// The rows of one pass over the input.
pub(crate) type Rows<'s> = Box<dyn Iterator<Item = Result<Row, Vec<InputError>>> + 's>;

impl RowSource {
    /// Opens a file; `-` is standard input.
    pub(crate) fn open(path: &str, options: RowOptions) -> anyhow::Result<Self> {
        let (name, content) = match path {
            "-" => ("<stdin>", Content::Spooled(spooled()?)),
            path => (path, Content::File(path.into())),
        };
        let mut source = Self {
            name: name.to_owned(),
            content,
            format: RowFormat::Csv,
            options,
        };
        source.format = match source.options.format.or_else(|| format_of(Path::new(path))) {
            Some(format) => format,
            None => source.format_of_content()?,
        };
        if !source.options.mappings.is_empty() && source.separator().is_err() {
            bail!("--map applies only to CSV and TSV; {name} is JSON");
        }
        Ok(source)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Starts a pass over the rows.
    pub(crate) fn rows(&self) -> anyhow::Result<Rows<'_>> {
        let schema = TaskSchema::get()?;
        match self.separator() {
            Ok(separator) => {
                let RowOptions { mappings, zone, .. } = &self.options;
                let reader = self.reader()?;
                let table = Table::new(
                    &self.name,
                    reader,
                    separator,
                    mappings,
                    zone.clone(),
                    schema,
                );
                Ok(match table {
                    Ok(table) => Box::new(TableRows {
                        table,
                        schema,
                        number: 0,
                    }),
                    Err(errors) => Box::new(std::iter::once(Err(errors))),
                })
            }
            Err(RowFormat::Jsonl) => Ok(Box::new(LineRows {
                name: &self.name,
                reader: self.reader()?,
                line: 0,
                number: 0,
            })),
            Err(_) => self.array(),
        }
    }

    fn array(&self) -> anyhow::Result<Rows<'_>> {
        let source = Source::from_reader(&self.name, self.reader()?)?;
        let tasks = Tasks::read(&source, &Overrides::default());
        Ok(match tasks {
            Err(errors) => Box::new(std::iter::once(Err(errors))),
            Ok(tasks) => {
                let inputs = tasks.inputs.into_iter().zip(1..);
                Box::new(inputs.map(|(input, number)| {
                    let location = input.location.unwrap_or_default();
                    row(location, number, input.task)
                }))
            }
        })
    }

    /// The separator of a table, `None` if the header determines it; `Err` for other formats.
    fn separator(&self) -> Result<Option<u8>, RowFormat> {
        match self.format {
            RowFormat::Csv => Ok(None),
            RowFormat::Tsv => Ok(Some(b'\t')),
            other => Err(other),
        }
    }

    fn reader(&self) -> anyhow::Result<BufReader<Utf8Reader<Box<dyn Read>>>> {
        let file: io::Result<Box<dyn Read>> = match &self.content {
            Content::File(path) => File::open(path).map(|file| Box::new(file) as _),
            Content::Spooled(file) => file.try_clone().and_then(|mut file| {
                file.seek(SeekFrom::Start(0))?;
                Ok(Box::new(file) as _)
            }),
        };
        let file = file.with_context(|| format!("failed to read {}", self.name))?;
        Ok(BufReader::with_capacity(64 << 10, Utf8Reader::new(file)))
    }

    /// Format of an input whose name has no known extension: JSON begins with a bracket, and the
    /// header of a table does not.
    fn format_of_content(&self) -> anyhow::Result<RowFormat> {
        let mut reader = self.reader()?;
        let start = reader
            .fill_buf()
            .with_context(|| format!("failed to read {}", self.name))?;
        Ok(match start.trim_ascii_start().first() {
            Some(b'[') => RowFormat::Json,
            Some(b'{') => RowFormat::Jsonl,
            _ => RowFormat::Csv,
        })
    }
}

fn format_of(path: &Path) -> Option<RowFormat> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "csv" => Some(RowFormat::Csv),
        "tsv" | "tab" => Some(RowFormat::Tsv),
        "jsonl" | "ndjson" => Some(RowFormat::Jsonl),
        "json" => Some(RowFormat::Json),
        _ => None,
    }
}

fn spooled() -> anyhow::Result<File> {
    let spool = || -> io::Result<File> {
        let mut file = tempfile::tempfile()?;
        io::copy(&mut io::stdin().lock(), &mut file)?;
        Ok(file)
    };
    spool().context("failed to read standard input into a temporary file")
}

struct TableRows<R> {
    table: Table<R>,
    schema: &'static TaskSchema,
    number: u64,
}

impl<R: BufRead> Iterator for TableRows<R> {
    type Item = Result<Row, Vec<InputError>>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.table.next()?;
        self.number += 1;
        Some(row.and_then(|(value, line)| self.row(value, line)))
    }
}

impl<R: BufRead> TableRows<R> {
    fn row(&self, value: Value, line: usize) -> Result<Row, Vec<InputError>> {
        let located = |pointer: &oas::Pointer, message| InputError {
            location: Some(self.table.location_of(pointer)),
            message,
        };
        let violations = self.schema.violations(&value).into_iter();
        let errors: Vec<_> = violations
            .map(|violation| located(&violation.instance, violation.message))
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let task = serde_json::from_value(value);
        let task: NewPrototypeTask =
            task.map_err(|error| vec![located(&oas::Pointer::root(), error.to_string())])?;
        let errors = tasks::unacceptable(&task).into_iter();
        let errors: Vec<_> = errors
            .map(|(pointer, message)| located(&pointer, message))
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let location = Location {
            line,
            ..self.table.location_of(&oas::Pointer::root())
        };
        row(location, self.number, task)
    }
}

struct LineRows<'s, R> {
    name: &'s str,
    reader: R,
    line: usize,
    number: u64,
}

/// Maximum length of a line in bytes.
const MAX_LINE: u64 = 32 << 20;

impl<R: BufRead> Iterator for LineRows<'_, R> {
    type Item = Result<Row, Vec<InputError>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut bytes = Vec::new();
            let read = (&mut self.reader)
                .take(MAX_LINE)
                .read_until(b'\n', &mut bytes);
            self.line += 1;
            let failed = |message| {
                let location = Location {
                    file: self.name.to_owned(),
                    line: self.line,
                    column: 1,
                };
                Some(Err(vec![InputError {
                    location: Some(location),
                    message,
                }]))
            };
            match read {
                Err(error) => return failed(format!("failed to read the line: {error}")),
                Ok(0) => return None,
                Ok(length) if length as u64 == MAX_LINE => {
                    return failed("line is longer than 32 MiB".to_owned());
                }
                Ok(_) => {}
            }
            let Ok(text) = String::from_utf8(bytes) else {
                return failed("invalid UTF-8".to_owned());
            };
            if !text.trim().is_empty() {
                self.number += 1;
                return Some(self.row(text.trim_end().to_owned()));
            }
        }
    }
}

impl<R> LineRows<'_, R> {
    fn row(&self, text: String) -> Result<Row, Vec<InputError>> {
        let source = Source::of_lines(self.name, text, self.line);
        let raw: &RawValue = serde_json::from_str(source.text())
            .map_err(|error| vec![tasks::not_json(&source, &error)])?;
        let input = tasks::read_one(&source, raw, &Overrides::default())?;
        let location = input.location.unwrap_or_default();
        row(location, self.number, input.task)
    }
}

fn row(location: Location, number: u64, task: NewPrototypeTask) -> Result<Row, Vec<InputError>> {
    let content = content_hash(&task).map_err(|error| {
        vec![InputError {
            location: Some(location.clone()),
            message: error.to_string(),
        }]
    })?;
    Ok(Row {
        location,
        number,
        task,
        content,
    })
}

/// Hash of the body of a request, independent of the order of its members.
fn content_hash(task: &NewPrototypeTask) -> serde_json::Result<ContentHash> {
    let mut value = serde_json::to_value(task)?;
    value.sort_all_objects();
    let digest = Sha256::digest(serde_json::to_vec(&value)?);
    let mut hash = [0; 16];
    hash.copy_from_slice(&digest[..16]);
    Ok(ContentHash(hash))
}
