use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::collect::Walk;
use super::paths::lifecycle;
use crate::Direction;
use crate::Node;
use crate::diff::change::{ApiKind, Edit, ParameterFacts};
use crate::diff::relation::Relation;
use crate::diff::site::{OperationName, Place, Site};
use crate::diff::tree::Tree;

/// A parameter as written, perhaps a reference, and what it means.
struct Parameter<'d> {
    written: Node<'d>,
    node: Node<'d>,
    location: &'d str,
    name: &'d str,
}

impl<'d> Walk<'d> {
    /// Compares the parameters of two operations with those they inherit from their paths.
    pub(super) fn parameters(
        &mut self,
        name: &Arc<OperationName>,
        (base, revision): (&Node<'d>, &Node<'d>),
        (base_item, revision_item): (&Node<'d>, &Node<'d>),
        names: &HashMap<&'d str, &'d str>,
    ) {
        for (tree, nodes) in [
            (&mut self.base, [base, base_item]),
            (&mut self.revision, [revision, revision_item]),
        ] {
            for list in nodes.into_iter().filter_map(|node| node.get("parameters")) {
                tree.opened(list.value);
            }
        }
        let old = read(&self.base, base, base_item);
        let mut fresh = read(&self.revision, revision, revision_item);
        let home = |node: &Node<'d>| node.get("parameters").unwrap_or_else(|| node.clone());
        for parameter in old {
            let renamed = names
                .get(parameter.name)
                .filter(|_| parameter.location == "path");
            let wanted = renamed.copied().unwrap_or(parameter.name);
            let index = fresh.iter().position(|other| {
                other.location == parameter.location
                    && same_name(other.location, other.name, wanted)
            });
            match index {
                Some(index) => self.parameter(name, &parameter, &fresh.remove(index)),
                None => {
                    self.saw_lone(Some(&parameter.written), None);
                    let (kind, site) = self.lone(name, &parameter);
                    let fact = (Edit::Removed, Relation::UNKNOWN);
                    self.fact(kind, fact, (&parameter.written, &home(revision)), site);
                }
            }
        }
        for parameter in fresh {
            self.saw_lone(None, Some(&parameter.written));
            let (kind, site) = self.lone(name, &parameter);
            let fact = (Edit::Added, Relation::UNKNOWN);
            self.fact(kind, fact, (&home(base), &parameter.written), site);
        }
    }

    fn lone(&self, name: &Arc<OperationName>, parameter: &Parameter<'d>) -> (ApiKind, Site) {
        let facts = ParameterFacts {
            name: parameter.name.to_owned(),
            location: parameter.location.to_owned(),
            required: parameter.node.is_true("required"),
            ignored: is_ignored(parameter.location, parameter.name),
            lifecycle: lifecycle(&parameter.node),
        };
        (
            ApiKind::Parameter(facts),
            self.parameter_site(name, parameter),
        )
    }

    fn parameter_site(&self, name: &Arc<OperationName>, parameter: &Parameter<'d>) -> Site {
        let location = parameter.location.to_owned();
        let place = Place::Parameter {
            location,
            name: parameter.name.to_owned(),
        };
        Site::of(Some(name), place).directed(self.direction(Direction::Request))
    }

    fn parameter(
        &mut self,
        name: &Arc<OperationName>,
        base: &Parameter<'d>,
        revision: &Parameter<'d>,
    ) {
        let site = self.parameter_site(name, base);
        let resolved = self.resolved(&base.written, &revision.written, &site);
        let Some((old, new)) = resolved else { return };
        let sides = (&old, &new);
        self.saw_keyword("name", sides);
        self.saw_keyword("in", sides);
        self.lifecycle(sides, &site);
        let outer = self.enter(&old);
        self.words(&["description"], sides, &site);
        self.demand(ApiKind::ParameterRequired, sides, &site);
        self.demanded = new.is_true("required");
        self.carried(base.location, sides, &site);
        self.demanded = false;
        self.unstable = outer;
    }

    /// What parameters and headers have in common: how a value is written, and its schema.
    pub(super) fn carried(
        &mut self,
        location: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        let sides = (base, revision);
        self.words(&["example", "examples"], sides, site);
        self.style(location, sides, site);
        for (kind, keyword) in [
            (ApiKind::AllowReserved, "allowReserved"),
            (ApiKind::AllowEmptyValue, "allowEmptyValue"),
        ] {
            self.flag(kind, keyword, Relation::WIDENED, sides, site);
        }
        match (base.get("content"), revision.get("content")) {
            (None, None) => match (base.get("schema"), revision.get("schema")) {
                (Some(old), Some(new)) => self.schema(&old, &new, site, true),
                (old, new) => self.lone_schema((old, new), sides, site),
            },
            (Some(_), Some(_)) => self.content(sides, site),
            (old, new) => {
                self.saw_lone(old.as_ref(), new.as_ref());
                self.saw_keyword("schema", sides);
                let fact = (Edit::Changed, Relation::INCOMPARABLE);
                self.fact(ApiKind::ParameterForm, fact, sides, site.clone());
            }
        }
    }

