use super::components::components;
use super::matched::list;
use super::operations::{operation, operation_name, paths, webhooks};
use super::security::{global_security, renamed_schemes, security_schemes};
use super::servers::servers;
use super::template::parameter_names;
use super::walker::{Walk, get, pointers};
use crate::diff::kinds::Kind;
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::{Part, Site};
use crate::model::Operation;
use crate::text::excerpt;
use crate::{Document, Node};

/// Compares two documents.
pub(in crate::diff) fn document<'d>(base: &'d Document, revision: &'d Document) -> Walk<'d> {
    let mut walk = Walk::new(base, revision);
    if base.trees().eq(revision.trees()) {
        return walk;
    }
    let roots = walk.trees.as_ref().map(|tree| tree.root());
    let site = Site::of(None, Part::Document);
    let equal = |_| Relation::EQUAL;
    renamed_schemes(&mut walk, &roots);
    walk.words(&["externalDocs", "jsonSchemaDialect"], &roots, &site);
    walk.keyword(
        |_| Kind::OpenApiVersionChanged,
        "openapi",
        equal,
        &roots,
        &site,
    );
    info(&mut walk, &roots, &site);
    servers(&mut walk, &roots, &site);
    tags(&mut walk, &roots, &site);
    paths(&mut walk, &roots);
    webhooks(&mut walk, &roots);
    global_security(&mut walk, &roots);
    components(&mut walk, &roots);
    uncovered(&mut walk);
    walk
}

/// Compares two operations as two versions of one.
pub(in crate::diff) fn operations<'d>(
    documents: Pair<&'d Document>,
    operations: &Pair<Operation<'d>>,
) -> Walk<'d> {
    let mut walk = Walk::new(documents.base, documents.revision);
    let roots = walk.trees.as_ref().map(|tree| tree.root());
    renamed_schemes(&mut walk, &roots);
    let nodes = operations
        .as_ref()
        .map(|operation| operation.node().clone());
    let paths = operations.as_ref().map(|operation| operation.path());
    let methods = operations
        .as_ref()
        .map(|operation| operation.method().as_str());
    let name = operation_name(methods.base, paths.base, &nodes.base);
    let site = Site::of(Some(&name), Part::Operation);
    let how = (Edit::Changed, Relation::EQUAL);
    let quoted = |text: &str| Some(format!("`{text}`"));
    if paths.differs() {
        let text = paths.map(quoted);
        walk.report(Kind::PathChanged, how, pointers(&nodes), text, &site);
    }
    if methods.differs() {
        let text = methods.map(|method| quoted(&method.to_ascii_uppercase()));
        walk.report(Kind::MethodChanged, how, pointers(&nodes), text, &site);
    }
    let items = operations
        .as_ref()
        .map(|operation| operation.path_item().clone());
    operation(&mut walk, &name, &nodes, &items, &parameter_names(paths));
    if let Some(components) = get(&roots, "components").both() {
        security_schemes(&mut walk, &components);
    }
    walk
}

fn info<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>, site: &Site) {
    let equal = |_| Relation::EQUAL;
    match get(roots, "info").both() {
        Some(nodes) => {
            walk.keyword(|_| Kind::VersionChanged, "version", equal, &nodes, site);
            let words = [
                "title",
                "summary",
                "description",
                "termsOfService",
                "contact",
                "license",
            ];
            walk.words(&words, &nodes, site);
        }
        None => {
            let fact = |_| (Kind::DocumentationChanged, "info");
            walk.keyword(fact, "info", equal, roots, site);
        }
    }
}

fn tags<'d>(walk: &mut Walk<'d>, roots: &Pair<Node<'d>>, site: &Site) {
    let kinds = (Kind::TagAdded, Kind::TagRemoved);
    for nodes in list(walk, "tags", "name", kinds, roots, site) {
        walk.words(&["description", "externalDocs"], &nodes, site);
    }
}

/// Reports what nothing above compared.
fn uncovered(walk: &mut Walk<'_>) {
    let site = Site::of(None, Part::Document);
    let documents = walk.trees.as_ref().map(|tree| tree.document());
    for pointer in walk.missing() {
        let values = documents.map(|document| document.get(&pointer));
        let edit = Edit::between(values.base.is_some(), values.revision.is_some());
        let Some(edit) = edit.filter(|_| values.differs()) else {
            continue;
        };
        let existing = documents.map(|document| {
            let mut pointer = pointer.clone();
            while document.get(&pointer).is_none() {
                pointer.pop();
            }
            pointer
        });
        let text = values.map(|value| value.map(excerpt));
        let how = (edit, Relation::UNKNOWN);
        walk.report(Kind::Unclassified, how, existing, text, &site);
    }
}
