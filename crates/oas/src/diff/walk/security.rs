//! Security requirements and security schemes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value;

use super::matched::{lone_members, members};
use super::walker::{Walk, get, keys, or_container, pointers};
use crate::diff::kinds::Kind;
use crate::diff::normalisation::Normalisation;
use crate::diff::pair::Pair;
use crate::diff::relation::{Certainty, Edit, Relation};
use crate::diff::site::{OperationName, Part, Site};
use crate::{Node, Pointer};

/// Scopes by scheme, all of which are required.
type Alternative<'d> = BTreeMap<&'d str, BTreeSet<&'d str>>;

/// The kinds for the requirements of an operation, or for those of the document.
struct Kinds {
    required: Kind,
    optional: Kind,
    added: Kind,
    removed: Kind,
    scope_added: Kind,
    scope_removed: Kind,
}

const OWN: Kinds = Kinds {
    required: Kind::SecurityBecameRequired,
    optional: Kind::SecurityBecameOptional,
    added: Kind::SecurityAdded,
    removed: Kind::SecurityRemoved,
    scope_added: Kind::SecurityScopeAdded,
    scope_removed: Kind::SecurityScopeRemoved,
};

const GLOBAL: Kinds = Kinds {
    required: Kind::GlobalSecurityBecameRequired,
    optional: Kind::GlobalSecurityBecameOptional,
    added: Kind::GlobalSecurityAdded,
    removed: Kind::GlobalSecurityRemoved,
    scope_added: Kind::GlobalSecurityScopeAdded,
    scope_removed: Kind::GlobalSecurityScopeRemoved,
};

/// Finds security schemes that have another name and equal fields.
pub(super) fn renamed_schemes<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>) {
    let schemes = roots.as_ref().map(|root| {
        let components = root.get("components");
        let schemes = components
            .iter()
            .flat_map(|node| node.members_of("securitySchemes"));
        schemes.collect::<Vec<_>>()
    });
    let has = |all: &[(&str, Node<'d>)], name: &str| all.iter().any(|(known, _)| *known == name);
    let fields = |node: &Node<'d>| {
        let mut fields = node.value.as_object().cloned().unwrap_or_default();
        fields.retain(|key, _| key != "description" && !key.starts_with("x-"));
        fields
    };
    let mut taken = HashSet::new();
    for (name, base) in &schemes.base {
        if has(&schemes.revision, name) {
            continue;
        }
        let is_same = |(other, revision): &&(&'d str, Node<'d>)| {
            !has(&schemes.base, other) && fields(base) == fields(revision)
        };
        let mut same = schemes.revision.iter().filter(is_same).peekable();
        let Some((first, _)) = same.peek() else {
            continue;
        };
        // The names do not identify one of several equal schemes.
        walk.schemes.alike.base.insert(name, first);
        for (other, _) in schemes.revision.iter().filter(is_same) {
            walk.schemes.alike.revision.insert(other, first);
        }
        if let Some((other, _)) = same.find(|(other, _)| taken.insert(*other)) {
            walk.schemes.renamed.insert(name, other);
        }
    }
}

/// Compares the requirements of an operation, its own or those of the document.
pub(super) fn operation_security<'d>(
    walk: &mut Walk<'d>,
    name: &Arc<OperationName>,
    operations: &Pair<Node<'d>>,
) {
    let own = get(operations, "security");
    let roots = walk.trees.as_ref().map(|tree| tree.root());
    let is_global = own.base.is_none() && own.revision.is_none();
    let is_own = own.base.is_some() && own.revision.is_some();
    let inherited = own.zip(roots.as_ref());
    let written = inherited.map(|(node, root)| node.or_else(|| root.get("security")));
    let containers = if is_global { &roots } else { operations };
    let at = pointers(&or_container(written.clone(), containers));
    let site = Site::of(Some(name), Part::Operation);
    let kinds = if is_global { &GLOBAL } else { &OWN };
    let equal_by = match (is_own, walk.schemes.renamed.is_empty()) {
        (false, _) => Normalisation::SecurityMoved,
        (true, false) => Normalisation::SchemeRenamed,
        (true, true) => Normalisation::AlternativesOrder,
    };
    let mut is_changed = false;
    walk.meaning(&["security"], equal_by, operations, |walk, _| {
        is_changed = requirements(walk, &written, &at, kinds, &site);
    });
    if !is_own {
        let known = walk.inherited.unwrap_or(false);
        walk.inherited = Some(known || is_changed);
    }
}

