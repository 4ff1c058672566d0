use std::collections::HashMap;

use crate::pointer::Pointer;

/// Index of a document's components by inheritance: `allOf` with a reference to a schema that has a
/// `discriminator`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inheritance {
    /// The component schemas that inherit from a schema, directly or not, in the order of the
    /// document.
    heirs: HashMap<Pointer, Vec<Heir>>,
    /// The names of component schemas that have a `discriminator`, by the pointer of the schema.
    names: HashMap<Pointer, String>,
}

#[derive(Debug, Clone)]
struct Heir {
    name: String,
    schema: Pointer,
}

impl Inheritance {
    /// The component schemas that inherit from the schema at a pointer, directly or not: name and
    /// pointer.
    pub(crate) fn heirs(&self, schema: &Pointer) -> impl Iterator<Item = (&str, &Pointer)> {
        let heirs = self.heirs.get(schema).into_iter().flatten();
        heirs.map(|heir| (heir.name.as_str(), &heir.schema))
    }

    /// The name of the component schema at a pointer, if it has a `discriminator`.
    pub(super) fn name(&self, schema: &Pointer) -> Option<&str> {
        self.names.get(schema).map(String::as_str)
    }

    pub(super) fn add_name(&mut self, schema: &Pointer, name: &str) {
        self.names.insert(schema.clone(), name.to_owned());
    }

    /// Adds the component `name` at `schema` to the heirs of `parent`, unless it is one.
    pub(super) fn add_heir(&mut self, parent: &Pointer, name: &str, schema: &Pointer) {
        let heirs = self.heirs.entry(parent.clone()).or_default();
        let mut known = heirs.iter();
        if !known.any(|heir| heir.schema == *schema && heir.name == name) {
            heirs.push(Heir {
                name: name.to_owned(),
                schema: schema.clone(),
            });
        }
    }
}
