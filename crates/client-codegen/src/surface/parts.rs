use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    File, Ident, ImplItem, Item, ItemImpl, ItemMod, ReturnType, parse_quote, visit_mut::VisitMut,
};

use crate::error::Error;

/// A piece of generated source that is reviewed separately: a type with its builder, an operation,
/// or the frame around them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// `type.Order`, `operation.place_order`, `document`, `nullable`, `unknowns`, `wire` for the
    /// frame of the client below the facade, or `client` for the rest.
    pub name: String,
    /// Formatted Rust: the items in their modules, so that the parts together contain every item
    /// of the source.
    pub source: String,
}

impl Part {
    /// Returns the part in a snapshot file, by the file's name and text; nothing for other
    /// snapshots, such as the index of all names. The base of a comparison is in the snapshots
    /// that were committed with it.
    pub fn from_snapshot(file_name: &str, text: &str) -> Option<Self> {
        let name = file_name
            .strip_suffix(".snap")
            .filter(|name| *name != "index")?;
        let source = text.splitn(3, "---\n").nth(2)?;
        Some(Self {
            name: name.to_owned(),
            source: source.to_owned(),
        })
    }
}

impl Part {
    /// Returns the part with identifiers replaced, given as pairs of a name and its replacement.
    pub(super) fn renamed(&self, names: &[(String, String)]) -> Result<Self, Error> {
        let mut rename = Rename { names };
        let mut file = parse(&self.source)?;
        rename.visit_file_mut(&mut file);
        let name = self
            .name
            .strip_prefix("type.")
            .and_then(|name| rename.target(name));
        Ok(Self {
            name: name.map_or_else(|| self.name.clone(), |name| format!("type.{name}")),
            source: prettyplease::unparse(&file),
        })
    }
}

struct Rename<'n> {
    names: &'n [(String, String)],
}

impl Rename<'_> {
    fn target(&self, name: &str) -> Option<&str> {
        let pair = self.names.iter().find(|(from, _)| from == name)?;
        Some(&pair.1)
    }
}

impl VisitMut for Rename<'_> {
    fn visit_ident_mut(&mut self, ident: &mut Ident) {
        let name = ident.to_string();
        if let Some(target) = self.target(&name) {
            *ident = Ident::new(target, ident.span());
        }
    }
}

/// Cuts generated source into parts, by name.
///
/// # Errors
///
/// If `source` is not Rust.
pub fn parts(source: &str) -> Result<Vec<Part>, Error> {
    let file = parse(source)?;
    let mut cut = Cut::default();
    cut.methods(&file.items);
    cut.items(&[], file.items);
    let part = |(name, pieces): (String, Vec<Piece>)| Part {
        name,
        source: render(pieces),
    };
    Ok(cut.pieces.into_iter().map(part).collect())
}

pub(super) fn parse(source: &str) -> Result<File, Error> {
    syn::parse_file(source).map_err(|error| Error::Source(error.to_string()))
}

/// An item, and the modules around it.
type Piece = (Vec<Ident>, Item);

#[derive(Default)]
struct Cut {
    pieces: BTreeMap<String, Vec<Piece>>,
    /// The builder of an operation, and the name of its part.
    operations: BTreeMap<String, String>,
}

impl Cut {
    /// A method of the client that returns a builder is an operation.
    fn methods(&mut self, items: &[Item]) {
        for item in items {
            let item = match item {
                Item::Mod(ItemMod {
                    ident,
                    content: Some((_, items)),
                    ..
                }) if ident == "wire" => {
                    self.methods(items);
                    continue;
                }
                Item::Impl(item) => item,
                _ => continue,
            };
            for item in &item.items {
                let ImplItem::Fn(method) = item else { continue };
                let ReturnType::Type(_, ty) = &method.sig.output else {
                    continue;
                };
                let names = idents(ty.to_token_stream());
                if let [module, builder, ..] = names.as_slice()
                    && module == "builder"
                {
                    self.operations
                        .insert(builder.clone(), format!("operation.{}", method.sig.ident));
                }
            }
        }
    }

