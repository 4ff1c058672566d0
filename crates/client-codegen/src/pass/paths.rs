//! The types of the standard library as the generator writes them. A component can have the name of
//! any of them, so a type is recognised by its whole path, never by the last segment.

use syn::{GenericArgument, Ident, Path, PathArguments, Type};

/// `T` of `::std::option::Option<T>`.
pub(crate) fn option_argument(ty: &Type) -> Option<&Type> {
    arguments(ty, &["std", "option", "Option"])?.next()
}

/// `T` of `::std::boxed::Box<T>`.
pub(crate) fn box_argument(ty: &Type) -> Option<&Type> {
    arguments(ty, &["std", "boxed", "Box"])?.next()
}

/// `T` of `::std::result::Result<T, _>`.
pub(crate) fn result_argument(ty: &Type) -> Option<&Type> {
    arguments(ty, &["std", "result", "Result"])?.next()
}

/// `T` of `name<T>` in a module that imports the name, as the builders of operations do.
pub(crate) fn imported_argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let path = &path.path;
    let first = path.segments.first()?;
    let is_bare = path.leading_colon.is_none() && path.segments.len() == 1 && first.ident == name;
    types(&first.arguments).filter(|_| is_bare)?.next()
}

/// `T` of the three-state type of the module that includes the source.
pub(crate) fn nullable_argument<'t>(ty: &'t Type, module: &Path) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let is_nullable = is_inside(&path.path, module, &["Nullable"]);
    types(&last.arguments).filter(|_| is_nullable)?.next()
}

/// The name of a type of the module `types`, given by its absolute path.
pub(crate) fn absolute<'t>(ty: &'t Type, module: &Path) -> Option<&'t Ident> {
    let Type::Path(path) = ty else { return None };
    let name = &path.path.segments.last()?.ident;
    is_inside(&path.path, module, &["types", &name.to_string()]).then_some(name)
}

/// Whether the path is that of the module, and these names.
fn is_inside(path: &Path, module: &Path, names: &[&str]) -> bool {
    let idents = |path: &Path| -> Vec<String> {
        let segments = path.segments.iter();
        segments.map(|segment| segment.ident.to_string()).collect()
    };
    let mut expected = idents(module);
    expected.extend(names.iter().map(ToString::to_string));
    idents(path) == expected
}

/// The item of a list or of an array of fixed length.
pub(crate) fn item(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Array(array) => Some(&array.elem),
        _ => arguments(ty, &["std", "vec", "Vec"])?.next(),
    }
}

/// The value of a map.
pub(crate) fn map_value(ty: &Type) -> Option<&Type> {
    let map = arguments(ty, &["std", "collections", "HashMap"])
        .or_else(|| arguments(ty, &["serde_json", "Map"]));
    map?.nth(1)
}

/// The name of a type of the module `types`, given from inside or outside: `Order`, `super::Order`,
/// `types::Order` or `types::builder::Order`.
pub(crate) fn local(ty: &Type) -> Option<&Ident> {
    let Type::Path(path) = ty else { return None };
    let path = &path.path;
    let last = path.segments.last()?;
    let is_local = path.leading_colon.is_none()
        && last.arguments.is_none()
        && path.segments.iter().rev().skip(1).all(|segment| {
            matches!(
                segment.ident.to_string().as_str(),
                "super" | "types" | "builder"
            )
        });
    is_local.then_some(&last.ident)
}

/// The type arguments of the path `::a::b::C<…>`.
fn arguments<'t>(ty: &'t Type, names: &[&str]) -> Option<impl Iterator<Item = &'t Type>> {
    let Type::Path(path) = ty else { return None };
    let path = &path.path;
    let is_path = path.leading_colon.is_some()
        && path.segments.len() == names.len()
        && path
            .segments
            .iter()
            .zip(names)
            .all(|(segment, name)| segment.ident == name);
    types(&path.segments.last()?.arguments).filter(|_| is_path)
}

/// The types among the arguments of a path.
fn types(arguments: &PathArguments) -> Option<impl Iterator<Item = &Type>> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return None;
    };
    Some(arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }))
}

/// The first type argument of a path, to be replaced.
pub(crate) fn first_argument_mut(ty: &mut Type) -> Option<&mut Type> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &mut path.path.segments.last_mut()?.arguments
    else {
        return None;
    };
    arguments
        .args
        .iter_mut()
        .find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}
