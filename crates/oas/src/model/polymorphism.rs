//! Discriminators: which schema describes a value of a polymorphic schema (OpenAPI 3.0.3, section
//! 4.7.25).

use super::inheritance::Inheritance;
use super::node::Node;
use crate::document::Document;
use crate::pointer::Pointer;

/// `discriminator` of a schema, and the schemas that it selects.
#[derive(Debug, Clone)]
pub struct Discriminator<'d> {
    /// The schema object that has the `discriminator`.
    pub schema: Node<'d>,
    /// The name of the property that selects.
    pub property: &'d str,
    /// Form in which it lists the schemas that it selects.
    pub form: DiscriminatorForm,
    /// Schemas by the property's value: first those of the mapping, then by the names of
    /// components. No value occurs twice.
    pub variants: Vec<Variant<'d>>,
    /// Whether `oneOf` or `anyOf` has members that no value selects: schemas that are not
    /// components.
    pub has_unnamed_members: bool,
}

/// Form in which a discriminator lists the schemas that it selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiscriminatorForm {
    /// In `oneOf` or `anyOf` beside it.
    Choice,
    /// Nowhere: components inherit from the schema through `allOf`. The schema's own name selects
    /// the schema alone.
    Inheritance,
}

/// One value of a discriminator's property, and the schema that it selects.
#[derive(Debug, Clone)]
pub struct Variant<'d> {
    /// The value of the property.
    pub value: &'d str,
    /// The entry of the `mapping`; `None` when the value is the name of a component.
    pub mapping: Option<Pointer>,
    /// The schema, references resolved; `None` when the mapping names a schema that does not
    /// exist.
    pub schema: Option<Node<'d>>,
}

impl<'d> Discriminator<'d> {
    /// The variant that a value of the property selects.
    pub fn variant(&self, value: &str) -> Option<&Variant<'d>> {
        self.variants.iter().find(|variant| variant.value == value)
    }

    /// Every known value of the property.
    pub fn values(&self) -> impl Iterator<Item = &'d str> {
        self.variants.iter().map(|variant| variant.value)
    }

    /// The values that select the schema at a pointer, those of the mapping first.
    pub fn values_of(&self, schema: &Pointer) -> impl Iterator<Item = &'d str> {
        let variants = self.variants.iter().filter(move |variant| {
            let selected = variant.schema.as_ref();
            selected.is_some_and(|selected| selected.pointer == *schema)
        });
        variants.map(|variant| variant.value)
    }

    fn add(&mut self, value: &'d str, mapping: Option<Pointer>, schema: Option<Node<'d>>) {
        if self.variant(value).is_none() {
            self.variants.push(Variant {
                value,
                mapping,
                schema,
            });
        }
    }
}

impl Document {
    /// Inheritance between component schemas; computed once.
    pub(crate) fn polymorphism(&self) -> &Inheritance {
        self.inheritance(inheritance)
    }

    /// The `discriminator` that a schema object itself has. References are not followed.
    ///
    /// A value selects a schema by the mapping, else by the name of its component. Where a selected
    /// schema has a discriminator of the same property, the values of that one select it too.
    pub fn discriminator<'d>(&'d self, schema: &Node<'d>) -> Option<Discriminator<'d>> {
        self.discriminator_outside(schema, &mut Vec::new())
    }

