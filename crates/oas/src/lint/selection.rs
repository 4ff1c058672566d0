use super::{Category, RULES, Rule};

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
