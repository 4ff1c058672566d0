use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{
    Attribute, Expr, Fields, ImplItem, ItemImpl, Lit, Meta, Token, UseTree, Visibility,
    parse_quote, punctuated::Punctuated,
};

use super::{
    items::{Item, Kind},
    parts::{defined, idents, parse},
    types,
};
use crate::error::Error;

/// All public items of generated source, by path from the module that holds it:
/// `types::Order::due`.
///
/// An implementation of a trait has the path `types::Order as Clone`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surface {
    items: BTreeMap<String, Item>,
}

/// Returns an index of generated source: one line per public item, with its kind and path. Traits
/// themselves are left out.
///
/// # Errors
///
/// If `source` is not Rust.
pub fn index(source: &str) -> Result<String, Error> {
    let surface = Surface::read([source])?;
    let named = surface.iter().filter(|(_, item)| item.kind != Kind::Trait);
    Ok(named
        .map(|(path, item)| format!("{:8} {path}\n", item.kind))
        .collect())
}

impl Surface {
    /// The surface of a whole generated source, or of its [parts](super::parts) one after the
    /// other.
    ///
    /// # Errors
    ///
    /// If one of the sources is not Rust.
    pub fn read<'s>(sources: impl IntoIterator<Item = &'s str>) -> Result<Self, Error> {
        let mut surface = Self::default();
        for source in sources {
            surface.add_items("", &parse(source)?.items);
        }
        Ok(surface)
    }

    /// The items with their paths, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Item)> {
        self.items.iter().map(|(path, item)| (path.as_str(), item))
    }

    /// The item at a path.
    pub fn get(&self, path: &str) -> Option<&Item> {
        self.items.get(path)
    }

    fn add(&mut self, path: String, kind: Kind, attributes: &[Attribute]) {
        self.items.insert(
            path,
            Item {
                kind,
                deprecated: deprecated(attributes),
            },
        );
    }

    fn add_items(&mut self, module: &str, items: &[syn::Item]) {
        let names = items
            .iter()
            .filter_map(defined)
            .map(ToString::to_string)
            .collect();
        for item in items {
            match item {
                syn::Item::Mod(item) if is_public(&item.vis) => {
                    let path = join(module, &item.ident);
                    self.add_items(
                        &path,
                        item.content
                            .as_ref()
                            .map_or(&[], |(_, items)| items.as_slice()),
                    );
                    self.add(path, Kind::Module, &item.attrs);
                }
                syn::Item::Struct(item) if is_public(&item.vis) => self.add_struct(module, item),
                syn::Item::Enum(item) if is_public(&item.vis) => self.add_enum(module, item),
                syn::Item::Impl(item) => self.add_impl(module, item, &names),
                syn::Item::Const(item) if is_public(&item.vis) => {
                    self.add(
                        join(module, &item.ident),
                        Kind::Constant(types::text(&item.ty)),
                        &item.attrs,
                    );
                }
                syn::Item::Type(item) if is_public(&item.vis) => {
                    self.add(
                        join(module, &item.ident),
                        Kind::Alias(types::text(&item.ty)),
                        &item.attrs,
                    );
                }
                syn::Item::Fn(item) if is_public(&item.vis) => {
                    self.add(
                        join(module, &item.sig.ident),
                        Kind::Function(types::signature(&item.sig)),
                        &item.attrs,
                    );
                }
                syn::Item::Use(item) if is_public(&item.vis) => {
                    for (name, target) in exports(&item.tree, "") {
                        self.add(join(module, &name), Kind::Export(target), &item.attrs);
                    }
                }
                _ => {}
            }
        }
    }

    fn add_struct(&mut self, module: &str, item: &syn::ItemStruct) {
        let path = join(module, &item.ident);
        let is_open = item.fields.iter().all(|field| is_public(&field.vis));
        let is_literal = is_open && !is_non_exhaustive(&item.attrs);
        for (index, field) in item
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| is_public(&field.vis))
        {
            let name = field
                .ident
                .as_ref()
                .map_or_else(|| index.to_string(), ToString::to_string);
            self.add(
                join(&path, &name),
                Kind::Field(types::text(&field.ty)),
                &field.attrs,
            );
        }
        self.add_derives(&path, &item.attrs);
        self.add(path, Kind::Struct { is_literal }, &item.attrs);
    }

    fn add_enum(&mut self, module: &str, item: &syn::ItemEnum) {
        let path = join(module, &item.ident);
        for variant in &item.variants {
            let holds = match &variant.fields {
                Fields::Unit => String::new(),
                fields => fields
                    .iter()
                    .map(|field| types::text(&field.ty))
                    .collect::<Vec<_>>()
                    .join(", "),
            };
            self.add(
                join(&path, &variant.ident),
                Kind::Variant(holds),
                &variant.attrs,
            );
        }
        self.add_derives(&path, &item.attrs);
        let is_exhaustive = !is_non_exhaustive(&item.attrs);
        self.add(path, Kind::Enum { is_exhaustive }, &item.attrs);
    }

    /// `names` are those that the module defines.
    fn add_impl(&mut self, module: &str, item: &ItemImpl, names: &BTreeSet<String>) {
        let written = item.self_ty.to_token_stream();
        if let Some((of, _)) = &item.trait_ {
            // A conversion into a type from elsewhere comes and goes with the type of this module
            // that it is from.
            let mut mentioned = idents(written.clone())
                .into_iter()
                .chain(idents(of.to_token_stream()));
            let Some(subject) = mentioned.find(|name| names.contains(name)) else {
                return;
            };
            let mut path = format!(
                "{} as {}",
                join(module, &subject),
                types::text(&parse_quote!(#of))
            );
            if written.to_string() != subject {
                path.push_str(&format!(" for {}", types::text(&item.self_ty)));
            }
            self.add(path.replace("<'de>", ""), Kind::Trait, &item.attrs);
            return;
        }
        let subject = types::text(&item.self_ty);
        let name = subject.split('<').next().unwrap_or_default();
        for member in &item.items {
            match member {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    let path = join(&join(module, &name), &method.sig.ident);
                    self.add(
                        path,
                        Kind::Function(types::signature(&method.sig)),
                        &method.attrs,
                    );
                }
                ImplItem::Const(constant) if is_public(&constant.vis) => {
                    let path = join(&join(module, &name), &constant.ident);
                    self.add(
                        path,
                        Kind::Constant(types::text(&constant.ty)),
                        &constant.attrs,
                    );
                }
                _ => {}
            }
        }
    }

    fn add_derives(&mut self, path: &str, attributes: &[Attribute]) {
        type Arguments<T> = Punctuated<T, Token![,]>;
        let metas =
            attributes
                .iter()
                .flat_map(|attribute| match attribute.path().is_ident("cfg_attr") {
                    true => attribute
                        .parse_args_with(Arguments::<Meta>::parse_terminated)
                        .into_iter()
                        .flatten()
                        .collect(),
                    false => vec![attribute.meta.clone()],
                });
        for meta in metas.filter(|meta| meta.path().is_ident("derive")) {
            let derives = meta
                .require_list()
                .and_then(|list| list.parse_args_with(Arguments::<syn::Path>::parse_terminated));
            for name in derives
                .iter()
                .flatten()
                .filter_map(|path| path.segments.last())
            {
                self.add(format!("{path} as {}", name.ident), Kind::Trait, &[]);
            }
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_non_exhaustive(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("non_exhaustive"))
}

fn deprecated(attributes: &[Attribute]) -> Option<String> {
    let attribute = attributes
        .iter()
        .find(|attribute| attribute.path().is_ident("deprecated"))?;
    let pairs = attribute
        .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
        .ok();
    let note = pairs.into_iter().flatten().find_map(|pair| match pair {
        Meta::NameValue(pair) if pair.path.is_ident("note") => match pair.value {
            Expr::Lit(syn::ExprLit {
                lit: Lit::Str(note),
                ..
            }) => Some(note.value()),
            _ => None,
        },
        _ => None,
    });
    Some(note.unwrap_or_default())
}

fn exports(tree: &UseTree, prefix: &str) -> Vec<(String, String)> {
    match tree {
        UseTree::Path(path) => exports(&path.tree, &join(prefix, &path.ident)),
        UseTree::Group(group) => group
            .items
            .iter()
            .flat_map(|tree| exports(tree, prefix))
            .collect(),
        UseTree::Name(name) => vec![(name.ident.to_string(), join(prefix, &name.ident))],
        UseTree::Rename(name) => vec![(name.rename.to_string(), join(prefix, &name.ident))],
        UseTree::Glob(_) => vec![("*".to_owned(), join(prefix, &"*"))],
    }
}

fn join(path: &str, name: &impl ToString) -> String {
    let name = name.to_string();
    if path.is_empty() {
        name
    } else {
        format!("{path}::{name}")
    }
}