    /// The schema that an entry of a `mapping` names: a component by its name, else a reference;
    /// references resolved.
    pub(crate) fn mapping_target<'d>(&'d self, target: &str) -> Option<Node<'d>> {
        let schemas = self.node(&Pointer::root().join("components").join("schemas"));
        let named = schemas.and_then(|schemas| schemas.get(target));
        let referenced = || self.node(&Pointer::from_reference(target)?);
        self.resolve(named.or_else(referenced)?)
    }

    fn discriminator_outside<'d>(
        &'d self,
        schema: &Node<'d>,
        outer: &mut Vec<Pointer>,
    ) -> Option<Discriminator<'d>> {
        if !is_discriminated(schema) || outer.contains(&schema.pointer) {
            return None;
        }
        let discriminator = schema.get("discriminator")?;
        let members = ["oneOf", "anyOf"].map(|keyword| schema.items_of(keyword));
        let members = members.into_iter().flatten().collect::<Vec<_>>();
        let mut found = Discriminator {
            schema: schema.clone(),
            property: discriminator.str("propertyName")?,
            form: match members.is_empty() {
                true => DiscriminatorForm::Inheritance,
                false => DiscriminatorForm::Choice,
            },
            variants: Vec::new(),
            has_unnamed_members: false,
        };
        for (value, entry) in discriminator.members_of("mapping") {
            if let Some(target) = entry.value.as_str() {
                found.add(value, Some(entry.pointer), self.mapping_target(target));
            }
        }
        let index = self.polymorphism();
        match found.form {
            DiscriminatorForm::Inheritance => {
                let own = index.name(&schema.pointer);
                for (name, heir) in index.heirs(&schema.pointer) {
                    found.add(name, None, self.node(heir));
                }
                if let Some(name) = own {
                    found.add(name, None, Some(schema.clone()));
                }
            }
            DiscriminatorForm::Choice => {
                for member in members {
                    let name = self.component_name(&member);
                    let schema = self.resolve(member);
                    match (name, schema) {
                        (Some(name), schema) => found.add(name, None, schema),
                        (None, Some(schema)) => {
                            let is_mapped = found.values_of(&schema.pointer).next().is_some();
                            found.has_unnamed_members |= !is_mapped;
                        }
                        (None, None) => {}
                    }
                }
            }
        }
        outer.push(schema.pointer.clone());
        let selected = found.variants.iter();
        let selected = selected.filter_map(|variant| variant.schema.clone());
        for schema in selected.collect::<Vec<_>>() {
            let inner = self.discriminator_outside(&schema, outer);
            let inner = inner.filter(|inner| inner.property == found.property);
            for variant in inner.into_iter().flat_map(|inner| inner.variants) {
                found.add(variant.value, None, Some(schema.clone()));
            }
        }
        outer.pop();
        Some(found)
    }

    /// The name of the component schema that a reference names.
    fn component_name<'d>(&'d self, reference: &Node<'d>) -> Option<&'d str> {
        let written = reference.reference()?;
        let target = Pointer::from_reference(written)?;
        let mut tokens = target.tokens().rev();
        let name = tokens.next()?;
        if tokens.next()? != "schemas" || tokens.next()? != "components" {
            return None;
        }
        let last = written.rsplit('/').next()?;
        if last == name {
            return Some(last);
        }
        // The reference escapes the name: only the component itself has it as it is.
        let schemas = self.root().pointer("/components/schemas")?.as_object()?;
        let (name, _) = schemas.get_key_value(&*name)?;
        Some(name)
    }
}

/// Reads the component schemas of a document.
fn inheritance(document: &Document) -> Inheritance {
    let mut index = Inheritance::default();
    for (name, written) in document.schemas() {
        add(&mut index, document, name, written);
    }
    for (_, part) in document.parts() {
        let components = part.get("components").into_iter();
        for (name, written) in components.flat_map(|node| node.members_of("schemas")) {
            add(&mut index, document, name, written);
        }
    }
    index
}

fn add(index: &mut Inheritance, document: &Document, name: &str, written: Node<'_>) {
    let is_alias = written.reference().is_some();
    let Some(schema) = document.resolve(written) else {
        return;
    };
    if is_discriminated(&schema) && !(is_alias && index.name(&schema.pointer).is_some()) {
        index.add_name(&schema.pointer, name);
    }
    let parts = document.all_of(schema.clone());
    for part in parts.filter(|part| is_discriminated(part)) {
        if part.pointer != schema.pointer {
            index.add_heir(&part.pointer, name, &schema.pointer);
        }
    }
}

fn is_discriminated(schema: &Node<'_>) -> bool {
    let discriminator = schema.value.get("discriminator");
    discriminator.is_some_and(|discriminator| discriminator.get("propertyName").is_some())
}
