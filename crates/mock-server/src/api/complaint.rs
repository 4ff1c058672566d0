use std::borrow::Cow;
use std::fmt;

use oas::Violation;

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Complaint {
    /// The part of the request: `body`, or a place and a name such as `header X-Version`.
    pub(crate) part: String,
    /// The JSON pointer of the value within that part.
    pub(crate) pointer: String,
    /// The keyword that refuses it: `required`, `format`, …
    pub(crate) code: String,
    pub(crate) message: String,
}

/// How many complaints an answer lists: a large body can be wrong in a million places.
pub(crate) const MAX_LISTED: usize = 100;

impl Complaint {
    /// About a part of the request as a whole.
    pub(crate) fn about(part: &str, code: &str, message: impl Into<String>) -> Self {
        Self {
            part: part.to_owned(),
            pointer: String::new(),
            code: code.to_owned(),
            message: message.into(),
        }
    }

    pub(crate) fn of(part: &str, violation: Violation) -> Self {
        Self {
            part: part.to_owned(),
            pointer: violation.instance.to_string(),
            code: violation.keyword,
            message: violation.message,
        }
    }

    /// The place in short: `/dueDate` within the body, `query filter /0` within a parameter, `body` for the whole of it.
    pub(crate) fn target(&self) -> Cow<'_, str> {
        match (self.part.as_str(), self.pointer.as_str()) {
            (part, "") => part.into(),
            ("body", pointer) => pointer.into(),
            (part, pointer) => format!("{part} {pointer}").into(),
        }
    }
}

/// `/dueDate: "soon" is not a valid date-time`.
impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.target(), self.message)
    }
}

/// All complaints in one line.
pub(crate) fn summary(complaints: &[Complaint]) -> String {
    let listed = complaints.iter().take(MAX_LISTED).map(Complaint::to_string);
    let mut text = listed.collect::<Vec<_>>().join("; ");
    if complaints.len() > MAX_LISTED {
        text.push_str(&format!("; and {} more", complaints.len() - MAX_LISTED));
    }
    text
}
