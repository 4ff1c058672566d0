use std::collections::HashMap;

use heck::{ToPascalCase, ToSnakeCase};

/// The name of the generated type of a component, or of another schema that is named `name` in a
/// document.
pub(in crate::lint) fn type_name(name: &str) -> String {
    sanitised(&name.replace('\'', ""), '-', str::to_pascal_case)
}

/// The name of a generated field, parameter or method.
pub(in crate::lint) fn field(name: &str) -> String {
    sanitised(&name.replace('\'', ""), '-', str::to_snake_case)
}

/// Checks that the generator derives distinct variant names from these values; returns the indices
/// of two that have the same name. It omits the characters that a name cannot have, or replaces
/// them by `X`.
pub(in crate::lint) fn unique_variants(values: &[&str]) -> Result<(), (usize, usize)> {
    let twin = |names: Vec<String>| {
        let mut seen = HashMap::new();
        let mut named = names.into_iter().enumerate();
        named.find_map(|(index, name)| Some((seen.insert(name, index)?, index)))
    };
    let plain = values.iter().map(|value| type_name(value)).collect();
    let marked = values.iter().map(|value| {
        let marked = value.replace(|c: char| c == '_' || !is_in_name(c), "X");
        type_name(&marked)
    });
    match (twin(plain), twin(marked.collect())) {
        (Some(_), Some(twins)) => Err(twins),
        _ => Ok(()),
    }
}

fn sanitised(name: &str, filler: char, cased: fn(&str) -> String) -> String {
    let cased = match name {
        "+1" => cased("plus1"),
        "-1" => cased("minus1"),
        _ => cased(&name.replace(|c: char| !is_in_name(c), &filler.to_string())),
    };
    match cased.chars().next() {
        None => "x".to_owned(),
        Some(c) if c.is_alphabetic() => cased,
        Some(_) => format!("_{cased}"),
    }
}

fn is_in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
