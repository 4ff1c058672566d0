use super::{Category, RULES, Rule};
use crate::{Diagnostic, Severity};

/// Which rules to run: all of them, unless told otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    only: Vec<Item>,
    skip: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Rule(&'static str),
    Category(Category),
}

/// A name that is neither a rule nor a category.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is neither a rule nor a category{}", suggestion.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
pub struct UnknownRule {
    /// The name.
    pub name: String,
    /// The most similar one that exists.
    pub suggestion: Option<&'static str>,
}

impl Selection {
    /// The rules that `only` names (all, if it is empty) but for those that `skip` names; a name is a rule's or a category's.
    ///
    /// # Errors
    /// When a name is neither.
    pub fn new<S: AsRef<str>>(only: &[S], skip: &[S]) -> Result<Self, UnknownRule> {
        let parse = |names: &[S]| -> Result<Vec<Item>, UnknownRule> {
            names.iter().map(|name| item(name.as_ref())).collect()
        };
        Ok(Self {
            only: parse(only)?,
            skip: parse(skip)?,
        })
    }

    /// Whether a rule is to be run.
    pub fn contains(&self, rule: &Rule) -> bool {
        let names = |items: &[Item]| {
            items.iter().any(|item| match item {
                Item::Rule(id) => *id == rule.id,
                Item::Category(category) => *category == rule.category,
            })
        };
        (self.only.is_empty() || names(&self.only)) && !names(&self.skip)
    }
}

/// Which findings fail a run: the errors, unless told otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deny {
    level: Severity,
    named: Vec<Item>,
}

impl Default for Deny {
    fn default() -> Self {
        Self {
            level: Severity::Error,
            named: Vec::new(),
        }
    }
}

impl Deny {
    /// What `names` name: `error`, `warning` or `info` (and what is graver), a rule, a category. Errors always fail.
    ///
    /// # Errors
    /// When a name is none of them.
    pub fn new<S: AsRef<str>>(names: &[S]) -> Result<Self, UnknownRule> {
        let mut deny = Self::default();
        for name in names.iter().map(AsRef::as_ref) {
            match name.parse() {
                Ok(level) => deny.level = deny.level.min(level),
                Err(()) => deny.named.push(item(name)?),
            }
        }
        Ok(deny)
    }

    /// Whether a finding fails the run. One that depends on the date does so only when its rule is named itself, because the
    /// same document would pass today and fail tomorrow.
    pub fn fails(&self, finding: &Diagnostic) -> bool {
        let rule = RULES.iter().find(|rule| rule.id == finding.id);
        let is_named = rule.is_some_and(|rule| {
            self.named.iter().any(|item| match item {
                Item::Rule(id) => *id == rule.id,
                Item::Category(category) => *category == rule.category && !rule.is_dated(),
            })
        });
        is_named || (finding.severity >= self.level && !rule.is_some_and(|rule| rule.is_dated()))
    }
}

fn item(name: &str) -> Result<Item, UnknownRule> {
    if let Some(category) = Category::ALL.into_iter().find(|one| one.as_str() == name) {
        return Ok(Item::Category(category));
    }
    if let Some(rule) = RULES.iter().find(|rule| rule.id == name) {
        return Ok(Item::Rule(rule.id));
    }
    let names = RULES.iter().map(|rule| rule.id);
    let names = names.chain(Category::ALL.into_iter().map(Category::as_str));
    Err(UnknownRule {
        name: name.to_owned(),
        suggestion: crate::suggest::closest(name, names),
    })
}
