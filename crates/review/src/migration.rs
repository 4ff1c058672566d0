use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use client_codegen::{
    Settings, generate,
    surface::{Change, Part, compare_renamed, parts},
};
use serde_json::Value;

/// The Rust side of a migration from one operation to another: the methods of the generated
/// clients, and their types.
#[derive(Debug)]
pub struct Migration {
    /// The method of the base.
    pub base: String,
    /// The method of the revision.
    pub revision: String,
    /// Changes of the method, of its optional arguments, and of the types that it uses.
    pub changes: Vec<Change>,
    /// Types of the revision that the method uses.
    pub types: Vec<String>,
}

/// Error of [`migration`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrationError {
    /// A client could not be generated or read.
    #[error("generate the client")]
    Client(#[from] client_codegen::Error),
    /// The generated client has no method for an operation.
    #[error("find the method of `{0}` in the generated client")]
    NoMethod(String),
}

/// Compares the methods of two operations, each given by its document and its operationId.
///
/// # Errors
/// When a client cannot be generated, or has no method for its operation.
pub fn migration(
    base: (&Value, &str),
    revision: (&Value, &str),
) -> Result<Migration, MigrationError> {
    let (base, revision) = (Client::new(base)?, Client::new(revision)?);
    let mut renames: Vec<(String, String)> = base.names().zip(revision.names()).collect();
    let types = base.main_types().zip(revision.main_types());
    renames.extend(types.filter(|(from, to)| !revision.has(from) && !base.has(to)));
    renames.retain(|(from, to)| from != to);
    let mut changes = compare_renamed(&base.parts, &revision.parts, &renames)?;
    // Callers of the method do not use the client below the facade.
    changes.retain(|change| !change.path.starts_with("wire::"));
    Ok(Migration {
        base: base.method,
        types: revision.types,
        revision: revision.method,
        changes,
    })
}

/// The parts of a generated client that one operation uses.
struct Client {
    method: String,
    source: String,
    parts: Vec<Part>,
    types: Vec<String>,
}

impl Client {
    fn new((document, id): (&Value, &str)) -> Result<Self, MigrationError> {
        let document = with_operation(document, id).to_string();
        let generated = generate(&document, &Settings::new("crate::client").facade())?;
        let parts = parts(&generated.source)?;
        let of = |prefix: &str| {
            let parts = parts.iter();
            let named = parts.filter_map(|part| Some((part.name.strip_prefix(prefix)?, part)));
            named.collect::<BTreeMap<_, _>>()
        };
        let (operations, types) = (of("operation."), of("type."));
        let has_method = |part: &&Part| part.source.contains("::client_runtime::Operation for ");
        let found = operations.into_iter().find(|(_, part)| has_method(part));
        let Some((method, operation)) = found else {
            return Err(MigrationError::NoMethod(id.to_owned()));
        };
        let mut used = BTreeSet::new();
        let mut open = vec![operation];
        while let Some(part) = open.pop() {
            for name in identifiers(&part.source) {
                if let Some(part) = types.get(name)
                    && used.insert(name)
                {
                    open.push(part);
                }
            }
        }
        let used_parts = used.iter().map(|name| types[name]);
        Ok(Self {
            method: method.to_owned(),
            source: operation.source.clone(),
            parts: [operation].into_iter().chain(used_parts).cloned().collect(),
            types: used.into_iter().map(str::to_owned).collect(),
        })
    }

    /// The names derived from the operationId: of the method, the operation and the constant.
    fn names(&self) -> impl Iterator<Item = String> {
        let words = self.method.split('_').map(|word| {
            let mut chars = word.chars();
            let first = chars.next().map(|char| char.to_ascii_uppercase());
            first.into_iter().chain(chars).collect::<String>()
        });
        let (ty, constant) = (words.collect(), self.method.to_ascii_uppercase());
        [self.method.clone(), ty, constant].into_iter()
    }

    /// The types of the body and of the result.
    fn main_types(&self) -> impl Iterator<Item = String> {
        let after = |text: &str| {
            let (_, rest) = self.source.split_once(text)?;
            identifiers(rest).next().map(str::to_owned)
        };
        let types = ["body: types::", "type Output = types::"].map(after);
        // An empty name stands for a missing type, which is not paired.
        types.into_iter().map(Option::unwrap_or_default)
    }

    fn has(&self, ty: &str) -> bool {
        ty.is_empty() || self.types.iter().any(|known| known == ty)
    }
}

fn identifiers(source: &str) -> impl Iterator<Item = &str> {
    let is_part = |char: char| char.is_alphanumeric() || char == '_';
    let words = source.split(move |char| !is_part(char));
    words.filter(|word| !word.is_empty())
}

/// The document with all other operations removed.
fn with_operation(document: &Value, id: &str) -> Value {
    let mut document = document.clone();
    let items = document["paths"].as_object_mut();
    for item in items.into_iter().flat_map(|items| items.values_mut()) {
        let Some(members) = item.as_object_mut() else {
            continue;
        };
        members.retain(|_, member| member.get("operationId").is_none_or(|own| own == id));
        for (_, member) in members {
            if let Some(operation) = member.as_object_mut() {
                // The successor was removed from the document.
                operation.remove("x-successor");
            }
        }
    }
    document
}

/// Writes one statement per line.
impl fmt::Display for Migration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.base == self.revision {
            writeln!(f, "rust: the method is `{}`", self.revision)?;
        } else {
            writeln!(
                f,
                "rust: the method `{}` becomes `{}`",
                self.base, self.revision
            )?;
        }
        for change in &self.changes {
            writeln!(f, "rust: {change}")?;
        }
        let is_changed = |name: &&String| {
            let path = format!("types::{name}");
            let mut changes = self.changes.iter();
            changes.any(|change| {
                let rest = change.path.strip_prefix(path.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            })
        };
        let same: Vec<String> = self
            .types
            .iter()
            .filter(|name| !is_changed(name))
            .map(|name| format!("`{name}`"))
            .collect();
        match &*same {
            [] => Ok(()),
            same => writeln!(f, "rust: unchanged types: {}", same.join(", ")),
        }
    }
}
