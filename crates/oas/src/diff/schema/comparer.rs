use std::collections::HashSet;

use super::graph::{Below, Comparison, Links, Schemas, Trees};
use super::shape::{ChoiceKeyword, Schema, Shape};
use crate::diff::difference::{Difference, Fact};
use crate::diff::normalisation::{Normalisation, Normalised};
use crate::diff::pair::Pair;
use crate::diff::relation::{Edit, Relation};
use crate::diff::site::Step;
use crate::diff::tree::address;
use crate::text::excerpt;
use crate::{Node, Pointer};
use serde_json::Value;

/// Two schemas, and the differences found so far.
pub(super) struct Comparer<'c, 't, 'd> {
    pub(super) shapes: Pair<Shape<'d>>,
    pub(super) schemas: Pair<&'c Schema<'d>>,
    pub(super) trees: Trees<'t, 'd>,
    pub(super) graph: &'c mut Schemas<'d>,
    /// Whether values are sent as plain text: as path, query or header, or in a form.
    pub(super) plain: bool,
    pub(super) found: Comparison<'d>,
    /// The schemas that are compared on their own, by address.
    pub(super) descended: HashSet<usize>,
    /// The references that were followed to them.
    pub(super) followed: Pair<Vec<&'d Value>>,
}

impl<'d> Comparer<'_, '_, 'd> {
    /// Reports a change of a keyword that both sides may have.
    pub(super) fn keyword(
        &mut self,
        fact: impl Into<Fact>,
        edit: Edit,
        relation: Relation,
        keyword: &str,
    ) {
        let nodes = self.shapes.as_ref().map(|shape| shape.first(keyword));
        let at = self.located(&nodes);
        let text = nodes.map(|node| node.map(|node| excerpt(node.value)));
        self.report(fact, (edit, relation), at, text);
    }

    pub(super) fn report(
        &mut self,
        fact: impl Into<Fact>,
        how: (Edit, Relation),
        at: Pair<Pointer>,
        text: Pair<Option<String>>,
    ) {
        self.found
            .differences
            .push(Difference::new(fact, how, at, text));
    }

    /// The locations of the nodes; of a missing one, that of the schema that would contain it.
    pub(super) fn located(&self, nodes: &Pair<Option<Node<'d>>>) -> Pair<Pointer> {
        let nodes = nodes.as_ref().zip(self.shapes.as_ref());
        nodes.map(|(node, shape)| match node {
            Some(node) => node.pointer.clone(),
            None => shape.container(),
        })
    }

    /// Records that two ways of writing a keyword are equal.
    pub(super) fn normalise(&mut self, by: Normalisation, keyword: &str) {
        let nodes = self.shapes.as_ref().map(|shape| shape.first(keyword));
        let at = self.located(&nodes);
        self.normalise_at(by, at);
    }

    pub(super) fn normalise_at(&mut self, by: Normalisation, at: Pair<Pointer>) {
        self.found.normalised.push(Normalised {
            by,
            base: at.base,
            revision: at.revision,
        });
    }

    /// Compares two schemas below these ones on their own.
    pub(super) fn descend(
        &mut self,
        step: Step,
        schemas: Pair<impl Into<Schema<'d>>>,
        required: (bool, bool),
    ) {
        let schemas = schemas.map(Into::into);
        let all = schemas.base.nodes.iter().chain(&schemas.revision.nodes);
        self.descended.extend(all.map(|node| address(node.value)));
        let links = Links::follow(self.trees, schemas);
        let followed = self.followed.as_mut().zip(links.followed);
        for (all, followed) in followed.each() {
            all.extend(followed);
        }
        for renamed in links.renamed {
            let Pair { base, revision } = renamed.targets;
            self.found.renamed.push((base, revision));
            self.normalise_at(Normalisation::ReferenceWritten, renamed.at);
        }
        let pair = self.graph.pair(links.schemas, self.plain);
        self.found.below.push(Below {
            pair,
            step,
            required,
        });
    }

    /// The choice of each side as it treats values that several alternatives accept. Plain text is
    /// read by one of them: a number is a string as well. A discriminator selects one.
    pub(super) fn effect(&self, keywords: Pair<ChoiceKeyword>) -> Pair<ChoiceKeyword> {
        let effect = keywords.zip(self.shapes.as_ref());
        effect.map(|(keyword, shape)| match shape.first("discriminator") {
            None if !self.plain => keyword,
            _ => ChoiceKeyword::AnyOf,
        })
    }

    /// The edit of the outermost value of a keyword; `None` if it is equal on both sides.
    pub(super) fn edit_of(&self, keyword: &str) -> Option<Edit> {
        let values = self.shapes.as_ref().map(|shape| shape.first(keyword));
        let values = values.map(|node| node.map(|node| node.value));
        if !values.differs() {
            return None;
        }
        Edit::between(values.base.is_some(), values.revision.is_some())
    }
}
