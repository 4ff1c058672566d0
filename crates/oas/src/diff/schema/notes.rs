use std::collections::HashSet;

use super::compare::{Comparer, bare, shown};
use super::keywords::{COMPARED, OUTERMOST, WORDS, is_defined};
use super::object::lifecycle;
use super::shape::Shape;
use crate::diff::change::{Change, Edit, Kind, LifecycleKind, SchemaKind};
use crate::diff::lifecycle::is_unstable;
use crate::diff::relation::Relation;
use crate::{Node, Pointer};

impl<'d> Comparer<'_, '_, 'd> {
    /// What a schema says about itself without restricting values.
    pub(super) fn notes(&mut self) {
        for word in OUTERMOST.into_iter().take(WORDS) {
            if let Some(edit) = self.edit_of(word) {
                self.note(Kind::Documentation(word.to_owned()), edit, word);
            }
        }
        self.shadowed();
        self.lifecycle();
        for (keyword, relation) in [("default", Relation::EQUAL), ("xml", Relation::UNKNOWN)] {
            if let Some(edit) = self.edit_of(keyword) {
                let kind = if keyword == "xml" {
                    SchemaKind::Xml
                } else {
                    SchemaKind::Default
                };
                self.fact(kind, edit, relation, keyword);
            }
        }
        self.extensible_values();
        self.discriminator();
        self.ignored();
        let read_only = (
            self.base.any_true("readOnly"),
            self.revision.any_true("readOnly"),
        );
        let write_only = (
            self.base.any_true("writeOnly"),
            self.revision.any_true("writeOnly"),
        );
        self.found.read_only = read_only.0 || read_only.1;
        self.found.write_only = write_only.0 || write_only.1;
        if let Some(edit) = flip(read_only) {
            self.fact(SchemaKind::ReadOnly, edit, Relation::EQUAL, "readOnly");
        }
        if let Some(edit) = flip(write_only) {
            self.fact(SchemaKind::WriteOnly, edit, Relation::EQUAL, "writeOnly");
        }
    }

    /// What an outer schema says in place of an inner one: only words, since it is not what counts.
    fn shadowed(&mut self) {
        let mut names: Vec<&str> = Vec::new();
        let parts = self.base.parts.iter().chain(&self.revision.parts);
        for (key, _) in parts.flat_map(Node::members) {
            let outermost = !COMPARED.contains(&key) || OUTERMOST.contains(&key);
            if outermost && !names.contains(&key) {
                names.push(key);
            }
        }
        for name in names {
            let inner = |shape: &Shape<'d>| shape.all(name).skip(1).collect::<Vec<_>>();
            let (base, revision) = (inner(&self.base), inner(&self.revision));
            let same = |pair: &(&Node<'d>, &Node<'d>)| pair.0.value == pair.1.value;
            let common = base.iter().zip(&revision).take_while(same).count();
            let (old, new) = (base.get(common), revision.get(common));
            if let Some(edit) = Edit::between(old.is_some(), new.is_some())
                && self.edit_of(name).is_none()
            {
                let place = |node: Option<&Node<'d>>, shape: &Shape<'d>| {
                    node.map_or_else(|| shape.home(), |node| node.pointer.clone())
                };
                let places = (place(old, &self.base), place(new, &self.revision));
                let texts = (
                    old.map(|node| shown(node.value)),
                    new.map(|node| shown(node.value)),
                );
                self.note_at(Kind::Documentation(name.to_owned()), edit, places, texts);
            }
        }
    }

    fn lifecycle(&mut self) {
        let (base, revision) = (lifecycle(&self.base), lifecycle(&self.revision));
        self.found.unstable = base.stability.as_deref().is_some_and(is_unstable);
        if let Some(edit) = flip((base.deprecated, revision.deprecated)) {
            self.note(
                Kind::Lifecycle(LifecycleKind::Deprecated),
                edit,
                "deprecated",
            );
        }
        let sunset = LifecycleKind::Sunset {
            was_deprecated: base.deprecated,
            is_deprecated: revision.deprecated,
        };
        for (kind, keyword) in [
            (sunset, "x-sunset"),
            (LifecycleKind::Stability, "x-stability-level"),
        ] {
            if let Some(edit) = self.edit_of(keyword) {
                self.note(Kind::Lifecycle(kind), edit, keyword);
            }
        }
    }

