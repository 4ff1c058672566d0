use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

/// A JSON pointer ([RFC 6901]): the position of a value in a document.
///
/// Kept in its escaped text form, so that it can be printed, compared and looked up as it is. The
/// order is that of the text, which sorts a value before everything below it.
///
/// [RFC 6901]: https://www.rfc-editor.org/rfc/rfc6901
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Pointer(String);

/// Reason why a string is not a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "read `{0}` as a JSON pointer: it must be empty or begin with `/`, and `~` is written `~0`, `/` is written `~1`"
)]
pub struct PointerError(String);

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads a pointer: empty, or tokens that each begin with `/`.
    ///
    /// # Errors
    /// When the text does not begin with `/`, or a `~` is followed by neither `0` nor `1`.
    pub fn parse(text: &str) -> Result<Self, PointerError> {
        let begins = text.is_empty() || text.starts_with('/');
        let escaped = text
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']));
        if begins && escaped {
            Ok(Self(text.to_owned()))
        } else {
            Err(PointerError(text.to_owned()))
        }
    }

    /// Reads the pointer of a reference within the document, such as `#/components/schemas/Task`.
    ///
    /// A reference is a URI, so its fragment may be percent-encoded (RFC 6901 §6). `None` for a
    /// reference to anywhere else.
    pub fn from_reference(reference: &str) -> Option<Self> {
        let fragment = reference.strip_prefix('#')?;
        Self::parse(&percent_decoded(fragment)?).ok()
    }

    /// The rest of a pointer into [the other files of a document](crate::Document::files): first
    /// the key of the file.
    pub(crate) fn in_parts(&self) -> Option<Self> {
        let rest = self.0.strip_prefix("/@files")?;
        rest.starts_with('/').then(|| Self(rest.to_owned()))
    }

    /// The pointer as an author would write it: of another file, its key and the pointer there.
    pub(crate) fn shown(&self) -> String {
        let Some(below) = self.in_parts() else {
            return self.0.clone();
        };
        let key = below.tokens().next().unwrap_or_default().into_owned();
        let within = self.strip_prefix(&Self::of_part(&key)).unwrap_or_default();
        format!("{key}#{within}")
    }

    /// The pointer to the content of another file of a document.
    pub(crate) fn of_part(key: &str) -> Self {
        Self::root().join("@files").join(key)
    }

    /// The reference to here within the document: `#` and the pointer.
    pub(crate) fn to_reference(&self) -> String {
        format!("#{}", self.0.replace('%', "%25"))
    }

    /// The pointer to the member `token` of this value, escaped as needed.
    #[must_use]
    pub fn join(&self, token: impl AsRef<str>) -> Self {
        let token = token.as_ref();
        let mut joined = Self(String::with_capacity(self.0.len() + token.len() + 1));
        joined.0.push_str(&self.0);
        joined.push(token);
        joined
    }

    /// The pointer to the item at `index` of this array, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.join(index.to_string())
    }

    /// The pointer to what contains this value; `None` at the root.
    pub fn parent(&self) -> Option<Self> {
        let slash = self.0.rfind('/')?;
        Some(Self(self.0[..slash].to_owned()))
    }

    /// The last token, unescaped; `None` at the root.
    pub fn last(&self) -> Option<Cow<'_, str>> {
        let slash = self.0.rfind('/')?;
        Some(unescaped(&self.0[slash + 1..]))
    }

    /// The tokens from the root to here, unescaped.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
        let tokens = self.0.strip_prefix('/').map(|rest| rest.split('/'));
        tokens.into_iter().flatten().map(unescaped)
    }

    /// The pointer as RFC 6901 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `ancestor` or is below it.
    pub fn starts_with(&self, ancestor: &Pointer) -> bool {
        self.0
            .strip_prefix(&ancestor.0)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// This pointer without the leading `ancestor`: the path from there to here. `None` if it is
    /// not below.
    pub fn strip_prefix(&self, ancestor: &Pointer) -> Option<Self> {
        let rest = self.0.strip_prefix(&ancestor.0)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| Self(rest.to_owned()))
    }

    /// The pointer `rest` below this one.
    #[must_use]
    pub fn concat(&self, rest: &Pointer) -> Self {
        Self(format!("{}{}", self.0, rest.0))
    }

    /// Goes down to the member `token`, escaped as needed.
    pub fn push(&mut self, token: &str) {
        self.0.push('/');
        if !token.contains(['~', '/']) {
            self.0.push_str(token);
            return;
        }
        for character in token.chars() {
            match character {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
    }

    /// Goes up to the container; no effect at the root.
    pub fn pop(&mut self) {
        self.0.truncate(self.0.rfind('/').unwrap_or(0));
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Pointer {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

fn unescaped(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // The order matters: `~01` is `~1`, not `/`.
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

fn percent_decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
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
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn tokens_are_escaped_and_unescaped() {
        let pointer = Pointer::root()
            .join("paths")
            .join("/a/{b}~c")
            .join("")
            .index(0);
        assert_eq!(pointer.as_str(), "/paths/~1a~1{b}~0c//0");
        assert_eq!(
            pointer.tokens().collect::<Vec<_>>(),
            ["paths", "/a/{b}~c", "", "0"]
        );
        assert_eq!(Pointer::parse("/~01").unwrap().last().unwrap(), "~1");
        assert_eq!(Pointer::root().tokens().count(), 0);
    }

    #[test]
    fn only_pointers_are_read() {
        for text in ["", "/", "/a/b", "/~0~1", "//"] {
            assert_eq!(Pointer::parse(text).unwrap().as_str(), text);
        }
        for text in ["a", "#/a", "/~", "/~2"] {
            assert!(Pointer::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parents_and_ancestors_respect_token_borders() {
        let pointer = Pointer::parse("/a/bc").unwrap();
        assert_eq!(pointer.parent(), Some(Pointer::parse("/a").unwrap()));
        assert_eq!(Pointer::root().parent(), None);
        assert!(pointer.starts_with(&Pointer::root()) && pointer.starts_with(&pointer));
        assert!(!pointer.starts_with(&Pointer::parse("/a/b").unwrap()));
        let rest = pointer
            .strip_prefix(&Pointer::parse("/a").unwrap())
            .unwrap();
        assert_eq!(
            Pointer::parse("/x").unwrap().concat(&rest).as_str(),
            "/x/bc"
        );
    }

    #[test]
    fn references_are_percent_decoded() {
        let pointer = Pointer::from_reference("#/paths/~1a~1%7Bid%7D/é").unwrap();
        assert_eq!(
            pointer.tokens().collect::<Vec<_>>(),
            ["paths", "/a/{id}", "é"]
        );
        assert_eq!(Pointer::from_reference("other.yaml#/a"), None);
        assert_eq!(Pointer::from_reference("#/a%2"), None);
        assert_eq!(Pointer::from_reference("#/%FF"), None);
        assert_eq!(Pointer::from_reference("#"), Some(Pointer::root()));
    }
}
