use std::collections::HashMap;

use crate::diff::pair::Pair;
use crate::vocabulary::Method;

/// The key of operations that OpenAPI 3.2 adds: safe, with a body.
pub(super) const QUERY: &str = "query";

/// The keys of a path item that are operations: those of OpenAPI 3.0, and `query` of 3.2.
pub(super) fn method_keys() -> impl Iterator<Item = &'static str> {
    Method::ALL.into_iter().map(Method::key).chain([QUERY])
}

/// The names of the path parameters in the base, with those in the revision.
pub(super) fn parameter_names(paths: Pair<&str>) -> HashMap<&str, &str> {
    let names = paths.map(|path| {
        let opened = path.split('{').skip(1);
        let names = opened.filter_map(|rest| Some(rest.split_once('}')?.0));
        names.collect::<Vec<_>>()
    });
    names.base.into_iter().zip(names.revision).collect()
}

/// A path template without the names of its parameters.
pub(super) fn nameless(path: &str) -> String {
    let mut rest = path;
    let mut nameless = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        nameless.push_str(before);
        nameless.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    nameless + rest
}
