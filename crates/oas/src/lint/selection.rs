use std::fmt;
use std::str::FromStr;

use super::rule::{Category, Rule};
use super::rules::RULES;
use crate::suggest::closest;
use crate::{Diagnostic, Severity};

/// Rules to run, and the severities of their diagnostics.
///
/// The default set applies to any document: errors are violations of OpenAPI 3.0.3 and what cannot
/// work; everything else is a warning or less. The rules about a generator run with that generator
/// or by name, and those about the conventions of one project by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    only: Vec<Item>,
    skip: Vec<Item>,
    generator: Option<Generator>,
    /// Later entries override earlier ones.
    levels: Vec<(Item, Level)>,
}

/// A code generator that the document is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// <https://github.com/oxidecomputer/progenitor>: the rules of the category `codegen`.
    Progenitor,
}

impl Generator {
    /// Every generator with rules of its own.
    pub const ALL: [Self; 1] = [Self::Progenitor];

    /// Its name on the command line and in configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Progenitor => "progenitor",
        }
    }

    /// The rules about it.
    fn category(self) -> Category {
        match self {
            Self::Progenitor => Category::Codegen,
        }
    }
}

impl fmt::Display for Generator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Generator {
    type Err = UnknownGenerator;

    fn from_str(text: &str) -> Result<Self, UnknownGenerator> {
        let mut all = Self::ALL.into_iter();
        let known = all.find(|generator| generator.as_str() == text);
        known.ok_or_else(|| UnknownGenerator {
            name: text.to_owned(),
        })
    }
}

/// The name of an unknown generator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not a known generator: expected {}", Generator::ALL.map(Generator::as_str).join(", "))]
pub struct UnknownGenerator {
    name: String,
}

/// Severity that replaces that of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The rule does not run.
    Off,
    /// The rule runs, and its diagnostics have this severity.
    At(Severity),
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(text: &str) -> Result<Self, UnknownLevel> {
        if text == "off" {
            return Ok(Self::Off);
        }
        let severity = text.parse().map(Self::At);
        severity.map_err(|()| UnknownLevel(text.to_owned()))
    }
}

/// A word that is not a [`Level`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a level: expected off, info, warning or error")]
pub struct UnknownLevel(String);

/// Rules about conventions that only some projects have.
const BY_NAME: &[&str] = &["deprecated-without-successor", "deprecated-without-sunset"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Rule(&'static str),
    Category(Category),
}

impl Item {
    fn names(self, rule: &Rule) -> bool {
        match self {
            Self::Rule(id) => id == rule.id,
            Self::Category(category) => category == rule.category,
        }
    }
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
    /// The rules that `only` names (those of the default set, if it is empty) except those that
    /// `skip` names; a name is that of a rule or category.
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
            ..Self::default()
        })
    }

    /// Every rule, at its own severity.
    pub fn all() -> Self {
        Self {
            only: Category::ALL.map(Item::Category).to_vec(),
            ..Self::default()
        }
    }

    /// Adds the rules about a generator.
    #[must_use]
    pub fn with_generator(mut self, generator: Generator) -> Self {
        self.generator = Some(generator);
        self
    }

    /// Sets the level of a rule, or of the rules of a category. Later calls override earlier ones.
    ///
    /// # Errors
    /// When the name is neither that of a rule nor of a category.
    pub fn with_level(mut self, name: &str, level: Level) -> Result<Self, UnknownRule> {
        self.levels.push((item(name)?, level));
        Ok(self)
    }

    /// Whether a rule runs.
    pub fn contains(&self, rule: &Rule) -> bool {
        let is_named = |items: &[Item]| items.iter().any(|item| item.names(rule));
        if is_named(&self.skip) {
            return false;
        }
        if !self.only.is_empty() {
            return is_named(&self.only);
        }
        match self.level(rule) {
            Some(Level::Off) => false,
            Some(Level::At(_)) => true,
            None => self.is_default(rule),
        }
    }

    /// The severity of a rule's diagnostics, instead of their own.
    pub(crate) fn severity(&self, rule: &Rule) -> Option<Severity> {
        match self.level(rule)? {
            Level::At(severity) => Some(severity),
            Level::Off => None,
        }
    }

    fn level(&self, rule: &Rule) -> Option<Level> {
        let mut levels = self.levels.iter().rev();
        levels
            .find(|(item, _)| item.names(rule))
            .map(|(_, level)| *level)
    }

    fn is_default(&self, rule: &Rule) -> bool {
        let mut others = Generator::ALL
            .into_iter()
            .filter(|generator| self.generator != Some(*generator));
        let is_of_other = others.any(|generator| generator.category() == rule.category);
        !is_of_other && !BY_NAME.contains(&rule.id)
    }
}

/// Diagnostics that fail a run: errors by default.
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
    /// Parses names of severities (which include more severe ones), rules and categories. Errors
    /// always fail.
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

    /// Whether a diagnostic fails the run. One that depends on the date does so only when its rule
    /// is named itself, because the same document would pass today and fail tomorrow.
    pub fn fails(&self, diagnostic: &Diagnostic) -> bool {
        let rule = RULES.iter().find(|rule| rule.id == diagnostic.id);
        let is_named = rule.is_some_and(|rule| {
            self.named.iter().any(|item| {
                let is_itself = matches!(item, Item::Rule(_));
                item.names(rule) && (is_itself || !rule.is_dated())
            })
        });
        is_named || (diagnostic.severity >= self.level && !rule.is_some_and(|rule| rule.is_dated()))
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
        suggestion: closest(name, names),
    })
}