    fn items(&mut self, path: &[Ident], items: Vec<Item>) {
        let names: BTreeSet<String> = items
            .iter()
            .filter_map(defined)
            .map(ToString::to_string)
            .collect();
        for item in items {
            match item {
                Item::Mod(ItemMod {
                    ident,
                    content: Some((_, items)),
                    ..
                }) if MODULES.iter().any(|module| ident == module) => {
                    self.items(&[path, &[ident]].concat(), items);
                }
                Item::Impl(item)
                    if has_clients(path) && item.trait_.is_none() && item.items.len() > 1 =>
                {
                    for single in one_by_one(item) {
                        self.add(path, Item::Impl(single), &names);
                    }
                }
                item => self.add(path, item, &names),
            }
        }
    }

    fn add(&mut self, path: &[Ident], item: Item, names: &BTreeSet<String>) {
        let frame = match path.first() {
            Some(module) if module == "wire" => "wire",
            _ => "client",
        };
        let name = self
            .part_of(path, &item, names)
            .unwrap_or_else(|| frame.to_owned());
        self.pieces
            .entry(name)
            .or_default()
            .push((path.to_vec(), item));
    }

    fn part_of(&self, path: &[Ident], item: &Item, names: &BTreeSet<String>) -> Option<String> {
        if let Item::Mod(module) = item {
            let is_part =
                path.is_empty() && (module.ident == "document" || module.ident == "unknowns");
            return is_part.then(|| module.ident.to_string());
        }
        let subject = match item {
            Item::Impl(item) => {
                let of = item.trait_.as_ref().map(|(path, _)| path.to_token_stream());
                let mentioned = [Some(item.self_ty.to_token_stream()), of]
                    .into_iter()
                    .flatten()
                    .flat_map(idents);
                mentioned.into_iter().find(|name| names.contains(name))
            }
            item => defined(item).map(ToString::to_string),
        }?;
        match path.first() {
            Some(module) if module == "types" => Some(format!("type.{subject}")),
            Some(_) if !has_clients(path) => self.operations.get(&subject).cloned(),
            None if subject == "Nullable" => Some("nullable".to_owned()),
            _ => match item {
                Item::Impl(ItemImpl { items, .. }) => items.iter().find_map(|item| match item {
                    ImplItem::Fn(method) => {
                        let name = format!("operation.{}", method.sig.ident);
                        self.operations
                            .values()
                            .any(|operation| *operation == name)
                            .then_some(name)
                    }
                    _ => None,
                }),
                _ => None,
            },
        }
    }
}

/// The modules whose items are cut.
const MODULES: [&str; 5] = ["types", "builder", "wire", "operations", "blocking"];

/// Whether a module has a client, with a method for each operation.
fn has_clients(path: &[Ident]) -> bool {
    match path {
        [] => true,
        [module] => module == "wire" || module == "blocking",
        _ => false,
    }
}

fn one_by_one(item: ItemImpl) -> Vec<ItemImpl> {
    let single = |member: &ImplItem| ItemImpl {
        items: vec![member.clone()],
        ..item.clone()
    };
    item.items.iter().map(single).collect()
}

/// The name of a type that an item defines.
pub(super) fn defined(item: &Item) -> Option<&Ident> {
    match item {
        Item::Struct(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    }
}

/// All names in the tokens, in order.
pub(super) fn idents(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) => vec![ident.to_string()],
            TokenTree::Group(group) => idents(group.stream()),
            _ => vec![],
        })
        .collect()
}

/// The pieces in their modules; neighbours in the same module share it.
fn render(pieces: Vec<Piece>) -> String {
    let mut items = Vec::new();
    for (path, item) in pieces {
        place(&mut items, &path, item);
    }
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: vec![],
        items,
    })
}

fn place(items: &mut Vec<Item>, path: &[Ident], item: Item) {
    let Some((first, rest)) = path.split_first() else {
        items.push(item);
        return;
    };
    let is_open = matches!(items.last(), Some(Item::Mod(module)) if module.ident == *first);
    if !is_open {
        items.push(parse_quote!(pub mod #first {}));
    }
    if let Some(Item::Mod(ItemMod {
        content: Some((_, inner)),
        ..
    })) = items.last_mut()
    {
        place(inner, rest, item);
    }
}
