use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use http::Method;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::operation::Operation;

/// Finds the operation of a path and method.
///
/// A path without parameters takes precedence over one with (OpenAPI 3.0, "Path Templating
/// Matching"); of several with parameters, the one with the longest literal text does.
pub(crate) struct Router {
    /// Base paths of the document's servers, without the slash at their end. Paths are served
    /// below them and at the root.
    bases: Vec<String>,
    fixed: HashMap<String, usize>,
    templates: Vec<(Template, usize)>,
    entries: Vec<Entry>,
}

#[derive(Default)]
pub(crate) struct Entry {
    pub(crate) operations: Vec<Arc<Operation>>,
}

pub(crate) struct Found<'s, 'p> {
    pub(crate) entry: &'s Entry,
    /// The parameters of the path, not yet percent-decoded.
    pub(crate) parameters: Vec<(&'s str, &'p str)>,
}

impl Router {
    pub(crate) fn new(bases: Vec<String>) -> Self {
        Self {
            bases,
            fixed: HashMap::new(),
            templates: Vec::new(),
            entries: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, path: &str, operation: Operation) {
        // A fragment distinguishes operations of one path, and is never sent.
        let path = path.split('#').next().unwrap_or_default();
        // As in a request: `/café` is `/caf%C3%A9`.
        let path = &*utf8_percent_encode(path, NO_PATH).to_string();
        let known = self.fixed.get(path).or_else(|| {
            let same = self
                .templates
                .iter()
                .find(|(template, _)| template.text == path);
            same.map(|(_, number)| number)
        });
        let number = known.copied().unwrap_or_else(|| {
            let number = self.entries.len();
            self.entries.push(Entry::default());
            if path.contains('{') {
                self.templates.push((Template::new(path), number));
                self.templates
                    .sort_by_key(|(template, _)| std::cmp::Reverse(template.literal_length()));
            } else {
                self.fixed.insert(path.to_owned(), number);
            }
            number
        });
        self.entries[number].operations.push(Arc::new(operation));
    }

    pub(crate) fn find<'s, 'p>(&'s self, path: &'p str) -> Option<Found<'s, 'p>> {
        // A path without parameters takes precedence over a base path.
        if self.fixed.contains_key(path) {
            return self.find_below(path);
        }
        let stripped = self.bases.iter().filter_map(|base| {
            path.strip_prefix(base.as_str())
                .filter(|rest| rest.starts_with('/'))
        });
        stripped
            .chain([path])
            .find_map(|path| self.find_below(path))
    }

    fn find_below<'s, 'p>(&'s self, path: &'p str) -> Option<Found<'s, 'p>> {
        if let Some(number) = self.fixed.get(path) {
            return Some(Found {
                entry: &self.entries[*number],
                parameters: Vec::new(),
            });
        }
        self.templates.iter().find_map(|(template, number)| {
            let parameters = template.matches(path)?;
            Some(Found {
                entry: &self.entries[*number],
                parameters,
            })
        })
    }

    pub(crate) fn bases(&self) -> &[String] {
        &self.bases
    }

    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        let operations = self.entries.iter().flat_map(|entry| &entry.operations);
        operations.map(|operation| &**operation)
    }
}

/// Characters that are encoded in a path. Percent signs, and the braces of templates, are left
/// alone.
const NO_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'|');

/// The path without unnecessary encoding (RFC 3986, section 6.2.2).
pub(crate) fn normalised(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return path.into();
    }
    let mut pieces = path.split('%');
    let mut normal = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let byte = piece
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                normal.push(char::from(byte));
                normal.push_str(&piece[2..]);
            }
            Some(_) => {
                normal.push('%');
                normal.push_str(&piece[..2].to_ascii_uppercase());
                normal.push_str(&piece[2..]);
            }
            None => {
                normal.push('%');
                normal.push_str(piece);
            }
        }
    }
    normal.into()
}

