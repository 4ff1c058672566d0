use super::change::Change;
use super::kinds::kind_of;
use crate::diagnostic::Severity;

/// Changes that fail a comparison besides breaking ones.
#[derive(Debug, Clone)]
pub struct Deny {
    level: Severity,
    ids: Vec<String>,
}

/// A name that is neither a severity nor a kind of change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("find `{0}` among the severities and kinds of change")]
pub struct UnknownKind(pub String);

impl Deny {
    /// Reads names: `warning` or `info`, which include what is more severe, or ids.
    ///
    /// # Errors
    ///
    /// If a name is neither.
    pub fn new<S: AsRef<str>>(names: &[S]) -> Result<Self, UnknownKind> {
        let mut deny = Self {
            level: Severity::Error,
            ids: Vec::new(),
        };
        for name in names.iter().map(AsRef::as_ref) {
            match name.parse() {
                Ok(level) => deny.level = deny.level.min(level),
                Err(()) if kind_of(name).is_some() => deny.ids.push(name.to_owned()),
                Err(()) => return Err(UnknownKind(name.to_owned())),
            }
        }
        Ok(deny)
    }

    /// Whether a change fails the comparison. An approved one does not.
    pub fn fails(&self, change: &Change) -> bool {
        let is_denied = change.severity >= self.level || self.ids.contains(&change.id);
        is_denied && change.approval.is_none()
    }
}