    fn extensible_values(&mut self) {
        let keyword = "x-extensible-enum";
        let values = |shape: &Shape<'d>| {
            shape
                .first(keyword)
                .map(|node| node.items().map(|item| item.value).collect::<Vec<_>>())
        };
        let (base, revision) = (values(&self.base), values(&self.revision));
        if base.is_some() != revision.is_some() {
            // An open list accepts every value, listed or not.
            let edit = if base.is_some() {
                Edit::Removed
            } else {
                Edit::Added
            };
            self.note(Kind::Extension(keyword.to_owned()), edit, keyword);
        }
        let (Some(base), Some(revision)) = (base, revision) else {
            return;
        };
        let lost = base.iter().filter(|value| !revision.contains(value));
        let gained = revision.iter().filter(|value| !base.contains(value));
        let lost = lost.map(|value| (*value, Edit::Removed));
        let gained = gained.map(|value| (*value, Edit::Added));
        for (value, edit) in lost.chain(gained).collect::<Vec<_>>() {
            let kind = SchemaKind::ExtensibleValue(bare(value));
            self.fact(kind, edit, Relation::EQUAL, keyword);
        }
    }

    fn discriminator(&mut self) {
        let (base, revision) = (
            self.base.first("discriminator"),
            self.revision.first("discriminator"),
        );
        let (Some(base), Some(revision)) = (&base, &revision) else {
            if let Some(edit) = Edit::between(base.is_some(), revision.is_some()) {
                self.fact(
                    SchemaKind::Discriminator,
                    edit,
                    Relation::UNKNOWN,
                    "discriminator",
                );
            }
            return;
        };
        let names = (base.str("propertyName"), revision.str("propertyName"));
        if names.0 != names.1 {
            let kind = SchemaKind::DiscriminatorProperty;
            let texts = (names.0.map(str::to_owned), names.1.map(str::to_owned));
            let places = (base.pointer.clone(), revision.pointer.clone());
            self.fact_at(kind, Edit::Changed, Relation::UNKNOWN, places, texts);
        }
        let (old, new) = (base.get("mapping"), revision.get("mapping"));
        let members = |node: &Option<Node<'d>>| {
            node.iter()
                .flat_map(Node::members)
                .map(|(key, _)| key)
                .collect::<Vec<_>>()
        };
        let mut keys = members(&old);
        keys.extend(members(&new));
        let mut known = HashSet::new();
        keys.retain(|key| known.insert(*key));
        let place = |mapping: &Option<Node<'d>>, home: &Node<'d>, key: &str| {
            let entry = mapping.as_ref().and_then(|node| node.get(key));
            let home = mapping.as_ref().unwrap_or(home);
            (
                entry.as_ref().map(|node| shown(node.value)),
                entry.as_ref().unwrap_or(home).pointer.clone(),
            )
        };
        for key in keys {
            let ((before, base), (after, revision)) =
                (place(&old, base, key), place(&new, revision, key));
            if before != after
                && let Some(edit) = Edit::between(before.is_some(), after.is_some())
            {
                let kind = SchemaKind::DiscriminatorMapping(key.to_owned());
                self.fact_at(
                    kind,
                    edit,
                    Relation::UNKNOWN,
                    (base, revision),
                    (before, after),
                );
            }
        }
    }

    /// What OpenAPI 3.0 ignores beside a `$ref`.
    fn ignored(&mut self) {
        let (base, revision) = (self.base.ignored.clone(), self.revision.ignored.clone());
        let name = |node: &Node<'d>| node.pointer.last().map(|name| name.into_owned());
        let find = |nodes: &[Node<'d>], wanted: &Node<'d>| {
            nodes
                .iter()
                .find(|node| name(node) == name(wanted))
                .cloned()
        };
        let fresh = revision.iter().filter(|node| find(&base, node).is_none());
        for node in base.iter().chain(fresh) {
            let (old, new) = (find(&base, node), find(&revision, node));
            let value = |node: &Option<Node<'d>>| node.as_ref().map(|node| node.value);
            if value(&old) == value(&new) {
                continue;
            }
            let Some(edit) = Edit::between(old.is_some(), new.is_some()) else {
                continue;
            };
            let place = |node: &Option<Node<'d>>, shape: &Shape<'d>| {
                node.as_ref()
                    .map_or_else(|| shape.home(), |node| node.pointer.clone())
            };
            let places = (place(&old, &self.base), place(&new, &self.revision));
            let texts = (value(&old).map(shown), value(&new).map(shown));
            let kind = SchemaKind::Ignored(name(node).unwrap_or_default());
            self.fact_at(kind, edit, Relation::EQUAL, places, texts);
        }
    }

    /// Keywords and extensions that this differ knows by name only.
    pub(super) fn other_keywords(&mut self) {
        let mut names: Vec<&str> = Vec::new();
        let parts = self.base.parts.iter().chain(&self.revision.parts);
        for (key, _) in parts.flat_map(Node::members) {
            if !COMPARED.contains(&key) && !names.contains(&key) {
                names.push(key);
            }
        }
        for name in names {
            let Some(edit) = self.edit_of(name) else {
                continue;
            };
            if name.starts_with("x-") {
                self.note(Kind::Extension(name.to_owned()), edit, name);
                continue;
            }
            let relation = match edit {
                Edit::Added => Relation::NARROWED,
                Edit::Removed => Relation::WIDENED,
                Edit::Changed => Relation::UNKNOWN,
            };
            // A keyword nobody defined restricts nothing that could be told.
            let relation = if is_defined(name) {
                relation
            } else {
                Relation::UNKNOWN
            };
            self.fact(SchemaKind::Keyword(name.to_owned()), edit, relation, name);
        }
    }

    /// How the outermost value of a keyword changed; `None` when it is the same on both sides.
    fn edit_of(&self, keyword: &str) -> Option<Edit> {
        let (base, revision) = (self.base.first(keyword), self.revision.first(keyword));
        let value = |node: &Option<Node<'d>>| node.as_ref().map(|node| node.value);
        if value(&base) == value(&revision) {
            return None;
        }
        Edit::between(base.is_some(), revision.is_some())
    }

    fn note(&mut self, kind: Kind, edit: Edit, keyword: &str) {
        let (base, revision) = (self.base.first(keyword), self.revision.first(keyword));
        let text = |node: &Option<Node<'d>>| node.as_ref().map(|node| shown(node.value));
        let texts = (text(&base), text(&revision));
        let place = |node: Option<Node<'d>>, shape: &Shape<'d>| {
            node.map_or_else(|| shape.home(), |node| node.pointer)
        };
        let places = (place(base, &self.base), place(revision, &self.revision));
        self.note_at(kind, edit, places, texts);
    }

    /// Notes something that restricts no values.
    pub(super) fn note_at(
        &mut self,
        kind: Kind,
        edit: Edit,
        (base, revision): (Pointer, Pointer),
        (before, after): (Option<String>, Option<String>),
    ) {
        let relation = Relation::EQUAL;
        let change = Change {
            kind,
            edit,
            relation,
            base,
            revision,
            before,
            after,
        };
        self.found.facts.push(change);
    }
}

fn flip((base, revision): (bool, bool)) -> Option<Edit> {
    match (base, revision) {
        (false, true) => Some(Edit::Added),
        (true, false) => Some(Edit::Removed),
        _ => None,
    }
}
