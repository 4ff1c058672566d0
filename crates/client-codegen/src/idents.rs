use heck::{ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use proc_macro2::{Ident, Span};

/// The name the generator gives the type of a component.
pub(crate) fn type_name(name: &str) -> Ident {
    ident(&spaced(name).to_pascal_case(), 'X')
}

/// The name the generator gives the method of an operation.
pub(crate) fn method_name(name: &str) -> Ident {
    ident(&spaced(name).to_snake_case(), 'x')
}

/// The name of a constant.
pub(crate) fn constant_name(name: &str) -> Ident {
    ident(&spaced(name).to_shouty_snake_case(), 'X')
}

fn spaced(name: &str) -> String {
    name.replace('\'', "")
        .replace(|c: char| !c.is_alphanumeric(), "-")
}

/// An identifier: a letter is put before a digit or before nothing, an underscore after a keyword.
fn ident(name: &str, prefix: char) -> Ident {
    let starts_well = name.starts_with(|c: char| c.is_alphabetic());
    let name = if starts_well {
        name.to_owned()
    } else {
        format!("{prefix}{name}")
    };
    match syn::parse_str::<Ident>(&name) {
        Ok(ident) => ident,
        Err(_) => Ident::new(&format!("{name}_"), Span::call_site()),
    }
}
