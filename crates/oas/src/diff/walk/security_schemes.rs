use super::collect::Walk;
use crate::Node;
use crate::diff::change::{Edit, Kind, SecurityKind};
use crate::diff::relation::Relation;
use crate::diff::site::{Place, Site};

impl<'d> Walk<'d> {
    /// Compares the security schemes of both documents.
    pub(super) fn security_schemes(&mut self, (base, revision): (&Node<'d>, &Node<'d>)) {
        let matched = self.members("securitySchemes", (base, revision), |one, other| {
            one == other
        });
        let site = |name: &str| Site::of(None, Place::SecurityScheme(name.to_owned()));
        for (name, old, new) in &matched.both {
            self.scheme((old, new), self.is_asked_for(name), &site(name));
        }
        self.lone_members(&matched, Relation::EQUAL, |walk, name, _, _| {
            let used = walk.is_asked_for(name);
            let kind = SecurityKind::Scheme {
                name: name.to_owned(),
                used,
            };
            (Kind::Security(kind), site(name))
        });
    }

    fn scheme(&mut self, sides: (&Node<'d>, &Node<'d>), used: bool, site: &Site) {
        let Some((base, revision)) = self.resolved(sides.0, sides.1, site) else {
            return;
        };
        let sides = (&base, &revision);
        self.words(&["description"], sides, site);
        // What a caller holds fits these or does not; the others tell it where to go.
        const FITS: [&str; 4] = ["type", "scheme", "in", "name"];
        for field in FITS {
            self.scheme_field(field, Relation::INCOMPARABLE, sides, used, site);
        }
        for field in ["bearerFormat", "openIdConnectUrl"] {
            self.scheme_field(field, Relation::UNKNOWN, sides, used, site);
        }
        self.flows(sides, used, site);
    }

    fn scheme_field(
        &mut self,
        field: &str,
        relation: Relation,
        sides: (&Node<'d>, &Node<'d>),
        used: bool,
        site: &Site,
    ) {
        let relation = if used { relation } else { Relation::EQUAL };
        let kind = Kind::Security(SecurityKind::SchemeField {
            field: field.to_owned(),
            used,
        });
        self.keyword(kind, field, |_| relation, sides, site);
    }

    fn flows(&mut self, (base, revision): (&Node<'d>, &Node<'d>), used: bool, site: &Site) {
        let (Some(old), Some(new)) = (base.get("flows"), revision.get("flows")) else {
            self.scheme_field("flows", Relation::UNKNOWN, (base, revision), used, site);
            return;
        };
        self.words(&[], (&old, &new), site);
        for flow in [
            "implicit",
            "password",
            "clientCredentials",
            "authorizationCode",
        ] {
            let (Some(one), Some(other)) = (old.get(flow), new.get(flow)) else {
                let lost = |edit: Edit| {
                    if edit == Edit::Removed {
                        UNSURE
                    } else {
                        UNSURE.mirrored()
                    }
                };
                let kind = SecurityKind::SchemeField {
                    field: flow.to_owned(),
                    used,
                };
                let relation = |edit| if used { lost(edit) } else { Relation::EQUAL };
                self.keyword(Kind::Security(kind), flow, relation, (&old, &new), site);
                continue;
            };
            self.words(&[], (&one, &other), site);
            for url in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
                self.flow_field(&format!("{flow}/{url}"), url, (&one, &other), used, site);
            }
            let (Some(one), Some(other)) = (one.get("scopes"), other.get("scopes")) else {
                self.flow_field(
                    &format!("{flow}/scopes"),
                    "scopes",
                    (&one, &other),
                    used,
                    site,
                );
                continue;
            };
            self.words(&[], (&one, &other), site);
            let mut scopes: Vec<&str> = Vec::new();
            for (scope, _) in one.members().chain(other.members()) {
                if !scopes.contains(&scope) && !scope.starts_with("x-") {
                    scopes.push(scope);
                }
            }
            for scope in scopes {
                let field = format!("{flow}/scopes/{scope}");
                let kind = Kind::Security(SecurityKind::SchemeField { field, used });
                let relation = |edit| match edit {
                    Edit::Removed if used => UNSURE,
                    Edit::Added if used => UNSURE.mirrored(),
                    _ => Relation::EQUAL,
                };
                self.keyword(kind, scope, relation, (&one, &other), site);
            }
        }
    }

    fn flow_field(
        &mut self,
        field: &str,
        keyword: &str,
        sides: (&Node<'d>, &Node<'d>),
        used: bool,
        site: &Site,
    ) {
        let relation = if used {
            Relation::UNKNOWN
        } else {
            Relation::EQUAL
        };
        let kind = Kind::Security(SecurityKind::SchemeField {
            field: field.to_owned(),
            used,
        });
        self.keyword(kind, keyword, |_| relation, sides, site);
    }

    /// Whether any operation of either side asks for the scheme.
    fn is_asked_for(&self, scheme: &str) -> bool {
        [&self.base, &self.revision].into_iter().any(|tree| {
            let root = tree.root();
            let asks = |node: &Node<'d>| {
                let mut alternatives = node.items_of("security");
                alternatives.any(|alternative| alternative.value.get(scheme).is_some())
            };
            asks(&root)
                || tree
                    .document()
                    .operations()
                    .any(|operation| asks(operation.node()))
        })
    }
}

/// Something was taken away that a caller may have used.
const UNSURE: Relation = Relation {
    loses: crate::diff::relation::Certainty::Maybe,
    gains: crate::diff::relation::Certainty::No,
};
