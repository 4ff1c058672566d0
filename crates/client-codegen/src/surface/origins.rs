use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    document::{Operation, at, child, members, operations, read, reference, resolve},
    error::Error,
    idents::{constant_name, method_name, type_name},
    open_enum,
};

/// The parts of a document that the public items of its generated source come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    pointers: BTreeMap<String, String>,
}

impl Origins {
    /// Returns the origins of the source that [`generate`](crate::generate) returns for the
    /// document in `text`.
    ///
    /// # Errors
    ///
    /// If the text cannot be read as YAML or JSON.
    pub fn read(text: &str) -> Result<Self, Error> {
        let document = read(text)?;
        let mut origins = Self::default();
        for (name, pointer, _) in members(&document, "#/components/schemas") {
            let name = type_name(name).to_string();
            origins.add_values(&document, &name, &pointer);
            origins.add_type(&document, &name, &pointer);
        }
        for operation in operations(&document) {
            origins.add_operation(&document, &operation);
        }
        for (path, pointer) in [
            ("Client", "#/info"),
            ("blocking", "#/info"),
            ("operations", "#/paths"),
            ("wire", "#/info"),
            ("document", "#"),
            (
                "document::CLIENT_CREDENTIALS",
                "#/components/securitySchemes",
            ),
            ("document::SERVERS", "#/servers"),
            ("document::TITLE", "#/info/title"),
            ("document::VERSION", "#/info/version"),
        ] {
            origins.add(path.to_owned(), pointer);
        }
        Ok(origins)
    }

    /// The JSON pointer (RFC 6901) of the part of the document that an item comes from, or else of
    /// the nearest part that its parent comes from.
    pub fn pointer(&self, path: &str) -> Option<&str> {
        let mut path = path.split(" as ").next()?;
        loop {
            if let Some(pointer) = self.pointers.get(path) {
                return Some(pointer);
            }
            path = path.rsplit_once("::")?.0;
        }
    }

    fn add(&mut self, path: String, pointer: &str) {
        self.pointers
            .entry(path)
            .or_insert_with(|| pointer.trim_start_matches('#').to_owned());
    }

    /// The variants of an enum of this name, if the schema is one.
    fn add_values(&mut self, document: &Value, name: &str, pointer: &str) {
        for keyword in ["x-extensible-enum", "enum"] {
            let pointer = child(pointer, keyword);
            let Some(values) = at(document, &pointer).and_then(Value::as_array) else {
                continue;
            };
            self.add(
                format!("types::{name}"),
                pointer.rsplit_once('/').map_or("", |(schema, _)| schema),
            );
            for (variant, value) in open_enum::variants(values.iter().filter_map(Value::as_str)) {
                let index = values
                    .iter()
                    .position(|known| known.as_str() == Some(&value));
                let index = index.unwrap_or_default().to_string();
                self.add(
                    format!("types::{name}::{variant}"),
                    &child(&pointer, &index),
                );
            }
        }
    }

    /// A type of this name, with its fields; and the types of the objects inline in it, which are
    /// named after it.
    fn add_type(&mut self, document: &Value, name: &str, pointer: &str) {
        self.add(format!("types::{name}"), pointer);
        self.add(format!("types::builder::{name}"), pointer);
        for (property, pointer) in properties(document, pointer, &mut Vec::new()) {
            let field = method_name(&property);
            self.add(format!("types::{name}::{field}"), &pointer);
            self.add(format!("types::builder::{name}::{field}"), &pointer);
            let inner = format!("{name}{}", type_name(&property));
            self.add_values(document, &inner, &pointer);
            let items = child(&pointer, "items");
            match at(document, &pointer) {
                Some(schema) if schema.get("properties").is_some() => {
                    self.add_type(document, &inner, &pointer)
                }
                Some(_) if at(document, &child(&items, "properties")).is_some() => {
                    self.add_type(document, &format!("{inner}Item"), &items);
                }
                // A limit on a string or number makes a separate type.
                _ => self.add(format!("types::{inner}"), &pointer),
            }
        }
    }

    fn add_operation(&mut self, document: &Value, operation: &Operation<'_>) {
        let method = method_name(operation.id());
        let ty = type_name(&method.to_string());
        let holders = [
            format!("builder::{ty}"),
            format!("operations::{ty}"),
            format!("wire::builder::{ty}"),
        ];
        let paths = [
            format!("Client::{method}"),
            format!("blocking::Client::{method}"),
            format!("wire::Client::{method}"),
            format!("document::operations::{}", constant_name(operation.id())),
        ];
        for path in paths.iter().chain(&holders) {
            self.add(path.clone(), &operation.pointer);
        }
        let mut add = |name: &str, pointer: &str| {
            for holder in &holders {
                self.add(format!("{holder}::{name}"), pointer);
            }
        };
        for member in ["body", "body_map"] {
            add(member, &child(&operation.pointer, "requestBody"));
        }
        let of_path = operation
            .pointer
            .rsplit_once('/')
            .map_or("", |(path, _)| path);
        for list in [
            child(&operation.pointer, "parameters"),
            child(of_path, "parameters"),
        ] {
            let count = at(document, &list)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            for index in 0..count {
                let pointer = resolve(document, &child(&list, &index.to_string()));
                let name = at(document, &child(&pointer, "name"))
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                add(&method_name(name).to_string(), &pointer);
            }
        }
    }
}

/// The properties of a schema and of those it is composed of, with their pointers.
fn properties(document: &Value, pointer: &str, seen: &mut Vec<String>) -> Vec<(String, String)> {
    let pointer = resolve(document, pointer);
    if seen.contains(&pointer)
        || at(document, &pointer).is_none_or(|schema| reference(schema).is_some())
    {
        return Vec::new();
    }
    seen.push(pointer.clone());
    let own = members(document, &child(&pointer, "properties")).into_iter();
    let mut properties: Vec<_> = own
        .map(|(name, pointer, _)| (name.to_owned(), pointer))
        .collect();
    let all = child(&pointer, "allOf");
    let count = at(document, &all)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    for index in 0..count {
        properties.extend(self::properties(
            document,
            &child(&all, &index.to_string()),
            seen,
        ));
    }
    properties
}
