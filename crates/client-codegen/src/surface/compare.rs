use std::{collections::BTreeMap, fmt};

use super::{
    items::{Item, Kind},
    parts::Part,
    public::Surface,
};
use crate::error::Error;

/// The version bump that a change of the public items requires, by [Cargo's rules].
///
/// [Cargo's rules]: https://doc.rust-lang.org/cargo/reference/semver.html
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No code of callers is affected.
    Patch,
    /// Code that compiled still compiles; something was added or deprecated.
    Minor,
    /// Code that compiled may no longer compile.
    Major,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// A change of a public item, or of its implementation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The path of the item: `types::Order::due`.
    pub path: String,
    /// The version bump that it requires.
    pub level: Level,
    /// The item in the base, unless it was added or only its implementation changed.
    pub base: Option<Item>,
    /// The item in the revision, unless it was removed or only its implementation changed.
    pub revision: Option<Item>,
    /// The change, as a predicate of the path: "was removed".
    pub what: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self
            .base
            .as_ref()
            .or(self.revision.as_ref())
            .map(|item| format!("{} ", item.kind));
        write!(
            f,
            "{}: {}`{}` {}",
            self.level,
            kind.unwrap_or_default(),
            self.path,
            self.what
        )
    }
}

/// Returns the changes for callers between two generated sources, by path.
///
/// Items that are added or removed with their parent are not reported. A part whose source changed
/// while its items are the same is a patch.
///
/// # Errors
///
/// If a part is not Rust.
pub fn compare(base: &[Part], revision: &[Part]) -> Result<Vec<Change>, Error> {
    let read = |parts: &[Part]| Surface::read(parts.iter().map(|part| part.source.as_str()));
    let (before, after) = (read(base)?, read(revision)?);
    let mut changes = items(&before, &after);
    let sources = |parts: &[Part]| -> BTreeMap<_, _> {
        parts
            .iter()
            .map(|part| (part.name.clone(), part.source.trim().to_owned()))
            .collect()
    };
    let (before, after) = (sources(base), sources(revision));
    for (name, source) in &after {
        let is_changed = before.get(name).is_some_and(|before| before != source);
        let items = Surface::read([source.as_str()])?;
        let is_reported = changes
            .iter()
            .any(|change| items.get(&change.path).is_some() || is_below_any(&change.path, &items));
        if is_changed && !is_reported {
            let what = "differs only in documentation or implementation".to_owned();
            changes.push(Change {
                path: subject(name),
                level: Level::Patch,
                base: None,
                revision: None,
                what,
            });
        }
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

/// Compares two generated sources of which the second has renamed types, given as pairs of the name
/// in the base and the name in the revision. Each pair is one change, and its consequences are not
/// reported.
///
/// # Errors
///
/// If a part is not Rust.
pub fn compare_renamed(
    base: &[Part],
    revision: &[Part],
    renames: &[(String, String)],
) -> Result<Vec<Change>, Error> {
    let read = |parts: &[Part]| Surface::read(parts.iter().map(|part| part.source.as_str()));
    let (before, after) = (read(base)?, read(revision)?);
    let renamed = base.iter().map(|part| part.renamed(renames));
    let renamed = renamed.collect::<Result<Vec<_>, _>>()?;
    let mut changes = compare(&renamed, revision)?;
    for (from, to) in renames {
        let (path, target) = (format!("types::{from}"), format!("types::{to}"));
        let (Some(base), Some(revision)) = (before.get(&path), after.get(&target)) else {
            continue;
        };
        let what = format!("was renamed to `{target}`");
        changes.push(change(
            &path,
            Level::Major,
            Some(base),
            Some(revision),
            what,
        ));
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

fn items(before: &Surface, after: &Surface) -> Vec<Change> {
    let mut changes = Vec::new();
    for (path, item) in before.iter() {
        let is_holder_removed =
            holder(path, before).is_some_and(|holder| after.get(holder).is_none());
        match after.get(path) {
            None if !is_holder_removed => changes.push(change(
                path,
                Level::Major,
                Some(item),
                None,
                "was removed".to_owned(),
            )),
            None => {}
            Some(now) => changes.extend(
                difference(item, now)
                    .map(|(level, what)| change(path, level, Some(item), Some(now), what)),
            ),
        }
    }
    for (path, item) in after.iter().filter(|(path, _)| before.get(path).is_none()) {
        let holder = holder(path, after);
        let held_by = holder.and_then(|holder| before.get(holder));
        if holder.is_none() || held_by.is_some() {
            let (level, what) = addition(item, held_by);
            changes.push(change(path, level, None, Some(item), what.to_owned()));
        }
    }
    changes
}

fn change(
    path: &str,
    level: Level,
    base: Option<&Item>,
    revision: Option<&Item>,
    what: String,
) -> Change {
    Change {
        path: path.to_owned(),
        level,
        base: base.cloned(),
        revision: revision.cloned(),
        what,
    }
}

/// An addition is compatible, unless callers had to name every item.
fn addition(item: &Item, holder: Option<&Item>) -> (Level, &'static str) {
    match (&item.kind, holder.map(|holder| &holder.kind)) {
        (Kind::Field(_), Some(Kind::Struct { is_literal: true })) => (
            Level::Major,
            "was added, and callers may write the struct as a literal",
        ),
        (
            Kind::Variant(_),
            Some(Kind::Enum {
                is_exhaustive: true,
            }),
        ) => (
            Level::Major,
            "was added, and callers may match the enum without a wildcard",
        ),
        _ => (Level::Minor, "was added"),
    }
}

/// The difference between two versions of an item; the deprecation counts where nothing else
/// differs.
fn difference(before: &Item, after: &Item) -> Option<(Level, String)> {
    let change = match (&before.kind, &after.kind) {
        (old, new) if old == new => return deprecation(before, after),
        (Kind::Struct { is_literal }, Kind::Struct { .. }) => match is_literal {
            true => (
                Level::Major,
                "can no longer be written as a literal".to_owned(),
            ),
            false => (Level::Minor, "can be written as a literal".to_owned()),
        },
        (Kind::Enum { is_exhaustive }, Kind::Enum { .. }) => match is_exhaustive {
            true => (
                Level::Major,
                "can no longer be matched without a wildcard".to_owned(),
            ),
            false => (Level::Minor, "can be matched without a wildcard".to_owned()),
        },
        (Kind::Field(old), Kind::Field(new))
        | (Kind::Variant(old), Kind::Variant(new))
        | (Kind::Function(old), Kind::Function(new))
        | (Kind::Constant(old), Kind::Constant(new))
        | (Kind::Alias(old), Kind::Alias(new))
        | (Kind::Export(old), Kind::Export(new)) => {
            (Level::Major, format!("was `{old}`, is `{new}`"))
        }
        (old, new) => (Level::Major, format!("was a {old}, is a {new}")),
    };
    Some(change)
}

fn deprecation(before: &Item, after: &Item) -> Option<(Level, String)> {
    match (&before.deprecated, &after.deprecated) {
        (old, new) if old == new => None,
        (None, Some(note)) => Some((Level::Minor, format!("is deprecated: {note}"))),
        (Some(_), Some(note)) => {
            Some((Level::Patch, format!("has a new deprecation note: {note}")))
        }
        (_, None) => Some((Level::Patch, "is no longer deprecated".to_owned())),
    }
}

/// The struct, enum or module of an item; of an implementation, the type.
fn holder<'p>(path: &'p str, surface: &Surface) -> Option<&'p str> {
    let holder = match path.split_once(" as ") {
        Some((subject, _)) => subject,
        None => path.rsplit_once("::")?.0,
    };
    surface.get(holder).map(|_| holder)
}

fn is_below_any(path: &str, surface: &Surface) -> bool {
    holder(path, surface).is_some_and(|holder| {
        !matches!(
            surface.get(holder),
            Some(Item {
                kind: Kind::Module,
                ..
            })
        )
    })
}

/// The path of the subject of a part.
fn subject(part: &str) -> String {
    match part.split_once('.') {
        Some(("type", name)) => format!("types::{name}"),
        Some(("operation", name)) => format!("Client::{name}"),
        _ if part == "nullable" => "Nullable".to_owned(),
        _ if part == "client" => "Client".to_owned(),
        _ => part.to_owned(),
    }
}
