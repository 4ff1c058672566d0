use std::fmt;
use std::sync::Arc;

use crate::validator::Direction;

/// Location of a change in terms of the API.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// The operation, if it is in one.
    pub operation: Option<Arc<OperationName>>,
    /// The part of the operation or document.
    pub part: Part,
    /// The steps from there into a schema.
    pub steps: Vec<Step>,
    /// The direction in which the values in question travel, if any do.
    pub direction: Option<Direction>,
}

/// One step from a schema to a schema below it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a property.
    Property(String),
    /// Into the items of an array.
    Items,
    /// Into the properties without a name.
    AdditionalProperties,
    /// Into an alternative of a choice, by its name or number.
    Alternative(String),
    /// Into the schema that a value of the discriminator selects.
    Variant(String),
    /// Into `not`.
    Not,
}

/// Name of an operation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationName {
    /// The method, in upper case.
    pub method: String,
    /// The path template of the base; of the revision, if the base has none.
    pub path: String,
    /// The `operationId`, of the base if it has one.
    pub id: Option<String>,
}

impl fmt::Display for OperationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl OperationName {
    /// The id in backticks; without one, method and path.
    pub fn label(&self) -> String {
        match &self.id {
            Some(id) => format!("`{id}`"),
            None => self.to_string(),
        }
    }
}

/// A part of an operation or of the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the specification")]
pub enum Part {
    Document,
    SecurityScheme(String),
    Component {
        kind: String,
        name: String,
    },
    Path(String),
    Operation,
    Parameter {
        location: String,
        name: String,
    },
    RequestBody {
        media_type: Option<String>,
    },
    Response {
        status: String,
        media_type: Option<String>,
    },
    Header {
        status: String,
        name: String,
    },
    Callback(String),
}

impl Site {
    /// A site outside of schemas.
    pub(super) fn of(operation: Option<&Arc<OperationName>>, part: Part) -> Self {
        Self {
            operation: operation.cloned(),
            part,
            steps: Vec::new(),
            direction: None,
        }
    }

    pub(super) fn directed(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    pub(super) fn with_media_type(mut self, name: &str) -> Self {
        match &mut self.part {
            Part::RequestBody { media_type } | Part::Response { media_type, .. } => {
                *media_type = Some(name.to_owned());
            }
            _ => {}
        }
        self
    }

    /// The media type of the body that it is in.
    pub fn media_type(&self) -> Option<&str> {
        match &self.part {
            Part::RequestBody { media_type } | Part::Response { media_type, .. } => {
                media_type.as_deref()
            }
            _ => None,
        }
    }

    /// Whether it is inside the schema of its part, and not that schema itself.
    pub(super) fn is_nested(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step, Step::Property(_) | Step::AdditionalProperties))
    }

    /// The path into the schema: `owner.id`, `steps[].dueDate`.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::Property(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Step::Items => path.push_str("[]"),
                Step::AdditionalProperties => path.push_str("{}"),
                // These are schemas of the same value.
                Step::Alternative(_) | Step::Variant(_) | Step::Not => {}
            }
        }
        path
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.write_str("the document"),
            Self::SecurityScheme(name) => write!(f, "security scheme `{name}`"),
            Self::Component { kind, name } => write!(f, "component `{name}` ({kind})"),
            Self::Path(path) => write!(f, "the path `{path}`"),
            Self::Operation => f.write_str("the operation"),
            Self::Parameter { location, name } => write!(f, "the {location} parameter `{name}`"),
            Self::RequestBody { .. } => f.write_str("the request body"),
            Self::Response { status, .. } => write!(f, "the {status} response"),
            Self::Header { status, name } => {
                write!(f, "the header `{name}` of the {status} response")
            }
            Self::Callback(name) => write!(f, "the callback `{name}`"),
        }
    }
}

/// The other direction.
pub(super) fn turned(direction: Direction) -> Direction {
    match direction {
        Direction::Request => Direction::Response,
        Direction::Response => Direction::Request,
    }
}
