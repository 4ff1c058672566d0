//! Parameters and forms as strings: the styles of OpenAPI 3.0, with their encodings. Schemas are
//! represented by [`Typing`].

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::typing::Typing;

/// Serialisation of a parameter (OpenAPI 3.0, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    kind: oas::Style,
    explode: bool,
}

/// Encoding of the string of a parameter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Coding {
    /// None, as in headers.
    Plain,
    /// Percent-encoding, as in paths and cookies.
    Percent,
    /// Percent-encoding, and a plus for a blank, as in queries and forms.
    Form,
}

impl Coding {
    pub(crate) fn decode(self, text: &str) -> Result<Cow<'_, str>, Unreadable> {
        let not_utf8 = || Unreadable("invalid UTF-8".to_owned());
        match self {
            // Blanks around the items of a list belong to the header, not to the items (RFC 9110,
            // section 5.6.1).
            Self::Plain => Ok(text.trim_matches([' ', '\t']).into()),
            Self::Form if text.contains('+') => {
                let spaced = text.replace('+', " ");
                let decoded = percent_decode_str(&spaced).decode_utf8();
                decoded
                    .map(|text| Cow::Owned(text.into_owned()))
                    .map_err(|_| not_utf8())
            }
            Self::Percent | Self::Form => percent_decode_str(text)
                .decode_utf8()
                .map_err(|_| not_utf8()),
        }
    }
}

/// Reason why the string of a parameter has no value.
#[derive(Debug, PartialEq)]
pub(crate) struct Unreadable(pub(crate) String);

impl From<(oas::Style, bool)> for Style {
    fn from((kind, explode): (oas::Style, bool)) -> Self {
        Self { kind, explode }
    }
}

impl Style {
    /// The value of a parameter that is one string: in the path or in a header.
    pub(crate) fn single(
        self,
        name: &str,
        text: &str,
        typing: &Typing,
        coding: Coding,
    ) -> Result<Value, Unreadable> {
        let decode = |text| coding.decode(text);
        // The separator of items or members.
        let (text, separator) = match self.kind {
            oas::Style::Label => (prefixed(text, '.')?, if self.explode { '.' } else { ',' }),
            oas::Style::Matrix => (prefixed(text, ';')?, if self.explode { ';' } else { ',' }),
            _ => (text, ','),
        };
        let is_object = matches!(typing, Typing::Object { .. });
        let text = match self.kind {
            // Only exploded objects are written without the name of the parameter.
            oas::Style::Matrix if !(is_object && self.explode) => {
                match text.split(separator).next() {
                    Some(first) if named(first, name).is_some() => text,
                    _ => {
                        return Err(Unreadable(format!(
                            "expected a value that begins with `;{name}=`"
                        )));
                    }
                }
            }
            _ => text,
        };
        let without_name = |piece| {
            if self.kind == oas::Style::Matrix {
                named(piece, name).unwrap_or(piece)
            } else {
                piece
            }
        };
        match typing {
            Typing::Scalar { .. } => Ok(typing.value(&decode(without_name(text))?)),
            Typing::Array(_) => {
                let pieces = text
                    .split(separator)
                    .map(|piece| decode(without_name(piece)));
                let pieces = pieces.collect::<Result<Vec<_>, _>>()?;
                let empty = pieces.iter().all(|piece| piece.is_empty());
                Ok(typing.values(pieces.iter().filter(|_| !empty).map(AsRef::as_ref)))
            }
            Typing::Object { .. } if self.explode => {
                let pairs = text.split(separator).filter(|piece| !piece.is_empty());
                let pairs = pairs.map(|piece| {
                    let (name, text) = piece.split_once('=').ok_or_else(|| {
                        Unreadable(format!("expected `name=value`, found `{piece}`"))
                    })?;
                    Ok((decode(name)?, decode(text)?))
                });
                object(typing, pairs.collect::<Result<Vec<_>, _>>()?)
            }
            Typing::Object { .. } => {
                members(typing, without_name(text).split(separator).map(decode))
            }
        }
    }

    /// The value of a parameter among the pairs of a query or a cookie; `None` if it is absent.
    ///
    /// An exploded object takes the pairs that it describes, and if it may have others, those that
    /// no other parameter claims.
    pub(crate) fn pairs(
        self,
        name: &str,
        pairs: &[(&str, &str)],
        typing: &Typing,
        coding: Coding,
        is_claimed: &dyn Fn(&str) -> bool,
    ) -> Result<Option<Value>, Unreadable> {
        match typing {
            Typing::Object { .. } | Typing::Array(_) if self.kind == oas::Style::DeepObject => {
                deep(name, pairs, typing, coding)
            }
            Typing::Object { .. } if self.explode => exploded(pairs, typing, coding, is_claimed),
            _ => self.named(name, pairs, typing, coding),
        }
    }