/// Compares the requirements of the document, unless they were compared where operations inherit
/// them.
pub(super) fn global_security<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>) {
    if walk.inherited == Some(true) {
        return walk.explained("security", roots);
    }
    let is_equal = walk.inherited == Some(false);
    walk.meaning(
        &["security"],
        Normalisation::SecurityMoved,
        roots,
        |walk, at| {
            if is_equal {
                return;
            }
            let from = walk.collected.len();
            let site = Site::of(None, Part::Document);
            let written = get(roots, "security");
            requirements(walk, &written, at, &GLOBAL, &site);
            // Without an operation, no client is rejected.
            for collected in &mut walk.collected[from..] {
                collected.difference.relation = Relation::EQUAL;
            }
        },
    );
}

/// Reports the changes of requirements. Returns whether there are any.
fn requirements<'d>(
    walk: &mut Walk<'d>,
    written: &Pair<Option<Node<'d>>>,
    at: &Pair<Pointer>,
    kinds: &Kinds,
    site: &Site,
) -> bool {
    let alike = &walk.schemes.alike;
    let base = Alternatives::of(written.base.as_ref(), &alike.base);
    let revision = Alternatives::of(written.revision.as_ref(), &alike.revision);
    let mut is_changed = false;
    let mut report = |fact: (Kind, String), how: (Edit, Relation)| {
        is_changed = true;
        walk.report(fact, how, at.clone(), Pair::default(), site);
    };
    let opened = !base.is_open() && revision.is_open();
    let closed = base.is_open() && !revision.is_open();
    if closed {
        let how = (Edit::Added, Relation::of(true, false));
        report((kinds.required, revision.all_spelled()), how);
    }
    if opened {
        let how = (Edit::Removed, Relation::of(false, true));
        report((kinds.optional, base.all_spelled()), how);
    }
    let mut gained = revision.without(&base);
    for alternative in base.without(&revision) {
        let schemes = |one: &Alternative<'d>| one.keys().copied().collect::<Vec<_>>();
        let same = |other: &&Alternative<'d>| schemes(other) == schemes(alternative);
        if let Some(index) = gained.iter().position(same) {
            let other = gained.remove(index);
            let relation = Relation {
                loses: revision.rejects(alternative),
                gains: base.rejects(other),
            };
            for scope in scopes(&base, alternative, other) {
                let how = Relation {
                    loses: Certainty::No,
                    ..relation
                };
                report((kinds.scope_removed, scope), (Edit::Removed, how));
            }
            for scope in scopes(&revision, other, alternative) {
                let how = Relation {
                    gains: Certainty::No,
                    ..relation
                };
                report((kinds.scope_added, scope), (Edit::Added, how));
            }
        } else if !opened && !alternative.is_empty() {
            let relation = Relation {
                loses: revision.rejects(alternative),
                gains: Certainty::No,
            };
            let name = base.spelled(alternative);
            report((kinds.removed, name), (Edit::Removed, relation));
        } else if alternative.is_empty() && !closed && !revision.is_open() {
            let how = (Edit::Removed, Relation::EQUAL);
            report((kinds.removed, base.spelled(alternative)), how);
        }
    }
    for alternative in gained {
        if !closed && !alternative.is_empty() {
            let relation = Relation {
                loses: Certainty::No,
                gains: base.rejects(alternative),
            };
            let name = revision.spelled(alternative);
            report((kinds.added, name), (Edit::Added, relation));
        }
    }
    is_changed
}

/// The scopes of an alternative of one side that another one with the same schemes does not
/// require, each with its scheme.
fn scopes<'d>(
    side: &Alternatives<'d>,
    alternative: &Alternative<'d>,
    other: &Alternative<'d>,
) -> Vec<String> {
    let mut found = Vec::new();
    for (scheme, own) in alternative {
        let others = other.get(scheme).into_iter();
        for scope in others.flat_map(|others| own.difference(others)) {
            found.push(format!("{}:{scope}", side.written(scheme)));
        }
    }
    found
}

/// The alternatives of one side, one of which is required.
struct Alternatives<'d> {
    all: Vec<Alternative<'d>>,
    /// The names of schemes as written, by the one name of those that are equal.
    written: HashMap<&'d str, &'d str>,
}

