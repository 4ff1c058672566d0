use std::fmt;

use chrono::NaiveDate;

use super::context::Context;
use crate::report::RuleInfo;
use crate::{Diagnostic, Document, Severity};

/// A lint rule.
pub struct Rule {
    /// Id in kebab case: it names the defect, and reads well after "allow".
    pub id: &'static str,
    /// Category.
    pub category: Category,
    /// Severity of its diagnostics.
    pub severity: Severity,
    /// One-line summary.
    pub summary: &'static str,
    /// Documentation in Markdown. Its `yaml,bad` and `yaml,good` blocks are the tests of the rule.
    ///
    /// A block is a whole document, but for `openapi`, `info`, `paths`, `servers` and `security`
    /// where they do not matter. Files that were published with it follow as blocks marked
    /// `json,file=NAME`.
    pub documentation: &'static str,
    /// Equivalent rules of other linters.
    pub equivalents: &'static [Equivalent],
    pub(crate) check: Check,
}

/// Check of a rule, by the input it requires. Without that input, the rule reports nothing.
pub(crate) enum Check {
    /// The document.
    Document(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The document and the reference date.
    Dated(fn(&Context<'_>, NaiveDate, &mut Vec<Diagnostic>)),
    /// The document, and a comparison of two operations.
    Compared(fn(&Context<'_>, Compare, &mut Vec<Diagnostic>)),
    /// The document and the published examples.
    Published(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// Diagnostics of the other rules: applied by [`super::allow`].
    Allowances,
}

/// Compares two operations of a document, by their `operationId`, as two versions of one; returns
/// the breaking changes.
///
/// Passed to `Lint`, because the comparison depends on the rules, and not the
/// reverse.
pub type Compare = fn(&Document, &str, &str) -> Vec<String>;

impl Rule {
    /// Whether its diagnostics depend on the date, so that they can appear in an unchanged
    /// document.
    pub(crate) fn is_dated(&self) -> bool {
        matches!(self.check, Check::Dated(_))
    }

    /// Returns the description of the rule in reports.
    pub fn info(&self) -> RuleInfo<'_> {
        RuleInfo {
            id: self.id,
            summary: self.summary,
            documentation: self.documentation,
            severity: self.severity,
            page: Some("crates/oas/rules.md"),
        }
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rule").field(&self.id).finish()
    }
}

/// A rule of another linter that reports the same defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Equivalent {
    /// The linter.
    pub tool: Tool,
    /// The rule's name there.
    pub rule: &'static str,
}

impl Equivalent {
    /// A rule of Spectral's `oas` ruleset.
    pub(crate) const fn spectral(rule: &'static str) -> Self {
        Self {
            tool: Tool::Spectral,
            rule,
        }
    }

    /// A built-in rule of Redocly.
    pub(crate) const fn redocly(rule: &'static str) -> Self {
        Self {
            tool: Tool::Redocly,
            rule,
        }
    }
}

/// Another linter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// <https://github.com/stoplightio/spectral>
    Spectral,
    /// <https://redocly.com/docs/cli>
    Redocly,
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spectral => "Spectral",
            Self::Redocly => "Redocly",
        })
    }
}

/// A group of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Structure of the document.
    Structure,
    /// Paths and operations.
    Operations,
    /// Schemas.
    Schemas,
    /// Examples in the document.
    Examples,
    /// Examples that the vendor published, beside the document.
    Published,
    /// Deprecation and sunset.
    Lifecycle,
    /// Authentication, and secrets.
    Security,
    /// Rust code generated from the document.
    Codegen,
    /// Allows in the document.
    Allowing,
}

impl Category {
    /// Every category, in the order in which pages show them.
    pub const ALL: [Self; 9] = [
        Self::Structure,
        Self::Operations,
        Self::Schemas,
        Self::Examples,
        Self::Published,
        Self::Lifecycle,
        Self::Security,
        Self::Codegen,
        Self::Allowing,
    ];

    /// Name on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Operations => "operations",
            Self::Schemas => "schemas",
            Self::Examples => "examples",
            Self::Published => "published",
            Self::Lifecycle => "lifecycle",
            Self::Security => "security",
            Self::Codegen => "codegen",
            Self::Allowing => "allowing",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
