use std::collections::HashSet;
use std::fmt::Write as _;

use super::{Generator, Level, RULES, Rule, Selection};
use crate::files::beside;
use crate::report::RuleInfo;
use crate::{Diagnostic, Document, Label, Node, Pointer, Severity, SourceId};

/// Diagnostic of an invalid entry of the configuration.
pub const CONFIG_INVALID: RuleInfo<'static> = RuleInfo {
    id: "config-invalid",
    summary: "An entry of the configuration is not valid",
    documentation: "\nThe configuration of the linter has an unknown key, rule or value, or an allow without a reason. The entry has no effect.\n",
    severity: Severity::Error,
    page: None,
};

/// Diagnostic of an entry of the configuration without effect.
pub const CONFIG_UNUSED: RuleInfo<'static> = RuleInfo {
    id: "config-unused",
    summary: "An entry of the configuration has no effect",
    documentation: "\nNo diagnostic matches the entry any more. An entry that is left would hide the next defect of the kind.\n",
    severity: Severity::Warning,
    page: None,
};

/// Diagnostic of a change of the configuration that hides diagnostics.
pub(crate) const CONFIG_WEAKENED: RuleInfo<'static> = RuleInfo {
    id: "config-weakened",
    summary: "The configuration reports less than before",
    documentation: "\nA rule was disabled, its severity was lowered, or diagnostics are allowed that were not before.\n",
    severity: Severity::Warning,
    page: None,
};

/// The keys of a configuration.
const KEYS: [&str; 4] = ["generator", "disable", "severity", "allow"];

/// The keys of an allow.
const ALLOW_KEYS: [&str; 3] = ["rule", "at", "reason"];

/// Configuration of the linter for the documents of a folder: `oas.yaml`.
///
/// ```yaml
/// generator: progenitor
/// disable: [operation-id-not-camel-case]
/// severity: {operation-summary-missing: error}
/// allow:
///   - {rule: type-missing, at: 'openapi.yaml#/components/schemas/Any', reason: It really is anything.}
/// ```
#[derive(Debug, Clone, Default)]
pub struct Config {
    generator: Option<(Generator, Pointer)>,
    disabled: Vec<(String, Pointer)>,
    severities: Vec<(String, Severity, Pointer)>,
    allows: Vec<Allow>,
}

#[derive(Debug, Clone)]
struct Allow {
    rule: String,
    /// The path of the file, relative to the folder of the configuration.
    file: String,
    /// Diagnostics below it are allowed; for an entire file, also those without a pointer.
    below: Pointer,
    reason: String,
    pointer: Pointer,
}

/// Used entries of a configuration, over the documents that it applies to.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    disabled: HashSet<usize>,
    allows: HashSet<usize>,
    files: HashSet<String>,
}

