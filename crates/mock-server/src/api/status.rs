use http::StatusCode;

/// A key of `responses`: `201`, `4XX` or `default`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Key {
    Code(StatusCode),
    Class(u16),
    Default,
}

impl Key {
    /// Returns `None` for a key that is not a final status.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("default") {
            return Some(Self::Default);
        }
        let class = text.strip_suffix("XX").or(text.strip_suffix("xx"));
        if let Some(class) = class {
            let class = class.parse().ok();
            return class
                .filter(|class| (2..=5).contains(class))
                .map(Self::Class);
        }
        let code: StatusCode = text.parse().ok()?;
        (200..600)
            .contains(&code.as_u16())
            .then_some(Self::Code(code))
    }

    /// The status of a response with this key: 200 for `2XX` and `default`, 302 for `3XX`, 400 and
    /// 500.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Code(code) => code,
            Self::Class(3) => StatusCode::FOUND,
            Self::Class(4) => StatusCode::BAD_REQUEST,
            Self::Class(5) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Class(_) | Self::Default => StatusCode::OK,
        }
    }

    /// Rank of the key for a status: the lower, the more precise.
    pub(crate) fn rank(self, status: StatusCode) -> Option<u8> {
        match self {
            Self::Code(code) => (code == status).then_some(0),
            Self::Class(class) => (class == status.as_u16() / 100).then_some(1),
            Self::Default => Some(2),
        }
    }

    pub(crate) fn is_of(self, class: u16) -> bool {
        match self {
            Self::Code(code) => code.as_u16() / 100 == class,
            Self::Class(own) => own == class,
            Self::Default => false,
        }
    }
}
