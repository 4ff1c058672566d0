//! The names that the generator derives from a document: copies of the sanitizers of progenitor and
//! of typify, which differ in the prefix of a name that begins with a digit. Tests compare both
//! with generated source.

use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};
use unicode_ident::{is_xid_continue, is_xid_start};

/// The name of the type of a component, and of a variant of an open enum.
pub(crate) fn type_name(name: &str) -> Ident {
    ident(name, str::to_pascal_case, "X")
}

/// The name of the field of a property.
pub(crate) fn field_name(name: &str) -> Ident {
    ident(name, str::to_snake_case, "x")
}

/// The name of the method of an operation, and of the setter of a parameter.
pub(crate) fn method_name(name: &str) -> Ident {
    ident(name, str::to_snake_case, "_")
}

/// The name of the builder of an operation.
pub(crate) fn operation_type_name(name: &str) -> Ident {
    ident(&method_name(name).to_string(), str::to_pascal_case, "_")
}

/// The name of a constant.
pub(crate) fn constant_name(name: &str) -> Ident {
    ident(name, str::to_shouty_snake_case, "X")
}

fn ident(name: &str, to_case: impl Fn(&str) -> String, prefix: &str) -> Ident {
    let cased = match name {
        // As typify names them.
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => to_case(
            &name
                .replace('\'', "")
                .replace(|c: char| !is_xid_continue(c), "-"),
        ),
    };
    let cased = match cased.chars().next() {
        None => to_case("x"),
        Some(first) if is_xid_start(first) => cased,
        Some(_) => format!("{prefix}{cased}"),
    };
    // `gen` is reserved in the 2024 edition only, so syn accepts it.
    if cased != "gen" && syn::parse_str::<Ident>(&cased).is_ok() {
        Ident::new(&cased, Span::call_site())
    } else {
        Ident::new(&format!("{cased}_"), Span::call_site())
    }
}
