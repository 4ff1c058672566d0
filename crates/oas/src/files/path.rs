use std::fmt;
use std::path::{Component, Path, PathBuf};

/// The path of a file below a root: names joined by `/`, none of them empty, `.` or `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RootPath(String);

/// Reason why a reference does not name a permitted file, from its text alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rejection {
    /// It is a URL, or an absolute path.
    NotRelative,
    /// It has a query, a backslash, a control character, or a malformed escape.
    Malformed,
    /// It leaves the root.
    Outside,
    /// It names a hidden file or folder.
    Hidden,
    /// It does not end in `.yaml`, `.yml` or `.json`.
    Extension,
}

impl RootPath {
    /// Reads a path; `None` when it is absolute or empty, or leaves the root.
    pub fn new(path: &Path) -> Option<Self> {
        let mut names = Vec::new();
        for component in path.components() {
            match component {
                Component::Normal(name) => names.push(name.to_str()?),
                Component::CurDir => {}
                Component::ParentDir => {
                    names.pop()?;
                }
                Component::RootDir | Component::Prefix(_) => return None,
            }
        }
        (!names.is_empty()).then(|| Self(names.join("/")))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path below a folder.
    pub fn below(&self, root: &Path) -> PathBuf {
        root.join(&self.0)
    }

    /// Whether it ends in `.yaml`, `.yml` or `.json`.
    pub fn has_extension(&self) -> bool {
        let extension = self
            .0
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'));
        extension.is_some_and(|(_, extension)| matches!(extension, "yaml" | "yml" | "json"))
    }

    /// Whether a name in it begins with a dot, apart from the hidden folder that `entry` is in.
    pub fn is_hidden_from(&self, entry: &RootPath) -> bool {
        let is_hidden = |name: &&str| name.starts_with('.');
        let folders = entry.folder().collect::<Vec<_>>();
        let shared = folders.iter().rposition(is_hidden).map_or(0, |at| at + 1);
        let names = self.0.split('/').collect::<Vec<_>>();
        let below = names.strip_prefix(&folders[..shared]).unwrap_or(&names);
        below.iter().any(is_hidden)
    }

    /// The path that a reference in this file leads to, without its fragment.
    pub(crate) fn resolve(&self, reference: &str, entry: &RootPath) -> Result<Self, Rejection> {
        if reference.starts_with(['/', '\\']) || has_scheme(reference) {
            return Err(Rejection::NotRelative);
        }
        let path = decoded(reference).ok_or(Rejection::Malformed)?;
        if reference.contains('?') || path.contains('\\') || path.contains(char::is_control) {
            return Err(Rejection::Malformed);
        }
        let mut names = self.folder().collect::<Vec<_>>();
        for name in path.split('/') {
            match name {
                "" | "." => {}
                ".." => {
                    names.pop().ok_or(Rejection::Outside)?;
                }
                name => names.push(name),
            }
        }
        // A folder is not a file.
        if path.ends_with('/') {
            return Err(Rejection::Extension);
        }
        let path = Self(names.join("/"));
        if path.is_hidden_from(entry) {
            return Err(Rejection::Hidden);
        }
        if !path.has_extension() {
            return Err(Rejection::Extension);
        }
        Ok(path)
    }

    /// The path relative to the folder of another file.
    pub(crate) fn relative_to(&self, other: &RootPath) -> String {
        let (names, folder) = (
            self.0.split('/').collect::<Vec<_>>(),
            other.folder().collect::<Vec<_>>(),
        );
        let shared = names
            .iter()
            .zip(&folder)
            .take_while(|(one, other)| one == other)
            .count();
        // The last name is the file's, which is never part of the folder.
        let shared = shared.min(names.len() - 1);
        let up = std::iter::repeat_n("..", folder.len() - shared);
        up.chain(names[shared..].iter().copied())
            .collect::<Vec<_>>()
            .join("/")
    }

    fn folder(&self) -> impl Iterator<Item = &str> {
        let folder = self.0.rsplit_once('/').map(|(folder, _)| folder.split('/'));
        folder.into_iter().flatten()
    }
}

impl fmt::Display for RootPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// RFC 3986 §3.1.
fn has_scheme(reference: &str) -> bool {
    let Some((scheme, _)) = reference.split_once(':') else {
        return false;
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn decoded(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            decoded.push(u8::try_from(value).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Rejection, RootPath};

    fn path(text: &str) -> RootPath {
        RootPath::new(Path::new(text)).unwrap()
    }

    #[test]
    fn resolves_references_against_the_referring_file() {
        let entry = path("api/v1/openapi.yaml");
        for (from, reference, expected) in [
            ("api/v1/openapi.yaml", "pets.yaml", "api/v1/pets.yaml"),
            (
                "api/v1/openapi.yaml",
                "./a//b/../pets.json",
                "api/v1/a/pets.json",
            ),
            ("api/v1/paths/a.yaml", "../../common.yml", "api/common.yml"),
            ("openapi.yaml", "My%20Pets.yaml", "My Pets.yaml"),
            ("openapi.yaml", "a:b/c.yaml/d.yaml", "a:b/c.yaml/d.yaml"),
        ] {
            let found = path(from).resolve(reference, &entry);
            if reference.starts_with("a:") {
                assert_eq!(found, Err(Rejection::NotRelative));
            } else {
                assert_eq!(found, Ok(path(expected)), "{reference}");
            }
        }
    }

    #[test]
    fn rejects_references_by_their_text() {
        let entry = path("api/openapi.yaml");
        for (reference, rejection) in [
            ("https://example.com/a.yaml", Rejection::NotRelative),
            ("file:///etc/a.yaml", Rejection::NotRelative),
            ("//example.com/a.yaml", Rejection::NotRelative),
            ("/etc/a.yaml", Rejection::NotRelative),
            ("\\\\host\\a.yaml", Rejection::NotRelative),
            ("a\\b.yaml", Rejection::Malformed),
            ("a%5Cb.yaml", Rejection::Malformed),
            ("a.yaml?b", Rejection::Malformed),
            ("a%00.yaml", Rejection::Malformed),
            ("a%0A.yaml", Rejection::Malformed),
            ("a%2.yaml", Rejection::Malformed),
            ("a%ff.yaml", Rejection::Malformed),
            ("../../a.yaml", Rejection::Outside),
            ("%2e%2e/%2E./a.yaml", Rejection::Outside),
            ("..%2f..%2fa.yaml", Rejection::Outside),
            ("../../api/a.yaml", Rejection::Outside),
            (".a.yaml", Rejection::Hidden),
            ("../.git/config.yaml", Rejection::Hidden),
            ("%2egit/a.yaml", Rejection::Hidden),
            ("a.txt", Rejection::Extension),
            ("yaml", Rejection::Extension),
            ("", Rejection::Extension),
            ("a/", Rejection::Extension),
            ("a.yaml/", Rejection::Extension),
            ("a.yaml.gz", Rejection::Extension),
        ] {
            assert_eq!(
                path("api/openapi.yaml").resolve(reference, &entry),
                Err(rejection),
                "{reference}"
            );
        }
    }

    #[test]
    fn reads_hidden_folders_only_around_the_entry() {
        let entry = path("a/.api/v1/openapi.yaml");
        let resolve = |reference| entry.resolve(reference, &entry);
        assert_eq!(resolve("pets.yaml"), Ok(path("a/.api/v1/pets.yaml")));
        assert_eq!(resolve("../pets.yaml"), Ok(path("a/.api/pets.yaml")));
        assert_eq!(resolve("../../pets.yaml"), Ok(path("a/pets.yaml")));
        assert_eq!(resolve(".pets.yaml"), Err(Rejection::Hidden));
        assert_eq!(resolve("../../.git/pets.yaml"), Err(Rejection::Hidden));
        assert_eq!(resolve("../../b/.api/pets.yaml"), Err(Rejection::Hidden));
    }

    #[test]
    fn keys_are_relative_to_the_folder_of_the_entry() {
        let entry = path("api/v1/openapi.yaml");
        for (file, key) in [
            ("api/v1/openapi.yaml", "openapi.yaml"),
            ("api/v1/a/pets.yaml", "a/pets.yaml"),
            ("api/pets.yaml", "../pets.yaml"),
            ("other/v1/pets.yaml", "../../other/v1/pets.yaml"),
            ("api/v1", "../v1"),
        ] {
            assert_eq!(path(file).relative_to(&entry), key);
        }
        assert_eq!(path("a/b.yaml").relative_to(&path("c.yaml")), "a/b.yaml");
    }
}
