use std::{fmt, str::FromStr};

use client_runtime::BuildError;

/// A region of the service. A token is valid for the region that issued it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// The United States: the documented server, and the default.
    #[default]
    Us,
    /// Europe.
    Eu,
    /// Asia-Pacific.
    Apac,
}

impl Region {
    /// All regions.
    pub const ALL: &'static [Self] = &[Self::Us, Self::Eu, Self::Apac];

    /// The base URL of the region's server.
    pub fn base_url(self) -> &'static str {
        match self {
            Self::Us => "https://api.app.wdesk.com",
            Self::Eu => "https://api.eu.wdesk.com",
            Self::Apac => "https://api.apac.wdesk.com",
        }
    }

    /// The name that [`FromStr`] parses: `us`, `eu` or `apac`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Eu => "eu",
            Self::Apac => "apac",
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Region {
    type Err = BuildError;

    /// Reads a name, in any case.
    fn from_str(name: &str) -> Result<Self, BuildError> {
        let is_named = |region: &Self| region.as_str().eq_ignore_ascii_case(name);
        Self::ALL
            .iter()
            .copied()
            .find(is_named)
            .ok_or_else(|| BuildError::Setting {
                setting: "region",
                value: name.to_owned(),
                expected: "us, eu or apac",
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::document::SERVERS;

    #[test]
    fn regions_are_the_documented_servers() {
        let documented: Vec<&str> = SERVERS.iter().map(|server| server.url).collect();
        let regions: Vec<_> = Region::ALL.iter().map(|region| region.base_url()).collect();
        assert_eq!(regions, documented);
    }

    #[test]
    fn names_round_trip() {
        for &region in Region::ALL {
            assert_eq!(
                region.to_string().to_uppercase().parse::<Region>().unwrap(),
                region
            );
        }
        assert!("mars".parse::<Region>().is_err());
    }
}
