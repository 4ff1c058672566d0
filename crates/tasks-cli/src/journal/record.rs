use std::{collections::HashMap, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::destination::Destination;

/// Version of the format, in the first record. A reader rejects a later one.
pub(super) const VERSION: u32 = 1;

/// One line of a journal. `journal.md` documents them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub(crate) enum Record {
    Journal {
        version: u32,
        program: String,
        destination: Destination,
    },
    Run {
        at: String,
        rows: u64,
        api_version: String,
    },
    /// Rows of the input that no earlier run has seen, as concatenated content hashes.
    Seen { rows: String },
    Intent {
        row: RowKey,
        number: u64,
        line: u64,
        title: String,
        at: String,
    },
    Outcome {
        row: RowKey,
        outcome: RowOutcome,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        id: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        status: Option<u16>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        message: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        request_id: Option<String>,
        at: String,
    },
}

/// Result of the calls for one row, in ascending order of precedence over earlier results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RowOutcome {
    NotCreated,
    Unknown,
    /// Created, but the response could not be read.
    CreatedUnread,
    Created,
}

/// Identity of a row: its content, and its index among equal rows. It does not depend on the order
/// of other rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RowKey {
    pub(crate) content: ContentHash,
    pub(crate) occurrence: u32,
}

/// Assigns keys to the rows of an input, in their order.
#[derive(Debug, Default)]
pub(crate) struct RowKeys {
    counts: HashMap<ContentHash, u32>,
}

impl RowKeys {
    /// Returns the key of the next row.
    pub(crate) fn next(&mut self, content: ContentHash) -> RowKey {
        let count = self.counts.entry(content).or_default();
        let occurrence = *count;
        *count += 1;
        RowKey {
            content,
            occurrence,
        }
    }
}

/// Hash of the content of a row: the first half of SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ContentHash(pub(crate) [u8; 16]);

impl ContentHash {
    pub(super) const DIGITS: usize = 32;
}

impl RowOutcome {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::NotCreated => "not-created",
            Self::Unknown => "unknown",
            Self::CreatedUnread => "created-unread",
            Self::Created => "created",
        }
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ContentHash {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let invalid = || format!("`{text}` is not a content hash");
        if text.len() != Self::DIGITS || !text.is_ascii() {
            return Err(invalid());
        }
        let mut bytes = [0; 16];
        for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| invalid())?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.content, self.occurrence)
    }
}

impl FromStr for RowKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let invalid = || format!("`{text}` is not a row");
        let (content, occurrence) = text.split_once('-').ok_or_else(invalid)?;
        Ok(Self {
            content: content.parse()?,
            occurrence: occurrence.parse().map_err(|_| invalid())?,
        })
    }
}

impl Serialize for RowKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RowKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}