impl Entry {
    pub(crate) fn operation(&self, method: &Method) -> Option<&Arc<Operation>> {
        self.all(method).next()
    }

    /// The operations of a method: several only where their paths differ in the fragment.
    pub(crate) fn all(&self, method: &Method) -> impl Iterator<Item = &Arc<Operation>> {
        let is_known = self.operations.iter().any(|own| own.method == *method);
        // HEAD is GET without the body (RFC 9110, section 9.3.2), unless the document has its own.
        let method = match method == Method::HEAD && !is_known {
            true => Method::GET,
            false => method.clone(),
        };
        self.operations
            .iter()
            .filter(move |operation| operation.method == method)
    }

    /// The value of `Allow`.
    pub(crate) fn allow(&self) -> String {
        let mut methods: Vec<&str> = Vec::new();
        for operation in &self.operations {
            let method = operation.method.as_str();
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
        for (also, needs) in [("HEAD", "GET"), ("OPTIONS", "")] {
            if !methods.contains(&also) && (needs.is_empty() || methods.contains(&needs)) {
                methods.push(also);
            }
        }
        methods.join(", ")
    }
}

/// A path template, in pieces: `/reports/{id}.json` is the text `/reports/`, the parameter `id`,
/// the text `.json`.
struct Template {
    text: String,
    pieces: Vec<Piece>,
}

enum Piece {
    Literal(String),
    Parameter(String),
}

impl Template {
    fn new(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            if !literal.is_empty() {
                pieces.push(Piece::Literal(literal.to_owned()));
            }
            pieces.push(Piece::Parameter(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest.to_owned()));
        }
        Self {
            text: text.to_owned(),
            pieces,
        }
    }

    fn literal_length(&self) -> usize {
        let lengths = self.pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => text.len(),
            Piece::Parameter(_) => 0,
        });
        lengths.sum()
    }

    /// The parameters of a path that the template matches. A parameter has at least one character,
    /// and no slash.
    fn matches<'s, 'p>(&'s self, path: &'p str) -> Option<Vec<(&'s str, &'p str)>> {
        let mut parameters = Vec::new();
        let mut rest = path;
        let mut pieces = self.pieces.iter().peekable();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Literal(text) => rest = rest.strip_prefix(text.as_str())?,
                Piece::Parameter(name) => {
                    let segment = &rest[..rest.find('/').unwrap_or(rest.len())];
                    let end = match pieces.peek() {
                        // The last occurrence of the following text ends the parameter:
                        // `{name}.json` matches `a.b.json`.
                        Some(Piece::Literal(text)) if !text.starts_with('/') => {
                            segment.rfind(text.split('/').next().unwrap_or_default())?
                        }
                        _ => segment.len(),
                    };
                    if end == 0 {
                        return None;
                    }
                    parameters.push((name.as_str(), &rest[..end]));
                    rest = &rest[end..];
                }
            }
        }
        rest.is_empty().then_some(parameters)
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    /// A template, a path, and the parameters.
    type Case = (
        &'static str,
        &'static str,
        Option<&'static [(&'static str, &'static str)]>,
    );

    #[test]
    fn templates_match_entire_paths() {
        let cases: [Case; 8] = [
            ("/a/{x}", "/a/1", Some(&[("x", "1")])),
            ("/a/{x}", "/a/", None),
            ("/a/{x}", "/a/1/2", None),
            ("/a/{x}/b", "/a/1/b", Some(&[("x", "1")])),
            ("/a/{x}.json", "/a/b.c.json", Some(&[("x", "b.c")])),
            ("/a/{x}.json", "/a/b.xml", None),
            ("/{from}-{to}", "/1-2", Some(&[("from", "1"), ("to", "2")])),
            ("/{x}/{y}", "/1/é%2F", Some(&[("x", "1"), ("y", "é%2F")])),
        ];
        for (template, path, expected) in cases {
            assert_eq!(
                Template::new(template).matches(path).as_deref(),
                expected,
                "{template} {path}"
            );
        }
    }
}
