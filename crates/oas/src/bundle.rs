use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::vocabulary::{Kind, Shape};
use crate::{Document, Pointer};

/// Reason why a document cannot be written as one file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// A path item contains a reference to itself, and OpenAPI 3.0 has no component for path items.
    #[error("copy the path item `{0}`, which contains itself")]
    Circular(String),
}

impl Document {
    /// The document as one file: targets of references in other files become components, path items
    /// are copied.
    ///
    /// A component is named after the file or the last token of the pointer; a component of the
    /// document that is only a reference to another file takes the target's place.
    ///
    /// # Errors
    /// When a path item contains itself.
    pub fn bundle(&self) -> Result<Value, BundleError> {
        let mut bundler = Bundler {
            document: self,
            names: HashMap::new(),
            taken: HashSet::new(),
            added: Vec::new(),
            open: Vec::new(),
        };
        bundler.take_components();
        let mut root = bundler.shaped(self.root(), Shape::One(Kind::Document))?;
        let mut next = 0;
        while let Some((kind, pointer)) = bundler.added.get(next).cloned() {
            next += 1;
            let Some(value) = self.get(&pointer) else {
                continue;
            };
            let value = bundler.shaped(value, Shape::One(kind))?;
            let name = bundler.names[&(kind, pointer)].clone();
            let components = entry(&mut root, "components");
            if let Some(section) = section_of(kind) {
                entry(components, section)[name] = value;
            }
        }
        Ok(root)
    }
}

/// The member of an object, which is an object itself.
fn entry<'v>(value: &'v mut Value, key: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = json!({});
    }
    let member = &mut value[key];
    if !member.is_object() {
        *member = json!({});
    }
    member
}

struct Bundler<'d> {
    document: &'d Document,
    /// The name of the component that a target in another file becomes.
    names: HashMap<(Kind, Pointer), String>,
    taken: HashSet<(Kind, String)>,
    /// The targets that become components, in the order in which they were found.
    added: Vec<(Kind, Pointer)>,
    /// The path items that are being copied.
    open: Vec<Pointer>,
}