impl<'d> Alternatives<'d> {
    fn of(node: Option<&Node<'d>>, alike: &HashMap<&'d str, &'d str>) -> Self {
        let mut written = HashMap::new();
        let scopes = |node: Node<'d>| {
            let scopes = node.items();
            scopes.filter_map(|scope| scope.value.as_str()).collect()
        };
        let read = |item: Node<'d>| -> Alternative<'d> {
            let members = item.members().map(|(scheme, node)| {
                let name = alike.get(scheme).copied().unwrap_or(scheme);
                written.entry(name).or_insert(scheme);
                (name, scopes(node))
            });
            members.collect()
        };
        Self {
            all: node.into_iter().flat_map(Node::items).map(read).collect(),
            written,
        }
    }

    /// The name of a scheme as written on this side.
    fn written<'s>(&'s self, scheme: &'s str) -> &'s str {
        self.written.get(scheme).copied().unwrap_or(scheme)
    }

    /// Whether no credentials are required.
    fn is_open(&self) -> bool {
        self.all.is_empty() || self.all.iter().any(Alternative::is_empty)
    }

    /// The alternatives that the other side does not have.
    fn without(&self, other: &Self) -> Vec<&Alternative<'d>> {
        let all = self.all.iter();
        all.filter(|one| !other.all.contains(one)).collect()
    }

    /// Whether a client with just these credentials is rejected.
    fn rejects(&self, held: &Alternative<'_>) -> Certainty {
        let accepts = |required: &Alternative<'_>| {
            let mut required = required.iter();
            required
                .all(|(scheme, scopes)| held.get(scheme).is_some_and(|held| scopes.is_subset(held)))
        };
        if self.all.is_empty() || self.all.iter().any(accepts) {
            Certainty::No
        } else {
            Certainty::Yes
        }
    }

    fn all_spelled(&self) -> String {
        let all = self.all.iter().filter(|one| !one.is_empty());
        let all = all.map(|alternative| self.spelled(alternative));
        all.collect::<Vec<_>>().join(" or ")
    }

    fn spelled(&self, alternative: &Alternative<'_>) -> String {
        let names = alternative.keys();
        let names: Vec<String> = names
            .map(|name| format!("`{}`", self.written(name)))
            .collect();
        if names.is_empty() {
            "no credentials".to_owned()
        } else {
            names.join(" and ")
        }
    }
}

/// Compares the security schemes of both documents.
pub(super) fn security_schemes<'d>(walk: &mut Walk<'d>, components: &Pair<Node<'d>>) {
    let mut matched = members(walk, "securitySchemes", components, |one, other| {
        one == other
    });
    for (name, nodes) in &matched.both {
        scheme(walk, name, nodes);
    }
    matched.lost.retain(|(name, node)| {
        let Some(other) = walk.schemes.renamed.get(name).copied() else {
            return true;
        };
        let mut gained = matched.gained.iter();
        let Some(index) = gained.position(|(name, _)| *name == other) else {
            return true;
        };
        let nodes = Pair::new(node.clone(), matched.gained.remove(index).1);
        scheme(walk, name, &nodes);
        walk.equal(Normalisation::SchemeRenamed, pointers(&nodes));
        false
    });
    lone_members(walk, &matched, Relation::EQUAL, |_, name, _, edit| {
        let kind = edit.pick(
            Kind::SecuritySchemeAdded,
            Kind::SecuritySchemeRemoved,
            Kind::SecuritySchemeChanged,
        );
        ((kind, name), scheme_site(name))
    });
}

fn scheme_site(name: &str) -> Site {
    Site::of(None, Part::SecurityScheme(name.to_owned()))
}

fn scheme<'d>(walk: &mut Walk<'d>, name: &str, nodes: &Pair<Node<'d>>) {
    let site = scheme_site(name);
    let Some(nodes) = walk.resolved(nodes, &site) else {
        return;
    };
    let used = is_required(walk, name);
    let when_used = |relation: Relation| if used { relation } else { Relation::EQUAL };
    walk.words(&["description"], &nodes, &site);
    // Credentials match the first fields or not; the others state where to obtain them.
    for (field, kind, relation) in [
        (
            "type",
            Kind::SecuritySchemeTypeChanged,
            Relation::INCOMPARABLE,
        ),
        (
            "scheme",
            Kind::SecuritySchemeChanged,
            Relation::INCOMPARABLE,
        ),
        ("in", Kind::SecuritySchemeChanged, Relation::INCOMPARABLE),
        ("name", Kind::SecuritySchemeChanged, Relation::INCOMPARABLE),
        (
            "bearerFormat",
            Kind::SecuritySchemeChanged,
            Relation::UNKNOWN,
        ),
        (
            "openIdConnectUrl",
            Kind::SecuritySchemeChanged,
            Relation::UNKNOWN,
        ),
    ] {
        if is_same_but_for_case(field, &nodes) {
            walk.explained(field, &nodes);
            walk.equal(Normalisation::NameWritten, pointers(&nodes));
            continue;
        }
        let relation = when_used(relation);
        walk.keyword(|_| (kind, field), field, |_| relation, &nodes, &site);
    }
    let flows = get(&nodes, "flows");
    match flows.both() {
        Some(flows) => self::flows(walk, &flows, used, &site),
        None => {
            let relation = when_used(Relation::UNKNOWN);
            let fact = |edit| (flow_kind(edit), "flows");
            walk.keyword(fact, "flows", |_| relation, &nodes, &site);
        }
    }
}

