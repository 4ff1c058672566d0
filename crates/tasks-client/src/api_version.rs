use std::{fmt, str::FromStr};

use client_runtime::{BuildError, Facts, Lifecycle};

use crate::generated::document::operations::{CREATE_PROTOTYPE_TASK, CREATE_TASK};

/// A version of the API, and with it the endpoint that creates tasks. Both create them in the same
/// store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiVersion {
    /// `POST /prototype/platform/tasks`: the documented endpoint, which is deprecated.
    #[default]
    V2022_01_01,
    /// `POST /tasks`: its successor.
    V2026_01_01,
}

impl ApiVersion {
    /// All versions.
    pub const ALL: &'static [Self] = &[Self::V2022_01_01, Self::V2026_01_01];

    /// The version as `X-Version` sends it, such as `2026-01-01`.
    pub fn as_str(self) -> &'static str {
        self.facts().pinned_value("x-version").unwrap_or_default()
    }

    /// The facts of the operation that creates tasks.
    pub fn facts(self) -> &'static Facts {
        match self {
            Self::V2022_01_01 => &CREATE_PROTOTYPE_TASK,
            Self::V2026_01_01 => &CREATE_TASK,
        }
    }

    /// The documented lifecycle of the endpoint.
    pub fn lifecycle(self) -> Lifecycle {
        Lifecycle::documented(self.facts())
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ApiVersion {
    type Err = BuildError;

    fn from_str(text: &str) -> Result<Self, BuildError> {
        let found = Self::ALL.iter().find(|version| version.as_str() == text);
        found.copied().ok_or_else(|| BuildError::Setting {
            setting: "API version",
            value: text.to_owned(),
            expected: "2022-01-01 or 2026-01-01",
        })
    }
}

#[cfg(test)]
mod tests {
    use client_runtime::Class;

    use super::*;
    use crate::generated::document;

    #[test]
    fn versions_round_trip() {
        for version in ApiVersion::ALL {
            assert_eq!(version.to_string().parse::<ApiVersion>().unwrap(), *version);
        }
        let error = "2024-01-01".parse::<ApiVersion>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "use \"2024-01-01\" as API version: expected 2022-01-01 or 2026-01-01"
        );
        assert_eq!(ApiVersion::default().as_str(), document::VERSION);
    }

    /// A change of one of these facts can cause duplicates, or failures of every call.
    #[test]
    fn both_operations_pin_their_version() {
        let pinned = ApiVersion::ALL.iter().map(|version| {
            let facts = version.facts();
            let successes: Vec<_> = facts.successes.iter().map(|s| s.first..=s.last).collect();
            assert_eq!(successes, [201..=201], "{version}");
            assert_eq!(facts.class, Class::Unsafe, "{version}");
            assert_eq!(facts.max_body_bytes, Some(10_485_760), "{version}");
            assert_eq!(facts.scopes(), ["task:write"], "{version}");
            (facts.method, facts.path, version.as_str())
        });
        assert_eq!(
            pinned.collect::<Vec<_>>(),
            [
                ("POST", "/prototype/platform/tasks", "2022-01-01"),
                ("POST", "/tasks", "2026-01-01"),
            ]
        );
        let successor = CREATE_PROTOTYPE_TASK.successor.unwrap();
        assert_eq!(successor.id, CREATE_TASK.id);
        let deprecated = ApiVersion::ALL
            .iter()
            .map(|version| version.facts().deprecated);
        assert_eq!(deprecated.collect::<Vec<_>>(), [true, false]);
    }
}
