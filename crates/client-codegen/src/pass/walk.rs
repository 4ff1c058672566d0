//! Follows the generated types along the schemas they were generated from, and collects for every
//! generated field the properties that declare it. Only the names of properties reach the generated
//! source unchanged: descriptions, titles and extensions are lost when schemas are merged.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use syn::{Field, Fields, File, Item, ItemEnum, Type, Variant};

use super::{
    attributes,
    modules::{self, Types},
    paths,
};
use crate::{
    document::{at, child, members, operations, reference, resolve},
    idents::{field_name, operation_type_name, type_name},
    lower::Marks,
    schema::{self, Flat},
};

/// A field by its owner, a struct `Order` or a variant `Payment::Card`, and its name.
pub(crate) type Key = (String, String);

/// Pointers of the properties that declare each field.
pub(crate) type Declarations = BTreeMap<Key, BTreeSet<String>>;

/// Results of the walk.
pub(crate) struct Walked {
    /// The declarations of all fields that can be reached from a component, a body or a response.
    pub(crate) declarations: Declarations,
    /// Schemas whose type has no value.
    pub(crate) uninhabited: BTreeSet<String>,
    /// Properties without a field: the generator drops one whose declarations it takes for a
    /// contradiction.
    pub(crate) dropped: BTreeSet<String>,
}

/// Follows all types that can be reached from a component, a body or a response.
pub(crate) fn follow(file: &File, document: &Value, marks: Marks) -> Walked {
    let mut walk = Walk {
        document,
        marks,
        types: Types::new(modules::content(&file.items, "types")),
        components: BTreeMap::new(),
        seen: BTreeSet::new(),
        declarations: Declarations::new(),
        uninhabited: BTreeSet::new(),
        dropped: BTreeSet::new(),
    };
    for (name, pointer, _) in members(document, "#/components/schemas") {
        walk.components.insert(type_name(name).to_string(), pointer);
    }
    for (ident, pointer) in walk.components.clone() {
        walk.item(&[pointer], &ident);
    }
    let builders = Types::new(modules::content(&file.items, "builder"));
    for operation in operations(document) {
        let name = operation_type_name(operation.id()).to_string();
        let Some(Item::Struct(builder)) = builders.get(&name) else {
            continue;
        };
        let body = builder
            .fields
            .iter()
            .find(|field| field.ident.as_ref().is_some_and(|name| name == "body"));
        let Some(ty) = body.and_then(|field| paths::imported_argument(&field.ty, "Result")) else {
            continue;
        };
        let body = resolve(document, &child(&operation.pointer, "requestBody"));
        for (_, pointer, _) in members(document, &child(&body, "content")) {
            walk.ty(&[child(&pointer, "schema")], ty);
        }
        let response = format!("{}Response", type_name(operation.id()));
        for (_, pointer, _) in members(document, &child(&operation.pointer, "responses")) {
            let response_pointer = resolve(document, &pointer);
            for (_, pointer, _) in members(document, &child(&response_pointer, "content")) {
                let pointer = child(&pointer, "schema");
                let schema = at(document, &pointer);
                if schema.is_some_and(|schema| reference(schema).is_some()) {
                    continue;
                }
                let title = schema.and_then(|schema| schema.get("title")?.as_str());
                let name =
                    title.map_or_else(|| response.clone(), |title| type_name(title).to_string());
                walk.item(&[pointer], &name);
            }
        }
    }
    Walked {
        declarations: walk.declarations,
        uninhabited: walk.uninhabited,
        dropped: walk.dropped,
    }
}

struct Walk<'a> {
    document: &'a Value,
    marks: Marks,
    types: Types<'a>,
    /// Components by the name of their type, which belongs to the component alone.
    components: BTreeMap<String, String>,
    seen: BTreeSet<(String, Vec<String>)>,
    declarations: Declarations,
    uninhabited: BTreeSet<String>,
    dropped: BTreeSet<String>,
}