    /// A schema on one side only: with none, everything is accepted.
    pub(super) fn lone_schema(
        &mut self,
        (old, new): (Option<Node<'d>>, Option<Node<'d>>),
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        self.saw_lone(old.as_ref(), new.as_ref());
        let kind = ApiKind::MediaTypeSchema;
        match (old, new) {
            (Some(old), None) => {
                self.fact(
                    kind,
                    (Edit::Removed, Relation::WIDENED),
                    (&old, revision),
                    site.clone(),
                );
            }
            (None, Some(new)) => {
                self.fact(
                    kind,
                    (Edit::Added, Relation::NARROWED),
                    (base, &new),
                    site.clone(),
                );
            }
            _ => {}
        }
    }

    /// `style` and `explode`, which decide how an array or object is written.
    pub(super) fn style(
        &mut self,
        location: &str,
        (base, revision): (&Node<'d>, &Node<'d>),
        site: &Site,
    ) {
        self.saw_keyword("style", (base, revision));
        self.saw_keyword("explode", (base, revision));
        let (old, new) = (written_as(location, base), written_as(location, revision));
        if old == new {
            return;
        }
        let structured = is_structured(&self.base, base) || is_structured(&self.revision, revision);
        let marked = |style: &str| matches!(style, "label" | "matrix");
        let same = !structured && old.0 != new.0 && !marked(old.0) && !marked(new.0);
        let same = same || (!structured && old.0 == new.0);
        let relation = if same {
            Relation::EQUAL
        } else {
            Relation::INCOMPARABLE
        };
        let place = |node: &Node<'d>| {
            let written = node.get("style").or_else(|| node.get("explode"));
            written.map_or_else(|| node.pointer.clone(), |node| node.pointer)
        };
        let text = |(style, explode): (&str, bool)| {
            Some(if explode {
                format!("{style}, exploded")
            } else {
                style.to_owned()
            })
        };
        let places = (place(base), place(revision));
        let texts = (text(old), text(new));
        let fact = (Edit::Changed, relation);
        self.fact_with(ApiKind::ParameterStyle, fact, places, texts, site.clone());
    }
}

/// The parameters of an operation, and those of its path that it does not override.
fn read<'d>(tree: &Tree<'d>, operation: &Node<'d>, item: &Node<'d>) -> Vec<Parameter<'d>> {
    let mut parameters: Vec<Parameter<'d>> = Vec::new();
    for written in operation
        .items_of("parameters")
        .chain(item.items_of("parameters"))
    {
        let Some(node) = tree.resolve(&written) else {
            continue;
        };
        let (Some(location), Some(name)) = (node.str("in"), node.str("name")) else {
            continue;
        };
        let known =
            |one: &Parameter<'d>| one.location == location && same_name(location, one.name, name);
        if !parameters.iter().any(known) {
            parameters.push(Parameter {
                written,
                node,
                location,
                name,
            });
        }
    }
    parameters
}

/// Header names are the same in any case (RFC 9110, section 5.1); other names are not.
fn same_name(location: &str, one: &str, other: &str) -> bool {
    if location == "header" {
        one.eq_ignore_ascii_case(other)
    } else {
        one == other
    }
}

/// Header parameters that a document must not describe, and that are ignored if it does
/// (OpenAPI 3.0, Parameter Object).
fn is_ignored(location: &str, name: &str) -> bool {
    const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];
    location == "header" && IGNORED.contains(&name.to_ascii_lowercase().as_str())
}

/// The style and whether it is exploded, with the defaults of OpenAPI 3.0.
fn written_as<'d>(location: &str, node: &Node<'d>) -> (&'d str, bool) {
    let usual = if matches!(location, "query" | "cookie") {
        "form"
    } else {
        "simple"
    };
    let style = node.str("style").unwrap_or(usual);
    let explode = node.value.get("explode").and_then(Value::as_bool);
    (style, explode.unwrap_or(style == "form"))
}

/// Whether a parameter can be an array or an object.
fn is_structured<'d>(tree: &Tree<'d>, node: &Node<'d>) -> bool {
    let Some(schema) = node.get("schema").and_then(|schema| tree.resolve(&schema)) else {
        return false;
    };
    match schema.value.get("type") {
        Some(Value::String(name)) => name == "array" || name == "object",
        _ => true,
    }
}
