use std::fmt;

use oas::{Document, Span};
use semver::Version;
use serde::Serialize;

/// Version bump that a change requires according to Cargo's SemVer rules.
///
/// See <https://doc.rust-lang.org/cargo/reference/semver.html>.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// No change that is visible to callers.
    None,
    /// A change that requires no action from callers.
    Patch,
    /// A compatible addition to the API.
    Minor,
    /// A change that requires callers to adapt.
    Major,
}

impl Bump {
    /// Returns the smallest version that applies this bump to `version`.
    ///
    /// Below 1.0.0, the leftmost number that is not zero is the major version.
    pub fn after(self, version: &Version) -> Version {
        let Version {
            major,
            minor,
            patch,
            ..
        } = *version;
        match (self, major, minor) {
            (Self::None, ..) => version.clone(),
            // A pre-release is followed by its release, regardless of the changes.
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

/// The version that the published packages of a workspace share.
#[derive(Clone, Debug)]
pub struct Release<'a> {
    /// Names of the published packages, in alphabetical order.
    pub packages: Vec<String>,
    /// The version declared in the manifest.
    pub declared: Version,
    /// The manifest that declares it, and the span of the version in its text.
    pub manifest: Option<(&'a Document, Span)>,
    /// The release that the version is compared with; `None` before the first release, when no
    /// version is required.
    pub baseline: Option<Baseline>,
}

/// A release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The tag of the release, or the heading of the changelog that records it.
    pub since: String,
    /// The released version.
    pub version: Version,
}

impl Release<'_> {
    /// The smallest version that a change since the baseline requires.
    pub fn required(&self, bump: Bump) -> Version {
        match &self.baseline {
            Some(baseline) => bump.after(&baseline.version),
            None => self.declared.clone(),
        }
    }

    /// Whether the declared version is at least the required one.
    pub(crate) fn is_sufficient(&self, bump: Bump) -> bool {
        self.declared >= self.required(bump)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftmost_non_zero_number_is_major() {
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

    fn release(declared: &str, baseline: Option<&str>) -> Release<'static> {
        Release {
            packages: vec!["client".to_owned()],
            declared: declared.parse().unwrap(),
            manifest: None,
            baseline: baseline.map(|version| Baseline {
                since: format!("v{version}"),
                version: version.parse().unwrap(),
            }),
        }
    }

    #[test]
    fn accepts_a_greater_version_than_required() {
        assert!(release("0.2.0", Some("0.1.0")).is_sufficient(Bump::Major));
        assert!(release("1.0.0", Some("0.1.0")).is_sufficient(Bump::Major));
        assert!(!release("0.1.9", Some("0.1.0")).is_sufficient(Bump::Major));
        assert!(release("0.1.0", Some("0.1.0")).is_sufficient(Bump::None));
    }

    #[test]
    fn requires_no_bump_before_the_first_release() {
        let unreleased = release("0.1.0", None);
        assert!(unreleased.is_sufficient(Bump::Major));
        assert_eq!(unreleased.required(Bump::Major), Version::new(0, 1, 0));
    }
}