impl Walk<'_> {
    /// A type generated from the conjunction of `schemas`.
    fn ty(&mut self, schemas: &[String], ty: &Type) {
        if schemas.is_empty() {
            return;
        }
        if let Some(inner) = paths::option_argument(ty).or_else(|| paths::box_argument(ty)) {
            self.ty(schemas, inner);
        } else if let Some(item) = paths::item(ty) {
            self.below(schemas, "items", item);
        } else if let Some(value) = paths::map_value(ty) {
            self.below(schemas, "additionalProperties", value);
        } else if let Some(ident) = paths::local(ty) {
            match self.components.get(&ident.to_string()).cloned() {
                Some(component) => self.item(&[component], &ident.to_string()),
                None => self.item(schemas, &ident.to_string()),
            }
        }
    }

    fn below(&mut self, schemas: &[String], keyword: &str, ty: &Type) {
        let flat = self.flat(schemas);
        let below: Vec<_> = flat
            .members
            .iter()
            .map(|member| child(member, keyword))
            .collect();
        let below: Vec<_> = below
            .into_iter()
            .filter(|pointer| at(self.document, pointer).is_some_and(Value::is_object))
            .collect();
        self.ty(&below, ty);
    }

    fn item(&mut self, schemas: &[String], ident: &str) {
        let Some(item) = self.types.get(ident) else {
            return;
        };
        if !self.seen.insert((ident.to_owned(), schemas.to_owned())) {
            return;
        }
        match item {
            Item::Enum(item) if item.variants.is_empty() => {
                self.uninhabited.extend(schemas.first().cloned());
            }
            Item::Struct(item) => self.fields(schemas, ident, &item.fields),
            Item::Enum(item) => self.variants(schemas, item),
            Item::Type(item) => self.ty(schemas, &item.ty),
            _ => {}
        }
    }

    fn fields(&mut self, schemas: &[String], owner: &str, fields: &Fields) {
        let flat = self.flat(schemas);
        let mut reached = BTreeSet::new();
        for field in fields {
            let Some(name) = &field.ident else {
                // A newtype.
                self.ty(schemas, &field.ty);
                continue;
            };
            if is_flattened(field) {
                self.flattened(&flat, field);
                continue;
            }
            let wire =
                attributes::serde_text(&field.attrs, "rename").unwrap_or_else(|| name.to_string());
            let declared: Vec<_> = flat
                .members
                .iter()
                .filter_map(|member| self.declaration(member, &wire, &name.to_string()))
                .collect();
            if is_unit(&field.ty) {
                self.dropped.extend(declared.iter().cloned());
            }
            reached.extend(declared.iter().cloned());
            self.declarations
                .entry((owner.to_owned(), name.to_string()))
                .or_default()
                .extend(declared.iter().cloned());
            self.ty(&declared, &field.ty);
        }
        let is_object = matches!(fields, Fields::Named(_)) && flat.choices.is_empty();
        for member in flat.members.iter().filter(|_| is_object) {
            let declared = members(self.document, &child(member, "properties"));
            let pointers = declared.into_iter().map(|(_, pointer, _)| pointer);
            self.dropped
                .extend(pointers.filter(|pointer| !reached.contains(pointer)));
        }
    }

    /// The map of unknown properties, or one of several alternatives of which any may apply.
    fn flattened(&mut self, flat: &Flat, field: &Field) {
        let index = field.ident.as_ref().map(ToString::to_string);
        let index = index
            .as_deref()
            .and_then(|name| name.strip_prefix("subtype_"));
        match (
            index.and_then(|index| index.parse::<usize>().ok()),
            &flat.choices[..],
        ) {
            (Some(index), [alternatives]) => {
                if let Some(alternative) = alternatives.get(index) {
                    self.ty(std::slice::from_ref(alternative), &field.ty);
                }
            }
            (None, _) => self.ty_of_unknown(flat, &field.ty),
            _ => {}
        }
    }

    fn ty_of_unknown(&mut self, flat: &Flat, ty: &Type) {
        if let Some(value) = paths::map_value(ty) {
            self.below(&flat.members, "additionalProperties", value);
        }
    }

    /// Variant *i* is generated from alternative *i*, together with everything beside the
    /// alternatives.
    fn variants(&mut self, schemas: &[String], item: &ItemEnum) {
        let flat = self.flat(schemas);
        let [alternatives] = &flat.choices[..] else {
            return;
        };
        if alternatives.len() != item.variants.len() {
            return;
        }
        let is_untagged = attributes::has_serde(&item.attrs, "untagged");
        let content = attributes::serde_text(&item.attrs, "content");
        for (variant, alternative) in item.variants.iter().zip(alternatives) {
            let mut applicable = flat.members.clone();
            applicable.retain(|member| !member.is_empty() && self.has_properties(member));
            applicable.push(alternative.clone());
            match &variant.fields {
                Fields::Named(_) => {
                    let owner = format!("{}::{}", item.ident, variant.ident);
                    self.fields(&applicable, &owner, &variant.fields);
                }
                Fields::Unnamed(fields) => {
                    if let Some(field) = fields.unnamed.first() {
                        let payload = match &content {
                            Some(content) => self.property(alternative, content),
                            None if is_untagged => None,
                            None => self.only_property(alternative, variant),
                        };
                        match payload {
                            Some(pointer) => self.ty(&[pointer], &field.ty),
                            None => self.ty(&applicable, &field.ty),
                        }
                    }
                }
                Fields::Unit => {}
            }
        }
    }

    /// The property of a schema, also under a name with a suffix.
    fn declaration(&self, schema: &str, wire: &str, field: &str) -> Option<String> {
        let properties = child(schema, "properties");
        let exact = child(&properties, wire);
        if at(self.document, &exact).is_some() {
            return Some(exact);
        }
        members(self.document, &properties)
            .into_iter()
            .find(|(name, ..)| {
                self.marks.strip(name).as_deref() == Some(wire) && field_name(name) == field
            })
            .map(|(_, pointer, _)| pointer)
    }

    fn has_properties(&self, pointer: &str) -> bool {
        at(self.document, &child(pointer, "properties")).is_some()
    }

    fn property(&self, schema: &str, name: &str) -> Option<String> {
        let flat = self.flat(&[schema.to_owned()]);
        let property = |member: &String| child(&child(member, "properties"), name);
        flat.members
            .iter()
            .map(property)
            .find(|pointer| at(self.document, pointer).is_some())
    }

    /// The property that an externally tagged variant is made of.
    fn only_property(&self, schema: &str, variant: &Variant) -> Option<String> {
        let name = attributes::serde_text(&variant.attrs, "rename")
            .unwrap_or_else(|| variant.ident.to_string());
        self.property(schema, &name)
    }

    fn flat(&self, schemas: &[String]) -> Flat {
        schema::flat_all(self.document, schemas)
    }
}

/// Whether the type has one value only, as that of a property with contradictory declarations.
fn is_unit(ty: &Type) -> bool {
    let inner = paths::option_argument(ty).unwrap_or(ty);
    matches!(inner, Type::Tuple(tuple) if tuple.elems.is_empty())
}

fn is_flattened(field: &Field) -> bool {
    attributes::has_serde(&field.attrs, "flatten")
}
