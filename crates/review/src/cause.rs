use client_codegen::surface::{self, Level, Origins};
use oas::Pointer;
use oas::diff::Change;

use crate::input::Side;
use crate::surfaces::surfaces;

/// The id of a renamed component.
const RENAMED: &str = "component-renamed";

/// The reason for a change of the generated client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A change of the document, as an index into the changes on the wire.
    Change(usize),
    /// Another version of the generator: it changes the client of the unchanged base as well.
    Generator,
    /// No known cause.
    Unknown,
}

impl Cause {
    /// Returns a note if the cause is not a change of the document.
    pub(crate) fn note(self) -> Option<&'static str> {
        match self {
            Self::Change(_) => None,
            Self::Generator => Some(
                "caused by the generator: it changes the client of the unchanged document as well",
            ),
            Self::Unknown => Some("unknown cause: no change of the document matches"),
        }
    }
}

/// Finds the cause of a change of the generated client.
pub(crate) struct Causes {
    base: Origins,
    revision: Origins,
    /// Changes between the committed client of the base and the one that the current generator
    /// writes.
    by_generator: Vec<surface::Change>,
}

impl Causes {
    /// Reads the origins of the items in both clients; a document that the generator cannot read
    /// has none.
    pub(crate) fn new(base: Side<'_>, revision: Side<'_>) -> Result<Self, client_codegen::Error> {
        let read = |side: Side<'_>| Origins::read(side.document.text()).unwrap_or_default();
        Ok(Self {
            base: read(base),
            revision: read(revision),
            by_generator: surfaces(base.client, base.regenerated)?,
        })
    }

    /// Returns the cause of a change: the change on the wire that is nearest to the origin of the
    /// item, at, above or below its pointer. If several are equally near, the most severe one.
    pub(crate) fn of(&self, change: &surface::Change, wire: &[Change]) -> Cause {
        let is_same =
            |other: &&surface::Change| other.path == change.path && other.what == change.what;
        if self.by_generator.iter().any(|other| is_same(&other)) {
            return Cause::Generator;
        }
        let base = pointer(&self.base, &change.path);
        let revision = pointer(&self.revision, &change.path);
        // A documentation change can only cause a patch-level change.
        let explains = |wire: &Change| change.level == Level::Patch || !wire.is_documentation();
        let distances = wire.iter().map(|wire| {
            let found = explains(wire).then_some(&wire.difference)?;
            let base = base.as_ref().and_then(|own| distance(own, &found.base));
            let revision = revision
                .as_ref()
                .and_then(|own| distance(own, &found.revision));
            base.into_iter().chain(revision).min()
        });
        let near = distances
            .enumerate()
            .filter_map(|(index, distance)| Some((distance?, index)));
        // Changes are sorted by severity, so that the lower index is the more severe one.
        let nearest = near.min().map(|(_, index)| index);
        let nearest = nearest.or_else(|| {
            let operation = revision.as_ref().or(base.as_ref()).and_then(operation)?;
            let occurs = |other: &Change| {
                let mut names = other.operations.iter();
                explains(other) && names.any(|name| name.to_string() == operation)
            };
            wire.iter().position(occurs)
        });
        // Parts such as the list of operations belong to the whole document.
        let is_global = base.is_none() && revision.is_none() && change.level == Level::Patch;
        let nearest = nearest.or_else(|| (is_global && !wire.is_empty()).then_some(0));
        nearest.map_or(Cause::Unknown, Cause::Change)
    }

    /// Returns the types that were renamed with their component, as pairs of names in the base and
    /// the revision.
    pub(crate) fn renames(
        &self,
        changes: &[surface::Change],
        wire: &[Change],
    ) -> Vec<(String, String)> {
        let renamed = wire.iter().filter(|change| change.id == RENAMED);
        let renamed: Vec<_> = renamed
            .map(|change| (&change.difference.base, &change.difference.revision))
            .collect();
        let removed = changes.iter().filter(|one| one.revision.is_none());
        let pairs = removed.filter_map(|removed| {
            let from = type_name(removed)?;
            let origin = pointer(&self.base, &removed.path)?;
            let (base, revision) = renamed.iter().find(|(base, _)| origin.starts_with(base))?;
            let target =
                revision.as_str().to_owned() + origin.as_str().strip_prefix(base.as_str())?;
            let added = changes.iter().filter(|one| one.base.is_none());
            let mut added = added.filter(|one| {
                pointer(&self.revision, &one.path).is_some_and(|pointer| pointer.as_str() == target)
            });
            Some((from.to_owned(), added.find_map(type_name)?.to_owned()))
        });
        pairs.collect()
    }
}

fn pointer(origins: &Origins, path: &str) -> Option<Pointer> {
    Pointer::parse(origins.pointer(path)?).ok()
}

/// Returns the method and the path of the operation at a pointer, as changes on the wire name it.
fn operation(pointer: &Pointer) -> Option<String> {
    let mut tokens = pointer.tokens();
    let (paths, path, method) = (tokens.next()?, tokens.next()?, tokens.next()?);
    (paths == "paths").then(|| format!("{} {path}", method.to_uppercase()))
}

/// Returns the name of the changed type; `None` if the item is not a type.
fn type_name(change: &surface::Change) -> Option<&str> {
    let name = change.path.strip_prefix("types::")?;
    let item = change.base.as_ref().or(change.revision.as_ref())?;
    let is_type = matches!(
        item.kind,
        surface::Kind::Struct { .. } | surface::Kind::Enum { .. } | surface::Kind::Alias(_)
    );
    (is_type && !name.contains("::")).then_some(name)
}

/// Returns the number of tokens between a pointer and its ancestor; `None` if neither pointer is an
/// ancestor of the other.
fn distance(one: &Pointer, other: &Pointer) -> Option<usize> {
    let related = one.starts_with(other) || other.starts_with(one);
    related.then(|| one.tokens().count().abs_diff(other.tokens().count()))
}
