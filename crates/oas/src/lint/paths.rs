use crate::{Document, Node};

/// The names between pairs of braces in a path template, in order.
pub(super) fn names(path: &str) -> Vec<&str> {
    let pieces = path.split('{').skip(1);
    pieces
        .filter_map(|piece| Some(piece.split_once('}')?.0))
        .collect()
}

/// A template without its names: equal for two paths that match the same requests.
pub(super) fn nameless(path: &str) -> String {
    let mut rest = path;
    let mut nameless = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        nameless.push_str(before);
        let Some((_, after)) = after.split_once('}') else {
            nameless.push('{');
            rest = after;
            continue;
        };
        nameless.push_str("{}");
        rest = after;
    }
    nameless + rest
}

/// The path items of a document by path, as written.
pub(super) fn paths(document: &Document) -> impl Iterator<Item = (&str, Node<'_>)> {
    let paths = document.root_node().members_of("paths");
    paths.filter(|(path, _)| path.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{nameless, names};

    #[test]
    fn splits_a_template_into_segments() {
        assert_eq!(names("/a/{b}/c-{d}.{e}"), ["b", "d", "e"]);
        assert_eq!(names("/a/{b/c}"), ["b/c"]);
        assert_eq!(names("/a/{b"), [""; 0]);
        assert_eq!(nameless("/a/{b}/c-{d}.{e}"), "/a/{}/c-{}.{}");
        assert_eq!(nameless("/a/{b"), "/a/{b");
    }
}