impl Config {
    /// Reads a configuration. Entries that are not valid are reported, at their position in
    /// `source`.
    pub fn read(document: &Document, source: SourceId) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader {
            config: Self::default(),
            source,
            invalid: Vec::new(),
        };
        reader.root(&document.root_node());
        (reader.config, reader.invalid)
    }

    /// Adds the generator and the severities to a selection of rules.
    #[must_use]
    pub fn select(&self, mut selection: Selection) -> Selection {
        if let Some((generator, _)) = self.generator {
            selection = selection.with_generator(generator);
        }
        for (name, severity, _) in &self.severities {
            // An unknown name was reported when it was read.
            let unchanged = selection.clone();
            let changed = selection.with_level(name, Level::At(*severity));
            selection = changed.unwrap_or(unchanged);
        }
        selection
    }

    /// Removes the diagnostics of disabled rules, and those that are allowed. `entry` is the path
    /// of the document's entry, relative to the folder of the configuration.
    pub fn apply(
        &self,
        found: &mut Vec<Diagnostic>,
        document: &Document,
        entry: &str,
        uses: &mut Uses,
    ) {
        let path = |key: &str| beside(entry, "", key);
        uses.files
            .extend(document.files().iter().map(|file| path(file.key())));
        found.retain(|diagnostic| {
            let rule = rule(&diagnostic.id);
            let disabled = rule.and_then(|rule| {
                let mut disabled = self.disabled.iter();
                disabled.position(|(name, _)| names(name, rule))
            });
            if let Some(index) = disabled {
                uses.disabled.insert(index);
                return false;
            }
            if diagnostic.primary.source != SourceId::default() {
                return true;
            }
            let (file, pointer) = match &diagnostic.primary.position {
                crate::Position::Key(pointer) | crate::Position::Value(pointer) => {
                    let (file, pointer) = document.origin(pointer);
                    (file, Some(pointer))
                }
                crate::Position::Span(span) => (document.file_at(*span).0, None),
            };
            let file = path(file.key());
            let covers = |allow: &Allow| {
                let is_below = match &pointer {
                    Some(pointer) => pointer.starts_with(&allow.below),
                    None => allow.below == Pointer::root(),
                };
                allow.rule == diagnostic.id && allow.file == file && is_below
            };
            match self.allows.iter().position(covers) {
                Some(index) => {
                    uses.allows.insert(index);
                    false
                }
                None => true,
            }
        });
    }

    /// The entries that had no effect on the rules that ran. `exists` is whether there is a file,
    /// relative to the folder of the configuration.
    pub fn unused(
        &self,
        uses: &Uses,
        selection: &Selection,
        source: SourceId,
        exists: impl Fn(&str) -> bool,
    ) -> Vec<Diagnostic> {
        let unused = |pointer: &Pointer, message: String| {
            let at = Label::value(pointer.clone()).in_source(source);
            let (id, severity) = (CONFIG_UNUSED.id, CONFIG_UNUSED.severity);
            Diagnostic::new(id, severity, message, at).help("delete the entry")
        };
        let mut found = Vec::new();
        for (index, (name, pointer)) in self.disabled.iter().enumerate() {
            let ran = RULES
                .iter()
                .any(|rule| names(name, rule) && selection.contains(rule));
            if ran && !uses.disabled.contains(&index) {
                found.push(unused(
                    pointer,
                    format!("`{name}` is disabled, but reports nothing"),
                ));
            }
        }
        let plain = Selection::default();
        for (name, severity, pointer) in &self.severities {
            let mut rules = RULES.iter().filter(|rule| names(name, rule));
            if rules.all(|rule| rule.severity == *severity && plain.contains(rule)) {
                found.push(unused(
                    pointer,
                    format!("`{name}` has this severity by default"),
                ));
            }
        }
        for (index, allow) in self.allows.iter().enumerate() {
            let (rule_id, file) = (&allow.rule, &allow.file);
            let ran = rule(rule_id).is_some_and(|rule| selection.contains(rule));
            if uses.allows.contains(&index) {
                continue;
            }
            if uses.files.contains(file) && ran {
                let message = format!("`{rule_id}` is allowed here, but reports nothing there");
                found.push(unused(&allow.pointer, message));
            } else if !uses.files.contains(file) && !exists(file) {
                found.push(unused(
                    &allow.pointer,
                    format!("file `{file}` does not exist"),
                ));
            }
        }
        found
    }

    /// Returns the diagnostics that this configuration hides and `base` reports, at its position in
    /// `source`.
    pub fn weakenings(&self, base: &Config, source: SourceId) -> Vec<Diagnostic> {
        let weakened = |pointer: Option<&Pointer>, message: String| {
            let at = Label::value(pointer.cloned().unwrap_or_default()).in_source(source);
            Diagnostic::new(CONFIG_WEAKENED.id, CONFIG_WEAKENED.severity, message, at)
        };
        let mut found = Vec::new();
        let mut base = base.clone();
        if let (Some((generator, _)), None) = (&base.generator, &self.generator) {
            let message = format!("the rules about `{generator}` no longer run");
            found.push(weakened(None, message));
            base.generator = None;
        }
        for rule in RULES {
            match (base.level(rule), self.level(rule)) {
                (Some(before), None) => {
                    let mut disabled = self.disabled.iter();
                    let entry = disabled.find(|(name, _)| names(name, rule));
                    let message = format!("the rule `{}` ({before}) no longer runs", rule.id);
                    found.push(weakened(entry.map(|(_, pointer)| pointer), message));
                }
                (Some(before), Some(now)) if now < before => {
                    let mut severities = self.severities.iter().rev();
                    let entry = severities.find(|(name, ..)| names(name, rule));
                    let message = format!(
                        "the severity of `{}` was lowered from {before} to {now}",
                        rule.id
                    );
                    found.push(weakened(entry.map(|(.., pointer)| pointer), message));
                }
                _ => {}
            }
        }
        for allow in &self.allows {
            let covers = |other: &Allow| {
                other.rule == allow.rule
                    && other.file == allow.file
                    && allow.below.starts_with(&other.below)
            };
            if !base.allows.iter().any(covers) {
                let Allow {
                    rule,
                    file,
                    below,
                    reason,
                    ..
                } = allow;
                let message = format!("`{rule}` is allowed at `{file}#{below}`: {reason}");
                found.push(weakened(Some(&allow.pointer), message));
            }
        }
        found
    }

    /// The severity of a rule; `None` if it does not run.
    fn level(&self, rule: &Rule) -> Option<Severity> {
        let selection = self.select(Selection::default());
        let is_disabled = self.disabled.iter().any(|(name, _)| names(name, rule));
        let runs = selection.contains(rule) && !is_disabled;
        runs.then(|| selection.severity(rule).unwrap_or(rule.severity))
    }

    /// The text of a configuration with an allow for each diagnostic that has a pointer. `entry` is
    /// as for [`Config::apply`].
    ///
    /// # Errors
    /// When the allows of the configuration are not a block list, so that its text cannot be
    /// extended.
    pub fn with_allows(
        config: &Document,
        diagnostics: &[(&Document, &str, &[Diagnostic])],
        reason: &str,
    ) -> Result<(String, usize), String> {
        let mut lines = String::new();
        let mut seen = HashSet::new();
        let text = config.text();
        let root = config.root_node();
        let (indent, at) = insertion(config)?;
        for (document, entry, found) in diagnostics {
            for one in found
                .iter()
                .filter(|one| one.primary.source == SourceId::default())
            {
                let pointer = one.primary.pointer().filter(|_| rule(&one.id).is_some());
                let Some(pointer) = pointer else { continue };
                let (file, pointer) = document.origin(pointer);
                let at = format!(
                    "{}{}",
                    beside(entry, "", file.key()),
                    pointer.to_reference()
                );
                if seen.insert((one.id.clone(), at.clone())) {
                    let quoted = |text: &str| serde_json::Value::from(text).to_string();
                    let (at, reason) = (quoted(&at), quoted(reason));
                    let _ = writeln!(
                        lines,
                        "{indent}- {{rule: {}, at: {at}, reason: {reason}}}",
                        one.id
                    );
                }
            }
        }
        let head = match root.get("allow") {
            Some(_) => "",
            None => "allow:\n",
        };
        let (before, after) = text.split_at(at);
        let gap = if before.is_empty() || before.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        let extended = format!("{before}{gap}{head}{lines}{after}");
        if seen.is_empty() {
            return Ok((text.to_owned(), 0));
        }
        // The text may be any YAML: the written allows must be the ones that are read.
        let read = Document::parse(config.name(), extended.clone());
        let read = read.map(|read| Self::read(&read, SourceId::default()).0.allows.len());
        let known = Self::read(config, SourceId::default()).0.allows.len();
        match read {
            Ok(allows) if allows == known + seen.len() => Ok((extended, seen.len())),
            _ => {
                Err("write `allow` as a block list, with each entry on lines of its own".to_owned())
            }
        }
    }
}