/// Whether a field differs in case only, where HTTP ignores it: in the name of a header, and in
/// that of an authentication scheme.
fn is_same_but_for_case(field: &str, nodes: &Pair<Node<'_>>) -> bool {
    let ignores_case = |node: &Node<'_>| match field {
        "scheme" => node.str("type") == Some("http"),
        "name" => node.str("in") == Some("header"),
        _ => false,
    };
    let (base, revision) = (&nodes.base, &nodes.revision);
    let values = nodes.as_ref().map(|node| node.str(field));
    ignores_case(base)
        && ignores_case(revision)
        && values.differs()
        && (values.both()).is_some_and(|both| both.base.eq_ignore_ascii_case(both.revision))
}

fn flow_kind(edit: Edit) -> Kind {
    edit.pick(
        Kind::OAuthFlowAdded,
        Kind::OAuthFlowRemoved,
        Kind::OAuthFlowAdded,
    )
}

/// The relation of something that a client may have used.
fn offered(edit: Edit, used: bool) -> Relation {
    let lost = Relation {
        loses: Certainty::Maybe,
        gains: Certainty::No,
    };
    match edit {
        Edit::Removed if used => lost,
        Edit::Added if used => lost.mirrored(),
        _ => Relation::EQUAL,
    }
}

fn flows<'d>(walk: &mut Walk<'d>, nodes: &Pair<Node<'d>>, used: bool, site: &Site) {
    walk.words(&[], nodes, site);
    for flow in [
        "implicit",
        "password",
        "clientCredentials",
        "authorizationCode",
    ] {
        let Some(flows) = get(nodes, flow).both() else {
            let fact = |edit| (flow_kind(edit), flow);
            walk.keyword(fact, flow, |edit| offered(edit, used), nodes, site);
            continue;
        };
        walk.words(&[], &flows, site);
        let unknown = if used {
            Relation::UNKNOWN
        } else {
            Relation::EQUAL
        };
        for (url, kind) in [
            ("authorizationUrl", Kind::OAuthUrlChanged),
            ("tokenUrl", Kind::OAuthTokenUrlChanged),
            ("refreshUrl", Kind::OAuthUrlChanged),
        ] {
            let fact = |_| (kind, format!("{flow}/{url}"));
            walk.keyword(fact, url, |_| unknown, &flows, site);
        }
        let Some(scopes) = get(&flows, "scopes").both() else {
            let fact = |_| (Kind::OAuthUrlChanged, format!("{flow}/scopes"));
            walk.keyword(fact, "scopes", |_| unknown, &flows, site);
            continue;
        };
        walk.words(&[], &scopes, site);
        for scope in keys(&scopes)
            .into_iter()
            .filter(|scope| !scope.starts_with("x-"))
        {
            let fact = |edit: Edit| {
                let kind = edit.pick(
                    Kind::OAuthScopeAdded,
                    Kind::OAuthScopeRemoved,
                    Kind::OAuthScopeChanged,
                );
                (kind, format!("{flow}/scopes/{scope}"))
            };
            walk.keyword(fact, scope, |edit| offered(edit, used), &scopes, site);
        }
    }
}

/// Whether an operation of either side requires the scheme.
fn is_required(walk: &Walk<'_>, scheme: &str) -> bool {
    let requires = |node: &Node<'_>| {
        let mut alternatives = node.items_of("security");
        alternatives.any(|alternative| alternative.value.get(scheme).is_some_and(Value::is_array))
    };
    walk.trees.as_ref().each().into_iter().any(|tree| {
        let mut operations = tree.document().operations();
        requires(&tree.root()) || operations.any(|operation| requires(operation.node()))
    })
}
