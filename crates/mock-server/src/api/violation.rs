use std::borrow::Cow;
use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Violation {
    /// The part of the request: `body`, or a location and a name such as `header X-Version`.
    pub(crate) part: String,
    /// The JSON pointer of the value within that part.
    pub(crate) pointer: String,
    /// The keyword that rejects it: `required`, `format`, …
    pub(crate) code: String,
    pub(crate) message: String,
}

/// Maximum number of violations in a response: a large body can have a million of them.
pub(crate) const MAX_LISTED: usize = 100;

/// The code of a part that cannot be parsed.
pub(crate) const SYNTAX: &str = "syntax";

impl Violation {
    /// About a part of the request as a whole.
    pub(crate) fn about(part: &str, code: &str, message: impl Into<String>) -> Self {
        Self {
            part: part.to_owned(),
            pointer: String::new(),
            code: code.to_owned(),
            message: message.into(),
        }
    }

    pub(crate) fn of(part: &str, violation: oas::Violation) -> Self {
        Self {
            part: part.to_owned(),
            pointer: violation.instance.to_string(),
            code: violation.keyword,
            message: violation.message,
        }
    }

    /// Whether the part cannot be parsed, so that it is not validated.
    pub(crate) fn is_syntax(&self) -> bool {
        self.code == SYNTAX
    }

    /// The short position: `/dueDate` within the body, `query filter /0` within a parameter, `body`
    /// for all of it.
    pub(crate) fn target(&self) -> Cow<'_, str> {
        match (self.part.as_str(), self.pointer.as_str()) {
            (part, "") => part.into(),
            ("body", pointer) => pointer.into(),
            (part, pointer) => format!("{part} {pointer}").into(),
        }
    }

    /// The position as a list of names: `body`, `items`, `0`.
    pub(crate) fn steps(&self) -> Vec<String> {
        let part = self.part.split(' ').map(str::to_owned);
        let pointer = oas::Pointer::parse(&self.pointer).unwrap_or_default();
        let tokens = pointer.tokens().map(Cow::into_owned);
        part.chain(tokens).collect()
    }
}

/// `/dueDate: "soon" is not a date-time`.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.target(), self.message)
    }
}

/// All violations on one line.
pub(crate) fn summary(violations: &[Violation]) -> String {
    let listed = violations.iter().take(MAX_LISTED).map(Violation::to_string);
    let mut text = listed.collect::<Vec<_>>().join("; ");
    if violations.len() > MAX_LISTED {
        text.push_str(&format!(
            "; and at least {} more",
            violations.len() - MAX_LISTED
        ));
    }
    text
}