/// Returns the indentation and the offset of new allows.
fn insertion(config: &Document) -> Result<(String, usize), String> {
    let (text, map) = (config.text(), config.source_map());
    let allow = Pointer::root().join("allow");
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let Some(value) = config.get(&allow) else {
        return Ok(("  ".to_owned(), text.len()));
    };
    let first = map.value(&allow.index(0));
    match (first, map.value(&allow)) {
        (Some(first), Some(all)) => {
            let begin = text[..first.start].rfind('\n').map_or(0, |at| at + 1);
            let indent: String = text[begin..].chars().take_while(|c| *c == ' ').collect();
            if !text[begin + indent.len()..].starts_with('-') {
                return Err(
                    "write `allow` as a block list, with each entry on lines of its own".to_owned(),
                );
            }
            Ok((indent, line_end(all.end)))
        }
        (None, Some(at)) if value.is_null() => Ok(("  ".to_owned(), line_end(at.end))),
        _ => Err("replace the empty `allow: []` by nothing".to_owned()),
    }
}

fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// Whether a name is that of a rule or of its category.
fn names(name: &str, rule: &Rule) -> bool {
    name == rule.id || name == rule.category.as_str()
}

struct Reader {
    config: Config,
    source: SourceId,
    invalid: Vec<Diagnostic>,
}

impl Reader {
    fn invalid(&mut self, at: Label, message: String, suggestion: Option<&str>) {
        let (id, severity) = (CONFIG_INVALID.id, CONFIG_INVALID.severity);
        let diagnostic = Diagnostic::new(id, severity, message, at.in_source(self.source));
        self.invalid.push(match suggestion {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None => diagnostic,
        });
    }

