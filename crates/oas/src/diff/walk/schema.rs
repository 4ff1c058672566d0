use std::collections::HashSet;

use super::collect::{Cap, Met, Walk};
use crate::diff::change::{Kind, LifecycleKind, SchemaKind};
use crate::diff::schema::{Comparison, PairId, Step, Trees};
use crate::diff::site::Site;
use crate::{Direction, Node};

impl<'d> Walk<'d> {
    /// Compares two schemas and everything below them.
    pub(super) fn schema(
        &mut self,
        base: &Node<'d>,
        revision: &Node<'d>,
        site: &Site,
        plain: bool,
    ) {
        let root = self.schemas.pair(base.clone(), revision.clone(), plain);
        self.note_names(base, revision);
        let required = self.demanded;
        let mut reached = vec![Reached {
            pair: root,
            from: None,
            negated: false,
            cap: None,
            required,
        }];
        let mut visited = HashSet::new();
        let mut next = 0;
        // Breadth first, so that a schema met on several ways is told by the shortest.
        while next < reached.len() {
            let index = next;
            next += 1;
            let Reached {
                pair,
                negated,
                cap,
                required,
                ..
            } = reached[index];
            if !visited.insert((pair, negated, cap)) {
                continue;
            }
            let trees = Trees {
                base: &self.base,
                revision: &self.revision,
            };
            let Some(comparison) = self.schemas.comparison(trees, pair) else {
                continue;
            };
            let at_property = matches!(reached[index].from, Some((_, Step::Property(_))));
            // That a property is a draft or `readOnly` excuses what changes in it, and not that.
            let outer = cap.or_else(|| self.cap(None, at_property, site.direction));
            let cap = cap.or_else(|| self.cap(Some(&comparison), at_property, site.direction));
            for value in &comparison.base_seen.whole {
                self.base.saw(value);
            }
            for value in &comparison.base_seen.opened {
                self.base.opened(value);
            }
            for value in &comparison.revision_seen.whole {
                self.revision.saw(value);
            }
            for value in &comparison.revision_seen.opened {
                self.revision.opened(value);
            }
            self.renamed.extend(comparison.renamed.iter().cloned());
            if !comparison.facts.is_empty() {
                let mut site = site.clone();
                site.steps.extend(steps(&reached, index));
                for fact in &comparison.facts {
                    let cap = if is_about_itself(&fact.kind) {
                        outer
                    } else {
                        cap
                    };
                    let met = Met {
                        site: site.clone(),
                        cap,
                        negated,
                        required,
                    };
                    self.collect(fact.clone(), met);
                }
            }
            for below in &comparison.below {
                reached.push(Reached {
                    pair: below.pair,
                    from: Some((index, below.step.clone())),
                    negated: negated != (below.step == Step::Not),
                    cap,
                    required: below.required,
                });
            }
        }
    }

    fn cap(
        &self,
        comparison: Option<&Comparison<'d>>,
        at_property: bool,
        direction: Option<Direction>,
    ) -> Option<Cap> {
        let says = |what: fn(&Comparison<'d>) -> bool| comparison.is_some_and(what);
        if self.unstable || says(|comparison| comparison.unstable) {
            return Some(Cap::Unstable);
        }
        match direction {
            None => Some(Cap::Unused),
            Some(Direction::Request) if at_property && says(|one| one.read_only) => {
                Some(Cap::ReadOnly)
            }
            Some(Direction::Response) if at_property && says(|one| one.write_only) => {
                Some(Cap::WriteOnly)
            }
            Some(_) => None,
        }
    }
}

/// A pair of schemas that was reached, and the way there.
struct Reached {
    pair: PairId,
    from: Option<(usize, Step)>,
    negated: bool,
    cap: Option<Cap>,
    required: bool,
}

fn is_about_itself(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Lifecycle(LifecycleKind::Stability)
            | Kind::Schema(SchemaKind::ReadOnly | SchemaKind::WriteOnly)
    )
}

fn steps(reached: &[Reached], index: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut at = index;
    while let Some((from, step)) = &reached[at].from {
        steps.push(step.clone());
        at = *from;
    }
    steps.reverse();
    steps
}
