use std::{
    fmt,
    fs::File,
    io::{self, IsTerminal, Read},
};

use anyhow::{Context, bail};

/// Text of an input, with its name in messages.
#[derive(Debug)]
pub(crate) struct Source {
    name: String,
    text: String,
    /// Start of each line, in bytes.
    lines: Vec<usize>,
    /// Number of the first line, from 1.
    first: usize,
}

/// A location in a source: `tasks.jsonl:3`, or `tasks.json:12:5` when it is not at the start of its
/// line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Location {
    pub(crate) file: String,
    /// Counted from 1.
    pub(crate) line: usize,
    /// In characters, counted from 1.
    pub(crate) column: usize,
}

impl Source {
    /// Reads a file, or standard input for `-`.
    pub(crate) fn read(path: &str) -> anyhow::Result<Self> {
        let (name, bytes) = if path == "-" {
            let stdin = io::stdin().lock();
            if stdin.is_terminal() {
                anstream::eprintln!("reading JSON from the terminal; end it with Ctrl-D");
            }
            let bytes = bytes_of(stdin).context("failed to read standard input")?;
            ("<stdin>", bytes)
        } else {
            let bytes = File::open(path).and_then(bytes_of);
            let bytes = bytes.with_context(|| format!("failed to read {path}"))?;
            (path, bytes)
        };
        let Ok(text) = String::from_utf8(within_limit(name, bytes)?) else {
            bail!("failed to read {name}: invalid UTF-8");
        };
        Ok(Self::new(name, text))
    }

    /// Reads text in UTF-8 to its end.
    pub(crate) fn from_reader(name: &str, reader: impl Read) -> anyhow::Result<Self> {
        let bytes = bytes_of(reader).with_context(|| format!("failed to read {name}"))?;
        let text = String::from_utf8(within_limit(name, bytes)?)?;
        Ok(Self::new(name, text))
    }

    pub(crate) fn new(name: &str, mut text: String) -> Self {
        // Some editors and shells put a byte order mark before their UTF-8.
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(newlines).collect();
        Self {
            name: name.to_owned(),
            text,
            lines,
            first: 1,
        }
    }

    /// Lines of a larger text that is read in pieces.
    pub(crate) fn of_lines(name: &str, text: String, first: usize) -> Self {
        Self {
            first,
            ..Self::new(name, text)
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The location of a byte.
    pub(crate) fn location(&self, offset: usize) -> Location {
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = self.lines[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        Location {
            file: self.name.clone(),
            line: line + self.first - 1,
            column: before.chars().count() + 1,
        }
    }

    /// Location of a serde_json error, whose columns are bytes, and 0 for the end of the previous
    /// line.
    pub(crate) fn location_of(&self, error: &serde_json::Error) -> Location {
        let start = self.lines.get(error.line().saturating_sub(1));
        let offset = start.copied().unwrap_or(self.text.len()) + error.column().saturating_sub(1);
        self.location(offset.min(self.text.len()))
    }

    /// Returns the offset of a part of the text.
    pub(crate) fn offset_of(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }
}

/// Maximum size of a source in bytes; a device may be endless.
const MAX_BYTES: u64 = 64 << 20;

fn within_limit(name: &str, bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    if bytes.len() as u64 > MAX_BYTES {
        bail!("failed to read {name}: larger than 64 MiB; split it into several files");
    }
    Ok(bytes)
}

/// Reads all bytes, or more than [`MAX_BYTES`] of them.
fn bytes_of(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)?;
        if self.column > 1 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_count_lines_and_characters() {
        let source = Source::new("t", "\u{feff}ä1\n\nbc".to_owned());
        let locations = |range: std::ops::RangeInclusive<usize>| {
            let locations: Vec<String> = range.map(|at| source.location(at).to_string()).collect();
            locations.join(" ")
        };
        assert_eq!(locations(2..=7), "t:1:2 t:1:3 t:2 t:3 t:3:2 t:3:3");
        assert_eq!(source.offset_of(&source.text()[5..]), 5);
    }
}
