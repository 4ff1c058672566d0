//! Segments of a path that a value could make empty or a dot segment, and would then be another
//! path.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Item, Stmt, UseTree, parse_quote};

use crate::idents::method_name;

/// A part of a path segment.
pub(super) enum Piece {
    Parameter(String),
    Dots(String),
}

/// The segments that are made of parameters and dots, so that a value can make them a dot segment.
pub(super) fn of(path: &str) -> Vec<Vec<Piece>> {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        let mut pieces = Vec::new();
        let mut rest = segment;
        let mut is_safe = false;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            is_safe |= before.chars().any(|c| c != '.');
            if !before.is_empty() {
                pieces.push(Piece::Dots(before.to_owned()));
            }
            pieces.push(Piece::Parameter(name.to_owned()));
            rest = after;
        }
        is_safe |= rest.chars().any(|c| c != '.');
        if !rest.is_empty() {
            pieces.push(Piece::Dots(rest.to_owned()));
        }
        let has_parameter = pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Parameter(_)));
        if has_parameter && !is_safe {
            segments.push(pieces);
        }
    }
    segments
}

/// The statement that rejects values that make the segment empty or a dot segment.
pub(super) fn check(segment: &[Piece]) -> Stmt {
    let names: Vec<_> = segment
        .iter()
        .filter_map(|piece| match piece {
            Piece::Parameter(name) => Some(name.as_str()),
            Piece::Dots(_) => None,
        })
        .collect();
    let (label, be) = match &names[..] {
        [one] => (format!("path parameter `{one}`"), "is"),
        _ => (format!("path parameters `{}`", names.join("`, `")), "are"),
    };
    let message = format!("{label} {be} empty or a dot segment");
    let value: TokenStream = match segment {
        [Piece::Parameter(name)] => {
            let name = method_name(name);
            quote!(#name.to_string())
        }
        pieces => {
            let pieces = pieces.iter().map(|piece| match piece {
                Piece::Parameter(name) => {
                    let name = method_name(name);
                    quote!(#name.to_string())
                }
                Piece::Dots(dots) => quote!(#dots.to_string()),
            });
            quote!([#(#pieces),*].concat())
        }
    };
    parse_quote! {
        if matches!(#value.as_str(), "" | "." | "..") {
            return Err(Error::InvalidRequest(#message.to_string()));
        }
    }
}

/// Encodes backslashes, which a URL parser takes for slashes and progenitor-client does not encode.
pub(super) fn encode_backslashes(file: &mut File) {
    for item in &mut file.items {
        if let Item::Use(item) = item {
            remove_import(&mut item.tree, "encode_path");
        }
    }
    file.items.push(parse_quote! {
        fn encode_path(value: &str) -> ::std::string::String {
            progenitor_client::encode_path(value).replace('\\', "%5C")
        }
    });
}

/// Removes a name from the groups of an import.
fn remove_import(tree: &mut UseTree, name: &str) {
    match tree {
        UseTree::Path(path) => remove_import(&mut path.tree, name),
        UseTree::Group(group) => {
            let is_kept = |tree: &UseTree| !matches!(tree, UseTree::Name(it) if it.ident == name);
            group.items = std::mem::take(&mut group.items)
                .into_iter()
                .filter(is_kept)
                .collect();
        }
        _ => {}
    }
}
