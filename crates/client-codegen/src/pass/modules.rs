//! Modules of a generated source, and the types in them.

use std::collections::BTreeMap;

use syn::{Item, ItemMod};

/// The module of this name among `items`.
pub(crate) fn child<'i>(items: &'i mut [Item], name: &str) -> Option<&'i mut ItemMod> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => Some(module),
        _ => None,
    })
}

/// The items in the module of this name; none if there is no module.
pub(crate) fn content<'i>(items: &'i [Item], name: &str) -> &'i [Item] {
    let module = items.iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => module.content.as_ref(),
        _ => None,
    });
    module.map_or(&[], |(_, items)| items)
}

/// The structs, enums and type aliases of a module by name.
pub(crate) struct Types<'i> {
    items: &'i [Item],
    indices: BTreeMap<String, usize>,
}

impl<'i> Types<'i> {
    pub(crate) fn new(items: &'i [Item]) -> Self {
        let name = |item: &Item| match item {
            Item::Struct(item) => Some(item.ident.to_string()),
            Item::Enum(item) => Some(item.ident.to_string()),
            Item::Type(item) => Some(item.ident.to_string()),
            _ => None,
        };
        let indices = items.iter().enumerate();
        Self {
            items,
            indices: indices
                .filter_map(|(index, item)| Some((name(item)?, index)))
                .collect(),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&'i Item> {
        self.items.get(*self.indices.get(name)?)
    }
}
