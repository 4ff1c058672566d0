use std::collections::HashSet;

use indexmap::IndexMap;

use super::facts::described;
use super::markdown::{Markdown, code};
use super::schema_type::{additional_schema, type_of};
use crate::{Document, Node, Pointer};

/// Maximum depth of references in the table of a request body. Deeper schemas are linked.
const MAX_FOLLOWED: usize = 8;

/// The properties of a schema as a table, those of nested objects with their path. References to
/// components are links.
pub(super) fn own_table(page: &mut Markdown, document: &Document, schema: &Node<'_>) {
    Rows::new(document, false).write(page, schema);
}

/// The same for what a caller sends: the first mention of each component is followed, and
/// properties that are read-only are left out.
pub(super) fn request_table(page: &mut Markdown, document: &Document, schema: &Node<'_>) {
    Rows::new(document, true).write(page, schema);
}

struct Rows<'d> {
    document: &'d Document,
    is_request: bool,
    /// The components that the table has described.
    described: HashSet<Pointer>,
    rows: Vec<[String; 4]>,
}

impl<'d> Rows<'d> {
    fn new(document: &'d Document, is_request: bool) -> Self {
        Self {
            document,
            is_request,
            described: HashSet::new(),
            rows: Vec::new(),
        }
    }

    fn write(mut self, page: &mut Markdown, schema: &Node<'d>) {
        let parts = self.document.all_of(schema.clone()).collect::<Vec<_>>();
        self.described
            .extend(parts.iter().map(|part| part.pointer.clone()));
        self.parts("", &parts, 0);
        page.table(["Property", "Type", "Required", "Description"], &self.rows);
    }

    /// The rows of what is nested at a path.
    fn nested(&mut self, path: &str, schema: &Node<'d>, depth: usize) {
        let follow = self.is_request && depth < MAX_FOLLOWED;
        let mut parts = self.document.all_of(schema.clone()).collect::<Vec<_>>();
        parts.retain(|part| {
            part.pointer.starts_with(&schema.pointer)
                || (follow && self.described.insert(part.pointer.clone()))
        });
        self.parts(path, &parts, depth + 1);
    }

    fn parts(&mut self, path: &str, parts: &[Node<'d>], depth: usize) {
        let mut properties = IndexMap::new();
        for (name, property) in parts.iter().flat_map(|part| part.members_of("properties")) {
            properties.entry(name).or_insert(property);
        }
        let required = parts.iter().flat_map(|part| part.items_of("required"));
        let required = required
            .filter_map(|name| name.value.as_str())
            .collect::<HashSet<_>>();
        for (name, property) in properties {
            let mut meanings = self.document.all_of(property.clone());
            if self.is_request && meanings.any(|part| part.is_true("readOnly")) {
                continue;
            }
            let path = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            };
            self.row(&path, &property, required.contains(name), depth);
        }
        for values in parts.iter().filter_map(additional_schema) {
            let path = if path.is_empty() {
                "*".to_owned()
            } else {
                format!("{path}.*")
            };
            self.row(&path, &values, false, depth);
        }
        for items in parts.iter().filter_map(|part| part.get("items")) {
            self.nested(&format!("{path}[]"), &items, depth);
        }
        for variants in ["oneOf", "anyOf"] {
            let variants = parts
                .iter()
                .flat_map(|part| part.items_of(variants).enumerate());
            for (index, variant) in variants.filter(|(_, variant)| variant.reference().is_none()) {
                self.nested(
                    format!("{path} (variant {})", index + 1).trim_start(),
                    &variant,
                    depth,
                );
            }
        }
    }

    fn row(&mut self, path: &str, schema: &Node<'d>, is_required: bool, depth: usize) {
        let required = if is_required { "**yes**" } else { "no" };
        let described = described(self.document, schema);
        self.rows.push([
            code(path),
            type_of(self.document, schema),
            required.to_owned(),
            described,
        ]);
        self.nested(path, schema, depth);
    }
}
