use syn::{Item, ItemMod};

/// The module of this name among `items`.
pub(crate) fn child<'i>(items: &'i mut [Item], name: &str) -> Option<&'i mut ItemMod> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == name => Some(module),
        _ => None,
    })
}