    fn root(&mut self, root: &Node<'_>) {
        if !root.value.is_object() && !root.value.is_null() {
            let message = "expected a mapping with the keys generator, disable, severity, allow";
            self.invalid(Label::value(root.pointer.clone()), message.to_owned(), None);
        }
        for (key, node) in root.members() {
            match key {
                "generator" => match node.value.as_str().map(str::parse::<Generator>) {
                    Some(Ok(generator)) => self.config.generator = Some((generator, node.pointer)),
                    Some(Err(error)) => {
                        self.invalid(Label::value(node.pointer), error.to_string(), None)
                    }
                    None => self.expected(&node, "the name of a generator"),
                },
                "disable" => self.disable(&node),
                "severity" => self.severity(&node),
                "allow" => self.allow(&node),
                key => {
                    let at = Label::key(node.pointer.clone());
                    let suggestion = crate::suggest::closest(key, KEYS);
                    self.invalid(
                        at,
                        format!("`{key}` is not a key of the configuration"),
                        suggestion,
                    );
                }
            }
        }
    }

    fn expected(&mut self, node: &Node<'_>, what: &str) {
        self.invalid(
            Label::value(node.pointer.clone()),
            format!("expected {what}"),
            None,
        );
    }

    fn disable(&mut self, node: &Node<'_>) {
        if !node.value.is_array() && !node.value.is_null() {
            self.expected(node, "a list of rules");
        }
        for item in node.items() {
            match item.value.as_str() {
                Some(name) if self.is_known(name, Label::value(item.pointer.clone())) => {
                    self.config.disabled.push((name.to_owned(), item.pointer));
                }
                Some(_) => {}
                None => self.expected(&item, "the name of a rule or category"),
            }
        }
    }

    fn severity(&mut self, node: &Node<'_>) {
        if !node.value.is_object() && !node.value.is_null() {
            self.expected(node, "a mapping of rules to error, warning or info");
        }
        for (name, value) in node.members() {
            let severity = value.value.as_str().and_then(|text| text.parse().ok());
            let Some(severity) = severity else {
                self.expected(&value, "error, warning or info");
                continue;
            };
            if self.is_known(name, Label::key(value.pointer.clone())) {
                self.config
                    .severities
                    .push((name.to_owned(), severity, value.pointer));
            }
        }
    }

    fn is_known(&mut self, name: &str, at: Label) -> bool {
        match Selection::new(&[name], &[]) {
            Ok(_) => true,
            Err(unknown) => {
                self.invalid(
                    at,
                    format!("`{name}` is neither a rule nor a category"),
                    unknown.suggestion,
                );
                false
            }
        }
    }

    fn allow(&mut self, node: &Node<'_>) {
        if !node.value.is_array() && !node.value.is_null() {
            self.expected(node, "a list of allows");
        }
        for item in node.items() {
            let text = |key: &str| item.str(key).map(str::trim).filter(|text| !text.is_empty());
            let (Some(id), Some(at), Some(reason)) = (text("rule"), text("at"), text("reason"))
            else {
                self.expected(&item, "`rule`, `at` and `reason`, none of them empty");
                continue;
            };
            for (key, member) in item.members() {
                if !ALLOW_KEYS.contains(&key) {
                    let suggestion = crate::suggest::closest(key, ALLOW_KEYS);
                    let label = Label::key(member.pointer);
                    self.invalid(
                        label,
                        format!("`{key}` is not a key of an allow"),
                        suggestion,
                    );
                }
            }
            if rule(id).is_none() {
                let suggestion = crate::suggest::closest(id, RULES.iter().map(|rule| rule.id));
                let label = Label::value(item.pointer.join("rule"));
                self.invalid(label, format!("`{id}` is not a rule"), suggestion);
                continue;
            }
            let (file, fragment) = at.split_once('#').unwrap_or((at, ""));
            let Some(below) =
                Pointer::from_reference(&format!("#{fragment}")).filter(|_| !file.is_empty())
            else {
                let label = Label::value(item.pointer.join("at"));
                self.invalid(
                    label,
                    format!("`{at}` is not a file with a JSON pointer"),
                    None,
                );
                continue;
            };
            self.config.allows.push(Allow {
                rule: id.to_owned(),
                file: beside("", "", file),
                below,
                reason: reason.to_owned(),
                pointer: item.pointer.clone(),
            });
        }
    }
}