impl Bundler<'_> {
    /// Notes the names of the components. Those that are references to other files take the place
    /// of their targets.
    fn take_components(&mut self) {
        for field in Kind::Components.fields() {
            let Shape::Map(kind) = field.shape else {
                continue;
            };
            for (name, node) in self.document.components(field.name) {
                self.taken.insert((kind, name.to_owned()));
                if let Some(target) = node.reference().and_then(part) {
                    let names = self.names.entry((kind, target));
                    names.or_insert_with(|| name.to_owned());
                }
            }
        }
    }

    fn shaped(&mut self, value: &Value, shape: Shape) -> Result<Value, BundleError> {
        match (shape, value) {
            (Shape::One(kind), Value::Object(members)) => self.object(members, kind),
            (Shape::SchemaOrFlag, Value::Object(members)) => self.object(members, Kind::Schema),
            (Shape::Many(kind), Value::Array(items)) => {
                let items = items.iter().map(|item| self.shaped(item, Shape::One(kind)));
                Ok(Value::Array(items.collect::<Result<_, _>>()?))
            }
            (Shape::Map(kind), Value::Object(members)) => {
                let members = members
                    .iter()
                    .map(|(key, member)| Ok((key.clone(), self.shaped(member, Shape::One(kind))?)));
                Ok(Value::Object(members.collect::<Result<_, _>>()?))
            }
            _ => Ok(value.clone()),
        }
    }

    fn object(&mut self, members: &Map<String, Value>, kind: Kind) -> Result<Value, BundleError> {
        let reference = members.get("$ref").and_then(Value::as_str);
        if let Some(target) = reference.and_then(part) {
            if kind == Kind::PathItem {
                return self.path_item(members, target);
            }
            if kind.can_be_reference() {
                let mut members = members.clone();
                members.insert("$ref".to_owned(), self.component(kind, target).into());
                return Ok(Value::Object(members));
            }
        }
        let mut out = Map::new();
        for (key, member) in members {
            let value = match (kind, kind.shape(key)) {
                (Kind::Components, Some(Shape::Map(of))) => self.components(member, of)?,
                (Kind::Discriminator, Some(Shape::TextMap)) => self.mapping(member),
                (_, Some(shape)) => self.shaped(member, shape)?,
                (_, None) => member.clone(),
            };
            out.insert(key.clone(), value);
        }
        Ok(Value::Object(out))
    }

    /// The components of one kind. One that takes the place of its target has the target's content.
    fn components(&mut self, value: &Value, kind: Kind) -> Result<Value, BundleError> {
        let Value::Object(members) = value else {
            return Ok(value.clone());
        };
        let document = self.document;
        let mut out = Map::new();
        for (name, member) in members {
            let target = member.get("$ref").and_then(Value::as_str).and_then(part);
            let is_place = |target: &Pointer| self.names.get(&(kind, target.clone())) == Some(name);
            let content = target
                .filter(is_place)
                .and_then(|target| document.get(&target));
            let value = self.shaped(content.unwrap_or(member), Shape::One(kind))?;
            out.insert(name.clone(), value);
        }
        Ok(Value::Object(out))
    }

    fn path_item(
        &mut self,
        siblings: &Map<String, Value>,
        target: Pointer,
    ) -> Result<Value, BundleError> {
        let document = self.document;
        if self.open.contains(&target) {
            return Err(BundleError::Circular(document.reference_to(&target)));
        }
        let Some(content) = document.get(&target) else {
            return Ok(Value::Object(siblings.clone()));
        };
        self.open.push(target);
        let copied = self.shaped(content, Shape::One(Kind::PathItem));
        self.open.pop();
        let mut copied = copied?;
        if let Value::Object(copied) = &mut copied {
            for (key, sibling) in siblings.iter().filter(|(key, _)| *key != "$ref") {
                if !copied.contains_key(key) {
                    let shape = Kind::PathItem.shape(key).unwrap_or(Shape::Any);
                    copied.insert(key.clone(), self.shaped(sibling, shape)?);
                }
            }
        }
        Ok(copied)
    }

    fn mapping(&mut self, value: &Value) -> Value {
        let Value::Object(members) = value else {
            return value.clone();
        };
        let members = members.iter().map(|(key, target)| {
            let part = target.as_str().and_then(part);
            let target = part.map_or_else(
                || target.clone(),
                |part| self.component(Kind::Schema, part).into(),
            );
            (key.clone(), target)
        });
        Value::Object(members.collect())
    }

    /// The reference to the component that a target becomes.
    fn component(&mut self, kind: Kind, target: Pointer) -> String {
        let section = section_of(kind).unwrap_or("schemas");
        let key = (kind, target);
        let name = match self.names.get(&key) {
            Some(name) => name.clone(),
            None => {
                let name = self.free_name(kind, &key.1);
                self.taken.insert((kind, name.clone()));
                self.names.insert(key.clone(), name.clone());
                self.added.push(key);
                name
            }
        };
        Pointer::root()
            .join("components")
            .join(section)
            .join(name)
            .to_reference()
    }

    /// A name that no component of the kind has: that of the member or the file, as far as names of
    /// components may have it.
    fn free_name(&self, kind: Kind, target: &Pointer) -> String {
        let (file, within) = self.document.origin(target);
        let file = file.key().rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let name = within
            .last()
            .map_or_else(|| stem.to_owned(), |last| last.into_owned());
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let name: String = name
            .chars()
            .map(|c| if is_allowed(c) { c } else { '_' })
            .collect();
        let numbered = (2..).map(|number: u32| format!("{name}-{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        let free =
            names.find(|name| !name.is_empty() && !self.taken.contains(&(kind, name.clone())));
        free.unwrap_or(name)
    }
}

/// The section of the components for a kind of object.
fn section_of(kind: Kind) -> Option<&'static str> {
    let mut fields = Kind::Components.fields().iter();
    let field = fields.find(|field| field.shape == Shape::Map(kind));
    field.map(|field| field.name)
}

/// The target of a reference to another file.
fn part(reference: &str) -> Option<Pointer> {
    let pointer = Pointer::from_reference(reference)?;
    pointer.in_parts().map(|_| pointer)
}
