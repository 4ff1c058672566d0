use std::fmt;

/// Statuses that one response of an operation describes (OpenAPI 3.0.3, section 4.7.16).
///
/// Ordered by how much they include: a code, a class, `default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status code, such as `404`.
    Code(u16),
    /// A class of status codes, by its first digit: `4` for `4XX`.
    Class(u8),
    /// Every status code without a response of its own or of its class.
    Default,
}

impl Status {
    /// Parses a key of `responses`: `404`, `4XX` or `default`.
    pub fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let first = key
            .bytes()
            .next()
            .filter(|first| matches!(first, b'1'..=b'5'))?;
        match key.get(1..)? {
            "XX" => Some(Self::Class(first - b'0')),
            rest if rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit()) => {
                key.parse().ok().map(Self::Code)
            }
            _ => None,
        }
    }

    /// The status code, unless there are several.
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Code(code) => Some(code),
            Self::Class(_) | Self::Default => None,
        }
    }

    /// The first digit of the status codes, unless they are of several classes.
    pub fn class(self) -> Option<u8> {
        match self {
            Self::Code(code) => u8::try_from(code / 100).ok(),
            Self::Class(class) => Some(class),
            Self::Default => None,
        }
    }

    /// The next wider key, which describes these statuses too if there is no narrower one: code,
    /// class, `default`.
    pub fn wider(self) -> Option<Self> {
        match self {
            Self::Code(_) => self.class().map(Self::Class),
            Self::Class(_) => Some(Self::Default),
            Self::Default => None,
        }
    }

    /// Whether a status code is among these statuses.
    pub fn includes(self, code: u16) -> bool {
        match self {
            Self::Code(own) => own == code,
            Self::Class(class) => code / 100 == u16::from(class),
            Self::Default => true,
        }
    }

    /// Whether all of these statuses report success; false for `default`, which may include errors.
    pub fn is_success(self) -> bool {
        self.class() == Some(2)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Class(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn parses_the_keys_of_responses() {
        for (key, status) in [
            ("201", Status::Code(201)),
            ("5XX", Status::Class(5)),
            ("default", Status::Default),
        ] {
            assert_eq!(Status::parse(key), Some(status));
            assert_eq!(status.to_string(), key);
        }
        for key in [
            "", "20", "2011", "600", "099", "4xx", "X00", "4X4", "Default", "2é", "+20",
        ] {
            assert_eq!(Status::parse(key), None, "{key}");
        }
    }

    #[test]
    fn a_code_widens_to_its_class_and_then_to_default() {
        let mut statuses = vec![Status::Code(404)];
        while let Some(wider) = statuses.last().and_then(|status| status.wider()) {
            statuses.push(wider);
        }
        assert_eq!(
            statuses,
            [Status::Code(404), Status::Class(4), Status::Default]
        );
        assert!(statuses.is_sorted());
        assert!(statuses.iter().all(|status| status.includes(404)));
        assert!(!Status::Class(4).includes(500));
    }
}