    /// The value of the pairs with the parameter's name.
    fn named(
        self,
        name: &str,
        pairs: &[(&str, &str)],
        typing: &Typing,
        coding: Coding,
    ) -> Result<Option<Value>, Unreadable> {
        let decoded = |text| coding.decode(text);
        let is_own = |text| decoded(text).is_ok_and(|text| text == name);
        let mut own = pairs
            .iter()
            .filter(|(key, _)| is_own(key))
            .map(|(_, text)| *text);
        let Some(first) = own.next() else {
            return Ok(None);
        };
        if self.explode && matches!(typing, Typing::Array(_)) {
            let texts = std::iter::once(first)
                .chain(own)
                .map(decoded)
                .collect::<Result<Vec<_>, _>>()?;
            return Ok(Some(typing.values(texts.iter().map(AsRef::as_ref))));
        }
        if own.next().is_some() {
            return Err(Unreadable("the parameter is repeated".to_owned()));
        }
        let pieces = self.pieces(first).into_iter().map(decoded);
        match typing {
            Typing::Scalar { .. } => Ok(Some(typing.value(&decoded(first)?))),
            Typing::Array(_) if first.is_empty() => Ok(Some(Value::Array(Vec::new()))),
            Typing::Array(_) => {
                let pieces = pieces.collect::<Result<Vec<_>, _>>()?;
                Ok(Some(typing.values(pieces.iter().map(AsRef::as_ref))))
            }
            Typing::Object { .. } => members(typing, pieces).map(Some),
        }
    }

    /// Whether a name among the pairs is that of a parameter or of a part of it.
    pub(crate) fn takes(self, parameter: &str, name: &str, typing: &Typing) -> bool {
        match typing {
            Typing::Object { .. } | Typing::Array(_) if self.kind == oas::Style::DeepObject => {
                path_of(name, parameter).is_some()
            }
            Typing::Object { .. } if self.explode => typing.has_property(name),
            _ => name == parameter,
        }
    }

    /// Splits before decoding, because an encoded comma is part of an item. Blanks and pipes are
    /// always encoded in a query.
    fn pieces(self, text: &str) -> Vec<&str> {
        match self.kind {
            oas::Style::SpaceDelimited => text
                .split("%20")
                .flat_map(|piece| piece.split('+'))
                .collect(),
            oas::Style::PipeDelimited => text
                .split("%7C")
                .flat_map(|piece| piece.split("%7c"))
                .flat_map(|piece| piece.split('|'))
                .collect(),
            _ => text.split(',').collect(),
        }
    }
}

/// The value of the pairs that are written as `name[a][b]`.
fn deep(
    name: &str,
    pairs: &[(&str, &str)],
    typing: &Typing,
    coding: Coding,
) -> Result<Option<Value>, Unreadable> {
    let own = pairs.iter().filter_map(|(key, text)| {
        let key = coding.decode(key).ok()?;
        let path = path_of(&key, name)?;
        Some(coding.decode(text).map(|text| (path, text)))
    });
    let own = own.collect::<Result<Vec<_>, _>>()?;
    let entries = own.iter().map(|(path, text)| (path.as_slice(), &**text));
    Ok((!own.is_empty()).then(|| typing.nested(entries.collect())))
}

/// The object whose members are pairs of their own.
fn exploded(
    pairs: &[(&str, &str)],
    typing: &Typing,
    coding: Coding,
    is_claimed: &dyn Fn(&str) -> bool,
) -> Result<Option<Value>, Unreadable> {
    let takes = |key: &str| typing.has_property(key) || (typing.is_open() && !is_claimed(key));
    let own = pairs.iter().filter_map(|(key, text)| {
        let key = coding.decode(key).ok().filter(|key| takes(key))?;
        Some(coding.decode(text).map(|text| (key, text)))
    });
    let own = own.collect::<Result<Vec<_>, _>>()?;
    match own.is_empty() {
        true => Ok(None),
        false => object(typing, own).map(Some),
    }
}

/// An object that is written as `name,value,name,value`.
fn members<'t>(
    typing: &Typing,
    pieces: impl Iterator<Item = Result<Cow<'t, str>, Unreadable>>,
) -> Result<Value, Unreadable> {
    let pieces = pieces.collect::<Result<Vec<_>, _>>()?;
    if pieces.len() % 2 != 0 {
        return Err(Unreadable(
            "missing value of the last member of the object".to_owned(),
        ));
    }
    Ok(typing.object(
        pieces
            .chunks_exact(2)
            .map(|pair| (pair[0].as_ref(), pair[1].as_ref())),
    ))
}

fn object(typing: &Typing, pairs: Vec<(Cow<'_, str>, Cow<'_, str>)>) -> Result<Value, Unreadable> {
    Ok(typing.object(
        pairs
            .iter()
            .map(|(name, text)| (name.as_ref(), text.as_ref())),
    ))
}

/// The path of a member that is written as `name[a][b]`: `a`, `b`.
pub(crate) fn path_of(key: &str, name: &str) -> Option<Vec<String>> {
    let inner = key
        .strip_prefix(name)?
        .strip_prefix('[')?
        .strip_suffix(']')?;
    let path: Vec<_> = inner.split("][").map(str::to_owned).collect();
    (path.len() <= MAX_PATH).then_some(path)
}

/// Maximum depth of a member that is written as `name[a][b]`.
const MAX_PATH: usize = 8;

fn prefixed(text: &str, prefix: char) -> Result<&str, Unreadable> {
    text.strip_prefix(prefix)
        .ok_or_else(|| Unreadable(format!("expected a value that begins with `{prefix}`")))
}

/// The value of `name=value`; empty for a name alone.
fn named<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(name)?;
    if rest.is_empty() {
        Some(rest)
    } else {
        rest.strip_prefix('=')
    }
}
