use std::io;

use crate::Location;

/// Error of loading a document that is not readable YAML or JSON. All other defects of a document
/// are diagnostics.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The file could not be read.
    #[error("read {name}")]
    Read {
        /// The name of the document.
        name: String,
        /// Error of the system.
        source: io::Error,
    },
    /// The bytes are not text in UTF-8.
    #[error("read {name}:{location}: the text is not UTF-8")]
    Encoding {
        /// The name of the document.
        name: String,
        /// Location of the first invalid byte.
        location: Location,
    },
    /// The text is neither YAML nor JSON.
    #[error("read {name}:{location}: {reason}")]
    Syntax {
        /// The name of the document.
        name: String,
        /// Location at which reading ended.
        location: Location,
        /// The defect at this location.
        reason: String,
    },
    /// The document is beyond a limit that keeps reading bounded in time and memory.
    #[error("read {name}:{location}: {limit}")]
    Limit {
        /// The name of the document.
        name: String,
        /// Location at which the limit was reached.
        location: Location,
        /// The limit, in words.
        limit: &'static str,
    },
}

impl LoadError {
    /// The name of the document that could not be loaded.
    pub fn name(&self) -> &str {
        match self {
            Self::Read { name, .. }
            | Self::Encoding { name, .. }
            | Self::Syntax { name, .. }
            | Self::Limit { name, .. } => name,
        }
    }

    /// The reason by itself, without the name and the location.
    pub fn reason(&self) -> String {
        match self {
            Self::Read { source, .. } => source.to_string(),
            Self::Encoding { .. } => "the text is not UTF-8".to_owned(),
            Self::Syntax { reason, .. } => reason.clone(),
            Self::Limit { limit, .. } => (*limit).to_owned(),
        }
    }

    /// Returns the location at which reading ended, if the text was read.
    pub fn location(&self) -> Option<Location> {
        match self {
            Self::Read { .. } => None,
            Self::Encoding { location, .. }
            | Self::Syntax { location, .. }
            | Self::Limit { location, .. } => Some(*location),
        }
    }
}
