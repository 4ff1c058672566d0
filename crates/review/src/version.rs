use std::fmt;

use semver::Version;
use serde::Serialize;

/// How much of a new version a change takes, by Cargo's rules of compatibility.
///
/// See <https://doc.rust-lang.org/cargo/reference/semver.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// Nothing that a caller could notice.
    None,
    /// Something that no caller has to do anything about.
    Patch,
    /// Something that callers can now do.
    Minor,
    /// Something that callers can do no longer, or not as before.
    Major,
}

impl Bump {
    /// The smallest version after `version` that says as much.
    ///
    /// Below 1.0.0 the leftmost number that is not zero takes the part of the major version.
    pub fn after(self, version: &Version) -> Version {
        let Version {
            major,
            minor,
            patch,
            ..
        } = *version;
        match (self, major, minor) {
            (Self::None, ..) => version.clone(),
            // A pre-release is followed by its release, whatever has changed.
            _ if !version.pre.is_empty() => Version::new(major, minor, patch),
            (Self::Major, 0, 0) => Version::new(0, 0, patch + 1),
            (Self::Major, 0, _) => Version::new(0, minor + 1, 0),
            (Self::Major, ..) => Version::new(major + 1, 0, 0),
            (Self::Minor, 1.., _) => Version::new(major, minor + 1, 0),
            (Self::Minor | Self::Patch, ..) => Version::new(major, minor, patch + 1),
        }
    }
}

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// The package whose version is to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// What its version is compared with: a tag, or a commit.
    pub since: String,
    /// The version it had there.
    pub before: Version,
    /// The version it says it has now.
    pub declared: Version,
}

impl Package {
    /// The version that a change since [`Package::since`] takes.
    pub fn needs(&self, bump: Bump) -> Version {
        bump.after(&self.before)
    }

    /// Whether the declared version is enough for a change.
    pub fn is_enough(&self, bump: Bump) -> bool {
        self.declared >= self.needs(bump)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_number_above_zero_is_the_major_one() {
        let cases = [
            ("1.2.3", Bump::Major, "2.0.0"),
            ("1.2.3", Bump::Minor, "1.3.0"),
            ("1.2.3", Bump::Patch, "1.2.4"),
            ("1.2.3", Bump::None, "1.2.3"),
            ("0.1.2", Bump::Major, "0.2.0"),
            ("0.1.2", Bump::Minor, "0.1.3"),
            ("0.1.2", Bump::Patch, "0.1.3"),
            ("0.0.2", Bump::Major, "0.0.3"),
            ("0.0.2", Bump::Minor, "0.0.3"),
            ("1.0.0-rc.1", Bump::Major, "1.0.0"),
            ("1.0.0-rc.1", Bump::None, "1.0.0-rc.1"),
        ];
        for (before, bump, after) in cases {
            let before = Version::parse(before).unwrap();
            assert_eq!(bump.after(&before).to_string(), after, "{bump} on {before}");
        }
    }

    #[test]
    fn a_greater_version_than_needed_is_enough() {
        let package = |declared| Package {
            name: "client".to_owned(),
            since: "client-v0.1.0".to_owned(),
            before: Version::new(0, 1, 0),
            declared,
        };
        assert!(package(Version::new(0, 2, 0)).is_enough(Bump::Major));
        assert!(package(Version::new(1, 0, 0)).is_enough(Bump::Major));
        assert!(!package(Version::new(0, 1, 9)).is_enough(Bump::Major));
        assert!(package(Version::new(0, 1, 0)).is_enough(Bump::None));
    }
}
