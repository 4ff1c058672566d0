use super::collect::Walk;
use crate::Node;
use crate::diff::change::{ApiKind, Edit};
use crate::diff::relation::Relation;
use crate::diff::site::Site;

impl<'d> Walk<'d> {
    /// Compares media types, matched by name: first as written, then without what does not tell
    /// them apart, then as one that includes the other.
    pub(super) fn content(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let mut matched = self.members("content", sides, |one, other| one == other);
        for (name, old, new) in std::mem::take(&mut matched.both) {
            self.media_type((name, &old), (name, &new), site);
        }
        let same: [fn(&str, &str) -> bool; 3] = [
            |one, other| written(one) == written(other),
            |one, other| Name::of(one) == Name::of(other),
            |one, other| {
                Name::of(one).includes(&Name::of(other)) || Name::of(other).includes(&Name::of(one))
            },
        ];
        for same in same {
            matched.lost.retain(|(name, node)| {
                match matched
                    .gained
                    .iter()
                    .position(|(other, _)| same(name, other))
                {
                    Some(index) => {
                        let (other, new) = matched.gained.remove(index);
                        self.media_type((name, node), (other, &new), site);
                        false
                    }
                    None => true,
                }
            });
        }
        self.lone_members(&matched, Relation::WIDENED, |_, name, _, _| {
            (ApiKind::MediaType(name.to_owned()).into(), site.clone())
        });
    }

    fn media_type(
        &mut self,
        (name, base): (&'d str, &Node<'d>),
        (other, revision): (&'d str, &Node<'d>),
        site: &Site,
    ) {
        let site = site.clone().with_media_type(name);
        if written(name) != written(other) {
            let (old, new) = (Name::of(name), Name::of(other));
            let relation = Relation::of(!new.includes(&old), !old.includes(&new));
            let places = (base.pointer.clone(), revision.pointer.clone());
            let texts = (Some(name.to_owned()), Some(other.to_owned()));
            let fact = (Edit::Changed, relation);
            self.fact_with(ApiKind::MediaTypeName, fact, places, texts, site.clone());
        }
        let sides = (base, revision);
        self.words(&["example", "examples"], sides, &site);
        let plain = !Name::of(name).is_json();
        match (base.get("schema"), revision.get("schema")) {
            (Some(old), Some(new)) => self.schema(&old, &new, &site, plain),
            (old, new) => self.lone_schema((old, new), sides, &site),
        }
        self.encoding(sides, &site);
    }

    fn encoding(&mut self, sides: (&Node<'d>, &Node<'d>), site: &Site) {
        let matched = self.members("encoding", sides, |one, other| one == other);
        for (part, old, new) in &matched.both {
            let sides = (old, new);
            self.words(&[], sides, site);
            self.style("query", sides, site);
            for field in ["contentType", "headers", "allowReserved"] {
                let kind = ApiKind::Encoding(format!("{part}/{field}"));
                self.keyword(kind, field, |_| Relation::UNKNOWN, sides, site);
            }
        }
        self.lone_members(&matched, Relation::UNKNOWN, |_, part, _, _| {
            (ApiKind::Encoding(part.to_owned()).into(), site.clone())
        });
    }
}

/// A media type's name as it is compared: in lower case, without blanks.
fn written(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase()
}

/// A media type without its parameters.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    kind: String,
    subtype: String,
}

impl Name {
    fn of(name: &str) -> Self {
        let name = written(name);
        let essence = name.split(';').next().unwrap_or_default();
        let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
        Self {
            kind: kind.to_owned(),
            subtype: subtype.to_owned(),
        }
    }

    fn is_json(&self) -> bool {
        self.subtype == "json" || self.subtype.ends_with("+json") || self.kind == "*"
    }

    /// Whether every body of the other type is one of this type: `*/*` includes all, and what ends
    /// in `+json` is JSON (RFC 6839, section 3.1).
    fn includes(&self, other: &Self) -> bool {
        let suffixed = || {
            other
                .subtype
                .rsplit_once('+')
                .is_some_and(|(_, end)| end == self.subtype)
        };
        self == other
            || self.kind == "*"
            || (self.kind == other.kind && (self.subtype == "*" || suffixed()))
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_suffix_says_what_a_type_is_made_of() {
        let includes = |one: &str, other: &str| Name::of(one).includes(&Name::of(other));
        assert!(includes(
            "application/json",
            "application/problem+json; q=1"
        ));
        assert!(includes("application/*", "application/json"));
        assert!(includes("*/*", "text/plain"));
        assert!(!includes("application/problem+json", "application/json"));
        assert!(!includes("application/json", "application/xml"));
    }
}
