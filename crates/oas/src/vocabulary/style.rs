use std::fmt;

/// Style of a parameter, header or property of a form: how its value is written as text (OpenAPI
/// 3.0.3, section 4.7.12.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the specification")]
pub enum Style {
    Matrix,
    Label,
    Form,
    Simple,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

/// Values of `style`.
pub(crate) const STYLES: &[&str] = &[
    "matrix",
    "label",
    "form",
    "simple",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
];

impl Style {
    /// Every style, in the order of the specification.
    pub const ALL: [Style; 7] = [
        Self::Matrix,
        Self::Label,
        Self::Form,
        Self::Simple,
        Self::SpaceDelimited,
        Self::PipeDelimited,
        Self::DeepObject,
    ];

    /// Value of `style`.
    pub fn as_str(self) -> &'static str {
        STYLES[self as usize]
    }

    /// Parses a value of `style`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.as_str() == name)
    }

    /// Styles that a parameter may have by its `in`, the default first; empty for an unknown one.
    ///
    /// Headers of responses are written like header parameters, and properties of forms like query
    /// parameters.
    pub(crate) fn allowed_in(location: &str) -> &'static [Style] {
        match location {
            "path" => &[Self::Simple, Self::Label, Self::Matrix],
            "query" => &[
                Self::Form,
                Self::SpaceDelimited,
                Self::PipeDelimited,
                Self::DeepObject,
            ],
            "header" => &[Self::Simple],
            "cookie" => &[Self::Form],
            _ => &[],
        }
    }

    /// Default style of a parameter by its `in`.
    pub(crate) fn default_in(location: &str) -> Self {
        let allowed = Self::allowed_in(location).first();
        allowed.copied().unwrap_or(Self::Simple)
    }

    /// Default of `explode`.
    pub(crate) fn explodes_by_default(self) -> bool {
        self == Self::Form
    }

    /// Types of values that the specification defines the style for; empty for every type.
    pub fn types(self) -> &'static [&'static str] {
        match self {
            Self::SpaceDelimited | Self::PipeDelimited => &["array", "object"],
            Self::DeepObject => &["object"],
            Self::Matrix | Self::Label | Self::Form | Self::Simple => &[],
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{STYLES, Style};

    #[test]
    fn parses_every_style_by_its_name() {
        for (style, name) in Style::ALL.into_iter().zip(STYLES) {
            assert_eq!(Style::parse(name), Some(style));
        }
        assert_eq!(Style::parse("Form"), None);
    }

    #[test]
    fn default_style_is_allowed_in_every_location() {
        for location in ["path", "query", "header", "cookie"] {
            let default = Style::default_in(location);
            assert!(Style::allowed_in(location).contains(&default));
        }
    }
}
